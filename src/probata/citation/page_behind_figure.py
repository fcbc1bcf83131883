"""The page of a work whose title ends in a figure: `Report 2021 to 2023, at 11`, since `2023 11` reads as one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from copy import deepcopy
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree

from probata.citation.bare_pinpoints import is_at
from probata.citation.style_xml import CSL

_FLAG = "title-that-ends-in-figure"
"""The variable that tells a style of such a title; no variable of CSL, so that no style prints it."""
_BETWEEN = {"variable": "container-title page volume", "match": "any"}
"""What stands between title and place in a list, where it is recorded."""

Item = Mapping[str, Any]


def with_figure_flagged(item: Item) -> Item:
    """Return a work that says of itself whether its title ends in a figure."""
    return {**item, _FLAG: "1"} if re.search(r"\d[\])’”]*$", str(item.get("title", ""))) else item


def name_pages_behind_figures(root: ElementTree.Element) -> None:
    """Put `at` before a page right behind a title that ends in a figure, in a style that has the word elsewhere.

    Bluebook 3.2(a): *at* is used where a page may be taken for another part of the citation. A title that gets its date
    behind it ends in a bracket, but is still told by itself here; "(2022), at 4" is no less clear.
    """
    if not any(map(is_at, root.iter(f"{CSL}group"))):
        return
    for parent in list(root.iter()):
        for title, after in list(pairwise(parent)):
            if not _is_whole_title(title):
                continue
            if _is_place(after) and after.get("prefix") == " ":
                parent[list(parent).index(after)] = _by_title(after, ", at ")
            elif after.tag == f"{CSL}group" and after.get("delimiter") == " ":
                _in_list(after)


def _in_list(group: ElementTree.Element) -> None:
    for place, element in enumerate(list(group)):
        if _is_place(element):
            group[place] = _by_title(element, "at ", _BETWEEN)


def _is_whole_title(element: ElementTree.Element) -> bool:
    return element.tag == f"{CSL}text" and element.get("variable") == "title" and element.get("form") != "short"


def _is_place(element: ElementTree.Element) -> bool:
    return element.tag == f"{CSL}text" and element.get("variable") == "locator"


def _by_title(place: ElementTree.Element, before: str, unless: Mapping[str, str] | None = None) -> ElementTree.Element:
    """Return what prints a page with words before it where the flag is set, and else, or `unless`, the place alone."""
    choose = ElementTree.Element(f"{CSL}choose")
    if unless:
        ElementTree.SubElement(choose, f"{CSL}if", dict(unless)).append(deepcopy(place))
    test = {"variable": _FLAG, "locator": "page", "match": "all"}
    flagged = ElementTree.SubElement(choose, f"{CSL}{'else-if' if unless else 'if'}", test)
    named = deepcopy(place)
    named.set("prefix", before)
    flagged.append(named)
    ElementTree.SubElement(choose, f"{CSL}else").append(place)
    return choose

"""Theses whose genre says that they are such: a style that adds the word would print `PhD thesis dissertation`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from xml.etree import ElementTree

from probata.citation.style_xml import CSL, print_unless

_FLAG = "thesis-told-by-genre"
"""The variable that tells a style of such a genre; no variable of CSL, so that no style prints it."""
_WORD = re.compile(r"\b(?:thes[ie]s|thèse|tesis|dissertation|disertación|mémoire)\b", re.IGNORECASE)

Item = Mapping[str, Any]


def with_told_genre_flagged(item: Item) -> Item:
    """Return a thesis that says of itself that its genre calls it one, `PhD thesis`; `PhD` alone does not."""
    return {**item, _FLAG: "1"} if item.get("type") == "thesis" and _WORD.search(str(item.get("genre", ""))) else item


def leave_out_added_words(root: ElementTree.Element) -> None:
    """Let a style that adds such a word behind the genre print a genre that has one as it is recorded."""
    for parent in list(root.iter()):
        for place, element in enumerate(list(parent)):
            if element.get("variable") == "genre" and _WORD.search(element.get("suffix", "")):
                kept = {name: value for name, value in element.items() if name != "suffix"}
                print_unless(parent, place, {"variable": _FLAG}, ElementTree.Element(element.tag, kept))


def print_pages_of_theses_before_dates(root: ElementTree.Element) -> None:
    """Put the place in a thesis behind its title, in a style that prints none: `Custody 4 (2019) (Ph.D. dissertation)`.

    So it stands in all unpublished works (Bluebook 17.2, read in the guide of the University of Colorado).
    """
    for branch in root.iter(f"{CSL}else-if"):
        prints_place = branch.find(f".//{CSL}text[@variable='locator']") is not None
        if prints_place or "thesis" not in branch.get("type", "").split():
            continue
        titled = branch.find(f"{CSL}group")
        if titled is not None and titled.find(f"{CSL}text[@variable='title']") is not None:
            choose = ElementTree.Element(f"{CSL}choose")
            of_thesis = ElementTree.SubElement(choose, f"{CSL}if", {"type": "thesis"})
            ElementTree.SubElement(of_thesis, f"{CSL}text", {"variable": "locator", "prefix": " "})
            branch.insert(list(branch).index(titled) + 1, choose)

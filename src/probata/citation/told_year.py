"""Laws whose title tells their year: a citation style that prints the year behind it would print it twice."""

from __future__ import annotations

import re
from collections.abc import Mapping
from copy import deepcopy
from typing import Any
from xml.etree import ElementTree

from probata.citation.printed import prints_before
from probata.citation.style_xml import CSL, citation_layout, print_unless

_FLAG = "year-told-by-title"
"""The variable that tells a style of such a title; no variable of CSL, so that no style prints it."""
_YEAR_AT_END = re.compile(r"\b(?:1[5-9]|20)\d\d$")
_IDENTIFYING = ("container-title volume", "container-title section")
"""What names a law without its title: `22 U.S.C.`, `Cal. Penal Code § 187`; a gazette alone prints many laws."""

Item = Mapping[str, Any]


def with_told_year_flagged(item: Item, csl: str) -> Item:
    """Return a law that says of itself that its title has its year: `Prison Act 1952` is no `Prison Act 1952 1952`.

    The year of a law that a gazette or collection prints is that of the print, and stays where it stands behind that;
    where the style has it before, it reads as that of the law. A law without a date, whose title ends in a year, is of
    that year: no style shall say that it is not dated.
    """
    if item.get("type") != "legislation" or item.get("volume"):
        return item
    title, issued = str(item.get("title", "")), item.get("issued")
    if item.get("container-title") and not (issued and prints_before(item, csl, "issued", "container-title")):
        return item
    if not issued:
        found = _YEAR_AT_END.search(title)
        return {**item, "issued": {"date-parts": [[int(found[0])]]}, _FLAG: "1"} if found else item
    parts = issued.get("date-parts") or [[]]
    return {**item, _FLAG: "1"} if parts[0] and str(parts[0][0]) in re.findall(r"\d+", title) else item


def leave_out_told_years(root: ElementTree.Element) -> None:
    """Let a style of notes print no date of a law whose title tells the year (OSCOLA 4, 2.4.1: the title has it)."""
    if root.get("class") != "note":
        return
    for parent in list(root.iter()):
        for place, element in enumerate(list(parent)):
            if element.tag == f"{CSL}date" and element.get("variable") == "issued":
                print_unless(parent, place, {"variable": _FLAG})


def name_laws_by_title(root: ElementTree.Element) -> None:
    """Let a later citation print the title of a law, where the style prints its collection and that names no law.

    The later citation of a law is what clearly identifies it (Bluebook 12.10).
    """
    for parent in list(citation_layout(root).iter()):
        for branch in parent.findall(f"{CSL}else-if"):
            if branch.get("type") == "legislation" and _prints_collection_alone(branch):
                inner = list(branch)
                branch[:] = [choose := ElementTree.Element(f"{CSL}choose")]
                for tag, variables in zip(("if", "else-if"), _IDENTIFYING, strict=True):
                    ElementTree.SubElement(choose, f"{CSL}{tag}", {"variable": variables}).extend(deepcopy(inner))
                other = ElementTree.SubElement(choose, f"{CSL}else")
                ElementTree.SubElement(other, f"{CSL}text", {"variable": "title", "form": "short"})


def _prints_collection_alone(branch: ElementTree.Element) -> bool:
    printed = {one.get("variable") for one in branch.iter(f"{CSL}text")}
    called = any(one.get("macro") for one in branch.iter(f"{CSL}text"))
    return "container-title" in printed and "title" not in printed and not called

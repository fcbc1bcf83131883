"""The pages of a work that is no part of another: a place that is cited in it stands alone, since `100 3` is none."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from xml.etree import ElementTree

from probata.citation.style_xml import CSL, PAGES, elements_of_citations, print_unless

_FLAG = "pages-of-whole-work"
"""The variable that tells a style of such pages; no variable of CSL, so that no style prints it."""
_PARTS = frozenset(
    {"article-journal", "article-magazine", "article-newspaper", "bill", "chapter", "legal_case", "legislation",
     "paper-conference", "regulation", "treaty"}
)  # fmt: skip
"""Kinds that begin on a page of something larger, which is cited with the place: `1057, 1060` (OSCOLA 4, 3.3.1)."""

_COUNTED = frozenset({"book", "report", "thesis"})
"""Kinds of which one number is how many pages they have."""

Item = Mapping[str, Any]


def with_whole_flagged(item: Item) -> Item:
    """Return a work that says of itself that its pages are its own: those that were read.

    How many a book has, `400`, is not printed: no manual has it, and behind the citation it reads as a place.
    """
    if item.get("type") in _COUNTED and str(item.get("page", "")).strip().isdecimal():
        return {name: value for name, value in item.items() if name != "page"}
    return {**item, _FLAG: "1"} if item.get("page") and item.get("type") not in _PARTS else item


def leave_out_pages_of_whole(root: ElementTree.Element) -> None:
    """Let citations with a place print no pages of such a work beside it; without a place they stay as they are."""
    for parent in elements_of_citations(root):
        for place, element in enumerate(list(parent)):
            if element.tag in {f"{CSL}text", f"{CSL}number"} and element.get("variable") in PAGES:
                print_unless(parent, place, {"variable": f"locator {_FLAG}", "match": "all"})

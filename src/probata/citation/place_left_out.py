"""Places that a citation style leaves out: many styles print one of some kinds of work alone.

The style is read as citeproc would run it on the work; see `printed`. A place that it leaves out stands at the end:
`Letter from Ana Rill to the Council (May 13, 2022), at 2`.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import Any
from xml.etree import ElementTree

from probata.citation.bare_pinpoints import is_at
from probata.citation.printed import prints_at
from probata.citation.style_xml import CSL, citation_layout

Item = Mapping[str, Any]

_FLAGS = {"first": "place-left-out-first", "subsequent": "place-left-out-later"}
"""Position → the variable that tells a style to print the place there; no variables of CSL, so no style prints them."""
_NAMES = ("author", "title", "container-title")
"""By one of these a citation is known: one without them is written in full by other means, and its place with it."""


def with_place_flagged(item: Item, csl: str) -> Item:
    """Return a work that says where the style, as it was `patched`, leaves out a place in it."""
    flags = {flag: "1" for position, flag in _FLAGS.items() if _is_left_out(item, csl, position)}
    return {**item, **flags} if flags else item


def _is_left_out(item: Item, csl: str, position: str) -> bool:
    if prints_at(item, csl, position, "locator"):
        return False
    return any(item.get(name) and prints_at(item, csl, position, name) for name in _NAMES)


def print_place_left_out(root: ElementTree.Element) -> None:
    """Let a style print, at the end of a citation, the place that it leaves out, as it prints others.

    Behind *ibid*, which is the same of every kind of work, the style has its own place.
    """
    choose = ElementTree.SubElement(citation_layout(root), f"{CSL}choose")
    ElementTree.SubElement(choose, f"{CSL}if", {"position": "ibid"})
    for position, flag in _FLAGS.items():
        test = {"position": position, "variable": f"{flag} locator", "match": "all"}
        branch = ElementTree.SubElement(choose, f"{CSL}else-if", test)
        ElementTree.SubElement(branch, f"{CSL}group", {"prefix": ", "}).append(_place(root))


def _place(root: ElementTree.Element) -> ElementTree.Element:
    """Return what prints a place: with its word, as `at 3` where the style has that, and alone where it has none."""
    at = next((one for one in root.iter(f"{CSL}group") if is_at(one)), None)
    alone = deepcopy(at) if at is not None else ElementTree.Element(f"{CSL}text", {"variable": "locator"})
    if root.find(f".//{CSL}label[@variable='locator']") is None:
        return alone
    named = ElementTree.Element(f"{CSL}group", {"delimiter": " "})
    ElementTree.SubElement(named, f"{CSL}label", {"variable": "locator", "form": "short"})
    ElementTree.SubElement(named, f"{CSL}text", {"variable": "locator"})
    if at is None:
        return named
    choose = ElementTree.Element(f"{CSL}choose")
    ElementTree.SubElement(choose, f"{CSL}if", {"locator": "page"}).append(alone)
    ElementTree.SubElement(choose, f"{CSL}else").append(named)
    return choose

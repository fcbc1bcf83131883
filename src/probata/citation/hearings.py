"""Hearings of legislatures by title and committee, and who spoke in brackets at the end, as American manuals have them.

*Cell Tax Act: Hearing on H.R. 5793 Before the Subcomm. on Commercial Law*, 110th Cong. 12 (2008) (statement of Ana
Rill) (Indigo Book 2.0, R21.4.1). CSL styles print such a work as any other, by who spoke and without committee.
"""

from __future__ import annotations

from xml.etree import ElementTree

from probata.citation.style_xml import CSL, citation_layout

_HEARING = {"type": "hearing"}
_ACCESS, _SHORT_AUTHOR = "access", "author-short"
"""Macros of the CSL style that the Bluebook's has by these names."""


def print_hearings(root: ElementTree.Element) -> None:
    """Let a style of notes print hearings so; a later note calls one by its title, since no name stands before it."""
    layout = citation_layout(root)
    others = list(layout)
    layout[:] = [choose := ElementTree.Element(f"{CSL}choose")]
    first = ElementTree.SubElement(choose, f"{CSL}if", {**_HEARING, "position": "first", "match": "all"})
    first.append(_in_full(root))
    ElementTree.SubElement(choose, f"{CSL}else").extend(others)
    short = root.find(f"{CSL}macro[@name='{_SHORT_AUTHOR}']/{CSL}choose")
    if short is not None:
        short[0].tag = f"{CSL}else-if"
        branch = ElementTree.Element(f"{CSL}if", _HEARING)
        branch.append(_text(variable="title", form="short", **{"font-style": "italic"}))
        short.insert(0, branch)


def _in_full(root: ElementTree.Element) -> ElementTree.Element:
    whole = _group(" ")
    told = _group(", ")
    told.append(_called())
    place = _group(" ")
    place.extend((_text(variable="number"), _text(variable="locator")))
    told.append(place)
    date = ElementTree.Element(f"{CSL}date", {"variable": "issued", "prefix": "(", "suffix": ")"})
    ElementTree.SubElement(date, f"{CSL}date-part", {"name": "year"})
    speaker = ElementTree.Element(f"{CSL}names", {"variable": "author", "prefix": "(statement of ", "suffix": ")"})
    ElementTree.SubElement(speaker, f"{CSL}name", {"and": "symbol", "delimiter": ", "})
    whole.extend((told, date, speaker))
    listed = _group(", ")
    listed.append(whole)
    if root.find(f"{CSL}macro[@name='{_ACCESS}']") is not None:
        listed.append(_text(macro=_ACCESS))
    return listed


def _called() -> ElementTree.Element:
    """Return what prints title and committee in italics: the words for it as recorded, or made of the committee."""
    called = _group(": ")
    called.set("font-style", "italic")
    called.append(_text(variable="title", **{"text-case": "title"}))
    choose = ElementTree.SubElement(called, f"{CSL}choose")
    ElementTree.SubElement(choose, f"{CSL}if", {"variable": "event-title"}).append(_text(variable="event-title"))
    committee = _text(variable="section", prefix="Hearing Before the ")
    ElementTree.SubElement(choose, f"{CSL}else").append(committee)
    return called


def _group(delimiter: str) -> ElementTree.Element:
    return ElementTree.Element(f"{CSL}group", {"delimiter": delimiter})


def _text(**attributes: str) -> ElementTree.Element:
    return ElementTree.Element(f"{CSL}text", attributes)

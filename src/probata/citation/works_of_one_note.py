"""Works of one author that are first cited in one note: their number alone would not tell them apart."""

from __future__ import annotations

from itertools import pairwise
from xml.etree import ElementTree

from probata.citation.style_xml import CSL, citation_layout

_COUNTED = f".//{CSL}text[@variable='first-reference-note-number']"


def tell_works_of_one_note_apart(root: ElementTree.Element) -> None:
    """Let a later citation name the title too where author and note are those of another work.

    “Working Group, *supra* note 86” may be any of three reports that note 86 cites: the title goes between author and
    number (Bluebook 4.2(a)). A style that tells them apart itself, or names the title anyway, stays as it is.
    """
    if any(element.get("disambiguate") for element in root.iter()):
        return
    for parent in list(citation_layout(root).iter()):
        for author, counted in pairwise(list(parent)):
            if _names_authors(author) and counted.find(_COUNTED) is not None:
                parent.insert(list(parent).index(counted), _title())


def _names_authors(element: ElementTree.Element) -> bool:
    """Tell whether it prints authors and no title."""
    told = " ".join(one.get("macro", "") + one.get("variable", "") for one in element.iter())
    return "author" in told and "title" not in told


def _title() -> ElementTree.Element:
    choose = ElementTree.Element(f"{CSL}choose")
    alike = ElementTree.SubElement(choose, f"{CSL}if", {"disambiguate": "true"})
    ElementTree.SubElement(alike, f"{CSL}text", {"variable": "title", "form": "short", "font-style": "italic"})
    return choose

"""Names of journals as manuals abbreviate them: printed where one is recorded, and wanted where none is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any
from xml.etree import ElementTree

from probata.citation.library import Library
from probata.citation.style_xml import CSL, print_unless
from probata.citation.unit import Unit

WANTED = "short"
"""What a style says that has journals abbreviated in every citation, as the CSL style beside it prints them."""
WITHOUT_STOPS = "without stops"
"""What a style says that has them abbreviated without stops where the CSL style prints them whole."""
SAID = frozenset({"", WANTED, WITHOUT_STOPS})

_OF_JOURNAL = {"type": "article-journal", "variable": "container-title-short", "match": "all"}


def print_short_journals(root: ElementTree.Element) -> None:
    """Print the recorded abbreviation of a journal without its stops, `Harv L Rev`, wherever its name is printed."""
    for parent in list(root.iter()):
        for place, element in enumerate(list(parent)):
            if element.tag == f"{CSL}text" and element.get("variable") == "container-title":
                short = ElementTree.Element(element.tag, {**element.attrib, "form": "short", "strip-periods": "true"})
                print_unless(parent, place, _OF_JOURNAL, short)


def without_short_journal(units: Sequence[Unit], library: Library) -> Iterator[str]:
    """Give each cited article whose journal has a name of several words and no abbreviation, once.

    A name that has a stop in it, or is one word, may be the abbreviation.
    """
    cited = (one.key for unit in units for _, asked in unit.asked() if asked.shown for one in asked.references)
    for key in dict.fromkeys(cited):
        if key in library.sources and key not in library.untitled and _is_whole(library.sources[key]):
            yield key


def _is_whole(source: Any) -> bool:
    name = str(source.get("container-title", ""))
    is_journal = source.get("type") == "article-journal" and not source.get("container-title-short")
    return is_journal and len(name.split()) > 1 and "." not in name

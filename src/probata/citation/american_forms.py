"""Works that American manuals have in forms of their own, where their CSL style prints them as any other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final
from xml.etree import ElementTree

from probata.citation.hearings import print_hearings
from probata.citation.speeches import print_speeches
from probata.citation.theses import print_pages_of_theses_before_dates

FORMS: Final[Mapping[str, Callable[[ElementTree.Element], None]]] = {
    "hearing": print_hearings,
    "speech": print_speeches,
    "thesis": print_pages_of_theses_before_dates,
}
"""By the type of the work in CSL."""


def print_american_forms(root: ElementTree.Element, kinds: Iterable[str]) -> None:
    """Let a style print works of some kinds so."""
    for kind in kinds:
        FORMS[kind](root)

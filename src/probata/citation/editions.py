"""Editions as ordinals, `12th ed.`, where a style prints the bare number before its word."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree

from probata.citation.style_xml import CSL

_ORDINAL = re.compile(
    r"(\d{1,3})(?:st|nd|rd|th|d|[.]?ª|ère|er|re|ème|e|ᵉ|a)?[.]?(?:\s+(?:edn?|edition|éd|édition|edición)\b[.]?)?",
    re.IGNORECASE,
)
"""An edition as library catalogues and EndNote have it, `3rd` or `3rd edn`."""
Item = Mapping[str, Any]


def with_edition_as_number(item: Item) -> Item:
    """Return a work whose edition is a number where it says nothing more than one: `3rd` would stay so in French.

    Each style has its own ordinals and its own word, "3d ed." in the Bluebook (Indigo R28.1). `3rd revised` stays.
    """
    found = _ORDINAL.fullmatch(str(item.get("edition", "")).strip())
    return {**item, "edition": found[1]} if found else item


def print_editions_as_ordinals(root: ElementTree.Element) -> None:
    """Let a number before the word for an edition be an ordinal (Indigo R28.1); `revised` stands as it is recorded.

    A style that prints the number without the word, or asks first whether it is one, is left as it is.
    """
    for parent in root.iter():
        for element, after in pairwise(list(parent)):
            if _is_of_edition(element, "text") and _is_of_edition(after, "label"):
                element.tag = f"{CSL}number"
                element.set("form", "ordinal")


def _is_of_edition(element: ElementTree.Element, name: str) -> bool:
    return element.tag == f"{CSL}{name}" and element.get("variable") == "edition"

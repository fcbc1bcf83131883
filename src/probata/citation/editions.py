"""Editions as ordinals, `12th ed.`, where a style prints the bare number before its word."""

from __future__ import annotations

from itertools import pairwise
from xml.etree import ElementTree

from probata.citation.style_xml import CSL


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

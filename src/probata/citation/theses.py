"""Theses whose genre says that they are such: a style that adds the word would print `PhD thesis dissertation`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from xml.etree import ElementTree

from probata.citation.style_xml import print_unless

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

"""CSL-JSON items as Pandoc metadata, so that nothing in a record can become markup.

From a CSL-JSON file citeproc would read `<b>`, `*` and `$` as rich text; as metadata every string stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from probata.citation.sentinels import PLACEHOLDER, without_sentinels

Node = dict[str, Any]

_VERBATIM = frozenset({"id", "type", "language", "URL", "DOI", "ISBN", "ISSN"})
_UNKNOWN_LANGUAGE = "und"
_SPACE: Node = {"t": "Space"}
_SPACES = re.compile(r"([ \t\r\n\f\v]+)")
_VERSUS = frozenset({"v.", "vs."})
_SITE = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}(?:/\S*)?")

PLACEHOLDER_REFERENCE: Mapping[str, Any] = {"type": "document", "title": PLACEHOLDER}
"""Stands in for whatever CSL does not know; its output is thrown away."""


def text_nodes(text: str) -> list[Node]:
    """Return literal text as Pandoc inlines: words and spaces, nothing else. A no-break space is part of a word."""
    if not text:
        return []
    nodes: list[Node] = []
    for place, piece in enumerate(_SPACES.split(text)):  # every second piece is the space between two words
        if piece:
            nodes.append(_SPACE if place % 2 else {"t": "Str", "c": piece})
    return nodes


def _small_kept(node: Node) -> Node:
    """Keep the small letters of the name of a site, `ohchr.org`, and of *versus*: neither has a capital in a title."""
    if node["t"] == "Space" or not (node["c"] in _VERSUS or _SITE.fullmatch(node["c"])):
        return node
    return {"t": "Span", "c": [["", ["nocase"], []], [node]]}


def reference_metadata(key: str, item: Mapping[str, Any]) -> Node:
    """Return one item as metadata, under the id by which it is cited.

    An item without a language gets the language "undetermined": citeproc gives the capitals of an English
    title to sources without one.
    """
    kept = {name: value for name, value in item.items() if value is not None and name != "id"}
    kept.setdefault("language", _UNKNOWN_LANGUAGE)
    fields = {name: _value(name, value) for name, value in kept.items()}
    return {"t": "MetaMap", "c": {"id": _string(key), **fields}}


def _value(name: str, value: Any) -> Node:  # whatever JSON holds
    if isinstance(value, str):
        return _worded(name, value)  # most
    if isinstance(value, Mapping):
        return {"t": "MetaMap", "c": {key: _value(key, inner) for key, inner in value.items()}}
    if isinstance(value, list | tuple):
        return {"t": "MetaList", "c": [_value(name, inner) for inner in value]}
    if isinstance(value, bool):
        return {"t": "MetaBool", "c": value}
    return _worded(name, str(value))


def _worded(name: str, value: str) -> Node:
    text = without_sentinels(value) if name != "title" or value != PLACEHOLDER else PLACEHOLDER
    if name in _VERBATIM:
        return _string(text)
    words = text_nodes(curled(text).strip())
    return {"t": "MetaInlines", "c": list(map(_small_kept, words)) if "." in text else words}


def _string(text: str) -> Node:
    return {"t": "MetaString", "c": text}


def curled(text: str) -> str:
    """Return the text with curly apostrophes and quotation marks; styles print their own ones curly."""
    if "'" not in text and '"' not in text:
        return text
    text = re.sub(r"(?<![\w.,;:!?)\]’”])'(?=[^\W\d])", "‘", text).replace("'", "’")
    return re.sub(r'(?<![\w.,;:!?)\]’”])"(?=\S)', "“", text).replace('"', "”")

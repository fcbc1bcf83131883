"""Ids of notes: from the record and the content, never from a counter over the document.

A redline compares two versions of a filing by these ids, so a note that did not change keeps its id when
another is added before it.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator

from probata.document.inlines import Cite, CiteItem, Inline, Note, Text
from probata.document.origin import Origin
from probata.document.walk import own_inlines, plain_text, walk_blocks, walk_inlines

_DIGITS = 20
_AS_JSON = json.JSONEncoder(ensure_ascii=False, check_circular=False)


class NoteIds:
    """Gives ids in document order. Only a note equal to an earlier one in all its content counts it."""

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()

    def id_for(self, note: Note) -> str:
        """Return `n` and 20 hexadecimal digits: a name that Word accepts for a bookmark."""
        content = _AS_JSON.encode([_origin(note.origin), *_content(note)])
        occurrence = self._seen[content]
        self._seen[content] += 1
        digest = hashlib.sha256(f"{content}\n{occurrence}".encode()).hexdigest()
        return f"n{digest[:_DIGITS]}"


def _content(note: Note) -> Iterator[list[str]]:
    for block in walk_blocks(note.blocks):
        for inline in walk_inlines(own_inlines(block)):
            yield _inline(inline)


def _inline(inline: Inline) -> list[str]:
    if isinstance(inline, Cite):
        return ["cite", _origin(inline.origin), *(part for item in inline.items for part in _item(item))]
    if isinstance(inline, Text):
        return ["text", inline.text]
    return [type(inline).__name__, plain_text((inline,))]


def _item(item: CiteItem) -> tuple[str, ...]:
    place = (item.pinpoint.type, item.pinpoint.value) if item.pinpoint else ("", "")
    return (item.key, *place, item.prefix, item.suffix, str(item.suppress_author))


def _origin(origin: Origin | None) -> str:
    return f"{origin.record}#{origin.field}" if origin else ""

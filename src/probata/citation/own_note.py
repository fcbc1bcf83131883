"""Back-references that lead to the note that they stand in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from probata.document.inlines import Inline, Inlines, NoteRef, Text

_BEFORE, _AFTER = re.compile(r" \(\w+\.? ?$"), re.compile(r"^\)")


def without_own_number(written: Inlines, note: str) -> Inlines:
    """Leave out `(n 17)` in note 17 itself: the short name leads to the citation before it in the same note.

    `note` is the id of the note. A style that prints the number without brackets keeps it.
    """
    return tuple(_kept(written, note))


def _kept(written: Inlines, note: str) -> Iterator[Inline]:
    rest = list(written)
    while rest:
        match rest[:3]:
            case [Text(text=before) as first, NoteRef(target=target), Text(text=after) as last] if (
                target == note and _BEFORE.search(before) and _AFTER.match(after)
            ):
                yield replace(first, text=_BEFORE.sub("", before))
                rest[:3] = [replace(last, text=_AFTER.sub("", after))]
            case _:
                yield rest.pop(0)

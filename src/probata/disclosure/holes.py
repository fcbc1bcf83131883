"""Which of the names that were taken out leave a hole in a document: a text that it does not print needs no mending."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from probata.diagnostics import Diagnostic
from probata.disclosure.names import Taken
from probata.document.inlines import Text
from probata.document.tree import Document
from probata.document.walk import inlines_in_order

_HOLE = "ꙮ"
"""A letter that no text holds, for the mark in texts from which everything but letters and digits is taken."""
_BESIDE = 10
"""Letters beside a hole by which its place in the document is known."""


def holes(taken: Iterable[Taken], document: Document, mark: str, *, others: bool = False) -> tuple[Diagnostic, ...]:
    """Return the findings of the texts that stand in the document with a hole; all of them where none can be told.

    With `others`, holes that are told elsewhere stand in it too, and what cannot be told is left to them.
    """
    printed = _letters(" ".join(_texts(document)), mark)
    if _HOLE not in printed:
        return ()
    each = tuple(taken)
    found = tuple(one.finding for one in each if _stands_in(printed, _letters(one.told, mark)))
    return found if found or others else tuple(one.finding for one in each)


def _letters(text: str, mark: str) -> str:
    return re.sub(r"\W+", "", text.replace(mark, _HOLE))


def _stands_in(printed: str, told: str) -> bool:
    """Tell whether a hole of a text is in the document, by the letters before it or after it."""
    for hole in re.finditer(_HOLE, told):
        before, after = told[max(0, hole.start() - _BESIDE) : hole.end()], told[hole.start() : hole.end() + _BESIDE]
        if any(len(beside) > 1 and beside in printed for beside in (before, after)) or told == _HOLE:
            return True
    return False


def _texts(document: Document) -> Iterator[str]:
    meta = document.meta
    yield from (meta.title, meta.subject, meta.author, meta.short_title, *meta.running)
    yield from (inline.text for inline in inlines_in_order(document.blocks) if isinstance(inline, Text))

"""Quotation marks and italics that a style gives to what is no title."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from probata.document.inlines import Emph, Inline, Inlines, Text
from probata.document.rebuild import map_children
from probata.document.walk import plain_text

_OPEN, _CLOSED = "‘“«", "’”»"


def without_quotes(inlines: Inlines, titles: Iterable[str]) -> Inlines:
    """Take the quotation marks, the italics and the capital of a title off descriptions of ours.

    `[web page, example.org]` is no title of a work. American marks have a comma inside, which stays.
    """
    recorded = {title.casefold(): title for title in titles}
    if not recorded:
        return inlines
    described = re.compile(
        rf"[{_OPEN}]?\s?({'|'.join(map(re.escape, recorded.values()))})([,.]?)\s?[{_CLOSED}]?", re.IGNORECASE
    )

    def bare(found: re.Match[str]) -> str:
        text, whole = recorded[found[1].casefold()], found[0]
        is_marked = whole[0] in _OPEN and whole[-1] in _CLOSED
        return f"{text}{found[2]}" if is_marked else whole.replace(found[1], text)

    def change(inner: Inlines) -> Inlines:
        return tuple(part for one in inner for part in changed(one))

    def changed(one: Inline) -> Inlines:
        if isinstance(one, Emph) and plain_text(one.inlines).strip().casefold() in recorded:
            return change(one.inlines)
        return (
            replace(one, text=described.sub(bare, one.text)) if isinstance(one, Text) else map_children(one, change),
        )

    return change(inlines)

"""Sources of which nothing is recorded by which a reader could find them: a gap stands where their title would."""

from __future__ import annotations

import re
from collections.abc import Sequence

from probata.citation.library import Library
from probata.document.inlines import Gap, Inline, Inlines, Text
from probata.document.origin import Origin
from probata.document.walk import map_children


def with_gaps_for_titles(inlines: Inlines, keys: Sequence[str], library: Library) -> Inlines:
    """Turn the title of each such source among `keys`, in their order, into a gap that a filing is refused for."""
    nameless = [key for key in keys if key in library.nameless]
    if not nameless:
        return inlines
    titles = re.compile("|".join(sorted({re.escape(str(library.sources[key]["title"])) for key in nameless})))
    left = list(nameless)

    def gap(title: str) -> Gap:
        key = left.pop(0) if len(left) > 1 else left[0]
        return Gap(title.removeprefix("[").removesuffix("]"), origin=Origin(f"sources/{key}"))

    def change(inner: Inlines) -> Inlines:
        return tuple(part for one in inner for part in changed(one))

    def changed(one: Inline) -> Sequence[Inline]:
        return split(one) if isinstance(one, Text) else (map_children(one, change),)

    def split(text: Text) -> Sequence[Inline]:
        parts: list[Inline] = []
        end = 0
        for found in titles.finditer(text.text):
            parts += [Text(text.text[end : found.start()], text.origin)] if found.start() > end else []
            parts.append(gap(found[0]))
            end = found.end()
        rest = text.text[end:]
        return [*parts, *([Text(rest, text.origin)] if rest else [])] if parts else (text,)

    return change(inlines)

"""Sources of which nothing is recorded by which a reader could find them: a gap stands where their title would."""

from __future__ import annotations

import re
from collections.abc import Sequence

from probata.citation.library import Library
from probata.document.inlines import Gap, Inline, Inlines, Text
from probata.document.origin import Origin
from probata.document.rebuild import map_children


def with_gaps_for_titles(inlines: Inlines, keys: Sequence[str], library: Library) -> Inlines:
    """Turn the title of each such source among `keys`, in their order, into a gap that a filing is refused for."""
    nameless = [key for key in keys if key in library.nameless]
    if not nameless:
        return inlines
    return _Titles(nameless, library).changed(inlines)


class _Titles:
    """Finds the titles of nameless sources in a citation, in the order in which it cites them."""

    def __init__(self, keys: Sequence[str], library: Library) -> None:
        titles = {re.escape(str(library.sources[key]["title"])) for key in keys}
        self._titles = re.compile("|".join(sorted(titles)))
        self._left = list(keys)

    def changed(self, inlines: Inlines) -> Inlines:
        return tuple(part for one in inlines for part in self._changed(one))

    def _changed(self, inline: Inline) -> Inlines:
        return self._split(inline) if isinstance(inline, Text) else (map_children(inline, self.changed),)

    def _split(self, text: Text) -> Inlines:
        """Cut a text at the titles in it; one without stays as it is."""
        parts: list[Inline] = []
        end = 0
        for found in self._titles.finditer(text.text):
            parts += [Text(text.text[end : found.start()], text.origin), self._gap(found[0])]
            end = found.end()
        parts.append(Text(text.text[end:], text.origin))
        return tuple(part for part in parts if not isinstance(part, Text) or part.text) if end else (text,)

    def _gap(self, title: str) -> Gap:
        """Return the gap for the next source; the last stands for every title that is still to come."""
        key = self._left.pop(0) if len(self._left) > 1 else self._left[0]
        return Gap(title.removeprefix("[").removesuffix("]"), origin=Origin(f"sources/{key}"))

"""Works of which nothing would be printed: those that a style has no word for, and those without any title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from probata.citation.exchange import joined
from probata.citation.library import Library
from probata.citation.parts import Asked, Reference
from probata.citation.plain import plain_citation
from probata.citation.sentinels import without_sentinels
from probata.citation.words import Words
from probata.diagnostics.value import value
from probata.document.inlines import Gap, Inline, Inlines, Text
from probata.document.origin import Origin
from probata.document.rebuild import map_children
from probata.document.walk import plain_text

# Works of which a citation style prints nothing, since it knows no word for their kind.


@value()
class Completed:
    """A citation in which every work is named."""

    inlines: Inlines
    left_out: tuple[str, ...] = ()
    """The works of which the style wrote nothing."""


def completed(written: Inlines, asked: Asked, library: Library, words: Words, delimiter: str) -> Completed:
    """Print each work of which a style wrote nothing, or nothing but the words round it, in full without the style."""
    if not (shown := plain_text(written)).strip():
        keys = tuple(reference.key for reference in asked.references)
        return Completed(plain_citation(asked, library, words, delimiter), keys)
    if len(asked.references) == 1 and not _is_bare(shown, asked.references[0]):
        return Completed(written)  # nearly all
    pieces = _pieces(written, delimiter) if len(asked.references) > 1 else [written]
    if len(pieces) != len(asked.references):  # a title has in it what stands between two works
        return Completed(written)
    bare = [_is_bare(plain_text(piece), reference) for piece, reference in zip(pieces, asked.references, strict=True)]
    if not any(bare):
        return Completed(written)
    parts: list[Inline] = []
    for place, reference in enumerate(asked.references):
        parts += [Text(delimiter)] if place else []
        alone = replace(asked, references=(reference,), starts=asked.starts and not place)
        parts += plain_citation(alone, library, words, delimiter) if bare[place] else pieces[place]
    left_out = tuple(reference.key for place, reference in enumerate(asked.references) if bare[place])
    return Completed(joined(tuple(parts)), left_out)


def _pieces(inlines: Inlines, delimiter: str) -> list[Inlines]:
    pieces: list[list[Inline]] = [[]]
    for inline in inlines:
        if not isinstance(inline, Text):
            pieces[-1].append(inline)
            continue
        for place, text in enumerate(inline.text.split(delimiter)):
            pieces += [[]] if place else []
            pieces[-1] += [replace(inline, text=text)] if text else []
    return [tuple(piece) for piece in pieces]


def _is_bare(piece: str, reference: Reference) -> bool:
    text = piece.strip()
    if reference.prefix and text.casefold().startswith(reference.prefix.casefold()):
        text = text[len(reference.prefix) :]
    if reference.suffix:
        text = text.strip().removesuffix(without_sentinels(reference.suffix).strip())
    return not any(map(str.isalnum, text))


# Sources of which nothing is recorded by which a reader could find them: a gap stands where their title would.


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

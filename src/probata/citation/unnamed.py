"""Works of which a citation style prints nothing, since it knows no word for their kind."""

from __future__ import annotations

from dataclasses import replace

from probata.citation.answer import joined
from probata.citation.library import Library
from probata.citation.parts import Asked, Reference
from probata.citation.plain import plain_citation
from probata.citation.sentinels import without_sentinels
from probata.citation.words import Words
from probata.diagnostics.value import value
from probata.document.inlines import Inline, Inlines, Text
from probata.document.walk import plain_text


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

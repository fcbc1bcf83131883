"""Where the pieces of a sentence meet: elision, contraction, capitals."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from probata.document.foreign import ForeignText, told
from probata.document.inlines import Inline, LineBreak
from probata.markup.placeholder import InlineValue
from probata.messages import Wording

_VOWEL = re.compile(r"[aeiouàâäéèêëíîïóôöúûüœæ]", re.IGNORECASE)

Pieces = tuple[str, ...]
"""A sentence or a part of one; what is in another language is a piece of its own."""


def fitted(pieces: Iterable[str], grammar: Wording) -> Pieces:
    """Return pieces as the language joins them: "de" and "les gardes" as "des gardes", "de" and "Orsk" unchanged.

    A French word with *h* at its beginning is left as it is: nothing in its spelling tells whether it is elided.
    """
    made: list[str] = []
    for piece in (piece for piece in pieces if piece):
        if made and not isinstance(made[-1], ForeignText):
            made[-1], piece = _joint(made[-1], piece, grammar)
        made.append(piece)
    return tuple(piece for piece in made if piece)


def _joint(before: str, piece: str, grammar: Wording) -> tuple[str, str]:
    for form, contracted in grammar.forms("contracted").items():
        end, _, article = form.strip().partition(" ")
        if not isinstance(piece, ForeignText) and _ends(before, f"{end} ") and piece.startswith(f"{article} "):
            return before[: -len(end) - 1] + contracted, piece[len(article) + 1 :]
    for form, elided in grammar.forms("elided").items():
        if _ends(before, form) and _VOWEL.match(piece):
            return before[: -len(form)] + elided, piece
    return before, piece


def _ends(text: str, word: str) -> bool:
    return text.endswith(word) and not text[: -len(word)][-1:].isalpha()


def capitalised(pieces: Sequence[str]) -> Pieces:
    """Return pieces with a capital at their beginning."""
    first, *others = pieces
    return (told(first, first[:1].upper() + first[1:]), *others)


def series(parts: Sequence[Pieces], grammar: Wording) -> Pieces:
    """Return parts as a list in running text: "a, b and c"."""
    if len(parts) < 2:
        return parts[0] if parts else ()
    between = grammar.label("list.between")
    head = tuple(piece for part in parts[:-1] for piece in (between, *part))[1:]
    return grammar.composed("list.last", head=head, tail=parts[-1])


def separated(parts: Sequence[str]) -> tuple[str, ...]:
    """Return texts with commas between them, in pieces."""
    return tuple(piece for part in parts for piece in (", ", part))[1:]


def with_country(place: str | None, country: str | None) -> tuple[str, ...]:
    """Return a place and its country in pieces; the country once, where it is the place or one of its parts."""
    named = {part.strip().casefold() for part in re.split("[,()]", place or "")}
    is_new = country and country.strip().casefold() not in named
    return separated([part for part in (place, country if is_new else None) if part])


def stacked(lines: Sequence[Sequence[Inline]]) -> InlineValue | None:
    """Set lines one below the other; `None` where there are none."""
    made: list[Inline] = []
    for line in lines:
        made.extend([LineBreak(), *line] if made else line)
    return InlineValue(tuple(made)) if made else None

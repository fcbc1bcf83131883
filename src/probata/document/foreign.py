"""Texts that are in another language than their document, and know it."""

from __future__ import annotations

from typing import Self

from probata.document.blocks import Blocks
from probata.document.inlines import Inline, Inlines, Text
from probata.document.origin import Origin
from probata.document.rebuild import map_blocks, map_texts


class ForeignText(str):
    """Characters in another language, with the place of the record or label that holds them.

    A string like any other for whoever prints it. What is made from it by joining or cutting is a plain string again,
    so a label and a foreign text are set side by side as two texts: see `texts`.
    """

    __slots__ = ("lang", "loc", "record")

    lang: str
    """Language as a BCP 47 tag."""
    record: str
    """What holds it: `allegations/a-1`, or `words` for a label."""
    loc: tuple[str | int, ...]
    """Path of the field in it."""

    def __new__(cls, text: str, lang: str, record: str, loc: tuple[str | int, ...]) -> Self:
        """Make one; an empty text is as good as any."""
        made = super().__new__(cls, text)
        made.lang, made.record, made.loc = lang, record, loc
        return made

    def __reduce__(self) -> tuple[type[ForeignText], tuple[str, str, str, tuple[str | int, ...]]]:
        """Return what makes it again: PDF files are written by other processes, which get a copy of the tree."""
        return type(self), (str(self), self.lang, self.record, self.loc)

    def telling(self, text: str) -> ForeignText:
        """Return other characters in the same language from the same place."""
        return ForeignText(text, self.lang, self.record, self.loc)


def told(text: str, shown: str) -> str:
    """Return `shown`, made from `text`, as foreign as that is."""
    return text.telling(shown) if isinstance(text, ForeignText) else shown


def own_words(text: str | None) -> str | None:
    """Return a text that is in the language of the document; `None` where it is in another, or there is none."""
    return None if isinstance(text, ForeignText) else text


def texts(origin: Origin | None, *pieces: str) -> Inlines:
    """Return pieces of a line as texts: what is in the document's language as one, each foreign text by itself."""
    made: list[Inline] = []
    plain = ""
    for piece in (*pieces, ForeignText("", "", "", ())):
        if not isinstance(piece, ForeignText):
            plain += piece
            continue
        made += [Text(plain, origin)] if plain else []
        made += [Text(piece, origin)] if piece else []
        plain = ""
    return tuple(made)


def in_the_language_of(source: str, blocks: Blocks) -> Blocks:
    """Return blocks that were made from a text, each text in them as foreign as that; unchanged where it is not."""
    if not isinstance(source, ForeignText):
        return blocks
    return map_blocks(blocks, lambda inlines: map_texts(inlines, lambda text: _as_foreign(text, source)))


def _as_foreign(text: str, source: ForeignText) -> str:
    return text if isinstance(text, ForeignText) else source.telling(text)

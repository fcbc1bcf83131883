"""Brackets in the characters of a paragraph: which are ours, and what stands between them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from probata.compose.word_template.forms import Form, Wrong
from probata.compose.word_template.recognise import Recogniser
from probata.word.piece import MARK, Piece
from probata.word.reading import address_of

# The characters of a paragraph, each with its look: where Word cut them into runs does not matter.

_BOLD_STYLES = frozenset({"strong", "intense emphasis", "book title", "strong emphasis"})
_ITALIC_STYLES = frozenset({"emphasis", "subtle emphasis", "intense emphasis", "book title"})


class TextLook(NamedTuple):
    """What is kept of the look of a run."""

    link: str = ""
    bold: bool = False
    italic: bool = False
    raised: str = ""
    """`sup`, `sub` or empty."""


PLAIN = TextLook()


@dataclass(frozen=True, slots=True)
class Char:
    """One character; or the mark of a note, whose `note` is its key."""

    text: str
    look: TextLook = PLAIN
    note: str = ""


def characters(pieces: Iterable[Piece], styles: dict[str, str], links: dict[str, str]) -> list[Char]:
    """Return the characters of pieces; `styles` are names by id, `links` addresses by id of the relationship.

    What a field of Word shows is text. Pictures are left out: they are told elsewhere.
    """
    return list(_characters(pieces, styles, links))


def _characters(pieces: Iterable[Piece], styles: dict[str, str], links: dict[str, str]) -> Iterator[Char]:
    for piece in pieces:
        look = _look(piece, styles.get(piece.style, ""), links)
        if piece.kind == "note":
            yield Char(MARK, PLAIN, piece.key)
        elif piece.kind not in ("picture", "formula"):
            yield from (Char(character, look) for character in piece.text)


def _look(piece: Piece, style: str, links: dict[str, str]) -> TextLook:
    raised = "sup" if "superscript" in piece.marks else "sub" if "subscript" in piece.marks else ""
    link = address_of(piece.link, links)
    return TextLook(link, piece.bold or style in _BOLD_STYLES, piece.italic or style in _ITALIC_STYLES, raised)


_SIGNS = re.compile(r"[\[\]]")
LONGEST = 5_000
"""Characters between brackets of ours."""
MOST = 3_000
"""Opening brackets in one paragraph, as in every text that is read."""
DEEPEST = 20
"""Brackets inside one another; a field in a condition in a condition are three."""


@dataclass(frozen=True, slots=True)
class Written:
    """Characters that are text."""

    chars: tuple[Char, ...]

    @property
    def is_blank(self) -> bool:
        """Whether nothing would be seen."""
        return not any(char.note or char.text.strip() for char in self.chars)


@dataclass(frozen=True, slots=True)
class Bracket:
    """A bracket of ours with what stands in it."""

    form: Form
    chars: tuple[Char, ...]
    opened: Char


Node = Written | Bracket


def read_brackets(chars: Sequence[Char], recogniser: Recogniser) -> list[Node]:
    """Return the characters cut at the brackets that are ours. `[[` and `]]` are brackets as text, with all in them."""
    text = "".join(char.text for char in chars)
    doubled, closes = _pairs(text)
    nodes: list[Node] = []
    written: list[Char] = []
    at = 0
    while (opens := text.find("[", at)) >= 0:
        written += chars[at:opens]
        if opens in doubled:
            end = doubled[opens]
            written += [chars[opens], *chars[opens + 2 : end], chars[end]]
            at = end + 2
            continue
        close = closes.get(opens)
        form = _form(text, opens, close, recogniser)
        if form is None:
            written.append(chars[opens])
            at = opens + 1
            continue
        nodes += [Written(tuple(written))] if written else []
        written = []
        close = len(text) if close is None else close
        nodes.append(Bracket(form, tuple(chars[opens + 1 : close]), chars[opens]))
        at = close + 1
    written += chars[at:]
    return [*nodes, Written(tuple(written))] if written else nodes


def too_many(text: str) -> Wrong | None:
    """Return what is wrong where a paragraph has too many brackets, or too many inside one another."""
    if text.count("[") > MOST:
        return Wrong(f"a paragraph has more than {MOST:,} brackets", "divide the text", "template-syntax")
    depth = deepest = 0
    for match in _SIGNS.finditer(text):
        depth = max(depth + (1 if match[0] == "[" else -1), 0)
        deepest = max(deepest, depth)
    if deepest <= DEEPEST:
        return None
    help = "close each bracket, and write `[if …]` and `[end]` in paragraphs of their own"
    return Wrong(f"brackets stand inside one another more than {DEEPEST} deep", help, "template-syntax")


def _form(text: str, at: int, close: int | None, recogniser: Recogniser) -> Form | None:
    if close is None:
        return recogniser.unclosed(text[at + 1 : at + 1 + LONGEST])
    return recogniser.form(text[at + 1 : close]) if close - at <= LONGEST else None


def _pairs(text: str) -> tuple[dict[int, int], dict[int, int]]:
    """Return where doubled brackets end, and where single ones close, by where they open."""
    doubled: dict[int, int] = {}
    closes: dict[int, int] = {}
    opened: list[int] = []
    begins, last = 0, text.rfind("]]")
    for match in _SIGNS.finditer(text):
        at = match.start()
        if at < begins:
            continue
        if text.startswith("[[", at) and at + 2 <= last:
            doubled[at] = text.find("]]", at + 2)
            begins = doubled[at] + 2
        elif match[0] == "[":
            opened.append(at)
        elif opened:
            closes[opened.pop()] = at
    return doubled, closes

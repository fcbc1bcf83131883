"""Brackets in the characters of a paragraph: which are ours, and what stands between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from probata.compose.word_template.characters import Char
from probata.compose.word_template.forms import Form
from probata.compose.word_template.recognise import Recogniser

LONGEST = 5_000
"""Characters between brackets of ours."""


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
    while at < len(text):
        if at in doubled:
            end = doubled[at]
            written += [chars[at], *chars[at + 2 : end], chars[end]]
            at = end + 2
            continue
        close = closes.get(at)
        form = _form(text, at, close, recogniser)
        if form is None:
            written.append(chars[at])
            at += 1
            continue
        nodes += [Written(tuple(written))] if written else []
        written = []
        close = len(text) if close is None else close
        nodes.append(Bracket(form, tuple(chars[at + 1 : close]), chars[at]))
        at = close + 1
    return [*nodes, Written(tuple(written))] if written else nodes


def _form(text: str, at: int, close: int | None, recogniser: Recogniser) -> Form | None:
    if text[at] != "[":
        return None
    if close is None:
        return recogniser.unclosed(text[at + 1 : at + 1 + LONGEST])
    return recogniser.form(text[at + 1 : close]) if close - at <= LONGEST else None


def _pairs(text: str) -> tuple[dict[int, int], dict[int, int]]:
    """Return where doubled brackets end, and where single ones close, by where they open."""
    doubled: dict[int, int] = {}
    closes: dict[int, int] = {}
    opened: list[int] = []
    at, last = 0, text.rfind("]]")
    while at < len(text):
        if text.startswith("[[", at) and at + 2 <= last:
            doubled[at] = text.find("]]", at + 2)
            at = doubled[at] + 2
            continue
        if text[at] == "[":
            opened.append(at)
        elif text[at] == "]" and opened:
            closes[opened.pop()] = at
        at += 1
    return doubled, closes

"""The words that a sentence of ours has in marks of quotation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from probata.checks.texts.sentences import Sentence
from probata.checks.texts.wordings import FEWEST, words_of

_QUOTED = re.compile(r"“([^“”]*)”|„([^„“”]*)[“”]|\"([^\"]*)\"|«([^«»]*)»|(?<!\w)‘((?:[^‘’]|’(?=\w))*)’(?!\w)")
_MARKUP = re.compile(r"\{\{[^{}\n]*\}\}|\{[^{}\n]*\}|`[^`\n]*`")
"""What holds marks of quotation and is no text."""


@dataclass(frozen=True, slots=True)
class QuotedWords:
    """A quotation in a sentence."""

    sentence: Sentence
    words: str
    """What stands between the marks."""
    start: int
    """Where it begins in the text, its marks included."""
    end: int

    @property
    def before(self) -> str:
        """Our own words before it in the sentence."""
        return self.sentence.own[: self.start - self.sentence.start]


def quotations_in(sentence: Sentence) -> Iterator[QuotedWords]:
    """Give the quotations of three words or more in a sentence; shorter ones stand in any text."""
    prose = _MARKUP.sub(lambda found: " " * len(found[0]), sentence.raw)
    for match in _QUOTED.finditer(prose):
        words = match[match.lastindex or 0]
        if len(words_of(words)) >= FEWEST:
            yield QuotedWords(sentence, words, sentence.start + match.start(), sentence.start + match.end())

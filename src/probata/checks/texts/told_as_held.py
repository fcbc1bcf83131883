"""What our sentences say that a court held, each with the recorded holdings of which it speaks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from probata.checks.check_input import CheckInput
from probata.checks.texts.cited_places import numbers_of_place
from probata.checks.texts.placed_on_judgments import Placed, said_to_be_held, said_to_be_held_by_name
from probata.checks.texts.sentences import own_words
from probata.checks.texts.word_lists import any_of, whole_words, word_list
from probata.model.authority import Holding

_NEAR = 16
"""Words between the name of the court and “that”, at most."""
_STEM = 5
"""First letters by which a holding is taken to speak of the same."""
_SHARED = 2
"""Words that a sentence and a holding on the same matter share."""
_WORD = re.compile(r"[^\W\d_]{4,}")


class ToldAsHeld(NamedTuple):
    """What a sentence says is held, and the holdings at the paragraphs that it cites."""

    placed: Placed
    said: str
    language: str
    holdings: tuple[Holding, ...]

    @property
    def is_sure(self) -> bool:
        """Whether the holdings are those of which it speaks, and not all that are recorded of the judgment."""
        return bool(self.placed.places) or len(self.holdings) == 1 < len(self.placed.authority.holdings)

    @property
    def recorded(self) -> str:
        """What these holdings say, with blanks for what is quoted in them."""
        return " ; ".join(own_words(holding.text) for holding in self.holdings)


def told_as_held(case: CheckInput) -> Iterator[ToldAsHeld]:
    """Give the sentences that say what a court held; without “that” near the verb, or a holding, there is none."""
    for one in chain(said_to_be_held(case), said_to_be_held_by_name(case)):
        sentence = one.sentence
        verb = any_of("holding", "says", sentence.language).search(sentence.own) if sentence else None
        said = _clause(sentence.own, verb.start(), sentence.language) if sentence and verb else ""
        at = _at(one, said) if said else ()
        if sentence and at:
            yield ToldAsHeld(one, said, sentence.language, at)


def _at(one: Placed, said: str) -> tuple[Holding, ...]:
    """Return the holdings at the paragraphs that are cited; where none is, the one on the same matter, or else all."""
    holdings = one.authority.holdings
    if one.places:
        return tuple(held for held in holdings if held.paragraph and one.numbers & numbers_of_place(held.paragraph))
    alike = tuple(held for held in holdings if len(_matters(said) & _matters(held.text)) >= _SHARED)
    return alike if len(alike) == 1 else holdings


def _matters(text: str) -> frozenset[str]:
    words = (found[0].casefold() for found in _WORD.finditer(text))
    return frozenset(word[:_STEM] for word in words if not any_of("holding", "empty").fullmatch(word))


def _clause(own: str, verb: int, language: str) -> str:
    """Return what follows on “that” near the verb; empty where a court “held a hearing”."""
    that = whole_words(word_list("holding", language)["that"])
    found = next((match for match in that.finditer(own, verb) if own[verb : match.start()].count(" ") < _NEAR), None)
    return own[found.end() :] if found else ""

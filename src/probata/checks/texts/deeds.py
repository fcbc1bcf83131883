"""Whether a sentence says what was done to somebody, and leaves it neither open nor denied."""

from __future__ import annotations

from probata.checks.prose.sentences import Sentence, is_denied
from probata.checks.prose.words import any_of, languages_of
from probata.checks.texts.ladders import ladders

_OF_DEEDS = frozenset({"death", "treatment", "return"})
"""Ladders of what is done to somebody. That of detention has words of places, such as *custody*, so its verbs alone
count: they stand in `words/deeds.yaml`."""


def tells_deed(sentence: Sentence) -> bool:
    """Tell whether a sentence asserts a deed; in a language without a list none does."""
    language = sentence.language
    if language not in languages_of("deeds") or any_of("grades", "supposed", language).search(sentence.own):
        return False
    steps = (step for one in ladders(language) if one.about in _OF_DEEDS for step in one.steps)
    found = (match for words in (any_of("deeds", "deeds", language), *steps) if (match := words.search(sentence.own)))
    return any(not is_denied(sentence.own, match.start(), match.end(), language) for match in found)

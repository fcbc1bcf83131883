"""Ladders of words from the least to the gravest, and how high on one of them a text stands: `words/grades.yaml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from probata.checks.prose.words import Words, by_wording, languages_of, one_of, whole_words, word_list

Steps = tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Ladder:
    """Words for one matter."""

    about: str
    """The matter, such as `death`."""
    steps: Steps
    """Patterns of words, those of the least first."""
    any_step: Words
    """A pattern that matches where any of them does."""

    def highest(self, text: str) -> Height | None:
        """Return the gravest words of a text on this ladder; `None` where it has none of its words."""
        for step in range(len(self.steps) - 1, -1, -1) if self.any_step.search(text) else ():
            if match := self.steps[step].search(text):
                return Height(step, " ".join(match[0].split()))
        return None


@dataclass(frozen=True, slots=True)
class Height:
    """The gravest word of a text."""

    step: int
    """Its place on the ladder, from 0."""
    words: str


@cache
def ladders(language: str = "en") -> tuple[Ladder, ...]:
    """Return the ladders of a language in the order of their file, which is one for all; none where it has no list.

    Steps of one height mean the same in all languages, so that a text and its source may be in two.
    """
    if language not in languages_of("grades"):
        return ()
    entries = word_list("grades", language)["ladders"]
    return tuple(
        Ladder(one["about"], tuple(map(whole_words, one["steps"])), one_of(tuple(one["steps"]))) for one in entries
    )


@by_wording
def highest_in(about: str, text: str, language: str) -> Height | None:
    """Return the gravest words of a text on the ladder for a matter in a language; `None` where there are none."""
    ladder = next((one for one in ladders(language) if one.about == about), None)
    return ladder.highest(text) if ladder and has_any(text, language) else None


@by_wording
def has_any(text: str, language: str) -> bool:
    """Tell whether a text has a word of any ladder of a language, for whoever asks one ladder after the other."""
    return bool(ladders(language)) and _any_step(language).search(text) is not None


@cache
def _any_step(language: str) -> Words:
    return one_of(tuple(step for one in word_list("grades", language)["ladders"] for step in one["steps"]))

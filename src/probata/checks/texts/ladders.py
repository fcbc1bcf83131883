"""Ladders of words from the least to the gravest, and how high on one of them a text stands: `words/grades.yaml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from probata.checks.texts.word_lists import Words, whole_words, word_list

Steps = tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Ladder:
    """Words for one matter."""

    about: str
    """The matter, such as `death`."""
    steps: Steps
    """Patterns of words, those of the least first."""


@dataclass(frozen=True, slots=True)
class Height:
    """The gravest word of a text."""

    step: int
    """Its place on the ladder, from 0."""
    words: str


@cache
def ladders() -> tuple[Ladder, ...]:
    """Return the ladders in the order of their file."""
    return tuple(Ladder(one["about"], tuple(map(whole_words, one["steps"]))) for one in word_list("grades")["ladders"])


def highest(steps: Steps, text: str) -> Height | None:
    """Return the gravest words of a text on a ladder; `None` where it has none of its words."""
    for step in range(len(steps) - 1, -1, -1):
        if match := steps[step].search(text):
            return Height(step, " ".join(match[0].split()))
    return None

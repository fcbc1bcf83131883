"""Where a sentence on a judgment has a graver word than the recorded holding: killed for died."""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check_input import CheckInput
from probata.checks.texts.ladders import Height, highest_in, ladders
from probata.checks.texts.told_as_held import ToldAsHeld
from probata.checks.texts.word_lists import LANGUAGES, any_of
from probata.model.language import primary

_GRAVE = 1
"""The step of a ladder from which a word counts of which the holding has none of its kind."""
_COMMON = frozenset({"detention", "number"})
"""Ladders whose words are in most sentences of a case: that a holding has none says nothing."""
_DEEDS = ("death", "return")
"""Ladders of what was done to somebody, which a holding tells in its own words."""
_OPEN = (("holding", "denies"), ("grades", "supposed"))
"""Words by which a sentence denies, or leaves open."""
_STEM = 5
"""First letters by which a holding has a word, whatever its ending."""


def graver_words(case: CheckInput, held: ToldAsHeld) -> Iterator[str]:
    """Say of each ladder on which the sentence stands higher how both put it."""
    recorded = held.recorded
    for about in (one.about for one in ladders(held.language)):
        said = highest_in(about, held.said, held.language)
        theirs = _height(about, recorded, primary(case.graph.case.language)) if said else None
        if said and theirs and said.step > theirs.step:
            yield f"the text says `{said.words}` where the holding says no more than `{theirs.words}`"
        elif (
            said
            and not theirs
            and held.is_sure
            and about not in _COMMON
            and said.step >= _GRAVE
            and said.words[:_STEM].casefold() not in recorded.casefold()
        ):
            yield f"the text says `{said.words}` where the holding has no word of that"


def is_graver_deed(case: CheckInput, held: ToldAsHeld) -> bool:
    """Tell whether a death or a return is told with a graver word than the holding has, and nothing left open."""
    is_open = any(any_of(*words, held.language).search(held.said) for words in _OPEN)
    for about in () if is_open else _DEEDS:
        said = highest_in(about, held.said, held.language)
        theirs = _height(about, held.recorded, primary(case.graph.case.language)) if said else None
        is_open_elsewhere = said and said.step >= _GRAVE and not theirs and _is_left_open(case, held, about)
        if said and (is_open_elsewhere or (theirs and said.step > theirs.step)):
            return True
    return False


def _is_left_open(case: CheckInput, held: ToldAsHeld, about: str) -> bool:
    """Tell whether another recorded holding says that this matter was left open: “no finding on the cause of death”."""
    language = primary(case.graph.case.language)
    others = (one for one in held.placed.authority.holdings if one not in held.holdings)
    return any(
        any_of("holding", "left_open", language if language in LANGUAGES else "en").search(one.text) is not None
        and _height(about, one.text, language) is not None
        for one in others
    )


def _height(about: str, words: str, language: str) -> Height | None:
    others = (one for one in LANGUAGES if one != language)
    return next((found for one in (language, *others) if (found := highest_in(about, words, one))), None)

"""Where a sentence on a judgment and the recorded holding differ in a denial."""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check_input import CheckInput
from probata.checks.texts.told_as_held import ToldAsHeld
from probata.checks.texts.word_lists import LANGUAGES, any_of
from probata.model.authority import Holding
from probata.model.language import primary


def denials_apart(case: CheckInput, held: ToldAsHeld) -> Iterator[str]:
    """Tell where the sentence denies nothing, and every holding there does, or the other way about."""
    language = primary(case.graph.case.language)
    if not held.is_sure:
        return
    said = any_of("holding", "denies", held.language).search(held.said)
    theirs = [_denial(holding, language) for holding in held.holdings]
    if said and not any(theirs):
        yield f"the text says `{said[0]}`, and the holding has no such word"
    elif not said and all(theirs):
        yield f"the text drops the `{theirs[0]}` of the holding"


def _denial(holding: Holding, language: str) -> str:
    others = (one for one in LANGUAGES if one != language)
    words = (any_of("holding", "denies", one) for one in ((language,) if language in LANGUAGES else others))
    return next((found[0] for one in words if (found := one.search(holding.text))), "")

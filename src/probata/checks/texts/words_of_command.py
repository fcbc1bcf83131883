"""The words by which texts tell of command, as patterns: `words/told_command.yaml`."""

from __future__ import annotations

import re
from functools import cache

from probata.checks.texts.word_lists import Words, whole_words, word_list


@cache
def said_of_command(language: str) -> re.Pattern[str]:
    """Return a pattern of what says that somebody commands, its form as the group that matches."""
    words = word_list("told_command", language)
    forms = {key: "|".join(words[key]) for key in ("commands", "under")} | {"own": words["own"]}
    grade = f"(?:{words['grade']})"
    graded = (rf"(?P<{key}>{form.replace('grade', grade)})" for key, form in forms.items())
    spaced = re.sub(r" (?![^\[]*\])", r"\\s+", "|".join(graded))
    return re.compile(rf"(?<![\w-])(?:{spaced})(?![\w-])", re.IGNORECASE)


@cache
def words_of_grade(language: str) -> Words:
    """Return the words that say that nobody stands above."""
    return whole_words(word_list("told_command", language)["grade"])


@cache
def pronouns_of_people(language: str) -> re.Pattern[str]:
    """Return the pronouns that stand for a person as the subject."""
    pronouns = word_list("told_command", language)["pronouns"]
    return re.compile(rf"\b(?:{'|'.join(pronouns[key].split('|')[0] for key in ('male', 'female'))})\b", re.IGNORECASE)


@cache
def preposition_before(language: str) -> re.Pattern[str]:
    """Return a pattern for the end of a text in a preposition, with an article or without."""
    words = word_list("told_command", language)
    return re.compile(rf"(?<!\w)(?:{words['prepositions']})\s*(?:(?:{words['articles']})\s*)?$", re.IGNORECASE)


@cache
def names_behind_prepositions(language: str) -> re.Pattern[str]:
    """Return a pattern for a preposition with the words in capital letters behind it."""
    words = word_list("told_command", language)
    return re.compile(
        rf"(?<!\w)(?i:{words['prepositions']})\s+(?:(?i:{words['articles']})\s+)?(?:[^\W\d_a-z][\w’'-]*\s*)+"
    )

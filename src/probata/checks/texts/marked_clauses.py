"""Forms of a clause in which names and dates are compared as marks, whatever they are called."""

from __future__ import annotations

from probata.checks.prose.words import word_list

NAME, TIME = "\x01", "\x02"
"""What each letter of a name and of a date is written as before the forms are compared, so that places stay."""


def put_mark(text: str, start: int, end: int, mark: str) -> str:
    """Write a mark over a part of a text; the text keeps its length."""
    return text[:start] + mark * (end - start) + text[end:]


def words_between(turns: str, longest: int) -> str:
    """Return a form of the words of one clause, as few as may be, in which nothing else begins to be told."""
    return _words_of_clause(turns, longest) + "?"


def listed_words(name: str, key: str, language: str = "en") -> str:
    """Return the words under a key of a list as a part of a form; a space in them stands for any white space."""
    return str(word_list(name, language)[key]).replace(" ", r"\s+")


def _words_of_clause(turns: str, longest: int, also: str = "") -> str:
    return rf"(?:(?!\b(?:{turns})\b)[^{NAME}{TIME},;:(){also}]){{0,{longest}}}"

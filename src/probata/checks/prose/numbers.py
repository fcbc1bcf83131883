"""Numbers that somebody has typed in a text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from probata.checks.prose.sentences import Sentence
from probata.checks.prose.words import Words, by_wording, whole_words, word_list
from probata.diagnostics.value import value
from probata.graph.case_graph import CaseGraph
from probata.model.language import primary
from probata.model.narrative import Narrative

_SPACES = "\u00a0\u202f"
_MARKS = {"fr": f",.{_SPACES} ", "es": f",.{_SPACES} "}
"""What may stand between thousands; in French and Spanish a plain space too, for want of another on the keyboard."""
_FIRST_YEAR, _LAST_YEAR = 1000, 2199
_LAST_DAY = 31
_THOUSANDS = {"en": ",", "fr": f"{_SPACES} ", "es": f".{_SPACES} "}
_COMMA = ","
_NEAR = 80
"""Characters before a number in which the words stand that say what it is; a paragraph may be very long."""


@value()
class TypedNumber:
    """A number with its place."""

    sentence: Sentence
    start: int
    """Where it begins in the sentence."""
    written: str
    value: Fraction
    is_percent: bool
    mark: str
    """What stands between its thousands; empty where nothing does."""
    is_rounded: bool
    """Whether words before it say that it is."""


def languages_of(graph: CaseGraph) -> tuple[str, ...]:
    """Return the languages in which the case has texts of its own, its own language first."""
    others = (section.language for section in graph.all("narrative", Narrative) if section.language)
    by_primary = {primary(tag): tag for tag in (*others, graph.case.language)}
    return tuple(sorted(by_primary.values(), key=lambda tag: primary(tag) != primary(graph.case.language)))


def numbers_in(sentence: Sentence, language: str = "en") -> Iterator[TypedNumber]:
    """Give the numbers of one sentence."""
    yield from (TypedNumber(sentence, *found) for found in _numbers_of(sentence.own, language))


@by_wording
def _numbers_of(text: str, language: str) -> tuple[tuple[int, str, Fraction, bool, str, bool], ...]:
    """Return the numbers of a text: all that is known of each but its sentence. Many checks ask for the same ones."""
    return tuple(
        (
            match.start(), match[0].strip(), found, match["percent"] is not None, _mark(match),
            is_said_to_be_rounded(text[: match.start()]),
        )
        for match in _number(language).finditer(text)
        if (found := _read(match, language)) is not None
        and not _is_something_else(found, match, text[: match.start()], text[match.end() :])
    )  # fmt: skip


@cache
def _number(language: str) -> re.Pattern[str]:
    marks = _MARKS.get(language, f",.{_SPACES}")
    return re.compile(
        rf"(?<![\w.,:/§$£€#+–—-])(?P<whole>\d{{1,3}}(?P<mark>[{marks}])\d{{3}}(?:(?P=mark)\d{{3}})*(?!\d)|\d{{1,15}})"
        rf"(?:(?P<point>[.,])(?P<rest>\d{{1,6}}))?"
        rf"(?P<percent>[ {_SPACES}]?%|\s(?:per\s?|pour\s)cent\b|\spor\sciento\b)?"
        r"(?![\w%–—/]|[-.,:’'][\w])"
    )


def _mark(match: re.Match[str]) -> str:
    """Return what stands between thousands, all spaces as one: they look alike, and no reader tells them apart."""
    mark = match["mark"] or ""
    return _SPACES[0] if mark == " " else mark


def _read(match: re.Match[str], language: str) -> Fraction | None:
    """Return the number as the language of the text writes it; `None` where it cannot be one there."""
    whole, mark, rest = match["whole"], match["mark"], match["rest"]
    if mark and mark not in _THOUSANDS.get(language, _COMMA):
        if rest or mark in _SPACES or whole.count(mark) > 1:
            return Fraction(re.sub(r"\D", "", whole)) if not rest else None
        return Fraction(whole.replace(mark, "."))  # `1.023` is a little more than one in English
    digits = re.sub(r"\D", "", whole)
    return Fraction(f"{digits}.{rest}") if rest else Fraction(digits)


def _is_something_else(value: Fraction, match: re.Match[str], before: str, behind: str) -> bool:
    if match["percent"]:
        return False
    is_plain = not match["mark"] and not match["rest"]
    if is_plain and len(match["whole"]) > 1 and match["whole"].startswith("0"):
        return True
    if is_plain and _FIRST_YEAR <= value <= _LAST_YEAR:
        return True
    is_of_month = bool(_begins_with("months").match(behind) or _is_before("months", before))
    if is_of_month and value.denominator == 1 and 1 <= value <= _LAST_DAY:
        return True
    return bool(_is_before("names", before) or _begins_with("measures").match(behind))


def is_said_to_be_rounded(before: str) -> bool:
    """Tell whether the words before a number say that it is rounded, or a bound."""
    return _is_before("rounded", before)


def stands_in_a_name(before: str) -> bool:
    """Tell whether the words before a number, or a month there, make it part of a name or a date."""
    return _is_before("names", before) or _is_before("months", before)


def _is_before(key: str, before: str) -> bool:
    return _ends_with(key).search(before, max(0, len(before) - _NEAR)) is not None


@cache
def _ends_with(key: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w])(?:{_words(key)})[\s{_SPACES}*(]*$", re.IGNORECASE)


@cache
def _begins_with(key: str) -> re.Pattern[str]:
    return re.compile(
        rf"[\s{_SPACES}-]*(?:(?:to|and|or|au|et|al|y)[ ]\d\d?[ ])?(?:de[ ]|of[ ])?(?:{_words(key)})(?!\w)",
        re.IGNORECASE,
    )


def _words(key: str) -> str:
    return "|".join(word_list("numbers")[key]).replace(" ", r"\s+")


_CITED = re.compile(r"(?<![\w@])@([\w.:/-]*\w)([^;\[\]@]*)")
_CITATION = re.compile(r"\[[^\[\]@]*+@[^\[\]]*+\]")
_FILLED = re.compile(r"\{\{([^{}]*+)\}\}")
_LEFT_OUT = re.compile(
    r"\[[^\[\]@]*+@[^\[\]]*+\]|(?<![\w@])@[\w.:/-]*\w|\{\{[^{}\n]*\}\}|`[^`\n]*`|https?://\S+|\]\{[^{}]*\}|^\{[^{}\n]*\}$"
    # Hours: one language counts to 12 and another to 24.
    r"|\d{1,2}[:h][  ]?\d{2}|\d{1,2}[  -]?(?:h|hours?|heures?|horas?)\b(?:[  ]?\d{2}\b)?"
    r"|\d{1,2}(?:[.:]\d{2})?[  ]?(?:[ap]\.?m\b\.?|o[’']clock|in the (?:morning|afternoon|evening)|at night)"
    r"|\blas?[  ]\d{1,2}(?:[.:]\d{2})?\b",
    re.MULTILINE | re.IGNORECASE,
)
NUMBER = re.compile(r"(?<![^\W\d_])\d+(?:[.,’'\u00a0\u2009\u202f ]\d{3}(?!\d))*(?:[.,]\d+)?")
"""A number in digits, with its thousands and decimals."""


def numbers_told(text: str) -> Counter[str]:
    """Count the numbers of a text outside citations, by their digits: `4,000`, `4.000` and `4 000` are one.

    Hours of the day are left out.
    """
    return Counter(_digits_of(text))


@by_wording
def _digits_of(text: str) -> tuple[str, ...]:
    """Return the digits of each number; a text in several languages is compared with each of them."""
    said = _LEFT_OUT.sub(" ", text)
    return tuple(re.sub(r"\D", "", found[0]) for found in NUMBER.finditer(said))


def citations_told(text: str) -> dict[str, str]:
    """Return what a text cites and fills in: source and numbers of the place, each with how it is written."""
    told: dict[str, str] = {}
    for citation in _CITATION.finditer(text):
        for found in _CITED.finditer(citation[0]):
            told.setdefault(f"{found[1]} {' '.join(re.findall(r'[0-9]+', found[2]))}", f"@{found[1]}{found[2]}".strip())
    for filled in _FILLED.finditer(text):
        told.setdefault("".join(filled[1].split()).replace('"', "'"), filled[0])
    return told


_ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_LAST_ROMAN = 39
_FIRST_ROMAN = 2
"""`I` is a word of English."""


def is_in_words(number: str, text: str, language: str) -> bool:
    """Tell whether a text has a number, given by its digits, in words or as a Roman numeral: “douze”, “XXe siècle”."""
    digits = number.lstrip("0") or "0"
    pattern = _number_patterns(language).get(digits)
    return bool(pattern and pattern.search(text)) or bool(re.search(_roman(digits), text))


def loose_numbers(text: str, language: str) -> frozenset[str]:
    """Return the digits that the same number may not have in another language: `1.5 million`, `the 1980s`."""
    return frozenset(re.sub(r"\D", "", found[0]) for found in _loose(language).finditer(text))


@cache
def _number_patterns(language: str) -> dict[str, Words]:
    patterns = word_list("number_words", language)["words"]
    return {str(digits): whole_words(pattern) for digits, pattern in patterns.items()}


@cache
def _roman(digits: str) -> str:
    """Return a pattern for a number as a Roman numeral; one that never matches for a number that is too large."""
    value = int(digits) if len(digits) <= len(str(_LAST_ROMAN)) else 0
    if not _FIRST_ROMAN <= value <= _LAST_ROMAN:
        return r"(?!)"
    return rf"\b{'X' * (value // 10)}{_ONES[value % 10]}(?:e|ème|th|st|nd|rd|º)?\b"


@cache
def _loose(language: str) -> re.Pattern[str]:
    words = word_list("number_words", language)
    scale, decade = (str(words[key]).replace(" ", r"\s+") for key in ("scale", "decade"))
    return re.compile(rf"{NUMBER.pattern}(?:\s+|-)(?:{scale})\b|\b(?:{decade})\b", re.IGNORECASE)


class NumbersApart(NamedTuple):
    """The numbers of one text that the other has not, or not as often."""

    gone: Counter[str]
    """Of the original."""
    come: Counter[str]
    """Of the translation."""
    new: frozenset[str]
    """Those of them that the other text has not at all."""
    is_loose: bool
    """Whether one of them may be another that languages write with other digits."""


def numbers_apart(original: str, text: str, language: str, other_language: str) -> NumbersApart:
    """Compare two texts; a number that the other has in words or as a Roman numeral is there."""
    one, other = numbers_told(original), numbers_told(text)
    gone = Counter({number: n for number, n in (one - other).items() if not is_in_words(number, text, other_language)})
    come = Counter({number: n for number, n in (other - one).items() if not is_in_words(number, original, language)})
    loose = (loose_numbers(original, language) & gone.keys()) | (loose_numbers(text, other_language) & come.keys())
    return NumbersApart(gone, come, frozenset(gone) - other.keys() | frozenset(come) - one.keys(), bool(loose))

"""Numbers that somebody has typed in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache

from probata.checks.prose.sentences import Sentence
from probata.checks.prose.words import by_wording, word_list
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

    @property
    def place(self) -> tuple[int, int]:
        """Where it begins and ends in the sentence."""
        return self.start, self.start + len(self.written)


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
    is_of_month = leads_to_a_month(behind) or _is_before("months", before)
    if is_of_month and value.denominator == 1 and 1 <= value <= _LAST_DAY:
        return True
    return bool(_is_before("names", before) or _begins_with("measures").match(behind))


def is_said_to_be_rounded(before: str) -> bool:
    """Tell whether the words before a number say that it is rounded, or a bound."""
    return _is_before("rounded", before)


def stands_in_a_name(before: str) -> bool:
    """Tell whether the words before a number, or a month there, make it part of a name or a date."""
    return _is_before("names", before) or _is_before("months", before)


def leads_to_a_month(behind: str) -> bool:
    """Tell whether a month follows a number, so that it is a day."""
    return _begins_with("months").match(behind) is not None


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

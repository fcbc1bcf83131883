"""Which share of a case a typed percentage is, or is meant to be.

Percentages lie close together, so one is compared only with those that its sentence can be about: it cites a source of
the share, or nothing, where its paragraph cites it; it speaks of what the share is of; and a cell counts only where its
row is named. What rises or falls by a percentage is no share.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import cache

from probata.checks.tables.digits_apart import SWAPPED, digits_apart
from probata.checks.tables.known import Known
from probata.checks.tables.named_parts import dated_rows
from probata.checks.tables.shares_of_tables import gives_share, names_a_part
from probata.checks.tables.told_of_tables import names, subject_of
from probata.checks.texts.cited_places import cited_places
from probata.checks.texts.typed_numbers import TypedNumber, share_of
from probata.checks.texts.word_lists import Words, whole_words, word_list
from probata.figures import TypedTable

_NEAR = 1
"""Points by which a typed percentage may miss a share and still be meant as that."""
_BEGINNING = 5
"""Letters with which two words begin that are taken for one: `admitted` and `admitting`."""
_WORD = re.compile(r"[^\W\d_]{4,}")
_FEWEST = 2
"""Words that a sentence shares with a share, where none stands behind `per cent of`."""
_HALF = Fraction(1, 2)


def share_meant(number: TypedNumber, known: Iterable[Known]) -> Known | None:
    """Return the share that a percentage is, rounded to the digits that are written; the nearest of several."""
    same = {one.told: one for one in _meant(number, known) if _is_rounded_from(number, one)}  # of a figure, as shown
    return min(same.values(), key=lambda one: abs(one.value - number.value), default=None)


def share_missed(
    number: TypedNumber, known: Iterable[Known], tables: Iterable[TypedTable]
) -> tuple[Known, bool] | None:
    """Return the share that a percentage misses by a point at most, or but for two neighbouring digits swapped.

    The second says whether they are swapped. Nothing where it is said to be rounded, or is another share: a known one,
    or that of the rows and columns which its sentence names.
    """
    meant = list(_meant(number, known))
    shown = {one.told: one for one in meant}.values()  # of a figure, as it is shown
    if number.is_rounded or any(_is_rounded_from(number, one) for one in meant):
        return None
    swapped = [one for one in shown if digits_apart(_digits(one, number), str(number.value / number.unit)) == SWAPPED]
    near = [one for one in shown if abs(one.value - number.value) <= _NEAR]
    found = swapped or sorted(near, key=lambda one: abs(one.value - number.value))
    if any(names_a_part(table, number) and gives_share(table, number) for table in tables if found):
        return None
    return (found[0], bool(swapped)) if found else None


def _digits(known: Known, number: TypedNumber) -> str:
    """Return the digits of a share, as many behind the point as the number is written with."""
    return str(round(known.value / number.unit))


def _is_rounded_from(number: TypedNumber, known: Known) -> bool:
    return abs(known.value - number.value) <= number.unit * _HALF


def _meant(number: TypedNumber, known: Iterable[Known]) -> Iterator[Known]:
    """Give the shares that a percentage can be told of."""
    own, language = number.sentence.own, number.sentence.language
    if _by(language).search(own[: number.start]):
        return
    cited, said = _cited(number), _beginnings(own)
    noun = share_of(number).casefold()[:_BEGINNING]
    for one in known:
        words = _beginnings(" ".join(one.words))
        is_of_it = noun in words if noun else len(words & said) >= _FEWEST
        if one.is_percent and one.sources & cited and is_of_it and _is_row_named(one, number):
            yield one


def _is_row_named(known: Known, number: TypedNumber) -> bool:
    """Tell whether the sentence names the row of a cell; of a figure or total, nothing need be named."""
    if known.row is None:
        return True
    table, row = known.row
    is_dated = any(named.row is row for named in dated_rows(table, number.sentence))
    return is_dated or names(number.sentence.own, subject_of(table, row))


def _cited(number: TypedNumber) -> frozenset[str]:
    """Return the sources that the sentence of a number cites, or its line; where there is none, its paragraph."""
    beside = {one.source for one in number.sentence.text.citations}
    in_sentence = {source for source, _ in cited_places(number.sentence.raw)}
    return frozenset(in_sentence or beside or {source for source, _ in cited_places(number.paragraph)})


def _beginnings(text: str) -> frozenset[str]:
    return frozenset(word[:_BEGINNING] for word in _WORD.findall(text.casefold()) if not _months().search(word))


@cache
def _months() -> Words:
    return whole_words("|".join(word_list("numbers")["months"]))


@cache
def _by(language: str) -> re.Pattern[str]:
    """Match the words before a percentage by which something rises or falls by it."""
    words = "|".join(word_list("numbers")[f"by_{language}"])
    return re.compile(rf"(?<!\w)(?:{words})\s+$", re.IGNORECASE)

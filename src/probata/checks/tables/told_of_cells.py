"""Whether a sentence counts what a cell counts, and whether it can be about the table of that cell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from probata.checks.tables.counted import Counted, unit_of
from probata.checks.tables.told_of_tables import names
from probata.checks.texts.sentences import Sentence
from probata.checks.texts.typed_numbers import TypedNumber
from probata.checks.texts.word_lists import Words, any_of, whole_words, word_list
from probata.model.language import primary

_NOUN = re.compile(r"\s+(?:(?P<before>[^\W\d_][\w’'-]*)\s+)?(?P<noun>[^\W\d_][\w’'-]*)")
_WORD = re.compile(r"[^\W\d_]{4,}")
_YEAR = re.compile(r"(?<![\d.,])(?:1[89]|20)\d\d(?![\d%]|[.,]\d)")
_ALIKE = 4
"""Letters with which two words begin that are taken for one, such as `admitted` and `admissions`."""


def counts_the_same(cell: Counted, number: TypedNumber) -> bool:
    """Tell whether a number counts what a cell counts: its unit, or the heading where it has none, stands behind it.

    One word may stand between, as in "85 detained persons", unless it says that they are others or a part.
    """
    behind = number.sentence.own[number.start + len(number.written) :]
    found = _NOUN.match(behind)
    if found is None or cell.a_day:
        return False
    first = found["before"] or found["noun"]
    is_apart = any_of("units", "apart", number.sentence.language).search(first) is not None
    nouns = {_bare(first)} if is_apart or not found["before"] else {_bare(first), _bare(found["noun"])}
    return bool(nouns & {_bare(unit) for unit in _units(cell, number.sentence.language)})


def _units(cell: Counted, language: str) -> Iterator[str]:
    """Give what a cell counts, in the language of the case and in another."""
    column = cell.column
    yield cell.unit or unit_of(column.heading)
    for tag, texts in column.translations.items():
        if primary(tag) == language:
            yield texts.get("unit") or texts.get("heading", "")


def _bare(word: str) -> str:
    unit = unit_of(word)
    return unit if unit.startswith("=") else unit.rstrip("s")


def is_told_of(cell: Counted, sentence: Sentence) -> bool:
    """Tell whether a sentence can be about the table of a cell: it shares a word with it and names no other year."""
    years = {int(year) for year in _YEAR.findall(sentence.own)}
    when = cell.period or cell.table.dataset.period
    if years and when and not any(when.first.year <= year <= when.last.year for year in years):
        return False
    of_units = _beginnings(" ".join(_units(cell, sentence.language)))
    shared = _beginnings(sentence.own) & _beginnings(" ".join(_names_of(cell, sentence.language)))
    return names(sentence.own, cell.row) or bool(shared - of_units)


def _names_of(cell: Counted, language: str) -> Iterator[str]:
    """Give what the table and the column are called, in their own language and in that of a sentence."""
    for named, field in ((cell.table.dataset, "title"), (cell.column, "heading")):
        yield getattr(named, field)
        for tag, texts in named.translations.items():
            if primary(tag) == language:
                yield texts.get(field, "")
    yield cell.place


def _beginnings(text: str) -> frozenset[str]:
    """Return the first letters of the longer words of a text; of months and parts of a year nothing can be told."""
    return frozenset(word[:_ALIKE] for word in _WORD.findall(text.casefold()) if not _general().search(word))


@cache
def _general() -> Words:
    return whole_words("|".join([*word_list("units")["general"], *word_list("numbers")["months"]]))

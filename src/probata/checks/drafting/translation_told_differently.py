"""A translation gives another number than the text that it translates, or does not cite what that cites.

Compares each field under `translations`, and each section in another language with that of the same place and order,
with its original: paragraph by paragraph where both have as many, else as a whole. It is told at the first place that
differs. Found are numbers of the original in whose stead the translation has others, and sources, places in them and
figures that one of both has alone. A number that the other text has in words ("douze" for 12) or as a Roman numeral is
there. One that only one of both has is told where it is above 31, as a note, since it may be written in other words; a
note is also a number that is a decade or stands beside "million" and the like, for which languages write other digits.
Only English, French and Spanish are read. A number that one of both has typed and the other prints by a figure is the
same. Hours of the day are left out. Where two translations differ from the original in the same, that is told once.

## Why it matters
The addressee reads one language and the person accused another. Where the two give different years, counts or articles,
each side quotes the one that suits it, and nobody knows which was meant.

## Example
```yaml
case:
  title: Example
  language: en
  summary: In 2022, 400 men were held.
  translations: {fr: {summary: "En 2012, 400 hommes ont été détenus."}}
```

Use instead:
```yaml
case:
  title: Example
  language: en
  summary: In 2022, 400 men were held.
  translations: {fr: {summary: "En 2022, 400 hommes ont été détenus."}}
```

## When to allow it
Where the translation counts in another unit or calendar, and the number is the same thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding, Outcome
from probata.checks.looked_at import Looked
from probata.checks.texts.markdown_texts import MarkdownText
from probata.checks.texts.numbers_apart import NumbersApart, numbers_apart
from probata.checks.texts.printed_figures import figures_in, number_of, with_numbers
from probata.checks.texts.sentences import at_words
from probata.checks.texts.told_numbers import citations_told, numbers_told
from probata.checks.texts.translated_texts import Translated, has_as_many_paragraphs, translated_texts
from probata.diagnostics import Severity, say
from probata.model.language import primary

_READ = frozenset({"en", "fr", "es"})
_IN_WORDS = 31
"""The largest number that a text may well write in words; so may it the powers of ten."""
_LONG = 3
"""Digits of a number that is larger in any case."""


def run(case: CheckInput) -> Iterator[Finding]:
    """Compare the numbers and the citations of each translation with its original."""
    for found in _read(case):
        pieces = tuple(_with_typed_figures(case, *piece) for piece in _pieces(found))
        apart = [numbers_apart(*piece, primary(case.graph.case.language), primary(found.language)) for piece in pieces]
        told = [*map(_numbers, apart), *(_citations(*piece) for piece in pieces)]
        sure = [(at % len(pieces), one) for at, one in enumerate(told) if one.come or one.gone or one.often]
        alone = [(at, one) for at, one in enumerate(map(_alone, apart)) if one.come or one.gone]
        if differing := sure or alone:
            finding = _finding(case, found, _as_told([one for _, one in differing]), is_sure=bool(sure))
            at, first = min(differing, key=lambda one: one[0])
            yield _at_paragraph(finding, case, found, pieces[at][1], (*first.come, *first.often))


class _Apart(NamedTuple):
    """What two texts have alone, each as it is written."""

    come: tuple[str, ...] = ()
    """In the translation."""
    gone: tuple[str, ...] = ()
    """In the original."""
    often: tuple[str, ...] = ()
    """Numbers that both have, one of them more often."""


def _read(case: CheckInput) -> Iterator[Translated]:
    if primary(case.graph.case.language) in _READ:
        yield from (found for found in translated_texts(case.graph) if primary(found.language) in _READ)


def _pieces(found: Translated) -> Iterator[tuple[str, str]]:
    """Give what is to be compared: the paragraphs, where both texts have as many."""
    if has_as_many_paragraphs(found):
        original, text = (value.strip().split("\n\n") for value in (found.original, found.text))
        yield from zip(original, text, strict=True)
    else:
        yield found.original, found.text


def _with_typed_figures(case: CheckInput, original: str, text: str) -> tuple[str, str]:
    """Return both texts, with the number of each figure that one of them prints and the other has typed."""
    printed = [{one.figure.id: one for one in figures_in(part, case.figures)} for part in (original, text)]
    typed = [numbers_told(part).keys() for part in (original, text)]
    filled = (
        {key: found for key, found in printed[one].items()
         if key not in printed[other] and numbers_told(number_of(found)).keys() <= typed[other]}
        for one, other in ((0, 1), (1, 0))
    )  # fmt: skip
    return with_numbers(original, next(filled)), with_numbers(text, next(filled))


def _numbers(apart: NumbersApart) -> _Apart:
    """Return the numbers that stand in the stead of others; nothing where none surely do."""
    if not (apart.gone and apart.come and apart.new) or apart.is_loose:
        return _Apart()
    come, gone = (tuple(number for number in side if number in apart.new) for side in (apart.come, apart.gone))
    # Where one of both has nothing alone, it has a number once more that the other has, too.
    often = () if come and gone else tuple(number for number in (apart.gone if come else apart.come))
    return _Apart(come, gone, often)


def _citations(original: str, text: str) -> _Apart:
    one, other = citations_told(original), citations_told(text)
    return _Apart(
        tuple(other[key] for key in other if key not in one), tuple(one[key] for key in one if key not in other)
    )


def _alone(apart: NumbersApart) -> _Apart:
    """Return the numbers that one has and the other has not at all, and would hardly write in words."""
    come, gone = (
        tuple(number for number in side if number in apart.new and (apart.is_loose or not _may_be_words(number)))
        for side in (apart.come, apart.gone)
    )
    return _Apart(come, gone)


def _as_told(found: Sequence[_Apart]) -> str:
    """Say what stands where, of all pieces together."""
    come = dict.fromkeys(value for one in found for value in one.come)
    gone = dict.fromkeys(value for one in found for value in one.gone)
    sides = (
        ("in the translation alone", [value for value in come if value not in gone]),
        ("in the original alone", [value for value in gone if value not in come]),
        ("in another paragraph", [value for value in come if value in gone]),
        ("not as often in both", [value for one in found for value in one.often]),
    )
    return ", ".join(f"{where} {_listed(dict.fromkeys(values))}" for where, values in sides if values)


def _may_be_words(number: str) -> bool:
    digits = number.lstrip("0")
    return (len(digits) < _LONG and int(digits or "0") <= _IN_WORDS) or digits.rstrip("0") == "1"


def _listed(values: Iterable[str]) -> str:
    return ", ".join(f"`{value.replace('`', '')}`" for value in values)


def _finding(case: CheckInput, found: Translated, told: str, *, is_sure: bool) -> Finding:
    what = f"section {say.section(found.of)}" if found.of else say.words(found.loc[-1])
    verb = "differ" if is_sure else "may differ"
    return case.finding(
        found.kind, found.record_id,
        f"the original of {what} and its translation into {say.words(found.language)} {verb}: {told}",
        "read both beside each other, and correct the one that is wrong",
        at=found.loc, severity=None if is_sure else Severity.INFO,
        outcome=Outcome.FAILED if is_sure else Outcome.CANNOT_TELL,
        # One change of the original makes it differ from all of its translations: that is told once.
        alike=f"{found.of or (found.kind, found.record_id, found.loc[:-2])} {what} {told}",
    )  # fmt: skip


def _at_paragraph(
    finding: Finding, case: CheckInput, found: Translated, paragraph: str, values: Sequence[str]
) -> Finding:
    """Return a finding at the first value that the translation has in the first paragraph that differs, or at that."""
    text = MarkdownText(found.kind, found.record_id, found.loc, found.text)
    start = found.text.find(paragraph)
    words = (re.search(rf"(?<![\w]){re.escape(value)}(?!\w)", paragraph) for value in values)
    match = next(filter(None, words), None) or re.match(r"\S+(?:\s+\S+){0,3}", paragraph)
    return at_words(finding, case.graph, text, start + match.start(), start + match.end()) if match else finding


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the records with a translation; in a language without a reading it cannot be told."""
    known = primary(case.graph.case.language) in _READ
    for found in translated_texts(case.graph):
        is_read = known and primary(found.language) in _READ
        yield Looked(f"{found.kind}/{found.record_id}", "" if is_read else "its language is not read for numbers")


CHECK = Check(
    "DRA133", "translation-told-differently", Severity.WARNING, "records with translations", run, looks_at=_looks_at
)

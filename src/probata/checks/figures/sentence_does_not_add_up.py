"""A sentence says how many of how many, and a percentage that is not their share.

Looks at sentences with two counts, one said to be of the other, and one percentage: "1,200 of the 4,000 prisoners (30
per cent)", "of 4,000 prisoners, 1,200, that is 30 per cent". The percentage stands alone in brackets or at the end, or
behind words such as "that is" and "or"; one of which more is told may be the share of something else. The share may be
rounded or cut off at the digits that are written. Counts that are said to be rounded decide nothing, and numbers in
quotations are their speaker's. Three or more shares of one thing in a row, "34 % were parents, 24 % siblings and 50 %
spouses", that come to more than 100 are a note: one may have been counted in several. English, French and Spanish are
read.

## Why it matters
The reader who divides has found the mistake before the sentence ends, and divides every other number too.

## Example
```yaml
case: {title: Example}
allegations:
  - id: beatings
    title: Beatings at North Prison
    statement: Of the 4,000 prisoners 3,000, that is 60 per cent, were beaten.
```

Use instead:
```yaml
case: {title: Example}
allegations:
  - id: beatings
    title: Beatings at North Prison
    statement: Of the 4,000 prisoners 3,000, that is 75 per cent, were beaten.
```

## When to allow it
Where the percentage is the share of something else in the sentence: say of what, in a sentence of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from functools import cache
from itertools import pairwise

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding, Outcome
from probata.checks.looked_at import TEXTS, texts_and_changes
from probata.checks.quoted import quoted
from probata.checks.texts.saying import printed_saying
from probata.checks.texts.sentences import at_words
from probata.checks.texts.typed_numbers import HAS_PERCENTAGE, TypedNumber, languages_of, numbers_in
from probata.checks.texts.word_findings import finding_of_words
from probata.checks.texts.word_lists import LANGUAGES, word_list
from probata.diagnostics import Severity
from probata.figures import write_number
from probata.model.language import primary

_FEWEST_SHARES, _WHOLE = 3, 100
_READ = frozenset(LANGUAGES)
"""Languages of which the words around a part and its whole are listed."""


def run(case: CheckInput) -> Iterator[Finding]:
    """Divide where a sentence gives a part, a whole and a percentage."""
    for language in languages_of(case.graph):
        if primary(language) not in _READ:
            continue
        for sentence in printed_saying(case.graph, language, HAS_PERCENTAGE.search):
            numbers = list(numbers_in(sentence, primary(language)))
            percents = [number for number in numbers if number.is_percent]
            counts = [number for number in numbers if not number.is_percent]
            if len(counts) == 2 and len(percents) == 1:
                part, whole = _part_and_whole(sentence.own, counts, primary(language))
                is_share = part and _is_share(sentence.own, part, percents[0], primary(language))
                if part and whole and is_share and not _fits(part, whole, percents[0]):
                    yield _finding(case, part, whole, percents[0])
            elif (
                not counts
                and len(percents) >= _FEWEST_SHARES
                and _are_of_one(sentence.own, percents, primary(language))
            ):
                yield from _beyond_the_whole(case, percents)


def _are_of_one(own: str, percents: list[TypedNumber], language: str) -> bool:
    """Tell whether percentages are listed as shares of one thing: the verb stands behind the first of them alone."""
    gaps = [own[one.start + len(one.written) : other.start] for one, other in pairwise(percents)]
    words = "|".join(word_list("numbers")[f"shares_{language}"])
    first = re.match(rf"(?:[^,;:.]*?\s)?(?:{words})\s", gaps[0], re.IGNORECASE)
    last = own[percents[-1].start + len(percents[-1].written) :]
    noun = r"\s+(?:[^\W\d_][\w’'-]*\s*){1,3}"
    joined = r"(?:,|,?\s*\b(?:and|et|y|e)\b)\s*"
    return bool(
        first
        and all(re.search(rf"{joined}$", gap) for gap in gaps)
        and all(re.fullmatch(rf"{noun}{joined}", gap) and not re.search(rf"\b(?:{words})\b", gap) for gap in gaps[1:])
        and re.match(rf"{noun}(?:[.,;)]|$|\s*\[|\s*$)", last)
    )


def _beyond_the_whole(case: CheckInput, percents: list[TypedNumber]) -> Iterator[Finding]:
    """Note shares that come to more than 100, by more than their rounding."""
    total = sum((one.value for one in percents), Fraction(0))
    if not any(one.is_rounded for one in percents) and total > _WHOLE + Fraction(len(percents), 2):
        text = percents[0].sentence.text
        first, last = percents[0], percents[-1]
        found = case.finding(
            text.kind, text.record_id,
            f"the shares {quoted([one.shown for one in percents])} of one sentence come to "
            f"{write_number(_decimal(total))}%",
            "correct the share that is wrong, or say that one may be counted in several", at=text.loc,
            severity=Severity.INFO, outcome=Outcome.CANNOT_TELL,
        )  # fmt: skip
        start = first.sentence.start
        yield at_words(found, case.graph, text, start + first.start, start + last.start + len(last.written))


def _decimal(value: Fraction) -> Decimal:
    return Decimal(round(value * 10)) / 10


def _part_and_whole(
    own: str, counts: list[TypedNumber], language: str
) -> tuple[TypedNumber | None, TypedNumber | None]:
    """Return which count is of which; nothing where the sentence does not say so."""
    first, second = counts
    if any(count.is_rounded for count in counts):
        return None, None
    between = own[first.start + len(first.written) : second.start]
    if _of(language).search(between):
        return first, second
    if _of(language).search(own[: first.start]):
        return second, first
    return None, None


def _is_share(own: str, part: TypedNumber, percent: TypedNumber, language: str) -> bool:
    """Whether the words say that the percentage is what the part is of the whole, and nothing else is told of it."""
    between = own[part.start + len(part.written) : percent.start]
    behind = own[percent.start + len(percent.written) :].lstrip()
    if percent.start < part.start or _turns(language).search(between):
        return False
    is_alone = between.endswith("(") and behind.startswith(")")
    is_other_form = _or(language).fullmatch(between.strip()) is not None  # “21 or 25 % were answered”
    is_last = between.rstrip().endswith(",") and behind[:1] in {"", ".", ";"}
    return (
        is_alone
        or is_last
        or is_other_form
        or bool(_that_is(language).search(between) and (not behind or behind[0] in ".,;:)"))
    )


def _fits(part: TypedNumber, whole: TypedNumber, percent: TypedNumber) -> bool:
    """Whether the share, rounded either way at the digits written, is the percentage; a part above its whole is not."""
    if not whole.value or percent.is_rounded:
        return True
    return abs(part.value * 100 / whole.value - percent.value) < percent.unit


def _finding(case: CheckInput, part: TypedNumber, whole: TypedNumber, percent: TypedNumber) -> Finding:
    text = part.sentence.text
    share = write_number(Decimal(round(part.value * 1000 / whole.value)) / 10)
    start = percent.sentence.start + percent.start
    return finding_of_words(
        case, text, (start, start + len(percent.written)),
        f"`{part.written}` of `{whole.written}` is {share}%, and the sentence says `{percent.shown}`",
        "correct the number that is wrong, or compute the share from the table with a figure",
    )  # fmt: skip


@cache
def _or(language: str) -> re.Pattern[str]:
    """Match the words alone that say that the number behind them is another form of the one before."""
    return re.compile("|".join(word_list("numbers")[f"that_is_{language}"]), re.IGNORECASE)


@cache
def _of(language: str) -> re.Pattern[str]:
    """What stands right before a whole: "of", "of the", in the words of a language."""
    words = "|".join(word_list("numbers")[f"of_{language}"])
    return re.compile(rf"(?<!\w)(?:{words})\s+$", re.IGNORECASE)


@cache
def _that_is(language: str) -> re.Pattern[str]:
    """Match the words right before a number that say that it is another form of what was said."""
    words = "|".join(word_list("numbers")[f"that_is_{language}"])
    return re.compile(rf"(?<!\w)(?:{words})[,:]?\s+(?:(?:el|un|the)\s+)?$", re.IGNORECASE)


@cache
def _turns(language: str) -> re.Pattern[str]:
    """Match the beginning of another clause, in which something else is told."""
    words = "|".join(word_list("numbers")[f"and_{language}"])
    return re.compile(rf"[,;]\s*(?:{words})(?!\w)", re.IGNORECASE)


CHECK = Check("FIG171", "sentence-does-not-add-up", Severity.WARNING, TEXTS, run, looks_at=texts_and_changes)

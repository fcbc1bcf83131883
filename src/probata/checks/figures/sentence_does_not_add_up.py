"""A sentence says how many of how many, and its other numbers do not fit that.

Looks at sentences with two counts, one said to be of the other, and one percentage: "1,200 of the 4,000 prisoners (30
per cent)", "of 4,000 prisoners, 1,200, that is 30 per cent". The percentage stands alone in brackets or at the end, or
behind words such as "that is" and "or"; one of which more is told may be the share of something else. The share may be
rounded or cut off at the digits that are written. Counts that are said to be rounded decide nothing, and numbers in
quotations are their speaker's. Three or more shares of one thing in a row, "34 % were parents, 24 % siblings and 50 %
spouses", that come to more than 100 are a note: one may have been counted in several.

A part that stands before its whole, "72 of 27 prisoners", must not be more. Parts must come to their total where the
sentence, or the one behind it, tells what is left, "three of the five, and the other two"; one of them told without a
number, "some", leaves it open. So must two of which the second is told the opposite of the first, "7 were moved and 4
stayed", "7 were charged and 4 were not": to more than the total should be mended, to less is a note, since of some
nothing may be known. Numbers that may count something else decide nothing, and a sentence with two totals is left
alone. English, French and Spanish are read, numbers in words in English.

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

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding, Outcome
from probata.checks.looked_at import printed_in_all_languages
from probata.checks.quoted import quoted
from probata.checks.texts.part_above_whole import part_above_whole
from probata.checks.texts.parts_told import PartsTold, parts_told, tells_the_rest
from probata.checks.texts.printed_sentences import printed_sentences
from probata.checks.texts.sentences import Sentence, at_words
from probata.checks.texts.shares_told import are_of_one, is_share, part_and_whole
from probata.checks.texts.typed_numbers import TypedNumber, has_number, languages_of, numbers_in
from probata.checks.texts.word_findings import finding_of_words
from probata.checks.texts.word_lists import LANGUAGES
from probata.checks.texts.worded_numbers import has_small_number
from probata.diagnostics import Severity
from probata.figures import write_number
from probata.model.language import primary

_FEWEST_SHARES, _WHOLE = 3, 100
_READ = frozenset(LANGUAGES)
"""Languages of which the words around a part and its whole are listed."""


def run(case: CheckInput) -> Iterator[Finding]:
    """Work out what each sentence says of its own numbers."""
    for language in languages_of(case.graph):
        if primary(language) not in _READ:
            continue
        before: Sentence | None = None
        for sentence in printed_sentences(case.graph, language):
            if _has_numbers(sentence):
                of_shares = tuple(_of_shares(case, sentence, primary(language)))
                yield from of_shares or _above_its_whole(case, sentence)
                yield from _of_parts(case, sentence, before)
            before = sentence


def _has_numbers(sentence: Sentence) -> bool:
    """Tell whether a sentence has a number; most have none, and there is nothing to add up."""
    language = sentence.language
    return has_number(sentence.own, language) or (language == "en" and has_small_number(sentence.own))


def _of_shares(case: CheckInput, sentence: Sentence, language: str) -> Iterator[Finding]:
    """Divide where a sentence gives a part, a whole and a percentage, and add several percentages up."""
    numbers = list(numbers_in(sentence, language))
    percents = [number for number in numbers if number.is_percent]
    counts = [number for number in numbers if not number.is_percent]
    if len(counts) == 2 and len(percents) == 1:
        part, whole = part_and_whole(sentence.own, counts, language)
        is_told = part and is_share(sentence.own, part, percents[0], language)
        if part and whole and is_told and not _fits(part, whole, percents[0]):
            yield _finding(case, part, whole, percents[0])
    elif not counts and len(percents) >= _FEWEST_SHARES and are_of_one(sentence.own, percents, language):
        yield from _beyond_the_whole(case, percents)


def _above_its_whole(case: CheckInput, sentence: Sentence) -> Iterator[Finding]:
    if found := part_above_whole(sentence):
        part, whole = found
        start = sentence.start + part.start
        yield finding_of_words(
            case, sentence.text, (start, start + len(part.written)),
            f"`{part.written}` is said to be a part of `{whole.written}`, which is less",
            "look both numbers up, and correct the one that is wrong",
        )  # fmt: skip


def _of_parts(case: CheckInput, sentence: Sentence, before: Sentence | None) -> Iterator[Finding]:
    """Add up the parts that are told as all of a total; the rest of one may begin the next sentence."""
    follows = before and before.text is sentence.text and before.start + len(before.raw) == sentence.start
    if before and follows and tells_the_rest(sentence):
        sentence = replace(before, raw=before.raw + sentence.raw, own=before.own + sentence.own)
    for told in parts_told(sentence):
        if not told.add_up:
            yield _parts_apart(case, told)


def _parts_apart(case: CheckInput, told: PartsTold) -> Finding:
    total, text = told.total, told.sentence.text
    start = told.sentence.start + total[0]
    shown = quoted([written for _, written, _ in told.parts])
    rest = f" and, as the rest, `{told.rest[1]}`" if told.rest else ""
    # Of two parts a third may be left that the sentence does not tell; they cannot be more than there are.
    is_sure = told.rest is not None or told.come_to > total[2]
    return finding_of_words(
        case, text, (start, start + len(total[1])),
        f"of `{total[1]}` the sentence tells {shown}{rest}, which come to {told.come_to}",
        "look the numbers up, and correct the one that is wrong" if is_sure
        else "look the numbers up, and say what is told of the others",
        severity=None if is_sure else Severity.INFO,
        outcome=Outcome.FAILED if is_sure else Outcome.CANNOT_TELL,
    )  # fmt: skip


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


CHECK = Check(
    "FIG171", "sentence-does-not-add-up", Severity.WARNING, "texts and lines", run, looks_at=printed_in_all_languages
)

"""An allegation counts those affected otherwise than its own text, or its event, does from the same page.

Looks at the count of an allegation that is taken from a page or paragraph and is no figure, and at the sentences of the
allegation in English that cite that place, with what each item of evidence there is said to show. Where such a sentence
speaks of what is counted, by two words of the unit at least, and gives numbers, the count must be one of them; where
none of these sentences has it, the count is found. Dates and percentages are no counts, and a number may stand in
words. What a figure prints there is a number of the text. The count is compared with that of each event of the
allegation, too, where both are taken from one page: what has the same unit must be the same; where only the first word
of the units is, it is a note.

## Why it matters
The number of victims is what the press prints. Where the heading says 24 and the text under it 21, both are doubted.

## Example
```yaml
case: {title: Example}
sources: [{id: report, title: A report}]
allegations:
  - id: beatings
    title: Beatings
    statement: Prisoners were beaten.
    affected: {count: {value: 24, unit: former prisoners who describe beatings, citations: "report, p. 19"}}
    particulars: Of 27 former prisoners, 21 describe beatings [@report, p. 19].
```

Use instead:
```yaml
case: {title: Example}
sources: [{id: report, title: A report}]
allegations:
  - id: beatings
    title: Beatings
    statement: Prisoners were beaten.
    affected: {count: {value: 21, unit: former prisoners who describe beatings, citations: "report, p. 19"}}
    particulars: Of 27 former prisoners, 21 describe beatings [@report, p. 19].
```

## When to allow it
Where the page has both numbers and they count different things: say in the unit what is counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding, Outcome
from probata.checks.looked_at import Looked
from probata.checks.quoted import quoted
from probata.checks.texts.cited_places import cited_places, numbers_of_place
from probata.checks.texts.printed_figures import figures_in
from probata.checks.texts.printed_sentences import printed_sentences
from probata.checks.texts.sentences import Sentence
from probata.checks.texts.typed_numbers import numbers_in
from probata.checks.texts.word_lists import whole_words, word_list
from probata.diagnostics import Severity
from probata.model.allegation import Allegation
from probata.model.event import Event
from probata.model.quantity import Bound, Count

_SHARED = 2
"""Words of the unit by which a sentence speaks of what is counted."""
_AT = ("affected", "count", "value")
_WORD = re.compile(r"[^\W\d_]{5,}")


def run(case: CheckInput) -> Iterator[Finding]:
    """Compare the count of each allegation with the numbers that its own sentences give from the same place."""
    for allegation, count in _counted(case):
        told = [numbers for sentence in _beside(case, allegation, count) if (numbers := _numbers(case, sentence))]
        text = count.value.text
        if told and not any(text in numbers or _in_words(text, numbers) for numbers in told):
            shown = dict.fromkeys(number for numbers in told for number in numbers[:-1])
            yield case.finding(
                "allegations", allegation.id,
                f"the count of those affected is {text}, and what allegation `{allegation.id}` tells of them from the "
                f"same place has {quoted(shown)}", "look the number up at the source, and write it in both places",
                at=_AT,
            )  # fmt: skip
        else:
            yield from (_of_event(case, allegation, count, *one) for one in _events_apart(case, allegation, count))


def _events_apart(case: CheckInput, allegation: Allegation, count: Count) -> Iterator[tuple[Event, Count]]:
    """Give the events of an allegation with their counts, where one differs that is taken from the same page."""
    for key in allegation.events:
        event = case.graph.find("events", Event, key)
        other = event.count if event else None
        if event and other and other.unit and other.value.bound is Bound.EXACT and count.value not in other.given:
            places = ((one.source, one.pinpoint.value) for one in other.citations if one.pinpoint)
            if _noun(other) == _noun(count) and any(_is_place(count, *place) for place in places):
                yield event, other


def _noun(count: Count) -> str:
    return next(iter((count.unit or "").casefold().split()), "")


def _of_event(case: CheckInput, allegation: Allegation, count: Count, event: Event, other: Count) -> Finding:
    is_same = (other.unit or "").casefold() == (count.unit or "").casefold()
    return case.finding(
        "allegations", allegation.id,
        f"the count of those affected is {count.value.text} {count.unit}, and event `{event.id}` counts "
        f"{other.value.text} {other.unit} from the same place",
        "look the number up at the source, and write it in both places; where they count different things, say so in "
        "the unit", at=_AT,
        severity=None if is_same else Severity.INFO, outcome=Outcome.FAILED if is_same else Outcome.CANNOT_TELL,
    )  # fmt: skip


def _counted(case: CheckInput) -> Iterator[tuple[Allegation, Count]]:
    for allegation in case.pursued:
        count = allegation.affected.count
        if count and count.unit and not count.figure and count.value.bound is Bound.EXACT and count.citations:
            yield allegation, count


def _beside(case: CheckInput, allegation: Allegation, count: Count) -> Iterator[Sentence]:
    """Give the sentences of an allegation that cite the place of its count and speak of what it counts."""
    unit = set(_WORD.findall((count.unit or "").casefold()))
    for sentence in printed_sentences(case.graph):
        text = sentence.text
        if text.kind == "allegations" and text.record_id == allegation.id and text.loc[:2] != ("affected", "count"):
            shares = len(unit & set(_WORD.findall(sentence.own.casefold()))) >= _SHARED
            if shares and any(_is_place(count, *place) for place in _places(allegation, sentence)):
                yield sentence


def _places(allegation: Allegation, sentence: Sentence) -> Iterator[tuple[str, str]]:
    yield from cited_places(sentence.raw)
    field, *rest = sentence.text.loc
    if field == "evidence" and isinstance(rest[0], int) and (place := allegation.evidence[rest[0]].pinpoint):
        yield allegation.evidence[rest[0]].source, place.value


def _is_place(count: Count, key: str, place: str) -> bool:
    numbers = numbers_of_place(place)
    return any(
        one.source == key and one.pinpoint and numbers & numbers_of_place(one.pinpoint.value) for one in count.citations
    )


def _numbers(case: CheckInput, sentence: Sentence) -> tuple[str, ...]:
    """Return the numbers of a sentence and, behind them, its words; none where it gives no number."""
    found = [str(one.value) for one in numbers_in(sentence) if not one.is_percent]
    printed = (one for one in figures_in(sentence.raw, case.figures) if not one.is_percent)
    found += [str(one.amount.low) for one in printed if one.amount.is_exact]
    return (*found, sentence.own) if found else ()


def _in_words(number: str, numbers: tuple[str, ...]) -> bool:
    words = {str(digits): str(word) for digits, word in word_list("number_words")["words"].items()}.get(number)
    return bool(words and whole_words(words).search(numbers[-1]))


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the allegations with a count that is taken from a place."""
    yield from (Looked(f"allegations/{allegation.id}") for allegation, _ in _counted(case))


CHECK = Check(
    "FIG173", "count-told-differently", Severity.WARNING, "counts of allegations", run, looks_at=_looks_at
)  # fmt: skip

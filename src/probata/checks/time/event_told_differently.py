"""A text dates or counts an event, authority or body otherwise than its record.

Looks at our own sentences in English, French and Spanish that name a recorded event, with a capital, or an authority,
and at the dates that their words bind to it: "On 3 May 2022 the Guard began Operation Quiet Water", "Directive 17 was
adopted on …", "Operation Quiet Water (May 2022)". A beginning is compared with that of the event, any other time with
all its days, the day of an adoption with the `date` of the authority, that of coming into force with `final_on`, and
that on which a body is said to have been founded or dissolved with its record. Found is what surely cannot be one. An
event may be told of without its name: as "the operation", where its paragraph names it or cites a place of it and of no
other operation, or by a deed, "was beaten on", "adopted it on", where the sentence cites places of the event alone and
names nobody else. The day on which a named person is said to have died is compared with the death in their record, or
else with the one event of theirs that is a death by its title. That a court held something on another day than the
judgment cited for it bears is a note: it may tell of an earlier ruling.

A number is compared with the `count` of the event where the sentence cites what the count cites and says "their
number", and where it gives more of the `unit` than there were, once, and not with "before", "after" and the like. "42
were taken" tells of the unit too, without its name: of the event that the sentence names, or of the one whose count is
from the place that it cites, where fewer are a note. Numbers are read in English, from a hundred on in words too.

## Why it matters
A document whose text and whose records date one thing in two ways is believed in neither. The reader who finds one such
place looks for the next.

## Example
```yaml
case: {title: Example, summary: On 3 May 2021 the Guard began Operation Quiet Water.}
events: [{id: water, kind: operation, title: Operation Quiet Water, dates: 2022-05-03/2022-06-20}]
```

Use instead:
```yaml
case: {title: Example, summary: On 3 May 2022 the Guard began Operation Quiet Water.}
events: [{id: water, kind: operation, title: Operation Quiet Water, dates: 2022-05-03/2022-06-20}]
```

## When to allow it
Where the text tells what one source says, and says so.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import printed_in_all_languages
from probata.checks.tenures.sure_days import is_approximate
from probata.checks.texts.counts_told import ToldCount, counts_told_otherwise
from probata.checks.texts.dates_in_text import ToldTime
from probata.checks.texts.saying import printed_saying_in_all_languages
from probata.checks.texts.sentences import Sentence, at_words
from probata.checks.texts.told_dates_of_names import BEGAN, ENDED, IN_FORCE, BoundTime
from probata.checks.texts.told_deaths import RecordedDeath, told_deaths
from probata.checks.texts.told_of_records import Told, told_by_deeds, told_of_records
from probata.checks.texts.word_findings import finding_of_words
from probata.checks.texts.word_lists import LANGUAGES
from probata.checks.texts.worded_numbers import HAS_NUMBER
from probata.diagnostics import Severity
from probata.model.allegation import Allegation
from probata.model.authority import Authority
from probata.model.body import Body
from probata.model.dates import Point, When
from probata.model.event import Event

_HELP = "correct the one that its source does not bear out, or say whose account the text follows"

_CALLED = {Event: "event", Authority: "authority", Body: "body"}
_FOR = {
    IN_FORCE: " for its coming into force", f"of_body {BEGAN}": " for its founding", f"of_body {ENDED}": " for its end",
}  # fmt: skip
"""What the date of a record is for, where it is not the day that the record bears itself."""


def run(case: CheckInput) -> Iterator[Finding]:
    """Compare what the sentences tell of events and authorities with their records."""
    for sentence in printed_saying_in_all_languages(case.graph, HAS_NUMBER.search):
        yield from _of_dates(case, sentence)
        for count in counts_told_otherwise(case.graph, sentence) if sentence.language == LANGUAGES[0] else ():
            yield _of_count(case, count)


def _of_dates(case: CheckInput, sentence: Sentence) -> Iterator[Finding]:
    """Compare the dates of a sentence; one that is told of a name is not told once more of the deed."""
    is_ours = _is_ours(case, sentence)
    at_names: set[int] = set()
    for told in told_of_records(case.graph, sentence):
        # What a court holds is told as its words; another speaker may date it in a way of their own.
        recorded = _recorded(told) if told.by_court or is_ours else None
        at_names.add(told.time.told.start)
        if recorded and _is_outside(told.time, recorded):
            yield _of_date(case, sentence, told, recorded)
    for time, death in told_deaths(case.graph, sentence) if is_ours else ():
        at_names.add(time.start)
        if not is_approximate(death.when) and any(_is_apart(one, death.when) for one in (time.first, time.last)):
            yield _of_death(case, sentence, time, death)
    for told in told_by_deeds(case.graph, sentence) if is_ours else ():
        recorded = _recorded(told)
        is_told = told.time.told.start in at_names or _may_be_of_others(told)
        if recorded and _is_outside(told.time, recorded) and not is_told:
            yield _of_date(case, sentence, told, recorded)


def _may_be_of_others(told: Told) -> bool:
    """Tell whether the time may be that of another event of which the sentence may tell."""
    recorded = (_recorded(told._replace(record=event)) for event in told.others)
    return any(when is None or not _is_outside(told.time, when) for when in recorded)


def _is_ours(case: CheckInput, sentence: Sentence) -> bool:
    """Tell whether we say it: what an allegation of ours states is ours, though it is said to be alleged."""
    text = sentence.text
    allegation = case.graph.find("allegations", Allegation, text.record_id) if text.kind == "allegations" else None
    return not sentence.attributed or bool(allegation and not allegation.made_by and text.loc[-1] == "statement")


def _recorded(told: Told) -> When | None:
    """Return the time in the record that a told one must agree with; `None` where that is not known well enough."""
    record, when = told.record, None
    if isinstance(record, Event):
        when = record.dates if record.date_type != "estimated" else None
        if told.time.what in {BEGAN, ENDED}:
            point = (when.start if told.time.what == BEGAN else when.end) if when else None
            when = When(when.text, point, point) if when and point else None
    elif isinstance(record, Body):
        bound = record.founded if told.time.what == BEGAN else record.dissolved
        when = bound.value if bound else None
    elif told.time.what == IN_FORCE:
        when = record.final_on.value if record.final_on else None
    else:
        when = record.date
    return when if when and not is_approximate(when) else None


def _is_outside(time: BoundTime, recorded: When) -> bool:
    """Tell whether a date, or an end of a period, surely lies outside what is recorded."""
    return any(_is_apart(point, recorded) for point in (time.told.first, time.told.last))


def _is_apart(point: Point, recorded: When) -> bool:
    return point.last < recorded.first or recorded.last < point.first


def _of_date(case: CheckInput, sentence: Sentence, told: Told, recorded: When) -> Finding:
    text, time = sentence.text, told.time.told
    words = " ".join(sentence.own[time.start : time.end].split())
    what = next(word for kind, word in _CALLED.items() if isinstance(told.record, kind))
    of_what = f"of_body {told.time.what}" if isinstance(told.record, Body) else told.time.what
    return finding_of_words(
        case, text, (sentence.start + time.start, sentence.start + time.end),
        f"the text gives `{words}`, and {what} `{told.record.id}` is dated `{recorded.text}`{_FOR.get(of_what, '')}",
        _HELP, severity=Severity.INFO if told.by_court else None,
    )  # fmt: skip


def _of_death(case: CheckInput, sentence: Sentence, time: ToldTime, death: RecordedDeath) -> Finding:
    words = " ".join(sentence.own[time.start : time.end].split())
    return finding_of_words(
        case, sentence.text, (sentence.start + time.start, sentence.start + time.end),
        f"the text gives `{words}`, and {death.told} is dated `{death.when.text}`", _HELP,
    )  # fmt: skip


def _of_count(case: CheckInput, count: ToldCount) -> Finding:
    number, text = count.number, count.number.sentence.text
    finding = case.finding(
        text.kind, text.record_id,
        f"the text gives `{number.written}`, and event `{count.event.id}` counts `{count.value.text}`",
        _HELP if count.is_sure else "correct the one that its source does not bear out, or say what the number counts",
        at=text.loc, severity=None if count.is_sure else Severity.INFO,
    )  # fmt: skip
    start = number.sentence.start + number.start
    return at_words(finding, case.graph, text, start, start + len(number.written))


CHECK = Check(
    "TIM174", "event-told-differently", Severity.WARNING, "texts and lines", run, looks_at=printed_in_all_languages
)  # fmt: skip

"""A text dates an event, authority, body or death otherwise than its record.

Looks at our own sentences in English, French and Spanish that name a recorded event, with a capital, or an authority,
and at the dates that their words bind to it: "On 3 May 2022 the Guard began Operation Quiet Water", "Directive 17 was
adopted on …", "Operation Quiet Water (May 2022)". A beginning is compared with that of the event, any other time with
all its days, the day of an adoption with the `date` of the authority, that of coming into force with `final_on`, and
that on which a body is said to have been founded or dissolved with its record. Found is what surely cannot be one. The
day on which a named person is said to have died is compared with the death in their record, or else with the one event
of theirs that is a death by its title.

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
from probata.checks.texts.dates_in_text import ToldTime
from probata.checks.texts.saying import printed_saying_in_all_languages
from probata.checks.texts.sentences import Sentence
from probata.checks.texts.told_dates_of_names import BEGAN, ENDED, IN_FORCE
from probata.checks.texts.told_deaths import RecordedDeath, told_deaths
from probata.checks.texts.told_of_records import HAS_YEAR, Told, told_of_records
from probata.checks.texts.word_findings import finding_of_words
from probata.diagnostics import Severity, say
from probata.model.allegation import Allegation
from probata.model.authority import Authority
from probata.model.body import Body
from probata.model.dates import Point, When
from probata.model.event import Event

_HELP = "correct the one that its source does not bear out, or say whose account the text follows"

_CALLED = {Event: ("event", "events"), Authority: ("authority", "authorities"), Body: ("body", "bodies")}
_FOR = {
    IN_FORCE: " for its coming into force", f"of_body {BEGAN}": " for its founding", f"of_body {ENDED}": " for its end",
}  # fmt: skip
"""What the date of a record is for, where it is not the day that the record bears itself."""


def run(case: CheckInput) -> Iterator[Finding]:
    """Compare what the sentences tell of events, authorities, bodies and deaths with their records."""
    for sentence in printed_saying_in_all_languages(case.graph, HAS_YEAR.search):
        if not _is_ours(case, sentence):
            continue
        for told in told_of_records(case.graph, sentence):
            recorded = _recorded(told)
            if recorded and any(_is_apart(point, recorded) for point in (told.time.told.first, told.time.told.last)):
                yield _of_date(case, sentence, told, recorded)
        for time, death in told_deaths(case.graph, sentence):
            if not is_approximate(death.when) and any(_is_apart(one, death.when) for one in (time.first, time.last)):
                yield _of_death(case, sentence, time, death)


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


def _is_apart(point: Point, recorded: When) -> bool:
    return point.last < recorded.first or recorded.last < point.first


def _of_date(case: CheckInput, sentence: Sentence, told: Told, recorded: When) -> Finding:
    text, time = sentence.text, told.time.told
    words = " ".join(sentence.own[time.start : time.end].split())
    what, kind = next(called for kind, called in _CALLED.items() if isinstance(told.record, kind))
    of_what = f"of_body {told.time.what}" if isinstance(told.record, Body) else told.time.what
    return finding_of_words(
        case, text, (sentence.start + time.start, sentence.start + time.end),
        f"the text gives {say.words(words)}, and {what} {say.of(kind, told.record)} is dated "
        f"{say.date(recorded)}{_FOR.get(of_what, '')}",
        _HELP,
    )  # fmt: skip


def _of_death(case: CheckInput, sentence: Sentence, time: ToldTime, death: RecordedDeath) -> Finding:
    words = " ".join(sentence.own[time.start : time.end].split())
    return finding_of_words(
        case, sentence.text, (sentence.start + time.start, sentence.start + time.end),
        f"the text gives {say.words(words)}, and {death.told} is dated {say.date(death.when)}", _HELP,
    )  # fmt: skip


CHECK = Check(
    "TIM174", "event-told-differently", Severity.WARNING, "texts and lines", run, looks_at=printed_in_all_languages
)  # fmt: skip

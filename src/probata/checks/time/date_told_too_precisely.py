"""A text gives a day or month that no record gives.

Looks at our own sentences. A time of a post, from when to when, that is told by day or month where every account of the
role gives the year or month alone should be fixed, in English, French and Spanish. A sentence in English that names an
event recorded by year or month, beside one more precise date that is of no other record, is a note.

## Why it matters
A day that no source gives was made up by somebody. Whether conduct lies inside a post may hang on it, and the other
side needs to ask only where it comes from.

## Example
```yaml
case: {title: Example}
people:
  - id: solvan
    name: {family: Solvan, given: Ardel}
    description: From 1 March 2015 to 31 August 2017 he headed North Prison.
roles:
  - {id: head, person: solvan, title: Head of North Prison, dates: 2015/2017}
```

Use instead:
```yaml
case: {title: Example}
people:
  - id: solvan
    name: {family: Solvan, given: Ardel}
    description: From 1 March 2015 to 31 August 2017 he headed North Prison.
roles:
  - {id: head, person: solvan, title: Head of North Prison, dates: 2015-03-01/2017-08-31}
```

## When to allow it
Where the sentence cites the source of the day: better write it into the record.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import printed_in_all_languages
from probata.checks.tenures.sure_days import is_finer
from probata.checks.texts.saying import ours_saying
from probata.checks.texts.sentences import Sentence, at_words
from probata.checks.texts.told_dates import ToldTenure, dates_in, told_tenures
from probata.checks.texts.word_findings import finding_of_words
from probata.checks.texts.word_lists import LANGUAGES
from probata.diagnostics import Severity
from probata.graph.case_graph import CaseGraph
from probata.model.dates import Point, When
from probata.model.event import Event
from probata.model.role import Role

_DAY = 3
"""Precision of a day, as `Point.precision` counts it."""
_HELP = "write the date of its source into the record, or tell it no more precisely than it is known"
_Date = tuple[int, int, int]


def run(case: CheckInput) -> Iterator[Finding]:
    """Compare the dates that our texts tell with those that the records give."""
    for told in told_tenures(case.graph):
        yield from _finer_than_roles(case, told)
    yield from _finer_than_events(case)


def _finer_than_roles(case: CheckInput, told: ToldTenure) -> Iterator[Finding]:
    """Find the role that a text dates more precisely at one end than all roles and accounts of the person do."""
    roles = case.graph.roles_of(told.person)
    known = [when for role in roles for when in _accounts(role)]
    for side, point in enumerate(told.ends):
        points = [(when.start, when.end)[side] for when in known]
        is_known = any(one and point and one.precision >= point.precision and _meet(one, point) for one in points)
        role = next((r for r in roles if is_finer(point, (r.dates.stated.start, r.dates.stated.end)[side])), None)
        if role and not is_known:
            yield at_words(
                case.finding(
                    told.sentence.text.kind, told.sentence.text.record_id,
                    f"the text says `{told.words}`, and role `{role.id}` is dated `{role.dates.stated.text}` alone",
                    _HELP, at=told.sentence.text.loc,
                ),
                case.graph, told.sentence.text, told.start, told.end,
            )  # fmt: skip
            return


def _accounts(role: Role) -> Iterator[When]:
    tenure = role.dates
    yield from (when for when in (tenure.stated, tenure.certain, tenure.possible) if when)
    yield from (account.dates for account in tenure.other_accounts)
    yield from (ground.period for ground in role.responsibility if ground.period)
    yield from (seat.dates for seat in role.seats if seat.dates)


def _meet(one: Point, other: Point) -> bool:
    return one.first <= other.last and other.first <= one.last


def _finer_than_events(case: CheckInput) -> Iterator[Finding]:
    """Find the events that a sentence names beside its one date, which says more than the record."""
    vague = {name: event for event in case.graph.events for name in _names(event)}
    if not vague:
        return
    of_others = _recorded(case.graph)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(vague, key=len, reverse=True)))})(?!\w)")
    for sentence in ours_saying(case.graph, LANGUAGES[0], pattern.search):
        dates, named = list(dates_in(sentence.own)), pattern.search(sentence.own)
        event = vague[named[0]] if named else None
        point = dates[0][1] if len(dates) == 1 else None
        is_other = point is None or (point.year, point.month, point.day) in of_others
        if event and event.dates and not is_other and is_finer(point, event.dates.start):
            yield _of_event(case, sentence, event, event.dates, dates[0][0])


def _names(event: Event) -> tuple[str, ...]:
    """Return the names of an event that is dated by a year or month alone; a single word may mean anything."""
    when = event.dates
    if when is None or when.is_period or (when.start and when.start.precision == _DAY):
        return ()
    return tuple(name for name in (event.title, *event.other_names) if " " in name)


def _of_event(case: CheckInput, sentence: Sentence, event: Event, when: When, match: re.Match[str]) -> Finding:
    text = sentence.text
    return finding_of_words(
        case, text, (sentence.start + match.start(), sentence.start + match.end()),
        f"the text names event `{event.id}` beside `{' '.join(match[0].split())}`, and its record is dated "
        f"`{when.text}` alone",
        _HELP, severity=Severity.INFO,
    )  # fmt: skip


def _recorded(graph: CaseGraph) -> frozenset[_Date]:
    """Return every date that a record gives: a sentence may tell of that record, and name the event by the way."""
    whens = [event.dates for event in graph.events] + [source.issued for source in graph.sources]
    whens += [authority.date for authority in graph.authorities] + [words.date for words in graph.quotations]
    whens += [entry.date for body in graph.bodies for entry in body.history]
    whens += [when for role in graph.roles for when in _accounts(role)]
    points = (point for when in whens if when for point in (when.start, when.end) if point)
    return frozenset((point.year, point.month, point.day) for point in points)


CHECK = Check(
    "TIM124", "date-told-too-precisely", Severity.WARNING, "texts and lines", run, looks_at=printed_in_all_languages
)

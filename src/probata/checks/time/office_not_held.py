"""Words are given with an office that their speaker did not hold when they were said.

Compares the `office` of the speaker of a dated quotation with the recorded posts of that person. It is one of them
where it has the same title, or four words or more with which the title begins, up to a comma or a preposition: the
head of a prison is not that of its hospital. `Former …`, `until …` and offices that are not recorded are left alone.
Found is where no role with that title may have been held on the day.

## Why it matters
Words weigh by the office in which they were spoken. Where the office was over, they are those of a private person, and
whoever put it before them has misled the reader.

## Example
```yaml
case: {title: Example}
people: [{id: solvan, name: Ardel Solvan}]
roles:
  - {id: head, person: solvan, title: Head of North Prison, dates: 2015-03/2017-08}
  - {id: inspector, person: solvan, title: Inspector of Prisons, dates: 2017-09/2020-01}
quotations:
  - id: harder
    speaker: {person: solvan, office: Head of North Prison}
    text: They must be held harder.
    date: 2018-02-04
```

Use instead:
```yaml
case: {title: Example}
people: [{id: solvan, name: Ardel Solvan}]
roles:
  - {id: head, person: solvan, title: Head of North Prison, dates: 2015-03/2017-08}
  - {id: inspector, person: solvan, title: Inspector of Prisons, dates: 2017-09/2020-01}
quotations:
  - id: harder
    speaker: {person: solvan, office: Inspector of Prisons}
    text: They must be held harder.
    date: 2018-02-04
```

## When to allow it
Where the source gives the office so and is known to be wrong: better say it in `office`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.checks.support.post_titles import begins_title
from probata.checks.tenures.sure_days import are_surely_apart
from probata.diagnostics import Severity, say
from probata.model.dates import When
from probata.model.position import Position
from probata.model.quotation import Quotation
from probata.model.role import Role

_PHRASE = re.compile(r"[;,()]")


def run(case: CheckInput) -> Iterator[Finding]:
    """Compare the office of each speaker with the times at which they held it."""
    for quotation, office, held in _offices(case):
        day = quotation.date
        if day and all(are_surely_apart(day, when) for _, times in held for when in times):
            told = ", ".join(f"role {say.role(role)} has that for {_texts(times)}" for role, times in held)
            yield case.finding(
                "quotations", quotation.id,
                f"quotation {say.quotation(quotation)} of {say.date(day)} gives its speaker as {say.words(office)}, "
                f"and {told}",
                "give the office that the speaker had on that day, write `Former …`, or correct the date that is wrong",
                at=("speaker", "office"),
            )  # fmt: skip


def _offices(case: CheckInput) -> Iterator[tuple[Quotation, str, list[tuple[Role, tuple[When, ...]]]]]:
    """Give each office of a speaker that is a recorded post of theirs, with the times of the roles of that title."""
    for quotation in case.graph.quotations:
        for phrase in _PHRASE.split(quotation.speaker.office or "") if quotation.speaker.person else ():
            roles = case.graph.roles_of(quotation.speaker.person)
            held = [(role, times) for role in roles if (times := _times_as(case, role, phrase))]
            if held:
                yield quotation, phrase.strip(), held


def _times_as(case: CheckInput, role: Role, office: str) -> tuple[When, ...]:
    """Return when a role may have been held under a title; nothing where it has no such title."""
    of_role = (role.dates.possible or role.dates.stated, *(other.dates for other in role.dates.other_accounts))
    found: list[When] = [*of_role] if begins_title(office, role.title) else []
    for seat in role.seats:
        post = case.graph.find("positions", Position, seat.position)
        if post and begins_title(office, post.title):
            found += [seat.dates] if seat.dates else of_role
    return tuple(found)


def _texts(times: tuple[When, ...]) -> str:
    return " or ".join(dict.fromkeys(say.date(when) for when in times))


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the quotations whose speaker has a recorded office; of one without a date it cannot be told."""
    for quotation, _, _ in _offices(case):
        yield Looked(f"quotations/{quotation.id}", "" if quotation.date else "it is not dated")


CHECK = Check("TIM173", "office-not-held", Severity.WARNING, "quotations with an office", run, looks_at=_looks_at)

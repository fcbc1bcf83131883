"""What is found of one of several persons charged, by the roles of this person alone."""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.tenures.alleged_grounds import Held
from probata.checks.tenures.each_person import days_left, events_left, of_each
from probata.checks.tenures.held_in_part import holds_in_part
from probata.checks.tenures.sure_days import Days
from probata.checks.tenures.uncovered import in_words
from probata.diagnostics import Severity, say
from probata.model.allegation import Allegation


def persons_alone(
    case: CheckInput, allegation: Allegation, left: tuple[Days, ...], held: tuple[Held, ...]
) -> Iterator[Finding]:
    """Find what the roles of one of several persons leave, unless it was said of all."""
    for (person, one), days in days_left(case, held, allegation.period) if allegation.period else ():
        if days != left and allegation.period:
            yield case.finding(
                "allegations", allegation.id,
                f"no role of person {say.person(person)} covers {in_words(days)}, and the period is "
                f"{say.date(allegation.period)}",
                "give each ground from the roles of this person its `period`, or name under `roles` the post held in "
                "the rest",
                at=one.loc, severity=Severity.WARNING, person=person, in_part=True,
            )  # fmt: skip
    for (person, _), position, event in events_left(case, allegation, held):
        yield case.finding(
            "allegations", allegation.id,
            f"event {say.event(event)}, dated {say.date(event.dates)}, of a body of person {say.person(person)} lies "
            "outside every role of this person that the allegation rests on",
            "correct the dates from their sources, or give the grounds from these roles a `period`",
            at=("events", position), severity=Severity.WARNING, person=person,
            in_part=holds_in_part(allegation, of_each(held)[person]),
        )  # fmt: skip

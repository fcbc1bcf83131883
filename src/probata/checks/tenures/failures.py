"""The failures alleged of superiors: to prevent and to punish, with the time in which each could still be made good."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from probata.checks.check_input import CheckInput
from probata.checks.tenures.sure_days import is_approximate
from probata.checks.tenures.times_of_conduct import times_of_conduct
from probata.model.allegation import Allegation
from probata.model.dates import When
from probata.model.role import Role

NOT_PREVENTED, NOT_PUNISHED = "knew_and_did_not_prevent", "did_not_punish"


@dataclass(frozen=True, slots=True)
class Failure:
    """A failure alleged from one role."""

    allegation: Allegation
    position: int
    """Position of the role in the allegation."""
    role: Role
    conduct: frozenset[str]
    """Which failures: `NOT_PREVENTED`, `NOT_PUNISHED` or both."""
    first: date
    """The earliest day of the conduct."""
    last: date
    """The latest day of the conduct; the last day of the calendar where it goes on."""

    @property
    def leaves(self) -> date:
        """The latest day on which the role may have been held, by any account."""
        return max(when.last for when in _told(self.role))


def failures(case: CheckInput) -> Iterator[Failure]:
    """Give each failure alleged where conduct and role have dates; what is approximate, or has no sure end, is out."""
    for allegation in case.pursued:
        times = _times(case, allegation)
        for position, alleged in enumerate(allegation.roles):
            role = case.role(alleged.role)
            conduct = {one for ground in alleged.grounds_from(role) for one in ground.conduct}
            done = frozenset(conduct & {NOT_PREVENTED, NOT_PUNISHED})
            if role and done and times and role.dates.end_known and not any(map(is_approximate, _told(role))):
                first, last = min(when.first for when in times), max(when.last for when in times)
                yield Failure(allegation, position, role, done, first, last)


def _told(role: Role) -> list[When]:
    tenure = role.dates
    own = (tenure.stated, tenure.possible, tenure.certain)
    return [*(when for when in own if when), *(account.dates for account in tenure.other_accounts)]


def _times(case: CheckInput, allegation: Allegation) -> list[When]:
    times = list(times_of_conduct(case, allegation))
    return [] if any(map(is_approximate, times)) else times

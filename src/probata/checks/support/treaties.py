"""Treaties that an allegation names: whether each was in force for the State at the time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from probata.checks.engine.case import CheckInput, Loc
from probata.law import Instrument, Participation
from probata.model.allegation import Allegation, AllegedProvision
from probata.model.case_file import Standing
from probata.model.dates import Answer, When, parse_when

_BETWEEN = timedelta(days=183)
"""A treaty enters into force for a state some time after the deposit: 30 days to three months as a rule."""

_WEAKEST = (Answer.NO, Answer.POSSIBLE, Answer.CERTAIN)

NO_STATE = "ZZ"
"""Code for a State of which a case alone tells: ISO 3166-1 leaves it to its users."""


def as_recorded(standing: Standing, state: str, known: Participation | None = None) -> Participation | None:
    """Return what a case says of a treaty, as the catalogue has it; `None` where it says so in words alone.

    An approximate day is no day: a party then counts as bound however early, or however late. What the State does not
    accept of the treaty a case cannot say, so it stays as the catalogue knows it.
    """
    if standing.status is None:
        return None
    return Participation(
        state=state,
        iso=NO_STATE,
        instrument=standing.instrument,
        status=standing.status,
        in_force=_day(standing.in_force),
        until=_day(standing.until),
        acceptances=known.acceptances if known else (),
    )


def _day(when: When | None) -> str | None:
    """Return the beginning of a date as the catalogue has it; `None` where it is approximate or not known."""
    start = when.start if when else None
    if start is None or start.approximate:
        return None
    return "-".join((f"{start.year:04}", f"{start.month:02}", f"{start.day:02}")[: start.precision])


def in_force(standing: Participation, when: When) -> Answer:
    """Answer whether the treaty bound the state over the whole time: certain, possible or no."""
    if standing.status != "party":
        return _not_bound(standing, when)
    return min(_begun(standing, when), _not_ended(standing, when), key=_WEAKEST.index)


def begun(day: str, when: When) -> Answer:
    """Answer whether the whole time lies behind the day on which something entered into force."""
    begins = parse_when(day)
    return _from(begins.first, begins.last, when)


def _begun(standing: Participation, when: When) -> Answer:
    if standing.in_force:
        return begun(standing.in_force, when)
    if standing.deposited:
        deposited = parse_when(standing.deposited)
        return _from(deposited.first, deposited.last + _BETWEEN, when)
    return Answer.CERTAIN


def _not_ended(standing: Participation, when: When) -> Answer:
    """Answer whether all of it lies before the day from which the treaty binds no longer."""
    ends = parse_when(standing.until) if standing.until else None
    if ends is None or when.last < ends.first:
        return Answer.CERTAIN
    return Answer.NO if when.earliest_end >= ends.last else Answer.POSSIBLE


def _from(earliest: date, latest: date, when: When) -> Answer:
    if when.first >= latest:
        return Answer.CERTAIN
    return Answer.NO if _surely_begins(when) < earliest else Answer.POSSIBLE


def _surely_begins(when: When) -> date:
    """Return the latest day on which conduct may have begun: what is known to the year may be of its last day."""
    return when.latest_start if when.start else date.max


def _not_bound(standing: Participation, when: When) -> Answer:
    """Answer for a state that had not joined on the day of the record: it may have joined since."""
    if standing.as_of is None:
        return Answer.NO
    return Answer.NO if _surely_begins(when) <= parse_when(standing.as_of).last else Answer.POSSIBLE


def told(standing: Participation) -> str:
    """Say how the state stands to the treaty, with the day for which that is known."""
    if standing.status == "party":
        since = f"{'from' if standing.until else 'since'} {standing.in_force or 'a day that is not recorded'}"
        if standing.deposited and not standing.in_force:
            since = f"by its deposit on {standing.deposited}"
        return f"was a party {since} until {standing.until}" if standing.until else f"is a party {since}"
    known = f" as of {standing.as_of}" if standing.as_of else ""
    if standing.status == "signatory":
        signed = f" on {standing.signed}" if standing.signed else ""
        return f"signed it{signed} and has not ratified it{known}"
    return f"{'was' if known else 'is'} not a party{known}"


@dataclass(frozen=True, slots=True)
class Named:
    """A provision of a treaty as an allegation names it."""

    allegation: str
    position: int
    alleged: AllegedProvision
    treaty: Instrument

    @property
    def loc(self) -> Loc:
        """Its place in the allegation."""
        return ("provisions", self.position, "instrument")

    @property
    def words(self) -> str:
        """How a lawyer writes it."""
        number = self.alleged.provision
        return f"{self.treaty.abbreviation} {self.treaty.pinpoint(number)}" if number else self.treaty.abbreviation


def named_treaties(case: CheckInput, allegation: Allegation) -> Iterator[Named]:
    """Give them in the order of the allegation; an instrument of another kind, or one not in the catalogue, is none."""
    for position, alleged in enumerate(allegation.provisions):
        treaty = case.catalogue.instrument(alleged.instrument or "")
        if treaty and treaty.kind == "treaty":
            yield Named(allegation.id, position, alleged, treaty)

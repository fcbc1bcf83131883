"""What of a forum and of its law must be read again at its source by a day (`recheck_by`), and the days of a filing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from probata.checks.check_input import CheckInput
from probata.checks.support.in_force import told
from probata.diagnostics import say
from probata.forum import Profile
from probata.forum.sourced import Sourced
from probata.law import Instrument, Participation
from probata.model.case_file import Filing
from probata.model.dates import When
from probata.model.statement import Statement


@dataclass(frozen=True, slots=True)
class Dated:
    """What must be read again by a day."""

    kind: str
    """What it is: one of `COUNTED`."""
    key: str
    """Its id or number."""
    by: date
    text: str


COUNTED = {
    "rule": ("a rule", "rules"),
    "limb": ("a limb of the legal test", "limbs of the legal test"),
    "measure": ("a measure", "measures"),
    "analogy": ("a text followed by analogy", "texts followed by analogy"),
    "instrument": ("an instrument of law", "instruments of law"),
    "standing": ("the State’s standing under a treaty", "standings of the State under treaties"),
}
"""What may be out of date, in the order in which it is told; one of it, and several."""


def to_read_again(case: CheckInput, filing: Filing, profile: Profile) -> Iterator[Dated]:
    """Give what must be read again by a day, kind by kind."""
    law = _law_of(case, filing, profile)
    parts: tuple[tuple[str, Iterable[tuple[str, Sourced | Instrument | Participation, str]]], ...] = (
        ("rule", ((rule.id, rule, rule.text) for rule in profile.rules)),
        ("limb", ((limb.id, limb, limb.label) for limb in profile.legal_test)),
        ("measure", ((measure.id, measure, measure.label) for measure in profile.measures)),
        ("analogy", ((rule.id, rule.analogy, rule.analogy.provision) for rule in profile.rules if rule.analogy)),
        ("instrument", ((one.id, one, one.remark or one.short) for one in law)),
        ("standing", ((one.instrument, one, f"{one.state} {told(one)}") for one in _standings(case, law))),
    )
    for kind, named in parts:
        yield from (Dated(kind, key, part.recheck_by, text) for key, part, text in named if part.recheck_by)


def _law_of(case: CheckInput, filing: Filing, profile: Profile) -> tuple[Instrument, ...]:
    """Return the instruments that a filing relies on: those of the forum's test, and those of its allegations."""
    alleged = (one.instrument for found in case.pursued_in(filing) for one in found.provisions)
    named = dict.fromkeys((*(limb.instrument for limb in profile.legal_test), *alleged))
    return tuple(found for key in named if (found := case.catalogue.instrument(key or "")))


def _standings(case: CheckInput, law: Iterable[Instrument]) -> Iterator[Participation]:
    """Give how the State stands to these instruments, as far as the case does not say so itself."""
    own = {one.instrument for one in case.graph.case.standings}
    for instrument in law:
        known = case.catalogue.standing_of(case.graph.case.state or "", instrument.id)
        if known and instrument.id not in own:
            yield known


def filings_to_read_again(case: CheckInput) -> Iterator[Filing]:
    """Give the filings whose forum has something with a day for reading it again."""
    for filing, profile in case.filings:
        if next(to_read_again(case, filing, profile), None):
            yield filing


def counted(old: Sequence[Dated]) -> str:
    """Say how many of each kind, with the verb: `2 rules and a measure were`."""
    counts = Counter(one.kind for one in old)
    told = [one if counts[kind] == 1 else f"{counts[kind]} {several}" for kind, (one, several) in COUNTED.items()
            if counts[kind]]  # fmt: skip
    listed = " and ".join((", ".join(told[:-1]), told[-1])) if told[1:] else told[0]
    return f"{listed} {'was' if len(old) == 1 else 'were'}"


def days_of(case: CheckInput, filing: Filing) -> Iterator[tuple[When, str]]:
    """Give the days that a filing is known to bear, each with what it is the day of."""
    if when := case.graph.case.as_of:
        yield when, "for which the case is true"
    if filing.date:
        yield filing.date, "the date of the filing"
    statement = case.graph.find("statements", Statement, filing.statement) if filing.statement else None
    if statement and statement.made_on:
        yield statement.made_on, f"when statement {say.statement(statement)} was made"
    if statement and statement.signed_on:
        yield statement.signed_on, f"when statement {say.statement(statement)} was signed"

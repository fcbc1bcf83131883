"""A check: what is found, how much it weighs, and the function that finds it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import AllLooked, LooksAt, looked_at
from probata.diagnostics import Severity
from probata.model.allegation import Allegation

Run = Callable[[CheckInput], Iterator[Finding]]
"""Gives a finding for each record that fails or cannot be told; nothing for those that pass."""

UnfitItems = Callable[[CheckInput, Allegation], Iterator[int]]
"""Gives the places in the evidence of an allegation that a check finds unfit to support it, from 0."""


BY_RULE = "must fix where the rule of the forum was read at its source"
"""When the finding of a check weighs more that a rule of a forum asks for."""


@dataclass(frozen=True, slots=True)
class Check:
    """A check. Its file holds one as `CHECK`; the file's docstring is its page."""

    code: str
    """Three letters of the family and three digits: the first is 1 for a check of records, 2 for one of documents."""

    name: str
    """What is found, as words joined by hyphens; reads well after "allow". The file is named alike."""

    severity: Severity
    """How much its findings weigh where they say nothing else."""

    about: str
    """What it looks at, as a plural. Kind of records by the name of their file; or `filings` or `case`; or `texts`, the
    records with a text of our own; or `documents`, which are the filings as composed, one by one; or `all documents`,
    those of a case together. Other words need `looks_at`."""

    run: Run

    raised: str = ""
    """When its findings weigh more than that, as its page says it: `must fix where …`; empty where they never do,
    unless a forum or the case sets another level."""

    unfit_items: UnfitItems | None = None
    """Which items of evidence do not count while this check finds something in them; `None` where it looks at none."""

    unfit_because: str = ""
    """Why such an item does not count, as said of the item and not of the allegation; wherever there are
    `unfit_items`."""

    unfit_records: bool = False
    """Whether a record in which this check finds something that should be fixed supports nothing until it is."""

    unsettles: tuple[str, ...] = ()
    """Elements of which no support counts in an allegation in which this check finds something; where the finding is
    `in_part`, their support is weak."""

    of_form: bool = False
    """Whether what it finds in a filing or the case is the form of a filing: a note in a case that is never filed."""

    tells_gaps: bool = False
    """Whether what it finds can be a gap of a draft, told on its first page; others find none.
    Its file stands in `OF_GAPS`."""

    counted: str = ""
    """What its answer counts, as a plural, where that is not what it is about: `decisions`."""

    rests_on: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    """Fields by kind of record, `allegations`: all those by which it tells whether it finds something in such a record,
    and `citations` where what they say is cited there, so that a decision on it stands while no other field of the
    record changes. `pursued` and a title need no name. On a record of another kind a decision rests as a whole: leave
    out a kind where the finding is that nothing is said of something, since all else that is said is weighed then."""

    looks_at: LooksAt | None = None
    """The records that it looks at, where these are not all that it is about."""

    @property
    def level(self) -> str:
        """How much its findings weigh, in words, with when they weigh more."""
        return f"{self.severity.label}; {self.raised}" if self.raised else self.severity.label

    def looked(self, case: CheckInput) -> AllLooked:
        """Return what it looks at in a case, worked out once for all checks that look at the same."""
        looks_at = self.looks_at
        return case.once(looks_at, lambda: AllLooked(looks_at(case))) if looks_at else looked_at(case, self.about)

    @property
    def may_refuse(self) -> bool:
        """Whether nothing may go out for what it finds, unless a forum or the case sets another level."""
        return self.severity is Severity.ERROR or bool(self.raised) or self.tells_gaps

    @property
    def speaks_of_support(self) -> bool:
        """Whether its findings say that a record or an element is without support, so that the proof asks for them."""
        return self.unfit_records or bool(self.unsettles)

    def find(self, case: CheckInput) -> Iterable[Finding]:
        """Return what it finds in a case, worked out once where the proof asks for it too."""
        if not self.speaks_of_support:
            return self.run(case)
        return case.once(f"findings of {self.name}", lambda: tuple(self.run(case)))


def check(code: str, severity: Severity, about: str, **more: Any) -> Callable[[Run], Check]:
    """Make a function a check that is named after it: `seat_held_twice_at_once` finds `seat-held-twice-at-once`."""
    return lambda run: Check(code, run.__name__.replace("_", "-"), severity, about, run, **more)

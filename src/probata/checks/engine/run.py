"""How much a finding weighs: as its check says, unless the forum or the case says otherwise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from probata.checks.engine.answers import MOST_REASONS, Answer
from probata.checks.engine.case import CheckInput
from probata.checks.engine.check import ALL_DOCUMENTS, DOCUMENTS, AllLooked, Check, Looked
from probata.checks.engine.decisions import Decisions, apply_decision, records_named
from probata.checks.engine.discovery import discover
from probata.checks.engine.finding import Finding, Outcome
from probata.checks.engine.order_of_use import place_in_order
from probata.diagnostics import Diagnostic, Report, Severity, say

_WEIGHTS = {"must_fix": Severity.ERROR, "should_fix": Severity.WARNING, "note": Severity.INFO}


def apply_levels(found: Diagnostic, case: CheckInput) -> Diagnostic:
    """Return a finding with the weight that the case sets for its check, or else the forums looked at.

    Of several forums the heaviest counts, and one that sets nothing counts with the finding's own weight: what one
    forum takes lightly may be fatal in another. A gap that must be filled keeps its weight, as with decisions.
    """
    severity, told = _of_case(found, case) or _of_forums(found, case) or (found.severity, ())
    if severity is found.severity or found.needed:
        return found
    return replace(found, severity=severity, notes=(*found.notes, *told))


def apply_status(found: Diagnostic, check: Check, case: CheckInput) -> Diagnostic:
    """Return a finding on the form of a filing as a note where the case is an illustration: nothing of it is filed."""
    is_form = check.of_form and found.record.partition("/")[0] in {"case", "filings"}
    if not is_form or case.graph.case.status != "illustration" or found.severity is Severity.INFO:
        return found
    told = "a note, since the case is an illustration and is never filed"
    return replace(found, severity=Severity.INFO, notes=(*found.notes, told))


def _of_case(found: Diagnostic, case: CheckInput) -> tuple[Severity, tuple[str, ...]] | None:
    own = next((level for level in case.graph.case.levels if level.check == found.name), None)
    return (_WEIGHTS[own.level], (f"weight set by the case: {own.reason}",)) if own else None


def _of_forums(found: Diagnostic, case: CheckInput) -> tuple[Severity, tuple[str, ...]] | None:
    profiles = {profile.id: profile for _, profile in case.filings}
    said = {name: profile.levels[found.name] for name, profile in profiles.items() if found.name in profile.levels}
    if not said:
        return None
    weights = [_WEIGHTS[level.level] for level in said.values()]
    weights += [found.severity] if len(said) < len(profiles) else []
    heaviest = min(weights, key=lambda weight: weight.rank)
    reasons = (f"weight set by {say.words(name)}: {level.reason}" for name, level in said.items())
    return heaviest, tuple(reason for reason, weight in zip(reasons, weights, strict=False) if weight is heaviest)


# Counts what a check says of the records that it looks at. Nothing is kept of a record but its name, while it runs.

BROKE_OFF = "the check broke off"


class Tally:
    """What one check says, record by record."""

    def __init__(self, check: Check, looked: AllLooked) -> None:
        """Begin with what the check looks at, which may be that of other checks too."""
        self._check = check
        self._looked = looked
        self._failed: dict[str, None] = {}

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to look at."""
        return not self._looked.why

    def add(self, finding: Finding) -> None:
        """Take what was found, whatever it weighs and however sure it is: it stands in the list.

        A record that was found and not named as looked at is looked at all the same.
        """
        self._failed.update(dict.fromkeys(self._records_of(finding)))

    def broke_off(self) -> None:
        """Nothing that was looked at is told."""
        records = {**self._looked.why, **self._failed} or (self._check.name,)
        self._looked = AllLooked(Looked(record, BROKE_OFF) for record in records)
        self._failed.clear()

    def answer(self) -> Answer:
        """Return the numbers."""
        untold = Counter(why for record, why in self._looked.untold.items() if record not in self._failed)
        further = sum(1 for record in self._failed if record not in self._looked.why)
        about = self._check.counted or self._check.about
        return Answer(
            self._check.code, self._check.name, about, len(self._looked.why) + further, len(self._failed),
            untold.total(), tuple(untold.most_common(MOST_REASONS)),
        )  # fmt: skip

    def _records_of(self, finding: Finding) -> Iterable[str]:
        """Return what a finding speaks of: the documents that were looked at, whichever of their records it names."""
        if self._check.about in {DOCUMENTS, ALL_DOCUMENTS}:
            return tuple(self._looked.why) if len(self._looked.why) == 1 else (finding.record,)
        return (finding.record, *finding.others)


# Run checks over a case. A check that breaks off is reported by name; the others still run.


@dataclass(frozen=True, slots=True)
class CheckResult:
    """A check's answer for the whole case, with what it found."""

    check: Check
    answer: Answer
    findings: tuple[Diagnostic, ...] = ()

    @property
    def outcome(self) -> Outcome:
        """The answer in a word."""
        return self.answer.outcome


def run_checks(case: CheckInput, checks: Iterable[Check] | None = None) -> tuple[CheckResult, ...]:
    """Run `checks`, or all that there are, and return an answer for each, in their order; one of a case runs once."""
    chosen = checks if checks is not None else (found.check for found in discover())
    return tuple(case.once(("result", check), partial(_run, check, case)) for check in chosen)


def findings_of(results: Iterable[CheckResult]) -> tuple[Diagnostic, ...]:
    """Return the findings of all checks, the heaviest first."""
    report = Report()
    for result in results:
        report.extend(result.findings)
    return tuple(report)


def answers_of(results: Iterable[CheckResult]) -> Iterator[Answer]:
    """Give the answers, in the order of the checks."""
    return (result.answer for result in results)


def _run(check: Check, case: CheckInput) -> CheckResult:
    found: list[Diagnostic] = []
    decisions = Decisions(case.graph, case.said_in_all)
    tally = Tally(check, AllLooked())
    try:
        tally = Tally(check, check.looked(case))
        # What no document shows can be told of documents that are there.
        waits = check.about in {DOCUMENTS, ALL_DOCUMENTS} and tally.is_empty
        for finding in () if waits else check.find(case):
            tally.add(finding)
            found.append(_weighed(check, finding, case, decisions))
    except Exception as error:
        # Whatever a check stumbles over, the user's other findings must not be lost with it.
        tally.broke_off()
        found.append(_broken(check, case, error))
    return CheckResult(check, tally.answer(), tuple(found))


def _weighed(check: Check, finding: Finding, case: CheckInput, decisions: Decisions) -> Diagnostic:
    """Return a finding with the weight that forum and case give it, then as it was decided, then by the status."""
    levelled = apply_levels(_needed(_diagnostic(check, finding, case), finding), case)
    return apply_status(apply_decision(_needed(levelled, finding), decisions), check, case)


def _needed(found: Diagnostic, finding: Finding) -> Diagnostic:
    """Mark a gap that must be filled: by the rule of a forum, or since the case weighs it so."""
    must = bool(found.gap) and found.severity is Severity.ERROR and not finding.may_be_decided
    return found if found.needed == must else replace(found, needed=must)


def _diagnostic(check: Check, finding: Finding, case: CheckInput) -> Diagnostic:
    named = dict.fromkeys((*finding.others, *records_named(finding.refs, case.graph)))
    return Diagnostic(
        check.code, check.name, finding.severity or check.severity, finding.message, finding.span, finding.help,
        finding.notes, finding.record, finding.gap if check.tells_gaps else "",
        order=place_in_order(check.name), after_correction=finding.after_correction, alike=finding.alike,
        filing=finding.filing, settled=finding.settled,
        names=tuple(name for name in named if name != finding.record),
    )  # fmt: skip


def _broken(check: Check, case: CheckInput, error: Exception) -> Diagnostic:
    return Diagnostic(
        "CHK900", "broken-check", Severity.ERROR, f"the check {say.words(check.name)} broke off; the others ran",
        case.graph.span("case", case.graph.name, "title"),
        "this is a fault of the program and not of the case: report it with the words of the note",
        (f"{type(error).__name__}: {error}",), f"case/{case.graph.name}",
    )  # fmt: skip

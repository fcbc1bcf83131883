"""The matrix of proof of a case, as its checks let support count."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from probata.checks.engine.case import CheckInput
from probata.checks.engine.check import Check
from probata.checks.engine.decisions import Decisions
from probata.checks.engine.discovery import discover
from probata.checks.engine.finding import Finding, Outcome
from probata.diagnostics import Severity
from probata.proof import AllegationProof, Fault, OfElement, Unfit, prove

# What the checks of a case find unfit to support an allegation. Which check speaks of what is said by each check.


def unfit(case: CheckInput, checks: Iterable[Check] | None = None) -> Unfit:
    """Run the checks that speak of support, or those given, and gather their faults by what they are about.

    What is only a note, or cannot be told, leaves support as it is; so does what the person who signs has decided.
    """
    items, records = defaultdict[tuple[str, int], list[Fault]](list), defaultdict[str, list[Fault]](list)
    elements, in_part = defaultdict[OfElement, list[Fault]](list), defaultdict[OfElement, list[Fault]](list)
    for check in checks if checks is not None else (found.check for found in discover()):
        for allegation, place in _items(check, case):
            items[allegation, place].append(Fault(check.name, f"allegations/{allegation}"))
        for finding in _findings(check, case) if check.speaks_of_support else ():
            fault = Fault(check.name, finding.record)
            if check.unfit_records:
                records[finding.record].append(fault)
            for element in check.unsettles:
                key = (finding.record.partition("/")[2], element, finding.person)
                (in_part if finding.in_part else elements)[key].append(fault)
    return Unfit(
        {key: tuple(found) for key, found in items.items()},
        {key: tuple(found) for key, found in records.items()},
        {key: tuple(found) for key, found in elements.items()},
        {key: tuple(found) for key, found in in_part.items()},
    )


def _items(check: Check, case: CheckInput) -> Iterator[tuple[str, int]]:
    decided = Decisions(case.graph, case.said_in_all)
    for allegation in case.pursued if check.unfit_items else ():
        if not decided.stands(check.name, f"allegations/{allegation.id}") and check.unfit_items:
            yield from ((allegation.id, place) for place in check.unfit_items(case, allegation))


def _findings(check: Check, case: CheckInput) -> Iterator[Finding]:
    decided = Decisions(case.graph, case.said_in_all)
    for finding in check.find(case):
        weight = finding.severity or check.severity
        is_sure = finding.outcome is Outcome.FAILED and weight is not Severity.INFO
        if is_sure and not decided.stands(check.name, finding.record, finding.settled, (finding.message,)):
            yield finding


def proved(case: CheckInput) -> tuple[AllegationProof, ...]:
    """Return how each allegation stands with each element; worked out once for all checks that ask."""
    return case.once("proved", lambda: prove(case.graph, case.catalogue, case.profiles.values(), unfit(case)))

"""Decisions of whoever signs: on what they stand, and whether they still do."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from probata.checks.engine.case import CheckInput, Loc
from probata.checks.engine.check import ALL_DOCUMENTS, Looked, check, itself
from probata.checks.engine.discovery import discover
from probata.checks.engine.finding import Finding, Outcome
from probata.diagnostics import Severity, say
from probata.graph.dated import is_yet_to_come
from probata.model.check_name import is_removed
from probata.model.dates import When
from probata.model.decision import Decision
from probata.model.read import Read


def _named(case: CheckInput) -> Iterator[tuple[str, str, str, Loc]]:
    """Give every name of a check that the records and profiles use, with the record and the field."""
    for decision in case.graph.decisions:
        yield "decisions", decision.id, decision.check, ("check",)
    for position, level in enumerate(case.graph.case.levels):
        yield "case", case.graph.name, level.check, ("levels", position, "check")
    for filing, profile in case.filings:
        yield from (("filings", filing.id, check, ("forum",)) for check in profile.levels)


@check("STR106", Severity.WARNING, "decisions and levels", looks_at=_named)
def decision_without_check(case: CheckInput) -> Iterator[Finding]:
    checks = {found.check.name: found.check.code for found in discover()}
    for kind, record, named, at in _named(case):
        if is_removed(named):
            yield case.finding(
                kind,
                record,
                f"{say.words(named)} is a check that is no longer made",
                "take it out of the file, or keep it for the record",
                at=at,
                severity=Severity.INFO,
                outcome=Outcome.CANNOT_TELL,
            )
        elif named not in checks:
            near = [name for name, code in checks.items() if code == named.upper()]
            near = near or get_close_matches(named, checks, 1)
            advice = f"did you mean {say.words(near[0])}?" if near else "`probata list checks` shows the names"
            yield case.finding(kind, record, f"no check is called {say.words(named)}", advice, at=at)
    for decision in case.graph.decisions:
        kind, _, key = decision.record.partition("/")
        if not case.holds(decision.record) and not case.graph.unread.may_hold({kind}, key):
            yield case.finding_on(
                decision,
                f"there is no record {say.words(decision.record)} to decide on",
                "write the file and the id, such as `roles/governor`, or `filings/` and the id of a filing, or `case/` "
                "and the name of the case; the JSON form of a finding gives it",
                at=("record",),
            )


def _with_effect(case: CheckInput) -> Iterator[Decision]:
    """Give the decisions for a check and a record that exist; `decision-without-check` finds the others."""
    checks = {found.check.name for found in discover()}
    yield from (one for one in case.graph.decisions if one.check in checks and case.holds(one.record))


@check("STR161", Severity.INFO, "decisions", looks_at=_with_effect)
def decision_never_falls(case: CheckInput) -> Iterator[Finding]:
    for decision in _with_effect(case):
        if not decision.rests_on:
            yield case.finding_on(
                decision,
                f"decision {say.decision(decision)} records nothing on which it rests, so no change of "
                f"{say.words(decision.record)} ends it",
                "take it out and let `probata decide` write it again, with the finding and the record as they are now",
            )


NAME = "decision-without-finding"


def _decisions_of_whole_case(case: CheckInput) -> Iterator[Looked]:
    """Give the decisions, once all documents are there; where records could not be read none can be told."""
    documents = case.drafts and all(filing.id in case.drafts for filing in case.looked_at)
    for decision in case.graph.decisions if documents else ():
        yield Looked(f"decisions/{decision.id}", "some records could not be read" if case.graph.left_out else "")


@check("STR231", Severity.INFO, ALL_DOCUMENTS, counted="decisions", looks_at=_decisions_of_whole_case)
def decision_without_finding(case: CheckInput) -> Iterator[Finding]:
    # The last of a case, since a decision may be on what is found in its documents.
    last = {(decision.check, decision.record): decision for decision in case.graph.decisions}
    for decision in case.graph.decisions:
        if (later := last[decision.check, decision.record]) is not decision:
            yield case.finding_on(
                decision,
                f"decision {say.decision(decision)} has no effect, since {say.decision(later)}, further down in the "
                "file, decides the same",
                f"take {say.decision(decision)} out of `decisions.yaml`, unless it is kept for the file",
            )
    checks = {found.check.name: found.check for found in discover() if found.check.name != NAME}
    found: dict[str, set[str]] = {}
    for (name, record), decision in last.items() if not case.graph.left_out else ():
        if name in checks and name not in found:
            found[name] = {one.record for one in checks[name].find(case)}
        if name in checks and record not in found[name] and case.holds(record):
            yield case.finding_on(
                decision,
                f"decision {say.decision(decision)} is on {say.words(name)} of {say.words(record)}, which is not found "
                "now",
                "take the decision out, or look whether the record was changed by mistake",
                at=("check",),
            )


@check("TIM141", Severity.INFO, "decisions and reads", looks_at=itself)
def date_in_the_future(case: CheckInput) -> Iterator[Finding | Looked]:
    signed: list[tuple[Decision | Read, str, When]] = [(one, "date", one.date) for one in case.graph.decisions]
    signed += [(one, "on", one.on) for one in case.graph.reads]
    for record, field, when in signed:
        kind = "read" if isinstance(record, Read) else "decision"
        yield Looked(f"{kind}s/{record.id}", "" if case.today else "the day of today is not known")
        if case.today and is_yet_to_come(when, case.today):
            yield case.finding_on(
                record,
                f"{kind} {say.of(f'{kind}s', record)} is dated {say.date(when)}, which is yet to come",
                "write the day on which it was done",
                at=(field,),
            )

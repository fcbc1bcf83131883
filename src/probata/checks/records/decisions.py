"""Decisions of whoever signs: on what they stand, and whether they still do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from probata.checks.engine.case import CheckInput, Loc
from probata.checks.engine.check import ALL_DOCUMENTS, Looked, check, records_of
from probata.checks.engine.decisions import REMOVED
from probata.checks.engine.discovery import discover
from probata.checks.engine.finding import Finding, Outcome
from probata.diagnostics import Severity, say
from probata.graph.dated import is_yet_to_come
from probata.graph.filings import limbs_on
from probata.model.allegation import Allegation
from probata.model.dates import When
from probata.model.decision import Decision


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
    """Find the decisions and levels whose check does not exist, and the decisions on a record that does not."""
    checks = {found.check.name: found.check.code for found in discover()}
    for kind, record, named, at in _named(case):
        if named in REMOVED:
            yield case.finding(
                kind, record, f"{say.words(named)} is a check that is no longer made",
                "take it out of the file, or keep it for the record", at=at,
                severity=Severity.INFO, outcome=Outcome.CANNOT_TELL,
            )  # fmt: skip
        elif named not in checks:
            yield case.finding(kind, record, f"no check is called {say.words(named)}", _advice(named, checks), at=at)
    for decision in case.graph.decisions:
        if not _exists(case, decision.record):
            yield case.finding(
                "decisions", decision.id, f"there is no record {say.words(decision.record)} to decide on",
                "write the file and the id, such as `roles/governor`, or `filings/` and the id of a filing, or `case/` "
                "and the name of the case; the JSON form of a finding gives it", at=("record",),
            )  # fmt: skip


def _advice(check: str, checks: Mapping[str, str]) -> str:
    near = [name for name, code in checks.items() if code == check.upper()] or get_close_matches(check, checks, 1)
    return f"did you mean {say.words(near[0])}?" if near else "`probata list checks` shows the names"


def _exists(case: CheckInput, record: str) -> bool:
    kind, _, key = record.partition("/")
    return case.holds(record) or case.graph.unread.may_hold({kind}, key)


def _with_effect(case: CheckInput) -> Iterator[Decision]:
    """Give the decisions for a check and a record that exist; of others `decision-without-check` tells."""
    checks = {found.check.name for found in discover()}
    for decision in case.graph.decisions:
        if decision.check in checks and case.holds(decision.record):
            yield decision


@check("STR161", Severity.INFO, "decisions", looks_at=_with_effect)
def decision_never_falls(case: CheckInput) -> Iterator[Finding]:
    """Find the decisions that rest on nothing that is recorded."""
    for decision in _with_effect(case):
        if not decision.rests_on:
            yield case.finding(
                "decisions", decision.id,
                f"decision {say.decision(decision)} records nothing on which it rests, so no change of "
                f"{say.words(decision.record)} ends it",
                "take it out and let `probata decide` write it again: with it stand the finding and the record as they "
                "are now",
            )  # fmt: skip


NAME = "decision-without-finding"


def _decisions_of_whole_case(case: CheckInput) -> Iterator[Looked]:
    """Give the decisions, once all documents are there; where records could not be read none can be told."""
    documents = case.drafts and all(filing.id in case.drafts for filing in case.looked_at)
    for decision in case.graph.decisions if documents else ():
        yield Looked(f"decisions/{decision.id}", "some records could not be read" if case.graph.left_out else "")


@check("STR231", Severity.INFO, ALL_DOCUMENTS, counted="decisions", looks_at=_decisions_of_whole_case)
def decision_without_finding(case: CheckInput) -> Iterator[Finding]:
    """Find the decisions whose check finds nothing in their record; each check is run once."""
    yield from _superseded(case)
    checks = {found.check.name: found.check for found in discover() if found.check.name != NAME}
    found: dict[str, set[str]] = {}
    last = {decision.id for decision in _last(case).values()}
    for decision in case.graph.decisions if not case.graph.left_out else ():
        if decision.id not in last:
            continue
        if check := checks.get(decision.check):
            if check.name not in found:
                found[check.name] = {one.record for one in check.find(case)}
            # That there is no such record is told by `decision-without-check`.
            if decision.record not in found[check.name] and case.holds(decision.record):
                yield case.finding(
                    "decisions", decision.id,
                    f"decision {say.decision(decision)} is on {say.words(decision.check)} of "
                    f"{say.words(decision.record)}, which is not found now",
                    "take the decision out, or look whether the record was changed by mistake", at=("check",),
                )  # fmt: skip


def _last(case: CheckInput) -> dict[tuple[str, str], Decision]:
    """Return the decision that stands of those on the same, by check and record."""
    return {(decision.check, decision.record): decision for decision in case.graph.decisions}


def _superseded(case: CheckInput) -> Iterator[Finding]:
    last = _last(case)
    for decision in case.graph.decisions:
        if (later := last[decision.check, decision.record]) is not decision:
            yield case.finding(
                "decisions", decision.id,
                f"decision {say.decision(decision)} has no effect, since {say.decision(later)}, further down in the "
                "file, decides the same",
                f"take {say.decision(decision)} out of `decisions.yaml`, unless it is kept for the file",
            )  # fmt: skip


"""The last of a case, since a decision may be on what is found in its documents."""


_OF = "limb-not-argued"
_LIMB = re.compile(
    r"(?<![\w(])(?P<whole>\d{1,5}(?:\(\w{1,4}\))+)(?P<more>(?:\s*(?:,|and|et|y)\s*\(\w{1,4}\))*)(?![\w(])"
)
_PART = re.compile(r"\(\w{1,4}\)")


def _decided(case: CheckInput) -> Iterator[tuple[Decision, Allegation]]:
    for decision in case.graph.decisions:
        kind, _, key = decision.record.partition("/")
        allegation = case.graph.find("allegations", Allegation, key) if kind == "allegations" else None
        if decision.check == _OF and allegation:
            yield decision, allegation


@check("LAW198", Severity.WARNING, "decisions on limbs that are not argued", looks_at=_decided)
def decision_against_argument(case: CheckInput) -> Iterator[Finding]:
    """Compare the limbs that each decision names with those that its allegation argues."""
    for decision, allegation in _decided(case):
        argued = {found.limb for found in limbs_on(case.graph, allegation)}
        if both := [limb for limb in limbs_named(decision.decision) if limb in argued]:
            yield case.finding(
                "decisions", decision.id,
                f"decision {say.decision(decision)} says of {say.listed(both)} that it is not relied on, and "
                f"allegation {say.allegation(allegation)} argues it",
                "take the limb out of the decision, or out of the allegation", at=("decision",),
            )  # fmt: skip


def limbs_named(text: str) -> list[str]:
    """Return the limbs that words name, each once: `6(3)(b)` and `6(3)(f)` of “6(3)(b) and (f)”."""
    found: list[str] = []
    for match in _LIMB.finditer(text):
        stem = match["whole"][: match["whole"].rindex("(")]
        found += [match["whole"], *(stem + part for part in _PART.findall(match["more"]))]
    return list(dict.fromkeys(found))


def _decisions_and_reads(case: CheckInput) -> Iterator[Looked]:
    """Give the decisions and reads; on a day that is not known none can be told."""
    why = "" if case.today else "the day of today is not known"
    yield from (Looked(looked.record, why) for looked in records_of("decisions", "reads")(case))


@check("TIM141", Severity.INFO, "decisions and reads", looks_at=_decisions_and_reads)
def date_in_the_future(case: CheckInput) -> Iterator[Finding]:
    """Find the decisions and reads of a time to come; nothing where the day of today is not known."""
    for kind, record, field, when in _signed(case):
        if case.today and is_yet_to_come(when, case.today):
            yield case.finding(
                kind, record, f"{kind[:-1]} {say.of(kind, record)} is dated {say.date(when)}, which is yet to come",
                "write the day on which it was done", at=(field,),
            )  # fmt: skip


def _signed(case: CheckInput) -> Iterator[tuple[str, str, str, When]]:
    """Give what somebody of the team answers for with a date: kind, id, field of the date, and the date."""
    yield from (("decisions", one.id, "date", one.date) for one in case.graph.decisions)
    yield from (("reads", one.id, "on", one.on) for one in case.graph.reads)

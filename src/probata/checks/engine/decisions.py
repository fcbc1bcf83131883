"""Findings that the person who signs has decided: on which records and fields each decision rests, and if it stands."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from probata.checks.engine.case import FoundInAll, Said, found_nothing
from probata.checks.engine.discovery import discover
from probata.diagnostics import Diagnostic, Severity, say
from probata.diagnostics.message import Message, Ref
from probata.edits.ids import free_id
from probata.graph.case_graph import CaseGraph
from probata.graph.resolve import cited_keys
from probata.model.decision import Decision
from probata.proof.reads import LENGTH, fingerprint, fingerprint_of_fields, fingerprint_of_weight

# Of which fields of its record a decision on a check's findings takes account.

Fields = frozenset[str]


def fields_of_decision(check: str, record: str) -> Fields | None:
    """Return the fields of a record, `roles/governor`, on which a decision on a check rests.

    `None` where it rests on the whole record, as on a filing, the case, and whatever an unknown check finds.
    """
    return _by_check().get((check, record.partition("/")[0]))


@cache
def _by_check() -> dict[tuple[str, str], Fields]:
    checks = [found.check for found in discover()]
    return {(check.name, kind): frozenset(fields) for check in checks for kind, fields in check.rests_on.items()}


# Which records are behind a finding, so that a decision on it falls when one of them changes.
# They are the record itself, or of it the fields that the check looks at, what the finding names, and the sources that
# the record cites there.

FINDING = "finding"
"""What a decision calls the finding itself among that on which it rests."""
_WORK_OF_THE_TEAM = frozenset({"decisions", "reads", "changes", "points", "narrative"})
"""Kinds that say nothing about the case, or, as sections of text do, have ids that are plain words."""


def records_named(refs: Iterable[Ref], graph: CaseGraph) -> Iterator[str]:
    """Give the records that a finding names and on which a decision can rest: `positions/commander`."""
    return (one.identity for one in refs if one.kind not in _WORK_OF_THE_TEAM and graph.has(one.kind, one.text))


def basis_of_decision(graph: CaseGraph, check: str, record: str, named: Iterable[str]) -> tuple[str, ...]:
    """Return the records on which a decision on a check rests, the one decided on first, then the others in order."""
    kind, _, key = record.partition("/")
    own = graph.records.get(kind, {}).get(key)
    fields = fields_of_decision(check, record)
    cited = (source for loc, source in cited_keys(own) if fields is None or loc[0] in fields) if own else ()
    others = {*named, *(f"sources/{source}" for source in cited if graph.has("sources", source))} - {record}
    return (record, *sorted(others))


def fingerprints_for(graph: CaseGraph, check: str, record: str, decided_on: str) -> tuple[str, ...]:
    """Return the fingerprints of a record by which a decision stands, the one that is kept now first.

    There is none where there is no record of that name. Of a source that stands behind the record decided on, only what
    makes its weight counts: a corrected page or address is no reason to decide again. A decision of before, which rests
    on the whole of the record decided on, stands while all of that stands.
    """
    if record != decided_on:
        is_source = record.startswith("sources/")
        found = [(fingerprint_of_weight if is_source else fingerprint)(graph, record)]
    else:
        fields = fields_of_decision(check, record)
        of_fields = fingerprint_of_fields(graph, record, fields) if fields is not None else None
        found = [of_fields, fingerprint(graph, record)]
    return tuple(one for one in found if one is not None)


# Findings that the person who signs has decided, by `decisions.yaml`.
# A decision falls when what it rested on changes.

_SHOWN, _LONGEST = 3, 90
"""Parts of a finding that are named as new, and characters of each."""
LAST = 1_000_000
"""Place of a decided finding among those of its weight: what nobody has looked at comes before it."""
_DONE = "none, for it is decided by `{}`; where the decision is no longer right, take it out of `decisions.yaml`"


def fingerprint_of_finding(message: str) -> str:
    """Return the fingerprint of what a finding says of the case, whatever our own words and their order."""
    said = "\n".join(sorted(one.identity for one in Message(message).values))
    return hashlib.sha256(said.encode()).hexdigest()[:LENGTH]


def rests_on(graph: CaseGraph, record: str, found: Iterable[Diagnostic]) -> tuple[tuple[str, str], ...]:
    """Return that on which a decision rests, each with its fingerprint: what is found, the record, and what is behind.

    `found` is what one check finds in the record. Of the record the fields count that the check looks at.
    A filing and the case have no fingerprint of their own: what matters of them is in the finding.
    """
    several = tuple(found)
    check = next((one.name for one in several), "")
    said = dict.fromkeys(fingerprint_of_finding(part) for one in several for part in one.to_decide)
    basis = basis_of_decision(graph, check, record, (name for one in several for name in one.names))
    known = ((name, fingerprints_for(graph, check, name, record)[:1]) for name in basis)
    return (*((FINDING, one) for one in said), *((name, one) for name, kept in known for one in kept))


def new_decision(
    graph: CaseGraph, found: Sequence[Diagnostic], decision: str, reason: str, author: str, day: str
) -> dict[str, Any]:
    """Return a decision on what one check finds in a record, as its file holds it; `found` is all that it finds."""
    name, record = found[0].name, found[0].record
    begin = re.sub(r"[^\w.-]+", "-", f"{name}-{record}")
    return {
        "id": free_id(begin, "", {one.id for one in graph.decisions}), "check": name, "record": record,
        "decision": decision.strip(), "reason": reason.strip(), "author": author.strip(), "date": day,
        "rests_on": [" ".join(pair) for pair in rests_on(graph, record, found)],
    }  # fmt: skip


def said_where_decided(found: Iterable[Diagnostic], graph: CaseGraph) -> Said:
    """Return what was found of the records on which something is decided, by check and record; not what is a note."""
    said: dict[tuple[str, str], set[str]] = {(one.check, one.record): set() for one in graph.decisions}
    for one in found:
        is_note = one.severity is Severity.INFO and one.order != LAST
        if (one.name, one.record) in said and not is_note:
            said[one.name, one.record].update(map(fingerprint_of_finding, one.to_decide))
    return {key: frozenset(fingerprints) for key, fingerprints in said.items()}


class Decisions:
    """The decisions of a case by what they decide; of two on the same finding the later in the file stands.

    A finding may say less where only some filings are looked at, by the law of one forum and not of three. So `of_all`
    is what the same checks found with all of them: what was decided there stands for the part.
    """

    def __init__(self, graph: CaseGraph, of_all: FoundInAll = found_nothing) -> None:
        self._graph = graph
        self._of_all = of_all

    def of(self, check: str, record: str) -> Decision | None:
        """Return the decision on the findings of a check about a record, whether or not it still stands."""
        decisions = self._graph.once(
            "decisions by finding", lambda: {(one.check, one.record): one for one in self._graph.decisions}
        )
        return decisions.get((check, record))

    def stands(self, check: str, record: str, *said: Sequence[str]) -> bool:
        """Tell whether there is a decision that stands; without what was found, as far as the record tells."""
        decision = self.of(check, record)
        return decision is not None and not self.changes(decision, *said)

    def changes(self, decision: Decision, *said: Sequence[str]) -> tuple[str, ...]:
        """Say what has changed under a decision, in words; of one that does not say on what it rested nothing has.

        What was found may be said in several ways, each of which may have been decided: with the places that move, as
        decisions were written once, and without them. Each way has parts, and all of them must have been decided.
        """
        then = {(resting.record, resting.fingerprint) for resting in decision.rests_on}
        found: list[str] = []
        new = [self._undecided(decision, parts) for parts in said if parts]
        if then and new and all(new):
            what = f": {', '.join(map(_shortly, new[0][:_SHOWN]))}" if len(said[0]) > len(new[0]) else ""
            found.append(f"the finding says something else now{what}")
        for record, before in sorted(then):
            now = fingerprints_for(self._graph, decision.check, record, decision.record) if record != FINDING else ()
            if record != FINDING and before not in now:
                found.append(f"`{record}` {'changed' if now else 'is gone'}")
        return tuple(found)

    def _undecided(self, decision: Decision, parts: Iterable[str]) -> tuple[str, ...]:
        return tuple(part for part in parts if not self._is_said(decision, fingerprint_of_finding(part)))

    def _is_said(self, decision: Decision, now: str) -> bool:
        """Tell whether what is found now was decided: itself, or as part of what was found with all filings."""
        then = {resting.fingerprint for resting in decision.rests_on if resting.record == FINDING}
        if now in then:
            return True
        of_all = self._of_all(decision.check).get((decision.check, decision.record), frozenset())
        return now not in of_all and bool(of_all) and of_all <= then


def _shortly(part: str) -> str:
    """Return a part of what is found, cut where it is a long sentence."""
    said = Message(part)
    return said if len(said) <= _LONGEST else f"{said[:_LONGEST].rsplit(' ', 1)[0]} …`"


def is_decided(found: Diagnostic) -> bool:
    """Tell whether a decision on a finding stands."""
    return bool(found.decided_by)


def apply_decision(found: Diagnostic, decisions: Decisions) -> Diagnostic:
    """Return a decided finding as a note that tells the decision, its reason, author and date; others unchanged.

    One whose decision fell keeps its weight and tells what changed. So does a gap that must be filled: what no document
    goes out without is not there, whatever was decided. What was decided of one record is told of it alone.
    """
    decision = decisions.of(found.name, found.record)
    if decision is None:
        return found
    by = f"by {decision.author}, {decision.date.text}"
    if changes := decisions.changes(decision, found.to_decide, (found.message,)):
        fell = (f"decided before: {decision.decision}", f"the decision fell ({by}): {'; '.join(changes)} since")
        help = f"{say.said(found.help)}; where the decision still holds, decide again with `probata decide`"
        return replace(found, notes=(*found.notes, *fell), help=help, alike="")
    told = (f"decided: {decision.decision}", f"reason: {decision.reason}", by)
    severity = Severity.ERROR if found.needed else Severity.INFO
    help = found.help if found.needed else _DONE.format(decision.id)
    return replace(
        found, severity=severity, notes=(*found.notes, *told), help=help, order=LAST, alike="", decided_by=decision.id
    )

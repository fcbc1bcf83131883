"""Findings that the person who signs has decided, by `decisions.yaml`.

A decision falls when what it rested on changes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace

from probata.checks.basis_of_decision import FINDING, basis_of_decision, fingerprints_for
from probata.checks.said import FoundInAll, Said, found_nothing
from probata.diagnostics import Diagnostic, Severity, say
from probata.diagnostics.message import Message
from probata.graph.case_graph import CaseGraph
from probata.model.decision import Decision
from probata.proof.reads import LENGTH

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
        self._by_finding = {(decision.check, decision.record): decision for decision in graph.decisions}

    def of(self, check: str, record: str) -> Decision | None:
        """Return the decision on the findings of a check about a record, whether or not it still stands."""
        return self._by_finding.get((check, record))

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

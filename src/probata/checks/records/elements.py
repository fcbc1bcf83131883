"""The elements of a legal test: whether evidence goes to each, and whether it counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from probata.checks.engine.case import CheckInput
from probata.checks.engine.check import Looked, check, with_provisions
from probata.checks.engine.finding import Finding, Outcome, marked
from probata.checks.records.provisions import Acting, acting
from probata.checks.support.printed_figures import with_numbers
from probata.checks.support.proved import proved
from probata.diagnostics import Severity, say
from probata.graph.case_graph import grouped
from probata.graph.filings import counts_with
from probata.law import Element
from probata.model.allegation import Allegation
from probata.model.person import Person
from probata.proof import Fault, Row, Status
from probata.proof.matrix_of_proof import is_weak

_MOST = 8
"""Notes that one finding carries; `probata show` lists all."""
_MOST_ALTERNATIVES = 3
"""Elements in the alternative that a sentence names one by one."""


def _listed(case: CheckInput, rows: Sequence[Row]) -> str:
    """List elements by their labels; behind those that somebody must be shown to meet stands "(as to Mara Wolk)"."""
    parts: list[str] = []
    for person_id, of_person in grouped(rows, lambda row: row.person).items():
        person = case.graph.find("people", Person, person_id) if person_id else None
        as_to = f" (as to {person.name.display or say.person(person)})" if person else ""
        parts.append(f"{', '.join(dict.fromkeys(_label(case, row) for row in of_person))}{as_to}")
    return "; ".join(parts)


def _label(case: CheckInput, row: Row) -> str:
    """Return what the catalogue calls an element; of many in the alternative, the first and the number of the rest."""
    labels = [marked(case.catalogue.elements[element].label) for element in row.elements]
    are_few = len(labels) <= _MOST_ALTERNATIVES
    return " or ".join(labels) if are_few else f"{labels[0]} or one of {len(labels) - 1} others"


def _notes_on(case: CheckInput, rows: Sequence[Row]) -> tuple[str, ...]:
    """Say of each element which test asks for it, in the words of the first, and the ids by which evidence names it."""
    notes: list[str] = []
    for row in rows[:_MOST]:
        asked, ids = row.asked_by[0], " or ".join(say.words(element) for element in row.elements[:_MOST_ALTERNATIVES])
        others = f" and {len(row.asked_by) - 1} more" if len(row.asked_by) > 1 else ""
        unread = "" if asked.verified else "; not read at its source"
        notes.append(f"{_label(case, row)} ({ids}): {asked.test}{others} ({asked.text}{unread})")
    return (*dict.fromkeys(notes), *([f"and {len(rows) - _MOST} more"] if len(rows) > _MOST else ()))


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    yield from (Looked(f"allegations/{proof.allegation}") for proof in proved(case) if proof.rows)


@check("LAW131", Severity.WARNING, "allegations", looks_at=_looks_at)
def element_without_evidence(case: CheckInput) -> Iterator[Finding]:
    with_evidence = {found.id for found in case.pursued if found.evidence}
    met = {
        (proof.allegation, row.elements, row.person)
        for proof in proved(case)
        for row in proof.rows
        if row.status is not Status.GAP
    }
    for proof in proved(case):
        together = {key for one in counts_with(case.graph, proof.allegation) for key in one.allegations}
        # Criteria of forums are met by all that a count gathers, taken together.
        gaps = tuple(
            row
            for row in proof.rows
            if row.status is Status.GAP
            and not (
                all(asked.kind == "criterion" for asked in row.asked_by)
                and any((other, row.elements, row.person) in met for other in together)
            )
        )
        if gaps and proof.is_marked:
            yield case.finding(
                "allegations",
                proof.allegation,
                f"no evidence cited for allegation {say.allegation(proof.allegation)} goes to {_listed(case, gaps)}",
                "name it under `elements` of the evidence that shows it, or say under `gaps` why nothing does",
                at=("evidence",),
                notes=_notes_on(case, gaps),
                alike=_listed(case, gaps),
            )
        elif gaps and proof.allegation in with_evidence:
            yield case.finding(
                "allegations",
                proof.allegation,
                f"no item of evidence for allegation {say.allegation(proof.allegation)} says to which element of its "
                "legal tests it goes",
                f"add it to each item, such as `elements: [{gaps[0].elements[0]}]`; `probata show {case.graph.name} "
                "proof` lists all",
                at=("evidence",),
                severity=Severity.INFO,
                outcome=Outcome.CANNOT_TELL,
                alike="unmarked",
            )


@check("LAW133", Severity.WARNING, "allegations", looks_at=_looks_at)
def element_weakly_supported(case: CheckInput) -> Iterator[Finding]:
    correct = "correct what weakens it, which `--format full` and the report name in notes, or add evidence "
    for proof in proved(case):
        supported = [row for row in proof.rows if not row.is_gap]
        nothing = [row for row in supported if not row.independent]
        parted = [row for row in supported if row.independent and row.in_part]
        # All that counts is one secondary source, whatever else weakens it.
        thin = [
            row
            for row in supported
            if row.independent
            and (row.status is Status.WEAK or row.in_part)
            and is_weak(row.support, row.independent, case.graph)
        ]
        sources = [f"counted: {say.source(key)}" for row in thin for key in row.independent]
        faults = [_because(fault) for row in parted for fault in row.in_part]
        for rows, what, step, notes, severity in (
            (nothing, "nothing cited in {} counts for {}", f"{correct}that stands", _causes(nothing), None),
            (
                thin,
                "one secondary source alone counts in {} for {}",
                "add what that source rests on, or a second one",
                sources,
                Severity.INFO,
            ),
            (parted, "what {} cites covers {} in part only", f"{correct}for the rest", faults, Severity.INFO),
        ):
            if rows:
                items = rows[0].counted if rows[0].independent else rows[0].support
                elements = _listed(case, rows)
                yield case.finding(
                    "allegations",
                    proof.allegation,
                    what.format(f"allegation {say.allegation(proof.allegation)}", elements),
                    step,
                    at=("evidence", items[0].position),
                    notes=tuple(dict.fromkeys(notes)),
                    severity=severity,
                    alike=f"{what} {elements} {rows[0].independent if rows is thin else ''}",
                )


def _causes(rows: Sequence[Row]) -> list[str]:
    """Say why support does not count, each cause once with the sources of which it is true."""
    causes = [
        (cause, item.source)
        for row in rows
        for item in row.support
        for cause in ([_because(fault) for fault in item.faults] or ["proves nothing by itself"])
    ]
    by_cause = grouped(causes, lambda one: one[0]).items()
    return [f"{cause}: {say.cited_works(dict.fromkeys(source for _, source in found))}" for cause, found in by_cause]


def _because(fault: Fault) -> str:
    """Return the name of the check, with the record where it found it, unless that is the allegation."""
    return fault.check if fault.record.startswith("allegations/") else f"{fault.check} ({say.words(fault.record)})"


@check("LAW132", Severity.WARNING, "allegations", looks_at=_looks_at)
def element_contradicted(case: CheckInput) -> Iterator[Finding]:
    for proof in proved(case):
        if rows := tuple(row for row in proof.rows if row.unanswered):
            items = {item.position: item for row in rows for item in row.unanswered}
            named = sorted({item.source for item in items.values()})
            sources, elements = say.sources(named), _listed(case, rows)
            words = ((one.source, with_numbers(one.shows, case.figures) or one.quote) for one in items.values())
            against = dict.fromkeys(f"{say.source(source)}: {text}" for source, text in words if text)
            yield case.finding(
                "allegations",
                proof.allegation,
                f"{sources} {'contradicts' if len(named) == 1 else 'contradict'} {elements} in allegation "
                f"{say.allegation(proof.allegation)}; no answer is recorded",
                "write `answered: …` at that evidence: how the allegation meets it",
                at=("evidence", min(items)),
                notes=(*against, *_notes_on(case, rows)),
                alike=f"{sources} {elements}",
            )


_PRIVATE = frozenset({"company", "media", "university", "non_governmental_organisation"})
"""Kinds of bodies that are no part of a State; a party organ may be in fact."""


@check("LAW154", Severity.WARNING, "allegations", looks_at=with_provisions)
def element_without_state_act(case: CheckInput) -> Iterator[Finding]:
    for allegation in case.pursued:
        found: set[str] = set()
        for position, conduct, element in _asking(case, allegation):
            state = acting(case, allegation, conduct)
            lacking = _lacking(case, state, element) if element.id not in found else ""
            if lacking:
                found.add(element.id)
                yield case.finding_on(
                    allegation,
                    f"the element {marked(element.label)} asks for {lacking}",
                    "record the body of the State that did it, with its `country`; or name a provision that does not "
                    "ask for such an act",
                    at=("provisions", position, "instrument"),
                    severity=Severity.INFO if allegation.provisions[position].contention else None,
                    notes=(f"recorded: {say.bodies(body.id for body in state.bodies)}",),
                    alike=f"{element.id} {lacking}",
                )


def _asking(case: CheckInput, allegation: Allegation) -> Iterator[tuple[int, frozenset[str], Element]]:
    """Give the elements that ask for the act of a State and have no alternative that does not, with the conduct."""
    for position, alleged in enumerate(allegation.provisions):
        provision = case.catalogue.provision(alleged.instrument or "", alleged.provision or "")
        conduct = frozenset(allegation.conduct) & frozenset(provision.conduct if provision else ())
        for requirement in provision.elements if provision else ():
            elements = [case.catalogue.elements[one] for one in requirement.any_of]
            if all(element.act_of for element in elements):
                yield position, conduct, elements[0]


def _lacking(case: CheckInput, state: Acting, element: Element) -> str:
    """Say what the records lack, or nothing; without any body recorded it cannot be told."""
    if not state.bodies:
        return ""
    if element.act_of == "state_that_removes":
        lacks = state.abroad(case) and all(body.country for body in state.bodies) and not state.foreign(case)
        own = " and ".join(say.words(one) for one in state.own)
        return f"an act of the State that removes a person, and only bodies of {own} are recorded" if lacks else ""
    is_private = all(body.kind in _PRIVATE for body in state.bodies)
    return "an act of a State, and only private bodies are recorded" if is_private else ""

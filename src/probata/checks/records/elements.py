"""The elements of a legal test: whether evidence goes to each, and whether it counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from probata.checks.engine.case import CheckInput
from probata.checks.engine.check import Looked, check, with_provisions
from probata.checks.engine.finding import Finding, Outcome, marked
from probata.checks.records.provisions import Acting, acting
from probata.checks.support.printed_figures import with_numbers
from probata.checks.support.proved import proved
from probata.diagnostics import Severity, say
from probata.graph.filings import counts_with
from probata.law import Element
from probata.model.allegation import Allegation
from probata.model.person import Person
from probata.proof import AllegationProof, Fault, Item, Row, Status
from probata.proof.matrix_of_proof import is_weak

# How findings call elements of legal tests, and the tests that ask for them.

_MOST = 8
"""Notes that one finding carries; `probata show` lists all."""
_MOST_ALTERNATIVES = 3
"""Elements in the alternative that a sentence names one by one."""


def listed(case: CheckInput, rows: Sequence[Row]) -> str:
    """List elements by their labels; behind those that somebody must be shown to meet stands "(as to Mara Wolk)"."""
    by_person: dict[str, list[str]] = {}
    for row in rows:
        by_person.setdefault(row.person, []).append(_label(case, row))
    return "; ".join(f"{', '.join(dict.fromkeys(named))}{_as_to(case, p)}" for p, named in by_person.items())


def _as_to(case: CheckInput, person_id: str) -> str:
    person = case.graph.find("people", Person, person_id) if person_id else None
    return f" (as to {person.name.display or say.person(person)})" if person else ""


def _label(case: CheckInput, row: Row) -> str:
    """Return what the catalogue calls an element; of many in the alternative, the first and the number of the rest."""
    labels = [marked(case.catalogue.elements[element].label) for element in row.elements]
    return (
        f"{labels[0]} or one of {len(labels) - 1} others" if len(labels) > _MOST_ALTERNATIVES else " or ".join(labels)
    )


def notes_on(case: CheckInput, rows: Sequence[Row]) -> tuple[str, ...]:
    """Say of each element which test asks for it, in the words of the first, and the ids by which evidence names it."""
    notes = [_note(case, row) for row in rows[:_MOST]]
    if len(rows) > _MOST:
        notes.append(f"and {len(rows) - _MOST} more")
    return tuple(dict.fromkeys(notes))


def _note(case: CheckInput, row: Row) -> str:
    asked = row.asked_by[0]
    others = f" and {len(row.asked_by) - 1} more" if len(row.asked_by) > 1 else ""
    unread = "" if asked.verified else "; not read at its source"
    ids = " or ".join(say.words(element) for element in row.elements[:_MOST_ALTERNATIVES])
    return f"{_label(case, row)} ({ids}): {asked.test}{others} ({asked.text}{unread})"


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the allegations that name a legal test whose elements are known."""
    yield from (Looked(f"allegations/{proof.allegation}") for proof in proved(case) if proof.rows)


@check("LAW131", Severity.WARNING, "allegations", looks_at=_looks_at)
def element_without_evidence(case: CheckInput) -> Iterator[Finding]:
    """Find the gaps that are not stated, once for each allegation."""
    with_evidence = {found.id for found in case.pursued if found.evidence}
    met = {
        (proof.allegation, *_key(row)) for proof in proved(case) for row in proof.rows if row.status is not Status.GAP
    }
    for proof in proved(case):
        beside = {key for one in counts_with(case.graph, proof.allegation) for key in one.allegations}
        gaps = tuple(
            row
            for row in proof.rows
            if row.status is Status.GAP
            and not (_is_of_the_count(row) and any((other, *_key(row)) in met for other in beside))
        )
        if gaps and proof.is_marked:
            yield case.finding(
                "allegations", proof.allegation,
                f"no evidence cited for allegation {say.allegation(proof.allegation)} goes to {listed(case, gaps)}",
                "name it under `elements` of the evidence that shows it, or say under `gaps` why nothing does",
                at=("evidence",), notes=notes_on(case, gaps), alike=listed(case, gaps),
            )  # fmt: skip
        elif gaps and proof.allegation in with_evidence:
            yield case.finding(
                "allegations", proof.allegation,
                f"no item of evidence for allegation {say.allegation(proof.allegation)} says to which element of its "
                "legal tests it goes",
                f"add it to each item, such as `elements: [{gaps[0].elements[0]}]`; `probata show {case.graph.name} "
                "proof` lists all",
                at=("evidence",), severity=Severity.INFO, outcome=Outcome.CANNOT_TELL, alike="unmarked",
            )  # fmt: skip


def _key(row: Row) -> tuple[tuple[str, ...], str]:
    return row.elements, row.person


def _is_of_the_count(row: Row) -> bool:
    """Tell whether criteria of forums alone ask for it: these are met by all that a count gathers, taken together."""
    return all(asked.kind == "criterion" for asked in row.asked_by)


@check("LAW133", Severity.WARNING, "allegations", looks_at=_looks_at)
def element_weakly_supported(case: CheckInput) -> Iterator[Finding]:
    """Find the elements whose support does not count, and those that rest on one secondary source."""
    for proof in proved(case):
        supported = tuple(row for row in proof.rows if not row.is_gap)
        if nothing := tuple(row for row in supported if not row.independent):
            items = [item for row in nothing for item in row.support]
            yield case.finding(
                "allegations", proof.allegation,
                f"no evidence cited in allegation {say.allegation(proof.allegation)} supports {listed(case, nothing)}",
                "correct what weakens it, which `--format full` and the report name in notes, or add evidence that "
                "stands",
                at=("evidence", items[0].position), notes=tuple(_causes(items)), alike=listed(case, nothing),
            )  # fmt: skip
        if thin := tuple(row for row in supported if _is_thin(case, row)):
            yield _one_source(case, proof, thin)
        if parted := tuple(row for row in supported if row.independent and row.in_part):
            yield _in_part(case, proof, parted)


def _one_source(case: CheckInput, proof: AllegationProof, rows: tuple[Row, ...]) -> Finding:
    return case.finding(
        "allegations", proof.allegation,
        f"one source alone, and a secondary one, counts in allegation {say.allegation(proof.allegation)} for "
        f"{listed(case, rows)}",
        "add what that source rests on, or a second one", at=("evidence", rows[0].counted[0].position),
        notes=tuple(dict.fromkeys(f"counted: {say.source(key)}" for row in rows for key in row.independent)),
        severity=Severity.INFO, alike=f"{listed(case, rows)} {rows[0].independent}",
    )  # fmt: skip


def _is_thin(case: CheckInput, row: Row) -> bool:
    """Tell whether all that counts is one secondary source, whatever else weakens it."""
    is_told = row.status is Status.WEAK or bool(row.in_part)
    return is_told and bool(row.independent) and is_weak(row.support, row.independent, case.graph)


def _in_part(case: CheckInput, proof: AllegationProof, rows: tuple[Row, ...]) -> Finding:
    faults = dict.fromkeys(fault for row in rows for fault in row.in_part)
    return case.finding(
        "allegations", proof.allegation,
        f"what allegation {say.allegation(proof.allegation)} cites for {listed(case, rows)} is good for a part of it "
        "only",
        "correct what weakens it, which `--format full` and the report name in notes, or add evidence for the rest",
        at=("evidence", rows[0].counted[0].position),
        notes=tuple(dict.fromkeys(_because(fault) for fault in faults)), severity=Severity.INFO,
        alike=f"in part {listed(case, rows)}",
    )  # fmt: skip


def _causes(items: Sequence[Item]) -> Iterator[str]:
    """Say why support does not count, each cause once with the sources of which it is true."""
    by_cause: dict[str, list[str]] = {}
    for item in items:
        for fault in item.faults:
            by_cause.setdefault(_because(fault), []).append(item.source)
        if not item.faults:
            by_cause.setdefault("proves nothing by itself", []).append(item.source)
    yield from (f"{cause}: {say.cited_works(dict.fromkeys(sources))}" for cause, sources in by_cause.items())


def _because(fault: Fault) -> str:
    """Return the name of the check, with the record where it found it, unless that is the allegation."""
    return fault.check if fault.record.startswith("allegations/") else f"{fault.check} ({say.words(fault.record)})"


@check("LAW132", Severity.WARNING, "allegations", looks_at=_looks_at)
def element_contradicted(case: CheckInput) -> Iterator[Finding]:
    """Find what speaks against elements and is not answered, once for each allegation."""
    for proof in proved(case):
        rows = tuple(row for row in proof.rows if row.unanswered)
        if rows:
            items = {item.position: item for row in rows for item in row.unanswered}
            named = sorted({item.source for item in items.values()})
            sources, elements = say.sources(named), listed(case, rows)
            yield case.finding(
                "allegations", proof.allegation,
                f"{sources} {'contradicts' if len(named) == 1 else 'contradict'} {elements} in allegation "
                f"{say.allegation(proof.allegation)}; no answer is recorded",
                "write `answered: …` at that evidence: how the allegation meets it", at=("evidence", min(items)),
                notes=(*_said(case, items.values()), *notes_on(case, rows)), alike=f"{sources} {elements}",
            )  # fmt: skip


def _said(case: CheckInput, items: Iterable[Item]) -> Iterator[str]:
    """Give what each says against it, in the words of the record."""
    told = ((item.source, with_numbers(item.shows, case.figures) or item.quote) for item in items)
    yield from dict.fromkeys(f"{say.source(source)}: {words}" for source, words in told if words)


PRIVATE = frozenset({"company", "media", "university", "non_governmental_organisation"})
"""Kinds of bodies that are no part of a State; a party organ may be in fact."""


@check("LAW154", Severity.WARNING, "allegations", looks_at=with_provisions)
def element_without_state_act(case: CheckInput) -> Iterator[Finding]:
    """Look at each element once for an allegation, whichever provisions ask for it."""
    for allegation in case.pursued:
        told: set[str] = set()
        for position, conduct, element in _asking(case, allegation):
            state = acting(case, allegation, conduct)
            lacking = _lacking(case, state, element) if element.id not in told else ""
            if lacking:
                told.add(element.id)
                yield case.finding(
                    "allegations", allegation.id, f"the element {marked(element.label)} asks for {lacking}",
                    "record the body of the State that did it, with its `country`; or name a provision that does not "
                    "ask for such an act",
                    at=("provisions", position, "instrument"),
                    severity=Severity.INFO if allegation.provisions[position].contention else None,
                    notes=(f"recorded: {say.bodies(body.id for body in state.bodies)}",),
                    alike=f"{element.id} {lacking}",
                )  # fmt: skip


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
    is_private = all(body.kind in PRIVATE for body in state.bodies)
    return "an act of a State, and only private bodies are recorded" if is_private else ""

"""The state of a case, gathered for the report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from probata.checks.engine.first_page import FilingStatus, Matter, first_page
from probata.checks.engine.folding import groups
from probata.graph.threads_of_points import is_open, threads_of
from probata.proof import Status
from probata.report.checks import checks_of
from probata.report.entries import AllegationEntry, Choice, FilingEntry, FindingEntry, FirstEntry, MatterEntry
from probata.report.figures import figures_of, tables_of
from probata.report.findings import Subjects, findings_of
from probata.report.lists import ListOf
from probata.report.material import Material
from probata.report.organisation import axes_of, charts_of, list_of_command, list_of_conduct, list_of_matrix
from probata.report.proofs import proofs_of
from probata.report.situation import list_of_outstanding, list_of_reads, situation_of
from probata.report.state import State

# What to do next, as the page opens with it.


def first_of(material: Material, findings: Sequence[FindingEntry], also_open: Iterable[tuple[str, str]]) -> FirstEntry:
    """Return what stands first: filings, decisions, what to fix; `findings` are the entries of all that was found."""
    page = first_page(material.findings, material.blocked, material.places, material.to_do)
    entries = {one: findings[place] for place, group in enumerate(groups(material.findings)) for one in group}

    def entry(matter: Matter) -> MatterEntry:
        return _matter(matter, page.place_in_document(matter), [entries[one] for one in matter.each])

    return FirstEntry(
        tuple(_filing(material, one) for one in page.filings),
        page.of_status,
        tuple(map(entry, page.decisions)), tuple(map(entry, page.to_fix)),
        page.left, page.notes, tuple(also_open),
    )  # fmt: skip


def _filing(material: Material, status: FilingStatus) -> FilingEntry:
    forums = {one.id: one.forum for one in material.graph.case.filings}
    profile = material.profiles.get(forums.get(status.filing, status.filing))
    title = profile.title if profile else ""
    return FilingEntry(status.filing, title, status.is_ready, len(status.blocked_by), status.reasons, status.gaps_named)


def _matter(matter: Matter, printed: str, entries: Sequence[FindingEntry]) -> MatterEntry:
    numbers = dict.fromkeys(one.number for one in entries if one is not entries[0])
    return MatterEntry(entries[0], matter.also_missing, printed, matter.further_places, tuple(numbers))


_OPEN = {
    Status.UNANSWERED: "contradicted, and no answer is recorded",
    Status.GAP: "nothing is cited (gap)",
    Status.WEAK: "weakly supported",
    Status.GAP_STATED: "nothing is cited, and the gap is stated",
}
"""What is open of the elements, the worst first."""


def gather(material: Material) -> State:
    """Return all that the report shows. The same material gives the same state."""
    case = material.graph.case
    findings = findings_of(material, Subjects(material.graph))
    proofs, outstanding = proofs_of(material), list_of_outstanding(material)
    charts, not_drawn = charts_of(material)
    return State(
        name=material.graph.name,
        title=case.title,
        as_of=material.wording.when(case.as_of) if case.as_of else "not recorded",
        created=case.as_of.first.isoformat() if case.as_of and case.as_of.first != date.min else "",
        persons=_choices(
            findings, "persons", {person.id: material.person(person.id) for person in material.graph.people}
        ),
        allegations=_choices(findings, "allegations", {one.id: one.title for one in material.graph.allegations}),
        forums=_choices(findings, "forums", {key: profile.title for key, profile in material.profiles.items()}),
        first=first_of(material, findings, _also_open(material, proofs, outstanding)),
        findings=findings,
        checks=checks_of(material, findings),
        proofs=proofs,
        matrix=list_of_matrix(material),
        conduct=list_of_conduct(material),
        axes=axes_of(material),
        charts=charts,
        not_drawn=not_drawn,
        command=list_of_command(material),
        figures=figures_of(material),
        tables=tables_of(material),
        reads=list_of_reads(material),
        outstanding=outstanding,
        situation=situation_of(material, findings),
    )


def _choices(findings: tuple[FindingEntry, ...], field: str, names: dict[str, str]) -> tuple[Choice, ...]:
    """Return what findings can be filtered by, in the order of the records; what no record names comes last."""
    found = {key for finding in findings for key in getattr(finding, field)}
    ordered = [*(key for key in names if key in found), *sorted(found - names.keys())]
    return tuple(Choice(key, names.get(key, key)) for key in ordered)


def _also_open(
    material: Material, proofs: tuple[AllegationEntry, ...], outstanding: ListOf
) -> Iterator[tuple[str, str]]:
    """Say in sentences what is open beside the findings, each with its section."""
    if left := material.graph.left_out:
        unread = _number(left, "record or field", "records or fields")
        yield f"{unread} could not be read: correct the files first.", "findings"
    statuses = [element.status for proof in proofs for element in proof.elements]
    for status, told in _OPEN.items():
        if number := statuses.count(status.value):
            yield f"{_number(number, 'element', 'elements')} of the legal tests: {told}.", "proof"
    if outstanding.rows:
        yield (
            f"{_number(len(outstanding.rows), 'read', 'reads')} of allegations still to be made or made again.",
            "reads",
        )
    if left := sum(map(is_open, threads_of(material.graph.points))):
        yield f"{_number(left, 'point', 'points')} of colleagues still open: answer and settle them.", "state"


def _number(number: int, one: str, several: str) -> str:
    return f"{number} {one if number == 1 else several}"

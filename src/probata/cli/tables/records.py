"""Tables that show one kind of record, one row a record."""

from __future__ import annotations

from probata.cli.tables.table import Table
from probata.graph import CaseGraph
from probata.messages import load_wording
from probata.model.dates import When
from probata.model.name import NativeName
from probata.model.person import Person
from probata.model.sent import Sent
from probata.proof.reads import fingerprint


def people(graph: CaseGraph) -> Table:
    """All people, with what identifies them."""
    rows = (
        (
            person.id,
            person.name.display,
            _native(person.name.native),
            _when(graph, person.birth.date.value if person.birth.date else None),
            ", ".join(found.value for found in person.nationalities),
            ", ".join(_words(part) for part in person.part_played),
        )
        for person in graph.people
    )
    return Table(("Id", "Name", "Own script", "Born", "Nationality", "Part played"), tuple(rows))


def bodies(graph: CaseGraph) -> Table:
    """All bodies, with how they stand to others."""
    rows = (
        (
            body.id,
            body.name,
            _native(body.native),
            _words(body.kind),
            "; ".join(f"{_words(relation.kind)} {relation.body}" for relation in body.relations),
        )
        for body in graph.bodies
    )
    return Table(("Id", "Name", "Own script", "Kind", "Stands to others"), tuple(rows))


def roles(graph: CaseGraph) -> Table:
    """All roles: who held what, when, with which responsibility."""
    wording = load_wording(graph.case.language)
    rows = []
    for role in graph.roles:
        person = graph.find("people", Person, role.person)
        labels = dict.fromkeys(ground.shown_label for ground in role.responsibility)
        shown = [wording.label(f"label.{label or 'none'}") for label in labels]
        name = person.name.display if person else role.person
        dates = _when(graph, role.dates.stated)
        rows.append((role.id, name, role.title, dates, role.status, wording.join(shown)))
    return Table(("Id", "Person", "Title", "Dates", "Status", "Responsibility"), tuple(rows))


def allegations(graph: CaseGraph) -> Table:
    """All allegations, with how much evidence speaks for and against each."""
    rows = []
    for found in graph.allegations:
        against = sum(1 for item in found.evidence if item.against)
        evidence = f"{len(found.evidence) - against} for, {against} against"
        status = _words(found.status) if found.pursued else "not pursued"
        conduct = ", ".join(_words(code) for code in found.conduct)
        rows.append((found.id, found.title, conduct, _when(graph, found.period), evidence, status))
    return Table(("Id", "Allegation", "Conduct", "Period", "Evidence", "Status"), tuple(rows))


def sources(graph: CaseGraph) -> Table:
    """All sources, with whether we hold them."""
    wording = load_wording(graph.case.language)
    rows = (
        (
            source.id,
            source.title or source.translated_title or "",
            source.publisher or source.container_title or "",
            _when(graph, source.issued),
            wording.label(f"held.{source.held}"),
        )
        for source in graph.sources
    )
    return Table(("Id", "Title", "Publisher", "Published", "Seen"), tuple(rows))


def _native(name: NativeName | None) -> str:
    return name.text if name else ""


def _when(graph: CaseGraph, when: When | None) -> str:
    return load_wording(graph.case.language).when(when) if when else ""


def _words(code: str) -> str:
    return code.replace("_", " ")


def filings(graph: CaseGraph) -> Table:
    """All filings, with what was sent, the answers that are open, and how many records changed since."""
    rows: list[tuple[str, ...]] = []
    for filing in graph.case.filings:
        sent = [one for one in graph.sent if one.filing == filing.id]
        rows += [
            (
                one.id, filing.id, one.to, _when(graph, one.on), one.reference or "", _answer(graph, one),
                str(sum(fingerprint(graph, was.record) != was.fingerprint for was in one.printed) or ""),
            )
            for one in sent
        ] or [("", filing.id, "", "not sent", "", "", "")]  # fmt: skip
    return Table(("Id", "Filing", "To", "Sent", "Reference", "Answer", "Changed since"), tuple(rows))


def _answer(graph: CaseGraph, sent: Sent) -> str:
    if sent.answered_on:
        return f"came {_when(graph, sent.answered_on)}"
    return f"due {_when(graph, sent.answer_due)}" if sent.answer_due else "open"

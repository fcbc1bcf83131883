"""What proves what: allegations by the elements of their legal tests, down to the words relied on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache

from probata.checks import list_checks
from probata.checks.prose.citations import numbers_of_place
from probata.checks.support.printed_figures import with_numbers
from probata.citation.place_parts import is_several, places_in
from probata.graph.filings import persons_charged
from probata.graph.sources import statements_by_source
from probata.model.allegation import Allegation, Evidence
from probata.model.authority import Authority
from probata.model.body import Body
from probata.model.citation import Pinpoint
from probata.model.dataset import Dataset
from probata.model.quotation import Quotation
from probata.model.source_record import NAMED_BY_PERSONS, Source
from probata.model.statement import Statement
from probata.proof import AllegationProof, Asked, Fault, Item, Row
from probata.report.entries import AllegationEntry, AskedEntry, ElementEntry, FaultEntry, ItemEntry, QuotationEntry
from probata.report.lists import ListOf
from probata.report.material import Material

# Where in a cited work: `paragraphs 7–8`, as a person writes it.

_BETWEEN_NUMBERS = re.compile(r"(?<=\d)\s*-\s*(?=\d)")
_OF_ONE = frozenset({"timecode", "whole"})
"""Kinds that have no plural here: a timecode with two ends is one stretch."""


def in_words(place: Pinpoint | None) -> str:
    """Return kind and numbers, the kind in the plural before several; empty where no place is recorded."""
    if place is None:
        return ""
    return ", ".join(_one(kind, value) for kind, value in places_in(place.type, place.value))


def _one(kind: str, value: str) -> str:
    plural = "s" if kind not in _OF_ONE and is_several(value) else ""
    return f"{kind}{plural} {_BETWEEN_NUMBERS.sub('–', value)}"


def behind(place: Pinpoint | None) -> str:
    """Return the same behind the title of its work: a comma and the place, or nothing."""
    return f", {told}" if (told := in_words(place)) else ""


# The witness's own words at the paragraphs that an allegation cites, where the source is a recorded statement.

_MOST = 10
"""Paragraphs that are shown; a citation of more says little of any."""


def words_of_statement(material: Material, source: str, pinpoint: Pinpoint | None) -> Iterator[QuotationEntry]:
    """Give each paragraph cited of a source that an exhibit gives as a statement, numbered from its first."""
    if pinpoint is None or pinpoint.type != "paragraph":
        return
    statement = next(iter(statements_by_source(material.graph).get(source, ())), None)
    for number in sorted(numbers_of_place(pinpoint.value))[:_MOST] if statement else ():
        if statement and 0 < number <= len(statement.paragraphs):
            yield _words(material, statement, number)


def _words(material: Material, statement: Statement, number: int) -> QuotationEntry:
    paragraph = statement.paragraphs[number - 1]
    signed = material.wording.when(statement.signed_on) if statement.signed_on else "not signed"
    return QuotationEntry(
        f"{material.person(statement.person)}, paragraph {number}", paragraph.text, "", "", "",
        f"{signed}; {paragraph.basis.replace('_', ' ')}",
        material.place("statements", statement.id, "paragraphs", number - 1),
    )  # fmt: skip


def proofs_of(material: Material) -> tuple[AllegationEntry, ...]:
    """Return every allegation that is put forward, in the order of the records."""
    return tuple(_allegation(material, proof) for proof in material.proofs)


def _allegation(material: Material, proof: AllegationProof) -> AllegationEntry:
    found = material.graph.find("allegations", Allegation, proof.allegation)
    evidence = found.evidence if found else ()
    persons = persons_charged(found, material.graph) if found else ()
    return AllegationEntry(
        proof.allegation, proof.title, with_numbers(found.statement, material.figures) if found else "",
        tuple(material.person(person) for person in persons),
        tuple(Counter(str(row.status) for row in proof.rows).items()), proof.without_elements, proof.is_marked,
        tuple(_element(material, row, evidence) for row in proof.rows), material.place("allegations", proof.allegation),
    )  # fmt: skip


def _element(material: Material, row: Row, evidence: tuple[Evidence, ...]) -> ElementEntry:
    return ElementEntry(
        row.label, row.definition, material.person(row.person) if row.person else "", str(row.status), row.gap,
        tuple(title_of(material, source) for source in row.independent), tuple(_asked(asked) for asked in row.asked_by),
        tuple(_item(material, item, evidence[item.position]) for item in row.support),
        tuple(_item(material, item, evidence[item.position]) for item in row.against),
        tuple(map(_fault, row.in_part)),
    )  # fmt: skip


def _asked(asked: Asked) -> AskedEntry:
    read = f"read on {asked.read_on} at {asked.source}" if asked.verified else "not read at its source"
    return AskedEntry(asked.test, asked.kind, asked.text, read)


def _item(material: Material, item: Item, evidence: Evidence) -> ItemEntry:
    source = material.graph.find("sources", Source, item.source)
    return ItemEntry(
        item.source, title_of(material, item.source), in_words(evidence.pinpoint) or item.pinpoint,
        material.wording.label(f"held.{source.held}") if source else "",
        with_numbers(item.shows, material.figures), item.quote,
        tuple(_quotations(material, evidence.quotations)),
        tuple(_tables(material, evidence.datasets)), item.rests_on,
        tuple(map(_fault, item.faults)), item.answered,
        material.place("allegations", item.record.partition("/")[2], "evidence", item.position),
        tuple(words_of_statement(material, item.source, evidence.pinpoint)),
    )  # fmt: skip


def _fault(fault: Fault) -> FaultEntry:
    """Say what a check found, with its name and the record: `A quotation, and … (quotation-without-source: q)`."""
    found = _summaries().get(fault.check, fault.check.replace("-", " "))
    return FaultEntry(found, fault.check, fault.record)


@cache
def _summaries() -> Mapping[str, str]:
    return {page.check.name: page.check.unfit_because or page.summary for page in list_checks()}


def title_of(material: Material, key: str) -> str:
    """Return what a source, authority or instrument is called, with the translation of its title; else its id."""
    source = material.graph.find("sources", Source, key)
    authority = material.graph.find("authorities", Authority, key)
    instrument = material.catalogue.instrument(key)
    titles = (
        " – ".join(part for part in (source.title, source.translated_title) if part) if source else None,
        _by_persons(source) if source else None,
        authority.name if authority else None,
        instrument.title if instrument else None,
    )
    return next((title for title in titles if title), key)


def _by_persons(source: Source) -> str:
    """Return what a letter or an interview is, with the names of its persons; empty for other works."""
    if source.type not in NAMED_BY_PERSONS:
        return ""
    names = (one.literal or one.family or "" for one in (*source.author, *source.recipient))
    return ", ".join((source.genre or source.type.replace("_", " "), *names))


def _quotations(material: Material, keys: tuple[str, ...]) -> Iterator[QuotationEntry]:
    for key in keys:
        if found := material.graph.find("quotations", Quotation, key):
            yield _quotation(material, found)


def _quotation(material: Material, found: Quotation) -> QuotationEntry:
    speaker = found.speaker
    named = material.person(speaker.person) if speaker.person else speaker.described or _body(material, speaker.body)
    cited = found.quoted_in
    said = material.wording.when(found.date) if found.date else ""
    translated = f"translated: {found.translation.kind.replace('_', ' ')}" if found.translation else ""
    return QuotationEntry(
        ", ".join(part for part in (named, speaker.office) if part), found.text,
        (found.original.text or "") if found.original else "", found.original.lang if found.original else "",
        f"{title_of(material, cited.source)}{behind(cited.pinpoint)}" if cited else "",
        "; ".join(part for part in (said, found.occasion, translated) if part),
        material.place("quotations", found.id),
    )  # fmt: skip


def _body(material: Material, key: str | None) -> str:
    body = material.graph.find("bodies", Body, key or "")
    return body.name if body else key or ""


def _tables(material: Material, keys: tuple[str, ...]) -> Iterator[str]:
    for key in keys:
        found = material.graph.find("datasets", Dataset, key)
        yield found.title if found else key


def list_of_proofs(proofs: tuple[AllegationEntry, ...]) -> ListOf:
    """Return the matrix as a list: a row for each item of evidence, and one for each element without any."""
    columns = ("Allegation", "Element", "Person", "Asked by", "Status", "Independent sources", "For or against",
               "Source", "Title", "Pinpoint", "Shows", "Words relied on", "Counts", "Answered", "Place")  # fmt: skip
    rows = tuple(row for proof in proofs for element in proof.elements for row in _rows(proof, element))
    return ListOf("proof", "What proves what", columns, rows, "No allegation is put forward.")


def _rows(proof: AllegationEntry, element: ElementEntry) -> Iterator[tuple[str | int, ...]]:
    asked = "; ".join(asked.test for asked in element.asked_by)
    head = (proof.id, element.label, element.person, asked, element.status, len(element.independent))
    for side, items in (("for", element.support), ("against", element.against)):
        for item in items:
            words = "\n".join(
                part for part in (item.quote, *(said.text for said in (*item.quotations, *item.statement))) if part
            )
            counts = "; ".join(map(str, item.faults)) or "yes"
            yield (*head, side, item.source, item.title, item.pinpoint, item.shows, words,
                   counts if side == "for" else "", item.answered, item.place)  # fmt: skip
    if not element.support and not element.against:
        yield (*head, "", "", "", "", element.gap, "", "", "", proof.place)

"""An item of evidence as templates see one."""

from __future__ import annotations

from dataclasses import dataclass

from probata.compose.printer import Printer
from probata.document.foreign import texts
from probata.document.origin import Origin
from probata.markup.placeholder import InlineValue, LiteralValue
from probata.model.allegation import Evidence
from probata.model.authority import Authority
from probata.model.citation import Citation
from probata.model.exhibit import Exhibit
from probata.model.source_record import NAMED_BY_PERSONS, Source


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """An item of evidence: what it goes to, and its note."""

    supports: LiteralValue | None
    point: LiteralValue | None
    against: bool
    cites: InlineValue
    source: InlineValue
    persons: tuple[str, ...]
    """Ids of the persons about whom it shows this; empty where it is about all."""
    answered: LiteralValue | None
    """Where it speaks against: how that is met."""

    def is_about(self, person_id: str) -> bool:
        """Tell whether it shows something of a person, alone or with others."""
        return not self.persons or person_id in self.persons


def evidence_view(evidence: Evidence, printer: Printer, allegation: str, index: int) -> EvidenceView:
    """Return an item, by its place in the evidence of an allegation, with its note and the short name of its source."""
    place = ("evidence", index)
    origin = Origin(f"allegations/{allegation}", f"evidence.{index}")
    answer = Origin(origin.record, f"{origin.field}.answered")  # of its own: who meets an item has not told it
    return EvidenceView(
        printer.own_line(evidence.supports, origin, "allegations", allegation, *place, "supports"),
        printer.own_line(evidence.point, origin, "allegations", allegation, *place, "point"),
        evidence.against,
        printer.cited((evidence,), origin),
        source_named(evidence, printer, origin),
        evidence.persons,
        printer.own_line(evidence.answered, answer, "allegations", allegation, *place, "answered"),
    )


def source_named(citation: Citation, printer: Printer, origin: Origin) -> InlineValue:
    """Return a short name of what is cited, for a table."""
    return InlineValue(texts(origin, *_source_name(printer, citation.source)))


def _source_name(printer: Printer, key: str) -> tuple[str, ...]:
    source = printer.graph.find("sources", Source, key)
    if source:
        author = next((a.literal or a.family or "" for a in source.author), "")
        title = source.title or source.translated_title or _kind_of(source, printer)
        title = title or source.container_title or source.url or printer.untitled
        return (f"{author}, ", title) if author else (title,)
    authority = printer.graph.find("authorities", Authority, key)
    if authority:
        return (authority.name,)
    instrument = printer.catalogue.instrument(key)
    return (instrument.short if instrument else key,)


def _kind_of(source: Source, printer: Printer) -> str:
    """Return what a letter, message or interview is, which are named by persons; empty for other works."""
    known = source.genre if source.type in NAMED_BY_PERSONS else None
    if source.type == "personal_communication":
        return known or printer.wording.label("source.personal_communication")
    return known or (printer.wording.label("source.interview") if source.type == "interview" else "")


# An exhibit as templates see it, and the note that names the exhibits of a paragraph.


@dataclass(frozen=True, slots=True)
class ExhibitedDocumentView:
    """One of several documents in an exhibit."""

    date: LiteralValue | None
    what: LiteralValue


@dataclass(frozen=True, slots=True)
class ExhibitView:
    """An exhibit."""

    id: str
    mark: LiteralValue
    description: LiteralValue
    date: LiteralValue | None
    pages: int | None
    documents: tuple[ExhibitedDocumentView, ...]
    """What it holds, where it holds more than one."""
    cites: InlineValue
    disclosure: LiteralValue
    """Whether it may be shown to others."""
    is_open: bool
    """True where it may be shown to others as it is."""


def exhibit_views(printer: Printer, ids: tuple[str, ...]) -> tuple[ExhibitView, ...]:
    """Return exhibits by their ids; unknown ones are left out."""
    found = (printer.graph.find("exhibits", Exhibit, key) for key in ids)
    return tuple(exhibit_view(printer, exhibit) for exhibit in found if exhibit)


def exhibit_view(printer: Printer, exhibit: Exhibit) -> ExhibitView:
    """Return an exhibit as templates see it."""
    origin = Origin(f"exhibits/{exhibit.id}")
    cites = (Citation(source=exhibit.source),) if exhibit.source else ()
    return ExhibitView(
        exhibit.id,
        LiteralValue(exhibit.mark, Origin(origin.record, "mark")),
        LiteralValue(exhibit.description, origin),
        printer.when(exhibit.date, origin),
        exhibit.pages,
        tuple(
            ExhibitedDocumentView(printer.when(one.date, origin), LiteralValue(one.what, origin))
            for one in exhibit.documents
        ),
        printer.cited(cites, origin),
        LiteralValue(printer.wording.label(f"disclosure.{exhibit.disclosure}"), origin),
        exhibit.disclosure == "open",
    )

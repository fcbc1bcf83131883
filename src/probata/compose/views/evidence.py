"""An item of evidence as templates see one."""

from __future__ import annotations

from dataclasses import dataclass

from probata.compose.printer import Printer
from probata.document.foreign import texts
from probata.document.origin import Origin
from probata.markup.placeholder import InlineValue, LiteralValue
from probata.model.allegation import Evidence
from probata.model.authority import Authority
from probata.model.source_record import Source


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """An item of evidence: what it goes to, and its note."""

    supports: LiteralValue | None
    point: LiteralValue | None
    against: bool
    cites: InlineValue
    source: InlineValue


def evidence_view(evidence: Evidence, printer: Printer, origin: Origin) -> EvidenceView:
    """Return an item with its note and the short name of its source."""
    return EvidenceView(
        printer.literal(evidence.supports, origin),
        printer.literal(evidence.point, origin),
        evidence.against,
        printer.cited((evidence,), origin),
        InlineValue(texts(origin, *_source_name(printer, evidence.source))),
    )


def _source_name(printer: Printer, key: str) -> tuple[str, ...]:
    """Return a short name of a source or authority for a table, in pieces."""
    source = printer.graph.find("sources", Source, key)
    if source:
        author = next((a.literal or a.family or "" for a in source.author), "")
        title = source.title or source.translated_title or source.container_title or source.url or printer.untitled
        return (f"{author}, ", title) if author else (title,)
    authority = printer.graph.find("authorities", Authority, key)
    if authority:
        return (authority.name,)
    instrument = printer.catalogue.instrument(key)
    return (instrument.short if instrument else key,)

"""An exhibit as templates see it, and the note that names the exhibits of a paragraph."""

from __future__ import annotations

from dataclasses import dataclass

from probata.compose.printer import Printer
from probata.document.origin import Origin
from probata.markup.placeholder import InlineValue, LiteralValue
from probata.model.citation import Citation
from probata.model.exhibit import Exhibit


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

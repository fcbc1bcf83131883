"""The provisions of an allegation as templates see them."""

from __future__ import annotations

from probata.compose.cited_once import cited_once
from probata.compose.printer import Printer
from probata.compose.views.joined import stacked
from probata.document.foreign import texts
from probata.document.inlines import Cite, CiteItem, Inlines, Pinpoint
from probata.document.origin import Origin
from probata.law import Instrument
from probata.markup.placeholder import InlineValue
from probata.messages import Wording
from probata.model.allegation import AllegedProvision

Provisions = tuple[AllegedProvision, ...]


def provisions_cited(provisions: Provisions, printer: Printer, origin: Origin) -> InlineValue | None:
    """Return the provisions, one a line, with one note for all of them behind the last; `None` where there is none."""
    lines = _names(provisions, printer, origin)
    items = [item for alleged in provisions for item in _items(alleged, printer, origin)]
    if lines and items:
        lines[-1] = (*lines[-1], Cite(cited_once(items), origin))
    return stacked(lines)


def provisions_named(provisions: Provisions, printer: Printer, origin: Origin) -> InlineValue | None:
    """Return the provisions, one a line, without a note; `None` where there is none."""
    return stacked(_names(provisions, printer, origin))


def _names(provisions: Provisions, printer: Printer, origin: Origin) -> list[Inlines]:
    return [texts(origin, *_name(alleged, printer)) for alleged in provisions]


def _name(alleged: AllegedProvision, printer: Printer) -> tuple[str, ...]:
    wording = printer.wording
    instrument = printer.catalogue.instrument(alleged.instrument or "")
    if instrument:
        name = provision_name(instrument, alleged.provision, wording)
    elif alleged.named:
        marks = (wording.label("quote.open"), alleged.named, wording.label("quote.close"))
        name = wording.around("provision.named", "name", marks)
    else:
        name = (wording.label("provision.not_identified"),)
    return wording.around("provision.contention", "provision", name) if alleged.contention else name


def _items(alleged: AllegedProvision, printer: Printer, origin: Origin) -> list[CiteItem]:
    instrument = printer.catalogue.instrument(alleged.instrument or "")
    place = Pinpoint(instrument.unit, alleged.provision) if instrument and alleged.provision else None
    items = [CiteItem(instrument.id, place)] if instrument else []
    for citation in printer.cite(alleged.citations, origin):
        items.extend(citation.items if isinstance(citation, Cite) else ())
    return items


def provision_name(instrument: Instrument, number: str | None, wording: Wording) -> tuple[str, ...]:
    """Return a provision as running text names it, in pieces: "ECHR, article 3"."""
    if not number:
        return (instrument.abbreviation,)
    unit = wording.label(f"unit.{instrument.unit}")
    if number == "1" and instrument.unit == "article":
        number = wording.label("provision.first_article")
    return wording.pieces("provision.name", instrument=instrument.abbreviation, unit=unit, number=number)

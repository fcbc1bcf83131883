"""The instruments on which the allegations rest, and how the State stands to each, as templates see them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from probata.compose.printer import Printer
from probata.compose.views.provision import provision_name
from probata.document.blocks import Paragraph
from probata.document.foreign import texts
from probata.document.inlines import Cite, CiteItem, Inlines, LineBreak, Note, Text
from probata.document.origin import Origin
from probata.law import Instrument, Participation
from probata.markup.placeholder import InlineValue
from probata.messages import Wording
from probata.model.allegation import Allegation, AllegedProvision
from probata.model.dates import parse_when


@dataclass(frozen=True, slots=True)
class StandingView:
    """One instrument with the provisions alleged and the State's standing, which is `None` where it is not known."""

    instrument: InlineValue
    standing: InlineValue | None
    provisions: InlineValue
    cites: InlineValue
    """What the standing rests on: the citations of the case, or where the catalogue of law was read and when."""


def standing_views(allegations: Iterable[Allegation], printer: Printer) -> tuple[StandingView, ...]:
    """Return the instruments that the allegations name, in their order; unidentified ones are left out."""
    by_instrument: dict[str, list[AllegedProvision]] = {}
    for allegation in allegations:
        for alleged in allegation.provisions:
            by_instrument.setdefault(alleged.instrument or "", []).append(alleged)
    catalogue = printer.catalogue
    found = ((catalogue.instrument(key), provisions) for key, provisions in by_instrument.items())
    views = [_view(instrument, provisions, printer) for instrument, provisions in found if instrument]
    told = [view.cites for view in views]
    # What several standings were read in is said behind the first.
    return tuple(
        replace(view, cites=InlineValue(())) if view.cites in told[:number] else view
        for number, view in enumerate(views)
    )


def _view(instrument: Instrument, provisions: list[AllegedProvision], printer: Printer) -> StandingView:
    origin = Origin("case", "state")
    named = dict.fromkeys(alleged.provision for alleged in provisions)
    lines = [texts(origin, *provision_name(instrument, number, printer.wording)) for number in named]
    recorded = next((found for found in printer.graph.case.standings if found.instrument == instrument.id), None)
    known = None if recorded else printer.catalogue.standing_of(printer.graph.case.state or "", instrument.id)
    return StandingView(
        InlineValue((*texts(origin, instrument.short), Cite((CiteItem(instrument.id),), origin))),
        InlineValue(texts(origin, recorded.standing)) if recorded else _known_standing(instrument, known, printer),
        InlineValue(_stacked(lines)),
        printer.cited(recorded.citations, origin) if recorded else InlineValue(_where_read(known, printer.wording)),
    )


def _stacked(lines: list[Inlines]) -> Inlines:
    return tuple(inline for line in lines for inline in (LineBreak(), *line))[1:]


def _known_standing(instrument: Instrument, known: Participation | None, printer: Printer) -> InlineValue | None:
    origin = Origin("case", "state")
    if instrument.kind == "declaration":
        return InlineValue(texts(origin, printer.wording.label("standing.declaration")))
    return InlineValue(texts(origin, standing_in_words(known, printer.wording))) if known else None


def _where_read(known: Participation | None, wording: Wording) -> Inlines:
    """Return a note on what the catalogue's standing was read in; nothing where it was not read."""
    if not (known and known.source and known.read_on):
        return ()
    origin = Origin("case", "state")
    day = wording.when(parse_when(known.read_on.isoformat()))
    return (Note("", (Paragraph((Text(wording.label("standing.read", date=day), origin),)),), origin=origin),)


def standing_in_words(found: Participation, wording: Wording) -> str:
    """Say how a State stands to an instrument, with the day for which that was true."""

    def day(written: str) -> str:
        return wording.when(parse_when(written))

    text = wording.label(f"standing.{found.status}")
    if found.status == "party" and found.act and found.deposited:
        act = wording.label(f"standing.{found.act}")
        text = wording.label("standing.party_since", act=act, date=day(found.deposited))
    elif found.status == "signatory" and found.signed:
        text = wording.label("standing.signed_on", date=day(found.signed))
    if found.status == "party" and found.in_force:
        text = wording.label("standing.in_force", standing=text, date=day(found.in_force))
    if found.until:
        text = wording.label("standing.ended", standing=text, date=day(found.until))
    if found.as_of:
        text = f"{text} ({wording.as_of(parse_when(found.as_of))})"
    return text if found.verified else wording.label("standing.not_checked", standing=text)

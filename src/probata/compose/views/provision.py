"""The provisions of an allegation as templates see them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from probata.citation import COUNTED, places_in
from probata.compose.printer import Printer
from probata.compose.sentences.grammar import stacked
from probata.document.blocks import Paragraph
from probata.document.foreign import texts
from probata.document.inlines import Cite, CiteItem, Inlines, LineBreak, Note, Pinpoint, Text
from probata.document.origin import Origin
from probata.law import Instrument, Participation
from probata.markup.placeholder import InlineValue
from probata.messages import Wording
from probata.model.allegation import Allegation, AllegedProvision
from probata.model.dates import parse_when

# Citations brought together from several records: each source once in a note, with all its places.


def cited_once(items: Iterable[CiteItem]) -> tuple[CiteItem, ...]:
    """Return the items without repeats, those of one source joined where it stands first: `arts 1, 16`.

    Only numbers of one kind are joined, in their order in the source, and only items without words of their own: two
    headings stand each in its own marks. The order of the sources is as given.
    """
    kept: list[CiteItem] = []
    for item in dict.fromkeys(items):
        place = next((n for n, other in enumerate(kept) if _joins(other, item)), None)
        if place is None:
            kept.append(item)
        else:
            kept[place] = _joined(kept[place], item)
    return tuple(kept)


def _joins(first: CiteItem, second: CiteItem) -> bool:
    bare = not (first.prefix or first.suffix or second.prefix or second.suffix)
    one, two = first.pinpoint, second.pinpoint
    if not bare or first.key != second.key or one is None or two is None or one.type != two.type:
        return False
    if one.type not in COUNTED:
        return False
    return len(places_in(one.type, one.value)) == len(places_in(two.type, two.value)) == 1


def _joined(first: CiteItem, second: CiteItem) -> CiteItem:
    one, two = first.pinpoint, second.pinpoint
    if one is None or two is None:
        return first
    places = dict.fromkeys((*one.value.split(", "), *two.value.split(", ")))
    return replace(first, pinpoint=Pinpoint(one.type, ", ".join(sorted(places, key=_by_number))))


def _by_number(place: str) -> list[tuple[int, str]]:
    """Sort `9` before `16`, and `7(1)(a)` before `7(2)`."""
    return [(int(part), "") if part.isdecimal() else (0, part) for part in re.split(r"(\d+)", place)]


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


# The instruments on which the allegations rest, and how the State stands to each, as templates see them.


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
        InlineValue(tuple(inline for line in lines for inline in (LineBreak(), *line))[1:]),
        printer.cited(recorded.citations, origin) if recorded else InlineValue(_where_read(known, printer.wording)),
    )


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

"""The lists of an authority that name a person, and searches of lists that found nobody, as templates see them."""

from __future__ import annotations

from collections.abc import Sequence

from probata.compose.printer import Printer
from probata.compose.views.joined import separated
from probata.document.foreign import texts
from probata.document.inlines import Inline
from probata.document.origin import Origin
from probata.markup.placeholder import InlineValue
from probata.messages import Wording
from probata.model.dates import When
from probata.model.listing import Listing, names_any
from probata.model.person import Person


def listing_lines(person: Person, printer: Printer) -> tuple[Sequence[Inline], ...]:
    """Return one line for each listing and search of a person, with its citations, in the order of the records."""
    return tuple(_line(listing, printer) for listing in printer.graph.listings if listing.person == person.id)


def lines_in_force(person_id: str, authorities: Sequence[str], day: When | None, printer: Printer) -> list[InlineValue]:
    """Return the lines of a person's listings by some authorities that are in force on a day and say on what ground."""
    found = (one for one in printer.graph.listings if one.person == person_id and one.is_in_force(day))
    grounded = (one for one in found if (one.programme or one.reason) and names_any(one.authority, authorities))
    return [InlineValue(tuple(_line(one, printer))) for one in grounded]


def _line(listing: Listing, printer: Printer) -> Sequence[Inline]:
    origin = Origin(f"listings/{listing.id}")
    return (*texts(origin, *_told(listing, printer.wording)), *printer.cite(listing.citations, origin))


def _told(listing: Listing, wording: Wording) -> tuple[str, ...]:
    text = separated([part for part in (listing.authority, listing.programme) if part])
    if listing.found:
        return (*text, f", {wording.when(listing.dates)}") if listing.dates else text
    text = wording.around("listing.none_found", "list", text)
    if not listing.searched_on:
        return text
    return wording.around("listing.searched", "listing", text, date=wording.when(listing.searched_on))

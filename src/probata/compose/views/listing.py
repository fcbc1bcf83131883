"""The lists of an authority that name a person, and searches of lists that found nobody, as templates see them."""

from __future__ import annotations

from collections.abc import Sequence

from probata.compose.printer import Printer
from probata.compose.views.joined import separated
from probata.document.foreign import texts
from probata.document.inlines import Inline
from probata.document.origin import Origin
from probata.messages import Wording
from probata.model.listing import Listing
from probata.model.person import Person


def listing_lines(person: Person, printer: Printer) -> tuple[Sequence[Inline], ...]:
    """Return one line for each listing and search of a person, with its citations, in the order of the records."""
    made: list[Sequence[Inline]] = []
    for listing in printer.graph.listings:
        if listing.person == person.id:
            origin = Origin(f"listings/{listing.id}")
            shown = texts(origin, *_told(listing, printer.wording))
            made.append((*shown, *printer.cite(listing.citations, origin)))
    return tuple(made)


def _told(listing: Listing, wording: Wording) -> tuple[str, ...]:
    text = separated([part for part in (listing.authority, listing.programme) if part])
    if listing.found:
        return (*text, f", {wording.when(listing.dates)}") if listing.dates else text
    text = wording.around("listing.none_found", "list", text)
    if not listing.searched_on:
        return text
    return wording.around("listing.searched", "listing", text, date=wording.when(listing.searched_on))

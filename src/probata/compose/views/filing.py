"""What a filing says of itself: whom it addresses and what it asks for."""

from __future__ import annotations

from dataclasses import dataclass

from probata.compose.printer import LineValue, Printer
from probata.document.foreign import texts
from probata.document.origin import Origin
from probata.markup.placeholder import InlineValue, LiteralValue, MarkdownValue
from probata.model.case_file import Addressee, Filing


@dataclass(frozen=True, slots=True)
class AddresseeView:
    """Somebody addressed by name."""

    name: LiteralValue
    lines: tuple[LiteralValue, ...]
    matter: LiteralValue | None


@dataclass(frozen=True, slots=True)
class ReliefView:
    """What is asked for."""

    measure: LiteralValue
    argument: MarkdownValue | None


def addressee_view(addressee: Addressee) -> AddresseeView:
    """Return one of several addressees."""
    origin = Origin("filing", "addressees")
    lines = tuple(LiteralValue(line, origin) for line in addressee.lines)
    matter = LiteralValue(addressee.matter, origin) if addressee.matter else None
    return AddresseeView(LiteralValue(addressee.name, origin), lines, matter)


def relief_views(filing: Filing, printer: Printer) -> tuple[ReliefView, ...]:
    """Return what a filing asks for, each with its argument."""
    case = printer.graph.case
    index = next((n for n, found in enumerate(case.filings) if found.id == filing.id), 0)
    made = []
    for position, relief in enumerate(filing.relief):
        place = ("filings", index, "relief", position, "argument")
        argument = printer.markdown(relief.argument, "case", printer.graph.name, *place)
        made.append(ReliefView(LiteralValue(relief.measure, Origin("filing", "relief")), argument))
    return tuple(made)


class AuthorView(dict[str, LiteralValue | MarkdownValue | None]):
    """Who prepares the case, by field; `None` for one that is not recorded."""

    def _recorded_at(self, name: str) -> Origin:
        return Origin("case", f"prepared_by.{name}")


def prepared_by(printer: Printer) -> AuthorView:
    """Return who prepares the case."""
    author = printer.graph.case.prepared_by
    shown = AuthorView()
    for field in ("name", "organisation", "address", "contact"):
        shown[field] = printer.literal(getattr(author, field), shown._recorded_at(field))
    shown["description"] = printer.markdown(author.description, "case", "case", "prepared_by", "description")
    return shown


def supported_line(filing: Filing, printer: Printer) -> LineValue | None:
    """Return the submission that a filing supports: in its own words, else title and date of the filing that it names.

    `None` where the filing that it names has no title: a title is not made up.
    """
    if filing.supports or not filing.supports_filing:
        return printer.literal(filing.supports, Origin("filing", "supports"))
    case = printer.graph.case
    named = next((found for found in case.filings if found.id == filing.supports_filing), None)
    if named is None or not named.title:
        return None
    day = named.date or case.as_of
    behind = (", ", printer.wording.when(day)) if day else ()
    return InlineValue(texts(Origin("filing", "supports_filing"), named.title, *behind))

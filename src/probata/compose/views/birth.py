"""When and where a person was born, as a listing officer types it: what several sources give is numbered."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from probata.compose.printer import Printer
from probata.compose.views.joined import with_country
from probata.document.foreign import texts
from probata.document.inlines import Inline, Text
from probata.document.origin import Origin
from probata.markup.placeholder import InlineValue
from probata.model.person import BirthAlternative, Person


def birth_date(person: Person, printer: Printer) -> InlineValue | None:
    """Return the date of birth; `None` where none is recorded."""
    found = printer.date_field(person.birth.date, _at(person, "date"))
    wording = printer.wording
    first = found.inlines if found else ()
    return _variants(person, printer, first, lambda other: (wording.when(other.date) if other.date else "",))


def birth_place(person: Person, printer: Printer) -> InlineValue | None:
    """Return place and country of birth; a country that is part of the place is not said twice."""
    first = _place_with_country(person, printer)
    return _variants(person, printer, first, lambda other: with_country(other.place, other.country))


def birth_town(person: Person, printer: Printer) -> InlineValue | None:
    """Return the place of birth without its country."""
    found = printer.text_field(person.birth.place, _at(person, "place"))
    return _variants(person, printer, found.inlines if found else (), lambda other: (other.place or "",))


def birth_country(person: Person, printer: Printer) -> InlineValue | None:
    """Return the country of birth."""
    first = texts(_at(person, "country"), person.birth.country or "")
    return _variants(person, printer, first, lambda other: (other.country or "",))


def _at(person: Person, field: str) -> Origin:
    return Origin(f"people/{person.id}", f"birth.{field}")


def _place_with_country(person: Person, printer: Printer) -> Sequence[Inline]:
    birth = person.birth
    place = printer.text_field(birth.place, _at(person, "place"))
    if place is None or birth.place is None:
        return ()
    head, *rest = place.inlines
    country = with_country(birth.place.value, birth.country)[1:]
    return (head, *texts(_at(person, "country"), *country), *rest)


def _variants(
    person: Person,
    printer: Printer,
    first: Sequence[Inline],
    of_other: Callable[[BirthAlternative], Sequence[str]],
) -> InlineValue | None:
    """Number what several sources give, as a listing officer types it; a single one has no number."""
    found = [first] if first else []
    for place, other in enumerate(person.birth.alternatives):
        origin = _at(person, f"alternatives.{place}")
        if words := texts(origin, *of_other(other)):
            found.append((*words, *printer.cite(other.citations, origin)))
    if len(found) < 2:
        return InlineValue(tuple(found[0])) if found else None
    between = printer.wording.label("list.between_long")
    made: list[Inline] = []
    for number, one in enumerate(found, 1):
        made += [Text(f"{between if made else ''}({number}) "), *one]
    return InlineValue(tuple(made))

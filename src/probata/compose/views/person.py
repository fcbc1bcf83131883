"""A person as templates see one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from probata.compose.printer import Printer
from probata.compose.views.name import NameView, name_views
from probata.document.foreign import texts
from probata.document.inlines import Inline, LineBreak, Text
from probata.document.origin import Origin
from probata.markup.placeholder import InlineValue, LiteralValue, MarkdownValue
from probata.model.listing import Listing
from probata.model.person import BirthAlternative, Education, Person


class PersonView:
    """Identity, names, birth and present situation."""

    def __init__(self, person: Person, printer: Printer) -> None:
        self._person = person
        self._printer = printer

    def _at(self, field: str) -> Origin:
        return Origin(f"people/{self._person.id}", field)

    @property
    def id(self) -> str:
        """Id of the record."""
        return self._person.id

    @property
    def name(self) -> InlineValue:
        """The name in running text."""
        return self._printer.person_name(self._person)

    @property
    def name_with_native(self) -> InlineValue:
        """The name with the native name in brackets."""
        return self._printer.person_name(self._person, with_native=True)

    @property
    def family(self) -> LiteralValue | None:
        """Family name."""
        return self._printer.literal(self._person.name.family, self._at("name.family"))

    @property
    def given(self) -> LiteralValue | None:
        """Given name."""
        return self._printer.literal(self._person.name.given, self._at("name.given"))

    @property
    def names(self) -> tuple[NameView, ...]:
        """The primary name and every other name, in parts."""
        return name_views(self._person, self._printer)

    @property
    def birth_country(self) -> InlineValue | None:
        """Country of birth; where sources differ "(1) …; (2) …"."""
        return self._variants(
            texts(self._at("birth.country"), self._person.birth.country or ""),
            lambda other: (other.country or "",),
        )

    @property
    def birth_town(self) -> InlineValue | None:
        """Place of birth without its country; where sources differ "(1) …; (2) …"."""
        found = self._printer.text_field(self._person.birth.place, self._at("birth.place"))
        return self._variants(found.inlines if found else (), lambda other: (other.place or "",))

    def _variants(
        self, first: Sequence[Inline], of_other: Callable[[BirthAlternative], Sequence[str]]
    ) -> InlineValue | None:
        """Number what several sources give, as a listing officer types it; a single one has no number."""
        found = [first] if first else []
        for place, other in enumerate(self._person.birth.alternatives):
            origin = self._at(f"birth.alternatives.{place}")
            if words := texts(origin, *of_other(other)):
                found.append((*words, *self._printer.cite(other.citations, origin)))
        if len(found) < 2:
            return InlineValue(tuple(found[0])) if found else None
        between = self._printer.wording.label("list.between_long")
        made: list[Inline] = []
        for number, one in enumerate(found, 1):
            made += [Text(f"{between if made else ''}({number}) "), *one]
        return InlineValue(tuple(made))

    @property
    def death(self) -> InlineValue | None:
        """Date of death."""
        return self._printer.date_field(self._person.death, self._at("death"))

    @property
    def not_recorded(self) -> tuple[str, ...]:
        """Which of the fields that an identification sheet lists are not recorded, by the names of their labels."""
        person, graph = self._person, self._printer.graph
        fields: dict[str, object] = {
            "native_name": person.name.native,
            "script": any(name.script for name in self.names),
            "language": all(name.language for name in self.names if name.native),
            "other_names": person.aliases,
            "strength": all(alias.strength for alias in person.aliases),
            "birth_date": self.birth_date,
            "birth_town": self.birth_town,
            "birth_country": self.birth_country,
            "nationality": person.nationalities,
            "identifiers": person.identifiers,
            "position": any(role.person == person.id for role in graph.roles),
            "addresses": person.addresses,
            "gender": person.gender,
            "listings": any(listing.person == person.id for listing in graph.listings),
        }
        return tuple(name for name, value in fields.items() if not value)

    @property
    def native(self) -> InlineValue | None:
        """Name in its own script."""
        return self._printer.native(self._person.name.native, self._at("name.native"))

    @property
    def title(self) -> LiteralValue | None:
        """Form of address."""
        return self._printer.literal(self._person.title, self._at("title"))

    @property
    def aliases(self) -> InlineValue | None:
        """Other names, each with its kind."""
        words = self._printer.wording
        lines = [
            (Text(f"{alias.name.display} ({words.label(f'alias.{alias.kind}')})", self._at("aliases")),
             *self._printer.cite(alias.citations, self._at("aliases")))
            for alias in self._person.aliases
        ]  # fmt: skip
        return stacked(lines)

    @property
    def birth_date(self) -> InlineValue | None:
        """Date of birth; where sources differ "(1) …; (2) …"."""
        found = self._printer.date_field(self._person.birth.date, self._at("birth.date"))
        wording = self._printer.wording
        return self._variants(
            found.inlines if found else (), lambda other: (wording.when(other.date) if other.date else "",)
        )

    @property
    def birth_place(self) -> InlineValue | None:
        """Place and country of birth; where sources differ "(1) …; (2) …"."""
        return self._variants(
            self._first_birth_place(),
            lambda other: separated([part for part in (other.place, other.country) if part]),
        )

    def _first_birth_place(self) -> Sequence[Inline]:
        birth = self._person.birth
        place = self._printer.text_field(birth.place, self._at("birth.place"))
        if place is None or not birth.country or birth.country in (birth.place.value if birth.place else ""):
            return place.inlines if place else ()
        head, *rest = place.inlines
        return (head, *texts(self._at("birth.country"), ", ", birth.country), *rest)

    @property
    def origin(self) -> InlineValue | None:
        """Where the person is said to be from; not a place of birth."""
        return self._printer.text_field(self._person.birth.origin, self._at("birth.origin"))

    @property
    def gender(self) -> InlineValue | None:
        """Gender."""
        return self._printer.text_field(self._person.gender, self._at("gender"))

    @property
    def nationalities(self) -> InlineValue | None:
        """Nationalities."""
        fields = [self._printer.text_field(field, self._at("nationalities")) for field in self._person.nationalities]
        return stacked([field.inlines for field in fields if field])

    @property
    def identifiers(self) -> InlineValue | None:
        """Passports, identity cards and other numbers."""
        lines: list[Sequence[Inline]] = []
        for number in self._person.identifiers:
            country = (", ", number.country) if number.country else ()
            shown = texts(self._at("identifiers"), number.type, f" {number.number}", *country)
            lines.append((*shown, *self._printer.cite(number.citations, self._at("identifiers"))))
        return stacked(lines)

    @property
    def addresses(self) -> InlineValue | None:
        """Official or business addresses."""
        fields = [self._printer.text_field(field, self._at("addresses")) for field in self._person.addresses]
        return stacked([field.inlines for field in fields if field])

    @property
    def present_situation(self) -> InlineValue | None:
        """What is known of the person now."""
        return self._printer.text_field(self._person.present_situation, self._at("present_situation"))

    @property
    def description(self) -> MarkdownValue | None:
        """A short description."""
        return self._printer.markdown(self._person.description, "people", self._person.id, "description")

    @property
    def education(self) -> InlineValue | None:
        """Education, one line a stage."""
        return stacked([self._stage(stage) for stage in self._person.education])

    def _stage(self, stage: Education) -> Sequence[Inline]:
        origin, wording = self._at("education"), self._printer.wording
        parts = [part for part in (stage.subject, stage.institution, stage.country) if part]
        text = separated(parts)
        if stage.dates:
            text = wording.around("table.note", "note", text, heading=wording.when(stage.dates))
        return (*texts(origin, *text), *self._printer.cite(stage.citations, origin))

    @property
    def is_listed(self) -> bool:
        """True where a list of some authority was found to name the person."""
        return any(listing.person == self._person.id and listing.found for listing in self._printer.graph.listings)

    @property
    def listings(self) -> InlineValue | None:
        """Existing listings, and searches that found none, below each other."""
        return stacked(self._listing_lines())

    @property
    def listing_lines(self) -> tuple[InlineValue, ...]:
        """The same, one by one, for a row each: a row of many lines with notes does not fit below others on a page."""
        return tuple(InlineValue(tuple(line)) for line in self._listing_lines())

    def _listing_lines(self) -> list[Sequence[Inline]]:
        lines: list[Sequence[Inline]] = []
        for listing in self._printer.graph.listings:
            if listing.person != self._person.id:
                continue
            origin = Origin(f"listings/{listing.id}")
            text = self._listing(listing)
            lines.append((*texts(origin, *text), *self._printer.cite(listing.citations, origin)))
        return lines

    def _listing(self, listing: Listing) -> tuple[str, ...]:
        wording = self._printer.wording
        text = separated([part for part in (listing.authority, listing.programme) if part])
        if listing.found:
            return (*text, f", {wording.when(listing.dates)}") if listing.dates else text
        text = wording.around("listing.none_found", "list", text)
        if not listing.searched_on:
            return text
        return wording.around("listing.searched", "listing", text, date=wording.when(listing.searched_on))


def separated(parts: Sequence[str]) -> tuple[str, ...]:
    """Return texts with commas between them, in pieces."""
    return tuple(piece for part in parts for piece in (", ", part))[1:]


def stacked(lines: Sequence[Sequence[Inline]]) -> InlineValue | None:
    """Set lines one below the other; `None` where there are none."""
    made: list[Inline] = []
    for line in lines:
        made.extend([LineBreak(), *line] if made else line)
    return InlineValue(tuple(made)) if made else None

"""A person as templates see one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from probata.compose.printer import Printer
from probata.compose.sentences.holder import short_name
from probata.compose.views.birth import birth_country, birth_date, birth_place, birth_town
from probata.compose.views.joined import stacked, with_country
from probata.compose.views.listing import listing_lines
from probata.compose.views.name import NameView, name_views
from probata.document.foreign import texts
from probata.document.inlines import Inline, Text
from probata.document.origin import Origin
from probata.markup.placeholder import InlineValue, LiteralValue, MarkdownValue
from probata.messages import load_grammar
from probata.model.gender import gender_of
from probata.model.person import Education, Person

_FIELDS: Final = {
    "family_ties": "family",
    "family": "name.family", "given": "name.given", "native": "name.native.text", "birth_date": "birth.date",
    "birth_place": "birth.place", "birth_town": "birth.place", "birth_country": "birth.country",
}  # fmt: skip
"""Fields that templates call otherwise than records."""


class PersonView:
    """Identity, names, birth and present situation."""

    def __init__(self, person: Person, printer: Printer) -> None:
        self._person = person
        self._printer = printer

    def _at(self, field: str) -> Origin:
        return Origin(f"people/{self._person.id}", field)

    def _recorded_at(self, name: str) -> Origin:
        """Return the field that a name is printed from."""
        return self._at(_FIELDS.get(name, name))

    @property
    def id(self) -> str:
        """Id of the record."""
        return self._person.id

    @property
    def name(self) -> InlineValue:
        """The name in running text."""
        return self._printer.person_name(self._person)

    @property
    def short_name(self) -> LiteralValue:
        """The family name; the whole name where it does not divide, or where others of the case share it."""
        return LiteralValue(short_name(self._person, self._printer.graph), self._at("name"))

    @property
    def pronoun(self) -> LiteralValue:
        """The pronoun of the recorded gender in the middle of a sentence; the short name where none is recorded."""
        grammar, name = load_grammar(self._printer.wording.language), self.short_name.text
        said = grammar.label(f"subject.{gender_of(self._person) or 'unknown'}", name=name)
        return LiteralValue(said.strip(), self._at("gender"))

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
    def birth_date(self) -> InlineValue | None:
        """Date of birth; where sources differ "(1) …; (2) …"."""
        return birth_date(self._person, self._printer)

    @property
    def birth_place(self) -> InlineValue | None:
        """Place and country of birth; where sources differ "(1) …; (2) …"."""
        return birth_place(self._person, self._printer)

    @property
    def birth_town(self) -> InlineValue | None:
        """Place of birth without its country; where sources differ "(1) …; (2) …"."""
        return birth_town(self._person, self._printer)

    @property
    def birth_country(self) -> InlineValue | None:
        """Country of birth; where sources differ "(1) …; (2) …"."""
        return birth_country(self._person, self._printer)

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
    def family_ties(self) -> InlineValue | None:
        """Family ties that bear on the case, one a line."""
        fields = [self._printer.text_field(field, self._at("family")) for field in self._person.family]
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
        at = with_country(stage.institution, stage.country)
        text = (stage.subject, ", ", *at) if stage.subject else at
        if stage.dates:
            text = wording.around("table.note", "note", text, heading=wording.when(stage.dates))
        return (*texts(origin, *text), *self._printer.cite(stage.citations, origin))

    @property
    def cites(self) -> InlineValue:
        """The sources of the whole record, for a table that cites them once."""
        return self._printer.cited(self._person.citations, self._at("citations"))

    @property
    def is_listed(self) -> bool:
        """True where a list of some authority was found to name the person."""
        return any(listing.person == self._person.id and listing.found for listing in self._printer.graph.listings)

    @property
    def listings(self) -> InlineValue | None:
        """Existing listings, and searches that found none, below each other."""
        return stacked(listing_lines(self._person, self._printer))

    @property
    def listing_lines(self) -> tuple[InlineValue, ...]:
        """The same, one by one, for a row each: a row of many lines with notes does not fit below others on a page."""
        return tuple(InlineValue(tuple(line)) for line in listing_lines(self._person, self._printer))

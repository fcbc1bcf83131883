"""A person as templates see one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from probata.compose.printer import Printer
from probata.compose.sentences.grammar import separated, stacked, with_country
from probata.compose.sentences.ground_sentence import short_name
from probata.compose.views.record import RecordView, Shown, code, fields, markdown
from probata.document.foreign import texts
from probata.document.inlines import Inline, Inlines, Text
from probata.document.origin import Origin
from probata.markup.placeholder import InlineValue, LiteralValue
from probata.messages import Wording, load_grammar
from probata.messages.wording import language_name, script_name
from probata.model.dates import When
from probata.model.listing import Listing, names_any
from probata.model.name import PersonName
from probata.model.person import BirthAlternative, Education, Person, gender_of

# The names of a person one by one, as an identification sheet lists them.


@dataclass(frozen=True, slots=True)
class NameView:
    """One name. Parts that are not recorded are `None`."""

    kind: LiteralValue
    """Primary name, or the sort of other name."""
    family: LiteralValue | None
    given: LiteralValue | None
    whole: LiteralValue | None
    """The whole name where it does not divide into parts."""
    native: InlineValue | None
    """The name in its own script."""
    script: InlineValue | None
    """Script and language of that name."""
    language: LiteralValue | None
    """Language of that name."""
    system: LiteralValue | None
    """System of romanisation."""
    strength: LiteralValue | None
    """Strong or weak, for other names."""
    cites: InlineValue


def name_views(person: Person, printer: Printer) -> tuple[NameView, ...]:
    """Return the primary name and then every other name, in the order of the record."""
    words, origin = printer.wording, Origin(f"people/{person.id}", "aliases")
    first = _view(person.name, printer, words.label("alias.primary"), Origin(f"people/{person.id}", "name"))
    others = (
        _view(
            alias.name, printer, words.label(f"alias.{alias.kind}"), origin,
            words.label(f"strength.{alias.strength}") if alias.strength else "", printer.cited(alias.citations, origin),
        )
        for alias in person.aliases
    )  # fmt: skip
    return (first, *others)


def _view(
    name: PersonName, printer: Printer, kind: str, origin: Origin, strength: str = "", cites: InlineValue | None = None
) -> NameView:
    native = name.native
    script = script_name(native.script, native.lang, native.text, printer.wording) if native else ""
    language = native.language_name or language_name(native.lang, printer.wording) if native else ""
    both = texts(origin, script, ", " if script and language else "", language)
    return NameView(
        LiteralValue(kind, origin),
        printer.literal(name.family, origin),
        printer.literal(name.given, origin),
        printer.literal(name.full, origin),
        printer.native(native, origin),
        InlineValue(both) if both else None,
        printer.literal(language, origin),
        printer.literal(name.system, origin),
        printer.literal(strength, origin),
        cites or InlineValue(()),
    )


# The lists of an authority that name a person, and searches of lists that found nobody, as templates see them.


def lines_in_force(person_id: str, authorities: Sequence[str], day: When | None, printer: Printer) -> list[InlineValue]:
    """Return the lines of a person's listings by some authorities that are in force on a day and say on what ground."""
    found = (one for one in printer.graph.listings if one.person == person_id and one.is_in_force(day))
    grounded = (one for one in found if (one.programme or one.reason) and names_any(one.authority, authorities))
    return [InlineValue(tuple(_line(one, printer))) for one in grounded]


def _line(listing: Listing, printer: Printer) -> Sequence[Inline]:
    origin = Origin(f"listings/{listing.id}")
    return (*texts(origin, *_worded(listing, printer.wording)), *printer.cite(listing.citations, origin))


def _worded(listing: Listing, wording: Wording) -> tuple[str, ...]:
    text = separated([part for part in (listing.authority, listing.programme) if part])
    if listing.found:
        return (*text, f", {wording.when(listing.dates)}") if listing.dates else text
    text = wording.around("listing.none_found", "list", text)
    if not listing.searched_on:
        return text
    return wording.around("listing.searched", "listing", text, date=wording.when(listing.searched_on))


_FIELDS: Final = {
    "family_ties": "family",
    "family": "name.family", "given": "name.given", "native": "name.native.text", "birth_date": "birth.date",
    "birth_place": "birth.place", "birth_town": "birth.place", "birth_country": "birth.country",
}  # fmt: skip
"""Fields that templates call otherwise than records."""


class PersonView(RecordView[Person]):
    """Identity, names, birth and present situation."""

    _kind = "people"

    id = Shown(code, "Id of the record")
    family = Shown(Printer.literal, "Family name", "name.family")
    given = Shown(Printer.literal, "Given name", "name.given")
    death = Shown(Printer.date_field, "Date of death")
    native = Shown(Printer.native, "Name in its own script", "name.native")
    title = Shown(Printer.literal, "Form of address")
    origin = Shown(Printer.text_field, "Where the person is said to be from; not a place of birth", "birth.origin")
    gender = Shown(Printer.text_field, "Gender")
    present_situation = Shown(Printer.text_field, "What is known of the person now")
    description = Shown(markdown, "A short description")
    cites = Shown(Printer.cited, "The sources of the whole record, for a table that cites them once", "citations")
    nationalities = Shown(fields, "Nationalities")
    addresses = Shown(fields, "Official or business addresses")
    family_ties = Shown(fields, "Family ties that bear on the case, one a line", "family")

    def _recorded_at(self, name: str) -> Origin:
        return self._at(_FIELDS.get(name, name))

    @property
    def name(self) -> InlineValue:
        """The name in running text."""
        return self._printer.person_name(self._record)

    @property
    def short_name(self) -> LiteralValue:
        """The family name; the whole name where it does not divide, or where others of the case share it."""
        return LiteralValue(short_name(self._record, self._printer.graph), self._at("name"))

    @property
    def pronoun(self) -> LiteralValue:
        """The pronoun of the recorded gender in the middle of a sentence; the short name where none is recorded."""
        grammar, name = load_grammar(self._printer.wording.language), self.short_name.text
        said = grammar.label(f"subject.{gender_of(self._record) or 'unknown'}", name=name)
        return LiteralValue(said.strip(), self._at("gender"))

    @property
    def name_with_native(self) -> InlineValue:
        """The name with the native name in brackets."""
        return self._printer.person_name(self._record, with_native=True)

    @property
    def names(self) -> tuple[NameView, ...]:
        """The primary name and every other name, in parts."""
        return name_views(self._record, self._printer)

    @property
    def birth_date(self) -> InlineValue | None:
        """Date of birth; where sources differ "(1) …; (2) …"."""
        found, words = self._printer.date_field(self._record.birth.date, self._at("birth.date")), self._printer.wording
        first = found.inlines if found else ()
        return self._variants(first, lambda other: (words.when(other.date) if other.date else "",))

    @property
    def birth_place(self) -> InlineValue | None:
        """Place and country of birth; where sources differ "(1) …; (2) …"; a country in the place is not said twice."""
        first, birth = self._town, self._record.birth
        if first and birth.place:
            country = with_country(birth.place.value, birth.country)[1:]
            first = (first[0], *texts(self._at("birth.country"), *country), *first[1:])
        return self._variants(first, lambda other: with_country(other.place, other.country))

    @property
    def birth_town(self) -> InlineValue | None:
        """Place of birth without its country; where sources differ "(1) …; (2) …"."""
        return self._variants(self._town, lambda other: (other.place or "",))

    @property
    def birth_country(self) -> InlineValue | None:
        """Country of birth; where sources differ "(1) …; (2) …"."""
        first = texts(self._at("birth.country"), self._record.birth.country or "")
        return self._variants(first, lambda other: (other.country or "",))

    @property
    def _town(self) -> Inlines:
        found = self._printer.text_field(self._record.birth.place, self._at("birth.place"))
        return found.inlines if found else ()

    def _variants(self, first: Inlines, of_other: Callable[[BirthAlternative], Sequence[str]]) -> InlineValue | None:
        """Number what several sources give, as a listing officer types it; a single one has no number."""
        found = [first] if first else []
        for place, other in enumerate(self._record.birth.alternatives):
            origin = self._at(f"birth.alternatives.{place}")
            if words := texts(origin, *of_other(other)):
                found.append((*words, *self._printer.cite(other.citations, origin)))
        if len(found) < 2:
            return InlineValue(found[0]) if found else None
        between = self._printer.wording.label("list.between_long")
        made: list[Inline] = []
        for number, one in enumerate(found, 1):
            made += [Text(f"{between if made else ''}({number}) "), *one]
        return InlineValue(tuple(made))

    @property
    def not_recorded(self) -> tuple[str, ...]:
        """Which of the fields that an identification sheet lists are not recorded, by the names of their labels."""
        person, graph = self._record, self._printer.graph
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
    def aliases(self) -> InlineValue | None:
        """Other names, each with its kind."""
        words = self._printer.wording
        lines = [
            (Text(f"{alias.name.display} ({words.label(f'alias.{alias.kind}')})", self._at("aliases")),
             *self._printer.cite(alias.citations, self._at("aliases")))
            for alias in self._record.aliases
        ]  # fmt: skip
        return stacked(lines)

    @property
    def identifiers(self) -> InlineValue | None:
        """Passports, identity cards and other numbers."""
        lines: list[Sequence[Inline]] = []
        for number in self._record.identifiers:
            country = (", ", number.country) if number.country else ()
            shown = texts(self._at("identifiers"), number.type, f" {number.number}", *country)
            lines.append((*shown, *self._printer.cite(number.citations, self._at("identifiers"))))
        return stacked(lines)

    @property
    def education(self) -> InlineValue | None:
        """Education, one line a stage."""
        return stacked([self._stage(stage) for stage in self._record.education])

    def _stage(self, stage: Education) -> Sequence[Inline]:
        origin, wording = self._at("education"), self._printer.wording
        at = with_country(stage.institution, stage.country)
        text = (stage.subject, ", ", *at) if stage.subject else at
        if stage.dates:
            text = wording.around("table.note", "note", text, heading=wording.when(stage.dates))
        return (*texts(origin, *text), *self._printer.cite(stage.citations, origin))

    @property
    def is_listed(self) -> bool:
        """True where a list of some authority was found to name the person."""
        return any(listing.person == self._record.id and listing.found for listing in self._printer.graph.listings)

    @property
    def listings(self) -> InlineValue | None:
        """Existing listings, and searches that found none, below each other."""
        return stacked([line.inlines for line in self.listing_lines])

    @property
    def listing_lines(self) -> tuple[InlineValue, ...]:
        """The same, one by one, for a row each: a row of many lines with notes does not fit below others on a page."""
        held = (listing for listing in self._printer.graph.listings if listing.person == self._record.id)
        return tuple(InlineValue(tuple(_line(listing, self._printer))) for listing in held)

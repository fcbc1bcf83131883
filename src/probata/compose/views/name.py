"""The names of a person one by one, as an identification sheet lists them."""

from __future__ import annotations

from dataclasses import dataclass

from probata.compose.printer import Printer
from probata.document.foreign import texts
from probata.document.origin import Origin
from probata.markup.placeholder import InlineValue, LiteralValue
from probata.messages.tags import language_name, script_name
from probata.model.name import PersonName
from probata.model.person import Person

PRIMARY = "primary"


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

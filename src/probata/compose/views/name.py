"""The names of a person one by one, as an identification sheet lists them."""

from __future__ import annotations

from dataclasses import dataclass

from probata.compose.printer import Printer
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
    script: LiteralValue | None
    """Script and language of that name."""
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
    script = ""
    if native:
        language = language_name(native.lang, printer.wording)
        code = native.script or next((part for part in native.lang.split("-") if len(part) == 4), None)
        script = ", ".join(part for part in (script_name(code, native.text, printer.wording), language) if part)
    return NameView(
        LiteralValue(kind, origin),
        printer.literal(name.family, origin),
        printer.literal(name.given, origin),
        printer.literal(name.full, origin),
        printer.native(native, origin),
        printer.literal(script, origin),
        printer.literal(name.system, origin),
        printer.literal(strength, origin),
        cites or InlineValue(()),
    )

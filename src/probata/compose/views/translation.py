"""How a statement was translated, and an interpreter's part in it, as templates see them."""

from __future__ import annotations

from dataclasses import dataclass

from probata.compose.printer import Printer
from probata.document.origin import Origin
from probata.markup.placeholder import LiteralValue, MarkdownValue
from probata.model.statement import Statement


@dataclass(frozen=True, slots=True)
class TranslationView:
    """The translation of a statement."""

    translator: LiteralValue
    qualification: LiteralValue | None
    date: LiteralValue | None
    original: LiteralValue | None
    declaration: LiteralValue | None
    certified_on: LiteralValue | None
    certificate: MarkdownValue | None


@dataclass(frozen=True, slots=True)
class InterpretationView:
    """An interpreter's part in a statement."""

    interpreter: LiteralValue
    certified_on: LiteralValue | None
    certificate: MarkdownValue | None


def translation_view(statement: Statement, printer: Printer) -> TranslationView | None:
    """Return how the text was translated; `None` where it was not."""
    found, origin = statement.translation, Origin(f"statements/{statement.id}", "translation")
    if found is None:
        return None
    return TranslationView(
        LiteralValue(found.translator, origin),
        printer.literal(found.qualification, origin),
        printer.when(found.date, origin),
        printer.literal(found.original, origin),
        printer.literal(found.declaration, origin),
        printer.when(found.certified_on, origin),
        _certificate(found.certificate, statement, "translation", printer),
    )


def interpretation_view(statement: Statement, printer: Printer) -> InterpretationView | None:
    """Return how an interpreter helped; `None` where none did."""
    found, origin = statement.interpretation, Origin(f"statements/{statement.id}", "interpretation")
    if found is None:
        return None
    return InterpretationView(
        LiteralValue(found.interpreter, origin),
        printer.when(found.certified_on, origin),
        _certificate(found.certificate, statement, "interpretation", printer),
    )


def _certificate(text: str | None, statement: Statement, field: str, printer: Printer) -> MarkdownValue | None:
    return printer.markdown(text, "statements", statement.id, field, "certificate", verbatim=True)

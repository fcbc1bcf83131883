"""The paragraphs of a statement as templates see them: the person's own words, and what each rests on."""

from __future__ import annotations

from dataclasses import dataclass

from probata.compose.printer import Printer
from probata.compose.views.exhibit import ExhibitView, exhibit_views
from probata.document.foreign import told
from probata.document.origin import Origin
from probata.markup.placeholder import LiteralValue, MarkdownValue
from probata.model.statement import Statement

_WORDS_SHOWN = 8


@dataclass(frozen=True, slots=True)
class ParagraphView:
    """A paragraph in the person's own words, letter by letter."""

    id: str
    heading: LiteralValue | None
    text: MarkdownValue
    beginning: LiteralValue
    """Its first words, to name it by in a table."""
    basis: LiteralValue
    is_own_knowledge: bool
    """True where the person saw, heard or did it."""
    source: LiteralValue | None
    exhibits: tuple[ExhibitView, ...]


def paragraph_views(statement: Statement, part: str, printer: Printer) -> tuple[ParagraphView, ...]:
    """Return the paragraphs of the opening, body or closing; those without words are left out."""
    made = (_view(statement, index, printer) for index, one in enumerate(statement.paragraphs) if one.part == part)
    return tuple(view for view in made if view)


def _view(statement: Statement, index: int, printer: Printer) -> ParagraphView | None:
    paragraph = statement.paragraphs[index]
    text = printer.markdown(paragraph.text, "statements", statement.id, "paragraphs", index, "text", verbatim=True)
    if text is None:
        return None
    origin = Origin(f"statements/{statement.id}", f"paragraphs.{index}")
    return ParagraphView(
        paragraph.id,
        printer.literal(paragraph.heading, origin),
        text,
        _beginning(paragraph.text, origin),
        LiteralValue(printer.wording.label(f"basis.{paragraph.basis}"), origin),
        paragraph.basis == "own_knowledge",
        printer.literal(paragraph.source, origin),
        exhibit_views(printer, paragraph.exhibits),
    )


def _beginning(text: str, origin: Origin) -> LiteralValue:
    words = text.split()
    return LiteralValue(
        told(text, " ".join(words[:_WORDS_SHOWN]) + (" …" if len(words) > _WORDS_SHOWN else "")), origin
    )

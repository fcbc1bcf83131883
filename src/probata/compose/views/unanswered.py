"""That nobody has answered a letter, in a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from probata.compose.printer import Printer
from probata.compose.sentences.grammar import capitalised
from probata.compose.sentences.holder import short_name
from probata.document.origin import Origin
from probata.markup.placeholder import LiteralValue
from probata.messages import load_grammar
from probata.model.allegation import Answer
from probata.model.person import Person


def unanswered(answer: Answer, asked: Sequence[Person], printer: Printer, origin: Origin) -> LiteralValue | None:
    """Return "Orskelin has not answered our letter of 14 August 2026."; of the letter, where not one alone was asked.

    `None` where an answer is recorded or nobody was asked.
    """
    if not answer.asked or answer.answer or not answer.on:
        return None
    grammar = load_grammar(printer.wording.language)
    key = "answer.none_of_one" if len(asked) == 1 else "answer.none"
    name = grammar.label("subject.name", name=short_name(asked[0], printer.graph)) if len(asked) == 1 else ""
    said = grammar.label(key, subject=name, on=grammar.of(answer.on)) + grammar.label("powers.end")
    return LiteralValue(capitalised((said,))[0], origin)

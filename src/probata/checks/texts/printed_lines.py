"""The lines of prose that documents print in our own words, beside the Markdown texts; and all texts' translations.

Titles, captions, remarks, contentions of law, answers, notes of steps and listings are plain lines in the records, and
so is what a change puts into one document. What sources say, and what somebody is called, is not in our words and not
among them.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from probata.checks.check_input import Loc
from probata.checks.texts.markdown_texts import MarkdownText
from probata.checks.texts.words_of_changes import words_of_changes
from probata.graph.case_graph import CaseGraph
from probata.model.allegation import AllegedProvision, Answer
from probata.model.body import Body
from probata.model.citation import Citations, is_citation
from probata.model.command import CommandRelation
from probata.model.listing import Listing
from probata.model.parts import parts_held
from probata.model.person import Person
from probata.model.position import Position
from probata.model.record import Part, markdown_fields, prose_fields
from probata.model.responsibility import Responsibility
from probata.model.role import Role

_OF_OTHERS = frozenset(
    {"quotations", "sources", "authorities", "statements", "decisions", "reads", "taxonomies", "consents"}
)
"""Kinds whose lines are somebody else's, or never printed."""
_AS_OTHERS_HAVE_IT: frozenset[tuple[type[Part], str]] = frozenset(
    {
        (AllegedProvision, "named"), (Answer, "answer"), (Body, "name"), (Body, "short_name"),
        (CommandRelation, "stated"), (Listing, "reason"), (Person, "title"), (Position, "title"),
        (Responsibility, "stated"), (Role, "title"), (Role, "short_title"),
    }
)  # fmt: skip
"""Fields that hold the words of a source, or a name."""


def printed_lines(graph: CaseGraph) -> tuple[MarkdownText, ...]:
    """Return the lines, and the translations of lines and Markdown texts, each with the language that it is in."""
    return graph.once("printed lines", lambda: tuple(_all(graph)))


def _all(graph: CaseGraph) -> Iterator[MarkdownText]:
    lines: list[MarkdownText] = []
    _take("case", graph.name, graph.case, (), graph.case.language, lines)
    for kind, record in graph.each():
        if kind not in _OF_OTHERS:
            _take(kind, record.id, record, (), graph.case.language, lines)
    yield from (*lines, *words_of_changes(graph))


def _take(kind: str, record_id: str, part: Part, loc: Loc, language: str, lines: list[MarkdownText]) -> None:
    """Put the lines of a part and of all parts in it behind those that are there."""
    language = part.language_of_texts or language
    for line in _own_lines(type(part)):
        if isinstance(value := getattr(part, line), str):
            lines.append(MarkdownText(kind, record_id, (*loc, line), value, language, _citations_of(part)))
    for tag, texts in part.translations.items():
        for name in (name for name in _own_texts(type(part)) if name in texts):
            at = (*loc, "translations", tag, name)
            lines.append(MarkdownText(kind, record_id, at, texts[name], tag, _citations_of(part)))
    for steps, inner in parts_held(part):
        _take(kind, record_id, inner, (*loc, *steps), language, lines)


@cache
def _own_texts(part: type[Part]) -> tuple[str, ...]:
    """Return the fields of a part that hold text in our own words, in their order."""
    return tuple(name for name in prose_fields(part) if (part, name) not in _AS_OTHERS_HAVE_IT)


@cache
def _own_lines(part: type[Part]) -> tuple[str, ...]:
    """Return those of them that hold no Markdown."""
    return tuple(name for name in _own_texts(part) if name not in markdown_fields(part))


def _citations_of(part: Part) -> Citations:
    """Return a part that is a citation, or the citations in a field of it; none where it has no such field."""
    if is_citation(part):
        return (part,)
    return tuple(getattr(part, "citations", ())) if "citations" in type(part).model_fields else ()

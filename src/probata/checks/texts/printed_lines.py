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
from probata.model.citation import Citation, Citations
from probata.model.command import CommandRelation
from probata.model.listing import Listing
from probata.model.parts import part_fields
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
        (Responsibility, "stated"), (Role, "title"),
    }
)  # fmt: skip
"""Fields that hold the words of a source, or a name."""


def printed_lines(graph: CaseGraph) -> tuple[MarkdownText, ...]:
    """Return the lines, and the translations of lines and Markdown texts, each with the language that it is in."""
    return graph.once("printed lines", lambda: tuple(_all(graph)))


def _all(graph: CaseGraph) -> Iterator[MarkdownText]:
    yield from _lines("case", graph.name, graph.case, (), graph.case.language)
    for kind, record in graph.each():
        if kind not in _OF_OTHERS:
            yield from _lines(kind, record.id, record, (), graph.case.language)
    yield from words_of_changes(graph)


def _lines(kind: str, record_id: str, part: Part, loc: Loc, language: str) -> Iterator[MarkdownText]:
    language = part.language_of_texts or language
    cited = (part,) if isinstance(part, Citation) else _citations_of(part)
    own = _own_lines(type(part))
    for name in own:
        value = getattr(part, name)
        if isinstance(value, str) and name not in markdown_fields(type(part)):
            yield MarkdownText(kind, record_id, (*loc, name), value, language, cited)
    for tag, texts in part.translations.items():
        for name in (name for name in own if name in texts):
            yield MarkdownText(kind, record_id, (*loc, "translations", tag, name), texts[name], tag, cited)
    for name in part_fields(type(part)):
        value = getattr(part, name)
        inner = (
            ((position, one) for position, one in enumerate(value)) if isinstance(value, tuple) else ((None, value),)
        )
        for at, one in inner:
            if isinstance(one, Part):
                yield from _lines(kind, record_id, one, (*loc, name) if at is None else (*loc, name, at), language)


@cache
def _own_lines(part: type[Part]) -> tuple[str, ...]:
    """Return the fields of a part that hold text in our own words, in their order."""
    return tuple(name for name in prose_fields(part) if (part, name) not in _AS_OTHERS_HAVE_IT)


def _citations_of(part: Part) -> Citations:
    """Return the citations that stand in a field of a part; none where it has no such field."""
    return tuple(getattr(part, "citations", ())) if "citations" in type(part).model_fields else ()

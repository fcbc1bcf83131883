"""The texts of a case: Markdown, the plain lines that documents print in our words, and the translations of both.

Titles, captions, remarks, contentions of law, answers, notes of steps and listings are plain lines in the records, and
so is what a change puts into one document. What sources say, and what somebody is called, is not in our words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from probata.checks.engine.case import Loc
from probata.diagnostics.value import value
from probata.graph.case_graph import CaseGraph
from probata.model.allegation import AllegedProvision, Answer
from probata.model.body import Body
from probata.model.change import Change
from probata.model.citation import Citations, is_citation
from probata.model.command import CommandRelation
from probata.model.language import same_language
from probata.model.listing import Listing
from probata.model.narrative import Narrative
from probata.model.parts import fields_towards_markdown, is_own, parts_at, parts_held
from probata.model.person import Person
from probata.model.position import Position
from probata.model.record import Part, Record, markdown_fields, prose_fields
from probata.model.responsibility import Responsibility
from probata.model.role import Role


@value()
class MarkdownText:
    """A text with the record and the field that hold it."""

    kind: str
    record_id: str
    loc: Loc
    value: str
    language: str = ""
    """Language that it is in, where that is told; empty for that of its record, or of the case."""
    citations: Citations = ()
    """The citations that stand in a field beside it."""

    def is_own(self, graph: CaseGraph) -> bool:
        """Tell whether its field is one of the author's own words, in which names in double braces are filled in."""
        record = graph.case if self.kind == "case" else graph.records.get(self.kind, {}).get(self.record_id)
        return record is not None and is_own(record, self.loc)


def markdown_texts(graph: CaseGraph) -> Iterator[MarkdownText]:
    """Give every Markdown text of the case and its records."""
    yield from graph.once("Markdown texts", lambda: tuple(_texts_of(graph)), settles=True)


def _texts_of(graph: CaseGraph) -> Iterator[MarkdownText]:
    for loc, text in _texts(graph.case, ()):
        yield MarkdownText("case", graph.name, loc, text)
    yield from graph.from_each("Markdown texts", _texts_in)


def _texts_in(kind: str, record: Record) -> Iterator[MarkdownText]:
    for loc, text in _texts(record, ()):
        yield MarkdownText(kind, record.id, loc, text)


def _texts(part: Part, loc: Loc) -> Iterator[tuple[Loc, str]]:
    for name in fields_towards_markdown(type(part)):
        held = getattr(part, name)
        if not isinstance(held, str):
            for steps, inner in parts_at(name, held):
                yield from _texts(inner, (*loc, *steps))
        elif name in markdown_fields(type(part)):
            yield (*loc, name), held


def statement_texts(graph: CaseGraph) -> Iterator[MarkdownText]:
    """Give the paragraphs of statements: their makers' words, which are compared and never corrected for style."""
    for made in graph.statements:
        for position, paragraph in enumerate(made.paragraphs):
            yield MarkdownText("statements", made.id, ("paragraphs", position, "text"), paragraph.text, made.language)


_SENTENCE = re.compile(r"[^.!?\n]+[.!?]*[”’»\")\]]*|⟦\d+⟧")


def words_of_changes(graph: CaseGraph) -> Iterator[MarkdownText]:
    """Give the new words of each change in the language of its filing.

    Sentences that stood there before are blank and keep their length: what is found in them is found in the record.
    """
    languages = {filing.id: filing.language for filing in graph.case.filings}
    for change in graph.changes:
        if change.after:
            language = languages.get(change.filing) or graph.case.language
            yield MarkdownText("changes", change.id, ("after",), _new_in(change, change.after), language)


def _new_in(change: Change, after: str) -> str:
    before = " ".join(change.before.split())

    def blank(found: re.Match[str]) -> str:
        is_old = " ".join(found[0].split()) in before
        return " " * len(found[0]) if is_old else found[0]

    return _SENTENCE.sub(blank, after)


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
    return graph.once("printed lines", lambda: tuple(_all(graph)), settles=True)


def _all(graph: CaseGraph) -> Iterator[MarkdownText]:
    language = graph.case.language
    lines: list[MarkdownText] = []
    _take("case", graph.name, graph.case, (), language, lines)
    yield from lines
    yield from graph.from_each("printed lines", lambda kind, record: _lines_in(kind, record, language))
    yield from words_of_changes(graph)


def _lines_in(kind: str, record: Record, language: str) -> list[MarkdownText]:
    lines: list[MarkdownText] = []
    if kind not in _OF_OTHERS:
        _take(kind, record.id, record, (), language, lines)
    return lines


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


@dataclass(frozen=True, slots=True)
class Translated:
    """A text and its translation, which stands in the record that is named."""

    kind: str
    record_id: str
    loc: Loc
    original: str
    text: str
    language: str
    """Language of the translation."""
    of: str = ""
    """Id of the record with the original, where that is another."""


def translated_texts(graph: CaseGraph) -> tuple[Translated, ...]:
    """Return every translation of a text with its original; one without an original is found elsewhere."""
    return graph.once("translated texts", lambda: tuple(_translations(graph)), settles=True)


def has_as_many_paragraphs(found: Translated) -> bool:
    """Tell whether a translation has as many paragraphs as its original, so that each is compared with its own."""
    return len(found.original.strip().split("\n\n")) == len(found.text.strip().split("\n\n"))


def _translations(graph: CaseGraph) -> Iterator[Translated]:
    yield from _of_part("case", graph.name, graph.case, ())
    yield from graph.from_each("translations", lambda kind, record: _of_part(kind, record.id, record, ()))
    yield from _sections(graph)


def _of_part(kind: str, record_id: str, part: Part, loc: Loc) -> Iterator[Translated]:
    for tag, texts in part.translations.items():
        for name in prose_fields(type(part)):
            original = getattr(part, name)
            if isinstance(original, str) and name in texts:
                yield Translated(kind, record_id, (*loc, "translations", tag, name), original, texts[name], tag)
    for steps, inner in parts_held(part):
        yield from _of_part(kind, record_id, inner, (*loc, *steps))


def _sections(graph: CaseGraph) -> Iterator[Translated]:
    """Give the sections in other languages than the case's, each with that of its place and order in the case's.

    Where several could be the original, which of them is translated cannot be told, and none is given.
    """
    ours = [one for one in graph.all("narrative", Narrative) if _is_of_case(one, graph)]
    own = [one for one in ours if one.language in (None, graph.case.language)] or ours
    for section in graph.all("narrative", Narrative):
        originals = [] if section in own else [one for one in own if _is_same_place(one, section)]
        if len(originals) == 1 and section.language:
            (original,) = originals
            yield Translated(
                "narrative", section.id, ("text",), original.text, section.text, section.language, original.id
            )  # fmt: skip


def _is_same_place(one: Narrative, other: Narrative) -> bool:
    shared = not one.forums or not other.forums or set(one.forums) & set(other.forums)
    return (one.place, one.order) == (other.place, other.order) and one.place is not None and bool(shared)


def _is_of_case(section: Narrative, graph: CaseGraph) -> bool:
    return same_language(section.language or graph.case.language, graph.case.language)

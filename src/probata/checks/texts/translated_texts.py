"""Each text of a case beside its translations: fields with `translations`, and sections of one place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from probata.checks.check_input import Loc
from probata.graph.case_graph import CaseGraph
from probata.model.language import same_language
from probata.model.narrative import Narrative
from probata.model.parts import parts_held
from probata.model.record import Part, prose_fields


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
    return graph.once("translated texts", lambda: tuple(_all(graph)))


def has_as_many_paragraphs(found: Translated) -> bool:
    """Tell whether a translation has as many paragraphs as its original, so that each is compared with its own."""
    return len(found.original.strip().split("\n\n")) == len(found.text.strip().split("\n\n"))


def _all(graph: CaseGraph) -> Iterator[Translated]:
    yield from _of_part("case", graph.name, graph.case, ())
    for kind, record in graph.each():
        yield from _of_part(kind, record.id, record, ())
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

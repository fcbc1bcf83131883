"""A case in a language: every text in its translation, and every text that has none marked as foreign.

Translations stand beside the texts, in `translations`, by language and field. The view has the records and the nodes of
the translations, so that whatever is found in a translated text has its own place in the file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, TypeVar, cast

from probata.diagnostics import Diagnostic, Severity, say
from probata.document.foreign import ForeignText
from probata.graph.case_graph import CaseGraph
from probata.model.language import same_language
from probata.model.parts import part_fields, parts_held
from probata.model.record import Part, Record, prose_fields
from probata.source.node import Entry, MappingNode, Node, SequenceNode, key_span, node_at

P = TypeVar("P", bound=Part)
Loc = tuple[str | int, ...]


def in_language(graph: CaseGraph, language: str) -> CaseGraph:
    """Return the case as a document in this language prints it; unchanged where all of it is in that language."""
    if not _speaks_of_others(graph, language):
        return graph
    reading = _Reading(language)
    case, case_node = reading.part(graph.case, graph.case_node, f"case/{graph.name}", (), graph.case.language)
    records: dict[str, dict[str, Record]] = {}
    nodes = dict(graph.nodes)
    for kind, found in graph.records.items():
        records[kind] = {}
        for key, record in found.items():
            told, node = reading.part(record, graph.nodes[kind, key], f"{kind}/{key}", (), graph.case.language)
            records[kind][key] = told
            nodes[kind, key] = cast(MappingNode, node)
    return replace(graph, case=case, case_node=cast(MappingNode, case_node), records=records, nodes=nodes)


def _speaks_of_others(graph: CaseGraph, language: str) -> bool:
    """Tell whether any text of the case may be in another language than this one, or written for this very country."""
    own = (record.language_of_texts for _, record in graph.each())
    if not all(same_language(found or graph.case.language, language) for found in (None, *own)):
        return True
    records = (graph.case, *(record for _, record in graph.each()))
    return language != graph.case.language and any(_is_stated_in(record, language) for record in records)


def _is_stated_in(part: Part, language: str) -> bool:
    """Tell whether anything in a part is translated under this very tag."""
    if language in part.translations:
        return True
    return any(_is_stated_in(inner, language) for _, inner in parts_held(part))


@dataclass(frozen=True, slots=True)
class _Reading:
    """Reads parts of records in one language."""

    language: str

    def part(self, part: P, node: Node, record: str, loc: Loc, around: str) -> tuple[P, Node]:
        """Return a part and its node in the language; `around` is the language of the texts that hold it."""
        original = part.language_of_texts or around
        changed: dict[str, Any] = {}
        nodes: dict[str, Node] = {}
        for name in type(part).model_fields:
            value = getattr(part, name)
            if name == "translations" or not isinstance(value, Part | tuple):
                continue
            below = node_at(node, (name,)) if isinstance(node, MappingNode) else node
            changed[name], nodes[name] = self._inner(value, below, record, (*loc, name), original)
        is_foreign = not same_language(original, self.language)
        if is_foreign or (original != self.language and self.language in part.translations):
            self._tell(part, node, record, loc, original, changed, nodes)
        changed = {name: value for name, value in changed.items() if value is not getattr(part, name)}
        return part.model_copy(update=changed) if changed else part, _with(node, nodes)

    def _inner(self, value: Any, node: Node, record: str, loc: Loc, around: str) -> tuple[Any, Node]:
        if isinstance(value, Part):
            return self.part(value, node, record, loc, around)
        if not any(isinstance(item, Part) for item in value):
            return value, node
        # One entry may stand without its list: `citations: report, p. 4`.
        items = node.items if isinstance(node, SequenceNode) and len(node.items) == len(value) else (node,) * len(value)
        read = [
            self._inner(item, below, record, (*loc, place), around)
            for place, (item, below) in enumerate(zip(value, items, strict=True))
        ]
        told = tuple(item for item, _ in read)
        if all(new is old for new, old in zip(told, value, strict=True)):
            return value, node
        below = (
            SequenceNode(tuple(item for _, item in read), node.span) if isinstance(node, SequenceNode) else read[0][1]
        )
        return told, below

    def _tell(
        self,
        part: Part,
        node: Node,
        record: str,
        loc: Loc,
        original: str,
        changed: dict[str, Any],
        nodes: dict[str, Node],
    ) -> None:
        """Put each text of a part in its translation, or mark it as foreign where its language is another."""
        language, translations = self._translations(part)
        for name in prose_fields(type(part)):
            text = getattr(part, name)
            if text is None or name not in part.model_fields_set:
                continue
            if name in translations:
                changed[name] = translations[name]
                nodes[name] = node_at(node, ("translations", language, name))
            elif not same_language(original, language):
                changed[name] = ForeignText(text, original, record, (*loc, name))
        for name in type(part).also_translated:
            if getattr(part, name) is not None and name in translations:
                changed[name] = translations[name]
                nodes[name] = node_at(node, ("translations", language, name))

    def _translations(self, part: Part) -> tuple[str, dict[str, str]]:
        tags = [self.language, *(tag for tag in part.translations if same_language(tag, self.language))]
        tag = next((tag for tag in tags if tag in part.translations), self.language)
        return tag, part.translations.get(tag, {})


def _with(node: Node, nodes: dict[str, Node]) -> Node:
    if not isinstance(node, MappingNode):
        return node
    entries = tuple(Entry(entry.key, nodes.get(entry.key.text, entry.value)) for entry in node.entries)
    return MappingNode(entries, node.span, node.blanks)


def odd_translations(part: Part, node: Node, record: str, unread: frozenset[str] = frozenset()) -> Iterator[Diagnostic]:
    """Find translations of what is no text, and of a text that is not there; not of one of its `unread` fields."""
    if _has_translations(part):
        yield from _odd_translations(part, node, record, unread)


def _has_translations(part: Part) -> bool:
    """Tell whether anything in a part is translated; most records of most cases hold nothing that is."""
    if part.translations:
        return True
    return any(_has_translations(inner) for _, inner in parts_held(part))


def _odd_translations(part: Part, node: Node, record: str, unread: frozenset[str]) -> Iterator[Diagnostic]:
    fields = (*prose_fields(type(part)), *type(part).also_translated)
    texts = tuple(name for name in fields if getattr(part, name) is not None)
    for language, translated in part.translations.items():
        for name in (name for name in translated if name not in texts and name not in unread):
            yield Diagnostic(
                "REC108", "nothing-to-translate", Severity.WARNING,
                f"there is no text {say.field(name)} here that a translation could stand for",
                key_span(node_at(node, ("translations", language)), name),
                f"take it out, or name a text that stands here: {', '.join(say.field(text) for text in texts)}" if texts
                else "take it out: nothing here is translated", record=record,
            )  # fmt: skip
    for name in part_fields(type(part)):
        below = node_at(node, (name,)) if isinstance(node, MappingNode) else node
        for inner, place in _parts_in(getattr(part, name), below):
            yield from _odd_translations(inner, place, record, frozenset())


def _parts_in(value: Any, node: Node) -> Iterator[tuple[Part, Node]]:
    """Give the parts that a field holds, each with its node; one entry may stand without its list."""
    values = value if isinstance(value, tuple) else (value,)
    items = node.items if isinstance(node, SequenceNode) and len(node.items) == len(values) else (node,) * len(values)
    yield from ((item, place) for item, place in zip(values, items, strict=True) if isinstance(item, Part))

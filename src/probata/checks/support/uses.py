"""Whether anything in a case leads to a record: a citation, a reference, or a text that has its words or its name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Any

from probata.checks.prose.quotations import words_of
from probata.checks.prose.texts import markdown_texts
from probata.graph.case_graph import CaseGraph
from probata.graph.resolve import REFERENCES, cited_keys
from probata.model.dataset import Dataset
from probata.model.event import Event
from probata.model.exhibit import Exhibit
from probata.model.parts import is_part
from probata.model.quotation import Quotation
from probata.model.source_record import Source

_COMPARED = 6
"""Words of a quotation by which a text that has it is known; a text may leave out the rest."""


class Uses:
    """What the records and texts of a case lead to."""

    def __init__(self, graph: CaseGraph) -> None:
        """Gather the citations, the references and the words of a case."""
        self._graph = graph
        self._cited = set(_cited(graph))
        self._named: dict[str, set[str]] = {}
        for kind, value in _referred(graph):
            self._named.setdefault(kind, set()).add(value)

    @cached_property
    def _texts(self) -> tuple[tuple[str, ...], ...]:
        """The words of each text."""
        return tuple(words_of(text.value) for text in markdown_texts(self._graph))

    @cached_property
    def _words(self) -> str:
        """The words of all texts."""
        return f" {' '.join(word for words in self._texts for word in words)} "

    @cached_property
    def _runs(self) -> set[tuple[str, ...]]:
        """The words of all texts from each of them on."""
        return {words[at : at + _COMPARED] for words in self._texts for at in range(len(words))}

    def of_source(self, source: Source) -> bool:
        """Tell whether anything but the source itself cites it, or an exhibit reproduces it."""
        return source.id in self._cited or source.id in self._named.get("sources", ())

    def of_quotation(self, quotation: Quotation) -> bool:
        """Tell whether a record relies on it, it is a version of another, or a text has some of its words."""
        if quotation.version_of or quotation.id in self._named.get("quotations", ()):
            return True
        words = words_of(quotation.text)
        if len(words) < _COMPARED:
            return self._has(words)
        return any(words[at : at + _COMPARED] in self._runs for at in range(len(words) - _COMPARED + 1))

    def of_event(self, event: Event) -> bool:
        """Tell whether a record names it, a text has its name, or it is background alone."""
        if event.context_only or event.id in self._named.get("events", ()):
            return True
        return any(self._has(words_of(name)) for name in (event.title, *event.other_names))

    def of_exhibit(self, exhibit: Exhibit) -> bool:
        """Tell whether a statement produces it; true where the case has none."""
        return not self._graph.statements or exhibit.id in self._named.get("exhibits", ())

    def of_dataset(self, dataset: Dataset) -> bool:
        """Tell whether a figure or an allegation takes it; true where the case has no figures."""
        return not self._graph.figures or dataset.id in self._named.get("datasets", ())

    def _has(self, words: tuple[str, ...]) -> bool:
        return bool(words) and f" {' '.join(words)} " in self._words


def _cited(graph: CaseGraph) -> Iterator[str]:
    yield from (key for _, key in cited_keys(graph.case))
    for kind, record in graph.each():
        yield from (key for _, key in cited_keys(record) if (kind, record.id) != ("sources", key))
    for table in graph.tables.values():
        yield from re.findall(r"[\w.:-]*\w", " ".join(cell for row in table.rows for cell in row))


def _referred(graph: CaseGraph) -> Iterator[tuple[str, str]]:
    """Give the kind and the id of each record that another names."""
    for kind, record in graph.each():
        for path, targets in REFERENCES.get(kind, {}).items():
            for value in _at(record, path.split(".")):
                yield from ((target, value) for target in targets)


def _at(value: Any, path: list[str]) -> Iterator[str]:
    if isinstance(value, tuple):
        for item in value:
            yield from _at(item, path)
    elif isinstance(value, str):
        if not path:
            yield value
    elif value is not None and path and is_part(value):
        yield from _at(getattr(value, path[0]), path[1:])

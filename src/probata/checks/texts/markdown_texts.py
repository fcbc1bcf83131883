"""The Markdown texts of a case, wherever in a record they stand."""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check_input import Loc
from probata.diagnostics.value import value
from probata.graph.case_graph import CaseGraph
from probata.model.citation import Citations
from probata.model.parts import fields_towards_markdown, is_own, parts_at
from probata.model.record import Part, markdown_fields


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
    yield from graph.once("Markdown texts", lambda: tuple(_texts_of(graph)))


def _texts_of(graph: CaseGraph) -> Iterator[MarkdownText]:
    for loc, text in _texts(graph.case, ()):
        yield MarkdownText("case", graph.name, loc, text)
    for kind, record in graph.each():
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

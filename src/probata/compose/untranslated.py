"""What a document prints in another language than its own, as findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from probata.citation import Library
from probata.compose.law_names import RECORD as LAW
from probata.compose.phrases import RECORD as WORDS
from probata.diagnostics import Diagnostic, Severity, say
from probata.document.blocks import Blocks
from probata.document.foreign import ForeignText
from probata.document.inlines import Cite
from probata.document.walk import inlines_in_order
from probata.graph.case_graph import CaseGraph
from probata.model.authority import Authority
from probata.model.narrative import Narrative
from probata.model.record import Record, prose_fields
from probata.model.source_record import Source

_HOW = say.either(
    "add `translations` beside the text",
    "add a column with the language in brackets behind its heading, such as `Title (fr)`",
)
_OUTSIDE = {WORDS: "the words of the forum", LAW: "the names of law that the program has"}


def in_citations(blocks: Blocks, library: Library, graph: CaseGraph) -> tuple[ForeignText, ...]:
    """Return the foreign texts of cited works, which a citation style prints and no longer tells apart."""
    cited = dict.fromkeys(
        item.key for inline in inlines_in_order(blocks) if isinstance(inline, Cite) for item in inline.items
    )
    for key in list(cited):
        cited.update(dict.fromkeys(item.key for item in library.cited_in.get(key, ())))
    works: Iterator[Record | None] = (
        graph.find("sources", Source, key) or graph.find("authorities", Authority, key) for key in cited
    )
    texts = (getattr(work, name) for work in works if work for name in _PRINTED.get(type(work), ()))
    return tuple(text for text in texts if isinstance(text, ForeignText))


def on_pages(*lines: str | None) -> tuple[ForeignText, ...]:
    """Return the foreign ones of the lines that stand on every page or in the properties of a file, not in its text."""
    return tuple(line for line in lines if isinstance(line, ForeignText))


_PRINTED: Mapping[type[Record], tuple[str, ...]] = {Source: prose_fields(Source), Authority: ("name", "citation")}


def findings(texts: Iterable[ForeignText], language: str, graph: CaseGraph, filing: str) -> Iterator[Diagnostic]:
    """Give one should-fix finding for each record with texts that are not in the language of the document."""
    by_record: dict[str, list[ForeignText]] = {}
    for text in texts:
        by_record.setdefault(text.record, []).append(text)
    for record, found in by_record.items():
        names = ", ".join(dict.fromkeys(f"`{_field(text)}`" for text in found))
        if record in _OUTSIDE:
            index = next((n for n, known in enumerate(graph.case.filings) if known.id == filing), 0)
            span = graph.span("case", graph.name, "filings", index, "language")
            message = f"{_OUTSIDE[record]} have nothing in `{language}` for {names}"
            help = f"add it to the forum's `words/{language}.yaml`" if record == WORDS else "check these names by hand"
        else:
            kind, _, key = record.partition("/")
            span = graph.span(kind, key, *found[0].loc)
            message = f"{names} of `{record}` {'is' if len(found) == 1 else 'are'} not in `{language}`"
            help = f"{_HOW}, or a section in that language with the same place and order"
        yield Diagnostic("LNG101", "text-not-translated", Severity.WARNING, message, span, help, record=record)


def left_behind(sections: Iterable[Narrative], language: str, graph: CaseGraph) -> Iterator[Diagnostic]:
    """Say of sections that fewer sections in the language of the document stand in their place."""
    for section in dict.fromkeys(sections):
        yield Diagnostic(
            "LNG102", "section-left-behind", Severity.WARNING,
            f"the section `{section.id}` has no match in `{language}` and is not printed: fewer sections in that "
            "language have its place and order",
            graph.span("narrative", section.id), "give each section its own `order`, and its translation the same",
            record=f"narrative/{section.id}",
        )  # fmt: skip


def _field(text: ForeignText) -> str:
    return ".".join(map(str, text.loc))

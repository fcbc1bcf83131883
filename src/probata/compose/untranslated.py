"""What a document prints in another language than its own: for the first page of a draft, and as findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from probata.citation import Library
from probata.compose.law_names import RECORD as LAW
from probata.compose.phrases import RECORD as WORDS
from probata.diagnostics import Diagnostic, Severity
from probata.document.blocks import Block, Blocks, Box, ListBlock, Paragraph
from probata.document.foreign import ForeignText
from probata.document.inlines import Cite, Text
from probata.document.list_ids import UNTRANSLATED
from probata.document.walk import inlines_in_order
from probata.graph.case_graph import CaseGraph
from probata.messages import Wording
from probata.model.authority import Authority
from probata.model.narrative import Narrative
from probata.model.record import Record, prose_fields
from probata.model.source_record import Source

SHOWN = 3
"""Records of a kind whose fields are named; of more, only their number is given."""
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
            help = "add `translations` beside the text, or a section in that language with the same place and order"
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


def with_list(blocks: Blocks, texts: tuple[ForeignText, ...], wording: Wording) -> Blocks:
    """Put the list of untranslated texts where the template asks for it; without any, nothing stands there."""
    made: list[Block] = []
    for block in blocks:
        if not (isinstance(block, Paragraph) and block.id == UNTRANSLATED):
            made.append(block)
        elif texts:
            title = Paragraph((Text(wording.label("untranslated.title")),))
            items = tuple((Paragraph((Text(line),)),) for line in _lines(texts, wording))
            made.append(Box((title, ListBlock(items)), "gaps"))
    return tuple(made)


def _lines(texts: Iterable[ForeignText], wording: Wording) -> Iterator[str]:
    """Give one line for each kind of record: the fields, or their number where there are many records.

    Ids are not named: they are the team's, and may hold a name that the document may not.
    """
    by_kind: dict[str, dict[str, list[str]]] = {}
    for text in texts:
        kind, _, key = text.record.partition("/")
        key = key or str(text.loc[0])
        by_kind.setdefault(kind, {}).setdefault(key, []).append(_field(text))
    for kind, records in by_kind.items():
        named = wording.label(f"kind.{kind}")
        if len(records) > SHOWN:
            count = sum(len(fields) for fields in records.values())
            yield wording.label("untranslated.of_several", kind=named, texts=str(count), number=str(len(records)))
            continue
        fields = dict.fromkeys(field for found in records.values() for field in found)
        yield wording.label("untranslated.of_one", kind=named, fields=", ".join(fields))

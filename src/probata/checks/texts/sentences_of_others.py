"""The sentences of a case that are not ours: of statements, of quotations, and what is noted that a source shows."""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.texts.markdown_texts import MarkdownText, markdown_texts
from probata.checks.texts.sentences import LONGEST, Sentence, sentences_in
from probata.graph.case_graph import CaseGraph
from probata.model.language import same_language
from probata.model.statement import Statement

KINDS_OF_OTHERS = frozenset({"quotations", "sources", "statements"})
"""The kinds of records in which they stand."""


def sentences_of_others(graph: CaseGraph, language: str) -> Iterator[Sentence]:
    """Give the sentences in a language. Quotations and notes on sources are in that of the case.

    What is too long to be prose is passed over, and a quotation within is blank.
    """
    for text in (*_of_statements(graph, language), *_of_the_case(graph, language)):
        if len(text.value) < LONGEST:
            yield from sentences_in(text, language=language)


def _of_statements(graph: CaseGraph, language: str) -> Iterator[MarkdownText]:
    for text in markdown_texts(graph):
        made = graph.find("statements", Statement, text.record_id) if text.kind == "statements" else None
        if made and text.loc[0] == "paragraphs" and same_language(made.language, language):
            yield text


def _of_the_case(graph: CaseGraph, language: str) -> Iterator[MarkdownText]:
    if same_language(graph.case.language, language):
        for one in graph.quotations:
            cited = (one.quoted_in,) if one.quoted_in else ()
            yield MarkdownText("quotations", one.id, ("text",), one.text, language, cited)
        for source in graph.sources:
            if source.supports:
                yield MarkdownText("sources", source.id, ("supports",), source.supports, language)

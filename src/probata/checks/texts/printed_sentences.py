"""The sentences that documents print in our own words, in texts, plain lines of the records, and translations."""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.texts.printed_lines import printed_lines
from probata.checks.texts.sentences import LONGEST, Sentence, our_sentences, sentences_in
from probata.graph.case_graph import CaseGraph
from probata.model.language import same_language


def printed_sentences(graph: CaseGraph, language: str = "en") -> Iterator[Sentence]:
    """Give the sentences in a language: those of our texts, then those of the lines and of all translations."""
    yield from our_sentences(graph, language)
    yield from graph.once(f"printed lines in {language}", lambda: tuple(_of_lines(graph, language)))


def _of_lines(graph: CaseGraph, language: str) -> Iterator[Sentence]:
    for line in printed_lines(graph):
        if same_language(line.language, language) and len(line.value) < LONGEST:
            yield from sentences_in(line, language=language)

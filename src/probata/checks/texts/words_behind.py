"""Citations whose words behind the work are something by themselves, such as a word for a place without its number."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from probata.checks.texts.citations import PlacedCitation, citations_in
from probata.checks.texts.cited_places import cited_places
from probata.checks.texts.markdown_texts import markdown_texts
from probata.graph.case_graph import CaseGraph
from probata.model.citation import Citation

Read = Callable[[str, str], Citation | None]
"""From the key of a work and the words behind it to the citation that they are; `None` where they are another."""


def by_words_behind(graph: CaseGraph, read: Read) -> Iterator[PlacedCitation]:
    """Give what is read from the words behind works: from fields first, then from Markdown texts, once for a text."""
    for cited in citations_in(graph):
        if found := read_remark(cited.value, read):
            yield PlacedCitation(cited.kind, cited.record_id, cited.loc, found)
    for text in markdown_texts(graph):
        for key, words in dict.fromkeys(cited_places(text.value)):
            if found := read(key, words):
                yield PlacedCitation(text.kind, text.record_id, text.loc, found)


def read_remark(cited: Citation, read: Read) -> Citation | None:
    """Return what is read from the remark of a citation; nothing where it names a place beside it."""
    return None if cited.pinpoint else read(cited.source, cited.remark or "")

"""The words that a change puts into one document: they are ours, as those of the records are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from probata.checks.texts.markdown_texts import MarkdownText
from probata.graph.case_graph import CaseGraph
from probata.model.change import Change

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

"""Where changes that are kept in one document come into it: before its citations are written, and after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from probata.changes import NotMade, keep_in_entries, keep_in_notes, keep_in_text, without_lost_entries
from probata.citation import Library, load_words
from probata.compose.compose import Composed
from probata.compose.passes import passes_in
from probata.document.tree import Document
from probata.graph import CaseGraph
from probata.messages import Wording
from probata.model.case_file import Filing
from probata.model.change import Change


@dataclass(frozen=True, slots=True)
class KeptChanges:
    """The changes of one filing, in the order of their file."""

    all: tuple[Change, ...]
    takes_notes: bool

    @property
    def of_text(self) -> tuple[Change, ...]:
        """Those of lines of the document."""
        return tuple(change for change in self.all if change.note_of is None)

    @property
    def of_notes(self) -> tuple[Change, ...]:
        """Those of what notes say."""
        return tuple(change for change in self.all if change.note_of is not None)

    def before_citing(
        self, composed: Composed, library: Library, wording: Wording
    ) -> tuple[Composed, tuple[NotMade, ...]]:
        """Return what was composed with the changes of its text, numbered anew; and those that were not made."""
        document = composed.document
        if document is None:
            return composed, ()
        mark_after = load_words(document.meta.language).mark_after
        kept, not_made = keep_in_text(document, self.of_text, mark_after, self.takes_notes)
        if kept is document:
            return composed, not_made
        blocks = without_lost_entries(document.blocks, kept.blocks, library)
        for change in passes_in(wording, document.meta.parts):
            blocks = change(blocks)
        return replace(composed, document=replace(kept, blocks=blocks)), not_made

    def after_citing(self, document: Document, left: Sequence[NotMade]) -> tuple[Document, tuple[NotMade, ...]]:
        """Return the cited document with the changes of lists of works and of notes; and all that were not made.

        `left` are those that were not made before: whose words stand nowhere may be about an entry of such a list.
        """
        nowhere = {found.change for found in left if not found.places}
        document, not_listed = keep_in_entries(document, [one for one in self.of_text if one.id in nowhere])
        document, not_noted = keep_in_notes(document, self.of_notes)
        others = (found for found in left if found.places)
        not_made = {found.change: found for found in (*others, *not_listed, *not_noted)}
        return document, tuple(not_made[change.id] for change in self.all if change.id in not_made)


def kept_changes(graph: CaseGraph, filing: Filing) -> KeptChanges:
    """Return the changes that are kept in the document of a filing."""
    return KeptChanges(tuple(change for change in graph.changes if change.filing == filing.id), filing.footnotes)

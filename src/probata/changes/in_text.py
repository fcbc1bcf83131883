"""Changes of what the lines of a document say, all but its notes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from probata.changes.keeping import Keeping
from probata.changes.lines import lines_of
from probata.changes.outcome import NotMade
from probata.document.blocks import Paragraph, Table
from probata.document.lines import TreeLine
from probata.document.list_ids import EVIDENCE_SCHEDULE, MATRIX
from probata.document.printed import ENTRIES
from probata.document.tree import Document
from probata.model.change import Change


def keep_in_text(
    document: Document, changes: Sequence[Change], mark_after: str, takes_notes: bool
) -> tuple[Document, tuple[NotMade, ...]]:
    """Return a composed document with the changes of its text, before citations are written; and those not made.

    What citations print is compared as marks. Entries of lists of works are lines of `keep_in_entries`.
    """
    return _kept(document, changes, mark_after, takes_notes, lambda line: not _is_entry(line))


def keep_in_entries(document: Document, changes: Sequence[Change]) -> tuple[Document, tuple[NotMade, ...]]:
    """Return a cited document with the changes of its lists of works, and those that it does not have.

    Tables that cite in the text have words in place of marks now, and are looked through again.
    """
    return _kept(document, changes, "", False, lambda line: _is_entry(line) or _may_cite_in_text(line))


def _kept(
    document: Document,
    changes: Sequence[Change],
    mark_after: str,
    takes_notes: bool,
    wanted: Callable[[TreeLine], bool],
) -> tuple[Document, tuple[NotMade, ...]]:
    if not changes:
        return document, ()
    lines = lines_of(document.blocks, document.meta, mark_after, wanted)
    keeping = Keeping(list(lines), takes_notes)
    not_made = tuple(found for change in changes if (found := keeping.make(change)))
    blocks = keeping.rebuilt(document.blocks)
    return (document if blocks is document.blocks else replace(document, blocks=blocks)), not_made


def _is_entry(line: TreeLine) -> bool:
    return isinstance(line.block, Paragraph) and line.block.role in ENTRIES


def _may_cite_in_text(line: TreeLine) -> bool:
    return any(isinstance(one, Table) and one.id in (EVIDENCE_SCHEDULE, MATRIX) for one in line.around)

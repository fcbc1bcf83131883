"""The one door to the records of a case for whoever changes them: which files there shall be, all or none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from probata.edits.case_files import CaseFiles
from probata.edits.change import Change, NewWords
from probata.edits.text_form import changed_texts
from probata.edits.workbook_form import changed_workbook
from probata.graph.case_graph import CaseGraph
from probata.source.replaced import Replaced


def changed_files(graph: CaseGraph, changes: Sequence[Change]) -> list[Replaced]:
    """Return the files of a case that change, each whole, for `output/together.py` to write; nothing is written here.

    Any number of changes of any records, in text files or in the workbook that the case is. A file in which nothing
    changes is left out. Raises `CannotChangeError`, with a finding, where one change cannot be made: a record or text
    is not there, a file was changed since it was read, is written so that it cannot be changed safely, or would have
    a fault of form that it has not, such as a date that is none or a field missing that must be there.
    """
    files = CaseFiles.of(graph)
    form = changed_workbook if files.is_workbook else changed_texts
    return form(graph, files, _by_text(changes)) if changes else []


def _by_text(changes: Sequence[Change]) -> list[Change]:
    """Put edits of one text together, since all count the characters of the text as it was."""
    found: dict[object, Change] = {}
    for change in changes:
        if isinstance(change, NewWords):
            text = (change.kind, change.record, change.loc)
            before = found.get(text)
            edits = before.edits if isinstance(before, NewWords) else ()
            found[text] = replace(change, edits=(*edits, *change.edits))
        else:
            found[len(found)] = change
    return list(found.values())

"""A change of a field as old and new text with the edits that lead from one to the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from probata.diagnostics import Diagnostic, Span
from probata.edits.change import FieldChange, NewValue, NewWords
from probata.graph.case_graph import CaseGraph
from probata.model.schema import CASE
from probata.model.typed_dates import as_recorded
from probata.source.cannot_change import CannotChangeError
from probata.source.edit_lines import as_read
from probata.source.node import Mapping, Node, Scalar, node_exactly_at
from probata.source.text_change import Edit, edited
from probata.source.text_file import ILLEGAL, fault, unprintable
from probata.workbook.shape import shape_of

_WORDS = re.compile(r"\n+|[^\S\n]+|\w+|[^\w\s]")
_MOST_WORDS = 20_000
"""Of longer texts only beginning and end are compared: finding what is equal in between takes the square of them."""


@dataclass(frozen=True, slots=True)
class NewText:
    """What a field says and shall say."""

    record: Mapping
    field: Scalar | None
    """`None` where nothing stands there yet."""

    text: str
    """Empty where the field goes."""

    edits: tuple[Edit, ...]


def new_text(graph: CaseGraph, change: FieldChange) -> NewText:
    """Return what a change makes of its field. What is typed into a date is what a record has for it.

    Raises `CannotChangeError` where there is no such record, or no text at the path.
    """
    record = graph.case_node if change.kind == CASE else graph.nodes.get((change.kind, change.record))
    if record is None or not change.loc:
        raise CannotChangeError(_nothing_there(change, graph.case_node.span))
    field: Node | None = node_exactly_at(record, change.loc)
    if not (isinstance(field, Scalar) or (field is None and isinstance(change, NewValue))):
        raise CannotChangeError(_nothing_there(change, record.span))
    old = "" if field is None or field.is_null else field.text
    edits = _edits(change, old)
    try:
        new = edited(old, edits)
    except ValueError:
        raise CannotChangeError(_nothing_there(change, record.span)) from None
    if odd := ILLEGAL.search(new):
        raise CannotChangeError(unprintable(odd[0], record.span))
    if not new.strip():
        return NewText(record, field, "", (Edit(0, len(old), ""),))
    if new != old and shape_of(change.kind).at(tuple(key for key in change.loc if isinstance(key, str))).is_date:
        new = as_recorded(new)
        edits = (Edit(0, len(old), new),)
    return NewText(record, field, new, edits)


def _edits(change: FieldChange, old: str) -> tuple[Edit, ...]:
    if isinstance(change, NewWords):
        return tuple(Edit(one.start, one.end, as_read(one.words)) for one in change.edits)
    wanted = as_read(change.text) if isinstance(change, NewValue) else ""
    end = old[len(old.rstrip("\n")) :] if wanted and not wanted.endswith("\n") else ""
    return tuple(edits_between(old, f"{wanted}{end}"))


def edits_between(old: str, new: str) -> Iterator[Edit]:
    """Give the edits that lead from one text to another, by whole words, so that what is equal stays untouched."""
    ours, theirs = (_WORDS.findall(text) for text in (old, new))
    if len(ours) + len(theirs) > _MOST_WORDS:
        begin = next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
        left = min(len(old), len(new)) - begin
        behind = next((n for n in range(left) if old[-1 - n] != new[-1 - n]), left)
        yield Edit(begin, len(old) - behind, new[begin : len(new) - behind])
        return
    starts = [0]
    for word in ours:
        starts.append(starts[-1] + len(word))
    for tag, a, b, c, d in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if tag != "equal":
            yield Edit(starts[a], starts[b], "".join(theirs[c:d]))


def _nothing_there(change: FieldChange, span: Span) -> Diagnostic:
    field = ".".join(map(str, change.loc))
    return fault("SRC167", "no-text-to-change", f"`{change.kind}/{change.record}` has no text `{field}` to change",
                 span, "look at the record: it was changed since, or has another id")  # fmt: skip

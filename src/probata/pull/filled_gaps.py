"""What somebody wrote in the place of a gap, as the value of the field for which the gap stands."""

from __future__ import annotations

from collections.abc import Sequence

from probata.document.inlines import Gap
from probata.document.printed import PrintedLine
from probata.graph.case_graph import CaseGraph
from probata.model.parts import Loc
from probata.pull.change import Change
from probata.pull.fields import FieldText, is_markdown, place_of
from probata.pull.new_words import escaped
from probata.pull.stream import END_OF_LINE
from probata.pull.taken import Taken
from probata.source.node import Scalar
from probata.word.piece import MARK
from probata.workbook.shape import Shape, shape_of


def filled_gap(change: Change, lines: Sequence[PrintedLine], graph: CaseGraph, filing: str) -> Taken | None:
    """Return the field that was empty with the words that stand where its gap stood; `None` where it is no gap.

    Words that no field can be, such as those with a note, and a gap that was only reworded, are none either.
    """
    said = _in_place_of_gap(change, lines)
    if change.origin is None or not said or said.startswith("[") or MARK in said or END_OF_LINE in said:
        return None
    kind, id_, loc, node = place_of(change.origin, graph, filing)
    path = tuple(step for step in loc if isinstance(step, str))
    if node is None or not path:
        return None
    place = _with_entry(loc, shape_of(kind).at(path))
    text = FieldText(kind, id_, place, Scalar("", node.span), "text")
    value = escaped(said) if is_markdown(graph, kind, id_, place) else said
    return Taken(text, value=value, place=change.lines[0]) if place else None


def is_of_gap(change: Change, lines: Sequence[PrintedLine]) -> bool:
    """Tell whether a change is one of a gap, whatever that stands for."""
    return bool(_in_place_of_gap(change, lines))


def _in_place_of_gap(change: Change, lines: Sequence[PrintedLine]) -> str:
    """Return what stands where the gap of a line stood; nothing where more was changed, or no gap is there."""
    if len(change.lines) != 1 or change.note:
        return ""
    at = 0
    for one in lines[change.lines[0]].stretches:
        end = at + len(one.text)
        if isinstance(one.inline, Gap) and all(at <= edit.start and edit.end <= end for edit in change.edits):
            return change.after.text[at : len(change.after.text) - (len(change.base.text) - end)].strip()
        at = end
    return ""


def _with_entry(loc: Loc, shape: Shape) -> Loc:
    """Return where a text goes: into the field, or into the first entry of a list, and there into its first field."""
    if shape.items:
        return _with_entry((*loc, 0), shape.items)
    if shape.is_text:
        return loc
    first = next((name for name, one in shape.fields.items() if one.is_text), "")
    return (*loc, first) if first else ()

"""Whether a change can be taken into the records, and how."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from probata.document.inlines import Gap
from probata.document.origin import Origin
from probata.document.printed import PrintedLine
from probata.graph.case_graph import CaseGraph
from probata.model.parts import Loc
from probata.pull.change import Change
from probata.pull.cited import Cited, in_brackets, in_citation, in_fields
from probata.pull.dates import as_date
from probata.pull.edits import Edit as WordEdit
from probata.pull.fields import FieldText, is_markdown, place_of, texts_of
from probata.pull.find_changes import Made
from probata.pull.new_words import CannotWriteError, escaped
from probata.pull.owners import owners_of, passage_of
from probata.pull.sections import left_out_of_filing
from probata.pull.source_words import Laid, Printed, lay
from probata.pull.stream import END_OF_LINE, Stream, key_of, said_of, stream_of
from probata.pull.taken import Taken
from probata.pull.typed_signs import as_typed, prints_no_sign_more
from probata.pull.written_edits import written_edits
from probata.source.change_yaml import Edit, edited
from probata.source.node import Scalar, node_at
from probata.word.piece import MARK
from probata.workbook.shape import Shape, shape_of

# What somebody wrote in the place of a gap, as the value of the field for which the gap stands.


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


SURE: Final = 0.5
"""Share of the printed words that must be those of the field, so that new words between them belong to it."""

Fit = tuple[int, float]
"""How many words of print a text holds, and which share of its own words these are."""


@dataclass(frozen=True, slots=True)
class Taker:
    """Finds the written words of changes in one case and document."""

    graph: CaseGraph
    now: Made
    filing: str
    language: str

    def take(self, change: Change, notes: Mapping[str, str]) -> Taken | None:
        """Return the change of the record's text; `None` where it has no counterpart there, or more than one.

        `notes` are the texts of notes that came in, by the key of their mark.
        """
        if change.kind == "section":
            return left_out_of_filing(change, self.graph, self.filing)
        if change.note and change.owner == "citation":
            return in_citation(change, self._cited(change), change.lines[0]) if change.lines else None
        can_be = self._can_be(change)
        if can_be and (filled := filled_gap(change, self.now.lines, self.graph, self.filing)):
            return filled
        passage = self._passage(change) if can_be else None
        if passage is None or change.origin is None:
            return None
        texts = self.texts(change.origin)
        if date := as_date(change, texts, self.now.lines, self.language):
            return date
        best: Fit = (0, 0.0)
        surest: list[Taken] = []
        gone = passage.keys_in(change.edits)
        for text in sorted(texts, key=lambda one: len(one.scalar.text), reverse=True):
            if len(text.scalar.text) < best[0]:
                break  # it and all that follow have not as many words as that, be each one sign
            typed = as_typed(text.scalar.text)
            if not all(key in typed for key in gone):
                continue  # words that it does not have are not changed in it
            if (taken := _as_words(change, text, passage, notes)) and taken[0] >= best:
                surest = [*(surest if taken[0] == best else ()), taken[1]]
                best = taken[0]
        return surest[0] if len(surest) == 1 and best[0] else None

    def texts(self, origin: Origin) -> list[FieldText]:
        """Return the texts from which a field is printed; behind the time of a post, the day for which it is true."""
        found = texts_of(origin, self.graph, self.filing, self.language)
        if any(text.loc[-1] == "stated" for text in found):
            found += texts_of(Origin(origin.record, "as_of"), self.graph, self.filing, self.language)
        return found

    def _cited(self, change: Change) -> list[Cited]:
        """Return the citations from which a note is printed: those in the bracket of its mark, else those of fields."""
        if change.origin is None:
            return []
        kind, id_, loc, node = place_of(change.origin, self.graph, self.filing)
        if node is None:
            return []
        passage = self._passage(replace(change, note=""))
        at = _things(passage.stream).get(f"note {change.note}") if passage else None
        if passage and at is not None:
            for text in (one for one in self.texts(change.origin) if one.form in ("markdown", "verbatim")):
                if thing := lay(passage.printed, text.scalar.text, is_markdown=True).thing_range(at):
                    return list(in_brackets(text, *thing))
        return list(in_fields(node_at(node, loc), kind, id_, loc)) or list(in_fields(node, kind, id_, ()))

    def _can_be(self, change: Change) -> bool:
        """Tell whether a change may be one of a record's text: not where a look was taken away and nothing else."""
        is_look = all(_takes_look_away(change.base, edit) for edit in change.edits)
        if not change.is_compared or change.matter != "words" or is_look:
            return False
        is_of_record = change.owner == "record" and change.current is None and change.kind not in ("moved", "row")
        return is_of_record and (bool(change.note) or self._may_have_paragraphs(change))

    def _may_have_paragraphs(self, change: Change) -> bool:
        """Tell whether new paragraphs stay so: a text that is printed beside other words in its line has none.

        A paragraph that became a heading or an entry of a list is a new one too; in a cell there is none of them.
        """
        others = [edit for edit in change.edits if _has_other_forms(change.base, edit)]
        if not others and not any(END_OF_LINE in edit.new.text for edit in change.edits):
            return True
        if others and any(self.now.text.lines[place].cell for place in change.lines):
            return False
        lines = [self.now.lines[place].stretches for place in change.lines]
        said = [[one for one in stretches if one.text.strip() not in ("", MARK)] for stretches in lines]
        return all(one.origin == change.origin for line in said if line for one in (line[0], line[-1]))

    def _passage(self, change: Change) -> _Passage | None:
        """Return all that is printed of the field round the change; `None` where it is not known where that is."""
        if not change.lines or change.origin is None:
            return None
        if change.note:
            printed = Printed(change.base.text, lambda _: True)
            return _Passage(printed, change.base, 0, change.lines[0])
        lines, origin = self.now.lines, change.origin
        places = passage_of(origin, change.lines, lines)
        stream = stream_of(self.now.text.lines[n] for n in places)
        owners: list[object] = []
        for n in places:
            owners += [None] * (n > places[0]) + list(owners_of(lines[n].stretches, "template"))
        offset = sum(len(line.text) + 1 for line in lines[places[0] : change.lines[0]])
        return _Passage(Printed(stream.text, lambda place: owners[place] == origin), stream, offset, places[0])


@dataclass(frozen=True, slots=True)
class _Passage:
    printed: Printed
    stream: Stream
    offset: int
    """Where in it the changed lines begin."""

    line: int
    """Its first line."""

    def keys_in(self, edits: Sequence[WordEdit]) -> frozenset[str]:
        """Return by what the words are compared that stand where something was changed; things left out."""
        spans = [(edit.start + self.offset, edit.end + self.offset) for edit in edits]
        pairs = zip(self.printed.words, self.printed.keys, strict=True)
        return frozenset(
            key for word, key in pairs if key != MARK and any(a <= word.start and word.end <= b for a, b in spans)
        )


def _takes_look_away(base: Stream, edit: WordEdit) -> bool:
    held = base.part(edit.start, edit.end)
    is_same = (held.text, held.forms, held.links) == (edit.new.text, edit.new.forms, edit.new.links)
    return is_same and not edit.new.looks.strip()


def _has_other_forms(base: Stream, edit: WordEdit) -> bool:
    """Tell whether lines are headings or entries of lists now that were not so, or the other way about."""
    return set(edit.new.forms) != set(base.part(edit.start, edit.end).forms)


def _as_words(change: Change, text: FieldText, passage: _Passage, notes: Mapping[str, str]) -> tuple[Fit, Taken] | None:
    """Return the change of one text, with how well that fits the print; `None` where the change is not in it."""
    if text.form in ("other", "date"):
        return None
    move = passage.offset
    laid = lay(passage.printed, text.scalar.text, text.form != "text", in_note=bool(change.note))
    edits = [replace(edit, start=edit.start + move, end=edit.end + move) for edit in change.edits]
    try:
        written = written_edits(laid, edits, passage.stream, notes, _things(passage.stream), text.form)
    except CannotWriteError:
        return None
    if _matched(laid) < passage.printed.own * SURE and not all(one.end > one.start for one in written):
        return None
    left = edited(text.scalar.text, [Edit(one.start, one.end, one.new) for one in written])
    held = [passage.stream.text[edit.start : edit.end] for edit in edits]
    if text.form == "markdown" and not prints_no_sign_more(text.scalar.text, left, held, edits):
        return None
    if text.is_required and not left.strip():
        return None
    without = said_of("".join(edit.new.looks for edit in edits))
    if text.form == "text" and any(edit.new.links for edit in edits):
        without.append("with a link")
    return (_matched(laid), _matched(laid) / max(laid.length, 1)), Taken(
        text, tuple(written), place=passage.line, without=tuple(without), covers=laid.covers
    )


def _things(stream: Stream) -> dict[str, int]:
    places = (n for n, char in enumerate(stream.text) if char == MARK)
    return {key_of(piece): place for piece, place in zip(stream.marks, places, strict=True)}


def _matched(laid: Laid) -> int:
    return sum(1 for place in laid.places if place)

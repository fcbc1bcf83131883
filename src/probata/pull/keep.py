"""A change as a record of what is kept in one document only; see `model/change.py`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from probata.document.anchors import GAP_COUNT
from probata.document.origin import Origin
from probata.document.printed import PrintedLine
from probata.pull.change import Change
from probata.pull.find_changes import Made
from probata.pull.stream import END_OF_LINE, Stream, key_of
from probata.word.piece import MARK

# Which of several places of a document with the same words a change is in.


def occurrence(lines: Sequence[PrintedLine], places: Sequence[int], of: Origin | None) -> int | None:
    """Return its number, from 1 in the order of the document; `None` where there is one place only.

    `places` are those of its lines, one behind the other. Entries of lists of works are counted by themselves, and with
    `of` only places of which a line comes from that field; see `model/change.py`.
    """
    if not places:
        return None
    texts = [line.text for line in lines]
    wanted = [texts[place] for place in places]
    is_entry = lines[places[0]].is_citation
    starts = [
        start
        for start in range(len(lines) - len(wanted) + 1)
        if texts[start] == wanted[0]
        and texts[start : start + len(wanted)] == wanted
        and lines[start].is_citation == is_entry
        and (of is None or any(line.origin == of for line in lines[start : start + len(wanted)]))
    ]
    return starts.index(places[0]) + 1 if len(starts) > 1 and places[0] in starts else None


PARAGRAPH: Final = "\n\n"
_TAKEN: Final = str.maketrans({"⟦": "[", "⟧": "]"})


def kept(change: Change, filing: str, notes: Mapping[str, str], now: Made) -> dict[str, Any] | None:
    """Return the fields of the record but id, author and date; `None` where nothing can be kept.

    `notes` are the texts of notes that came in, by the key of their mark, and `now` is the document as the
    records make it now. What cannot be kept in words: a change of the look alone, a row that was added to a table, a
    whole section, a line that counts the gaps, was moved or laid out otherwise, the head of pages, a picture or
    formula that came in, a heading or caption that was left out or parted, a caption without its number, a new note
    in a list of works, one note in two places.
    """
    lines = now.lines
    before, after = (change.base, change.after) if change.current is None else (change.current, change.edited)
    if change.kind in ("moved", "row", "section", "head", "layout") or not before.text or before.text == after.text:
        return None
    if change.matter == "thing":
        return None
    if change.owner == "several" and change.kind == "added":
        return None
    if _has_no_place(before, after, [lines[place] for place in change.lines], notes):
        return None
    numbers = {key_of(piece): number for number, piece in enumerate(before.marks, 1)}
    fields: dict[str, Any] = {"filing": filing}
    of = lines[change.lines[0]].origin if change.lines and not change.note else None
    if of:
        fields["of"] = f"{of.record}#{of.field}"
    fields["before"] = _written(before, numbers, {})
    if words := _written(after, numbers, notes):
        fields["after"] = words
    every, places = (*now.above, *lines, *now.below), [len(now.above) + place for place in change.lines]
    if not change.note and (place := occurrence(every, places, of)):
        fields["occurrence"] = str(place)
    if change.note:
        fields["note_of"] = change.note.removeprefix("_Note_")
    return fields


def _has_no_place(before: Stream, after: Stream, there: Sequence[PrintedLine], notes: Mapping[str, str]) -> bool:
    """Tell whether the lines that print it cannot say what stands after a change."""
    if any(line.anchor == GAP_COUNT for line in there):
        return True  # it is counted when all else is written
    is_of_one_line = not any(END_OF_LINE in stream.text for stream in (before, after)) and after.text
    loses_number = bool(_things(before, "field") - _things(after, "field"))
    if any(line.is_alone for line in there) and (not is_of_one_line or loses_number):
        return True
    if len({line.is_citation for line in there}) > 1:
        return True  # the lists are written when all else is
    if any(line.is_citation for line in there) and any(key_of(piece) in notes for piece in after.marks):
        return True
    return max(_things(after, "note").values(), default=0) > 1


def _things(stream: Stream, kind: str) -> Counter[str]:
    return Counter(key_of(piece) for piece in stream.marks if piece.kind == kind)


def together(changes: Sequence[Change]) -> list[Change]:
    """Return changes of the same lines as one: each line has one form that is kept."""
    by_lines: dict[object, list[Change]] = {}
    for change in changes:
        by_lines.setdefault((change.lines, change.places, change.note, change.base.text), []).append(change)
    return [
        replace(found[0], edits=tuple(sorted((e for one in found for e in one.edits), key=lambda e: e.start)))
        for found in by_lines.values()
    ]


def _written(stream: Stream, numbers: Mapping[str, int], notes: Mapping[str, str]) -> str:
    marks = iter(stream.marks)
    text = ""
    for char in stream.text:
        if char == MARK:
            piece = next(marks)
            key = key_of(piece)
            new = f"⟦note: {notes[key].translate(_TAKEN)}⟧" if key in notes else piece.text
            text += f"⟦{numbers[key]}⟧" if key in numbers else new
        else:
            text += PARAGRAPH if char == END_OF_LINE else char.translate(_TAKEN)
    return text.strip("\n")

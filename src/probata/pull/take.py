"""Whether a change can be taken into the records, and how."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from probata.document.origin import Origin
from probata.document.printed import PrintedLine
from probata.graph.case_graph import CaseGraph
from probata.pull.change import Change, applied
from probata.pull.fields import FieldText, texts_of
from probata.pull.find_changes import Made
from probata.pull.owners import owners_of
from probata.pull.source_words import Laid, Printed, lay
from probata.pull.stream import key_of, stream_of
from probata.pull.written_edits import CannotWriteError, Written, written_edits
from probata.word.pieces import MARK, Piece
from probata.workbook.said_dates import as_recorded


@dataclass(frozen=True, slots=True)
class Taken:
    """A change as a change of one text of one record."""

    text: FieldText
    edits: tuple[Written, ...] = ()
    """Places count in the text of the field."""

    value: str = ""
    """The whole as it is said, where the field is a date; there are no edits then."""


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
        if change.base.text == change.after.text and not any(edit.new.looks.strip() for edit in change.edits):
            return None
        if change.owner != "record" or change.origin is None or change.current is not None or change.kind == "moved":
            return None
        passage = self._passage(change)
        if passage is None:
            return None
        texts = texts_of(change.origin, self.graph, self.filing, self.language)
        if any(text.form == "date" for text in texts):
            return _as_date(change, texts, self.now.lines)
        printed, offset, known = passage
        edits = [replace(edit, start=edit.start + offset, end=edit.end + offset) for edit in change.edits]
        found: list[tuple[int, Taken]] = []
        for text in (text for text in texts if text.form != "other"):
            is_markdown = text.form == "markdown"
            laid = lay(printed, text.scalar.text, is_markdown, in_note=bool(change.note))
            try:
                written = written_edits(laid, edits, notes, known, is_markdown)
            except CannotWriteError:
                continue
            found.append((_matched(laid), Taken(text, tuple(written))))
        best = max((count for count, _ in found), default=0)
        surest = [taken for count, taken in found if count == best]
        return surest[0] if len(surest) == 1 and best else None

    def _passage(self, change: Change) -> tuple[Printed, int, dict[str, int]] | None:
        """Return all that is printed of the field round the change, where the change begins in it, and its things."""
        if not change.lines or change.origin is None:
            return None
        if change.note:
            return Printed(change.base.text, lambda _: True), 0, _things(change.base.text, change.base.marks)
        first, last = change.lines[0], change.lines[-1]
        lines = self.now.lines
        while first and _holds(lines[first - 1], change.origin):
            first -= 1
        while last + 1 < len(lines) and _holds(lines[last + 1], change.origin):
            last += 1
        stream = stream_of(self.now.text.lines[first : last + 1])
        owners = [
            owner
            for n in range(first, last + 1)
            for owner in ([None] if n > first else []) + list(owners_of(lines[n].stretches, "template"))
        ]
        offset = sum(len(line.text) + 1 for line in lines[first : change.lines[0]])
        origin = change.origin
        return (
            Printed(stream.text, lambda place: owners[place] == origin),
            offset,
            _things(stream.text, stream.marks),
        )


def _as_date(change: Change, texts: Sequence[FieldText], lines: Sequence[PrintedLine]) -> Taken | None:
    """Return a date that was written anew, as it is said; `None` where it is none, or printed with other words."""
    dates = [text for text in texts if text.form == "date"]
    said = "" if len(change.lines) != 1 else _said(change, lines[change.lines[0]])
    if len(dates) != 1 or not said or as_recorded(said) == said or change.base.text == change.after.text:
        return None
    return Taken(dates[0], value=said)


def _said(change: Change, line: PrintedLine) -> str:
    """Return what the words of the field say after the change; nothing where some of it is outside of them."""
    place = 0
    for stretch in line.stretches:
        start, end = place, place + len(stretch.text)
        place = end
        inside = [edit for edit in change.edits if start <= edit.start and edit.end <= end]
        if stretch.origin == change.origin and stretch.inline is None and len(inside) == len(change.edits):
            moved = tuple(replace(edit, start=edit.start - start, end=edit.end - start) for edit in inside)
            return applied(change.base.part(start, end), moved).text.strip()
    return ""


def _holds(line: PrintedLine, origin: Origin) -> bool:
    return any(stretch.origin == origin and stretch.text.strip() not in ("", MARK) for stretch in line.stretches)


def _things(text: str, marks: Sequence[Piece]) -> dict[str, int]:
    places = (n for n, char in enumerate(text) if char == MARK)
    return {key_of(piece): place for piece, place in zip(marks, places, strict=True)}


def _matched(laid: Laid) -> int:
    return sum(1 for place in laid.places if place)

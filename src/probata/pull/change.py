"""One thing that was changed in a document, and to whom it belongs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from probata.document.origin import Origin
from probata.pull.edits import Edit, Matter
from probata.pull.stream import Stream, joined

Kind = Literal["words", "added", "left-out", "note", "moved", "row", "section", "head", "layout"]
"""`section` where a heading went with all below it, `row` where a line went with its row of a table, `head` of what
stands at the head or foot of pages, `layout` where the words are the same and stand otherwise on the page."""

Owner = Literal["record", "template", "dataset", "citation", "several"]


@dataclass(frozen=True, slots=True)
class Change:
    """Changes of some neighbouring lines that belong to one owner."""

    kind: Kind
    under: str
    """The last heading above it."""

    base: Stream
    """The lines as they were made."""

    edited: Stream
    """The lines as they stand now; of lines that several own, with the changes of all of them."""

    edits: tuple[Edit, ...]
    """Changes of `base` that belong to the owner."""

    owner: Owner
    origin: Origin | None = None
    """The record and field, where it has one."""

    lines: tuple[int, ...] = ()
    """Places of the lines in the document as the records make it now."""

    current: Stream | None = None
    """What stands there now, where the records were changed too since the document was made."""

    places: tuple[int, ...] = ()
    """Places of the lines in the edited document; none where lines were left out."""

    is_compared: bool = True
    """False where so many lines differ that it is not known what became of these; see `compare.Cluster`."""

    note: str = ""
    """Key of the note, where it is one that was changed."""

    number: str = ""
    """The number that the paragraph shows in Word, of lines that were added, of that above; empty where it has none."""

    cells: tuple[int, ...] = ()
    """The cell of each line of `edited`, or of `base` where nothing stands in its place; 0 in running text."""

    came_under: str = ""
    """Of what was moved, the last heading above where it stands now."""

    layout: tuple[str, ...] = ()
    """What became of a line that is laid out otherwise, one sentence for each."""

    is_part: bool = False
    """Whether it has only some changes of its owner in these lines: those of one text; see `by_text`."""

    @property
    def matter(self) -> Matter:
        """What the changes are of; those of several matters are of words."""
        matters = {edit.matter for edit in self.edits}
        return matters.pop() if len(matters) == 1 else "words"

    @property
    def after(self) -> Stream:
        """The lines with the changes of this owner alone."""
        return applied(self.base, self.edits)


def applied(base: Stream, edits: tuple[Edit, ...]) -> Stream:
    """Return a stream with some of its changes made."""
    parts: list[Stream] = []
    end = 0
    for edit in edits:
        parts += (base.part(end, edit.start), edit.new)
        end = edit.end
    return joined([*parts, base.part(end, len(base.text))])

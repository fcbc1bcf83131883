"""Changes of what notes say: made when citations are written, since only then a note has its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from probata.changes.keeping import Keeping
from probata.changes.lines import Line, lines_of
from probata.changes.outcome import NotMade
from probata.document.blocks import Blocks
from probata.document.inlines import Inlines, Note
from probata.document.rebuild import map_blocks, map_children, same_or_new
from probata.document.tree import Document
from probata.document.walk import inlines_in_order
from probata.model.change import Change


@dataclass(slots=True)
class _Notes:
    """The notes of a document by their ids, as they stand after the changes made so far."""

    document: Document
    notes: dict[str, Note] = field(init=False)
    lines: dict[str, tuple[Line, ...]] = field(init=False)
    changed: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        found = (inline for inline in inlines_in_order(self.document.blocks) if isinstance(inline, Note))
        self.notes = {note.id: note for note in found}
        self.lines = {key: self._lines_of(note) for key, note in self.notes.items()}

    def make(self, change: Change) -> NotMade | None:
        """Make one change; of several notes with its words, that which it names is changed."""
        tried = {key: self._tried(key, change) for key in self.notes}
        fits = {key: one for key, one in tried.items() if not isinstance(one, NotMade) or one.places}
        if change.note_of in fits:
            fits = {change.note_of: fits[change.note_of]}
        if len(fits) != 1:
            return NotMade(change.id, len(fits))
        ((key, made),) = fits.items()
        if isinstance(made, NotMade):
            return made
        if not made:
            return NotMade(change.id, 1, "it leaves a note without words")
        self.notes[key] = replace(self.notes[key], blocks=made)
        self.lines[key] = self._lines_of(self.notes[key])
        self.changed.add(key)
        return None

    def _tried(self, key: str, change: Change) -> Blocks | NotMade:
        keeping = Keeping([*self.lines[key]], takes_notes=False)
        return keeping.make(change.model_copy(update={"of": None})) or keeping.rebuilt(self.notes[key].blocks)

    def _lines_of(self, note: Note) -> tuple[Line, ...]:
        return lines_of(note.blocks, self.document.meta, "", lambda _: True)

    def put_in(self, inlines: Inlines) -> Inlines:
        """Return a line with its notes as they stand now."""
        made = (
            self.notes[one.id] if isinstance(one, Note) and one.id in self.changed else map_children(one, self.put_in)
            for one in inlines
        )
        return same_or_new(inlines, tuple(made))


def keep_in_notes(document: Document, changes: Sequence[Change]) -> tuple[Document, tuple[NotMade, ...]]:
    """Return a cited document with the changes of its notes, and those that it does not have."""
    if not changes:
        return document, ()
    notes = _Notes(document)
    not_made = tuple(found for change in changes if (found := notes.make(change)))
    if not notes.changed:
        return document, not_made
    return replace(document, blocks=map_blocks(document.blocks, notes.put_in)), not_made

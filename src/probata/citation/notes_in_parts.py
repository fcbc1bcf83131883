"""How a note of another part is named, where numbers begin again in each part: by its number there and the part."""

from __future__ import annotations

from collections.abc import Mapping

from probata.citation.numbering import NumberedNote
from probata.citation.words import Words
from probata.document.inlines import Inlines, NoteRef, Text


def part_named(note: NumberedNote, words: Words) -> str:
    """Return `part A`, or `under ‘Facts’` where the heading has no number; nothing of a note above all headings."""
    if note.part:
        return f"{words.part} {note.part}"
    return words.pinpoints["heading"].fill(note.heading) if note.heading else ""


def references_from(
    section: int, notes: Mapping[str, NumberedNote], words: Words, seen: Mapping[str, str]
) -> Mapping[str, Inlines]:
    """Return how the text of a section refers to each note, by the name that the note has: `5`, or `5 (part A)`.

    A note of another section is left out where nothing names its part: its number alone would lead to the wrong note.
    One in another file is named as the file of the section calls that, by `seen`.
    """
    found = {name: _reference(section, note, words, seen) for name, note in notes.items()}
    return {name: reference for name, reference in found.items() if reference}


def _reference(section: int, note: NumberedNote, words: Words, seen: Mapping[str, str]) -> Inlines:
    number = NoteRef(note.note.id, note.note.number)
    if note.section == section:
        return (number,)
    if file := seen.get(note.file, ""):
        return (number, Text(f" {file}"))
    part = part_named(note, words)
    return (number, Text(f" ({part})")) if part and note.file in seen else ()

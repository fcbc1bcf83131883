"""The notes of a redline: what changed in each, and their part, in the order of the marks."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Final

from probata.redline.atoms import NoteMark, name_of_note
from probata.redline.merge_blocks import delete_container, insert_container, merge_containers
from probata.redline.story import Notes, Story
from probata.word.decimals import highest
from probata.word.elements import Element, w


@dataclass(frozen=True, slots=True)
class Kind:
    """Footnotes or endnotes."""

    name: str
    """Of the relationship: `footnotes`."""

    @property
    def element(self) -> str:
        """Name of the element that holds one note."""
        return w(self.name.removesuffix("s"))

    @property
    def mark(self) -> str:
        """Name of the element that marks a note in the text."""
        return f"{self.element}Reference"


KINDS: Final = (Kind("footnotes"), Kind("endnotes"))


def bodies(root: Element | None, kind: Kind) -> dict[str, Element]:
    """Return the notes of a part by `w:id`; separators are none."""
    if root is None:
        return {}
    found = (one for one in root.findall(kind.element) if one.get(w("type"), "normal") == "normal")
    return {one.get(w("id"), ""): one for one in found}


def rebuild(root: Element, marks: list[tuple[Element, Element | None]], kind: Kind) -> None:
    """Put the notes of the part into the order of their marks, with ids that rise.

    LibreOffice pairs sorted ids with marks in their order. Notes without a mark come last.
    """
    held = bodies(root, kind)
    for body in held.values():
        root.remove(body)
    first = 1 + highest([one.get(w("id"), "") for one in root.findall(kind.element)])
    met = [(mark, body) for mark, body in marks if body is not None]
    for number, (mark, body) in enumerate(met, first):
        mark.set(w("id"), str(number))
        body.set(w("id"), str(number))
        root.append(body)
    marked = {body for _, body in met}
    rest = [body for body in held.values() if body not in marked]
    for number, body in enumerate(rest, first + len(met)):
        body.set(w("id"), str(number))
        root.append(body)


def merged_notes(
    document: Element, notes: Notes, old: Mapping[str, Element], new: Mapping[str, Element], story: Story, kind: Kind
) -> list[tuple[Element, Element | None]]:
    """Return each mark of the merged document in order, with its note in which the changes are marked."""
    deleted = {mark: note for mark, note in notes.deleted if note[0] == kind.mark}
    found: list[tuple[Element, Element | None]] = []
    for mark in document.iter(kind.mark):
        gone = deleted.get(mark)
        if gone is not None:
            found.append((mark, _deleted(old.get(gone[1]), story)))
            continue
        note = name_of_note(mark)
        body = new.get(note[1])
        if body is not None:
            _mark(body, note, notes, old, story)
        found.append((mark, body))
    return found


def _mark(body: Element, note: NoteMark, notes: Notes, old: Mapping[str, Element], story: Story) -> None:
    if note in notes.inserted:
        insert_container(body, story)
    elif note in notes.pairs and (before := old.get(notes.pairs[note][1])) is not None:
        merge_containers(before, body, story)


def _deleted(note: Element | None, story: Story) -> Element | None:
    if note is None:
        return None
    copy = deepcopy(note)
    copy.tail = None
    delete_container(note, copy, story)
    return copy

"""Notes of two versions: which go together, and the notes part of the redline, in the order of its marks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Final

from probata.redline.align import Side, align
from probata.redline.atoms import NoteKeys, NoteMark, name_of_note
from probata.redline.containers import NOTHING, Said, likeness
from probata.redline.merge_blocks import delete_container, insert_container, merge_containers
from probata.redline.story import Notes, Story
from probata.word.decimals import highest
from probata.word.elements import Element, w

LEAST_ALIKE: Final = 0.3
"""Share of words that two notes without a name have in common, for one to be shown as the other changed."""

_NAME: Final = "_Note_"


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


Version = tuple[Element, Mapping[str, Element]]
"""The root of a document and its notes by `w:id`."""


def note_keys(old: Version, new: Version, story: Story, kind: Kind) -> tuple[NoteKeys, NoteKeys]:
    """Return what the notes of each version are called in both.

    First go together notes whose marks bear one bookmark, then those that say the same or nearly, in order.
    """
    before, after = list(_marked(old[0], kind)), list(_marked(new[0], kind))
    by_name = {name: note for note, name in after if name}
    found = [(note, by_name[name]) for note, name in before if name in by_name]
    rest_old = [note for note, name in before if name not in by_name]
    taken = {note for _, note in found}
    rest_new = [note for note, _ in after if note not in taken]
    said_old = [_said(old[1].get(note[1]), story, is_old=True) for note in rest_old]
    said_new = [_said(new[1].get(note[1]), story) for note in rest_new]
    entries = align(_side(said_old), _side(said_new), lambda i, j: _weight(said_old[i], said_new[j]))
    found += [(rest_old[i], rest_new[j]) for i, j in entries if i is not None and j is not None]
    keys_old = {note: f"old {note[1]}" for note, _ in before} | {one: f"{n}" for n, (one, _) in enumerate(found)}
    keys_new = {note: f"new {note[1]}" for note, _ in after} | {other: f"{n}" for n, (_, other) in enumerate(found)}
    return keys_old, keys_new


def _marked(root: Element, kind: Kind) -> Iterator[tuple[NoteMark, str]]:
    """Give each note in the order of its mark, with the name of the bookmark that begins before the mark."""
    name = ""
    for element in root.iter(w("bookmarkStart"), w("t"), kind.mark):
        if element.tag == kind.mark:
            yield name_of_note(element), name
        bookmark = element.get(w("name"), "") if element.tag == w("bookmarkStart") else ""
        name = bookmark if bookmark.startswith(_NAME) else ""


def _said(note: Element | None, story: Story, is_old: bool = False) -> Said:
    return NOTHING if note is None else story.said(note, is_old=is_old)


def _side(said: list[Said]) -> Side:
    return Side([one.key for one in said], [""] * len(said))


def _weight(old: Said, new: Said) -> float:
    share = likeness(old, new)
    return share if share >= LEAST_ALIKE else 0.0


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

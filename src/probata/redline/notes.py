"""The notes of a redline: what changed in each, and their part, in the order of the marks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Final

from docx.opc.part import Part

from probata.redline.align import Side, align
from probata.redline.atoms import NoteKeys, NoteMark, name_of_note
from probata.redline.containers import NOTHING, Said, likeness
from probata.redline.merge import delete_container, insert_container, merge_containers
from probata.redline.story import Notes, Story
from probata.redline.words import is_word, pieces
from probata.word import WordFile
from probata.word.elements import Element, P, copied, highest, make, serialise, w
from probata.word.opc import OFFICE, WORD


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
    copy = copied(note)
    delete_container(note, copy, story)
    return copy


LEAST_ALIKE: Final = 0.3
"""Share of words that two notes without a name have in common, for one to be shown as the other changed."""

WEIGHT_OF_NAME: Final = 0.2
"""Less than a word of a short sentence round a note weighs, more than one of a long paragraph."""

_NAME: Final = "_Note_"


Version = tuple[Element, Mapping[str, Element]]
"""The root of a document and its notes by `w:id`."""


def note_keys(old: Version, new: Version, story: Story, kind: Kind) -> tuple[NoteKeys, NoteKeys]:
    """Return what the notes of each version are called in both.

    Those go together that stand in the same words, say the same and whose marks bear one bookmark; between them, in
    order, those that are most alike in all three. A bookmark by itself is not enough: of notes that say the same it
    counts which one it is, and one that came in above has the name that another had. What is left goes by bookmarks.
    """
    before = list(_marked(old, kind, story, is_old=True))
    after = list(_marked(new, kind, story))
    entries = align(_side(before), _side(after), lambda i, j: _weight(before[i], after[j]))
    found = [(before[i], after[j]) for i, j in entries if i is not None and j is not None]
    gone = {before[i].name: before[i] for i, j in entries if i is not None and j is None and before[i].name}
    come = [after[j] for i, j in entries if i is None and j is not None]
    found += [(gone[one.name], one) for one in come if one.name in gone]
    keys_old = {one.note: f"old {one.note[1]}" for one in before}
    keys_new = {one.note: f"new {one.note[1]}" for one in after}
    for number, (one, other) in enumerate(found):
        keys_old[one.note] = keys_new[other.note] = str(number)
    return keys_old, keys_new


@dataclass(frozen=True, slots=True)
class _Marked:
    note: NoteMark
    name: str
    """Of the bookmark that begins before the mark; empty where none does."""
    said: Said
    around: Said
    """What the paragraph round the mark says."""


def _marked(version: Version, kind: Kind, story: Story, is_old: bool = False) -> Iterator[_Marked]:
    root, held = version
    name, around, paragraph = "", NOTHING, None
    for element in root.iter(w("bookmarkStart"), w("t"), kind.mark):
        if element.tag == kind.mark:
            holder = next(element.iterancestors(P), None)
            if holder is not paragraph:
                paragraph, around = holder, _said_around(holder)
            note = name_of_note(element)
            yield _Marked(note, name, _said(held.get(note[1]), story, is_old=is_old), around)
        bookmark = element.get(w("name"), "") if element.tag == w("bookmarkStart") else ""
        name = bookmark if bookmark.startswith(_NAME) else ""


def _said(note: Element | None, story: Story, is_old: bool = False) -> Said:
    return NOTHING if note is None else story.said(note, is_old=is_old)


def _said_around(paragraph: Element | None) -> Said:
    text = "" if paragraph is None else "".join(one.text or "" for one in paragraph.iter(w("t")))
    return Said(text, "", Counter(piece for piece in pieces(text) if is_word(piece)))


def _side(marked: list[_Marked]) -> Side:
    return Side([f"{one.name}\x1f{one.around.key}\x1f{one.said.key}" for one in marked], [""] * len(marked))


def _weight(old: _Marked, new: _Marked) -> float:
    """Weigh what two notes say, where they stand, and a little their names; 0 where they have no more than a place."""
    share, is_named = likeness(old.said, new.said), bool(old.name) and old.name == new.name
    if share < LEAST_ALIKE and not is_named:
        return 0.0
    return share + likeness(old.around, new.around) + is_named * WEIGHT_OF_NAME


# A notes part for a new version that has none, where the old one had notes that are to be shown as taken out.

_NORMAL: Final = "normal"


def give_notes_part(old: WordFile, new: WordFile, kind: str) -> None:
    """Add the part with the separators of the old one; nothing where it is there, or where the old one has none."""
    before = old.root_of(kind)
    if before is None or new.part(kind) is not None:
        return
    root = make(kind)
    root.extend(deepcopy(note) for note in before if note.get(w("type"), _NORMAL) != _NORMAL)
    name = new.package.next_partname(f"/word/{kind}%d.xml")
    new.main.relate_to(Part(name, f"{WORD}{kind}+xml", serialise(root), new.package), f"{OFFICE}{kind}")
    _declare(old.root_of("settings"), new.root_of("settings"), kind.removesuffix("s"))


def _declare(old: Element | None, new: Element | None, kind: str) -> None:
    """Let the settings name the separators as those of the old version do."""
    wanted = None if old is None else old.find(w(f"{kind}Pr"))
    if wanted is None or new is None or new.find(w(f"{kind}Pr")) is not None:
        return
    later = new.find(w("compat"))
    if later is None:
        return
    later.addprevious(deepcopy(wanted))

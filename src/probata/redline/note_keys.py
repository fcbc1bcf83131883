"""Which notes of two versions go together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from probata.redline.align import Side, align
from probata.redline.atoms import NoteKeys, NoteMark, name_of_note
from probata.redline.containers import NOTHING, Said, likeness
from probata.redline.notes import Kind
from probata.redline.story import Story
from probata.redline.words import is_word, pieces
from probata.word.elements import Element, P, w

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
    """A note where its mark stands."""

    note: NoteMark
    name: str
    """Of the bookmark that begins before the mark; empty where none does."""
    said: Said
    around: Said
    """What the paragraph round the mark says."""


def _marked(version: Version, kind: Kind, story: Story, is_old: bool = False) -> Iterator[_Marked]:
    """Give each note in the order of its mark."""
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

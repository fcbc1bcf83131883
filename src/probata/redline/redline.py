"""Two Word files to one in which every change from the first to the second is tracked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from probata.redline.accepted import accept_changes
from probata.redline.atoms import NoteKeys, NoteMark
from probata.redline.brought import Brought, bookmarks_to_bring
from probata.redline.brought_lists import BroughtLists
from probata.redline.brought_styles import BroughtStyles
from probata.redline.field_ends import spell_out
from probata.redline.left_as_is import tell_comments, tell_furniture, tell_page_breaks, without_template
from probata.redline.looks import Looks
from probata.redline.marking import Marker, number_revisions
from probata.redline.merge_blocks import merge_containers
from probata.redline.note_keys import note_keys
from probata.redline.notes import KINDS, Kind, bodies, merged_notes, rebuild
from probata.redline.notes_part import give_notes_part
from probata.redline.shared_names import SharedNames
from probata.redline.story import Notes, Remarks, Story, divider
from probata.redline.verify import verify
from probata.word import WordFile, open_word
from probata.word.decimals import highest
from probata.word.elements import Element, w
from probata.word.names import Names


@dataclass(frozen=True, slots=True)
class Redline:
    """A Word file with tracked changes, and what it could not show."""

    data: bytes
    remarks: tuple[str, ...] = ()
    """What is not marked, or was done before; each a sentence without its stop."""


def make_redline(old: bytes, new: bytes, author: str, date: str = "", names: tuple[Names, Names] = ({}, {})) -> Redline:
    """Return the new file with every change since the old one marked as inserted or deleted, by `author`.

    `date` is the moment that the marks bear, as `2026-03-01T00:00:00Z`; they bear none without. The same arguments
    give the same bytes. `names` are what the names in made files stand for, as far as it is known of both.

    Before it is returned it is read again by another way: with all changes rejected it must say what the old file
    says, with all accepted what the new one says, in the body, in tables and in notes. Tracked changes that a file
    has already are accepted first. Raises `WordFileError` for a file that cannot be read, `RedlineRefusedError` where
    the redline does not hold.
    """
    files, shared = (open_word(old), open_word(new)), SharedNames(*names)
    shared.give(*files)
    making = _Making(*files, Marker(author, date))
    making.merge()
    shared.take_back(making.new)
    data = making.new.to_bytes()
    verify(old, new, data)
    return Redline(data, making.remarks.told())


class _Making:
    """One redline while it is made: the new file is changed into it."""

    def __init__(self, old: WordFile, new: WordFile, marker: Marker) -> None:
        self.old, self.new, self.marker = old, new, marker
        self.remarks = Remarks()
        for file, name in ((old, "old"), (new, "new")):
            self._prepare(file, name)
        tell_comments(old, self.remarks)
        tell_furniture(old, new, self.remarks)
        tell_page_breaks(old, new, self.remarks)
        without_template(new, self.remarks)
        for kind in KINDS:
            give_notes_part(old, new, kind.name)
        self.looks = (Looks(old.root_of("styles")), Looks(new.root_of("styles")))
        self.styles = BroughtStyles(old.root_of("styles"), new.root_of("styles"))
        self.lists = BroughtLists(old.root_of("numbering"), new.root_of("numbering"))
        self.next_bookmark = 1 + _highest_bookmark(self._roots())

    def merge(self) -> None:
        """Merge the body, then the notes whose marks it has, and number what was marked."""
        kinds = [kind for kind in KINDS if self.new.part(kind.name)]
        of_notes = {kind: self._story(kind.name, Notes(), ({}, {})) for kind in kinds}
        keys = self._note_keys(of_notes)
        notes = Notes()
        merge_containers(self.old.body, self.new.body, self._story("", notes, keys))
        for kind, story in of_notes.items():
            root = self.new.root_of(kind.name)
            if root is not None:
                before, after = bodies(self.old.root_of(kind.name), kind), bodies(root, kind)
                rebuild(root, merged_notes(self.new.document, notes, before, after, story, kind), kind)
        number_revisions(self._roots())

    def _note_keys(self, of_notes: dict[Kind, Story]) -> tuple[NoteKeys, NoteKeys]:
        old: dict[NoteMark, str] = {}
        new: dict[NoteMark, str] = {}
        for kind, story in of_notes.items():
            before, after = (bodies(file.root_of(kind.name), kind) for file in (self.old, self.new))
            for known, found in zip(
                (old, new), note_keys((self.old.document, before), (self.new.document, after), story, kind), strict=True
            ):
                known.update(found)
        return old, new

    def _prepare(self, file: WordFile, name: str) -> None:
        parts = [file.main, *file.furniture(), *(part for kind in KINDS if (part := file.part(kind.name)))]
        accepted = sum(accept_changes(file.root(part)) for part in parts)
        if accepted:
            self.remarks.add(
                f"the {name} version had tracked changes of its own ({accepted}); they were accepted first"
            )
        for part in parts:
            spell_out(file.root(part))

    def _story(self, kind: str, notes: Notes, keys: tuple[NoteKeys, NoteKeys]) -> Story:
        old, new = (file.part(kind) if kind else file.main for file in (self.old, self.new))
        bookmarks = {} if old is None else self._bookmarks(self.old.root(old))
        brought = Brought(self.new.package, old, new, self.styles, self.lists, bookmarks, self.remarks.add)
        dividers = (divider(old, keys[0]), divider(new, keys[1]))
        return Story(self.marker, brought, *dividers, self.looks, notes, self.remarks)

    def _bookmarks(self, old: Element) -> dict[str, str]:
        found = bookmarks_to_bring(old, self._roots(), self.next_bookmark)
        self.next_bookmark += len(found)
        return found

    def _roots(self) -> list[Element]:
        found = (self.new.root_of(kind.name) for kind in KINDS)
        return [self.new.document, *(root for root in found if root is not None)]


def _highest_bookmark(roots: Iterable[Element]) -> int:
    ids = [one.get(w("id"), "") for root in roots for one in root.iter(w("bookmarkStart"))]
    return highest(ids)

"""Two Word files to one in which every change from the first to the second is tracked."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from docx.opc.part import Part

from probata.redline.atoms import NoteKeys, NoteMark
from probata.redline.brought import Brought, BroughtLists, BroughtStyles, bookmarks_to_bring
from probata.redline.divide import spell_out
from probata.redline.looks import Looks
from probata.redline.marking import Marker, number_revisions
from probata.redline.merge import merge_containers
from probata.redline.notes import KINDS, Kind, bodies, give_notes_part, merged_notes, note_keys, rebuild
from probata.redline.story import Notes, Remarks, Story, divider
from probata.redline.verify import verify
from probata.word import WordFile, open_word
from probata.word.elements import Element, P, highest, remove, w
from probata.word.forms import Forms
from probata.word.names import TAG, Names, rename, same_names
from probata.word.opc import OFFICE, related
from probata.word.piece import plain
from probata.word.pieces import pieces
from probata.word.reading import broken_before
from probata.word.standing import properties_of

# Tracked changes that a file has already, accepted: a redline of two versions shows none between others.

_TAKEN_OUT: Final = tuple(w(name) for name in ("del", "moveFrom"))
_UNWRAPPED: Final = tuple(w(name) for name in ("ins", "moveTo"))
_FORMER: Final = tuple(
    w(f"{name}Change") for name in ("rPr", "pPr", "sectPr", "tblPr", "tblGrid", "trPr", "tcPr", "tblPrEx", "numbering")
)
_RANGES: Final = tuple(
    w(f"{name}{end}")
    for name in ("moveFromRange", "moveToRange", "customXmlInsRange", "customXmlDelRange", "customXmlMoveFromRange",
                 "customXmlMoveToRange")
    for end in ("Start", "End")
)  # fmt: skip
_OF_MARKS: Final = {w("rPr"), w("trPr"), w("tcPr"), w("numPr")}
"""Where a change is a mark without content: of a paragraph's end, a row, a cell, a number."""


def accept_changes(root: Element) -> int:
    """Accept all tracked changes of a part in place and return how many there were."""
    number = sum(1 for _ in root.iter(*_TAKEN_OUT, *_UNWRAPPED, *_FORMER, w("cellIns"), w("cellDel"), w("cellMerge")))
    if not number:
        return 0
    _drop_rows_and_cells(root)
    looks = f"{w('pPr')}/{w('rPr')}"
    ends = [p for p in root.iter(P) if any(p.find(f"{looks}/{name}") is not None for name in _TAKEN_OUT)]
    for element in list(root.iter(*_TAKEN_OUT, *_UNWRAPPED)):
        _settle(element)
    for element in list(root.iter(*_FORMER, *_RANGES, w("cellIns"), w("cellMerge"))):
        remove(element)
    for paragraph in ends:
        _run_on(paragraph)
    return number


def _drop_rows_and_cells(root: Element) -> None:
    rows = [row for row in root.iter(w("tr")) if row.find(f"{w('trPr')}/{w('del')}") is not None]
    cells = [cell for cell in root.iter(w("tc")) if cell.find(f"{w('tcPr')}/{w('cellDel')}") is not None]
    for element in (*rows, *cells):
        remove(element)
    for row in [row for row in root.iter(w("tr")) if next(row.iter(w("tc")), None) is None]:
        remove(row)
    for table in [table for table in root.iter(w("tbl")) if next(table.iter(w("tr")), None) is None]:
        remove(table)


def _settle(element: Element) -> None:
    parent = element.getparent()
    if parent is None:
        return
    if element.tag in _UNWRAPPED and parent.tag not in _OF_MARKS:
        for child in list(element):
            element.addprevious(child)
    parent.remove(element)


def _run_on(paragraph: Element) -> None:
    following = paragraph.getnext()
    content = [child for child in paragraph if child.tag != w("pPr")]
    if following is None or following.tag != P:
        if not content and following is not None:
            remove(paragraph)
        return
    properties = following.find(w("pPr"))
    at = 0 if properties is None else 1
    for offset, child in enumerate(content):
        following.insert(at + offset, child)
    remove(paragraph)


# What a redline leaves as the new version has it, and says so.


def tell_furniture(old: WordFile, new: WordFile, remarks: Remarks) -> None:
    """Note headers and footers that say something else or have other pictures: the new ones stand."""
    for kind in ("header", "footer"):
        if _texts(old, kind) != _texts(new, kind):
            remarks.add(f"the {kind} says something else now; the new one is shown, without marks")
        if _pictures(old, kind) != _pictures(new, kind):
            remarks.add(f"the {kind} has other pictures now; the new ones are shown, without marks")


def tell_page_breaks(old: WordFile, new: WordFile, remarks: Remarks) -> None:
    """Note breaks of pages that came or went: those of the new version stand."""
    if _new_pages(old) != _new_pages(new):
        remarks.add("a break of a page came or went; those of the new version stand, without marks")


def tell_comments(old: WordFile, remarks: Remarks) -> None:
    """Note comments of the old version, which are not brought over."""
    root = old.root_of("comments")
    number = 0 if root is None else len(root.findall(w("comment")))
    if number:
        remarks.add(f"the comments of the old version ({number}) are not shown")


def without_template(new: WordFile, remarks: Remarks) -> None:
    """Take out the template that the new version fetches: it tells its owner who opened the redline."""
    part, root = new.part("settings"), new.root_of("settings")
    if part is None or root is None:
        return
    for element in root.findall(w("attachedTemplate")):
        root.remove(element)
        remarks.add("the new version was attached to a template outside; the redline is not")
    for id_, relationship in list(part.rels.items()):
        if relationship.reltype == f"{OFFICE}attachedTemplate":
            del part.rels[id_]


def _new_pages(file: WordFile) -> int:
    """Return how many paragraphs begin a page, by a break or a style: programs write the one for the other."""
    forms, broken = Forms(file), broken_before(file.body)
    return sum("new page" in forms.layout(properties_of(one), one in broken) for one in file.body.iter(P))


def _texts(file: WordFile, kind: str) -> frozenset[str]:
    """Return what the headers or footers say, each paragraph once.

    Programs write one header for all pages in several ways, for the first and even ones too, and the number that a page
    had when it was saved.
    """
    roots = (file.root(part) for part in _parts(file, kind))
    said = (plain(pieces(paragraph)) for root in roots for paragraph in root.iter(P))
    return frozenset(words for text in said if (words := " ".join(text.split())))


def _pictures(file: WordFile, kind: str) -> frozenset[str]:
    """Return the pictures in them by what they are made of, likewise."""
    images = (image for part in _parts(file, kind) for image in related(part, "image"))
    return frozenset(hashlib.sha256(image.blob).hexdigest() for image in images)


def _parts(file: WordFile, kind: str) -> list[Part]:
    return [part for part in file.furniture() if part in related(file.main, kind)]


# Names that two versions have in common while they are compared: in made files they count, each file for itself.


class SharedNames:
    """Gives both files the same names for the same things, and takes them back."""

    def __init__(self, old: Names, new: Names) -> None:
        """Take what the names of both versions stand for; nothing where that is not known of both."""
        self._known = (old, new) if old and new else None
        self._own = {shared: name for names in self._known or () for name, shared in _shared(names)}

    def give(self, old: WordFile, new: WordFile) -> None:
        """Name what comes from one record, and one note or target, alike; by its words where no more is known."""
        if self._known:
            for file, names in zip((old, new), self._known, strict=True):
                rename(file, dict(_shared(names)))
        else:
            rename(old, same_names(old, new))

    def take_back(self, file: WordFile) -> None:
        """Give the file its own names again: what they stand for goes to nobody."""
        rename(file, self._own)


def _shared(names: Names) -> Iterator[tuple[str, str]]:
    """Give each name and what it is called meanwhile; of a control its record, field and number."""
    for name, meaning in names.items():
        is_control = name.startswith(TAG)
        yield name, f"{meaning.rpartition(':')[0]}:{name.removeprefix(TAG)}" if is_control else meaning


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

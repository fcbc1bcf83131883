"""Two versions of a body, a cell or a note as one: paragraphs, tables and rows that came, went or changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from copy import deepcopy
from dataclasses import dataclass
from functools import partial
from typing import Final

from probata.redline.align import Entry, Side, align
from probata.redline.atoms import Atom, Atoms
from probata.redline.containers import Said, blocks, cells, columns, control_name, forget_numbers, likeness, rows
from probata.redline.marking import Change
from probata.redline.merged_text import LooksKept, MergedText
from probata.redline.story import Story
from probata.redline.words import Step, steps
from probata.word.elements import TABLE, Element, P, copied, drop, make, remove, value, w

# Where deleted blocks and rows go among the new ones: behind what stood before them, outside controls of others.


class Insertion:
    """Walks through a container; what is added goes behind what was passed last."""

    def __init__(self, container: Element, standing: Sequence[Element]) -> None:
        """Begin before the first of the blocks or rows that stand in the new version, in order."""
        self._container = container
        self._standing = standing
        self._passed = 0
        self._last: Element | None = None

    def pass_by(self, standing: Element) -> None:
        """Go behind the next one that stands there."""
        self._last = standing
        self._passed += 1

    def add(self, element: Element) -> None:
        """Put an element where the walk is."""
        following = self._standing[self._passed] if self._passed < len(self._standing) else None
        element.tail = None
        if self._last is not None:
            self._climbed(self._last, following).addnext(element)
        elif following is not None:
            self._climbed(following, None).addprevious(element)
        else:
            sections = self._container.findall(w("sectPr"))
            self._container.insert(self._container.index(sections[0]) if sections else len(self._container), element)
        self._last = element

    def _climbed(self, element: Element, following: Element | None) -> Element:
        """Return the outermost control round an element that does not hold the following one too."""
        above = element.getparent()
        while above is not None and above is not self._container:
            if following is not None and any(one is above for one in following.iterancestors()):
                break
            element, above = above, above.getparent()
        return element


LEAST_ALIKE: Final = 0.5
"""Share of words that two paragraphs have in common, for one to be shown as the other changed."""

LEAST_ALIKE_TABLES: Final = 0.3
"""For tables, whose rows are then paired by themselves."""


@dataclass(slots=True)
class Place:
    """A block of the merged text, as it is in one version or in both."""

    old: Element | None
    new: Element | None
    end: Change | None = None
    """What happens to the end of its paragraph."""

    looks: Element | None = None
    """The paragraph whose looks it takes: with the end of a deleted one another paragraph may end."""

    @property
    def block(self) -> Element:
        """The block in the new version, or else in the old one."""
        found = self.old if self.new is None else self.new
        if found is None:
            raise ValueError("a place is in one version at least")
        return found

    @property
    def is_paragraph(self) -> bool:
        """Tell paragraphs from tables."""
        return bool(self.block.tag == P)

    @property
    def is_both(self) -> bool:
        """Tell what is in both versions."""
        return self.old is not None and self.new is not None


def places_of(old: Sequence[Element], new: Sequence[Element], said: dict[Element, Said]) -> list[Place]:
    """Return the places of all blocks in the order of the merged text; `said` is what each block says."""

    def weight(i: int, j: int) -> float:
        if not _may_be_one(old[i], new[j]):
            return 0.0
        share = likeness(said[old[i]], said[new[j]])
        return share if share >= (LEAST_ALIKE_TABLES if old[i].tag == TABLE else LEAST_ALIKE) else 0.0

    entries = align(_side(old, said), _side(new, said), weight)
    places = _tables_together([_place(entry, old, new) for entry in entries])
    return _ended(places)


def _may_be_one(old: Element, new: Element) -> bool:
    """Tell whether two blocks can be versions of one: two paragraphs, or two tables with as many columns."""
    return bool(old.tag == new.tag) and (old.tag == P or columns(old) == columns(new))


def _side(blocks: Sequence[Element], said: dict[Element, Said]) -> Side:
    return Side([said[block].key for block in blocks], [said[block].name for block in blocks])


def _place(entry: Entry, old: Sequence[Element], new: Sequence[Element]) -> Place:
    i, j = entry
    place = Place(None if i is None else old[i], None if j is None else new[j])
    if place.is_paragraph and not place.is_both:
        place.end = "del" if j is None else "ins"
    return place


def _tables_together(places: Sequence[Place]) -> list[Place]:
    """Make one of a table that went and one that came in its place: Word takes two that touch for one."""
    found: list[Place] = []
    for place in places:
        before = found[-1] if found else place
        if not (before.is_both or place.is_both or before.is_paragraph or place.is_paragraph) and (
            (before.old is None) != (place.old is None) and _may_be_one(before.block, place.block)
        ):
            found[-1] = Place(*((before.old, place.new) if place.old is None else (place.old, before.new)))
        else:
            found.append(place)
    return found


def _ended(places: list[Place]) -> list[Place]:
    """Let the paragraph before a table, and the last one, end in both versions.

    The end of a body, a cell or a note cannot be taken out, and what stands before a table cannot run on into it.
    """
    behind = next((n for n in range(len(places), 0, -1) if not places[n - 1].is_paragraph), 0)
    if behind < len(places) and not any(place.is_both for place in places[behind:]):
        places = _last_together(places)
    start = 0
    for index, place in enumerate(places):
        if not place.is_paragraph:
            _give_ends(places[start:index])
            start = index + 1
    _give_ends(places[start:])
    return places


def _give_ends(paragraphs: Sequence[Place]) -> None:
    """Let each paragraph behind the last common one begin with the end that was its own.

    Of `A`, `A B` it is the end of `A` that came, and `B` has the one that both versions have.
    """
    common = next((n for n in range(len(paragraphs) - 1, -1, -1) if paragraphs[n].is_both), None)
    if common is None:
        return
    tail = paragraphs[common:]
    ends = [*(place.end for place in tail[1:]), None]
    for place, end in zip(tail, ends, strict=True):
        place.end = end
    if tail[0].end == "del":
        stays = next(place for place in tail[1:] if place.end != "del")
        if stays.new is None:
            stays.looks = tail[0].new


def _last_together(places: list[Place]) -> list[Place]:
    """Make one of the last paragraphs of the two versions, whatever they say."""
    last_old = next((n for n in range(len(places) - 1, -1, -1) if places[n].old is not None), None)
    last_new = next((n for n in range(len(places) - 1, -1, -1) if places[n].new is not None), None)
    if last_old is None or last_new is None:
        return _without_last_end(places)
    old, new = places[last_old], places[last_new]
    if not (old.is_paragraph and new.is_paragraph):
        return _without_last_end(places)
    places[last_old] = Place(None, old.new, "ins")
    places[last_new] = Place(new.old if last_new != last_old else None, None, "del")
    kept = [place for place in places if place.old is not None or place.new is not None]
    return [*kept, Place(old.old, new.new)]


def _without_last_end(places: list[Place]) -> list[Place]:
    places[-1].end = None
    return places


# Two versions of a paragraph as one with its changes marked; and paragraphs that came or went.


def merge_paragraph(old: Element, new: Element, story: Story) -> None:
    """Mark in the new paragraph what changed since the old one; it keeps its own looks."""
    before, after = story.of_old(old), story.of_new(new)
    _tell_style(old, new, story)
    looks = LooksKept(new, story)
    if before.key == after.key and not _has_bookmarks(before, story) and looks.stay(before.pieces, after.pieces):
        for one, other in zip(before.pieces, after.pieces, strict=True):
            _pair_notes(one, other, story)
        return
    changes = steps(before.pieces, after.pieces)
    text = MergedText(_emptied(new), story, _staying(before, after, changes), looks)
    for step in changes:
        if step.kept:
            for one, other in zip(step.old, step.new, strict=True):
                _pair_notes(one, other, story)
                text.keep(one, other)
        else:
            for atom in step.old:
                text.delete(atom)
            for atom in step.new:
                text.insert(atom)
    text.end(before.after, after.after)


def insert_paragraph(new: Element, story: Story) -> None:
    """Mark all that a new paragraph says as inserted; its end is the caller's to mark."""
    atoms = story.of_new(new)
    text = MergedText(_emptied(new), story)
    for atom in atoms.pieces:
        text.insert(atom)
    text.end((), atoms.after)


def deleted_paragraph(old: Element, story: Story) -> Element:
    """Return a paragraph for the new version that says what the old one said, all of it marked as deleted."""
    atoms = story.of_old(old)
    made = deepcopy(old)
    _emptied(made)
    _strip_properties(made, story)
    text = MergedText(made, story)
    for atom in atoms.pieces:
        text.delete(atom)
    text.end(atoms.after, ())
    return made


def _staying(before: Atoms, after: Atoms, changes: Sequence[Step]) -> dict[Element, Element]:
    """Return the old links and controls that live on, and as which new ones.

    Those round a piece that is kept do, and a control that is that of the same record and field.
    """
    named: dict[str, Element] = {}
    for piece in after.pieces:
        named |= {name: control for control in piece.inside if (name := control_name(control))}
    stays = {
        control: named[name]
        for piece in before.pieces for control in piece.inside if (name := control_name(control)) in named
    }  # fmt: skip
    for step in changes:
        for old, new in zip(step.old, step.new, strict=False) if step.kept else ():
            stays.update(zip(old.inside, new.inside, strict=False))
    return stays


def _emptied(paragraph: Element) -> Element:
    for child in list(paragraph):
        if child.tag != w("pPr"):
            paragraph.remove(child)
    return paragraph


def _strip_properties(paragraph: Element, story: Story) -> None:
    properties = paragraph.find(w("pPr"))
    if properties is None:
        return
    for section in properties.findall(w("sectPr")):
        properties.remove(section)
        story.remarks.add("a section of the old version ended where none ends now; its page setup is not shown")
    if story.brought.admit(properties) is None:
        paragraph.remove(properties)


def _pair_notes(old: Atom, new: Atom, story: Story) -> None:
    story.notes.pairs.update(zip(new.notes, old.notes, strict=False))


def _has_bookmarks(atoms: Atoms, story: Story) -> bool:
    if not story.brought.bookmarks:
        return False
    held: Iterable[Element] = (*(mark for atom in atoms.pieces for mark in atom.marks), *atoms.after)
    return any(mark.get(w("id"), "") in story.brought.bookmarks for mark in held if "bookmark" in str(mark.tag))


def _tell_style(old: Element, new: Element, story: Story) -> None:
    """Note a paragraph whose style changed: the new one stands, and no mark says so."""
    if _style(old, story) != _style(new, story, is_new=True):
        story.remarks.add("a paragraph has another style now; the new one is shown, without a mark")


def _style(paragraph: Element, story: Story, is_new: bool = False) -> str:
    id_ = value(paragraph, "w:pPr/w:pStyle")
    return id_ if is_new or not id_ else story.brought.styles.id_of(id_, "paragraph")


LEAST_ALIKE_ROWS: Final = 0.25
"""Share of words that two rows have in common; the numbers of a row often change all together."""


@dataclass(frozen=True, slots=True)
class OfCells:
    """How the content of cells is merged, inserted and deleted; given from above, since cells hold tables again."""

    merge: Callable[[Element, Element, Story], None]
    insert: Callable[[Element, Story], None]
    delete: Callable[[Element, Element, Story], None]


def merge_tables(old: Element, new: Element, story: Story, of_cells: OfCells) -> None:
    """Mark in the new table what changed since the old one; rows with another number of cells are others."""
    before, after = rows(old), rows(new)
    said_old, said_new = _said(before, story, is_old=True), _said(after, story)

    def weight(i: int, j: int) -> float:
        if len(cells(before[i])) != len(cells(after[j])):
            return 0.0
        share = likeness(said_old[i], said_new[j])
        return share if share >= LEAST_ALIKE_ROWS else 0.0

    entries = align(_side_of_rows(said_old), _side_of_rows(said_new), weight)
    insertion = Insertion(new, after)
    for i, j in entries:
        if j is None:
            insertion.add(_deleted_row(before[i or 0], story, of_cells))
            continue
        if i is None:
            _insert_row(after[j], story, of_cells)
        else:
            for one, other in zip(cells(before[i]), cells(after[j]), strict=True):
                of_cells.merge(one, other, story)
        insertion.pass_by(after[j])


def insert_table(new: Element, story: Story, of_cells: OfCells) -> None:
    """Mark every row of a table as inserted."""
    for row in rows(new):
        _insert_row(row, story, of_cells)


def deleted_table(old: Element, story: Story, of_cells: OfCells) -> Element:
    """Return the table for the new version with every row marked as deleted."""
    made = make("tbl")
    for name in ("tblPr", "tblGrid"):
        found = old.find(w(name))
        copy = make(name) if found is None else deepcopy(found)
        story.brought.admit(copy)
        made.append(copy)
    for row in rows(old):
        made.append(_deleted_row(row, story, of_cells))
    return made


def _insert_row(row: Element, story: Story, of_cells: OfCells) -> None:
    story.marker.mark_row(row, "ins")
    for cell in cells(row):
        of_cells.insert(cell, story)


def _deleted_row(row: Element, story: Story, of_cells: OfCells) -> Element:
    made = make("tr")
    for name in ("tblPrEx", "trPr"):
        found = row.find(w(name))
        if found is not None:
            made.append(deepcopy(found))
    story.marker.mark_row(made, "del")
    for cell in cells(row):
        copy = copied(cell)
        forget_numbers(copy)
        made.append(copy)
        of_cells.delete(cell, copy, story)
    return made


def _said(found: list[Element], story: Story, is_old: bool = False) -> list[Said]:
    """Return what rows say; the name of each is what its first cell says, in a table as wide.

    Where the first cells only count the rows they name none: one that came in above has the number that another had.
    """
    named = [_first(row, story, is_old) for row in found]
    counted = _are_counted(named)
    made = []
    for row, (first, text) in zip(found, named, strict=True):
        said, width = story.said(row, is_old=is_old), len(cells(row))
        has_name = said.words and not (counted and text.isdecimal())
        made.append(Said(f"{width} {said.key}", f"{width} {first}" if has_name else "", said.words))
    return made


def _first(row: Element, story: Story, is_old: bool) -> tuple[str, str]:
    cell = next(iter(cells(row)), None)
    if cell is None:
        return "", ""
    atoms = story.of_old if is_old else story.of_new
    return story.said(cell, is_old=is_old).key, "".join(atoms(one).text for one in cell.iter(P)).strip(" .")


def _are_counted(named: list[tuple[str, str]]) -> bool:
    """Tell whether the numbers in the first cells are 1, 2, 3 and so on."""
    numbers = [text for _, text in named if text.isdecimal()]
    return numbers == [str(n) for n in range(1, len(numbers) + 1)]


def _side_of_rows(said: list[Said]) -> Side:
    return Side([one.key for one in said], [one.name for one in said])


# Two versions of a body, a cell or a note as one: what came, what went, what changed within.


def merge_containers(old: Element, new: Element, story: Story) -> None:
    """Mark in the new container what changed since the old one."""
    before, after = blocks(old), blocks(new)
    said = {block: story.said(block, is_old=True) for block in before}
    said |= {block: story.said(block) for block in after}
    insertion = Insertion(new, after)
    places = places_of(before, after, said)
    for place in places:
        if place.new is not None:
            _settle(place, place.new, story)
            insertion.pass_by(place.new)
        elif place.old is not None:
            insertion.add(_deleted(place, place.old, story))
    _open_controls(places, new)


def _open_controls(places: Sequence[Place], container: Element) -> None:
    """Take away controls round paragraphs that all came: Word would show empty ones where these are rejected."""
    came = {place.new for place in places if place.old is None}
    for control in [one for one in container.iter(w("sdt")) if one.find(f"{w('sdtContent')}/{w('p')}") is not None]:
        if all(block in came for block in blocks(control)):
            for child in list(control.iterchildren(w("sdtContent"))):
                for block in list(child):
                    control.addprevious(block)
            remove(control)


def insert_container(new: Element, story: Story, *, with_last_end: bool = False) -> None:
    """Mark all of a cell or a note as inserted.

    The end of its last paragraph stays where it ends a note. In a row that came it is marked `with_last_end` as Word
    does it: LibreOffice would keep the row otherwise.
    """
    found = blocks(new)
    for block in found:
        has_mark = block.tag == P and (with_last_end or block is not found[-1])
        _settle(Place(None, block, "ins" if has_mark else None), block, story)


def delete_container(old: Element, copy: Element, story: Story, *, with_last_end: bool = False) -> None:
    """Fill a copy of an old cell or note with its text, all of it marked as deleted; see `insert_container`."""
    found = blocks(old)
    for block, standing in zip(found, blocks(copy), strict=True):
        has_mark = block.tag == P and (with_last_end or block is not found[-1])
        made = _deleted(Place(block, None, "del" if has_mark else None), block, story)
        parent = standing.getparent()
        if parent is not None:
            parent.replace(standing, made)


_OF_CELLS = OfCells(
    merge_containers, partial(insert_container, with_last_end=True), partial(delete_container, with_last_end=True)
)


def _settle(place: Place, new: Element, story: Story) -> None:
    if new.tag == TABLE:
        if place.old is None:
            insert_table(new, story, _OF_CELLS)
        else:
            merge_tables(place.old, new, story, _OF_CELLS)
        return
    if place.old is None:
        insert_paragraph(new, story)
    else:
        merge_paragraph(place.old, new, story)
    if place.end:
        story.marker.mark_paragraph_end(new, place.end)


def _deleted(place: Place, old: Element, story: Story) -> Element:
    if old.tag == TABLE:
        return deleted_table(old, story, _OF_CELLS)
    made = deleted_paragraph(old, story)
    if place.looks is not None:
        _take_looks(made, place.looks)
    if place.end:
        story.marker.mark_paragraph_end(made, place.end)
    return made


def _take_looks(paragraph: Element, like: Element) -> None:
    drop(paragraph, "pPr")
    looks = like.find(w("pPr"))
    if looks is not None:
        copy = deepcopy(looks)
        drop(copy, "sectPr", "rPr")
        paragraph.insert(0, copy)

"""Two versions of a body, a cell or a note as one: what came, what went, what changed within."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from functools import partial

from probata.redline.containers import blocks
from probata.redline.insertion import Insertion
from probata.redline.merge_paragraphs import deleted_paragraph, insert_paragraph, merge_paragraph
from probata.redline.merge_tables import OfCells, deleted_table, insert_table, merge_tables
from probata.redline.places import Place, places_of
from probata.redline.story import Story
from probata.word.elements import TABLE, Element, P, w


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
        held, parent = blocks(control), control.getparent()
        if parent is not None and all(block in came for block in held):
            for child in list(control.iterchildren(w("sdtContent"))):
                for block in list(child):
                    control.addprevious(block)
            parent.remove(control)


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
    for properties in paragraph.findall(w("pPr")):
        paragraph.remove(properties)
    looks = like.find(w("pPr"))
    if looks is not None:
        copy = deepcopy(looks)
        for name in ("sectPr", "rPr"):
            for element in copy.findall(w(name)):
                copy.remove(element)
        paragraph.insert(0, copy)

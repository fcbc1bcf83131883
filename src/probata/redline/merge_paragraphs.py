"""Two versions of a paragraph as one with its changes marked; and paragraphs that came or went."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from copy import deepcopy

from probata.redline.atoms import Atom, Atoms
from probata.redline.containers import control_name
from probata.redline.looks_kept import LooksKept
from probata.redline.merged_text import MergedText
from probata.redline.story import Story
from probata.redline.word_diff import Step, steps
from probata.word.elements import Element, w


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
    """Tell whether a bookmark of the old paragraph has to come over."""
    if not story.brought.bookmarks:
        return False
    held: Iterable[Element] = (*(mark for atom in atoms.pieces for mark in atom.marks), *atoms.after)
    return any(mark.get(w("id"), "") in story.brought.bookmarks for mark in held if "bookmark" in str(mark.tag))


def _tell_style(old: Element, new: Element, story: Story) -> None:
    """Note a paragraph whose style changed: the new one stands, and no mark says so."""
    if _style(old, story) != _style(new, story, is_new=True):
        story.remarks.add("a paragraph has another style now; the new one is shown, without a mark")


def _style(paragraph: Element, story: Story, is_new: bool = False) -> str:
    found = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
    id_ = "" if found is None else found.get(w("val"), "")
    return id_ if is_new or not id_ else story.brought.styles.id_of(id_, "paragraph")

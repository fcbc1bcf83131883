"""A story of both versions: the body, or the notes; with all that its merging needs."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from docx.opc.part import Part
from docx.opc.rel import _Relationship

from probata.redline.atoms import Atoms, NoteKeys, NoteMark
from probata.redline.brought import Brought
from probata.redline.containers import Said, said_by
from probata.redline.divide import Divider
from probata.redline.looks import Looks
from probata.redline.marking import Marker
from probata.word.elements import Element


@dataclass(slots=True)
class Remarks:
    """What could not be marked, each said once."""

    lines: dict[str, int] = field(default_factory=dict)

    def add(self, line: str) -> None:
        """Note one more of a kind."""
        self.lines[line] = self.lines.get(line, 0) + 1

    def told(self) -> tuple[str, ...]:
        """Return each kind with how often there was one."""
        return tuple(line if number == 1 else f"{line} ({number} times)" for line, number in self.lines.items())


@dataclass(slots=True)
class Notes:
    """What was met of notes while texts were merged."""

    pairs: dict[NoteMark, NoteMark] = field(default_factory=dict)
    """The old note of each new one whose mark stays."""
    inserted: set[NoteMark] = field(default_factory=set)
    deleted: list[tuple[Element, NoteMark]] = field(default_factory=list)
    """Marks in the merged text that lead to notes of the old file."""


@dataclass(slots=True)
class Story:
    """Divides paragraphs of either version once, and knows how old content comes over."""

    marker: Marker
    brought: Brought
    old: Divider
    new: Divider
    looks: tuple[Looks, Looks]
    """What the styles of the old and the new version say of looks."""
    notes: Notes
    remarks: Remarks
    divided: dict[Element, Atoms] = field(default_factory=dict)

    def of_old(self, paragraph: Element) -> Atoms:
        """Return the pieces of a paragraph of the old version."""
        return self._divide(paragraph, self.old)

    def of_new(self, paragraph: Element) -> Atoms:
        """Return the pieces of a paragraph of the new version."""
        return self._divide(paragraph, self.new)

    def said(self, element: Element, is_old: bool = False) -> Said:
        """Return what a block, a row or a cell says."""
        return said_by(element, self.of_old if is_old else self.of_new)

    def _divide(self, paragraph: Element, divider: Divider) -> Atoms:
        found = self.divided.get(paragraph)
        if found is None:
            found = self.divided[paragraph] = divider.atoms(paragraph)
        return found


def divider(part: Part | None, keys: NoteKeys) -> Divider:
    """Return what divides the paragraphs of a part."""
    return Divider(keys, {} if part is None else {id_: _target(one) for id_, one in part.rels.items()})


def _target(relationship: _Relationship) -> str:
    if relationship.is_external:
        return relationship.target_ref
    return hashlib.sha256(relationship.target_part.blob).hexdigest()

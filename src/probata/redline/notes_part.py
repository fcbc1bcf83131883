"""A notes part for a new version that has none, where the old one had notes that are to be shown as taken out."""

from __future__ import annotations

from copy import deepcopy
from typing import Final

from docx.opc.part import Part

from probata.word import WordFile
from probata.word.elements import Element, make, serialise, w
from probata.word.opc import OFFICE, WORD

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

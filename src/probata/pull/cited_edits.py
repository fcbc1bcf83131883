"""A change of what a note says of a work, as a change of the citation: of the place in it, or of words round it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from probata.pull.block_signs import Written
from probata.pull.change import Change
from probata.pull.cited import Cited, Slot
from probata.pull.edits import Edit
from probata.pull.stream import END_OF_LINE
from probata.pull.taken import Taken
from probata.word.piece import MARK

_WORD: Final = re.compile(r"[^\W_]+")
_NEVER: Final = re.compile(rf"[\[\]{{}}@;{MARK}{END_OF_LINE}]")
"""What would end a citation or begin another."""

SlotEdit = tuple[Slot, int, int, str]
"""A stretch of a slot, from one character of its text to before another, and what stands there then."""


def in_citation(change: Change, cited: Sequence[Cited], place: int) -> Taken | None:
    """Return the change of the one text that all edits of a note are of; `None` where one has no counterpart.

    A place is changed where it is printed once in the note, so that no number of the title is taken for it.
    """
    edits_of_words = (one for one in change.edits if (change.base.text[one.start : one.end] + one.new.text).strip())
    found = [_written(edit, change.base.text, cited) for edit in edits_of_words]
    texts = {one[0].text.loc for one in found if one}
    if None in found or len(texts) != 1:
        return None
    slot = next(one[0] for one in found if one)
    if not slot.text.scalar.text:
        return Taken(slot.text, value=" ".join(one[3].strip() for one in found if one), place=place)
    edits = tuple(Written(start, end, new) for _, start, end, new in (one for one in found if one))
    return Taken(slot.text, edits, place=place, covers=(0, len(slot.text.scalar.text)))


def _written(edit: Edit, printed: str, cited: Sequence[Cited]) -> SlotEdit | None:
    new = edit.new.text.replace("\u00a0", " ")
    if _NEVER.search(new):
        return None
    inside = [one for work in cited for slot in work.slots if (one := _in_slot(edit, new, printed, slot))]
    if inside:
        return inside[0] if len(inside) == 1 else None
    is_new = not printed[edit.start : edit.end].strip()
    if is_new and not edit.start and (slot := cited[0].before if cited else None):
        return slot, slot.start, slot.end, f"{new.strip()} "
    is_last = is_new and edit.end >= len(printed.rstrip(".")) and not printed[: edit.start].endswith(".")
    are_all_printed = all(len(_places(slot, printed)) == 1 for work in cited for slot in work.slots)
    if is_last and are_all_printed and (slot := cited[-1].behind if cited else None):
        return slot, slot.start, slot.end, f", {new.strip()}"
    return None


def _in_slot(edit: Edit, new: str, printed: str, slot: Slot) -> SlotEdit | None:
    """Return an edit as one of a slot whose words it stands among or touches."""
    places = _places(slot, printed)
    if len(places) != 1:
        return None
    shown, held = places[0], list(_WORD.finditer(slot.words))
    if not shown[0].start() <= edit.start <= edit.end <= shown[-1].end():
        return None
    changed = [n for n, word in enumerate(shown) if edit.start <= word.start() and word.end() <= edit.end]
    before = [n for n, word in enumerate(shown) if word.end() <= edit.start]
    if changed:
        start, end = held[changed[0]].start(), held[changed[-1]].end()
    else:
        start = held[before[-1]].end() if before else 0
        is_between = printed[edit.start : edit.end].strip() and before and before[-1] + 1 < len(held)
        end = held[before[-1] + 1].start() if is_between else start
    is_plain = "\u2013" not in slot.words
    return slot, slot.start + start, slot.start + end, new.replace("\u2013", "-") if is_plain else new


def _places(slot: Slot, printed: str) -> list[list[re.Match[str]]]:
    """Return where the words of a slot stand in print one behind the other, whatever signs are between them."""
    wanted, there = [word[0] for word in _WORD.finditer(slot.words)], list(_WORD.finditer(printed))
    size = len(wanted)
    runs = (there[n : n + size] for n in range(len(there) - size + 1)) if size else ()
    return [run for run in runs if [word[0] for word in run] == wanted]

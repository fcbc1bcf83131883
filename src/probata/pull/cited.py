"""Citations as they are written, in the brackets of a text or in fields: where their places and own words stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from probata.diagnostics.value import value
from probata.model.citation import parse_pinpoint
from probata.model.parts import Loc
from probata.pull.change import Change
from probata.pull.edits import Edit
from probata.pull.fields import FieldText
from probata.pull.line_signs import Written
from probata.pull.stream import END_OF_LINE
from probata.pull.taken import Taken
from probata.source.node import MappingNode, Node, Scalar, SequenceNode
from probata.word.piece import MARK

_BRACKET: Final = re.compile(r"\[(?P<items>[^\[\]@]*@[^\[\]]*)\]")
_ITEM: Final = re.compile(r"\s*(?P<before>[^@;]*?)-?@(?P<key>[\w.:/\-]*\w)(?P<rest>[^;]*)")
_SHORT: Final = re.compile(r"\s*(?P<before>)@?(?P<key>[^,]*)(?P<rest>.*)", re.DOTALL)
_FIELDS: Final = ("signal", "remark")


@value()
class Slot:
    """A stretch of a written text, which may hold nothing."""

    text: FieldText
    start: int
    end: int

    @property
    def words(self) -> str:
        """What is written there."""
        return self.text.scalar.text[self.start : self.end]


@value()
class Cited:
    """One work that is cited."""

    slots: tuple[Slot, ...]
    """Places in it, and own words."""

    before: Slot | None
    """Where words before it go; `None` where there are some."""

    behind: Slot | None
    """Where words behind it go, likewise."""


def in_brackets(text: FieldText, start: int, end: int) -> Iterator[Cited]:
    """Give what is cited in the brackets of a stretch of Markdown."""
    for bracket in _BRACKET.finditer(text.scalar.text, start, end):
        for item in _ITEM.finditer(text.scalar.text, *bracket.span("items")):
            yield _written(text, item)


def in_fields(node: Node, kind: str, record: str, loc: Loc) -> Iterator[Cited]:
    """Give what is cited in a field and in all below it: as a part with a source, or in short form."""
    match node:
        case MappingNode(entries=entries):
            if isinstance(node.get("source"), Scalar):
                yield _part(node, kind, record, loc)
            for entry in entries:
                name, held = entry.key.text, entry.value
                if name == "citations":
                    held = SequenceNode((held,), held.span) if isinstance(held, Scalar) else held
                    yield from _in_short(held, kind, record, (*loc, name), alone=held is not entry.value)
                elif not isinstance(held, Scalar):
                    yield from in_fields(held, kind, record, (*loc, name))
        case SequenceNode(items=items):
            for number, item in enumerate(items):
                yield from in_fields(item, kind, record, (*loc, number))


def _in_short(held: Node, kind: str, record: str, loc: Loc, *, alone: bool) -> Iterator[Cited]:
    for number, item in enumerate(held.items if isinstance(held, SequenceNode) else (held,)):
        place = loc if alone else (*loc, number)
        if isinstance(item, MappingNode):
            yield _part(item, kind, record, place)
        elif isinstance(item, Scalar) and (found := _SHORT.fullmatch(item.text)):
            cited = _written(FieldText(kind, record, place, item, "text"), found)
            yield Cited(cited.slots, None, cited.behind)  # the short form has no words before the work


def _written(text: FieldText, item: re.Match[str]) -> Cited:
    """Return a work that is cited with its place behind a comma; words behind the place go on from it."""
    rest = item["rest"].rstrip()
    end = item.start("rest") + len(rest)
    place = parse_pinpoint(rest.lstrip(", {"))
    words = place["value"] if place else rest.lstrip(", ")
    before, behind = Slot(text, *item.span("before")), Slot(text, end - len(words), end)
    slots = tuple(one for one in (before, behind) if one.words.strip())
    return Cited(slots, None if before in slots else before, None if behind in slots else Slot(text, end, end))


def _part(node: MappingNode, kind: str, record: str, loc: Loc) -> Cited:
    """Return a work that is cited as a part of a record; words before and behind it are fields of that."""
    slots = [
        _slot(FieldText(kind, record, (*loc, *path), held, "text"))
        for path, held in (
            *_places(node.get("pinpoint"), ("pinpoint",)),
            *(((name,), node.get(name)) for name in _FIELDS),
        )
        if isinstance(held, Scalar)
    ]
    empty = (
        None if isinstance(node.get(name), Scalar)
        else _slot(FieldText(kind, record, (*loc, name), Scalar("", node.span), "text"))
        for name in _FIELDS
    )  # fmt: skip
    return Cited(tuple(slots), *empty)


def _places(node: Node | None, path: Loc) -> Iterator[tuple[Loc, Node | None]]:
    if isinstance(node, MappingNode):
        yield (*path, "value"), node.get("value")
    for number, one in enumerate(node.items if isinstance(node, SequenceNode) else ()):
        yield from _places(one, (*path, number))


def _slot(text: FieldText) -> Slot:
    return Slot(text, 0, len(text.scalar.text))


# A change of what a note says of a work, as a change of the citation: of the place in it, or of words round it.

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
    found = [_slot_edit(edit, change.base.text, cited) for edit in edits_of_words]
    texts = {one[0].text.loc for one in found if one}
    if None in found or len(texts) != 1:
        return None
    slot = next(one[0] for one in found if one)
    if not slot.text.scalar.text:
        return Taken(slot.text, value=" ".join(one[3].strip() for one in found if one), place=place)
    edits = tuple(Written(start, end, new) for _, start, end, new in (one for one in found if one))
    return Taken(slot.text, edits, place=place, covers=(0, len(slot.text.scalar.text)))


def _slot_edit(edit: Edit, printed: str, cited: Sequence[Cited]) -> SlotEdit | None:
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
    are_all_printed = all(len(_places_of_slot(slot, printed)) == 1 for work in cited for slot in work.slots)
    if is_last and are_all_printed and (slot := cited[-1].behind if cited else None):
        return slot, slot.start, slot.end, f", {new.strip()}"
    return None


def _in_slot(edit: Edit, new: str, printed: str, slot: Slot) -> SlotEdit | None:
    places = _places_of_slot(slot, printed)
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


def _places_of_slot(slot: Slot, printed: str) -> list[list[re.Match[str]]]:
    """Return where the words of a slot stand in print one behind the other, whatever signs are between them."""
    wanted, there = [word[0] for word in _WORD.finditer(slot.words)], list(_WORD.finditer(printed))
    size = len(wanted)
    runs = (there[n : n + size] for n in range(len(there) - size + 1)) if size else ()
    return [run for run in runs if [word[0] for word in run] == wanted]

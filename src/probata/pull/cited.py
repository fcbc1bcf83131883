"""Citations as they are written, in the brackets of a text or in fields: where their places and own words stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from probata.diagnostics.value import value
from probata.model.citation import parse_pinpoint
from probata.model.parts import Loc
from probata.pull.fields import FieldText
from probata.source.node import Mapping, Node, Scalar, Sequence

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
        case Mapping(entries=entries):
            if isinstance(node.get("source"), Scalar):
                yield _part(node, kind, record, loc)
            for entry in entries:
                name, held = entry.key.text, entry.value
                if name == "citations":
                    held = Sequence((held,), held.span) if isinstance(held, Scalar) else held
                    yield from _in_short(held, kind, record, (*loc, name), alone=held is not entry.value)
                elif not isinstance(held, Scalar):
                    yield from in_fields(held, kind, record, (*loc, name))
        case Sequence(items=items):
            for number, item in enumerate(items):
                yield from in_fields(item, kind, record, (*loc, number))


def _in_short(held: Node, kind: str, record: str, loc: Loc, *, alone: bool) -> Iterator[Cited]:
    for number, item in enumerate(held.items if isinstance(held, Sequence) else (held,)):
        place = loc if alone else (*loc, number)
        if isinstance(item, Mapping):
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


def _part(node: Mapping, kind: str, record: str, loc: Loc) -> Cited:
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
    if isinstance(node, Mapping):
        yield (*path, "value"), node.get("value")
    for number, one in enumerate(node.items if isinstance(node, Sequence) else ()):
        yield from _places(one, (*path, number))


def _slot(text: FieldText) -> Slot:
    return Slot(text, 0, len(text.scalar.text))

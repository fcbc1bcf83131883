"""Findings in the words of a case that is a workbook: sheets, columns and cells in place of files and fields."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Final, NamedTuple

from probata.diagnostics import Diagnostic, say
from probata.diagnostics.message import Code, Either, Field, Message, Part
from probata.diagnostics.span import sheet_of
from probata.model.kinds import KINDS
from probata.model.schema import CASE
from probata.source.node import MappingNode, Node, Scalar, SequenceNode
from probata.source.yaml_reader import read_yaml
from probata.workbook.headings import Path, heading_of
from probata.workbook.shape import Shape
from probata.workbook.sheets import SheetForm, forms_of, sheet_forms


class Place(NamedTuple):
    """Where a field stands: the sheet, and in it the heading, which is empty where the field is the sheet itself."""

    sheet: str
    heading: str


def place_of(kind: str, path: Path) -> Place | None:
    """Return where a field of a kind stands, by its path from the record; `None` where no record has such a field.

    Of a part that stands inside a cell, such as the source of a citation, the cell is the place.
    """
    forms = [form for form in forms_of(kind) if form.path == path[: len(form.path)]]
    if not forms:
        return None
    form = max(forms, key=lambda one: len(one.path))
    rest = path[len(form.path) :]
    return Place(form.name, heading_of(_in_a_cell(form.shape, rest)) if rest else "")


def _in_a_cell(shape: Shape, path: Path) -> Path:
    """Return a path as far as it has columns."""
    for length in range(1, len(path)):
        if shape.at(path[:length]).items:
            return path[:length]
    return path


def places_called(kind: str, name: str) -> list[Place]:
    """Return where fields of a kind stand whose key is `name`, those of the record itself first."""
    found = (place_of(kind, path) for path in _paths(kind) if path[-1] == name)
    return list(dict.fromkeys(place for place in found if place))


def is_key(name: str) -> bool:
    """Tell whether some record has a field of this name."""
    return name in _keys()


@cache
def _paths(kind: str) -> tuple[Path, ...]:
    found = [(*form.path, *path) for form in forms_of(kind) for path in _below(form.shape, ())]
    found += [form.path for form in forms_of(kind) if form.path]
    return tuple(sorted(dict.fromkeys(found), key=len))


def _below(shape: Shape, before: Path, depth: int = 3) -> Iterator[Path]:
    for key, found in shape.fields.items():
        yield (*before, key)
        if depth and not found.items:
            yield from _below(found, (*before, key), depth - 1)


@cache
def _keys() -> frozenset[str]:
    return frozenset(path[-1] for kind in {form.kind for form in sheet_forms()} for path in _paths(kind))


def form_called(name: str) -> SheetForm | None:
    """Return the sheet of a name."""
    return next((form for form in sheet_forms() if form.name.casefold() == name.strip().casefold()), None)


_BEGINS = re.compile(r"(?:- )?(?:\{?[A-Za-z_]+:|\{[a-z_]+: )")
"""How a field in YAML begins."""
_OPEN = "…"
"""What advice writes where the value is the reader's."""


def in_cells(yaml: str, kind: str) -> str:
    """Return what advice on a record of a kind writes as YAML as what is to be written under which heading.

    Empty where it is no YAML, or has a key that no record has: `https://…` is an address.
    """
    if not _BEGINS.match(yaml):
        return ""
    node, found = read_yaml(yaml.removeprefix("- "), "")
    if found or not isinstance(node, MappingNode):
        return ""
    fields = list(_fields(node, ()))
    if not fields or not all(is_key(key) for path, _ in fields for key in path):
        return ""
    if sheet := _sheet(fields, kind):
        return f"a row in the sheet `{sheet}`"
    if len(fields) == 1 and not fields[0][1]:
        return f"`{heading_of(fields[0][0])}`"
    return _joined([_worded(values, path) for path, values in fields])


def _sheet(fields: list[tuple[Path, list[str]]], kind: str) -> str:
    """Return the sheet in which a list stands whose entries advice leaves to the reader; empty where it is none."""
    (path, values), *others = fields
    places = [] if others or values != [_OPEN] else places_called(kind, path[-1])
    return places[0].sheet if places and not places[0].heading else ""


def _fields(node: MappingNode, before: Path) -> Iterator[tuple[Path, list[str]]]:
    for entry in node.entries:
        path = (*before, entry.key.text)
        if isinstance(entry.value, MappingNode):
            yield from _fields(entry.value, path)
        else:
            yield path, list(_values(entry.value))


def _values(node: Node) -> Iterator[str]:
    match node:
        case Scalar():
            yield from [] if node.is_null else [node.text]
        case SequenceNode():
            for item in node.items:
                yield from _values(item)
        case MappingNode():
            yield _OPEN


def _worded(values: list[str], path: Path) -> str:
    words = {"true": "yes", "false": "no"}
    said = " and ".join(f"`{words.get(value, value)}`" for value in values if value != _OPEN)
    return f"{said or 'a value'} under `{heading_of(path)}`"


def _joined(parts: list[str]) -> str:
    *first, last = parts
    return f"{', '.join(first)} and {last}" if first else last


_KINDS: Final = frozenset((CASE, *(kind.key for kind in KINDS)))
_OF_FILES: Final = frozenset({"recorded-twice"})
"""Findings that name a text file since it lies beside the workbook: no sheet is meant."""
_MISSING: Final = "missing-field"
_BEFORE: Final = {"under ": "in ", "its ": ""}
"""What stands before a field, and before a sheet in its stead."""


def in_sheets(found: Diagnostic) -> Diagnostic:
    """Return a finding that says in sheets and cells what it said in files and fields."""
    if found.name in _OF_FILES:
        return found
    here = _Here.of(found)
    if found.name == _MISSING and found.field:
        found = replace(found, message=f"nothing stands under {say.field(found.field.rpartition('.')[2])}")
    return replace(
        found, message=here.told(found.message), help=here.told(found.help), notes=tuple(map(here.told, found.notes))
    )


@dataclass(frozen=True, slots=True)
class _Here:
    """The kind of record that a finding is about, and the part of it that has a fault of form."""

    kind: str
    holder: tuple[str, ...]

    @classmethod
    def of(cls, found: Diagnostic) -> _Here:
        kind = found.record.partition("/")[0]
        form = form_called(sheet_of(found.span)) if found.span else None
        return cls(kind if kind in _KINDS else form.kind if form else CASE, tuple(found.field.split(".")[:-1]))

    def told(self, sentence: str) -> Message:
        parts: list[Part] = []
        for part in Message(sentence).parts:
            shown = self._shown(part)
            if shown.startswith("the sheet") and parts and isinstance(before := parts[-1], str):
                word = next((word for word in _BEFORE if f" {before}".endswith(f" {word}")), "")
                parts[-1] = before.removesuffix(word) + _BEFORE.get(word, "")
            parts.append(replace(part, shown=shown) if shown and not isinstance(part, str) else part)
        return Message.of(parts)

    def _shown(self, part: Part) -> str:
        """Return how a value is called here; nothing where it is called as it is everywhere."""
        match part:
            case Either(sheets=sheets):
                return sheets
            case Field(text=path, kind=kind):
                place = self._place(path, kind or self.kind)
                return _called(place or Place("", heading_of(tuple(path.split(".")))))
            case Code(text=text):
                file = text.removesuffix(".yaml")
                if file in _KINDS and file != text:
                    return f"the sheet `{forms_of(file)[0].name}`"
                return in_cells(text, self.kind) or _called(self._place(text, self.kind))
        return ""

    def _place(self, name: str, kind: str) -> Place | None:
        """Return where the field of a name or path stands; `None` where no record has it."""
        path = tuple(step for step in name.split(".") if not step.isdigit())
        holder = self.holder if kind == self.kind else ()
        if holder or "." in name:
            place = place_of(kind, (*holder, *path)) if path else None
            return place if place and (not place.heading or is_key(path[-1])) else None
        places = places_called(kind, name)
        return places[0] if places else Place("", heading_of(path)) if "_" in name and is_key(name) else None


def _called(place: Place | None) -> str:
    if place is None:
        return ""
    return f"`{place.heading}`" if place.heading else f"the sheet `{place.sheet}`"

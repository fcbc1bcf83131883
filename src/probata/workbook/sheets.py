"""Which sheets a workbook has: one for each kind of records, and one for each list whose entries have parts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from probata.model.kinds import KIND_BY_KEY, KINDS
from probata.model.schema import CASE
from probata.workbook.headings import Path, canonical, names, path_of, whole_heading
from probata.workbook.shape import Shape, shape_of

LONGEST_NAME = 31
"""Letters that Excel takes in the name of a sheet."""
ID = "Id"
"""Heading of the id of a record, or of an entry that has one."""
NUMBER = "No."
"""Heading of the number by which the rows of another sheet name an entry that has no id."""
IN_SHORT = "In short"
"""Heading of an entry that is a text alone, where others have parts."""
FIELD, VALUE = "Field", "Value"
"""What stands above the two columns of the sheet of the case."""
DATA = "Data "
"""Beginning of the names of sheets that hold the table of a dataset."""


@dataclass(frozen=True, slots=True)
class SheetForm:
    """One sheet: records of a kind, or the entries of a list in them."""

    name: str
    kind: str
    steps: tuple[Path, ...]
    """The paths of the lists, one inside the other; none for the records themselves."""

    shape: Shape
    """What one row may hold."""

    holders: tuple[str, ...]
    """Headings of what a row names: its record, then each entry that holds it, by id or number."""

    is_numbered: bool = False
    """Whether rows of another sheet name its rows by number."""

    @property
    def special(self) -> tuple[str, ...]:
        """Headings that are no field of what a row holds."""
        return (*self.holders, *((NUMBER,) if self.is_numbered else ()), IN_SHORT)

    @property
    def is_usual(self) -> bool:
        """Whether a new workbook has it though nothing is recorded in it yet."""
        return self.name in names()["usual"]["sheets"]

    @property
    def is_upright(self) -> bool:
        """Whether its headings stand one below the other: the case is one record."""
        return self.kind == CASE and not self.steps

    def knows(self, heading: str) -> bool:
        """Tell whether a heading, in any case, is one that the sheet may have."""
        name = canonical(heading, self.special)
        whole = whole_heading(name)
        return bool(name) and (whole in self.special or self.shape.at(path_of(whole)) != Shape())

    def is_above(self, number: int, first: str) -> bool:
        """Tell whether a row of a sheet that is upright stands above its fields; `first` is its first cell.

        That is the row `Field`, wherever it is, and row 1 unless it is a field itself.
        """
        words = first.strip()
        return words.casefold() == FIELD.casefold() or (number == 1 and bool(words) and not self.knows(words))

    @property
    def path(self) -> Path:
        """All keys on the way to the list."""
        return tuple(key for step in self.steps for key in step)


@cache
def sheet_forms() -> tuple[SheetForm, ...]:
    """Return all sheets that a workbook may have, each kind followed by its lists."""
    return tuple(form for kind in (CASE, *(kind.key for kind in KINDS)) for form in _of_kind(kind))


def forms_of(kind: str) -> tuple[SheetForm, ...]:
    """Return the sheets of a kind, that of its records first."""
    return tuple(form for form in sheet_forms() if form.kind == kind)


def data_sheet(dataset: str) -> str:
    """Return the name of the sheet that holds the table of a dataset; Excel takes no longer one."""
    return f"{DATA}{dataset}"[:LONGEST_NAME]


def is_own_sheet(path: Path, shape: Shape) -> bool:
    """Tell whether the list at a path, which may hold what `shape` says, has a sheet of its own."""
    return bool(shape.items and shape.items.fields) and path[-1] not in names()["in_a_cell"]["fields"]


def _of_kind(kind: str) -> Iterator[SheetForm]:
    shape = shape_of(kind)
    yield SheetForm(names()["kinds"].get(kind, kind), kind, (), shape, ())
    record = () if kind == CASE else (f"Of {KIND_BY_KEY[kind].singular}",)
    yield from _lists(kind, (), shape, record)


def _lists(kind: str, steps: tuple[Path, ...], shape: Shape, holders: tuple[str, ...]) -> Iterator[SheetForm]:
    for path, found in _in_parts(shape, ()):
        inner, entries = (*steps, path), found.items or Shape()
        below = list(_lists(kind, inner, entries, (*holders, _holder(kind, inner, entries))))
        numbered = bool(below) and "id" not in entries.fields
        yield SheetForm(_name(kind, inner), kind, inner, entries, holders, numbered)
        yield from below


def _in_parts(shape: Shape, before: Path) -> Iterator[tuple[Path, Shape]]:
    """Give the lists of a row that have a sheet, in the row itself and in its parts."""
    for key, found in shape.fields.items():
        path = (*before, key)
        if is_own_sheet(path, found):
            yield path, found
        elif not found.items:
            yield from _in_parts(found, path)


def _holder(kind: str, steps: tuple[Path, ...], entries: Shape) -> str:
    """Return the heading under which rows of a list inside an entry name that entry."""
    name = names()["entries"].get(_key(kind, steps), _name(kind, steps))
    return f"Of {name}" if "id" in entries.fields else f"Of {name}, {NUMBER}"


def _key(kind: str, steps: tuple[Path, ...]) -> str:
    return ".".join((kind, *(key for step in steps for key in step)))


def _name(kind: str, steps: tuple[Path, ...]) -> str:
    words = " ".join(key.replace("_", " ") for key in steps[-1])
    return str(names()["lists"].get(_key(kind, steps), f"{names()['kinds'].get(kind, kind)}, {words}"))[:LONGEST_NAME]

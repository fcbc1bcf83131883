"""The columns of a table: which field each is, and which are none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from probata.diagnostics import Span
from probata.importers.foreign import refused
from probata.importers.records.fields import NOTHING, Field, advice, field_named, field_of_heading
from probata.importers.records.table import Table, bare
from probata.workbook.heading_row import place_of_headings
from probata.workbook.shape import shape_of


@dataclass(frozen=True, slots=True)
class Column:
    """A column that is a field."""

    place: int
    heading: str
    field: Field
    nth: int = 0
    """How many columns before it are the same field."""


@dataclass(frozen=True, slots=True)
class Columns:
    """What the headings of a table stand for."""

    known: tuple[Column, ...]
    unknown: tuple[str, ...]
    """Headings that stand for no field that we know, and have something below them."""


def columns_of(table: Table, kind: str, mapped: Mapping[str, str]) -> Columns:
    """Return the columns of a table of records of a kind.

    `mapped` says for headings, as the user writes them, which field they are; it counts before all else. An empty
    field leaves the column out without a word. Raises `CannotImportError` where `mapped` names what is not there, where
    no heading is known, and where two are one field.
    """
    own = {bare(heading): field for heading, field in _own(mapped, table, kind)}
    named = [(place, heading) for place, heading in enumerate(table.header) if heading.strip()]
    fields = {place: own[bare(heading)] if bare(heading) in own else field_of_heading(kind, heading)
              for place, heading in named}  # fmt: skip
    known: list[Column] = []
    for place, heading in named:
        if field := fields[place]:
            known.append(Column(place, heading, field, sum(one.field == field for one in known)))
    unknown = [heading for place, heading in named
               if fields[place] is None and bare(heading) not in own and _has_cells(place, table)]  # fmt: skip
    if not known:
        raise refused("IMP162", "headings-unknown", *_unknown(table, kind))
    _refuse_doubles(known, table, kind)
    return Columns(tuple(known), tuple(unknown))


def _unknown(table: Table, kind: str) -> tuple[str, Span, str]:
    """Return what is said where no heading is known, with the place and the next step: a title may stand above them."""
    message = "no heading of the first row is a field that we know"
    rows = [(table.line, table.header), *((number, tuple(cells)) for number, cells in table.rows)]
    if place := place_of_headings(rows, lambda heading: bool(field_of_heading(kind, heading))):
        row = rows[place][0]
        return f"{message}; they seem to stand in row {row}", table.span(row, 0), "delete the rows above them"
    heading = next((heading for heading in table.header if heading.strip()), "Heading")
    return message, Span(table.shown, table.line), f'name them: `--map "{heading[:40]}=…"`; {advice(kind, "")}'


def _own(mapped: Mapping[str, str], table: Table, kind: str) -> Iterator[tuple[str, Field | None]]:
    there = {bare(heading) for heading in table.header}
    for heading, said in mapped.items():
        if bare(heading) not in there:
            near = get_close_matches(heading, list(table.header), 1)
            help = f"did you mean `{near[0]}`?" if near else f"they are {', '.join(filter(None, table.header))}"
            message = f"there is no heading `{heading}`"
            raise refused("IMP163", "heading-not-there", message, Span(table.shown, table.line), help)
        field = field_named(kind, said)
        if said != NOTHING and field is None:
            message = f"`{said}` is no field of the kind `{kind}`"
            raise refused("IMP164", "field-unknown", message, Span(table.shown, table.line), advice(kind, said))
        yield heading, field


def _has_cells(place: int, table: Table) -> bool:
    return any(place < len(cells) and cells[place].strip() for _, cells in table.rows)


def _refuse_doubles(known: Iterable[Column], table: Table, kind: str) -> None:
    seen: dict[Field, Column] = {}
    for column in known:
        first = seen.setdefault(column.field, column)
        if first is not column and not is_several(kind, column.field):
            raise refused("IMP171", "headings-of-one-field",
                          f"the headings `{first.heading}` and `{column.heading}` are both `{column.field.shown}`",
                          Span(table.shown, table.line),
                          f'leave one out, `--map "{column.heading}="`, or say what it is')  # fmt: skip


def is_several(kind: str, field: Field) -> bool:
    """Tell whether a field is a list or stands in one, so that several columns may add to it."""
    return any(shape_of(kind).at(field.path[:end]).items for end in range(1, len(field.path) + 1))

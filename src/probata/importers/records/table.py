"""A table as it was read: its headings and cells, each with its place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from probata.diagnostics import Span
from probata.importers.spreadsheet import Days, Links
from probata.model.kinds import KIND_BY_KEY, KINDS, Kind
from probata.source.shipped import shipped
from probata.workbook.addresses import cell_span
from probata.workbook.sheets import forms_of


@dataclass(frozen=True, slots=True)
class Table:
    """Headings and rows of one sheet or file, all text."""

    shown: str
    header: tuple[str, ...]
    line: int
    """Line or row of the headings."""

    rows: Sequence[tuple[int, Sequence[str]]]
    """Rows below them, each with its line or number."""

    sheet: str = ""
    """The sheet of a workbook; empty for CSV."""

    links: Links = field(default_factory=dict)
    days: Days = field(default_factory=dict)

    def span(self, number: int, column: int, before: Sequence[str] = ()) -> Span:
        """Return the place of a cell; `before` are the cells of its row, by which a column of CSV is counted."""
        if self.sheet:
            return cell_span(self.shown, self.sheet, number, column)
        start = 1 + sum(len(cell) + 1 for cell in before[:column])
        return Span(self.shown, number, start, number, start + (len(before[column]) if column < len(before) else 0))


# Which kind of records a table holds, by the word that the user says.


def kinds_of_tables() -> tuple[Kind, ...]:
    """Return the kinds whose records may come from a table."""
    return tuple(kind for kind in KINDS if kind.key not in _table("not_from_tables"))


def kind_named(word: str) -> Kind | None:
    """Return the kind that a word means: its key, the name of its sheet, one of it, or another usual word."""
    key = _words().get(" ".join(word.replace("_", " ").casefold().split()))
    return KIND_BY_KEY[key] if key else None


def instead_of_a_table(kind: Kind) -> str:
    """Return what to do where no table is taken in for a kind; empty where one is."""
    return _table("not_from_tables").get(kind.key, "")


@cache
def _words() -> Mapping[str, str]:
    own = {
        word.casefold(): kind.key
        for kind in KINDS
        for word in (kind.key, kind.singular, f"{kind.singular}s", forms_of(kind.key)[0].name)
    }
    return {**_table("words"), **own}


def _table(name: str) -> Mapping[str, str]:
    found: Mapping[str, str] = shipped("importers.records", "kinds.toml")[name]
    return found

"""What an import would do to a case, looked at before anything is written; for every door."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from probata.diagnostics import Diagnostic
from probata.diagnostics.cannot_continue import CannotContinueError
from probata.edits.change import Change, NewRecords
from probata.edits.change_case import changed_files
from probata.forum import known_forums
from probata.graph import CaseGraph
from probata.importers.changes import Incoming
from probata.importers.foreign import CannotImportError
from probata.importers.ftm.entities import read_entities
from probata.importers.ftm.entity import Entity
from probata.importers.ftm.to_records import ORDER, records_of
from probata.importers.read_file import FORMS, Found, sheet_of
from probata.importers.records.columns import EDGES, columns_of, field_of_heading, kinds_of_tables
from probata.importers.records.plan import Plan, plan_for
from probata.importers.records.remembered import Memory
from probata.importers.records.rows import records_of_rows
from probata.importers.spreadsheet import Table, works_of_rows
from probata.importers.works import KIND, law_of, works_as_records
from probata.law import load_catalogue
from probata.model.kinds import KIND_BY_KEY, KINDS
from probata.source.text_edits import Replaced
from probata.source.text_file import decode_bytes
from probata.workbook.in_sheets import in_sheets
from probata.workbook.read_records import how_to_save, read_records
from probata.workbook.shape import Shape, shape_of

_DEEPEST = 3
"""Parts inside parts that a heading may be said to mean."""
_LOOKED_AT = 4096
_IMPORTED = "imported.yaml"
"""Where new records go in a case that has a folder of files for their kind."""


@dataclass(frozen=True, slots=True)
class Target:
    """The case that an import goes into."""

    graph: CaseGraph
    path: Path
    shown: str
    template_roots: tuple[Path, ...]

    def looked(
        self, incoming: Iterable[Incoming], kinds: tuple[str, ...], headings: Sequence[str] = (),
        others: Iterable[Entity] = (),
    ) -> Looked:  # fmt: skip
        """Look at records on their way in, of these kinds or naming some of them.

        Raises `CannotContinueError` where a file of these kinds cannot be read, since all in it would come twice, and
        `CannotChangeError` where the files of the records cannot be changed safely.
        """
        if unread := [kind for kind in kinds if kind in self.graph.unread.kinds]:
            named = "sources" if unread == [KIND] else f"records of the kind {KIND_BY_KEY[unread[0]].singular}"
            raise CannotContinueError(
                f"the {named} of the case cannot be read", "correct what is named above, then try again"
            )
        read = kinds if kinds == (KIND,) else tuple(kind.key for kind in KINDS)
        case = read_records(self.path, self.shown, read)
        catalogue, authorities = load_catalogue(), self.graph.authorities
        beside = {one.id for one in authorities} | set(catalogue.instruments)
        plan = plan_for(case, self.outside_ids(), beside, law_of(catalogue.instruments.values(), authorities))
        plan.take_all(incoming)
        changes: list[Change] = []
        for kind, one in plan.changes.items():
            changes += [*one.filled, NewRecords(kind, one.added, _IMPORTED)]
        return Looked(plan, changed_files(self.graph, changes), tuple(headings), tuple(others))

    def outside_ids(self) -> dict[str, frozenset[str]]:
        """Return ids that records may name and that are no records, by what the table of references calls them."""
        catalogue = load_catalogue()
        return {
            "forums": frozenset(known_forums(self.template_roots)),
            "instruments": frozenset(catalogue.instruments),
            "conduct": frozenset(catalogue.conduct),
            "elements": frozenset(catalogue.elements),
            "filings": frozenset(filing.id for filing in self.graph.case.filings),
        }


@dataclass(frozen=True, slots=True)
class Looked:
    """What would become of everything in a file."""

    plan: Plan
    files: list[Replaced]
    headings: tuple[str, ...] = ()
    """Of a table: headings that stand for nothing that we know."""

    others: tuple[Entity, ...] = ()
    """Entities of which no record is made."""


def look_at_works(found: Found, target: Target) -> Looked:
    """Look at the works of a file; this and its like raise what `Target.looked` raises."""
    return target.looked(works_as_records(found.works), (KIND,), found.headings)


def table_in(data: bytes, path: Path, shown: str, sheet: str) -> Table:
    """Read a table; raises `CannotContinueError` where it is none, `CannotImportError` where it cannot be read."""
    form = FORMS.get(path.suffix.lower(), "")
    if form not in ("csv", "xlsx"):
        raise CannotContinueError(
            f"`{path.name}` is no table: its name ends neither in `.xlsx` nor in `.csv`",
            how_to_save(path.name) or "save it as one of the two; FollowTheMoney comes in by `probata import ftm`",
        )
    return sheet_of(data, path, shown, form, sheet)


def likeliest_kind(table: Table) -> str:
    """Return the kind of which most headings are fields; of several that of the outline's first."""
    named = [heading for heading in table.header if heading.strip()]
    numbers = {kind.key: sum(field_of_heading(kind.key, one) is not None for one in named)
               for kind in kinds_of_tables()}  # fmt: skip
    return max(numbers, key=lambda key: numbers[key])


def fields_of_tables(kind: str) -> list[str]:
    """Return the fields that a heading may be said to mean, as they are written, dates also by their ends."""
    return list(_fields(shape_of(kind), ()))


def _fields(shape: Shape, path: tuple[str, ...]) -> Iterator[str]:
    name = ".".join(path)
    if path and (shape.is_text or shape.is_date or shape.choices or shape.items is not None):
        yield name
    if path and shape.is_date and not shape.is_one_date:
        yield from (f"{name}.{edge}" for edge in EDGES)
    if len(path) < _DEEPEST and path[-1:] != ("translations",):
        for key, below in shape.fields.items():
            if key != "value" or not shape.is_text:  # a text that stands for the part is its value
                yield from _fields(below, (*path, key))


def holds_entities(data: bytes) -> bool:
    """Tell entities of FollowTheMoney from other JSON by how the file begins."""
    begin = data[:_LOOKED_AT]
    return b'"schema"' in begin and b'"properties"' in begin


def in_one_line(value: Any, longest: int = 100) -> str:
    """Return what a field says as one line of a sane length."""
    text = " ".join(("; ".join(map(_name, value)) if isinstance(value, list | tuple) else _name(value)).split())
    return text if len(text) <= longest else f"{text[: longest - 1]}…"


def _name(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(_name, value))
    return ", ".join(map(_name, value.values())) if isinstance(value, dict) else str(value)


def look_at_table(table: Table, kind: str, said: Mapping[str, str], memory: Memory, target: Target) -> Looked:
    """Look at the rows of a table of records of a kind; `said` is what headings mean.

    Raises `CannotImportError` too, where the headings cannot be followed.
    """
    if kind == KIND:
        works, unknown = works_of_rows(table, said)
        looked = target.looked(works_as_records(works), (KIND,), unknown)
    else:
        columns = columns_of(table, kind, said)
        kinds = tuple(kind.key for kind in KINDS)
        looked = target.looked(records_of_rows(table, kind, columns), kinds, columns.unknown)
        outcomes = looked.plan.outcomes
        outcomes[:] = (replace(one, faults=tuple(map(in_sheets, one.faults))) for one in outcomes)
    if looked.files and (remembered := memory.with_fields(kind, table.header, said)):
        looked.files.append(remembered)
    return looked


def look_at_entities(data: bytes, path: Path, shown: str, target: Target) -> Looked:
    """Look at entities of FollowTheMoney; raises `CannotImportError` too, where the file cannot be read."""
    text = decode_bytes(data, path, shown)
    if isinstance(text, Diagnostic):
        raise CannotImportError(text)
    incoming, others = records_of(read_entities(text.text, text.shown))
    return target.looked(incoming, ORDER, others=others)

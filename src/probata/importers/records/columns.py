"""The columns of a table: which field each is, and which are none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, partial

from probata.diagnostics import Span
from probata.diagnostics.say import did_you_mean
from probata.importers.foreign import refused
from probata.importers.spreadsheet import Table, bare, said_of_headings
from probata.model.explain_fault import field_for
from probata.model.kinds import KIND_BY_KEY, KINDS, Kind
from probata.model.typed_dates import as_recorded, is_open_end
from probata.source.shipped import shipped
from probata.workbook.headings import Path, path_of, place_of_headings
from probata.workbook.shape import Shape, shape_of
from probata.workbook.sheets import forms_of

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


_STILL = re.compile(
    r"^(?:now|today|present|the present|to date|current|ongoing|à ce jour|en cours|aujourd'hui|actual|actualidad|"
    r"hasta hoy|presente)$",
    re.IGNORECASE,
)
"""Words for "it goes on"."""
_GOES_ON, _BEGAN = "/..", "../"
FROM, UNTIL = "from", "until"
EDGES = (FROM, UNTIL)
"""What stands behind the field of a period for its two ends: `dates.from`, `dates.until`."""


def is_still_so(until: str) -> bool:
    """Tell whether an end says that there is none yet."""
    return bool(_STILL.match(" ".join(until.split())))


def period(start: str, until: str) -> str:
    """Return a period in the form of records; empty where neither end says anything.

    An end that is missing, or says "until further notice", is open, which never means that it goes on. A beginning that
    is a whole period is one; "since 2015" and "until 2017" in the two columns are one period too.
    """
    is_open = is_still_so(until) or is_open_end(until)
    first, last = (as_recorded(said) for said in (start, "" if is_open else until))
    if first.endswith(_GOES_ON) and last:
        first = first.removesuffix(_GOES_ON)
    last = last.removeprefix(_BEGAN)
    if not first and not last:
        return ""
    if "/" in first and not last:
        return first
    return f"{first or '..'}/{last or '..'}"


BODY_OF_POST = ("roles", ("body",))
"""No field of a tenure: the body of its post, where a table names no other post."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field, by its path, and what goes with it in every row."""

    path: Path
    edge: str = ""
    """Of a period that is given by its ends: which end this is."""

    with_it: tuple[tuple[Path, str], ...] = ()
    """Fields beside it with their text, the same in every row."""

    @property
    def shown(self) -> str:
        """The field as a user writes it."""
        name = ".".join((*self.path, *([self.edge] if self.edge else [])))
        return "; ".join([name, *(f"{'.'.join(path)}: {text}" for path, text in self.with_it)])


def field_of_heading(kind: str, heading: str) -> Field | None:
    """Return the field that a heading stands for: a known word, one of our headings, or the name of a field."""
    word, words = bare(heading), shipped("importers.records", "words.toml")
    known = words.get(kind, {}).get(word)
    if known:
        return field_named(kind, known)
    return field_named(kind, heading) or field_named(kind, words["any"].get(word, ""))


def field_named(kind: str, said: str) -> Field | None:
    """Return the field that is meant by `name.native.text`, `Name: native: text`, or one with others behind it.

    `None` where a record of the kind has none of this name.
    """
    name, *others = (part.strip() for part in said.split(";"))
    if not name:
        return None
    path = tuple(name.split(".")) if "." in name and " " not in name else path_of(name)
    edge = path[-1] if path[-1] in EDGES and len(path) > 1 else ""
    if edge and shape_of(kind).at(path[:-1]).is_date:
        path = path[:-1]
    else:
        edge = ""
    with_it = tuple(
        (tuple(key.strip().split(".")), text.strip()) for key, _, text in (one.partition(":") for one in others)
    )
    known = all(shape_of(kind).at(one) != Shape() for one in (path, *(key for key, _ in with_it)))
    known = known or (kind, path) == BODY_OF_POST
    return Field(path, edge, with_it) if known else None


def advice(kind: str, said: str) -> str:
    """Return the next step for a name that is no field of a kind."""
    fields = shape_of(kind).fields
    if meant := field_for(bare(said).replace(" ", "_"), list(fields)):
        return f"did you mean `{meant}`?"
    return did_you_mean(said, fields, f"the fields are {', '.join(sorted(fields.keys() - {'translations'}))}")


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
    own = said_of_headings(table, mapped, partial(field_named, kind), lambda said: (
        f"`{said}` is no field of the kind `{kind}`", advice(kind, said)))  # fmt: skip
    named = [(place, heading) for place, heading in enumerate(table.header) if heading.strip()]
    fields = {place: own[bare(heading)] if bare(heading) in own else field_of_heading(kind, heading)
              for place, heading in named}  # fmt: skip
    known: list[Column] = []
    for place, heading in named:
        if field := fields[place]:
            known.append(Column(place, heading, field, sum(one.field == field for one in known)))
    unknown = [heading for place, heading in named
               if fields[place] is None and bare(heading) not in own and table.has_cells(place)]  # fmt: skip
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

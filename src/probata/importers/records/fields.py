"""Which field of a record a heading, or a name that the user gives, stands for."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from importlib.resources import files

from probata.importers.records.period import EDGES
from probata.importers.records.table import bare
from probata.model.field_words import field_for
from probata.workbook.headings import Path, path_of
from probata.workbook.shape import Shape, shape_of

NOTHING = ""
"""What the user says of a heading that stands for no field and is to be left out."""

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
    word = bare(heading)
    known = _words().get(kind, {}).get(word)
    if known:
        return field_named(kind, known)
    return field_named(kind, heading) or field_named(kind, _words()["any"].get(word, ""))


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
    near = field_for(bare(said).replace(" ", "_"), list(fields)) or next(iter(get_close_matches(said, fields, 1)), "")
    if near:
        return f"did you mean `{near}`?"
    return f"the fields are {', '.join(sorted(key for key in fields if key != 'translations'))}"


@cache
def _words() -> Mapping[str, Mapping[str, str]]:
    text = files("probata.importers.records").joinpath("words.toml").read_text(encoding="utf-8")
    found: Mapping[str, Mapping[str, str]] = tomllib.loads(text)
    return found

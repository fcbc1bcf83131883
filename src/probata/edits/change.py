"""What may be changed in the records of a case. A record is known by its kind and id; `case` has one and no id."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from probata.diagnostics import Span
from probata.source.change_yaml import Edit

Loc = tuple[str | int, ...]
"""Keys and positions on the way to a field, by our names: `("birth", "place", "value")`."""


@dataclass(frozen=True, slots=True)
class NewWords:
    """Edits of a text, in offsets of the text as the record has it."""

    kind: str
    record: str
    loc: Loc
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class NewValue:
    """A field with another text as a whole, or one that had none.

    The line end of a block of text is its layout: it stays where the new text has none.
    """

    kind: str
    record: str
    loc: Loc
    text: str


@dataclass(frozen=True, slots=True)
class NoValue:
    """A field that goes, and each part of the record that holds nothing then."""

    kind: str
    record: str
    loc: Loc


@dataclass(frozen=True, slots=True)
class NewRecords:
    """Records that come in behind those of their kind: strings, lists of strings and of parts, and parts."""

    kind: str
    records: Sequence[Mapping[str, Any]]
    beside: str = "more.yaml"
    """Their file where the kind is a folder of files."""


@dataclass(frozen=True, slots=True)
class MoreFields:
    """Fields that a record gets: of a part that it has, those that it lacks; of a list, entries behind its own.

    It is known by its place too, since an id may stand twice; nothing else is changed in its file but records that come
    in.
    """

    kind: str
    record: str
    span: Span
    fields: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class WholeRecord:
    """A record with all that it shall say, as plain data; `None` where it goes."""

    kind: str
    record: str
    fields: Mapping[str, Any] | None


FieldChange = NewWords | NewValue | NoValue
Change = FieldChange | NewRecords | MoreFields | WholeRecord

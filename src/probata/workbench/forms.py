"""A record as a form, and a form as a record: fields by its schema, whatever the kind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from probata.diagnostics import Diagnostic, say
from probata.diagnostics.message import Field as Named
from probata.diagnostics.message import Message
from probata.graph.resolve import REFERENCES
from probata.graph.titles import NAMING
from probata.messages import load_wording
from probata.model.dates import parse_when
from probata.model.typed_dates import as_recorded
from probata.source.shipped import shipped
from probata.workbook.headings import TRANSLATIONS, heading_of, words_of
from probata.workbook.shape import Shape, shape_of

Widget = Literal["text", "date", "choice", "reference", "part", "list"]
PREFIX = "f."
"""Begins the names of fields; the rest is the path, with dots."""
EMPTY = "n."
"""Begins the names that keep an entry or a part which holds nothing else."""
CITED = ("sources", "authorities")
_CITED_AT = "pinpoint"
"""The field that a citation has and nothing else."""
_OTHER_SPELLING = "Another spelling of"
_YES_NO = ("true", "false")
_NOT_SHOWN = frozenset({"id"})

Loc = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a form, with what stands in it and below it."""

    loc: Loc
    label: str
    hint: str
    widget: Widget
    value: str = ""
    choices: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    """Kinds of records of which it names one."""
    fields: tuple[Field, ...] = ()
    """The fields of a part, or the entries of a list."""
    more: tuple[tuple[str, str], ...] = ()
    """Keys and labels of the fields that a part does not have yet."""
    is_entry: bool = False
    faults: tuple[Diagnostic, ...] = ()
    """What is wrong with the form of what stands in it."""
    is_marked: bool = False
    """Whether its text may hold emphasis and citations."""
    is_required: bool = False
    """Whether what it is in must have it."""

    @property
    def name(self) -> str:
        """Its name in the form."""
        return PREFIX + path_of(self.loc)

    @property
    def marker(self) -> str:
        """The name under which an empty part or entry is sent."""
        return EMPTY + path_of(self.loc)

    @property
    def path(self) -> str:
        """Its path in the record, with dots."""
        return path_of(self.loc)

    @property
    def summary(self) -> str:
        """What a folded part is known by: the first words in it."""
        return next((words for one in self.fields if (words := one.value or one.summary)), "")

    @property
    def has_fault(self) -> bool:
        """Whether something is wrong in it or below it."""
        return bool(self.faults) or any(one.has_fault for one in self.fields)

    @property
    def is_filled(self) -> bool:
        """Whether anything stands in it or below it."""
        return bool(self.value) or any(one.is_filled for one in self.fields)

    @property
    def is_folded(self) -> bool:
        """Whether it is folded where it is no entry of a list."""
        return bool(self.loc) and self.loc[-1] == TRANSLATIONS

    @property
    def is_rest(self) -> bool:
        """Whether it is among the fields of a record that are folded together."""
        return len(self.loc) == 1 and self.loc[0] in _layout()["rest"]

    @property
    def is_cited(self) -> bool:
        """Whether it names a source and the place in it."""
        return self.references == CITED and self.path.rpartition(".")[2] != "source"

    @property
    def named(self) -> str:
        """The id of the record that it names, without the place in it."""
        return self.value.partition(", ")[0] if self.is_cited else self.value

    @property
    def pinpoint(self) -> str:
        """The place in the source that it names."""
        return self.value.partition(", ")[2] if self.is_cited else ""


def path_of(loc: Loc) -> str:
    """Return a path with dots."""
    return ".".join(map(str, loc))


def loc_of(path: str) -> Loc:
    """Return the steps of a path with dots; numbers are places in lists."""
    return tuple(int(step) if step.isdigit() else step for step in path.split(".") if step)


def form_of(kind: str, record: Mapping[str, Any]) -> Field:
    """Return a record as a form: what it says, in the order of its schema, then the fields it could have."""
    return _part(kind, (), shape_of(kind), record, "")


def begun(kind: str) -> dict[str, Any]:
    """Return a new record with the fields that it must have, and those by which most begin, all empty."""
    shape = shape_of(kind)
    shown = shape.required.union(_layout()["begun"].get(kind, ())) - _NOT_SHOWN
    return {key: _nothing(below, (key,)) for key, below in shape.fields.items() if key in shown}


def blank(kind: str, loc: Loc) -> Field:
    """Return an empty field, or an empty entry of a list, at a path. Raises `LookupError` where no record has it."""
    shape = _shape_at(kind, loc)
    return _field(kind, loc, shape, _nothing(shape, loc), loc[-1] in _shape_at(kind, loc[:-1]).required)


def _nothing(shape: Shape, loc: Loc) -> Any:
    """Return an empty value: of a part the fields that it must have and its first ones, of a list one entry."""
    if _is_line(shape, loc):
        return ""
    if shape.fields:
        first = _layout()["first"].get(_keys(loc)[-1], list(shape.fields)[: 2 if _is_entry(loc) else 1])
        return {key: _nothing(below, (*loc, key)) for key, below in shape.fields.items()
                if key in first or key in shape.required}  # fmt: skip
    return [_nothing(shape.items, (*loc, 0))] if shape.items else ""


def _is_line(shape: Shape, loc: Loc) -> bool:
    """Tell whether people write a line for it, though it may have fields: a date, a citation, a name."""
    if not shape.is_text or shape.is_date or "citations" in loc:
        return shape.is_text
    return _CITED_AT in shape.items.fields if shape.items else not (_is_entry(loc) and shape.fields)


def _shape_at(kind: str, loc: Loc) -> Shape:
    shape = shape_of(kind)
    for step in loc:
        below = shape.items if isinstance(step, int) else shape.fields.get(step) or shape.others
        if below is None:
            raise LookupError(path_of(loc))
        shape = below
    return shape


def _layout() -> Mapping[str, Any]:
    return shipped("workbench", "layout.toml")


_CODE = re.compile(r"`([^`]*)`")
_SENTENCE = re.compile(r"(?<=[.;:]) (?=[^a-z]|`|(?:a|the|an) )|(?<=;) ")
_TO_A_FILE = re.compile(r"`probata |`[^`]*(?:\.\w{2,4}|[{}#])[^`]*`|\]\(")
_ID_OF = re.compile(r"\bIds? of (\w)")


def _hint(kind: str, loc: Loc, shape: Shape) -> str:
    """Return what a field is for, in the words of its schema, but for what concerns records as text alone."""
    keys = _keys(loc)
    hints = _layout()["hints"]
    own = hints.get(".".join((kind, *keys))) or hints.get(keys[-1])
    if own and not _is_entry(loc):
        return str(own)
    parts = [part for part in _SENTENCE.split(shape.description) if not _TO_A_FILE.search(part)]
    text = " ".join(" ".join(parts).rstrip(";: ").split())
    text = _ID_OF.sub(lambda found: found[1].upper(), _CODE.sub(lambda found: f"“{_shown_code(found[1])}”", text))
    if re.fullmatch(rf"(?:the )?{re.escape(_label(loc))}(?: of the \w+)?\.?", text, re.IGNORECASE):
        return ""  # it says nothing that its label does not say
    return f"{text}." if text and text[-1] not in ".!?" else text


def _shown_code(code: str) -> str:
    return code.replace("_", " ") if code.replace("_", "").isalpha() else code


def _field(kind: str, loc: Loc, shape: Shape, value: Any, is_required: bool = False) -> Field:
    label = _label(loc)
    if isinstance(value, Mapping):
        return _part(kind, loc, shape, value, label, is_required)
    if isinstance(value, list):
        entries = tuple(_field(kind, (*loc, n), shape.items or Shape(), one) for n, one in enumerate(value))
        return Field(loc, label, _hint(kind, loc, shape), "list", fields=entries, is_entry=_is_entry(loc),
                     is_required=is_required)  # fmt: skip
    text = "" if value is None else str(value)
    refs = _references(kind, loc) or (_references(kind, (*loc, next(iter(shape.fields)))) if shape.fields else ())
    choices = _YES_NO if shape.is_yes_or_no else shape.choices
    widget: Widget = "text"
    if choices and text in ("", *choices):
        widget = "choice"
    elif refs:
        widget = "reference"
    elif shape.is_date:
        widget = "date"
    return Field(
        loc, label, _hint(kind, loc, shape), widget, text, tuple(choices), refs, is_entry=_is_entry(loc),
        is_marked=shape.is_markdown, is_required=is_required,
    )  # fmt: skip


def _part(kind: str, loc: Loc, shape: Shape, value: Mapping[str, Any], label: str, is_required: bool = False) -> Field:
    order = {key: n for n, key in enumerate(shape.fields)}
    keys = sorted((key for key in value if key not in _NOT_SHOWN or loc), key=lambda key: order.get(key, len(order)))
    fields = tuple(_field(kind, (*loc, key), shape.below(key), value[key], key in shape.required) for key in keys)
    missing = (
        key for key, below in shape.fields.items()
        if key not in value and (loc or key not in _NOT_SHOWN) and not below.description.startswith(_OTHER_SPELLING)
    )  # fmt: skip
    more = tuple((path_of((*loc, key)), _words(key)) for key in missing)
    return Field(
        loc, label, _hint(kind, loc, shape) if loc else "", "part", fields=fields, more=more, is_entry=_is_entry(loc),
        is_required=is_required,
    )  # fmt: skip


def _keys(loc: Loc) -> list[str]:
    return [step for step in loc if isinstance(step, str)]


def _is_entry(loc: Loc) -> bool:
    return bool(loc) and isinstance(loc[-1], int)


def _label(loc: Loc) -> str:
    if _is_entry(loc):
        return str(int(loc[-1]) + 1)
    return _words(str(loc[-1])) if loc else ""


def _words(key: str) -> str:
    words = _layout()["labels"].get(key) or words_of(key)
    return f"{words[:1].upper()}{words[1:]}"


def label_of(path: str) -> str:
    """Return how a form calls the field at a path."""
    return heading_of(tuple(str(step) for step in loc_of(path) if isinstance(step, str)) or ("id",))


def _references(kind: str, loc: Loc) -> tuple[str, ...]:
    keys = ".".join(_keys(loc))
    last = keys.rpartition(".")[2]
    if last == "citations" or (last == "source" and _CITED_AT in _shape_at(kind, loc[:-1]).fields):
        return CITED
    return REFERENCES.get(kind, {}).get(keys, ())


def fields_in(field: Field) -> Iterator[Field]:
    """Give a field and all below it."""
    yield field
    for one in field.fields:
        yield from fields_in(one)


def record_of(sent: Iterable[tuple[str, str]], *, with_empty: bool = False) -> dict[str, Any]:
    """Return the record that a form holds as it was sent; places in lists are closed up.

    Empty fields are left out unless the form is to be shown again as it was. Line ends are single line
    feeds. Names that are no paths are passed over.
    """
    root: dict[str | int, Any] = {}
    for name, value in sent:
        if name.startswith((PREFIX, EMPTY)):
            steps = loc_of(name[2:])
            holder = root
            for step in steps[:-1]:
                below = holder.setdefault(step, {})
                if not isinstance(below, dict):
                    break
                holder = below
            else:
                if steps and name.startswith(PREFIX):
                    holder[steps[-1]] = value.replace("\r\n", "\n")
                elif steps and name.startswith(EMPTY):
                    holder.setdefault(steps[-1], {})
    found = _closed(root, with_empty)
    return found if isinstance(found, dict) else {}


def called_by(kind: str, record: Mapping[str, Any]) -> Iterator[str]:
    """Give what may call a new record, the best first: its title or name, who wrote it, what else it says in words."""
    shape = shape_of(kind)
    free = (key for key in record if not (shape.below(key).choices or shape.below(key).is_date))
    for key in (*NAMING, "author", *free):
        yield " ".join(_texts(record.get(key)))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, Mapping):
        value = value.values()
    if isinstance(value, str):
        yield value
    elif value:
        for below in value:
            yield from _texts(below)


def with_dates(kind: str, record: Mapping[str, Any]) -> dict[str, Any]:
    """Return a record in which the dates that were typed in words stand as records have them."""
    made: dict[str, Any] = _dated(shape_of(kind), record)
    return made


def _dated(shape: Shape, value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _dated(shape.below(key), below) for key, below in value.items()}
    if isinstance(value, list):
        return [_dated(shape.items or Shape(), below) for below in value]
    return as_recorded(value) if shape.is_date and isinstance(value, str) else value


def understood(text: str) -> str:
    """Return a date in words, as it is understood. Raises `ValueError` where it is not."""
    return load_wording("en-GB").when(parse_when(as_recorded(text)))


def as_typed(text: str) -> str:
    """Return a date as one would type it; as it stands where it would be read otherwise."""
    try:
        words = understood(text)
        return words if as_recorded(words) == text else text
    except ValueError:
        return text


def _closed(value: Any, with_empty: bool) -> Any:
    if not isinstance(value, dict):
        return value
    inner = {key: _closed(below, with_empty) for key, below in value.items()}
    kept = {key: below for key, below in inner.items() if with_empty or below not in ("", {}, [])}
    if value and all(isinstance(key, int) for key in value):
        return [kept[key] for key in sorted(kept, key=_place)]
    return {str(key): below for key, below in kept.items()}


def _place(key: str | int) -> int:
    return int(key)


def as_sent(record: Mapping[str, Any]) -> dict[str, Any]:
    """Return a record as its form would send it back unchanged."""
    return record_of(_names((), record))


def _names(loc: Loc, value: Any) -> Iterator[tuple[str, str]]:
    inner: Sequence[tuple[str | int, Any]]
    if isinstance(value, Mapping):
        inner = list(value.items())
    elif isinstance(value, list):
        inner = list(enumerate(value))
    else:
        yield PREFIX + path_of(loc), "" if value is None else str(value)
        return
    for step, below in inner:
        if loc or step not in _NOT_SHOWN:
            yield from _names((*loc, step), below)


# Faults of form, each beside its field.


def with_faults(form: Field, found: Sequence[Diagnostic]) -> Field:
    """Return a form with what is wrong in its fields beside them; of a list, in each entry that may be meant."""
    if not found:
        return form
    steps = ".".join(step for step in form.loc if isinstance(step, str))
    is_told = bool(form.loc) and form.widget != "list"
    here = tuple(
        one for one in found if is_told and one.field == steps and not (one.name == _MISSING and form.is_filled)
    )
    left = [one for one in found if one not in here]
    return replace(form, faults=here, fields=tuple(with_faults(one, left) for one in form.fields))


def fields_lacking(kind: str, record: Mapping[str, Any], found: Sequence[Diagnostic]) -> dict[str, Any]:
    """Return the fields, all empty, that a record lacks and must have."""
    fields = shape_of(kind).fields
    lacking = {one.field for one in found} - record.keys()
    return {key: _nothing(below, (key,)) for key, below in fields.items() if key in lacking}


def refused_for(fault: Diagnostic | None, form: Field) -> list[Diagnostic]:
    """Return for what a form was refused: where a field is missing, each other one that is missing too."""
    if fault is None or fault.name != _MISSING:
        return [fault] if fault else []
    return [replace(fault, field=".".join(_keys(one.loc))) for one in _lacking(form)] or [fault]


def _lacking(part: Field) -> Iterator[Field]:
    """Give the fields in which something must stand and nothing does, also in parts and entries that are begun."""
    for one in part.fields:
        if one.is_required and not one.is_filled:
            yield one
        elif one.is_filled:
            yield from _lacking(one)


_MISSING, _NO_ID = "missing-field", "bad-id"


def in_form(found: Diagnostic, form: Field) -> Diagnostic:
    """Return a fault of form in the words of the form: its fields by their labels, and what is to be done there."""
    at = next((one for one in fields_in(form) if one.loc and ".".join(_keys(one.loc)) == found.field), None)
    label = at.label if at and not at.is_entry else _words(found.field.rpartition(".")[2])
    if found.name == _MISSING and found.field:
        return replace(found, message=f"“{label}” must be filled in", help="")
    if found.name == _NO_ID and at and at.references:
        written = Message(found.message).first
        return replace(found, message=f"nothing is called {say.quote(written)} here yet",
                       help="choose from what is offered, or add a record for it first")  # fmt: skip
    parts = (replace(one, shown=f"“{_words(one.text.rpartition('.')[2])}”") if isinstance(one, Named) else one
             for one in Message(found.message).parts)  # fmt: skip
    return replace(found, message=Message.of(parts))


# What became of a record while its form was open: field by field, and nothing overwritten.


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field that was changed here and elsewhere."""

    path: str
    label: str
    ours: str
    theirs: str


THEIRS = "theirs"


def merged(
    base: Mapping[str, Any], ours: Mapping[str, Any], theirs: Mapping[str, Any], chosen: Mapping[str, str]
) -> tuple[dict[str, Any], tuple[Conflict, ...]]:
    """Return a record with the changes of both sides, and the fields that both have changed otherwise.

    `chosen` says whose text is kept of a field that was asked about before, empty where that was not answered. What is
    asked about stands as ours.
    """
    made: dict[str, Any] = {}
    conflicts: list[Conflict] = []
    for key in dict.fromkeys((*theirs, *ours)):
        was, our, their = base.get(key), ours.get(key), theirs.get(key)
        if chosen.get(key) == THEIRS:
            our = was
        elif our != their and (chosen.get(key) == "" or (our != was and their != was)):
            conflicts.append(Conflict(key, _words(key), _shown(our), _shown(their)))
        value = our if our != was else their
        if value is not None:
            made[key] = value
    return made, tuple(conflicts)


def _shown(value: Any) -> str:
    if isinstance(value, Mapping):
        return "; ".join(f"{_words(key).lower()}: {_shown(below)}" for key, below in value.items())
    return ", ".join(map(_shown, value)) if isinstance(value, list) else value or "(nothing)"

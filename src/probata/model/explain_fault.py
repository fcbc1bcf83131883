"""A validation fault in plain words, with its place and the next step."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher, get_close_matches
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, get_args

from pydantic import BaseModel

from probata.diagnostics import Diagnostic, Severity, Span, say
from probata.model.explain_date import on_date
from probata.model.kinds import KINDS
from probata.model.record import LANGUAGE_TAG, Part
from probata.source.node import MappingNode, Node, Scalar, SequenceNode, key_span, node_at, to_plain
from probata.source.yaml_reader import read_yaml

# What is wrong with an id, and what to write.

_OF_CITATIONS = {"citations", "cited_in", "contrary_evidence", "defined_by", "evidence", "made_from", "quoted_in"}
_CITATION = say.either(
    'write source and place as one text with a comma, in quotation marks inside a list: `["report, p. 4"]`',
    "write source and place with a comma between, each citation on a line of its own in the cell: `report, p. 4`",
)
_ID = "an id has letters, digits, hyphens, dots and underscores only"
_OF_ITSELF = {"id", "key"}
"""Fields that hold the id of their own record."""
_LOOKS_RIGHT = {
    "–": "a long dash",
    "—": "a long dash",
    "‑": "a hyphen that no line breaks at",
    "−": "a minus sign",
    " ": "a space",
    "\u00a0": "a space",
    "\u202f": "a space",
}
"""Signs that look like what an id may have, or that word processors put in its place."""


_SPACES = frozenset(" \u00a0\u202f")
_UNSEEN = "Cf"
"""What Unicode calls signs that have no width, such as those that web pages put where a word may break."""


def message_on_id(written: str) -> str:
    """Say that it cannot be an id, and name the first sign that looks right and is not, or cannot be seen."""
    signs = ((place, _called(sign)) for place, sign in enumerate(written, 1))
    found = next(((place, name) for place, name in signs if name), None)
    return f"{say.words(written)} cannot be an id{f': character {found[0]} is {found[1]}' if found else ''}"


def help_on_id(loc: tuple[str | int, ...], written: str) -> str:
    """Return the next step for an id at a place in a record; where citations stand it is mostly no id at all."""
    if _OF_CITATIONS & set(loc):
        return _CITATION
    if any(unicodedata.category(sign) == _UNSEEN for sign in written):
        return f"{_ID}: type it anew, without what was pasted"
    if set(written) & _LOOKS_RIGHT.keys() - _SPACES:
        return f"{_ID}: type a plain hyphen there"
    is_reference = next((step for step in reversed(loc) if isinstance(step, str)), "") not in _OF_ITSELF
    if is_reference:
        return f"write the id of the record that is meant: {_ID}"
    return f"{_ID}: type a plain hyphen there" if set(written) & _SPACES else _ID


def _called(sign: str) -> str:
    """Return what a sign is that nobody sees to be wrong; nothing for any other."""
    unseen = f"a sign that cannot be seen, `U+{ord(sign):04X}`" if unicodedata.category(sign) == _UNSEEN else ""
    return _LOOKS_RIGHT.get(sign, unseen)


# Words for one and the same thing: which field a record has for the word that somebody wrote. The words are data.

_FILE = "field_words.yaml"


def field_for(word: str, fields: Sequence[str]) -> str:
    """Return the field that has another word for what is written, the first that the words name; empty without one."""
    wanted = word.casefold().replace("-", "_").replace(" ", "_")
    for words in _lines():
        if wanted in words:
            for other in words:
                if other in fields and other != word:
                    return other
    return ""


@cache
def _lines() -> tuple[tuple[str, ...], ...]:
    node, _ = read_yaml(files("probata.model").joinpath(_FILE).read_text("utf-8"), _FILE)
    return tuple(tuple(words) for words in to_plain(node)) if node is not None else ()


_A_SLIP = 0.75
"""How alike two words must be to pass for one: `titel` and `title` are, `allegations` and `translations` are not."""
FIELD = say.either("field", "column")
"""What a field is called."""
_SHOWN = 8
"""Fields that are listed at most: more are not read."""


def help_on_field(
    wrong: str, fields: Sequence[str], kinds: frozenset[str], within: Mapping[str, Sequence[str]] = MappingProxyType({})
) -> str:
    """Return the next step for a field that does not exist.

    `fields` are those that the part has, `kinds` the names of record files: a name of theirs is no slip for another
    word, though it may be one for the same word without its `s`. What has another word here, as `victims` for
    `persons`, is sent to that field, and below it where that field has the word: `within` has the fields of each.
    """
    if meant := field_meant(wrong, fields, kinds):
        if wrong in within.get(meant, ()):
            return f"did you mean {say.field(f'{meant}.{wrong}', shown=f'`{meant}`, with `{wrong}` below it')}?"
        own = f" {say.words(wrong)} by themselves are written in `{wrong}.yaml`"
        return f"did you mean {say.field(meant)}?{own if wrong in kinds and meant == field_for(wrong, fields) else ''}"
    if wrong in kinds:
        return f"{say.words(wrong)} are records by themselves: write them in `{wrong}.yaml`; {_listed(wrong, fields)}"
    return _listed(wrong, fields)


def field_meant(wrong: str, fields: Sequence[str], kinds: frozenset[str]) -> str:
    """Return the field that is meant by a name that none has; empty where that cannot be told."""
    near = get_close_matches(wrong, fields, 1, _A_SLIP)
    if near and near[0] in {f"{wrong}s", wrong.removesuffix("s")}:
        return near[0]
    is_slip = near and (wrong not in kinds or wrong.startswith(near[0]))
    return field_for(wrong, fields) or (near[0] if is_slip else "")


def _listed(wrong: str, fields: Sequence[str]) -> str:
    if len(fields) <= _SHOWN:
        return f"the {FIELD}s here are {_called_of_near_fields(sorted(fields))}"
    nearest = sorted(fields, key=lambda field: -SequenceMatcher(None, wrong, field).ratio())[:_SHOWN]
    return f"the nearest of the {len(fields)} {FIELD}s here are {_called_of_near_fields(sorted(nearest))}"


def _called_of_near_fields(fields: Iterable[str]) -> str:
    return ", ".join(say.field(field, shown=field) for field in fields)


_LIST = say.either(
    "begin each entry with a hyphen",
    "write each on a line of its own in the cell (Alt+Enter; on a Mac Control+Option+Enter)",
)
FEW_CHOICES, MOST_CHOICES = 8, 20
"""Choices of which the nearest is not named apart, and of which all are named."""
_OF_LANGUAGES = "translations"
"""A field that every part has, and that says nothing of one."""
_OF_A_KEY = "[key]"
"""What the decoder puts at the end of a path to a key that is wrong itself."""


def record_name(node: Node, kind: str) -> str:
    """Return `kind/id` for messages and output, or the kind alone where the record has no id."""
    found = node.get("id") if isinstance(node, MappingNode) else None
    return f"{kind}/{found.text}" if isinstance(found, Scalar) else kind


def explain_fault(fault: dict[str, Any], node: Node, model: type[Part], kind: str) -> Diagnostic:
    """Turn one fault of the decoder into a finding."""
    loc = data_path(fault["loc"], node)
    code, name, message, help, span = _words(fault, loc, node, model)
    field = ".".join(step for step in loc if isinstance(step, str) and step != _OF_A_KEY)
    return Diagnostic(code, name, Severity.ERROR, message, span, help, record=record_name(node, kind), field=field)


def data_path(loc: tuple[Any, ...], node: Node) -> tuple[str | int, ...]:
    """Keep the steps that lead through the data; the decoder adds names of alternatives in between."""
    path: list[str | int] = []
    here: Node = node
    for index, step in enumerate(loc):
        is_step = isinstance(here, MappingNode) and isinstance(step, str) and here.get(step) is not None
        is_step = is_step or (isinstance(here, SequenceNode) and isinstance(step, int))
        if is_step or index == len(loc) - 1:
            path.append(step)
            here = node_at(here, (step,))
    return tuple(path)


def _words(
    fault: dict[str, Any], loc: tuple[str | int, ...], node: Node, model: type[Part]
) -> tuple[str, str, str, str, Span]:
    """Return code, name, message, help and place."""
    last = next((step for step in reversed(loc) if isinstance(step, str)), "")
    found = node_at(node, loc)
    written = found.text if isinstance(found, Scalar) else ""
    match fault["type"]:
        case "extra_forbidden" if len(loc) == 1 and last in model.spellings:
            ours = model.spellings[last]
            message = f"{say.words(last)} is another spelling of {say.field(ours)}, which this record has already"
            return "REC110", "field-given-twice", message, "delete one of the two", key_span(node, last)
        case "extra_forbidden":
            within = _fields_at(model, loc[:-1])
            help = help_on_field(last, list(within), frozenset(one.key for one in KINDS), within)
            place = key_span(node_at(node, loc[:-1]), last)
            return "REC101", "unknown-field", f"there is no {FIELD} {say.field(last)} here", help, place
        case "missing":
            place = _start(node_at(node, loc).span)
            return "REC102", "missing-field", f"the field {say.field(last)} is missing", f"add `{last}: …`", place
        case "date":
            reason = fault["ctx"]["reason"]
            message, help = on_date(written, reason)
            return "REC103", "unreadable-date", message, help, found.span
        case "number":
            message = f"{say.words(written)} is {fault['ctx']['reason']}"
            return "REC104", "unreadable-number", message, "write digits, with `+` for at least", found.span
        case "moment":
            message = f"{say.words(written)} is {fault['ctx']['reason']}"
            help = "write day, time and zone as `2026-11-30T22:35+01:00`, or the day alone"
            return "REC103", "unreadable-date", message, help, found.span
        case "literal_error":
            return _choice(fault, written, last, found.span)
        case "string_pattern_mismatch" if fault["ctx"]["pattern"] == LANGUAGE_TAG:
            is_key = loc[-1] == _OF_A_KEY
            tag, place = (
                (str(loc[-2]), key_span(node_at(node, loc[:-2]), str(loc[-2]))) if is_key else (written, found.span)
            )
            help = "write a short tag such as `en-GB`, `fr` or `es`"
            return "REC109", "unknown-language", f"{say.words(tag)} is no language tag", help, place
        case "string_pattern_mismatch":
            return "REC106", "bad-id", message_on_id(written), help_on_id(loc, written), found.span
        case "string_too_short":
            return (
                "REC102",
                "missing-field",
                f"the field {say.field(last)} is empty",
                "write a value or delete it",
                found.span,
            )
        case "string_too_long":
            message = f"{say.words(f'{written[:20]}…')} is longer than {fault['ctx']['max_length']} characters"
            return "REC106", "bad-id", message, "choose a shorter id", found.span
        case _:
            return _shape(
                fault, last, written, found, [name for name in _fields_at(model, loc) if name != _OF_LANGUAGES]
            )


def _choice(fault: dict[str, Any], written: str, last: str, span: Span) -> tuple[str, str, str, str, Span]:
    allowed = [part.strip().strip("'") for part in fault["ctx"]["expected"].replace(" or ", ", ").split(",")]
    near = get_close_matches(written, allowed, 3)
    help = "write one of: " + ", ".join(allowed if len(allowed) <= MOST_CHOICES else near or allowed)
    if near and len(allowed) > FEW_CHOICES:
        help = f"did you mean {' or '.join(say.words(one) for one in near)}?" + (
            f" The choices are {', '.join(allowed)}" if len(allowed) <= MOST_CHOICES else ""
        )
    return "REC105", "unknown-choice", f"{say.words(written)} is no choice for {say.field(last)}", help, span


def _shape(
    fault: dict[str, Any], last: str, written: str, found: Node, fields: list[str]
) -> tuple[str, str, str, str, Span]:
    """Return the words for a value of another form; `fields` are those that the part has which should stand there."""
    limits = fault.get("ctx", {})
    few = f": {', '.join(say.field(name) for name in fields)}" if 0 < len(fields) <= FEW_CHOICES else ""
    write_fields = (
        "fields",
        say.either(
            "write `name: value`, one below the other",
            "write each part under the heading that names it, in a column of its own",
        )
        + few,
    )
    wanted = {
        "greater": (f"{limits.get('ge')} or more", "correct the number"),
        "less": (f"{limits.get('le')} or less", "correct the number"),
        "bool": ("yes or no", say.either("write `true` or `false`", "write `yes` or `no`")),
        "hash": ("a SHA-256, 64 digits and letters from a to f", "copy it whole, or let `probata preserve` write it"),
        "int": ("a whole number", "write digits only"),
        "string": ("text", say.either("write it on one line, or below `|` on indented lines", "write a text")),
        "tuple": ("a list", _LIST),
        "list": ("a list", _LIST),
        "dict": write_fields,
        "model": write_fields,
        "region": (
            "4 measures",
            "write from the left, from the top, width, height: `72 140 200 14`",
        ),
        "redaction": ("a text, or a page or part of one", "write either `text`, or `page` with or without `region`"),
        "name": ("one name", "give each its own entry, a person as `{family: Smith, given: John}`"),
    }
    what, help = wanted.get(str(fault["type"]).split("_")[0], ("something else", "see the field's description"))
    subject = (
        f"an entry of {say.field(last)}"
        if last and isinstance(found, Scalar) and found.is_null
        else f"the value of {say.field(last)}"
    )
    shown = say.words(written) if written else subject if last else "this"
    return "REC107", "wrong-shape", f"{shown} should be {what}", help, _start(found.span) if not written else found.span


def _start(span: Span) -> Span:
    return Span(span.path, span.line, span.column, span.line, span.column + 1)


def _fields_at(model: type[Part], loc: tuple[str | int, ...]) -> dict[str, tuple[str, ...]]:
    """Return the field names of the part that stands at a path, each with the fields of the part that it holds."""
    here: type[BaseModel] | None = model
    for step in loc:
        if isinstance(step, str) and here is not None and step in here.model_fields:
            here = model_in(here.model_fields[step].annotation)
    held = {name: model_in(field.annotation) for name, field in here.model_fields.items()} if here else {}
    return {name: tuple(part.model_fields) if part else () for name, part in held.items()}


def model_in(annotation: Any) -> type[BaseModel] | None:
    """Return the part that an annotation holds, through lists and alternatives; `None` where it holds none."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for argument in get_args(annotation):
        if found := model_in(argument):
            return found
    return None

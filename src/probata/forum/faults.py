"""What is wrong with a forum's files, as findings in plain words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from probata.diagnostics import Diagnostic, Severity, Span
from probata.source.node import Node, key_span, node_at

_WORDS = {
    "tuple_type": "must be a list",
    "dict_type": "must be a group of fields",
    "model_type": "must be a group of fields",
    "string_type": "must be text",
    "string_too_short": "must not be empty",
    "bool_parsing": "must be `true` or `false`",
    "int_parsing": "must be a whole number",
    "float_parsing": "must be a number",
    "date_from_datetime_parsing": "must be a day such as `2026-11-24`",
    "date_parsing": "must be a day such as `2026-11-24`",
    "greater_than": "is too small",
}
_SPELLING = {"source": "write the address of the text, or `practice` for a custom of the trade"}


def forum_fault(code: str, name: str, message: str, span: Span | None, help: str = "") -> Diagnostic:
    """Make a must-fix finding about a forum."""
    return Diagnostic(code, name, Severity.ERROR, message, span, help)


def unknown_forum(forum: str, known: Sequence[str], span: Span | None) -> Diagnostic:
    """Say that there is no such forum, and which there are."""
    return forum_fault("FOR101", "unknown-forum", f"there is no forum `{forum}`", span,
                       f"{suggest(forum, known)}the forums are: {', '.join(known) or 'none'}")  # fmt: skip


def suggest(word: str, known: Iterable[str]) -> str:
    """Begin the advice with the nearest known word, or with nothing."""
    near = get_close_matches(word, list(known), n=1)
    return f"did you mean `{near[0]}`? " if near else ""


def form_faults(error: ValidationError, model: type[BaseModel], node: Node) -> Iterator[Diagnostic]:
    """Turn the errors of one file into findings; what is only missing is left to the merged profile."""
    for detail in error.errors(include_url=False):
        if detail["type"] == "extra_forbidden":
            yield _unknown_field(detail, model, node)
        elif detail["type"] != "missing":
            yield _wrong_value(detail, node)


def missing_faults(error: ValidationError, span: Span) -> Iterator[Diagnostic]:
    """Turn what the merged profile lacks into findings."""
    for detail in error.errors(include_url=False):
        path = ".".join(map(str, detail["loc"])) or "forum"
        if detail["type"] == "missing":
            yield forum_fault("FOR104", "missing-field", f"the field `{path}` is missing", span, f"add `{path}`")
        else:
            yield forum_fault("FOR105", "wrong-value", f"`{path}` {_reason(detail)}", span,
                              "look at this field here and in the forum that this one extends")  # fmt: skip


def _unknown_field(detail: ErrorDetails, model: type[BaseModel], node: Node) -> Diagnostic:
    *above, key = detail["loc"]
    known = sorted(_fields_at(model, above))
    return forum_fault("FOR103", "unknown-field", f"`{key}` is not a field here",
                       key_span(node_at(node, above), str(key)),
                       f"{suggest(str(key), known)}the fields here are: {', '.join(known)}")  # fmt: skip


def _wrong_value(detail: ErrorDetails, node: Node) -> Diagnostic:
    loc = detail["loc"]
    field = next((str(step) for step in reversed(loc) if isinstance(step, str)), "forum")
    return forum_fault("FOR105", "wrong-value", f"`{field}` {_reason(detail)}", node_at(node, loc).span,
                       _SPELLING.get(field, "correct the value"))  # fmt: skip


def _reason(detail: ErrorDetails) -> str:
    context = detail.get("ctx", {})
    if detail["type"] == "literal_error":
        return f"must be one of {context.get('expected')}".replace("'", "`")
    if detail["type"] == "greater_than_equal":
        return f"is too small: it must be {context['ge']:g} at least"
    if detail["type"] == "less_than_equal":
        return f"is too large: it must be {context['le']:g} at most"
    if detail["type"] == "value_error":
        return f"cannot stand: {context.get('error')}"
    if detail["type"] == "string_pattern_mismatch":
        wanted = ": write one such as `#1f3864`" if str(context.get("pattern")).startswith("^#") else ""
        return f"has a form that is not known: `{detail['input']}`{wanted}"
    return _WORDS.get(detail["type"], f"has a wrong value: {detail['msg'].lower()}")


def _fields_at(model: type[BaseModel], loc: Iterable[str | int]) -> frozenset[str]:
    here: type[BaseModel] = model
    for step in loc:
        if isinstance(step, str) and step in here.model_fields:
            here = _model_in(here.model_fields[step].annotation) or here
    return frozenset(here.model_fields)


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for inner in get_args(annotation) if (found := _model_in(inner))), None)

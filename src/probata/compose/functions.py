"""The functions that templates may call, with a look at what they are called with before they run."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from inspect import Parameter, signature
from typing import Any, get_type_hints

import jinja2

from probata.compose.told import ToldRuntimeError

_KINDS = {str: "text, such as `person.id`", "AllegationView": "an allegation of `allegations`"}


def checked(functions: Mapping[str, Callable[..., Any]]) -> dict[str, Callable[..., Any]]:
    """Return the functions so that a call with the wrong values is a fault of the template, with what they take.

    The kinds are read from the annotations: a parameter of a class takes its instances, any other takes anything.
    """
    return {name: _checked(name, function) for name, function in functions.items()}


def _checked(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    form, kinds = signature(function), get_type_hints(function)

    @wraps(function)
    def call(*values: Any, **named: Any) -> Any:
        """Look at the values first, so that a template's mistake is told in its own words."""
        try:
            bound = form.bind(*values, **named)
        except TypeError:
            raise _misused(name, f"takes {_count(form.parameters)}") from None
        for parameter, given in bound.arguments.items():
            several = form.parameters[parameter].kind is Parameter.VAR_POSITIONAL
            for value in given if several else (given,):
                _look_at(name, parameter, value, kinds.get(parameter))
        return function(*values, **named)

    return call


def _look_at(name: str, parameter: str, value: Any, kind: Any) -> None:
    if isinstance(value, jinja2.Undefined):
        str(value)  # raises with the name that does not exist
    if kind is not Any and isinstance(kind, type) and not isinstance(value, kind):
        what = _KINDS.get(kind) or _KINDS.get(kind.__name__, f"a {kind.__name__}")
        raise _misused(name, f"takes {what} as `{parameter}`")


def _count(parameters: Mapping[str, Parameter]) -> str:
    names = ", ".join(f"`{parameter}`" for parameter in parameters)
    return f"these values: {names}" if names else "no values"


def _misused(name: str, what: str) -> ToldRuntimeError:
    return ToldRuntimeError(f"`{name}` {what}", "see docs/templates.md for what it takes")

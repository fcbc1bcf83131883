"""What a template asks of a value that has no such field: remembered with the fields that there are."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

import jinja2
from jinja2.utils import missing


class UnknownFieldError(jinja2.UndefinedError):
    """A field that a value lacks; `fields` are the names of those that it has, sorted."""

    def __init__(self, message: str | None = None, name: str = "", fields: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.name = name
        self.fields = fields


class UnknownField(jinja2.StrictUndefined):
    """Stands for a name or a field that does not exist; to print it, to ask it or to loop over it is a fault."""

    __slots__ = ()

    def __init__(self, hint: str | None = None, obj: Any = missing, name: str | None = None, exc: Any = None) -> None:
        """Take what the engine knows: the value asked, or none where the name itself is unknown."""
        known = exc or (jinja2.UndefinedError if obj is missing else _told(obj, str(name)))
        super().__init__(hint, obj, name, known)


def _told(value: object, name: str) -> Any:
    return partial(UnknownFieldError, name=name, fields=_fields(value))


def _fields(value: object) -> tuple[str, ...]:
    """Return the names that a template may ask of a value; methods are none."""
    if isinstance(value, Mapping):
        return tuple(sorted(key for key in value if isinstance(key, str)))
    own = type(value)
    declared = getattr(own, "model_fields", None) or dir(own)
    return tuple(sorted(key for key in declared if key[:1] != "_" and not callable(getattr(own, key, None))))

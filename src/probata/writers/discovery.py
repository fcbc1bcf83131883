"""Which formats there are: every folder beside this file is one. A new format is a new folder; nothing is edited."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from probata import writers
from probata.writers.format import Format


@cache
def format_ids() -> tuple[str, ...]:
    """Return the ids of all formats, sorted. No writer is imported."""
    return tuple(sorted(found.name for found in iter_modules(writers.__path__) if found.ispkg))


@cache
def load_format(name: str) -> Format:
    """Load a writer by its folder's name.

    Raises `KeyError` where there is none, `TypeError` where the folder does not end in `FORMAT = Format(…)`.
    """
    if name not in format_ids():
        raise KeyError(name)
    found = import_module(f"{writers.__name__}.{name}").FORMAT
    if not isinstance(found, Format):
        raise TypeError(f"writers/{name} does not end in FORMAT = Format(…)")
    return found

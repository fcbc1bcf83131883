"""Which steps there are: every file in `steps` is one. A new step is a new file; nothing is edited."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from probata.migrations import steps
from probata.migrations.migration import Migration


@cache
def all_steps() -> tuple[Migration, ...]:
    """Return all steps in the order of their versions.

    Raises `TypeError` where a file does not end in `MIGRATION = Migration(…)`, and `ValueError` where a step does not
    lead to the next format or two take the same one.
    """
    found = [_load(info.name) for info in iter_modules(steps.__path__)]
    found.sort(key=lambda step: step.before)
    taken = [step.before for step in found]
    if len(set(taken)) < len(taken) or any(step.after != step.before + 1 for step in found):
        raise ValueError("each step leads from one format to the next, and each format has one step")
    return tuple(found)


def _load(name: str) -> Migration:
    found = import_module(f"{steps.__name__}.{name}").MIGRATION
    if not isinstance(found, Migration):
        raise TypeError(f"migrations/steps/{name}.py does not end in MIGRATION = Migration(…)")
    return found

"""Find the checks: functions in the files of subjects that `check` made so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.resources import files
from pkgutil import iter_modules
from types import ModuleType

import probata.checks
from probata.checks.engine.check import Check

FOLDERS = ("documents", "prose", "records", "wording")
"""The folders that hold checks; a file in one is a subject."""

OF_GAPS = ("evidence", "filings", "legal_tests", "provisions", "responsibility", "unfinished")
"""The subjects of records that hold the checks that say `tells_gaps`."""

FAMILIES = {
    "DRA": "drafting", "EVI": "evidence", "FIG": "figures", "LAW": "law", "STR": "structure", "TIM": "time",
}  # fmt: skip
"""Families of checks by the letters with which their codes begin."""

_HEADING = re.compile(r"^## ([a-z0-9-]+)\n", re.MULTILINE)


class CheckDefinitionError(Exception):
    """A check is ill defined: it has no page, or takes another's name or code. A fault of ours."""


@dataclass(frozen=True, slots=True)
class FoundCheck:
    """A check with its family and page."""

    check: Check
    family: str
    page: str


@cache
def discover() -> tuple[FoundCheck, ...]:
    """Return all checks, by family and name; raises `CheckDefinitionError` where one is ill defined."""
    found = sorted(_found(), key=lambda one: (one.family, one.check.name))
    for key in ("name", "code"):
        values = [getattr(one.check, key) for one in found]
        repeated = sorted({value for value in values if values.count(value) > 1})
        if repeated:
            raise CheckDefinitionError(f"two checks share the {key} {', '.join(repeated)}")
    return tuple(found)


def checks_about(what: str) -> tuple[Check, ...]:
    """Return the checks that look at one thing, such as `DOCUMENTS`."""
    return tuple(found.check for found in discover() if found.check.about == what)


@cache
def checks_of_gaps() -> tuple[Check, ...]:
    """Return the checks that tell what the to-do list of a draft names; no more subjects are imported than hold one."""
    subjects = (import_module(f"{probata.checks.__name__}.records.{subject}") for subject in OF_GAPS)
    found = (one for subject in subjects for one in checks_in(subject) if one.check.tells_gaps)
    return tuple(one.check for one in sorted(found, key=lambda one: (one.family, one.check.name)))


def _found() -> Iterator[FoundCheck]:
    for folder in FOLDERS:
        package = import_module(f"{probata.checks.__name__}.{folder}")
        for info in iter_modules(package.__path__):
            yield from checks_in(import_module(f"{package.__name__}.{info.name}"))


def checks_in(module: ModuleType) -> Iterator[FoundCheck]:
    """Give the checks that a module defines; raises `CheckDefinitionError` where one has no page."""
    pages = _pages(module)
    for check in vars(module).values():
        if not isinstance(check, Check) or check.run.__module__ != module.__name__:
            continue
        if check.name not in pages:
            raise CheckDefinitionError(f"{module.__name__} has no page for {check.name} in the Markdown beside it")
        yield FoundCheck(check, FAMILIES[check.code[:3]], pages[check.name])


def _pages(module: ModuleType) -> dict[str, str]:
    """Return the pages beside a module by the names of their checks, each with its headings as `##`."""
    package, _, name = module.__name__.rpartition(".")
    file = files(package).joinpath(f"{name}.md")
    _, *parts = _HEADING.split(file.read_text("utf-8")) if file.is_file() else ("",)
    return {
        check: re.sub(r"^###", "##", page, flags=re.MULTILINE).strip()
        for check, page in zip(parts[::2], parts[1::2], strict=True)
    }

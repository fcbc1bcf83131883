"""Find the checks: every module in a family's folder is one, and only its `CHECK` is read; rules on prose are rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

import probata.checks
from probata.checks.check import Check
from probata.checks.prose.rules import RULES, page_of

FAMILIES = ("drafting", "evidence", "figures", "law", "structure", "time")
"""The folders that hold checks; what several checks share stands in the other folders."""


OF_GAPS = (
    "evidence.allegation_without_evidence",
    "law.allegation_without_limb",
    "law.allegation_without_provision",
    "structure.allegation_without_role",
    "structure.filing_without_allegation",
    "structure.filing_without_statement",
    "structure.required_field_missing",
)
"""The files of the checks that say `tells_gaps`, in the order in which all checks run."""


class CheckDefinitionError(Exception):
    """A check is ill defined: it has no `CHECK`, no page, or takes another's name or code. A fault of ours."""


@dataclass(frozen=True, slots=True)
class FoundCheck:
    """A check with its family and page, as found in the folder of the family."""

    check: Check
    family: str
    page: str


@cache
def discover() -> tuple[FoundCheck, ...]:
    """Return all checks, by family and name; raises `CheckDefinitionError` where one is ill defined."""
    rows = (FoundCheck(check, family, page_of(check)) for family, checks in RULES.items() for check in checks)
    found = (*(check_in(family, module) for family, module in _modules()), *rows)
    found = tuple(sorted(found, key=lambda one: (one.family, one.check.name)))
    for key in ("name", "code"):
        values = [getattr(one.check, key) for one in found]
        repeated = sorted({value for value in values if values.count(value) > 1})
        if repeated:
            raise CheckDefinitionError(f"two checks share the {key} {', '.join(repeated)}")
    return found


def checks_about(what: str) -> tuple[Check, ...]:
    """Return the checks that look at one thing, such as `DOCUMENTS`."""
    return tuple(found.check for found in discover() if found.check.about == what)


def checks_of_gaps() -> tuple[Check, ...]:
    """Return the checks that tell what the to-do list of a draft names; no other is imported."""
    return tuple(import_module(f"probata.checks.{name}").CHECK for name in OF_GAPS)


def _modules() -> Iterator[tuple[str, ModuleType]]:
    root = probata.checks
    for family in FAMILIES:
        package = import_module(f"{root.__name__}.{family}")
        for name in sorted(info.name for info in iter_modules(package.__path__) if not info.ispkg):
            yield family, import_module(f"{package.__name__}.{name}")


def check_in(family: str, module: ModuleType) -> FoundCheck:
    """Return the check that a module holds; raises `CheckDefinitionError` where it holds none or is misnamed."""
    check = getattr(module, "CHECK", None)
    if not isinstance(check, Check):
        raise CheckDefinitionError(f"{module.__name__} has no `CHECK`")
    if check.name.replace("-", "_") != module.__name__.rpartition(".")[2]:
        raise CheckDefinitionError(f"{module.__name__} holds the check {check.name}: name them alike")
    if not module.__doc__:
        raise CheckDefinitionError(f"{module.__name__} has no page: its docstring is missing")
    return FoundCheck(check, family, module.__doc__.strip())

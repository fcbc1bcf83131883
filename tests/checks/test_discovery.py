"""Discovery of checks: by folder and file, with ill-defined ones refused."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import pytest

import probata.checks
from probata.checks import CheckDefinitionError, checks_of_gaps, discover
from probata.checks.discovery import FAMILIES, check_in
from probata.checks.prose.rules import RULES
from probata.checks.structure.allegation_without_role import CHECK

ROOT = Path(probata.checks.__path__[0])


def test_every_file_of_a_family_is_a_check() -> None:
    files = {(path.parent.name, path.stem) for path in ROOT.glob("*/*.py") if path.stem != "__init__"}

    of_families = {(family, name) for family, name in files if family in FAMILIES}
    rows = {(family, check.name.replace("-", "_")) for family, checks in RULES.items() for check in checks}
    assert {(found.family, found.check.name.replace("-", "_")) for found in discover()} == of_families | rows


def test_no_check_stands_outside_the_families() -> None:
    others = [path for path in ROOT.glob("**/*.py") if path.parent.name not in FAMILIES]

    assert len(others) > len(FAMILIES)
    assert [path.name for path in others if "\nCHECK = " in path.read_text(encoding="utf-8")] == []


def test_checks_come_by_family_and_name() -> None:
    order = [(found.family, found.check.name) for found in discover()]

    assert order == sorted(order)


def test_the_checks_of_gaps_are_all_that_tell_gaps() -> None:
    assert checks_of_gaps() == tuple(found.check for found in discover() if found.check.tells_gaps)


def test_a_file_without_a_check_is_refused() -> None:
    with pytest.raises(CheckDefinitionError, match="has no `CHECK`"):
        check_in("time", ModuleType("probata.checks.time.empty", "A page."))


def test_a_check_that_is_named_otherwise_than_its_file_is_refused() -> None:
    module = ModuleType("probata.checks.structure.other_name", "A page.")
    module.CHECK = CHECK  # type: ignore[attr-defined]  # a made-up module has no declared names

    with pytest.raises(CheckDefinitionError, match="name them alike"):
        check_in("structure", module)


def test_a_check_without_a_page_is_refused() -> None:
    module = ModuleType("probata.checks.structure.allegation_without_role")
    module.CHECK = CHECK  # type: ignore[attr-defined]  # a made-up module has no declared names

    with pytest.raises(CheckDefinitionError, match="its docstring is missing"):
        check_in("structure", module)

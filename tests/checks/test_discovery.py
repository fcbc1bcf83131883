"""Discovery of checks: by folder and file, with ill-defined ones refused."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import pytest

import probata.checks
from probata.checks import CheckDefinitionError, discover
from probata.checks.discovery import check_in
from probata.checks.structure.allegation_without_role import CHECK


def test_every_file_of_a_family_is_a_check() -> None:
    root = Path(probata.checks.__path__[0])
    files = {(path.parent.name, path.stem) for path in root.glob("*/*.py") if path.stem != "__init__"}

    assert {(found.family, found.check.name.replace("-", "_")) for found in discover()} == files


def test_checks_come_by_family_and_name() -> None:
    order = [(found.family, found.check.name) for found in discover()]

    assert order == sorted(order)


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

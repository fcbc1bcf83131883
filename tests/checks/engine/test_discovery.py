"""Discovery of checks: functions in the files of subjects, with ill-defined ones refused."""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType

import pytest

from probata.checks import CheckDefinitionError, Finding, checks_of_gaps, discover
from probata.checks.engine.discovery import FAMILIES, checks_in
from probata.checks.records.responsibility import allegation_without_role


def test_checks_come_by_family_and_name() -> None:
    order = [(found.family, found.check.name) for found in discover()]

    assert order == sorted(order)
    assert {family for family, _ in order} == set(FAMILIES.values())


def test_checks_of_gaps_are_all_that_say_so() -> None:
    assert checks_of_gaps() == tuple(found.check for found in discover() if found.check.tells_gaps)


def test_a_check_is_named_after_its_function() -> None:
    assert allegation_without_role.name == "allegation-without-role"
    assert allegation_without_role in {found.check for found in discover()}


def test_a_check_without_a_page_is_refused() -> None:
    module = ModuleType(allegation_without_role.run.__module__ + "_without_pages")
    made = type(allegation_without_role)("STR999", "made-up", allegation_without_role.severity, "case", _nothing)
    _nothing.__module__ = module.__name__
    module.made_up = made  # type: ignore[attr-defined]  # a made-up module has no declared names

    with pytest.raises(CheckDefinitionError, match="no page for made-up"):
        tuple(checks_in(module))


def test_what_a_module_only_imports_is_not_its_check() -> None:
    module = ModuleType("probata.checks.records.another")
    module.borrowed = allegation_without_role  # type: ignore[attr-defined]  # a made-up module has no declared names

    assert not tuple(checks_in(module))


def _nothing(_: object) -> Iterator[Finding]:
    return iter(())

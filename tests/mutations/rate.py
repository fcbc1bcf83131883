"""How many of the changes that were tried were found, in one line below the outcome of the tests."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from tests.mutations.catalogue import MUTATIONS

CHANGE_TEST = "test_a_change_is_found_by_its_check_at_its_record["
"""The test that tries the changes, each with what stands in brackets behind its name."""


def rate_of_mutations(outcomes: Mapping[str, Sequence[Any]]) -> str:
    """Return the line, by the reports of a run; nothing where no change was tried."""
    found, missed = (_count(outcomes, name) for name in ("passed", "failed"))
    if not (tried := found + missed):
        return ""
    kinds, checks = len({each.kind for each in MUTATIONS}), len({each.check for each in MUTATIONS})
    return (
        f"changes to the fictional case: {found} of {tried} found ({100 * found / tried:.1f} %); "
        f"{len(MUTATIONS)} in all, of {kinds} kinds, for {checks} checks"
    )


def _count(outcomes: Mapping[str, Sequence[Any]], name: str) -> int:
    return sum(
        1
        for report in outcomes.get(name, ())
        if report.when == "call" and f"/test_mutations.py::{CHANGE_TEST}" in report.nodeid
    )

"""Small changes to the fictional case, such as the other side would use, are found by a named check."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from tests.filings.cases import EXAMPLE
from tests.filings.made import session, workspace
from tests.mutations.mutation import Mutation, mutations
from tests.mutations.trial import CHECKS, Trial

from probata.diagnostics import Severity
from probata.pipeline import check_documents

MUTATIONS = tuple(mutations())


@pytest.fixture(scope="session")
def trial(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Trial]:
    """A copy of the fictional case, read anew for each change."""
    made = Trial(tmp_path_factory.mktemp("mutations"))
    gc.freeze()  # what was loaded stays to the end, and each reading makes many values that do not
    yield made
    gc.unfreeze()


@pytest.mark.parametrize("mutation", MUTATIONS, ids=str)
def test_a_change_is_found_by_its_check_at_its_record(mutation: Mutation, trial: Trial) -> None:
    new = trial.new_findings(mutation)
    weights = [found.severity for found in new if found.record == mutation.record]

    assert weights, [(found.record, found.message) for found in new]
    assert mutation.note or min(weights, key=lambda weight: weight.rank) is not Severity.INFO


def test_the_untouched_case_has_nothing_that_must_or_should_be_fixed() -> None:
    case = session(EXAMPLE)
    found = (*case.report, *check_documents(case, workspace()))

    assert [f"{one.span}: {one.message}" for one in found if one.severity is not Severity.INFO] == []


@pytest.mark.parametrize("check", ["conduct-outside-tenure", "one-source-only", "limb-not-argued", "unknown-source"])
def test_a_change_that_harms_nothing_gives_nothing_new(check: str, trial: Trial) -> None:
    words = {"in": "sources.yaml service-order-6", "old": "photocopy handed over by an advocate", "new": "photocopy"}

    assert trial.new_findings(Mutation(check, "harmless", "allegations/torture-brann-street", (words,))) == []


def test_every_check_finds_at_least_one_change() -> None:
    assert sorted(CHECKS.keys() - {mutation.check for mutation in MUTATIONS}) == []

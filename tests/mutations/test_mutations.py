"""Small changes to the fictional case, such as the other side would use, are found by a named check."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from tests.mutations.catalogue import MUTATIONS
from tests.mutations.mutation import Mutation, NothingChangedError, append, swap
from tests.mutations.rate import CHANGE_TEST, rate_of_mutations
from tests.mutations.texts import EXAMPLE, tried_texts
from tests.mutations.trial import CHECKS, SHOWN, Trial

from probata.diagnostics import Severity
from probata.pipeline import check_documents, open_case, open_workspace


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
    assert mutation.is_note or min(weights, key=lambda weight: weight.rank) is not Severity.INFO


def test_the_untouched_case_has_nothing_that_must_or_should_be_fixed() -> None:
    workspace = open_workspace()
    session = open_case(EXAMPLE, SHOWN, workspace)
    found = (*session.report, *check_documents(session, workspace))

    assert [f"{one.span}: {one.message}" for one in found if one.severity is not Severity.INFO] == []


@pytest.mark.parametrize("check", ["conduct-outside-tenure", "one-source-only", "limb-not-argued", "unknown-source"])
def test_a_change_that_harms_nothing_gives_nothing_new(check: str, trial: Trial) -> None:
    edit = swap("sources.yaml", "service-order-6", "photocopy handed over by an advocate", "photocopy")

    assert trial.new_findings(Mutation("harmless", (edit,), check, "allegations/torture-brann-street")) == []


def test_a_change_that_does_not_fit_the_case_is_told() -> None:
    misfit = swap("roles.yaml", "orskelin-battalion-4", "dates: 1815-06-18", "dates: 1816-06-18")

    with pytest.raises(NothingChangedError, match="stands 0 times"):
        Mutation("misfit", (misfit,), "conduct-outside-tenure", "roles/x").applied_to(tried_texts())


def test_the_rate_counts_the_changes_that_were_tried() -> None:
    ours, other = "tests/mutations/test_mutations.py::" + CHANGE_TEST, "tests/test_docs.py::test_a["
    passed = [SimpleNamespace(when="call", nodeid=f"{name}{n}]") for n in range(3) for name in (ours, other)]
    failed = [SimpleNamespace(when="call", nodeid=f"{ours}3]"), SimpleNamespace(when="setup", nodeid=f"{ours}4]")]

    assert "3 of 4 found (75.0 %)" in rate_of_mutations({"passed": passed, "failed": failed})
    assert rate_of_mutations({"passed": [], "failed": []}) == ""


def test_the_changes_are_tried_under_the_name_that_the_rate_looks_for() -> None:
    assert f"{test_a_change_is_found_by_its_check_at_its_record.__name__}[" == CHANGE_TEST


def test_every_change_changes_its_files() -> None:
    texts = tried_texts()

    for mutation in MUTATIONS:
        changed = mutation.applied_to(texts)
        assert changed
        assert all(text != texts.get(name) for name, text in changed.items())


def test_no_change_is_tried_twice() -> None:
    texts = tried_texts()
    tried = Counter((*sorted(mutation.applied_to(texts).items()), mutation.check) for mutation in MUTATIONS)

    assert [number for number in tried.values() if number > 1] == []


def test_there_are_enough_changes_of_enough_kinds_and_no_kind_prevails() -> None:
    kinds = Counter(mutation.kind for mutation in MUTATIONS)

    assert len(MUTATIONS) >= 100
    assert len(kinds) >= 40
    assert max(kinds.values()) <= 5


def test_there_is_a_change_for_every_check() -> None:
    needed = {mutation.check for mutation in MUTATIONS}

    assert sorted(CHECKS.keys() - needed) == []


def test_an_added_file_and_a_changed_template_are_taken_back(trial: Trial) -> None:
    edits = (append("data/more.csv", "a,b\n"), append("templates/uk-ghr/brief.md.j2", "More.\n"))
    forums, files = trial.forums, sorted(trial.folder.rglob("*"))

    trial.new_findings(Mutation("harmless", edits, "kind-missing", "filings/uk-ghr", filing="uk-ghr"))
    assert trial.forums is forums
    assert sorted(trial.folder.rglob("*")) == files

"""The words that a change puts into one document are ours, and are checked as those of the records are."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.changes.example import case_with
from tests.checks.example_case import load_example

from probata.checks import CheckInput, list_checks, run_checks
from probata.checks.prose.texts import words_of_changes
from probata.checks.wording.words import verdict_word
from probata.pipeline import whole_case

WORDS = (
    "Daveth Orskelin is a murderer (as all know. He was “recently removed. Nearly all of the 12 men and 5 women, "
    "18 persons in all, were beaten. Davet Orskelyn and Marek Rovendale did it.."
)


@pytest.fixture(scope="module")
def looked_through(tmp_path_factory: pytest.TempPathFactory) -> CheckInput:
    changes = [{"filing": "uk-ghr", "before": "Risk, confidentiality, who submits", "after": WORDS}]
    found = whole_case(case_with(tmp_path_factory.mktemp("words"), changes))
    assert found is not None
    return found


def test_checks_of_wording_find_what_a_change_says_and_have_looked_at_it(looked_through: CheckInput) -> None:
    named: set[str] = set()
    for page in list_checks():
        looked = {one.record for one in page.check.looked(looked_through)}
        found = {finding.record for finding in page.check.run(looked_through)} if looked else set()
        assert found <= looked, page.check.name
        named |= {page.check.name} if "changes/c0" in found else set()

    assert {"verdict-word", "unbalanced-bracket", "relative-time-word", "kept-in-one-document"} <= named


def test_a_sentence_that_stood_there_before_is_not_told_again(tmp_path: Path) -> None:
    case, faults = load_example(
        tmp_path,
        "case:\n  title: Example\n  summary: Mara Wolk is a murderer. It was cold.\n"
        "  persons_concerned: [wolk]\n  filings: [{id: submission, forum: uk-ghr}]\n"
        "people: [{id: wolk, name: Mara Wolk}]\nchanges:\n  - id: warm\n    filing: submission\n"
        "    before: Mara Wolk is a murderer. It was cold.\n"
        "    after: Mara Wolk is a murderer. It was warm.\n    author: Ada Reyes\n    date: 2024-06-01\n",
    )
    (result,) = run_checks(case, [verdict_word])
    (text,) = words_of_changes(case.graph)

    assert faults == []
    assert [one.record for one in result.findings] == ["case/case"]
    assert (text.value.strip(), len(text.value)) == ("It was warm.", len("Mara Wolk is a murderer. It was warm."))

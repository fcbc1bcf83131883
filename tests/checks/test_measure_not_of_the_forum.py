"""What a filing asks for, against the measures that its forum lists."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks.engine.finding import Outcome
from probata.checks.engine.run import CheckResult, run_checks
from probata.checks.records.filings import measure_not_of_the_forum
from probata.diagnostics import Severity


def result_of(folder: Path, forum: str, *measures: str, more: str = "") -> CheckResult:
    relief = ", ".join(f"{{measure: '{measure}', argument: It would be just.}}" for measure in measures)
    filing = f"{{id: f, forum: {forum}, relief: [{relief}]{more}}}"
    case, _ = load_example(folder, f"case:\n  title: Example\n  filings: [{filing}]\n")
    return run_checks(case, [measure_not_of_the_forum])[0]


@each(
    ("forum", "measure", "is_found"),
    [
        ("uk-ghr", "Trade embargo", True),
        ("uk-ghr", "Asset freeze", False),
        ("uk-ghr", "Freezing of her assets in the United Kingdom", False),
        ("uk-ghr", "Asset freeze and travel ban", False),
        ("uk-ghr", "Disqualification as a director", False),
        ("uk-ghr", "Designation under regulation 5", False),
        ("us-glomag", "Blocking of property under section 1(a) of Executive Order 13818", False),
        ("us-glomag", "Visa restrictions", False),
        ("us-glomag", "Withdrawal of a decoration", True),
        ("eu-ghrsr", "Entry bans", False),
        ("eu-ghrsr", "Expulsion of the ambassador", True),
        ("un-sp", "a letter of allegation to the Government", False),
        ("un-sp", "An asset freeze", True),
        ("un-sp", "12345", False),
    ],
)
def test_a_measure_is_one_that_the_forum_lists(forum: str, measure: str, is_found: bool, tmp_path: Path) -> None:
    found = result_of(tmp_path, forum, measure).findings

    assert [(one.record, one.severity) for one in found] == ([("filings/f", Severity.WARNING)] if is_found else [])


def test_a_measure_that_is_not_known_is_told_with_those_that_are(tmp_path: Path) -> None:
    (found,) = result_of(tmp_path, "uk-ghr", "Asset freeze", "Trade embargo").findings

    assert (
        in_ids(found.message) == "`f` asks for “Trade embargo”, which is none of the measures that forum `uk-ghr` lists"
    )
    assert found.help == (
        "ask for what the forum can give: asset freeze, travel ban, director disqualification (not read at its source)"
    )


def test_a_forum_without_measures_and_a_filing_without_relief_are_not_looked_at(tmp_path: Path) -> None:
    assert result_of(tmp_path, "support-statement", "Trade embargo").outcome is Outcome.NOT_APPLICABLE
    assert result_of(tmp_path, "uk-ghr").outcome is Outcome.NOT_APPLICABLE


def test_a_measure_in_a_language_other_than_the_forums_list_is_not_compared(tmp_path: Path) -> None:
    result = result_of(tmp_path, "un-sp", "une lettre au Gouvernement", more=", language: fr")

    assert result.outcome is Outcome.NOT_APPLICABLE

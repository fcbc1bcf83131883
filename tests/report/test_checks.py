"""What was checked: the answers of the checks in the lists of the report."""

from __future__ import annotations

from pathlib import Path

from tests.case_folder import ALLEGATIONS
from tests.each import each
from tests.filings.cases import EXAMPLE, REAL
from tests.report.reported import harbour, state_of

from probata.report.checks import CheckEntry, list_of_checks

CASES = each("case", [EXAMPLE, REAL])


def entry(folder: Path, name: str, **files: str | None) -> CheckEntry:
    (found,) = [one for one in harbour(folder, **files).checks if one.name == name]
    return found


@CASES
def test_what_fails_stands_first_then_what_cannot_be_told_then_what_passes(case: str) -> None:
    order = [one.answer for one in state_of(case).checks]
    ranks = [["fail", "cannot tell", "pass", "not applicable"].index(answer) for answer in order]
    assert ranks == sorted(ranks)
    assert {"fail", "pass", "not applicable"} <= set(order)


@CASES
def test_every_check_leads_to_its_findings_and_its_numbers_add_up(case: str) -> None:
    state = state_of(case)
    by_number = {found.number: found for found in state.findings}
    for one in state.checks:
        assert one.looked_at == one.passed + one.failed + one.untold
        assert all(by_number[number].code == one.code for number in one.findings)
        assert one.findings or not one.failed, one.name
        assert one.reasons or not one.untold, one.name
        assert one.explained


def test_a_check_says_of_how_many_records_it_speaks_and_why_it_cannot_tell(tmp_path: Path) -> None:
    found = entry(tmp_path, "conduct-outside-tenure", allegations=ALLEGATIONS.replace("  period: 2022-05\n", ""))
    assert found.looked_for == "conduct outside tenure"
    assert found.in_words == "allegations: 1 looked at, 1 cannot tell"
    assert found.reasons == ("its conduct is not dated",)


def test_the_list_has_a_row_for_each_check_with_its_numbers_and_reasons(tmp_path: Path) -> None:
    state = harbour(tmp_path, allegations=ALLEGATIONS.replace("  period: 2022-05\n", ""))
    rows = {row[11]: row for row in list_of_checks(state.checks).rows}
    assert len(rows) == len(state.checks)
    assert rows["conduct-outside-tenure"][:9] == (
        "conduct outside tenure", "cannot tell", "allegations", 1, 0, 0, 1, "its conduct is not dated", "",
    )  # fmt: skip

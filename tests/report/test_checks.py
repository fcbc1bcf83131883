"""What was checked: the answers of the checks in the report, as data and on the page."""

from __future__ import annotations

from pathlib import Path

from tests.case_folder import ALLEGATIONS
from tests.each import each
from tests.filings.cases import EXAMPLE, REAL
from tests.report.conftest import Opened
from tests.report.reported import harbour, state_of
from tests.report.test_page import page_of

from probata.report.checks import CheckEntry, list_of_checks

ALL = "#all-checks > li"
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


@CASES
def test_the_section_names_each_check_with_answer_and_reason(case: str) -> None:
    items = page_of(case).xpath("//section[@id='checks']//li")
    checks = state_of(case).checks
    assert len(items) == len(checks)
    for item, one in zip(items, checks, strict=True):
        text = " ".join(item.text_content().split()).lower()
        assert one.looked_for.lower() in text
        assert one.answer in text
        assert not one.looked_at or one.in_words.lower() in text
        assert all(" ".join(why.replace("`", "").split()).lower() in text for why in one.reasons)


def test_checks_are_filtered_by_answer_subject_and_words(opened: Opened) -> None:
    checks = state_of(EXAMPLE).checks
    opened.go("checks")
    assert opened.visible(ALL) == len(checks)
    opened.page.select_option("#check-answer", "not-applicable")
    assert opened.visible(ALL) == sum(one.answer == "not applicable" for one in checks)
    opened.page.select_option("#check-answer", "pass")
    opened.page.select_option("#check-subject", "time")
    wanted = sum(one.answer == "pass" and one.subject == "time" for one in checks)
    assert 0 < opened.visible(ALL) == wanted < len(checks)
    assert opened.page.inner_text("#checks-shown") == f"{wanted} of {len(checks)} checks."
    opened.page.fill("#check-text", "TIM101")
    assert opened.visible(ALL) == 1
    opened.page.focus("#check-filters button")
    opened.press("Enter")
    opened.page.wait_for_selector(f"{ALL}[hidden]", state="detached")
    assert opened.visible(ALL) == len(checks)


def test_the_filters_of_checks_and_findings_leave_each_other_alone(opened: Opened) -> None:
    state = state_of(EXAMPLE)
    opened.go("checks")
    opened.page.fill("#check-text", "no such words")
    assert opened.visible(ALL) == 0
    opened.go("findings")
    assert opened.visible("#all-findings > li") == len(state.findings)


def test_a_finding_that_is_filtered_out_is_shown_when_a_check_leads_to_it(opened: Opened) -> None:
    opened.go("findings")
    opened.page.fill("#by-text", "no such words")
    opened.go("checks")
    opened.page.locator(f"{ALL} a[href^='#finding-']").first.click()
    opened.page.wait_for_selector("#findings li:visible")
    number = next(one.findings[0] for one in state_of(EXAMPLE).checks if one.findings)
    opened.page.wait_for_selector(f"#finding-{number}", state="visible")
    assert opened.page.locator(f"#finding-{number}").evaluate("it => it.getBoundingClientRect().top < innerHeight")

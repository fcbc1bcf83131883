"""Every check's page is tried: its first record fires, its second does not, and both can be read without a fault."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable
from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks import CheckInput, CheckPage, Outcome, explain, list_checks
from probata.checks.engine.check import BY_RULE
from probata.checks.engine.run import CheckResult, run_checks
from probata.diagnostics import Severity

PAGES = list_checks()
FAMILY_CODES = {
    "structure": "STR", "time": "TIM", "law": "LAW", "evidence": "EVI", "figures": "FIG", "drafting": "DRA",
}  # fmt: skip
NOTHING_LEFT = {"ultimate-below-superior", "role-dates-mismatch"}
"""Checks whose second example has nothing more to look at: there, that is the cure."""
every_check = each("page", PAGES, ids=lambda page: page.check.name)


def tried(page: CheckPage, example: str, folder: Path) -> tuple[CheckInput, CheckResult]:
    shown = getattr(page, example)
    assert shown.case, f"{page.check.name} has no record under {example}"
    case, faults = load_example(folder, shown.case, shown.files)
    assert [in_ids(fault.message) for fault in faults] == []
    (result,) = run_checks(case, [page.check])
    return case, result


@every_check
def test_the_first_record_of_a_page_fires_and_says_what_is_wrong_where_and_what_to_do(
    page: CheckPage, tmp_path: Path
) -> None:
    case, result = tried(page, "fires", tmp_path)
    looked = {one.record for one in page.check.looked(case)}

    assert {one.name for one in result.findings} == {page.check.name}
    for one in result.findings:
        assert one.span is not None
        assert one.span.path == "case.yaml" or one.span.path in page.fires.files
        assert one.help
        assert one.help == one.help.strip()
        assert one.record.count("/") == 1
        assert "\n" not in in_ids(one.message)
        assert not in_ids(one.message).endswith(".")
        assert "None" not in in_ids(one.message)
        assert one.severity.rank >= page.check.severity.rank or page.check.raised
    assert result.answer.failed + result.answer.untold > 0
    assert result.answer.looked_at == len(looked)
    if "documents" not in page.check.about:
        assert {found.record for found in result.findings} <= looked


@every_check
def test_the_second_record_of_a_page_does_not_fire(page: CheckPage, tmp_path: Path) -> None:
    _, result = tried(page, "passes", tmp_path)

    assert result.findings == ()
    assert result.outcome is (Outcome.NOT_APPLICABLE if page.check.name in NOTHING_LEFT else Outcome.PASSED)


@every_check
def test_a_page_has_its_parts_in_order(page: CheckPage) -> None:
    parts = ["## Why it matters", "## Example", "Use instead:", "## When to allow it"]
    places = [page.text.find(part) for part in parts]

    assert -1 not in places
    assert places == sorted(places)
    assert page.text.partition("\n")[2].startswith("\n")


@every_check
def test_a_code_begins_with_the_letters_of_its_family(page: CheckPage) -> None:
    assert page.check.code[:3] == FAMILY_CODES[page.family]
    assert page.check.code[3:].isdigit()
    assert page.check.code[3] == ("2" if "documents" in page.check.about else "1")


def test_a_page_is_explained_by_name_and_by_code() -> None:
    by_name = explain("conduct-outside-tenure")

    assert by_name is not None
    assert by_name.startswith("# conduct-outside-tenure\n\nConduct from a time")
    assert by_name.endswith("Level: must fix. Family: time. TIM101\n")
    assert explain("conduct_outside_tenure") == explain("tim101") == by_name


def test_an_unknown_check_is_not_explained() -> None:
    assert explain("no-such-check") is None


def test_what_a_rule_of_a_forum_makes_heavier_says_so_on_its_page() -> None:
    for page in PAGES:
        source = _source(page.check.run)
        asks_by_rule = "rule.heaviest" in source and page.check.severity is not Severity.ERROR
        assert page.check.raised == BY_RULE or not asks_by_rule, page.check.name


def test_the_level_of_a_page_says_where_it_is_raised() -> None:
    page = explain("read-void")

    assert page is not None
    assert "Level: should fix; must fix where the case is ready and the read is asked for. Family" in page


def _source(run: Callable[..., object]) -> str:
    """Return the text of a check: its function and those of its file that it leads to."""
    texts: dict[str, str] = {}
    ahead = [run]
    while ahead:
        one = ahead.pop()
        texts[one.__name__] = inspect.getsource(one)
        named = (vars(inspect.getmodule(run)).get(word) for word in re.findall(r"\w+", texts[one.__name__]))
        ahead += [
            found
            for found in named
            if inspect.isfunction(found) and found.__module__ == run.__module__ and found.__name__ not in texts
        ]
    return "".join(texts.values())

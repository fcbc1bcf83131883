"""`probata check --forum`: one forum or filing, also one that the case does not name."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from tests.case_folder import write_case
from tests.cli.command import Command, Ran
from tests.three_languages import CASE, FILES

EXAMPLE = Path(__file__).parents[2] / "claims" / "example"
DECIDED = "41ea96eb3630dec8"
"""The finding on which the decision of the example on the accounts of relatives rests."""


def messages(ran: Ran) -> list[str]:
    return [found["message"] for found in json.loads(ran.out)["findings"]]


def test_a_forum_that_the_case_does_not_name_is_checked_as_if_it_were_the_only_one(
    probata: Command, harbour: Path
) -> None:
    whole = messages(probata("check", harbour, "--format", "json"))
    found = messages(probata("check", harbour, "--format", "json", "--forum", "us-glomag"))

    wanted = [message for message in found if "in `us-glomag`" in message or "required by `us-glomag`" in message]
    assert wanted
    assert not any("us-glomag" in message for message in whole)
    assert any("`uk-ghr`" in message for message in whole)
    assert not any("`uk-ghr`" in message for message in found)


def test_with_statistics_the_checks_that_pass_are_shown_for_the_forum_alone(probata: Command, harbour: Path) -> None:
    def answers(*forum: str) -> dict[str, dict[str, str | int]]:
        ran = probata("check", harbour, "--statistics", "--format", "json", *forum)
        return {count["name"]: count for count in json.loads(ran.out)["checks"]}

    whole, alone = answers(), answers("--forum", "us-glomag")

    assert alone["conduct-outside-tenure"]["answer"] == "pass"
    assert whole["conduct-outside-tenure"] == alone["conduct-outside-tenure"]
    assert whole["required-field-missing"]["fail"] != alone["required-field-missing"]["fail"]


def test_a_forum_of_ones_own_is_checked_by_its_own_rules(probata: Command, harbour: Path) -> None:
    probata("new", "forum", "ours", "--extends", "uk-ghr")

    assert any(
        "`ours`" in message for message in messages(probata("check", harbour, "--format", "json", "--forum", "ours"))
    )


def test_the_findings_of_one_document_are_those_of_the_filing_named(probata: Command, tmp_path: Path) -> None:
    case = write_case(tmp_path, **{**FILES, "case": CASE})
    records = {
        found["record"]
        for found in json.loads(probata("check", case, "--format", "json", "--forum", "letter-fr").out)["findings"]
        if found["record"].startswith("filings/")
    }

    assert records == {"filings/letter-fr"}


def test_faults_of_reading_are_told_whatever_the_forum(probata: Command, tmp_path: Path) -> None:
    case = write_case(tmp_path, roles="- {id: head, person: nobody, title: Head, dates: 2020/2021}\n")

    assert "no person has the id `nobody`" in probata("check", case, "--forum", "eu-ghrsr", "--all").out


@pytest.mark.parametrize("asked", ["uk-gr", "nothing-like-it"])
def test_a_forum_that_there_is_not_ends_with_2_and_the_names_that_there_are(
    probata: Command, harbour: Path, asked: str
) -> None:
    ran = probata("check", harbour, "--forum", asked)

    assert ran.code == 2
    assert "uk-ghr" in ran.err


@pytest.mark.parametrize("forum", ["uk-ghr", "support-statement", "uk-cpr-ws", "us-glomag", "eu-ghrsr", "un-sp-fr"])
def test_the_example_has_nothing_to_fix_in_any_forum_by_itself(probata: Command, forum: str) -> None:
    """What is decided for all forums is decided for each, and what the other documents print is not missed in one."""
    ran = probata("check", EXAMPLE, "--forum", forum, "--format", "json")

    found = json.loads(ran.out)["findings"]
    assert found
    assert [one for one in found if one["severity"] != "info"] == []


def test_a_decision_that_fell_in_the_case_has_fallen_in_each_forum(probata: Command, tmp_path: Path) -> None:
    case = Path(shutil.copytree(EXAMPLE, tmp_path / "example"))
    decisions = (case / "decisions.yaml").read_text(encoding="utf-8")
    (case / "decisions.yaml").write_text(decisions.replace(DECIDED, "0123456789abcdef"), encoding="utf-8")
    ran = probata("check", case, "--forum", "uk-ghr", "--format", "json")

    (fell,) = (one for one in json.loads(ran.out)["findings"] if one["severity"] != "info")
    assert fell["name"] == "element-weakly-supported"
    assert any("the decision fell" in note for note in fell["notes"])

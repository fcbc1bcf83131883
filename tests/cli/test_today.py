"""The day changes two notes and nothing else: the suite has the same results whenever it runs."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from tests.cli.command import Command
from tests.filings.cases import ROOT
from tests.pinned_day import on_day

MOVED_CLOCK = ROOT / "tests" / "filings" / "moved_clock"
FORUMS = sorted(path.parent.name for path in (ROOT / "templates").glob("*/example.yaml"))
OF_THE_DAY = {"rule-due-today", "date-yet-to-come"}
"""The notes that a check may come to on one day and not on another, as `docs/architecture.md` promises."""


def check(forum: str) -> list[str]:
    """Return the arguments that check the example of a forum."""
    return ["check", str(ROOT / "templates" / forum / "example.yaml"), "--format", "json", "--all"]


def told(out: str) -> tuple[list[str], list[str]]:
    """Return the findings that do not depend on the day as JSON, and the names of the others."""
    found = json.loads(out)["findings"]
    of_the_day = [one["name"] for one in found if one["name"] in OF_THE_DAY]
    return [json.dumps(one) for one in found if one["name"] not in OF_THE_DAY], of_the_day


@pytest.mark.parametrize("later", [date(2026, 12, 20), date(2028, 1, 15)], ids=str)
@pytest.mark.parametrize("forum", FORUMS)
def test_a_later_day_adds_notes_on_rules_to_be_read_again_and_changes_nothing_else(
    probata: Command, forum: str, later: date
) -> None:
    now = told(probata(*check(forum)).out)
    with on_day(later):
        then = told(probata(*check(forum)).out)

    assert then[0] == now[0]
    assert now[1] == []
    assert set(then[1]) <= {"rule-due-today"}
    assert then[1] or later < date(2027, 2, 24)


def test_a_process_of_its_own_asks_the_clock_and_differs_by_the_same_notes_alone(
    probata: Command, tmp_path: Path
) -> None:
    here = told(probata(*check("us-glomag")).out)
    command = [sys.executable, "-m", "probata", *check("us-glomag"), "--no-cache"]
    environment = {"PYTHONPATH": f"{MOVED_CLOCK}:{ROOT / 'src'}", "HOME": str(tmp_path)}
    ran = subprocess.run(command, env=environment, cwd=tmp_path, capture_output=True, text=True, check=False)

    assert told(ran.stdout) == (here[0], ["rule-due-today"])

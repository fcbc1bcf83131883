"""The page on what a reader finds in the published review says what the checks find in its records now."""

from __future__ import annotations

import re
from collections import Counter

from tests.each import each
from tests.pages import ROOT
from tests.test_golden_findings import GOLDEN

PAGE = (ROOT / "claims" / "liu-jianchao" / "examination.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| (?P<number>\d+) \|.*\| (?P<found>[^|]+) \|$", re.MULTILINE)
NAMED = re.compile(r"`(?P<check>[a-z]+(?:-[a-z0-9]+)+)` \((?P<records>`[a-z]+/[\w-]+`(?:, `[a-z]+/[\w-]+`)*)\)")
ROWS = {int(row["number"]): row["found"] for row in ROW.finditer(PAGE)}
ANSWERS = ("recorded: ", "by reading only", "in part: ", "`")


def test_the_numbers_above_the_tables_are_those_of_the_tables() -> None:
    count = Counter(next(way for way in ANSWERS if found.startswith(way)) for found in ROWS.values())
    recorded, by_reading, in_part, by_check = (count[way] for way in ANSWERS)

    assert f"by hand, {len(ROWS)} of them" in PAGE
    assert (
        f"**Of {len(ROWS)}: found by a check {by_check}; in part {in_part}; "
        f"recorded, but not found by a check {recorded}; by reading only {by_reading}.**"
    ) in PAGE


@each("number", [number for number, found in ROWS.items() if not found.startswith(ANSWERS[:2])])
def test_each_check_that_is_said_to_find_a_place_finds_it_at_the_record_that_is_named(number: int) -> None:
    golden = {tuple(line.split(" | ")[1:3]) for line in GOLDEN.read_text(encoding="utf-8").splitlines()}
    named = [
        (match["check"], record.strip("`"))
        for match in NAMED.finditer(ROWS[number])
        for record in match["records"].split(", ")
    ]

    assert named != []
    assert [one for one in named if one not in golden] == []

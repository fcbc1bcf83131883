from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.case_folder import write_case
from tests.cli.command import Command


def reads_of(case: Path) -> str:
    return (case / "reads.yaml").read_text(encoding="utf-8")


def test_a_read_is_written_down_with_what_it_rests_on(probata: Command, harbour: Path) -> None:
    found = probata("read", harbour, "beatings", "--as", "fact", "--by", "Oda Quillfern", "--on", "2024-05-02")

    assert found.code == 0
    assert "`read-beatings-fact-2024-05-02` rests on 6 records as they are now" in found.out
    *head, _ = reads_of(harbour).partition("  result")
    assert re.sub(r"[0-9a-f]{16}", "…", head[0]) == (
        "- id: read-beatings-fact-2024-05-02\n  what: beatings\n  read_as: fact\n  by: Oda Quillfern\n"
        "  on: 2024-05-02\n  rests_on:\n    - bodies/guard …\n    - positions/commander …\n"
        "    - roles/solvan-commander …\n    - allegations/beatings …\n"
        "    - sources/gazette …\n    - sources/report …\n"
    )
    assert probata("show", harbour, "reads").out.splitlines()[1].split("\t") == [
        "beatings", "fact", "Oda Quillfern", "2024-05-02", "yes",
    ]  # fmt: skip


def test_several_kinds_and_a_second_read_of_a_day_have_ids_of_their_own(probata: Command, harbour: Path) -> None:
    both = ("--as", "libel", "--as", "source-protection", "--on", "2024")
    for reader in ("N", "M"):
        probata("read", harbour, "beatings", *both, "--by", reader)

    assert re.findall(r"^- id: (.*)$", reads_of(harbour), re.MULTILINE) == [
        "read-beatings-libel-2024",
        "read-beatings-source-protection-2024",
        "read-beatings-libel-2024-2",
        "read-beatings-source-protection-2024-2",
    ]
    assert probata("check", harbour, "--format", "concise").err.endswith("notes\n")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("beating", "--as", "fact", "--by", "N"), "did you mean `beatings`?"),
        (("beatings", "--as", "fact", "--by", " "), "name the reader: `--by NAME`"),
        (("beatings", "--as", "fact", "--by", "N", "--on", "yesterday"), "`yesterday` is no date"),
        (("beatings", "--as", "fact", "--by", "N", "--on", ""), "`` is no date"),
        (("beatings", "--as", "fact"), "--by"),
        (("beatings", "--as", "proof", "--by", "N"), "source-protection"),
    ],
)
def test_what_cannot_be_read_is_wrong_usage_and_writes_nothing(
    probata: Command, harbour: Path, arguments: tuple[str, ...], words: str
) -> None:
    found = probata("read", harbour, *arguments)

    assert found.code == 2
    assert words in found.err
    assert not (harbour / "reads.yaml").exists()


def test_the_same_read_is_not_written_twice(probata: Command, harbour: Path) -> None:
    same = ("read", harbour, "beatings", "--as", "fact", "--by", "N", "--on", "2024-05-02")
    probata(*same)
    before = reads_of(harbour)
    found = probata(*same)

    assert found.code == 2
    assert "written down already, as `read-beatings-fact-2024-05-02`" in found.err
    assert reads_of(harbour) == before


SEEN = """\
- {id: gazette, title: The Gazette, held: held}
- {id: report, title: A Report on the Harbour, held: held, url: "https://a.example/", accessed: 2024-03-01}
"""


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2015-01-01", "`2015-01-01` is before what the read rests on: the reading of source `report` (`2024-03-01`)"),
        ("2024-02", "`2024-02` is before what the read rests on"),
        ("9999-01-01", "`9999-01-01` is after today"),
    ],
)
def test_a_read_is_not_written_for_a_day_that_cannot_be(probata: Command, tmp_path: Path, day: str, words: str) -> None:
    case = write_case(tmp_path, sources=SEEN)
    found = probata("read", case, "beatings", "--as", "fact", "--by", "N", "--on", day)

    assert found.code == 2
    assert words in found.err
    assert not (case / "reads.yaml").exists()


def test_a_read_does_not_go_before_one_that_it_would_follow(probata: Command, harbour: Path) -> None:
    probata("read", harbour, "beatings", "--as", "fact", "--by", "N", "--on", "2025-06-01")
    found = probata("read", harbour, "beatings", "--as", "fact", "--by", "M", "--on", "2025-05-01")

    assert found.code == 2
    assert "before the read `read-beatings-fact-2025-06-01` of `2025-06-01`, which it would follow" in found.err
    assert probata("read", harbour, "beatings", "--as", "law", "--by", "M", "--on", "2025-05-01").code == 0


def test_a_file_that_cannot_be_changed_safely_is_left_as_it_is(probata: Command, tmp_path: Path) -> None:
    case = write_case(tmp_path, reads="[{id: old, what: gazette, by: N, on: 2024}]\n")
    before = reads_of(case)
    found = probata("read", case, "beatings", "--as", "fact", "--by", "N")

    assert found.code == 2
    assert "nothing was written" in found.err
    assert reads_of(case) == before

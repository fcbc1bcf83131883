"""The first hour, walked: every command of the guide does what the guide says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.cli.command import Command
from tests.pages import read

GUIDE = read("docs/first-hour.md")
CASE = Path("claims/my-case")


@pytest.fixture
def probata(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    monkeypatch.chdir(tmp_path)
    command = Command(tmp_path, capsys)
    assert command("new", "case", "my-case").code == 0
    return command


def commands() -> list[list[str]]:
    fences = re.findall(r"^```\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
    lines = [line.split() for fence in fences for line in fence.splitlines()]
    return [line[1:] for line in lines if line[0] == "probata" and line[1:3] != ["new", "case"]]


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{path.name}: {old}"
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_every_command_of_the_guide_runs(probata: Command) -> None:
    tried = {tuple(command) for command in commands()}

    assert ("build", "claims/my-case", "--final") in tried
    assert probata("build", CASE, "--final", "--format", "html").code == 1, "a draft is not made for filing"
    change(probata.folder / CASE / "case.yaml", "status: draft\n", "status: ready\n")
    change(probata.folder / CASE / "allegations.yaml", "status: draft\n", "status: reviewed\n")
    for command in sorted(tried, key=lambda command: (command[0] == "pull", command[0] != "read", command)):
        quick = ("--format", "html", "--format", "docx") if command[0] == "build" else ()
        found = probata(*command, *quick)
        assert found.code == 0, f"{' '.join(command)}: {found.err}"


def test_a_deleted_date_of_birth_is_a_gap_and_listed(probata: Command) -> None:
    change(probata.folder / CASE / "people.yaml", '    date: {value: 1971-06, citations: ["gazette-2022, p. 2"]}\n', "")

    found = probata("build", CASE, "--format", "html")

    assert found.code == 0
    page = (probata.folder / "output/my-case/outgoing/DRAFT-uk-ghr.en-GB.html").read_text(encoding="utf-8")
    assert "date of birth: not recorded" in page
    assert "\n  date of birth" in found.out


def test_conduct_outside_the_post_is_found_with_its_place(probata: Command) -> None:
    change(probata.folder / CASE / "allegations.yaml", "  period: 2023-01/2023-03\n", "  period: 2019-01\n")

    found = probata("check", CASE)

    assert found.code == 1
    assert re.search(
        r"claims/my-case/allegations\.yaml:\d+:\d+: must fix: .*\(conduct-outside-tenure, TIM101\)", found.out
    )


def test_a_table_of_ones_own_is_printed_and_its_wrong_total_found(probata: Command) -> None:
    (probata.folder / CASE / "data" / "my-table.csv").write_text(
        'place,number,source\nNorth,3,"inspector-2024, p. 7"\nSouth,4,"inspector-2024, p. 8"\n', encoding="utf-8-sig"
    )
    datasets = probata.folder / CASE / "datasets.yaml"
    entry = """
- id: my-table
  title: My own table
  file: data/my-table.csv
  columns:
    - {key: place, heading: Place, type: text, key_column: true}
    - {key: number, heading: Number, type: number}
    - {key: source, heading: Source, type: source}
  totals:
    - {column: number, value: 8, label: Total of the source, citations: ["inspector-2024, p. 7"]}
  citations: inspector-2024, p. 7
"""
    datasets.write_text(datasets.read_text(encoding="utf-8") + entry, encoding="utf-8")

    assert "declared-total-differs" in probata("check", CASE, "--format", "json").out
    assert probata("build", CASE, "--format", "html").code == 0
    page = (probata.folder / "output/my-case/outgoing/DRAFT-uk-ghr.en-GB.html").read_text(encoding="utf-8")
    assert "My own table" in page

"""The page of the terminal, walked: every command of the guide does what the guide says."""

from __future__ import annotations

import re
import shutil
import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook
from tests.cli.command import Command
from tests.pages import read
from tests.pull.word_edits import WordEdits

from probata.word import open_word
from probata.word.reading import read_text

GUIDE = read("docs/terminal.md")
CASE = Path("claims/my-case")


@pytest.fixture
def probata(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    monkeypatch.chdir(tmp_path)
    command = Command(tmp_path, capsys)
    assert command("new", "case", "my-case").code == 0
    return command


def fences(kind: str) -> list[list[str]]:
    """Return the lines of the guide's blocks of a kind: commands have none, what they answer is `text`."""
    found: list[list[str]] = []
    opened: str | None = None
    for line in GUIDE.splitlines():
        if not line.startswith("```"):
            if opened == kind:
                found[-1].append(line)
        elif opened is None:
            opened = line.removeprefix("```")
            found += [[]] if opened == kind else []
        else:
            opened = None
    return found


def commands() -> list[list[str]]:
    lines = [line.split() for fence in fences("") for line in fence]
    return [line[1:] for line in lines if line[0] == "probata" and line[1:3] != ["new", "case"]]


def answered(lines: list[str], said: str) -> bool:
    """Tell whether a command said what the guide shows, piece by piece in order; widths of lines do not count."""
    flat, at = " ".join(said.split()), 0
    for piece in " ".join(" ".join(lines).split()).split(" … "):
        at = flat.find(piece, at)
        if at < 0:
            return False
        at += len(piece)
    return True


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
        if command[0] == "redline":
            Path("filed.docx").write_bytes(Path("output/my-case/outgoing/uk-ghr.en-GB.docx").read_bytes())
        found = probata(*command, *quick)
        assert found.code == 0, f"{' '.join(command)}: {found.err}"


def test_a_deleted_date_of_birth_is_a_gap_and_listed(probata: Command) -> None:
    change(probata.folder / CASE / "people.yaml", '    date: {value: 1971-06, citations: ["gazette-2022, p. 2"]}\n', "")

    found = probata("build", CASE, "--format", "html")

    assert found.code == 0
    page = (probata.folder / "output/my-case/outgoing/DRAFT-uk-ghr.en-GB.html").read_text(encoding="utf-8")
    assert "date of birth: to complete" in page
    listed = (probata.folder / "output/my-case/internal/uk-ghr.en-GB.to-do.txt").read_text(encoding="utf-8")
    assert re.search(r"date of birth: people/\S+, birth\.date, claims/my-case/people\.yaml:\d", listed)


def test_conduct_outside_the_post_is_found_with_its_place(probata: Command) -> None:
    change(probata.folder / CASE / "allegations.yaml", "  period: 2023-01/2023-03\n", "  period: 2019-01\n")

    found = probata("check", CASE, "--all")

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
    page = (probata.folder / "output/my-case/outgoing/DRAFT-uk-ghr-annexes.en-GB.html").read_text(encoding="utf-8")
    assert "My own table" in page


def change_cell(book: Path, sheet: str, heading: str, value: str) -> None:
    """Type into the first row below a heading, as in Excel, and save."""
    opened = load_workbook(book)
    (column,) = [cell.column for cell in opened[sheet][1] if cell.value == heading]
    opened[sheet].cell(2, column).value = value
    opened.save(book)


def set_field(book: Path, field: str, value: str) -> None:
    """Type behind a field of the sheet of the case, and save."""
    opened = load_workbook(book)
    (row,) = [row for row in opened["Case"].iter_rows() if row[0].value == field]
    row[1].value = value
    opened.save(book)


def test_the_date_that_changes_after_filing_is_told_as_the_guide_shows(probata: Command) -> None:
    shutil.rmtree(CASE)
    assert probata("new", "case", "my-case", "--workbook").code == 0
    for command in (one for one in commands() if one[0] == "read"):
        assert probata(*command).code == 0
    set_field(CASE / "case.xlsx", "Status", "ready")
    change_cell(CASE / "case.xlsx", "Allegations", "Status", "reviewed")
    assert "uk-ghr             ready; 5 gaps of the draft would stay open: " in probata("check", CASE).out
    filed = probata("build", CASE, "--forum", "uk-ghr", "--format", "docx", "--final")
    assert filed.code == 0
    assert "\n  F Why act: why to act\n" in filed.err, "what is left out is told"
    Path("filed.docx").write_bytes(Path("output/my-case/outgoing/uk-ghr.en-GB.docx").read_bytes())
    assert "type `1 May 2022 – 30 Nov 2022`" in GUIDE
    change_cell(CASE / "case.xlsx", "Roles", "Dates: stated", "1 May 2022 – 30 Nov 2022")

    found, listed = fences("text")

    checked = probata("check", CASE, "--forum", "uk-ghr")
    assert answered(found, checked.out + checked.err), checked.out
    (redline,) = [command for command in commands() if command[0] == "redline"]
    compared = probata(*redline)
    assert answered(listed, compared.out), compared.out
    assert sum("November" in line for line in listed) == 4, "as the guide says"


def said(path: Path) -> str:
    return "\n".join(line.text for line in read_text(open_word(path.read_bytes())).lines)


def test_the_hour_is_walked_in_excel_and_word_alone(probata: Command) -> None:
    """A case as a workbook: an end date, a finding, a document, an edit in Word, back into the workbook, a redline."""
    assert probata("new", "case", "sheets", "--workbook").code == 0
    case = Path("claims/sheets")
    assert sorted(path.name for path in case.iterdir()) == ["README.md", "case.xlsx"]
    made, first = Path("output/sheets/outgoing/DRAFT-uk-ghr.en-GB.docx"), Path("first.docx")
    build = ("build", case, "--forum", "uk-ghr", "--format", "docx")
    assert probata(*build).code == 0
    first.write_bytes(made.read_bytes())

    change_cell(case / "case.xlsx", "Roles", "Dates: stated", "1 May 2022 – 30 Nov 2022")
    found = probata("check", case)
    assert "conduct-outside-tenure" in found.out
    assert probata(*build).code == 0
    assert "30 November 2022" in said(made)

    made.write_bytes(WordEdits(made.read_bytes()).replace("In the winter of 2023", "In January 2023").save())
    pulled = probata("pull", made, "--take", "all")
    assert pulled.code == 0, f"{pulled.out}{pulled.err}"
    assert "case.xlsx" in pulled.out
    assert probata(*build).code == 0
    assert "In January 2023" in said(made)

    compared = probata("redline", first, made, "--out", "redlines")
    assert compared.code == 0, compared.err
    (redline,) = Path("redlines").glob("*.docx")
    with zipfile.ZipFile(redline) as archive:
        marked = archive.read("word/document.xml").decode()
    assert "<w:ins " in marked
    assert "November" in marked

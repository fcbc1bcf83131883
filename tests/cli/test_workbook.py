"""`probata workbook`: a case becomes a workbook and text files again, and is the same case all the time.

That the documents, findings and files of a case stay the same is tried on the two whole cases; all that is true of one
cell, one sheet or one file, on the smallest.
"""

from __future__ import annotations

import errno
import json
import shutil
import signal
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.utils import get_column_letter
from tests.case_folder import ALLEGATIONS, write_case
from tests.cli.command import Command, Ran
from tests.cli.test_interrupt import paused
from tests.filings.cases import CLAIMS, EXAMPLE, FILINGS, REAL, FilingName
from tests.filings.made import is_final, made_filing, session, workspace
from tests.filings.once import value_made_once

from probata.pipeline import file_name, plan
from probata.source.xlsx_reader import read_workbook

BOOK = "case.xlsx"


def copy_of(case: str, probata: Command) -> Path:
    """Return a copy of a case below `claims/` of the folder in which the command runs."""
    folder = probata.folder / "claims" / case
    shutil.copytree(CLAIMS / case, folder)
    return folder


def as_workbook(case: Path, probata: Command) -> Path:
    """Turn a case below the folder of the command into a workbook, and return its folder."""
    assert probata("workbook", case, "--to", "xlsx").code == 0
    return probata.folder / case


def files_of(folder: Path) -> dict[str, bytes]:
    """Return the files in a folder by their paths, those of hidden folders left out."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in found
        if not any(part.startswith(".") for part in path.relative_to(folder).parts)
    }


def made(probata: Command, case: str, *arguments: str) -> dict[str, bytes]:
    """Build and return what goes out."""
    ran = probata("build", case, *arguments, "--format", "docx", "--format", "html")
    assert ran.code == 0, ran.err
    found = files_of(probata.folder / "output" / case / "outgoing")
    shutil.rmtree(probata.folder / "output")
    return found


def made_from_text_files(name: FilingName) -> dict[str, bytes]:
    """Return the formats of a file of a filing as they are made for all tests."""
    (filing,) = plan(session(name.case), workspace(), [name.of])
    filed = made_filing(name)
    by_ending = {"docx": filed.docx, "html": filed.html}
    return {file_name(filing, filed.tree, ending, is_final(name.case)): data for ending, data in by_ending.items()}


@pytest.mark.parametrize(("case", "filings"), [(EXAMPLE, ("uk-ghr", "un-sp-fr")), (REAL, ("uk-ghr",))])
def test_a_workbook_makes_the_documents_that_the_text_files_made(
    case: str, filings: tuple[str, ...], probata: Command
) -> None:
    folder = copy_of(case, probata)
    arguments = [word for filing in filings for word in ("--forum", filing)] + ["--final"] * is_final(case)
    names = [name for name in FILINGS if name.case == case and name.of in filings]
    before = {key: data for name in names for key, data in made_from_text_files(name).items()}
    ran = probata("workbook", case, "--to", "xlsx")

    assert ran.code == 0
    assert not (folder / "people.yaml").exists()
    assert made(probata, case, *arguments) == before
    assert len(before) >= 2

    assert probata("workbook", case, "--to", "yaml").code == 0
    assert not (folder / BOOK).exists()
    assert made(probata, case, *arguments) == before


def told_in_both_forms(probata: Command) -> dict[str, Ran]:
    """Return what `check` tells of the example as text files and as a workbook, for people and for programs."""
    whole = CLAIMS / EXAMPLE  # what is found there is kept for all tests
    told = {"text": probata("check", whole, "--all"), "text.json": probata("check", whole, "--all", "--format", "json")}
    copy_of(EXAMPLE, probata)
    probata("workbook", EXAMPLE, "--to", "xlsx")
    return told | {"book": probata("check", EXAMPLE, "--all"), "book.json": probata(*CHECK_JSON)}


CHECK_JSON = ("check", EXAMPLE, "--all", "--format", "json")


@pytest.fixture
def both_forms(probata: Command) -> dict[str, Ran]:
    return value_made_once("example-in-both-forms", lambda: told_in_both_forms(probata))


def test_both_forms_have_the_same_findings(both_forms: dict[str, Ran]) -> None:
    told, again = both_forms["text"], both_forms["book"]
    counted = f"findings: {len(json.loads(both_forms['text.json'].out)['findings'])} notes"

    assert counted in told.err + told.out
    assert counted in again.err + again.out
    assert f"claims/{EXAMPLE}/{BOOK}#Roles!S3: note" in again.out
    assert "`decisions.yaml`" in told.out
    assert "the sheet `Decisions`" in again.out
    assert ".yaml`" not in again.out.replace("`forum.yaml`", "")


def test_findings_stand_in_the_workbook_until_the_next_check(probata: Command, harbour: Path) -> None:
    folder = as_workbook(harbour, probata)
    cell = "L2"  # the text
    book = load_workbook(folder / BOOK)
    book["Narrative"][cell].comment = Comment("ask her", "A Colleague")
    book.save(folder / BOOK)
    ran = probata("check", harbour, "--comments")
    comment = load_workbook(folder / BOOK)["Narrative"][cell].comment

    assert ran.code == 0
    assert comment.text.startswith(
        "ask her\n\nFindings of Probata\nnote: page 1 of “A Report on the Harbour” (report) is cited"
    )
    assert "3 not selected" in probata("check", harbour, "--ignore", "EVI110", "--comments").err
    assert load_workbook(folder / BOOK)["Narrative"][cell].comment.text == "ask her"


def test_a_comment_on_a_merged_cell_stands_on_the_first(probata: Command) -> None:
    two = ALLEGATIONS.replace('["report, p. 7"]', '["report, p. 7", "gazette, p. 4"]')
    folder = as_workbook(write_case(probata.folder / "claims", allegations=two), probata)
    book = load_workbook(folder / BOOK)
    book["Evidence"].merge_cells("A2:A3")
    book.save(folder / BOOK)

    assert probata("check", folder, "--comments", "--select", "SRC172").code == 1
    assert "row-of-nothing" in probata("check", folder, "--select", "SRC172").out
    assert "belongs to no record" in load_workbook(folder / BOOK)["Evidence"]["A2"].comment.text


def test_a_title_above_the_headings_of_a_table_breaks_nothing(probata: Command, harbour: Path) -> None:
    folder = as_workbook(harbour, probata)
    book = load_workbook(folder / BOOK)
    book["Data detained"].insert_rows(1)
    book["Data detained"]["A1"] = "Table of detainees"
    book.save(folder / BOOK)

    assert probata("check", harbour).code == 1


def test_a_case_of_text_files_has_no_cells_to_comment_on(probata: Command, harbour: Path) -> None:
    ran = probata("check", harbour, "--comments")

    assert ran.code == 2
    assert "--to xlsx" in ran.err


def test_the_files_as_they_were_are_kept(probata: Command) -> None:
    folder = copy_of(EXAMPLE, probata)
    before = files_of(folder)
    probata("workbook", EXAMPLE, "--to", "xlsx")
    kept = files_of(folder / ".before-workbook")

    stays = {"README.md", *(name for name in before if name.startswith("held/"))}
    assert kept.keys() == before.keys() - stays
    assert all(before[name] == data for name, data in kept.items())
    assert set(files_of(folder)) == {*stays, BOOK}
    sheets = [sheet.name for sheet in read_workbook((folder / BOOK).read_bytes())]
    assert {"Case", "People", "Evidence", "Responsibility alleged", "Data admissions-2022"} <= set(sheets)


def test_a_case_that_cannot_be_read_is_not_changed(probata: Command) -> None:
    folder = copy_of(EXAMPLE, probata)
    (folder / "people.yaml").write_text("- {id: a, name: [\n", encoding="utf-8")
    before = files_of(folder)
    ran = probata("workbook", EXAMPLE, "--to", "xlsx")

    assert ran.code == 2
    assert "people.yaml" in ran.err
    assert files_of(folder) == before


def test_a_decision_and_a_read_are_written_into_the_workbook(probata: Command, harbour: Path) -> None:
    folder = as_workbook(harbour, probata)
    said = (
        "--decision",
        "It is said so",
        "--reason",
        "The review says so",
        "--by",
        "A Signatory",
        "--on",
        "2026-11-20",
    )
    decided = probata("decide", harbour, "one-source-only", "allegations/beatings", *said)
    read = probata("read", harbour, "beatings", "--as", "fact", "--by", "A Reader", "--on", "2026-11-20")
    cells = {text for sheet in read_workbook((folder / BOOK).read_bytes()) for _, row in sheet.rows for text in row}

    assert (decided.code, read.code) == (0, 0), decided.err + read.err
    assert {"The review says so", "A Reader"} <= cells
    assert f"{BOOK}: " in decided.out


def test_a_sheet_that_the_workbook_lacks_comes_with_its_headings(probata: Command, harbour: Path) -> None:
    folder = as_workbook(harbour, probata)
    before = load_workbook(folder / BOOK)
    ran = probata("workbook", folder, "--sheet", "treaties", "--sheet", "People")
    assert ran.code == 0, ran.err
    assert "has the sheet `Treaties` now" in ran.out
    assert "has the sheet `People` already" in ran.out
    after = load_workbook(folder / BOOK)
    assert after.sheetnames == [*before.sheetnames, "Treaties"]
    assert [cell.value for cell in after["Treaties"][1]][1:4] == ["Instrument", "Standing", "Status"]
    written = (folder / BOOK).read_bytes()
    assert probata("workbook", folder, "--sheet", "Treaties").code == 0
    assert (folder / BOOK).read_bytes() == written


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--sheet", "Treatis"), "name one of these: `Treaties`"),
        ((), "needs either `--to` or `--sheet`"),
        (("--sheet", "Treaties", "--to", "yaml"), "needs either `--to` or `--sheet`"),
    ],
)
def test_a_sheet_that_there_is_not_is_told(
    arguments: tuple[str, ...], said: str, probata: Command, harbour: Path
) -> None:
    folder = as_workbook(harbour, probata)
    before = (folder / BOOK).read_bytes()
    ran = probata("workbook", folder, *arguments)
    assert ran.code == 2
    assert said in ran.err
    assert (folder / BOOK).read_bytes() == before


def test_text_files_have_no_sheets_to_add(probata: Command, harbour: Path) -> None:
    ran = probata("workbook", harbour, "--sheet", "Treaties")
    assert ran.code == 2
    assert "has no sheets" in ran.err


def test_a_file_that_is_no_workbook_gets_no_comments(probata: Command, harbour: Path) -> None:
    folder = as_workbook(harbour, probata)
    (folder / BOOK).write_bytes(b"no workbook")
    ran = probata("check", harbour, "--comments")

    assert (ran.code, "cannot be read" in ran.err) == (2, True)
    assert (folder / BOOK).read_bytes() == b"no workbook"


@pytest.mark.parametrize("name", ["case.xlsm", "Case.xlsx", "case (1).xlsx", "Copy of case.xlsx", "case.xls", "my.ods"])
def test_a_workbook_of_another_name_is_told_with_what_to_do(name: str, probata: Command) -> None:
    (probata.folder / "mine").mkdir()
    (probata.folder / "mine" / name).write_bytes(b"anything")
    ran = probata("check", "mine", "--all")

    assert ran.code == 1
    assert f"mine/{name}:1:1: must fix: `{name}` is not read: the workbook of a case is called `case.xlsx`" in ran.out
    assert "call it `case.xlsx`" in ran.out
    assert len(ran.out.splitlines()) == 1


def test_a_copy_beside_the_workbook_is_told_and_the_workbook_is_read(probata: Command, harbour: Path) -> None:
    folder = as_workbook(harbour, probata)
    shutil.copy(folder / BOOK, folder / "Copy of case.xlsx")
    shutil.copy(folder / BOOK, folder / "letters.xlsx")
    ran = probata("check", harbour, "--select", "SRC")

    assert ran.code == 0
    assert "Copy of case.xlsx:1:1: should fix: `Copy of case.xlsx` is not read" in ran.out
    assert "letters" not in ran.out
    assert "findings: 1 should fix; 20 not selected" in ran.err


def test_a_workbook_of_one_kind_beside_text_files_is_told(probata: Command, harbour: Path) -> None:
    (probata.folder / harbour / "people.xlsx").write_bytes(b"anything")

    assert "all records of a case are one workbook" in probata("check", harbour, "--select", "SRC").out


@pytest.mark.parametrize(("mark", "program"), [("~$case.xlsx", "Excel"), (".~lock.case.xlsx#", "LibreOffice")])
def test_a_workbook_that_is_open_elsewhere_is_told_before_it_is_written(
    mark: str, program: str, probata: Command, harbour: Path
) -> None:
    folder = as_workbook(harbour, probata)
    quiet = probata("check", harbour, "--comments")
    (folder / mark).write_bytes(b"somebody")
    warned = probata("check", harbour, "--comments")
    back = probata("workbook", harbour, "--to", "yaml")

    said = f"`{harbour}/{BOOK}` seems to be open in {program}, as `{mark}` beside it says"
    assert "seems to be open" not in quiet.err
    assert (warned.code, said in warned.err) == (0, True)
    assert (back.code, said in back.err) == (0, True)
    assert mark not in probata("check", harbour, "--all").out


def test_what_text_files_do_not_take_over_is_listed(probata: Command, harbour: Path) -> None:
    folder = as_workbook(harbour, probata)
    book = load_workbook(folder / BOOK)
    book.create_sheet("To do").append(["call her"])
    width = book["People"].max_column
    book["People"].cell(2, width + 2).value = "?"
    book["People"].cell(3, width + 2).value = "??"
    book["People"]["B2"].comment = Comment("ask her\nagain", "A Colleague")
    chart = BarChart()
    chart.add_data(Reference(book["People"], min_col=1, min_row=1, max_row=3))
    book["People"].add_chart(chart, "H9")
    book.save(folder / BOOK)
    probata("check", harbour, "--comments")
    commented = load_workbook(folder / BOOK)["Narrative"]["L2"].comment
    ran = probata("workbook", harbour, "--to", "yaml")
    column = get_column_letter(width + 2)

    assert commented.text.startswith("Findings of Probata")
    assert ran.code == 0
    assert [line.partition(": ")[2] for line in ran.err.splitlines() if line.startswith("left behind")] == [
        f"the cell `People!{column}2`, also without heading: `{column}3`",
        "the sheet `To do`",
        "the charts and pictures of the sheet `People`",
        "the comment on `People!B2`, “ask her”",
    ]


def test_a_decision_holds_in_a_workbook_until_its_record_changes(probata: Command, harbour: Path) -> None:
    said = ("--decision", "It is relied on", "--reason", "It was read", "--by", "Ada Brun", "--on", "2024-11-20")
    probata("workbook", harbour, "--to", "xlsx")
    select = ("check", harbour, "--select", "contrary-not-answered")
    before = probata(*select).err
    decided = probata("decide", harbour, "contrary-not-answered", "allegations/beatings", *said)
    after = probata(*select, "--format", "full")

    assert "1 should fix" in before
    assert (decided.code, "decides 1 finding" in decided.out) == (0, True)
    assert "1 note" in after.err
    assert "decided: It is relied on" in after.out
    assert (
        "is decided already" in probata("decide", harbour, "contrary-not-answered", "allegations/beatings", *said).err
    )
    probata("workbook", harbour, "--to", "yaml")
    assert "1 note" in probata(*select).err


def test_a_command_that_is_killed_leaves_the_workbook_whole(probata: Command, harbour: Path) -> None:
    probata("workbook", harbour, "--to", "xlsx")
    book = probata.folder / harbour / BOOK
    before = book.read_bytes()
    said = ["--decision", "d", "--reason", "r", "--by", "b", "--on", "2024-11-20"]
    killed = paused(probata.folder, "1", "decide", str(harbour), "contrary-not-answered", "allegations/beatings", *said)
    killed.kill()
    killed.communicate()

    assert book.read_bytes() == before
    assert probata("check", harbour, "--select", "SRC").code == 0


@pytest.mark.parametrize("point", ["1", "3"])
def test_a_conversion_that_is_killed_while_it_writes_leaves_the_case_as_it_was(
    point: str, probata: Command, harbour: Path
) -> None:
    probata("workbook", harbour, "--to", "xlsx")
    before = files_of(probata.folder / harbour)
    killed = paused(probata.folder, point, "workbook", str(harbour), "--to", "yaml")
    killed.kill()
    killed.communicate()

    assert files_of(probata.folder / harbour) == before
    assert probata("workbook", harbour, "--to", "yaml").code == 0
    assert probata("check", harbour, "--select", "SRC").code == 0


def test_a_conversion_that_is_stopped_leaves_no_trace(probata: Command, harbour: Path) -> None:
    probata("workbook", harbour, "--to", "xlsx")
    before = sorted((probata.folder / harbour).rglob("*"))
    stopped = paused(probata.folder, "2", "workbook", str(harbour), "--to", "yaml")
    stopped.send_signal(signal.SIGINT)
    stopped.communicate()

    assert sorted((probata.folder / harbour).rglob("*")) == before


def test_a_case_in_a_read_only_folder_is_not_turned_into_another_form(
    probata: Command, harbour: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, *_: object, **__: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system", str(path))

    # The suite may run as a user whom no permission stops, so the system's answer is given by hand.
    for name in ("mkdir", "rmdir", "rename", "unlink"):
        monkeypatch.setattr(Path, name, refuse)
    ran = probata("workbook", harbour, "--to", "xlsx")

    assert (ran.code, "the disk or folder is read-only" in ran.err) == (2, True), ran.err

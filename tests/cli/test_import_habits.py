"""Imports of strangers' lists: their own ways of saying things, and what is asked."""

from __future__ import annotations

import io
import os
import pty
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font
from tests.case_folder import PEOPLE, write_case
from tests.cli.command import Command
from tests.cli.test_import_table import book, files_of, put

KNOWN = PEOPLE + "- {id: ivanov, name: {family: Ivanov, given: Aleksandr}, birth: {date: 1960-05-03}}\n"


@pytest.mark.parametrize(
    ("name", "born"),
    [
        ("Aleksandr Petrovich Ivanov", "3 May 1960"),
        ("Alexander Iwanow", "1960-05-03"),
        ("Ivánov Alexander", "1960-05-03"),
        ("Aleksandr P. Ivanov", "1960"),
    ],
)
def test_a_similar_name_with_the_same_birthday_is_to_be_confirmed(
    probata: Command, tmp_path: Path, name: str, born: str
) -> None:
    case = write_case(tmp_path / "claims", people=KNOWN).relative_to(tmp_path)
    table = put(
        probata.folder, f"Id,Full name,Date of birth\n,{name},{born}\nivanov,{name},{born}\nother,{name},{born}\n"
    )

    ran = probata("import", "table", table, "--case", case, "--as", "people", "--dry-run")

    assert "by its date of birth and a similar name it may be person `ivanov`" in ran.err
    assert f"there already person `ivanov`, matched by id: {name}" in ran.out
    assert f"stays, theirs is `{name}`" in ran.out
    assert f"added person `other`: {name}" in ran.out
    assert "1 added, 0 filled in, 1 there already, 1 refused" in ran.out


def test_another_name_or_another_birthday_is_another_person(probata: Command, tmp_path: Path) -> None:
    case = write_case(tmp_path / "claims", people=KNOWN).relative_to(tmp_path)
    table = put(
        probata.folder,
        "Full name,Date of birth\nBo Kerrun,1960-05-03\nAleksandr Rill,1960\nAna Ivanov,1971\n"
        "Mohammed Rill,1970-01-01\nMohammed Kerrun,1970-01-01\n",
    )

    ran = probata("import", "table", table, "--case", case, "--as", "people", "--dry-run")

    assert "5 added" in ran.out


def test_a_person_with_a_remark_is_not_shown_until_somebody_decides_so(probata: Command, harbour: Path) -> None:
    table = put(
        probata.folder,
        "Full name,Remarks,Consent required\nIda Rill,do not name,\nBo Kerrun,promoted in 2019,no\nCy Poe,,\n",
    )

    ran = probata("import", "table", table, "--case", harbour, "--as", "people", "--yes")

    assert ran.out.count("its remark may ask for protection, `consent_required: true`, which is set") == 1
    assert (harbour / "people.yaml").read_text(encoding="utf-8") == PEOPLE + (
        "\n- id: ida-rill\n  name: Ida Rill\n  note: do not name\n  consent_required: true\n"
        "\n- id: bo-kerrun\n  name: Bo Kerrun\n  note: promoted in 2019\n  consent_required: false\n"
        "\n- id: cy-poe\n  name: Cy Poe\n"
    )


def test_a_remark_on_a_person_of_ours_is_told_to_ask_for_protection(probata: Command, harbour: Path) -> None:
    table = put(probata.folder, "Id,Full name,Remarks\nmerrik,Tove Merrik,do not name\n")

    ran = probata("import", "table", table, "--case", harbour, "--as", "people", "--yes")

    assert "its remark may ask for protection, `consent_required: true`: set it where it does" in ran.out
    assert "consent_required" not in (harbour / "people.yaml").read_text(encoding="utf-8")


def test_who_spoke_to_us_is_not_shown_where_a_remark_is_not_read_yet(probata: Command, harbour: Path) -> None:
    sheet = put(
        probata.folder,
        "Id,Type,Author,Title,Issued,Note\ntalk,interview,Ida Rill,Night shifts,2021-02-03,do not name\n"
        "call,interview,Bo Kerrun,The quay,2021-02-04,\nstudy,report,Cy Poe,A study,2021,read in part\n",
    )

    ran = probata("import", "table", sheet, "--case", harbour, "--as", "sources", "--yes")

    assert ran.out.count("its remark may ask for protection, `confidentiality: confidential`, which is set") == 1
    sources = (harbour / "sources.yaml").read_text(encoding="utf-8")
    assert "  note: do not name\n  confidentiality: confidential\n" in sources
    assert sources.count("confidentiality") == 1


@pytest.mark.parametrize(
    ("cell", "entries"),
    [
        ("Togolese and Beninese", ["Togolese", "Beninese"]),
        ("Togolese, Beninese / Omani", ["Togolese", "Beninese", "Omani"]),
        ("Trinidad and Tobago & Togo", ["Trinidad and Tobago", "Togo"]),
        ("Korea, Republic of", ["Korea, Republic of"]),
    ],
)
def test_two_nationalities_in_a_cell_are_two(probata: Command, harbour: Path, cell: str, entries: list[str]) -> None:
    table = put(probata.folder, f'Full name,Nationality\nIda Rill,"{cell}"\n')

    ran = probata("import", "table", table, "--case", harbour, "--as", "people", "--yes")

    lines = "".join(f"    - {entry}\n" for entry in entries)
    assert (harbour / "people.yaml").read_text(encoding="utf-8").endswith(f"  nationalities:\n{lines}")
    told = f"`Nationality`: `{cell}` is read as {len(entries)}: {', '.join(entries)}"
    assert (told in ran.out) is (len(entries) > 1)


def test_a_tenure_without_a_title_is_a_role_that_says_what_it_lacks(probata: Command, harbour: Path) -> None:
    table = put(
        probata.folder,
        "Person,Body,Post,Title,From,To\nmerrik,Harbour Guard,,,2015,2016\nmerrik,guard,,Clerk,2013,2014\n"
        "merrik,,commander,,2010,2011\nmerrik,Harbor Gard,,,2009,2010\n",
    )

    ran = probata("import", "table", table, "--case", harbour, "--as", "roles", "--yes")

    untitled = "post at Harbour Guard (title not recorded)"
    assert f"it lacks the title of the post: `{untitled}` stands for it until you write it" in ran.out
    assert "it lacks a title: that of the post, `Commander of the Guard`, stands for it" in ran.out
    assert "did you mean `guard`?" in ran.err
    text = (harbour / "roles.yaml").read_text(encoding="utf-8")
    assert text.count("- id: merrik-") == 3
    assert f"  seats:\n    - post-at-harbour-guard\n  dates: 2015/2016\n  title: {untitled}\n" in text
    posts = (harbour / "positions.yaml").read_text(encoding="utf-8")
    assert f"- id: post-at-harbour-guard\n  body: guard\n  title: {untitled}\n" in posts
    assert "- id: clerk\n  title: Clerk\n  body: guard\n" in posts
    assert probata("check", harbour, "--select", "SRC", "--select", "REC", "--select", "REF").code == 0


def test_law_that_the_catalogue_has_is_no_second_source(probata: Command, harbour: Path) -> None:
    table = put(
        probata.folder,
        "Title,Author,Type\nThe European Convention on Human Rights (1950),,Treaty\n"
        "Sanctions and Anti-Money Laundering Act 2018,,Legislation\n"
        "Sanctions and Anti-Money Laundering Act 1971,,Legislation\n"
        '"Convention against Torture and Other Cruel, Inhuman or Degrading Treatment or Punishment",United Nations,\n'
        'Rome Statute of the International Criminal Court,"Rill, Ana",Book\n',
    )

    ran = probata("import", "sources", table, "--case", harbour)

    for name in ("echr", "samla", "uncat"):
        assert f"it stands in the catalogue of law: cite it as `{name}`; no source is made of it" in ran.out
    assert "2 added, 0 filled in, 3 there already, 0 refused" in ran.out
    assert "added `rill-rome-statute-international`" in ran.out


def test_a_link_behind_a_word_gives_its_address(probata: Command, harbour: Path) -> None:
    book = Workbook()
    sheet = book.active
    for row in (
        ["Title", "Link"],
        ["First", "here"],
        ["Second", None],
        ["Third", '=HYPERLINK("https://a.example/3","there")'],
        ["Fourth", "[here](https://a.example/4_(x))"],
        ["Fifth", '<a class="x" href="https://a.example/5">here</a>'],
        ["Sixth", "https://a.example/6"],
    ):
        sheet.append(row)
    sheet["B2"].hyperlink, sheet["A3"].hyperlink = "https://a.example/1", "https://a.example/2"
    sheet["B7"].hyperlink = "https://other.example/"
    data = io.BytesIO()
    book.save(data)
    (probata.folder / "list.xlsx").write_bytes(data.getvalue())

    probata("import", "sources", "list.xlsx", "--case", harbour)

    urls = [line for line in (harbour / "sources.yaml").read_text(encoding="utf-8").splitlines() if "url:" in line]
    assert urls == [f"  url: https://a.example/{end}" for end in ("1", "2", "3", "4_(x)", "5", "6")]


def test_for_a_wrong_code_the_near_one_is_proposed(probata: Command, harbour: Path) -> None:
    sources = put(probata.folder, "Title,Type,Language\nA,Jounal article,Englsh\n", "sources.csv")
    bodies = put(probata.folder, 'Name,Citations\nQuay Office,"gazete, p. 3"\n', "bodies.csv")
    roles = put(probata.folder, "Person,Post,Title,From\nmerrik,Comander,Chief,2015\n", "roles.csv")

    said = probata("import", "sources", sources, "--case", harbour, "--dry-run").out
    said += probata("import", "table", bodies, "--case", harbour, "--as", "bodies", "--dry-run").err
    said += probata("import", "table", roles, "--case", harbour, "--as", "roles", "--dry-run").err

    for meant in ("journal article", "english", "gazette", "commander"):
        assert f"did you mean `{meant}`?" in said


@pytest.mark.parametrize("total", ["Total,2", "TOTAL:,2", "Sous-total,2", "Suma,1.234"])
def test_a_total_below_a_list_is_nobody(probata: Command, harbour: Path, total: str) -> None:
    table = put(probata.folder, f"Last name,First name\nOkar,Ines\n{total}\n")

    ran = probata("import", "table", table, "--case", harbour, "--as", "people", "--yes")

    assert ran.code == 1
    assert "added person `okar-ines`: Ines Okar" in ran.out
    assert f"refused person `{total.partition(',')[0]}` (table.csv:3:1)" in ran.err
    assert "and has numbers alone, as a total does" in ran.err
    assert "1 added, 0 filled in, 0 there already, 1 refused" in ran.out


def test_the_headings_once_more_are_nobody(probata: Command, harbour: Path) -> None:
    table = put(probata.folder, "Last name,First name\nOkar,Ines\nLast name,First name\n")

    ran = probata("import", "table", table, "--case", harbour, "--as", "people", "--dry-run")

    assert "refused person `Last name` (table.csv:3:1)" in ran.err
    assert "it has the headings of the table once more" in ran.err


def test_a_body_is_known_by_its_short_name_without_the_article(probata: Command, harbour: Path) -> None:
    (harbour / "bodies.yaml").write_text(
        "- {id: guard, name: Guard of the Harbour, short_name: the Harbour Guard}\n"
        "- {id: fr, name: Garde du port de Lome, short_name: l’Autorité}\n", encoding="utf-8")  # fmt: skip
    before = files_of(harbour)
    table = put(probata.folder, "Name\nHarbour Guard\nthe Harbour Guard\nAutorité\n")

    ran = probata("import", "table", table, "--case", harbour, "--as", "bodies", "--yes")

    assert "0 added, 0 filled in, 3 there already, 0 refused" in ran.out
    assert files_of(harbour) == before


def test_what_a_row_lacks_is_called_by_its_heading(probata: Command, harbour: Path) -> None:
    table = book(probata.folder, [["What happened", "Date"], ["Dockers were arrested.", "12 June 2022"]])

    ran = probata("import", "table", table, "--case", harbour, "--as", "events", "--dry-run")

    assert "nothing stands under `Kind`" in ran.err
    assert "next step: add a value under `Kind`" in ran.err
    assert "`kind: …`" not in ran.err


def test_a_day_where_no_date_belongs_refuses_its_row_and_a_struck_row_is_nobody(
    probata: Command, harbour: Path
) -> None:
    rows: list[list[object]] = [["Name", "Date of birth", "Note"], ["Bo Poe"]]
    rows[1:1] = [["Ann Roe", date(1970, 5, 6), date(2025, 6, 5)]]
    table = book(probata.folder, rows, are_texts=False)
    made = load_workbook(probata.folder / table)
    made.active["C2"].number_format, made.active["A3"].font = "d-mmm", Font(strike=True)
    made.save(probata.folder / table)

    ran = probata("import", "table", table, "--case", harbour, "--as", "people", "--dry-run")

    assert "`Note` holds the date 5 June, which Excel probably made from `5-6`, and no date belongs there" in ran.err
    assert "what is struck through is not taken: `A3`" in ran.err
    assert "0 added, 0 filled in, 0 there already, 1 refused" in ran.out


ROOT = Path(__file__).parents[2]
TABLE = "Name,Hue\nQuay Office,Quays\n"


def in_terminal(folder: Path, answers: str) -> str:
    """Run the import in a terminal of its own, type the answers, and return what it shows."""
    ours, theirs = pty.openpty()
    code = "import sys; sys.path[:0] = [sys.argv.pop(1)]; from probata.cli.main import main; main()"
    arguments = ["import", "table", "t.csv", "--case", "claims/harbour", "--as", "bodies"]
    running = subprocess.Popen(
        [sys.executable, "-c", code, str(ROOT / "src"), *arguments], cwd=folder, stdin=theirs, stdout=theirs,
        stderr=theirs, close_fds=True,
    )  # fmt: skip
    os.close(theirs)
    os.write(ours, answers.encode())
    shown = b""
    while True:
        try:
            part = os.read(ours, 4096)
        except OSError:  # the other end is closed
            break
        if not part:
            break
        shown += part
    running.wait(60)
    os.close(ours)
    return shown.decode()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_case(tmp_path / "claims")
    (tmp_path / "t.csv").write_text(TABLE, encoding="utf-8")
    return tmp_path


def test_a_heading_is_asked_for_until_it_is_a_field_and_written_after_a_yes(folder: Path) -> None:
    shown = in_terminal(folder, "shrot_name\nshort_name\ny\n")

    assert "which field is the column `Hue`?" in shown
    assert "`shrot_name` is no field: did you mean `short_name`?" in shown
    assert "write this into the case?" in shown
    bodies = (folder / "claims/harbour/bodies.yaml").read_text(encoding="utf-8")
    assert bodies.endswith("- id: quay-office\n  name: Quay Office\n  short_name: Quays\n")
    assert '"Hue" = "short_name"' in (folder / "claims/harbour/import-headings.toml").read_text(encoding="utf-8")


def test_after_a_no_nothing_is_written(folder: Path) -> None:
    before = (folder / "claims/harbour/bodies.yaml").read_bytes()

    shown = in_terminal(folder, "\nn\n")

    assert "added body `quay-office`" in shown
    assert "nothing was written" in shown
    assert (folder / "claims/harbour/bodies.yaml").read_bytes() == before
    assert not (folder / "claims/harbour/import-headings.toml").exists()

"""`probata import table`: what each row becomes, in text files and in a workbook, and what is never written."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from tests.case_folder import PEOPLE, write_case
from tests.cli.command import Command

OFFICERS = """\
Full name,Arabic name,Date of birth,Passport no.,Also known as,Colour
Ines Okar,إيناس,May 1980,P-77; P-78,"Nes; I. Okar",blue
Ardel Solvan,,1971,,,red
"""
HELD = """\
Holder,Post,Title,From,To,Rank
Tove Merrik,Commander of the Guard,Deputy,March 2020,present,
Ardel Solvan,commander,Commander of the Harbour Guard,Feb 2021,,Colonel
Nobody,commander,Clerk,2001,2002,
Ardel Solvan,comander,Clerk,2001,2002,
"""


def put(folder: Path, text: str, name: str = "table.csv") -> str:
    (folder / name).write_text(text, encoding="utf-8")
    return name


def book(folder: Path, rows: list[list[object]], name: str = "table.xlsx", *, are_texts: bool = True) -> str:
    made = Workbook()
    made.active.title = "List"
    for row in rows:
        made.active.append(row)
    for cell in (cell for row in made.active.iter_rows() for cell in row if are_texts and cell.value):
        cell.data_type = "s"
    data = io.BytesIO()
    made.save(data)
    (folder / name).write_bytes(data.getvalue())
    return name


def files_of(case: Path) -> dict[str, bytes]:
    return {path.relative_to(case).as_posix(): path.read_bytes() for path in case.rglob("*") if path.is_file()}


def test_a_row_that_is_new_is_added_with_all_that_it_says(probata: Command, harbour: Path) -> None:
    ran = probata("import", "table", put(probata.folder, OFFICERS), "--case", harbour, "--as", "people", "--yes")

    assert ran.code == 1
    assert (harbour / "people.yaml").read_text(encoding="utf-8") == PEOPLE + (
        "\n- id: ines-okar\n  name:\n    full: Ines Okar\n    native:\n      text: إيناس\n      lang: ar\n"
        "  birth:\n    date: 1980-05\n"
        "  identifiers:\n    - type: passport\n      number: P-77\n    - type: passport\n      number: P-78\n"
        "  aliases:\n    - name: Nes\n    - name: I. Okar\n"
    )
    assert "added person `ines-okar`: Ines Okar (table.csv:2:1)" in ran.out
    assert "claims/harbour/people.yaml: 1 added, 0 filled in, 0 there already, 1 refused" in ran.out
    assert "table.csv: not taken, since no field is meant: `Colour`" in ran.err
    assert probata("check", harbour, "--select", "SRC", "--select", "REC").code == 0


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("solvan", "filled in person `solvan`, matched by id: `birth.date`"),
        ("another", "added person `another`"),
    ],
)
def test_an_id_tells_which_of_two_persons_of_one_name_is_meant(
    probata: Command, harbour: Path, name: str, told: str
) -> None:
    table = put(probata.folder, f"Id,Full name,Date of birth\n{name},Ardel Solvan,1971\n")

    ran = probata("import", "table", table, "--case", harbour, "--as", "people", "--yes")

    assert ran.code == 0
    assert told in ran.out


def test_what_contradicts_and_bears_an_id_of_its_own_is_another(probata: Command, harbour: Path) -> None:
    table = put(probata.folder, "Full name,Passport no.\nIda Rill,P-1\n")
    other = put(probata.folder, "Id,Full name,Passport no.\n,Bo Kerrun,P-1\nkerrun,Bo Kerrun,P-1\n", "other.csv")
    probata("import", "table", table, "--case", harbour, "--as", "people", "--yes")

    ran = probata("import", "table", other, "--case", harbour, "--as", "people", "--yes")

    assert "it is person `ida-rill` by its number and contradicts it" in ran.err
    assert "`name`: ours `Ida Rill`, theirs `Bo Kerrun`" in ran.err
    assert "added person `kerrun`: Bo Kerrun (other.csv:3:1)" in ran.out


SOLVAN_NOW = """\
- id: solvan
  name: {full: Ardel Solvan}
  aliases:
    - name: Del # as colleagues say
  nationalities: [Togolese]
  citations: gazette, p. 2
"""
MORE = """\
Id,Full name,Also known as,Nationality,Citations
solvan,Ardel Solvan,Del; A. Solvan,togolese; Beninese,"gazette, p. 9"
"""


@pytest.mark.parametrize("form", ["text", "workbook"])
def test_lists_of_a_record_that_exists_get_what_the_row_has_more(probata: Command, form: str) -> None:
    case = write_case(probata.folder / "claims", people=SOLVAN_NOW + PEOPLE.replace("solvan", "solvan-2"))
    if form == "workbook":
        assert probata("workbook", case, "--to", "xlsx").code == 0
    table = put(probata.folder, MORE)

    ran = probata("import", "table", table, "--case", case, "--as", "people", "--yes")
    assert ran.code == 0, ran.err
    assert "filled in person `solvan`, matched by id: `aliases`, `citations`, `nationalities`" in ran.out
    assert "stays" not in ran.out
    if form == "workbook":
        assert probata("workbook", case, "--to", "yaml").code == 0
    text = (case / "people.yaml").read_text(encoding="utf-8")
    for said in ("A. Solvan", "Togolese", "Beninese", "gazette, p. 2", "gazette, p. 9"):
        assert text.count(said) == 1, said
    assert text.count("name: Del") == 1
    again = probata("import", "table", table, "--case", case, "--as", "people", "--yes")
    assert "0 added, 0 filled in, 1 there already" in again.out
    assert (case / "people.yaml").read_text(encoding="utf-8") == text


def test_without_a_yes_nothing_is_written(probata: Command, harbour: Path) -> None:
    table, before = put(probata.folder, OFFICERS), files_of(harbour)

    asked = probata("import", "table", table, "--case", harbour, "--as", "people")
    tried = probata("import", "table", table, "--case", harbour, "--as", "people", "--dry-run")

    assert files_of(harbour) == before
    assert asked.out == tried.out
    assert "nothing was written; the same command with `--yes` writes it" in asked.out


def test_a_name_that_two_records_have_is_refused_with_both(probata: Command, tmp_path: Path) -> None:
    twins = PEOPLE + "- {id: other, name: {full: Tove Merrik}}\n"
    harbour = write_case(tmp_path / "claims", people=twins).relative_to(tmp_path)

    ran = probata("import", "table", put(probata.folder, HELD), "--case", harbour, "--as", "roles")

    assert "the name `Tove Merrik` may be person `merrik`, `other`" in ran.err


def test_an_end_that_is_not_given_is_not_taken_for_still_in_office(probata: Command, harbour: Path) -> None:
    table = put(probata.folder, "Holder,Title,From\nmerrik,Harbour master,2019\n")

    probata("import", "table", table, "--case", harbour, "--as", "roles", "--yes")

    text = (harbour / "roles.yaml").read_text(encoding="utf-8")
    assert text.endswith("  dates: 2019/..\n  status: unknown\n")


def test_what_contradicts_is_never_merged(probata: Command, harbour: Path) -> None:
    table = put(probata.folder, "Id,Name,Country,Kind\nguard,Harbour Watchers,Ruritania,police\n")
    before = files_of(harbour)

    ran = probata("import", "table", table, "--case", harbour, "--as", "bodies", "--yes")

    assert ran.code == 1
    assert files_of(harbour) == before
    assert "it is body `guard` by its id and contradicts it" in ran.err
    assert "`name`: ours `Harbour Guard`, theirs `Harbour Watchers`" in ran.err


def test_the_same_table_a_second_time_changes_nothing(probata: Command, harbour: Path) -> None:
    table = put(probata.folder, OFFICERS)
    probata("import", "table", table, "--case", harbour, "--as", "people", "--yes")
    before = files_of(harbour)

    ran = probata("import", "table", table, "--case", harbour, "--as", "people", "--yes")

    assert files_of(harbour) == before
    assert "there already person `ines-okar`, matched by number: Ines Okar" in ran.out
    assert "nothing to write" in ran.out


def test_what_is_said_of_headings_is_remembered_for_the_next_such_table(probata: Command, harbour: Path) -> None:
    table = put(probata.folder, "Colour,Chief,Name\nred,x,Port Office\n")
    again = put(probata.folder, "Name,Colour,Chief\nQuay Office,blue,Quays\n", "again.csv")
    command = ["import", "table", table, "--case", str(harbour), "--as", "bodies"]

    first = probata(*command, "--map", "Colour=", "--map", "Chief=short_name", "--yes")
    second = probata("import", "table", again, "--case", harbour, "--as", "bodies", "--yes")

    assert "claims/harbour/bodies.yaml, claims/harbour/import-headings.toml: 1 added" in first.out
    assert (
        (harbour / "import-headings.toml")
        .read_text(encoding="utf-8")
        .endswith(
            '[[table]]\nkind = "bodies"\nheadings = ["Colour", "Chief", "Name"]\n\n'
            '[table.fields]\n"Colour" = ""\n"Chief" = "short_name"\n'
        )
    )
    assert second.code == 0
    assert second.err == ""
    assert (
        (harbour / "bodies.yaml")
        .read_text(encoding="utf-8")
        .endswith("- id: quay-office\n  name: Quay Office\n  short_name: Quays\n")
    )
    assert probata("check", harbour, "--select", "SRC").code == 0


def test_what_is_remembered_and_cannot_be_read_is_a_finding(probata: Command, harbour: Path) -> None:
    (harbour / "import-headings.toml").write_text("table = 3\n", encoding="utf-8")

    ran = probata("import", "table", put(probata.folder, OFFICERS), "--case", harbour, "--as", "people")

    assert ran.code == 2
    assert "headings-not-read" in ran.err
    assert "correct the file, or delete it" in ran.err


def test_what_is_remembered_is_not_read_outside_the_case(probata: Command, harbour: Path) -> None:
    outside = probata.folder / "outside.toml"
    outside.write_text('[[table]]\nkind = "people"\nheadings = ["A"]\n', encoding="utf-8")
    (harbour / "import-headings.toml").symlink_to(outside.resolve())

    ran = probata("import", "table", put(probata.folder, OFFICERS), "--case", harbour, "--as", "people", "--yes")

    assert ran.code == 2
    assert "the file lies outside the case folder" in ran.err


def test_a_source_that_nobody_has_recorded_refuses_the_row_that_cites_it(probata: Command, harbour: Path) -> None:
    table = put(probata.folder, 'Name,Citations\nQuay Office,"gazette, p. 3"\nPort Office,"nowhere, p. 3"\n')

    ran = probata("import", "table", table, "--case", harbour, "--as", "bodies", "--yes")

    assert "no source or authority has the id `nowhere`" in ran.err
    text = (harbour / "bodies.yaml").read_text(encoding="utf-8")
    assert text.endswith("- id: quay-office\n  name: Quay Office\n  citations: gazette, p. 3\n")


def test_a_record_of_ours_that_cannot_be_read_is_not_filled_in(probata: Command, tmp_path: Path) -> None:
    case = write_case(tmp_path / "claims", bodies="- {id: guard, name: Harbour Guard, hue: red}\n")
    table = put(probata.folder, "Name,Country\nHarbour Guard,Togo\n")

    ran = probata("import", "table", table, "--case", case, "--as", "bodies", "--yes")

    assert ran.code == 1
    assert "it is `guard`, whose record cannot be read as a whole" in ran.err


def test_a_workbook_that_is_open_elsewhere_is_named_before_it_is_written(probata: Command, harbour: Path) -> None:
    probata("workbook", harbour, "--to", "xlsx")
    (harbour / "~$case.xlsx").write_bytes(b"x")
    command = ["import", "table", put(probata.folder, "Name\nAlps Unit\n"), "--case", str(harbour), "--as", "bodies"]

    looked, written = probata(*command, "--dry-run"), probata(*command, "--yes")

    assert "seems to be open" not in looked.err
    assert "`claims/harbour/case.xlsx` seems to be open in Excel, as `~$case.xlsx` beside it says" in written.err


def test_a_workbook_case_gets_rows_and_keeps_its_other_cells(probata: Command, harbour: Path) -> None:
    probata("workbook", harbour, "--to", "xlsx")
    table = book(probata.folder, [["Name", "Abbreviation"], ["Harbour Guard", "HG"], ["=1+1", "@x"]])

    ran = probata("import", "table", table, "--case", harbour, "--as", "Bodies", "--yes")

    sheet = load_workbook(harbour / "case.xlsx")["Bodies"]
    cells = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert [row[:2] for row in cells[1:]] == [["guard", "Harbour Guard"], ["x", "=1+1"]]
    assert [row[cells[0].index("Abbreviation")] for row in cells[1:]] == ["HG", "@x"]
    assert sheet["B3"].data_type == "s"
    assert "filled in body `guard`, matched by name: `abbreviation` (table.xlsx#List!A2)" in ran.out
    assert probata("check", harbour, "--select", "SRC").code == 0


def test_a_formula_is_never_run_and_one_without_a_result_refuses_its_row(probata: Command, harbour: Path) -> None:
    table = book(probata.folder, [["Name", "Country"], ["Quay Office", "=1+1"]], are_texts=False)

    ran = probata("import", "table", table, "--case", harbour, "--as", "bodies", "--yes")

    assert ran.code == 1
    assert "the cell below `Country` has a formula without a result (table.xlsx#List!B2)" in ran.err


def test_a_cell_that_looks_like_a_formula_is_text(probata: Command, harbour: Path) -> None:
    table = put(probata.folder, 'Title,Kind,Place\n"=HYPERLINK(""http://x"")",incident,-1+@a\n')

    ran = probata("import", "table", table, "--case", harbour, "--as", "events", "--yes")

    assert ran.code == 0
    assert 'title: =HYPERLINK("http://x")\n' in (harbour / "events.yaml").read_text(encoding="utf-8")
    probata("workbook", harbour, "--to", "xlsx")
    cells = [cell for row in load_workbook(harbour / "case.xlsx")["Events"].iter_rows() for cell in row]
    assert [cell.data_type for cell in cells if cell.value in ('=HYPERLINK("http://x")', "-1+@a")] == ["s", "s"]


def test_marks_in_a_text_of_others_are_printed_as_they_stand(probata: Command, harbour: Path) -> None:
    table = put(
        probata.folder,
        'Title,Kind,Details\nA,incident,"*so* {{ figure(1) }} # [a](http://b)"\nB,incident,"as said [@report, p. 4]"\n',
    )

    ran = probata("import", "table", table, "--case", harbour, "--as", "events", "--yes")

    text = (harbour / "events.yaml").read_text(encoding="utf-8")
    assert r'description: "\\*so\\* \\{\\{ figure(1) \\}\\} # \\[a\\](http://b)"' in text
    assert "id: b\n" not in text
    assert "the cell below `Details` cites a source or has the mark of a note" in ran.err


def test_a_name_in_its_own_script_whose_language_nobody_says_is_refused(probata: Command, harbour: Path) -> None:
    table = put(probata.folder, "Full name,Native name\nIvan Rill,Иван Рилл\nLi Si,李四\n")

    ran = probata("import", "table", table, "--case", harbour, "--as", "people", "--yes")

    assert "the language of the name `Иван Рилл` is not said" in ran.err
    assert "added person `li-si`" in ran.out


def test_a_date_that_may_be_two_is_refused_at_its_cell(probata: Command, harbour: Path) -> None:
    ran = probata("import", "table", put(probata.folder, "Full name,DOB\nA Rill,3/4/1970\n"),
                  "--case", harbour, "--as", "people")  # fmt: skip

    assert ran.code == 1
    assert "`3/4/1970` is ambiguous: in one country it is 1970-04-03, in another 1970-03-04 (table.csv:2:8)" in ran.err
    assert "(table.csv:2:8)" in ran.err


def test_dates_of_a_table_are_read_and_refused_as_those_of_cells(probata: Command, harbour: Path) -> None:
    rows = "A Rill,mid-1970\nB Rill,Tue 14 Feb 1978\nC Rill,1 – 3 May 1980\n"
    ran = probata("import", "table", put(probata.folder, f"Full name,DOB\n{rows}"),
                  "--case", harbour, "--as", "people", "--yes")  # fmt: skip

    assert "`mid-1970` is no date: `mid` is not understood (table.csv:2:8)" in ran.err
    assert "next step: write `1970`, or `../1970` until then" in ran.err
    text = (harbour / "people.yaml").read_text(encoding="utf-8")
    assert "1978-02-14" in text
    assert "1980-05-01/1980-05-03" in text


def test_sources_go_the_way_of_sources_once_it_is_agreed(probata: Command, harbour: Path) -> None:
    table = put(probata.folder, "Title,Link,Where\nA Map,https://e.example/m,shelf\n")
    command = ["import", "table", table, "--case", str(harbour), "--as", "sources", "--map", "Where=note"]
    before = files_of(harbour)

    shown = probata(*command)
    assert files_of(harbour) == before
    written = probata(*command, "--yes")

    assert "added `map`: A Map" in shown.out
    assert "nothing was written" in shown.out
    assert "1 added" in written.out
    assert "url: https://e.example/m" in (harbour / "sources.yaml").read_text(encoding="utf-8")
    assert '"Where" = "note"' in (harbour / "import-headings.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--as", "peple"], "did you mean `people`?"),
        (["--as", "reads"], "whoever read an allegation says so with `probata read`"),
        (["--as", "people", "--map", "Hue=gender"], "there is no heading `Hue`"),
        (["--as", "people", "--map", "Colour=hue"], "`hue` is no field of the kind `people`"),
        (["--as", "people", "--yes", "--dry-run"], "`--yes` and `--dry-run` cannot both be followed"),
        (["--as", "people", "--map", "Colour=birth.date"], "are both `birth.date`"),
    ],
)
def test_what_cannot_be_meant_is_refused_before_anything_is_done(
    probata: Command, harbour: Path, arguments: list[str], message: str
) -> None:
    before = files_of(harbour)

    ran = probata("import", "table", put(probata.folder, OFFICERS), "--case", harbour, *arguments)

    assert ran.code == 2
    assert message in ran.err
    assert files_of(harbour) == before


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.csv", b"", "the file is empty"),
        ("a.csv", b"Hue,Tone\n1,2\n", "no heading of the first row is a field that we know"),
        (
            "a.csv",
            b"Officers of 2023,\n,\nFull name,DOB\nA,1970\n",
            "no heading of the first row is a field that we know; they seem to stand in row 3",
        ),
        ("a.csv", b"Full name\n\xff\n", "the text is not in UTF-8"),
        ("a.csv", b"Full name;DOB\nA;1970\n", "the columns are divided by semicolons"),
        ("a.xlsx", b"PK\x03\x04 no", "the file is no workbook of Excel that can be read"),
        ("a.xlsx", bytes.fromhex("d0cf11e0a1b11ae1"), "is a workbook of Excel 2003 (`.xls`), whatever its name says"),
        ("a.ods", b"PK", "next step: open it in LibreOffice and save it as `Excel 2007-365 (.xlsx)`"),
        ("a.xls", b"x", "next step: it has the form of Excel 2003: open it in Excel and save it"),
        ("a.xlsb", b"PK", "next step: open it in Excel and save it as `Excel Workbook (.xlsx)`"),
        ("a.docx", b"PK", "is no table"),
        ("missing.csv", None, "there is no such file"),
    ],
)
def test_a_file_that_is_no_table_is_refused_whole(
    probata: Command, harbour: Path, name: str, data: bytes | None, message: str
) -> None:
    if data is not None:
        (probata.folder / name).write_bytes(data)

    ran = probata("import", "table", name, "--case", harbour, "--as", "people", "--yes")

    assert ran.code == 2
    assert message in ran.err


def test_a_case_in_one_file_is_filled_in_and_added_to_in_its_lists(probata: Command, tmp_path: Path) -> None:
    case = tmp_path / "one.yaml"
    case.write_text(
        "case: {title: One}\npeople:\n- id: a # ours\n  name: {full: Liu Jianchao, native: {text: 刘建超}}\n"
        "bodies: []\n", encoding="utf-8",
    )  # fmt: skip
    table = put(probata.folder, "Name,Chinese name,DOB\nLiu Jianchao,刘建超,1964-02\nLi Si,李四,1980\n")

    ran = probata("import", "table", table, "--case", "one.yaml", "--as", "people", "--yes")

    assert ran.code == 0
    assert case.read_text(encoding="utf-8") == (
        "case: {title: One}\npeople:\n- id: a # ours\n"
        "  name: {full: Liu Jianchao, native: {text: 刘建超, lang: zh}}\n  birth:\n    date: 1964-02\n\n"
        "- id: li-si\n  name:\n    full: Li Si\n    native:\n      text: 李四\n      lang: zh\n"
        "  birth:\n    date: 1980\nbodies: []\n"
    )

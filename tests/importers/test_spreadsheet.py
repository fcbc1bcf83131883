"""Sheets of sources: headings in plain words, cells as they are shown, and nothing run."""

from __future__ import annotations

import datetime
import io
import zipfile
from pathlib import Path

import xlsxwriter
from tests.each import each
from tests.importers.works import read, refusal

from probata.importers.to_source import converted
from probata.source import xlsx_reader as workbook

CSV = """\
Title,Author(s),Date of publication,Link,Odd,Empty,Item Type
One,"Doe, Jane; WHO",4 March 2021,https://s.example/1,zzz,,Newspaper Article
,,,,,,
"=HYPERLINK(""x"")",,03/04/2021,https://s.example/2,,,
"""


def packed(rows: list[list[object]], **others: str) -> bytes:
    """A workbook with a sheet `Sources`, days as days, and other sheets with one cell."""
    into = io.BytesIO()
    book = xlsxwriter.Workbook(into)
    sheet = book.add_worksheet("Sources")
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            if isinstance(cell, datetime.datetime):
                sheet.write_datetime(number, column, cell, day)
            elif isinstance(cell, tuple):
                sheet.write_formula(number, column, cell[0], None, cell[1])
            else:
                sheet.write(number, column, cell)
    for name, text in others.items():
        book.add_worksheet(name).write(0, 0, text)
    book.close()
    return into.getvalue()


def test_headings_in_plain_words_are_fields_and_others_are_named(tmp_path: Path) -> None:
    found = read(tmp_path, "a.csv", CSV)
    first, second = map(converted, found.works)

    assert found.headings == ("Odd",)
    assert first.fields == {
        "type": "article-newspaper",
        "title": "One",
        "author": [{"family": "Doe", "given": "Jane"}, "WHO"],
        "issued": "2021-03-04",
        "url": "https://s.example/1",
    }
    assert second.fields["title"] == '=HYPERLINK("x")'
    assert second.remarks == ["`issued`: `03/04/2021` is not understood as a date"]
    assert [work.span.line for work in found.works] == [2, 4]


def test_the_user_says_what_a_heading_is_or_leaves_it_out(tmp_path: Path) -> None:
    found = read(tmp_path, "a.csv", CSV, mapped={"odd": "Publisher place", "Author(s)": ""})

    assert found.headings == ()
    assert "author" not in found.works[0].item
    assert found.works[0].item["publisher-place"] == "zzz"


def test_a_heading_or_field_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path, "a.csv", CSV, mapped={"Author": "author"})[0] == "heading-not-there"
    assert refusal(tmp_path, "a.csv", CSV, mapped={"Odd": "colour"})[0] == "field-unknown"
    assert refusal(tmp_path, "a.csv", "A,B\n1,2\n")[0] == "headings-unknown"
    assert refusal(tmp_path, "a.csv", "Title;B\n1;2\n")[0] == "other-separator"
    assert refusal(tmp_path, "a.csv", "Title,B\n1\n")[0] == "row-length"


def test_of_two_columns_for_one_field_the_first_counts_and_the_other_is_told(tmp_path: Path) -> None:
    found = read(tmp_path, "a.csv", "Title,Titre,Notes,Extra\nA,B,one,two\n").works[0]

    assert dict(found.item) == {"title": "A", "note": "one\ntwo"}
    assert found.remarks == ("`Titre` `B` is not kept beside another",)


@each(
    ("words", "place"),
    [
        ("Judgment", "a judgment stands in `authorities.yaml`"),
        ("Court decision", "a judgment stands in `authorities.yaml`"),
        ("JUDGEMENT", "a judgment stands in `authorities.yaml`"),
        ("Court-ruling", "a judgment stands in `authorities.yaml`"),
        ("Arrêt", "a judgment stands in `authorities.yaml`"),
        ("Arret", "a judgment stands in `authorities.yaml`"),
        ("Sentencia", "a judgment stands in `authorities.yaml`"),
        ("Convention", "a treaty stands in `authorities.yaml`"),
        ("Traité", "a treaty stands in `authorities.yaml`"),
        ("Tratado", "a treaty stands in `authorities.yaml`"),
    ],
)
def test_a_judgment_or_treaty_is_refused_in_whatever_words_its_type_is_written(
    tmp_path: Path, words: str, place: str
) -> None:
    made = converted(read(tmp_path, "a.csv", f"Title,Type\nLiu v Poland,{words}\n").works[0])

    assert place in made.refused
    assert "type" not in made.fields


@each(
    ("words", "kind"),
    [
        ("Rapport", "report"),
        ("Informe", "report"),
        ("Article de revue", "article-journal"),
        ("Artículo de periódico", "article-newspaper"),
        ("Livre", "book"),
        ("Capítulo de libro", "chapter"),
        ("THÈSE", "thesis"),
        ("These", "thesis"),
        ("Página web", "webpage"),
        ("Communiqué de presse", "press-release"),
        ("Tweet", "post"),
        ("Video", "motion_picture"),
    ],
)
def test_the_type_of_a_work_is_known_in_everyday_words(tmp_path: Path, words: str, kind: str) -> None:
    made = converted(read(tmp_path, "a.csv", f"Title,Type\nA,{words}\n").works[0])

    assert (made.fields["type"], made.of_type) == (kind, "")


def test_a_workbook_gives_what_its_cells_show(tmp_path: Path) -> None:
    data = packed(
        [
            ["Title", "Date", "Number", "Notes", "Web address"],
            ["One", datetime.datetime(2021, 3, 4), 17, ("=1+1", "two"), "https://x.example/1"],  # noqa: DTZ001
        ],
        Other="x",
    )
    found = read(tmp_path, "a.xlsx", data)

    assert found.sheets == ("Other",)
    assert converted(found.works[0]).fields == {
        "type": "webpage",
        "title": "One",
        "number": "17",
        "issued": "2021-03-04",
        "url": "https://x.example/1",
        "note": "two",
    }


def test_a_sheet_is_chosen_by_its_name(tmp_path: Path) -> None:
    data = packed([["x"]], Books="Title")

    assert read(tmp_path, "a.xlsx", data, sheet="books").works == ()
    assert refusal(tmp_path, "a.xlsx", data, sheet="none")[0] == "sheet-not-there"


def test_what_is_no_workbook_is_refused(tmp_path: Path) -> None:
    whole = packed([["Title"], ["One"]])
    cut = whole[: len(whole) // 2]
    empty = io.BytesIO()
    with zipfile.ZipFile(empty, "w") as made:
        made.writestr("a.txt", "x")

    for data in (b"words", cut, empty.getvalue(), b"\xd0\xcf\x11\xe0 old"):
        assert refusal(tmp_path, "a.xlsx", data)[0] == "broken-workbook"


def changed(data: bytes, part: str, content: bytes) -> bytes:
    into = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, content if name == part else old.read(name))
    return into.getvalue()


def test_a_workbook_that_unpacks_into_a_huge_one_is_refused(tmp_path: Path) -> None:
    bomb = changed(packed([["Title"]]), "xl/worksheets/sheet1.xml", b" " * (workbook.MAX_PART + 1))

    assert len(bomb) < 1_000_000
    assert refusal(tmp_path, "a.xlsx", bomb)[0] == "workbook-too-large"


def test_entities_in_a_workbook_are_refused(tmp_path: Path) -> None:
    data = changed(packed([["Title"]]), "xl/workbook.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')

    assert refusal(tmp_path, "a.xlsx", data)[0] == "broken-workbook"


@each("day", ["2026-06-05", "5-Jun"])
def test_a_day_that_excel_made_of_pages_is_not_taken_for_pages(tmp_path: Path, day: str) -> None:
    (work,) = read(tmp_path, "a.csv", f"Title,Pages\nA,{day}\n").works
    assert "page" not in work.item
    assert work.remarks == (f"`Pages` `{day}` is a day, which Excel makes of pages such as `5-6`",)


@each(
    ("cell", "names", "told"),
    [
        ("Rill, Ana; Lee, Bo", ["Rill, Ana", "Lee, Bo"], ""),
        ("Ana Rill and Bo Lee", ["Ana Rill", "Bo Lee"], "read as 2 names: `Ana Rill`; `Bo Lee`"),
        ("Rill, J & Lee, K", ["Rill, J", "Lee, K"], "read as 2 names: `Rill, J`; `Lee, K`"),
        ("Ana Rill, Bo Lee et Cy Poe", ["Ana Rill", "Bo Lee", "Cy Poe"],
         "read as 3 names: `Ana Rill`; `Bo Lee`; `Cy Poe`"),
        ("Office of Law and Order", ["Office of Law and Order"], "taken for one name; put a semicolon between two"),
        ("Rill and Lee", ["Rill and Lee"], "taken for one name; put a semicolon between two"),
        ("Rill, Ana, Lee, Bo", ["Rill, Ana, Lee, Bo"], "taken for one name; put a semicolon between two"),
        ("Ministry of Interior, Ostara", ["Ministry of Interior, Ostara"], ""),
    ],
)  # fmt: skip
def test_a_cell_of_authors_is_divided_or_kept_whole_and_a_guess_is_told(
    tmp_path: Path, cell: str, names: list[str], told: str
) -> None:
    made = converted(read(tmp_path, "a.csv", f'Title,Authors\nA,"{cell}"\n').works[0])

    assert [", ".join(one.values()) if isinstance(one, dict) else one for one in made.fields["author"]] == names
    assert made.remarks == ([f"`author`: `{cell}` is {told}"] if told else [])
    assert made.bodies == [name for name in names if name in {"Ana Rill", "Bo Lee", "Cy Poe"}]


def test_a_day_that_excel_made_of_pages_and_what_is_struck_through_are_not_taken(tmp_path: Path) -> None:
    into = io.BytesIO()
    book = xlsxwriter.Workbook(into)
    sheet = book.add_worksheet("Sources")
    sheet.write_row(0, 0, ["Title", "Date", "Pages"])
    sheet.write_row(1, 0, ["One"])
    sheet.write_datetime(1, 1, datetime.date(2020, 5, 6), book.add_format({"num_format": "d mmm yyyy"}))
    sheet.write_datetime(1, 2, datetime.date(2025, 6, 5), book.add_format({"num_format": "d-mmm"}))
    sheet.write_row(2, 0, ["Two"], book.add_format({"font_strikeout": True}))
    book.close()
    found = read(tmp_path, "a.xlsx", into.getvalue())

    assert [work.item for work in found.works] == [{"title": "One", "issued": {"raw": "2020-05-06"}}]
    assert found.works[0].remarks[0].startswith("`Pages` holds the date 5 June, which Excel probably made from `5-6`")
    assert found.struck == ("A3",)

"""A character that turns round the letters behind it comes in by no door: refused or taken out, with a finding."""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook
from tests.case_folder import BACKGROUND, DETAINED, PEOPLE, SOURCES, build, write_case
from tests.each import each
from tests.importers.test_spreadsheet import packed
from tests.importers.works import read, refusal
from tests.workbook.edited import found as found_in_records
from tests.workbook.edited import put
from tests.workbook.test_data_sheets import SHEET
from tests.workbook.test_data_sheets import found as found_in_tables

from probata.diagnostics import Diagnostic
from probata.forum import load_forum
from probata.importers.to_source import converted
from probata.source.text_file import decode_bytes

NAME = "unprintable-character"
TURNED = "Title \u202egnorw\u202c"


@each("character", ["\u202d", "\u202e"])
def test_a_text_with_an_override_is_refused_with_its_place(character: str) -> None:
    found = decode_bytes(f"title: A\nname: b{character}c\n".encode(), Path("a.yaml"), "a.yaml")
    assert isinstance(found, Diagnostic)
    assert (found.name, str(found.span)) == (NAME, "a.yaml:2:8")
    assert "turns the letters behind it round" in found.help


@each("text", ["\u200fא", "\u202aa\u202c", "\u2067b\u2069", "תיק [The file]", "تقرير"])
def test_what_texts_of_two_directions_need_comes_in(text: str) -> None:
    assert not isinstance(decode_bytes(f"title: {text}\n".encode(), Path("a.yaml"), "a.yaml"), Diagnostic)


@each(
    ("kind", "text"),
    [
        ("people", PEOPLE.replace("Tove", "To\u202eve")),
        ("sources", SOURCES.replace("The Gazette", "The \u202eGazette")),
        ("sources", SOURCES.replace("The Gazette", '"The \\u202eGazette"')),
        ("narrative/background.md", BACKGROUND.replace("harbour", "har\u202ebour", 1)),
        ("data/detained.csv", DETAINED.replace("\n", "\u202e\n", 1)),
    ],
)
def test_records_narrative_and_tables_are_found(tmp_path: Path, kind: str, text: str) -> None:
    built = build(write_case(tmp_path, **{kind: text}))
    assert NAME in [found.name for found in built.session.report]
    assert "\u202e" not in built.text


@each(
    ("name", "text"),
    [
        ("a.json", f'[{{"title": "{TURNED}"}}]'),
        ("a.ris", f"TY  - RPRT\nTI  - {TURNED}\nER  -\n"),
        ("a.bib", f"@book{{a, title={{{TURNED}}}, year=2020}}\n"),
        ("a.csv", f"Title,Year\n{TURNED},2020\n"),
        ("a.xml", f"<xml><records><record><titles><title>{TURNED}</title></titles></record></records></xml>"),
    ],
)
def test_a_file_of_sources_with_one_is_refused(tmp_path: Path, name: str, text: str) -> None:
    assert refusal(tmp_path, name, text)[0] == NAME


@each(
    ("name", "data"),
    [
        ("a.json", b'[{"type": "book", "title": "A \\u202egnorw"}]'),
        ("a.xlsx", packed([["Title", "Year"], [TURNED, 2020]])),
        ("a.xml", b"<xml><records><record><titles><title>A &#x202E;gnorw</title></titles></record></records></xml>"),
    ],
)
def test_a_work_that_has_one_by_another_spelling_is_refused(tmp_path: Path, name: str, data: bytes) -> None:
    (work,) = read(tmp_path, name, data).works
    assert "`U+202E` cannot stand in a document" in converted(work).refused


def test_a_cell_of_the_workbook_is_found_and_is_read_without_it(tmp_path: Path) -> None:
    (found,) = found_in_records(tmp_path, put("Sources", "Title", TURNED))
    assert (found.name, "#Sources!" in str(found.span)) == (NAME, True)


def test_a_cell_of_a_table_of_the_workbook_is_found_and_is_read_without_it(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        book[SHEET]["B2"] = "\u202e3"

    findings, cells = found_in_tables(tmp_path, change)
    assert [found.name for found in findings] == [NAME]
    assert cells[0][1] == "3"


def test_words_of_a_forum_are_found(tmp_path: Path) -> None:
    files = {
        "_base/forum.yaml": "id: _base\ntitle: Document\n",
        "child/forum.yaml": "id: child\nextends: _base\ndocument_kind: submission\nlanguages: [en]\n",
        "child/words/en.yaml": "to: T\u202eo\n",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert [found.name for found in load_forum("child", [tmp_path]).findings] == [NAME]

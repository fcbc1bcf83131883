"""A case as it comes from an office with Windows, or with older disks of macOS: what is taken and what is told."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from tests.case_folder import BACKGROUND, DATASETS, DETAINED, FILES, Built, build, write_case
from tests.each import each

from probata.diagnostics import Severity

COMPOSED = unicodedata.normalize("NFC", "détenus")
TAKEN_APART = unicodedata.normalize("NFD", "détenus")
FIGURES = "Persons detained by month"


def in_dataset(path: str) -> str:
    return DATASETS.replace("data/detained.csv", path)


def must_be_fixed(built: Built) -> list[str]:
    return [found.name for found in built.findings if found.severity is Severity.ERROR]


@each("ends", ["\r\n", "\r"])
@each("mark", ["", "\ufeff"])
def test_line_ends_and_byte_order_marks_change_nothing_in_any_kind_of_file(
    tmp_path: Path, ends: str, mark: str
) -> None:
    odd: dict[str, str | bytes | None] = {
        name: (mark + text.replace("\n", ends)).encode() for name, text in FILES.items()
    }
    plain, built = build(write_case(tmp_path / "a")), build(write_case(tmp_path / "b", **odd))

    assert built.text == plain.text
    assert built.findings == plain.findings


def test_a_path_with_backslashes_is_a_path(tmp_path: Path) -> None:
    built = build(write_case(tmp_path, datasets=in_dataset("data\\detained.csv")))

    assert FIGURES in built.text
    assert must_be_fixed(built) == []


@each(
    ("path", "name", "words"),
    [
        ("C:\\Users\\a\\detained.csv", "file-outside-case", "the file lies outside the case folder"),
        ("\\\\server\\share\\detained.csv", "file-outside-case", "the file lies outside the case folder"),
        ("data\\nul", "reserved-name", "Windows keeps the name `nul` for a device"),
    ],
)
def test_a_path_that_leads_elsewhere_is_told_where_it_is_named_with_what_to_write(
    tmp_path: Path, path: str, name: str, words: str
) -> None:
    found = build(write_case(tmp_path, datasets=in_dataset(path))).found(name)

    assert str(found.span) == "harbour/datasets.yaml:3:9"
    assert found.message == f"`{path}` cannot be read: {words}"
    assert found.help


def test_a_table_whose_name_windows_refuses_is_read_and_told(tmp_path: Path) -> None:
    case = write_case(tmp_path, datasets=in_dataset("data/who?.csv"), **{"data/who?.csv": DETAINED})
    built = build(case)

    assert built.found("name-not-for-windows").severity is Severity.WARNING
    assert FIGURES in built.text


@each(("stored", "named"), [(COMPOSED, TAKEN_APART), (TAKEN_APART, COMPOSED)])
def test_a_table_is_found_in_the_other_form_of_its_accents(tmp_path: Path, stored: str, named: str) -> None:
    case = write_case(tmp_path, datasets=in_dataset(f"data/{named}.csv"), **{f"data/{stored}.csv": DETAINED})
    built = build(case)

    assert FIGURES in built.text
    assert must_be_fixed(built) == []


def test_two_tables_whose_names_differ_in_the_form_of_their_accents_only_are_told(tmp_path: Path) -> None:
    files = {f"data/{name}.csv": DETAINED for name in (COMPOSED, TAKEN_APART)}
    built = build(write_case(tmp_path, datasets=in_dataset(f"data/{COMPOSED}.csv"), **files))

    assert built.found("one-name-twice").message.startswith(f"two files have the name `{COMPOSED}.csv`")


def test_two_names_that_differ_in_capitals_only_are_told_and_both_read(tmp_path: Path) -> None:
    other = BACKGROUND.replace("The harbour lies", "The quay lies")
    built = build(write_case(tmp_path, **{"narrative/Background.md": other}))

    assert "Windows and macOS take them for one file" in built.found("names-alike").message
    assert "The quay lies" in built.text
    assert "The harbour lies" in built.text


def test_narratives_stand_in_one_order_whatever_the_disk_does(tmp_path: Path) -> None:
    orders = []
    for form in ("NFC", "NFD"):
        name = unicodedata.normalize(form, "é")
        texts = {
            f"narrative/{file}.md": BACKGROUND.replace("title: The harbour", f"id: {record}\ntitle: {record}")
            for file, record in ((name, "accent"), ("f", "plain"), ("Z", "capital"))
        }
        graph = build(write_case(tmp_path / form, **texts)).session.graph
        assert graph is not None
        orders.append([section.id for section in graph.narrative])

    assert orders[0] == orders[1]
    assert len(orders[0]) == 4


def test_marks_that_word_leaves_beside_an_open_file_are_passed_over(tmp_path: Path) -> None:
    marks = dict.fromkeys(("~$ople.yaml", "narrative/~$ckground.md", "data/~$tained.csv"), b"\x05Office\xff")
    built = build(write_case(tmp_path, **marks))

    assert must_be_fixed(built) == []

"""All files of a case, as they come from offices with Windows and macOS too."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from tests.case_folder import BACKGROUND, DATASETS, DETAINED, FILES, Built, build, write_case
from tests.each import each

from probata.diagnostics import Severity
from probata.source.case_source import CaseSource
from probata.source.node import to_plain
from probata.source.read_case import read_case

KINDS = ("people", "roles", "narrative")


def _folder(root: Path, **files: str) -> CaseSource:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return read_case(root, "claims/x", KINDS)


def _names(source: CaseSource) -> list[tuple[str, str]]:
    return [(found.name, str(found.span)) for found in source.findings]


def test_a_folder_and_one_file_give_the_same_records(tmp_path: Path) -> None:
    folder = _folder(tmp_path / "f", **{"case.yaml": "title: T", "people.yaml": "- id: a\n- id: b\n"})
    (tmp_path / "one.yaml").write_text("case: {title: T}\npeople:\n  - id: a\n  - id: b\n")
    one = read_case(tmp_path / "one.yaml", "one.yaml", KINDS)

    assert folder.findings == one.findings == []
    assert folder.case is not None
    assert one.case is not None
    assert to_plain(folder.case) == to_plain(one.case) == {"title": "T"}
    assert [to_plain(node) for node in folder.records["people"]] == [to_plain(n) for n in one.records["people"]]


def test_a_kind_may_be_a_folder_of_files_that_are_read_by_their_names(tmp_path: Path) -> None:
    files = {"case.yaml": "title: T", "people/b.yaml": "- id: c\n", "people/a.yaml": "- id: a\n- id: b\n"}
    source = _folder(tmp_path, **files, **{"roles/notes.txt": "x", "people.yaml": "- id: z\n"})

    assert [to_plain(node) for node in source.records["people"]] == [{"id": "a"}, {"id": "b"}, {"id": "c"}, {"id": "z"}]
    assert source.records["people"][2].span.path == "claims/x/people/b.yaml"
    assert _names(source) == [("unread-file", "claims/x/roles/notes.txt:1:1")]


def test_a_part_of_a_kind_that_cannot_be_read_leaves_the_other_parts(tmp_path: Path) -> None:
    source = _folder(tmp_path, **{"case.yaml": "title: T", "people/a.yaml": "- id: [\n", "people/b.yaml": "- id: b\n"})

    assert [to_plain(node) for node in source.records["people"]] == [{"id": "b"}]
    assert {place.partition(":")[0] for _, place in _names(source)} == {"claims/x/people/a.yaml"}


def test_files_of_other_programs_are_passed_over(tmp_path: Path) -> None:
    found = _folder(tmp_path, **{"case.yaml": "title: T", "._people.yaml": "\x05", ".x.yml": "[", "README.md": "x"})

    assert found.findings == []


@each(
    ("name", "finding", "help"),
    [
        ("persons.yaml", "unknown-record-file", "did you mean `people`?"),
        ("notebook.yaml", "unknown-record-file", "record files are"),
        ("peeple.yaml", "unknown-record-file", "did you mean `people`?"),
        ("people.yaml.txt", "unread-file", "call it `people.yaml`"),
        ("roles.csv", "unread-file", "call it `roles.yaml`"),
    ],
)
def test_a_file_that_is_not_read_is_named(tmp_path: Path, name: str, finding: str, help: str) -> None:
    found = _folder(tmp_path, **{"case.yaml": "title: T", name: "- id: a"})

    assert _names(found) == [(finding, f"claims/x/{name}:1:1")]
    assert help in found.findings[0].help


@each(
    ("text", "expected"),
    [
        ("", ("empty-file", "one.yaml:1:1")),
        ("- a\n", ("wrong-shape", "one.yaml:1:1")),
        ("just words\n", ("wrong-shape", "one.yaml:1:1")),
        ("people: []\n", ("missing-case", "one.yaml:1:1")),
        ("case: {title: T}\npepole: []\n", ("unknown-record-file", "one.yaml:2:1")),
        ("case: {title: T}\npeople: {id: a}\n", ("wrong-shape", "one.yaml:2:9")),
    ],
)
def test_what_is_wrong_with_a_case_of_one_file_has_its_place(
    tmp_path: Path, text: str, expected: tuple[str, str]
) -> None:
    (tmp_path / "one.yaml").write_text(text)

    assert _names(read_case(tmp_path / "one.yaml", "one.yaml", KINDS)) == [expected]


def test_a_file_where_the_narrative_folder_belongs_is_a_finding(tmp_path: Path) -> None:
    found = _folder(tmp_path, **{"case.yaml": "title: T", "narrative": "text"})

    assert _names(found) == [("unreadable-file", "claims/x/narrative:1:1")]


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

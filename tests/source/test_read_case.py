"""All files of a case: a folder, or one file with the same names as keys."""

from __future__ import annotations

from pathlib import Path

from tests.each import each

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

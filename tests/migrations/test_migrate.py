"""A migration changes the words that have another name, and nothing else of a file."""

from __future__ import annotations

from pathlib import Path

from tests.case_folder import build, write_case
from tests.each import each
from tests.migrations.old_case import NEW_ALLEGATIONS, NEW_CASE, OLD_ALLEGATIONS, OLD_CASE, write_old_case

from probata.graph.resolve import REFERENCES
from probata.migrations import CaseTexts, Edit, Migrated, Migration, migrate
from probata.migrations.migration import all_steps, rename_key
from probata.source.read_case import FORMAT
from probata.workbook.read_records import FILE_NAME
from probata.workbook.write_workbook import write_workbook


def after(migrated: Migrated) -> dict[str, str]:
    assert migrated.findings == ()
    return {change.path.name: change.after for change in migrated.changes}


def test_the_steps_lead_from_the_first_format_to_ours_without_a_gap() -> None:
    assert [step.before for step in all_steps()] == list(range(int(FORMAT)))


def test_remarks_quotation_marks_order_and_spacing_stay(tmp_path: Path) -> None:
    assert after(migrate(write_old_case(tmp_path), "harbour")) == {
        "allegations.yaml": NEW_ALLEGATIONS,
        "case.yaml": NEW_CASE,
    }


def test_a_kind_that_is_a_folder_of_files_is_taken_with_the_others(tmp_path: Path) -> None:
    case = write_old_case(tmp_path, allegations=None)
    (case / "allegations").mkdir()
    (case / "allegations" / "first.yaml").write_text(OLD_ALLEGATIONS, encoding="utf-8")

    assert after(migrate(case, "harbour")) == {"first.yaml": NEW_ALLEGATIONS, "case.yaml": NEW_CASE}


def test_what_comes_out_is_a_case_of_our_format(tmp_path: Path) -> None:
    case = write_old_case(tmp_path)
    for change in migrate(case, "harbour").changes:
        change.path.write_text(change.after, encoding="utf-8")

    built = build(case)

    assert [found.message for found in built.findings if found.code[:3] in {"SRC", "REC", "REF"}] == []
    assert "It is alleged that claim: guards beat detainees." in built.text


@each("ends", ["\r\n", "\r"])
def test_line_ends_and_a_byte_order_mark_stay(tmp_path: Path, ends: str) -> None:
    def odd(text: str) -> str:
        return "\ufeff" + text.replace("\n", ends)

    case = write_old_case(tmp_path, case=odd(OLD_CASE), allegations=odd(OLD_ALLEGATIONS))

    assert after(migrate(case, "harbour")) == {"allegations.yaml": odd(NEW_ALLEGATIONS), "case.yaml": odd(NEW_CASE)}


def test_a_case_of_one_file_is_migrated(tmp_path: Path) -> None:
    path = tmp_path / "one.yaml"
    path.write_text("case: {title: T, format: 0, date: 2026}\nallegations:\n  - {id: a, claim: b}\n", encoding="utf-8")

    assert after(migrate(path, "one.yaml")) == {
        "one.yaml": "case: {title: T, format: 1, as_of: 2026}\nallegations:\n  - {id: a, statement: b}\n"
    }


def test_a_case_of_our_format_is_left_alone(tmp_path: Path) -> None:
    assert migrate(write_case(tmp_path), "harbour") == Migrated()


@each(
    ("files", "name", "place"),
    [
        ({"case": OLD_CASE + "as_of: 2026\n"}, "both-names", "harbour/case.yaml:4:1"),
        ({"allegations": "- [\n"}, "yaml-syntax", "harbour/allegations.yaml:1:3"),
        ({"people": b"- id: M\xfcller\n"}, "unreadable-encoding", "harbour/people.yaml:1:8"),
        ({"case": OLD_CASE.replace('"0"', "7")}, "newer-format", "harbour/case.yaml:2:9"),
        ({"case": None}, "missing-case", "harbour:1:1"),
        ({"case": OLD_CASE.replace("date:   2026", '"d\\x61te": 2026')}, "not-editable", "harbour/case.yaml:4:1"),
    ],
)  # fmt: skip
def test_what_has_to_be_mended_first_is_a_finding_and_nothing_is_changed(
    tmp_path: Path, files: dict[str, str | bytes | None], name: str, place: str
) -> None:
    migrated = migrate(write_old_case(tmp_path, **files), "harbour")

    assert migrated.changes == ()
    assert (migrated.findings[0].name, str(migrated.findings[0].span)) == (name, place)
    assert migrated.findings[0].help


@each("written", ["-1", "1.1", "abc", '""', "01", "[1]"])
def test_a_format_that_is_none_is_a_finding_at_its_place(tmp_path: Path, written: str) -> None:
    migrated = migrate(write_old_case(tmp_path, case=OLD_CASE.replace('"0"', written)), "harbour")

    assert [(found.name, str(found.span)) for found in migrated.findings] == [
        ("unknown-choice", "harbour/case.yaml:2:9")
    ]


WORKBOOKS = [
    ("1", [], ""),
    ("0", ["older-format"], "no workbook is older than format 1: write `1` beside `Format` in the sheet `Case`"),
    ("2", ["newer-format"], "install a newer version of Probata"),
    ("abc", ["unknown-choice"], "write one of: 1"),
]


@each(("written", "names", "help"), WORKBOOKS)
def test_of_a_workbook_the_format_is_looked_at(tmp_path: Path, written: str, names: list[str], help: str) -> None:
    data = write_workbook({"case": [{"title": "T", "format": written}]}, {}, REFERENCES)
    (tmp_path / FILE_NAME).write_bytes(data)

    migrated = migrate(tmp_path, "harbour")

    assert migrated.changes == ()
    assert [(found.name, str(found.span)) for found in migrated.findings] == [
        (name, "harbour/case.xlsx#Case!B2") for name in names
    ]
    assert all(found.help.startswith(help) for found in migrated.findings)


def test_several_steps_are_made_one_after_the_other(tmp_path: Path) -> None:
    def renamed(old: str, new: str) -> Migration:
        def edits(case: CaseTexts) -> list[Edit]:
            return list(rename_key(case.case, old, new)) if case.case else []

        return Migration(before=int(old[-1]), after=int(new[-1]), edits=edits)

    steps = [renamed("name-0", "name-1")]
    path = tmp_path / "one.yaml"
    path.write_text("case: {format: 0, name-0: T}\n", encoding="utf-8")

    assert after(migrate(path, "one.yaml", steps)) == {"one.yaml": "case: {format: 1, name-1: T}\n"}

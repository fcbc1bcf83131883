"""A record said anew as a whole: its file changes by as little as can be, text or workbook."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from copy import deepcopy
from difflib import unified_diff
from pathlib import Path
from typing import Any

import pytest
from tests.filings.cases import CLAIMS, EXAMPLE

from probata.edits.change import NewRecords, WholeRecord
from probata.edits.change_case import changed_files, record_as_written
from probata.graph import CaseGraph
from probata.graph.load import load_case
from probata.graph.resolve import REFERENCES, Known
from probata.output.together import write_together
from probata.workbook.convert import to_workbook

KNOWN = Known(frozenset(), frozenset(), frozenset(), frozenset())


def read(folder: Path) -> CaseGraph:
    graph = load_case(folder, folder.name, KNOWN).graph
    assert graph is not None
    return graph


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copy = tmp_path / "case"
    shutil.copytree(CLAIMS / EXAMPLE, copy)
    return copy


@pytest.fixture
def workbook(folder: Path) -> Path:
    converted = to_workbook(folder, folder.name, REFERENCES)
    for path in converted.old:
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    for path, data in converted.new.items():
        path.write_bytes(data)
    return folder


def changed(folder: Path, kind: str, key: str, change: Callable[[dict[str, Any]], None]) -> dict[str, Any]:
    graph = read(folder)
    record = record_as_written(graph, kind, key)
    wanted = deepcopy(record)
    change(wanted)
    write_together(changed_files(graph, [WholeRecord(kind, "" if kind == "case" else key, wanted)]))
    assert record_as_written(read(folder), kind, key) == wanted
    return wanted


def several(record: dict[str, Any]) -> None:
    """A text, an entry out of the middle of a list of parts, one more behind it, a field more and one less."""
    record["title"] = "Torture: as alleged"
    del record["evidence"][1]
    record["evidence"].append({"source": "cwk-report-2023", "supports": "Line one\n\nLine two", "elements": ["intent"]})
    record["note"] = "- not a list"
    del record["meaning"]


CHANGES: list[tuple[str, str, Callable[[dict[str, Any]], None]]] = [
    ("allegations", "torture-brann-street", several),
    ("people", "orskelin", lambda record: record["birth"]["date"].update(value="1974-03-20")),
    ("case", "example", lambda record: record.update(title="Another title")),
    (
        "narrative",
        "facts",
        lambda record: record.update(title="What took place", forums=["uk-ghr"], text="*One.*\n\nTwo."),
    ),
]


@pytest.mark.parametrize(("kind", "key", "change"), CHANGES, ids=[kind for kind, _, _ in CHANGES])
def test_a_record_of_a_text_case_says_what_is_wanted(
    folder: Path, kind: str, key: str, change: Callable[[dict[str, Any]], None]
) -> None:
    changed(folder, kind, key, change)


@pytest.mark.parametrize(("kind", "key", "change"), CHANGES, ids=[kind for kind, _, _ in CHANGES])
def test_a_record_of_a_workbook_says_what_is_wanted(
    workbook: Path, kind: str, key: str, change: Callable[[dict[str, Any]], None]
) -> None:
    changed(workbook, kind, key, change)


def test_all_lines_that_say_nothing_else_stay_as_they_are(folder: Path) -> None:
    before = (folder / "allegations.yaml").read_text("utf-8").splitlines()
    changed(folder, "allegations", "torture-brann-street", several)
    after = (folder / "allegations.yaml").read_text("utf-8").splitlines()
    lines = [line for line in unified_diff(before, after, n=0) if line[0] in "+-" and line[:3] not in ("+++", "---")]
    gone = [line for line in lines if line.startswith("-")]
    come = [line for line in lines if line.startswith("+")]
    entry = next(n for n, line in enumerate(before) if "source: interview-former-guard" in line)
    length = next(n for n, line in enumerate(before[entry + 1 :], 1) if line.startswith("    - "))
    assert len(gone) == length + 2, "the entry, the title, the field that goes"
    assert len(come) == 9, "the title, the entry of seven lines, the new field"


def test_a_record_goes_with_its_lines_and_no_others(folder: Path) -> None:
    before = (folder / "events.yaml").read_text("utf-8")
    graph = read(folder)
    write_together(changed_files(graph, [WholeRecord("events", "other-deaths", None)]))
    after = (folder / "events.yaml").read_text("utf-8")
    start, end = before.index("- id: other-deaths"), before.index("- id: orskelin-leave")
    assert after == before[:start] + before[end:]


def test_a_section_that_goes_takes_its_file_with_it(folder: Path) -> None:
    write_together(changed_files(read(folder), [WholeRecord("narrative", "data", None)]))
    assert not (folder / "narrative" / "data.md").exists()
    assert not read(folder).has("narrative", "data")


def test_where_the_last_record_of_a_kind_goes_nothing_is_wrong_and_another_can_come_in(
    folder: Path, request: pytest.FixtureRequest
) -> None:
    remark = (folder / "steps.yaml").read_text("utf-8").splitlines()[0]
    assert remark.startswith("# ")
    for form in ("folder", "workbook"):
        case = request.getfixturevalue(form)
        write_together(changed_files(read(case), [WholeRecord("steps", one.id, None) for one in read(case).steps]))
        left = load_case(case, case.name, KNOWN)
        assert left.graph is not None
        assert not left.graph.steps
        assert "empty-file" not in [one.name for one in left.findings]
        write_together(changed_files(left.graph, [NewRecords("steps", [{"id": "new", "what": "Asked again."}])]))
        assert [one.id for one in read(case).steps] == ["new"]
        if form == "folder":
            assert (case / "steps.yaml").read_text("utf-8").startswith(remark)

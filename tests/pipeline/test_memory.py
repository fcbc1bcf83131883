"""What is worked out again when a case is read anew in one process: all that has changed, and no more."""

from __future__ import annotations

import gc
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import FunctionType, ModuleType

import pytest

from probata.checks import CheckInput
from probata.document.own_templates import own_templates
from probata.graph import CaseGraph
from probata.kept import Noted
from probata.pipeline import Session, Workspace, check_document, draft, findings_for, forum_of, open_case, plan

EXAMPLE = Path(__file__).parents[2] / "claims" / "example"
FILES = [
    *sorted(path.name for path in EXAMPLE.glob("*.yaml")),
    *(next(EXAMPLE.rglob(ending)).relative_to(EXAMPLE).as_posix() for ending in ("*.csv", "*/*.md")),
]
FORUM = "uk-ghr"


def found(case: Path, workspace: Workspace) -> tuple[object, ...]:
    """Return all that is found in a case and for one of its filings, with what the checks answer."""
    session = open_case(case, "case", workspace)
    (filing,) = plan(session, workspace, [FORUM])
    return tuple(session.report), findings_for(session, workspace, filing), tuple(session.answers)


def composed(case: Path, workspace: Workspace) -> tuple[object, ...]:
    """Return the document of a filing, and what is found in it."""
    session = open_case(case, "case", workspace)
    (filing,) = plan(session, workspace, [FORUM])
    drafted, faults = draft(session, workspace, filing, final=False)
    forum, _ = forum_of(session, workspace, filing)
    return drafted, faults, check_document(session, filing, forum, drafted) if drafted and forum else ()


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the example and templates of its own."""
    folder = tmp_path_factory.mktemp("kept")
    shutil.copytree(EXAMPLE, folder / "case")
    shutil.copytree(own_templates(), folder / "templates")
    return folder


@pytest.fixture(scope="module")
def workspace(place: Path) -> Workspace:
    """Return a workspace in which the example was worked out once."""
    opened = Workspace((place / "templates",), today=date(2026, 12, 31))
    found(place / "case", opened)
    composed(place / "case", opened)
    return opened


def without_one(text: str) -> str:
    """Return the text of a file without its second record."""
    parts = text.split("\n- ")
    return "\n- ".join(parts[:2] + parts[3:])


def moved_down(text: str) -> str:
    return text.replace("\n", "\n\n", 1) if text.startswith("---") else f"# Said of this file.\n{text}"


@pytest.mark.parametrize("file", FILES)
def test_after_a_change_of_a_file_all_is_found_as_by_a_process_that_kept_nothing(
    file: str, place: Path, workspace: Workspace
) -> None:
    path = place / "case" / file
    changes: dict[str, Callable[[str], str]] = {
        ".yaml": lambda text: moved_down(without_one(text)),
        ".md": lambda text: f"{text}\n\nIn May 2031 Colonel Ardo Velim ordered 17 arrests [@no-such-source, p. 3].\n",
        ".csv": lambda text: without_last_line(text),
    }
    changed = changes[path.suffix](path.read_text(encoding="utf-8"))
    path.write_text(changed, encoding="utf-8")
    assert found(place / "case", workspace) == found(place / "case", fresh(workspace))


def without_last_line(text: str) -> str:
    return text[: text.rstrip("\n").rindex("\n") + 1]


def fresh(workspace: Workspace) -> Workspace:
    return Workspace(workspace.template_roots, workspace.house, workspace.today)


def test_so_it_is_on_another_day(place: Path, workspace: Workspace) -> None:
    later = replace(workspace, today=date(2031, 1, 1))
    assert found(place / "case", later) == found(place / "case", fresh(later))


def test_so_it_is_where_a_forum_has_changed(place: Path, workspace: Workspace) -> None:
    path = place / "templates" / FORUM / "forum.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("title: ", "title: Another ", 1), encoding="utf-8")
    assert found(place / "case", workspace) == found(place / "case", fresh(workspace))
    assert composed(place / "case", workspace) == composed(place / "case", fresh(workspace))


def test_nothing_that_is_kept_holds_the_case_that_it_was_worked_out_for(workspace: Workspace) -> None:
    assert [
        type(one) for one in reached(workspace.memory) if isinstance(one, CaseGraph | CheckInput | Session | Noted)
    ] == []


def reached(start: object) -> Iterator[object]:
    seen: set[int] = set()
    ahead: list[object] = [start]
    while ahead:
        one = ahead.pop()
        if id(one) not in seen and not isinstance(one, type | ModuleType):
            seen.add(id(one))
            yield one
            ahead += one.__closure__ or () if isinstance(one, FunctionType) else gc.get_referents(one)

"""What a forum's own style sheet says in vain is told."""

from __future__ import annotations

from pathlib import Path

from tests.case_folder import CASE, write_case
from tests.writers.rich_document import rich_document

from probata.pipeline import make, open_case, open_workspace, plan
from probata.writers.discovery import load_format
from probata.writers.format import WriteOptions


def told(css: str) -> list[tuple[str, str]]:
    made = load_format("pdf").write(rich_document(), WriteOptions(print_css=css, print_css_path="t/print.css"))
    found = (one for one in made.diagnostics if one.code == "PDF106")
    return [(str(one.span), one.message) for one in found]


def test_a_rule_without_effect_is_found_with_its_line() -> None:
    assert told("p { color: black }\nh1 { colr: red;\n  color: nosuch }\n") == [
        ("t/print.css:2:6", "in the style sheet `colr: red` does nothing: unknown property"),
        ("t/print.css:3:3", "in the style sheet `color: nosuch` does nothing: invalid value"),
    ]


def test_a_style_sheet_that_is_used_whole_is_not_spoken_of() -> None:
    assert told("h1 { color: #333333 }\n@page { margin: 30mm }\n") == []


def test_the_style_sheet_of_a_forum_is_named_by_its_path(tmp_path: Path) -> None:
    forum = tmp_path / "templates" / "mine"
    forum.mkdir(parents=True)
    (forum / "forum.yaml").write_text("id: mine\nextends: support-statement\ntitle: Mine\n")
    (forum / "print.css").write_text("h1 { colr: red }\n")
    case = write_case(tmp_path, case=CASE.replace("forum: uk-ghr", "forum: mine"))
    workspace = open_workspace(tmp_path / "templates")
    session = open_case(case, "harbour", workspace)
    (made,) = make(session, workspace, plan(session, workspace)[0], ("pdf",))

    (found,) = [one for one in made.diagnostics if one.code == "PDF106"]
    assert str(found.span) == f"{(forum / 'print.css').as_posix()}:1:6"
    assert made.data.startswith(b"%PDF")

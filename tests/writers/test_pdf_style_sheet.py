"""What a forum's own style sheet says in vain is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.case_folder import CASE, write_case
from tests.writers.rich_document import rich_document

from probata.pipeline import Made, make, open_case, open_workspace, plan
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


def made_with(css: str, folder: Path, *formats: str) -> list[Made]:
    forum = folder / "templates" / "mine"
    forum.mkdir(parents=True)
    (forum / "forum.yaml").write_text("id: mine\nextends: support-statement\ntitle: Mine\n")
    (forum / "print.css").write_text(css)
    case = write_case(folder, case=CASE.replace("forum: uk-ghr", "forum: mine"))
    workspace = open_workspace(folder / "templates")
    session = open_case(case, "harbour", workspace)
    return list(make(session, workspace, plan(session, workspace)[0], formats))


def test_the_style_sheet_of_a_forum_is_named_by_its_path(tmp_path: Path) -> None:
    (made,) = made_with("h1 { colr: red }\n", tmp_path, "pdf")

    (found,) = [one for one in made.diagnostics if one.code == "PDF106"]
    assert str(found.span) == f"{(tmp_path / 'templates' / 'mine' / 'print.css').as_posix()}:1:6"
    assert made.data.startswith(b"%PDF")


@pytest.mark.parametrize(
    ("rule", "column"),
    [
        ('@import url("https://fonts.example/css?family=X");', 1),
        ('@import "file:///etc/passwd";', 1),
        ('@import "missing.css";', 1),
        ("@media print { h1 { background: url(missing.png) } }", 33),
        ("p { background: image-set('https://x.example/a.png' 1x) }", 17),
        ("@media print {" * 10_000 + "}" * 10_000, 182),
        (":not(" * 10_000 + ")" * 10_000 + " { color: red }", 62),
        ("p { color: " + "(" * 10_000 + ")" * 10_000 + " }", 23),
        ("p " * 10_000 + "{ color: red }", 20_001),
    ],
)
def test_a_rule_that_reaches_outside_or_nests_too_deep_is_left_out(tmp_path: Path, rule: str, column: int) -> None:
    page, made = made_with(f"h2 {{ color: navy }}\n{rule}\nh1 {{ colr: red }}\n", tmp_path, "html", "pdf")

    found = [(one.span.line, one.span.column) for one in (*page.diagnostics, *made.diagnostics)
             if one.code == "PDF106" and one.span]  # fmt: skip
    assert found == [(2, column), (3, 6)]
    assert b"h2 { color: navy }" in page.data
    assert rule.encode() not in page.data
    assert made.data.startswith(b"%PDF")

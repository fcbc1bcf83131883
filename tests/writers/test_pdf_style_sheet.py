"""What a forum's own style sheet says in vain is told."""

from __future__ import annotations

from pathlib import Path

from tests.case_folder import CASE, write_case

from probata.document.blocks import Heading, Paragraph
from probata.document.inlines import Text
from probata.document.tree import Document, Meta
from probata.pipeline import Made, make, open_case, open_workspace, plan
from probata.writers.format import WriteOptions, load_format


def short() -> Document:
    return Document(Meta("A title"), (Heading(1, (Text("A heading"),), "h"), Paragraph((Text("text"),))))


def told(css: str) -> list[tuple[str, str]]:
    made = load_format("pdf").write(short(), WriteOptions(print_css=css, print_css_path="t/print.css"))
    found = (one for one in made.diagnostics if one.code == "PDF106")
    return [(str(one.span), one.message) for one in found]


def test_a_rule_without_effect_is_found_with_its_line() -> None:
    assert told("p { color: black }\nh1 { colr: red;\n  color: nosuch }\n") == [
        ("t/print.css:2:6", "in the style sheet `colr: red` does nothing: unknown property"),
        ("t/print.css:3:3", "in the style sheet `color: nosuch` does nothing: invalid value"),
    ]


def made_with(css: str, folder: Path, *formats: str) -> list[Made]:
    forum = folder / "templates" / "mine"
    forum.mkdir(parents=True)
    (forum / "forum.yaml").write_text("id: mine\nextends: support-statement\ntitle: Mine\n")
    (forum / "print.css").write_text(css)
    case = write_case(folder, case=CASE.replace("forum: uk-ghr", "forum: mine"))
    workspace = open_workspace(folder / "templates")
    session = open_case(case, "harbour", workspace)
    return list(make(session, workspace, plan(session, workspace)[0], formats))


OUTSIDE_OR_DEEP = [
    ('@import url("https://fonts.example/css?family=X");', 1),
    ('@import "file:///etc/passwd";', 1),
    ('@import "missing.css";', 1),
    ("@media print { h1 { background: url(missing.png) } }", 33),
    ("p { background: image-set('https://x.example/a.png' 1x) }", 17),
    ("@media print {" * 10_000 + "}" * 10_000, 182),
    (":not(" * 10_000 + ")" * 10_000 + " { color: red }", 62),
    ("p { color: " + "(" * 10_000 + ")" * 10_000 + " }", 23),
    ("p " * 10_000 + "{ color: red }", 20_001),
]
"""Rules, each with the column of what is wrong with it."""


def test_rules_that_reach_outside_or_nest_too_deep_are_left_out(tmp_path: Path) -> None:
    rules = [rule for rule, _ in OUTSIDE_OR_DEEP]
    sheet = "\n".join(("h2 { color: navy }", *rules, "h1 { colr: red }"))
    page, made = made_with(sheet, tmp_path, "html", "pdf")

    found = [(one.span.line, one.span.column) for one in (*page.diagnostics, *made.diagnostics)
             if one.code == "PDF106" and one.span]  # fmt: skip
    assert found == [*((line, column) for line, (_, column) in enumerate(OUTSIDE_OR_DEEP, 2)), (len(rules) + 2, 6)]
    assert b"h2 { color: navy }" in page.data
    assert [rule for rule in rules if rule.encode() in page.data] == []
    assert made.data.startswith(b"%PDF")

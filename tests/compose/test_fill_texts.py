"""Names in double braces in the texts of a case."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example

from probata.diagnostics import Diagnostic
from probata.document.blocks import Paragraph
from probata.document.walk import plain_text, walk_blocks
from probata.forum import own_templates
from probata.model.case_file import Filing
from probata.pipeline import Workspace, draft, open_case

HEAD = "---\ntitle: Background\nplace: background\n---\n\n"
CASE = """
case:
  title: Example
  state: Kelvandra
  filings: [{id: statement, forum: support-statement, statement: s}]
people: [{id: w, name: Mara Wolk}]
statements:
  - id: s
    person: w
    kind: deponent
    paragraphs: [{id: one, text: 'I wrote {{ state }} on the wall.', basis: own_knowledge}]
allegations:
  - {id: beating, title: Beating, statement: Prisoners were beaten., particulars: 'See {{ ref("background") }}.'}
"""


def drafted(folder: Path, narrative: str) -> tuple[list[str], tuple[Diagnostic, ...]]:
    case = CASE + f"narrative:\n  - id: b\n    place: background\n    title: Background\n    text: |\n{narrative}"
    load_example(folder, case)
    workspace = Workspace((own_templates(),))
    session = open_case(folder / "case.yaml", "case.yaml", workspace)
    found, faults = draft(session, workspace, Filing(id="statement", forum="support-statement", statement="s"), False)
    assert found is not None
    blocks = walk_blocks(found.document.blocks)
    return [plain_text(block.inlines) for block in blocks if isinstance(block, Paragraph)], faults


def test_a_text_prints_what_a_template_may_print(tmp_path: Path) -> None:
    texts, faults = drafted(tmp_path, '      In {{ state }}, see section {{ ref("allegations") }}.\n')

    assert "In Kelvandra, see section E." in texts
    assert "See D." in texts
    assert faults == ()


def test_the_words_of_a_witness_are_not_filled(tmp_path: Path) -> None:
    texts, _ = drafted(tmp_path, "      Nothing.\n")

    assert "I wrote {{ state }} on the wall." in texts


def test_an_unknown_name_is_found_in_its_line_and_the_text_stands_as_it_is(tmp_path: Path) -> None:
    texts, (fault,) = drafted(tmp_path, "      One line.\n\n      Two {{ stat }} lines.\n")

    assert "Two {{ stat }} lines." in texts
    assert fault.message == "the text uses a name `stat` that does not exist"
    assert fault.span is not None
    text = (tmp_path / "case.yaml").read_text(encoding="utf-8").splitlines()
    assert text[fault.span.line - 1] == "      Two {{ stat }} lines."


def test_loops_and_comments_are_plain_characters_in_a_text(tmp_path: Path) -> None:
    texts, faults = drafted(tmp_path, "      {{ state }} {% for x in y %} {##\n")

    assert "Kelvandra {% for x in y %} {##" in texts
    assert [fault.name for fault in faults] == ["braces-in-text"]


def test_braces_in_a_text_that_is_printed_as_it_stands_are_told_at_their_line(tmp_path: Path) -> None:
    written = "'Prisoners were beaten in {{ state }}.'"
    case = CASE.replace("statement: Prisoners were beaten.", f"statement: {written}")
    load_example(tmp_path, case)
    workspace = Workspace((own_templates(),))
    session = open_case(tmp_path / "case.yaml", "case.yaml", workspace)
    _, faults = draft(session, workspace, Filing(id="statement", forum="support-statement", statement="s"), False)

    (fault,) = faults
    assert (fault.name, fault.message) == ("braces-in-text", "`{{ state }}` is printed as it stands")
    assert fault.span is not None
    line = (tmp_path / "case.yaml").read_text(encoding="utf-8").splitlines()[fault.span.line - 1]
    assert "Prisoners were beaten in {{ state }}" in line


def test_a_text_that_prints_itself_comes_to_an_end(tmp_path: Path) -> None:
    texts, _ = drafted(tmp_path, '      Round {{ narrative("background")[0].text }}\n')

    assert any("Round" in text and text.count("Round") == 2 for text in texts)


def test_what_is_closed_to_templates_is_closed_to_texts(tmp_path: Path) -> None:
    _, (fault,) = drafted(tmp_path, "      {{ state.__class__ }}\n")

    assert fault.name in {"forbidden-name", "unknown-name"}


def test_a_loop_in_a_text_is_printed_as_it_stands_and_found_in_its_line(tmp_path: Path) -> None:
    texts, faults = drafted(tmp_path, "      One line.\n\n      {% if state %}Two{% endif %} lines.\n")

    assert "{% if state %}Two{% endif %} lines." in texts
    assert [fault.message for fault in faults] == [
        "`{% if state %}` is printed as it stands", "`{% endif %}` is printed as it stands",
    ]  # fmt: skip
    text = (tmp_path / "case.yaml").read_text(encoding="utf-8").splitlines()
    assert [text[fault.span.line - 1].strip() for fault in faults if fault.span] == [
        "{% if state %}Two{% endif %} lines."
    ] * 2

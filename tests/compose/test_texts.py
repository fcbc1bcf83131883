"""Texts of the case: filled, in one language, and without what a forum does not take."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from lxml import html
from tests.case_folder import ALLEGATIONS, ROLES, build, write_case
from tests.case_folder import CASE as CASE_LIMBS
from tests.checks.example_case import load_example
from tests.each import each
from tests.parted import PLAIN, PLAINEST, write_parted
from tests.readers.tree_text import read_tree

from probata.compose.passes import leave_out_sentences
from probata.compose.views.quotation import in_one_language
from probata.diagnostics import Diagnostic, Span
from probata.document.blocks import Blocks, Heading, ListBlock, Paragraph, Quote, Role
from probata.document.walk import own_inlines, plain_text, walk_blocks
from probata.forum import own_templates
from probata.markup import MarkdownValue, parse_markdown
from probata.markup.block_builder import Context
from probata.markup.placeholder import Placeholders
from probata.model.case_file import Filing
from probata.model.narrative import Narrative
from probata.pipeline import Workspace, draft, open_case

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
  - id: beating
    title: Beating
    statement: Prisoners were beaten.
    particulars: 'See {{ ref("background") }}.'
    answer: {asked: true, answer: Nobody was beaten.}
    affected: {description: Some prisoners}
    evidence: [{source: diary, supports: a beating, point: a point}]
sources: [{id: diary, title: A diary}]
"""
SUPPORTS = "supports: a beating"
EVIDENCE_AND_AFFECTED = """\
{#annexes}
# Annexes

{% for a in allegations %}
{{ a.affected }}

{{ a.evidence[0].supports }}

{% endfor %}
"""


def drafted(folder: Path, narrative: str) -> tuple[list[str], tuple[Diagnostic, ...]]:
    return drafted_from(
        folder, CASE + f"narrative:\n  - id: b\n    place: background\n    title: Background\n    text: |\n{narrative}"
    )


def drafted_from(folder: Path, case: str, statement: str = "") -> tuple[list[str], tuple[Diagnostic, ...]]:
    """Draft a statement: one drawn from the records where nobody makes it."""
    case = case.replace("statement: s}]", f"statement: {statement}}}]" if statement else "}]")
    load_example(folder, case)
    workspace = Workspace((own_templates(),))
    session = open_case(folder / "case.yaml", "case.yaml", workspace)
    found, faults = draft(
        session, workspace, Filing(id="statement", forum="support-statement", statement=statement or None), False
    )
    assert found is not None
    blocks = walk_blocks(found.document.blocks)
    return [plain_text(block.inlines) for block in blocks if isinstance(block, Paragraph)], faults


def test_a_text_prints_what_a_template_may_print(tmp_path: Path) -> None:
    texts, faults = drafted(tmp_path, '      In {{ state }}, see section {{ ref("persons") }}.\n')

    assert "In Kelvandra, see section B." in texts
    assert "See C." in texts
    assert faults == ()


def test_the_words_of_a_witness_are_not_filled(tmp_path: Path) -> None:
    texts, _ = drafted_from(tmp_path, CASE, statement="s")

    assert "I wrote {{ state }} on the wall." in texts


def test_an_unknown_name_is_found_in_its_line_and_the_text_stands_as_it_is(tmp_path: Path) -> None:
    texts, (fault,) = drafted(tmp_path, "      One line.\n\n      Two {{ stat }} lines.\n")

    assert "Two {{ stat }} lines." in texts
    assert fault.message == "the text uses a name `stat` that does not exist"
    assert fault.span is not None
    text = (tmp_path / "case.yaml").read_text(encoding="utf-8").splitlines()
    assert text[fault.span.line - 1] == "      Two {{ stat }} lines."


def test_a_statement_of_an_allegation_and_the_summary_are_filled(tmp_path: Path) -> None:
    said = CASE.replace("Prisoners were beaten.", "'Prisoners were beaten in {{ state }}.'")
    said = said.replace("  title: Example\n", "  title: Example\n  summary: 'A short account of {{ state }}.'\n")
    said = said.replace('ref("background")', 'ref("counts")')
    texts, faults = drafted_from(tmp_path, said)

    assert any(text.endswith("Prisoners were beaten in Kelvandra.") for text in texts)
    assert "A short account of Kelvandra." in texts
    assert faults == ()


def filed(folder: Path, case: str, template: str = EVIDENCE_AND_AFFECTED) -> tuple[str, tuple[Diagnostic, ...]]:
    """Draft a document that prints evidence and who is affected; return all its words."""
    templates = write_parted(folder, template, PLAIN)
    load_example(folder, case)
    workspace = Workspace((templates, own_templates()))
    session = open_case(folder / "case.yaml", "case.yaml", workspace)
    found, faults = draft(session, workspace, Filing(id="submission", forum="parted"), False)
    assert found is not None
    return "\n".join(item.text for item in read_tree(found.document)), faults


def test_what_evidence_supports_and_who_is_affected_are_filled_and_hold_no_markup(tmp_path: Path) -> None:
    said = CASE.replace(SUPPORTS, "supports: 'a *beating* in {{ state }}, see {{ ref(\"annexes\") }}'")
    said = said.replace("description: Some prisoners", "description: 'Some <prisoners> of {{ state }}'")
    words, faults = filed(tmp_path, said)

    assert "a *beating* in Kelvandra, see " in words
    assert "Some <prisoners> of Kelvandra" in words
    assert "{{" not in words
    assert [one for one in faults if one.name == "braces-in-text"] == []


def test_lines_that_print_each_other_come_to_an_end_and_are_told(tmp_path: Path) -> None:
    said = CASE.replace(SUPPORTS, "supports: 'so {{ allegations[0].affected }} and {{ allegations[0].particulars }}'")
    said = said.replace("description: Some prisoners", "description: 'as {{ allegations[0].evidence[0].supports }}'")
    words, faults = filed(tmp_path, said)

    assert "so as " in words
    assert {one.name for one in faults} >= {"braces-in-text"}


def test_an_unknown_name_in_a_line_is_found_in_its_line(tmp_path: Path) -> None:
    words, faults = filed(tmp_path, CASE.replace(SUPPORTS, "supports: 'a beating in {{ stat }}'"))
    (fault,) = (one for one in faults if one.name == "unknown-name")

    assert "a beating in {{ stat }}" in words
    assert fault.span is not None
    text = (tmp_path / "case.yaml").read_text(encoding="utf-8").splitlines()
    assert "{{ stat }}" in text[fault.span.line - 1]


def test_braces_in_an_answer_are_printed_as_they_stand_and_told_at_their_line(tmp_path: Path) -> None:
    said = CASE.replace("answer: Nobody was beaten.", "answer: 'Nobody in {{ state }} was beaten.'")
    words, (fault,) = filed(tmp_path, said, PLAINEST)

    assert "Nobody in {{ state }} was beaten." in words
    assert (fault.name, fault.message) == ("braces-in-text", "`{{ state }}` is printed as it stands")
    assert "text of your own" in (fault.help or "")
    assert fault.span is not None
    line = (tmp_path / "case.yaml").read_text(encoding="utf-8").splitlines()[fault.span.line - 1]
    assert "Nobody in {{ state }}" in line


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


def test_an_id_without_quotation_marks_is_answered_with_them(tmp_path: Path) -> None:
    _, faults = drafted(tmp_path, "      There were {{ figure(prisoners-march) }} of them.\n")

    (fault,) = [one for one in faults if one.name == "unknown-name"]
    assert fault.message == "the id in `{{ figure(prisoners-march) }}` stands without quotation marks"
    assert fault.help == "put it between quotation marks: `figure('prisoners-march')`"


FACTS = ("fact", "context")


def blocks_of(markdown: str, sentence: str = "") -> Blocks:
    placeholders = Placeholders()
    mark = placeholders.place(MarkdownValue(markdown, Span("n.md"), sentence=sentence))
    return parse_markdown(mark, placeholders, Span("t.md.j2"), Context(role=Role.NUMBERED)).blocks


def printed(blocks: Blocks) -> list[str]:
    return [text for block in walk_blocks(blocks) if (text := plain_text(own_inlines(block)))]


def test_a_paragraph_of_another_kind_is_left_out_and_told() -> None:
    blocks = blocks_of("One.\n\n{kind=submission_of_law}\nTwo.\n\nThree.", "fact")

    kept, left_out = leave_out_sentences(blocks, FACTS)

    assert printed(kept) == ["One.", "Three."]
    assert [plain_text(paragraph.inlines) for paragraph in left_out] == ["Two."]


def test_lists_and_quotations_of_another_kind_go_whole() -> None:
    text = "- a point\n- a second\n\n> a quotation\n\n1. a step\n1. a second step"
    blocks = blocks_of(text, "submission_of_fact")

    assert any(isinstance(block, ListBlock) for block in blocks)
    assert any(isinstance(block, Quote) for block in blocks)
    assert leave_out_sentences(blocks, FACTS)[0] == ()


def test_a_heading_left_with_nothing_below_it_goes_too() -> None:
    blocks = (
        Heading(1, (), "a"),
        Heading(2, (), "b"),
        Paragraph((), sentence="submission_of_law"),
        Heading(1, (), "c"),
        Paragraph((), sentence="fact"),
        Heading(2, (), "d"),
        Paragraph((), sentence="submission_of_law"),
    )

    kept, _ = leave_out_sentences(blocks, FACTS)

    assert [block.id for block in kept if isinstance(block, Heading)] == ["c"]


ROLE_OF_MERRIK = ROLES.replace("solvan", "merrik")


def test_two_texts_on_one_limb_are_both_printed_each_with_its_person(tmp_path: Path) -> None:
    allegations = ALLEGATIONS.replace("{role: solvan-commander}", "{role: solvan-commander}, {role: merrik-commander}")
    allegations = allegations.replace(
        "{forum: uk-ghr, limb: 6(3)(a), text: He led it.}",
        "{forum: uk-ghr, limb: 6(3)(a), persons: [solvan], text: He led it.},"
        " {forum: uk-ghr, limb: 6(3)(a), persons: [merrik], text: She ordered it.}",
    )
    case = CASE_LIMBS.replace("[solvan]", "[solvan, merrik]")
    built = build(write_case(tmp_path, case=case, roles=ROLES + ROLE_OF_MERRIK, allegations=allegations))
    page: Any = html.document_fromstring(built.text)
    said = [p.text_content() for p in page.iter("h4", "p")]
    wanted = ("Ardel Solvan", "He led it.", "Tove Merrik", "She ordered it.")
    shown = [
        one for text in said if text in wanted[::2] or "(Regulation 6(3)(a).)" in text for one in wanted if one in text
    ]

    assert shown == list(wanted)


BRITISH, AMERICAN, FRENCH = (
    Narrative(id=name, title="Summary", place="summary", order=1, language=language, text="It is so.")
    for name, language in (("summary", None), ("summary.en-US", "en-US"), ("summary.fr", "fr"))
)


@each(
    ("language", "printed"),
    [("en-US", AMERICAN), ("en-GB", BRITISH), ("en-CA", BRITISH), ("en", BRITISH), ("fr-CH", FRENCH), ("de", BRITISH)],
)
def test_a_document_takes_the_version_for_its_country_or_else_that_of_the_case(
    language: str, printed: Narrative
) -> None:
    chosen, left_behind = in_one_language([BRITISH, AMERICAN, FRENCH], language, "en-GB")

    assert [section.id for section in chosen] == [printed.id]
    assert left_behind == []

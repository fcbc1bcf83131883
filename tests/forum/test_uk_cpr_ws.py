"""The witness statement: nothing but the witness's words between heading and statement of truth."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.each import each
from tests.filings.cases import EXAMPLE, REAL, FilingName, records
from tests.filings.made import made_filing, pdf_of, session, workspace
from tests.readers.docx_text import read_docx
from tests.readers.html_text import read_html
from tests.writers.pdf_pages import page_texts, unspaced

from probata.document.blocks import Box, Paragraph, Role
from probata.document.inlines import Inline, Note, Strong
from probata.document.tree import Document
from probata.document.walk import inlines_in_order, own_inlines, plain_text, walk_blocks
from probata.forum import own_templates
from probata.pipeline import Workspace, check_documents, draft, open_case, plan, refusals

STATEMENT = FilingName(EXAMPLE, "uk-cpr-ws")
SPECIMEN = FilingName(REAL, "uk-cpr-ws")
STATEMENT_OF_TRUTH = (
    "I believe that the facts stated in this witness statement are true. I understand that proceedings for contempt of "
    "court may be brought against anyone who makes, or causes to be made, a false statement in a document verified by "
    "a statement of truth without an honest belief in its truth."
)
"""PD 22, para 2.2, as the fact sheet quotes it."""


def numbered(document: Document) -> list[str]:
    blocks = (block for block in document.blocks if isinstance(block, Paragraph) and block.role is Role.NUMBERED)
    return [plain_text(block.inlines) for block in blocks]


def lines(document: Document, role: Role) -> list[str]:
    blocks = (block for block in document.blocks if isinstance(block, Paragraph) and block.role is role)
    return [plain_text(block.inlines) for block in blocks]


def of_kind(document: Document, kind: type[Inline]) -> list[Inline]:
    return [inline for inline in inlines_in_order(document.blocks) if isinstance(inline, kind)]


def recorded() -> list[str]:
    (statement,) = [found for found in records(EXAMPLE, "statements") if found["id"] == "tolgarth-court-1"]
    texts = [paragraph["text"] for paragraph in statement["paragraphs"]]
    return [" ".join(text.replace("**", "").split()) for text in texts]


def test_the_numbered_paragraphs_are_the_witness_s_own_letter_by_letter() -> None:
    assert numbered(made_filing(STATEMENT).tree) == recorded()


def test_the_statement_of_truth_has_its_exact_wording_in_every_format() -> None:
    made = made_filing(STATEMENT)

    assert lines(made.tree, Role.DECLARATION) == [STATEMENT_OF_TRUTH]
    for shown in (read_docx(made.docx), read_html(made.html)):
        assert STATEMENT_OF_TRUTH in [item.text for item in shown]


def test_the_corner_block_comes_first_and_holds_what_the_practice_direction_lists() -> None:
    tree = made_filing(STATEMENT).tree

    assert isinstance(tree.blocks[0], Paragraph)
    assert tree.blocks[0].role is Role.COVER_RIGHT
    assert lines(tree, Role.COVER_RIGHT)[:5] == [
        "On behalf of: Defendant", "Witness: M Tolgarth", "Statement: 1", "Exhibits: MT1, MT2", "Made: 30 October 2026",
    ]  # fmt: skip


def test_the_foot_of_each_page_has_the_number_of_the_claim_and_the_initials() -> None:
    assert made_filing(STATEMENT).tree.meta.short_title == "KB-2024-000000, M Tolgarth"


def test_exhibits_stand_in_bold_in_the_text_and_in_no_footnote() -> None:
    tree = made_filing(STATEMENT).tree

    assert of_kind(tree, Note) == []
    bold = [plain_text(found.inlines) for found in of_kind(tree, Strong) if isinstance(found, Strong)]
    assert [text for text in bold if "MT" in text] == ["“MT1”", "“MT1”", "“MT2”"]


def test_without_a_witness_it_is_a_specimen_on_each_page_and_never_final() -> None:
    (filing,) = plan(session(REAL), workspace(), [SPECIMEN.filing])

    assert any(line.startswith("SPECIMEN") for line in made_filing(SPECIMEN).tree.meta.running)
    assert "filing-without-statement" in {found.name for found in refusals(session(REAL), workspace(), filing)}
    assert STATEMENT_OF_TRUTH not in lines(made_filing(SPECIMEN).tree, Role.DECLARATION)


# A specimen


SPECIMEN_LINE = "SPECIMEN"
BLANK = "_" * 20


def test_every_page_of_a_specimen_says_so() -> None:
    pages = page_texts(pdf_of(SPECIMEN).data)
    (line,) = [line for line in made_filing(SPECIMEN).tree.meta.running if line.startswith(SPECIMEN_LINE)]

    assert pages
    assert [number for number, page in enumerate(pages, 1) if unspaced(line) not in page] == []
    assert unspaced("nobody has made this statement. The blanks are for the witness’s own words.") in pages[0]


def test_a_specimen_has_blanks_where_the_words_of_a_witness_stand() -> None:
    tree = made_filing(SPECIMEN).tree
    corner = lines(tree, Role.COVER_RIGHT)

    assert corner[:5] == [
        f"On behalf of: {BLANK}", f"Witness: {BLANK}", "Statement: ____", f"Exhibits: {BLANK}", f"Made: {BLANK}",
    ]  # fmt: skip
    assert all("____" in text or text.startswith("What I say") for text in numbered(tree))
    assert lines(tree, Role.SIGNATURE) == [f"Signed: {BLANK}", BLANK, f"Date: {BLANK}"]
    shown = "".join(page_texts(pdf_of(SPECIMEN).data))
    assert shown.count(BLANK) >= sum(text.count(BLANK) for text in (*corner, *numbered(tree)))


# A witness who speaks another language


@pytest.fixture
def translated() -> Document:
    """The forum's own example, whose witness speaks another language."""
    path, roots = own_templates() / "uk-cpr-ws" / "example.yaml", Workspace((own_templates(),))
    opened = open_case(path, path.name, roots)
    drafted, faults = draft(opened, roots, plan(opened, roots)[0], True)
    assert drafted is not None
    assert faults == ()
    return drafted.document


def test_a_translated_statement_has_the_date_of_translation_and_both_certificates(translated: Document) -> None:
    text = "\n".join(plain_text(block.inlines) for block in translated.blocks if isinstance(block, Paragraph))

    assert "Translated: 13 October 2026" in lines(translated, Role.COVER_RIGHT)
    assert "I, Ada Brun, translator of Kelvandran, certify that I have translated the statement above" in text
    assert "I, Tal Merrow, certify that I interpreted between English and Kelvandran" in text


def test_the_witness_s_own_declaration_comes_before_its_translation(translated: Document) -> None:
    assert lines(translated, Role.DECLARATION) == [
        "Вадаш ош ном, ордесса сен виар; ордессар шавен, ном сен виар, тессир ош довраз.",
        STATEMENT_OF_TRUTH,
    ]


def test_a_translation_is_signed_in_the_original_and_says_where_that_is(translated: Document) -> None:
    (notice,) = [block for block in translated.blocks if isinstance(block, Box)]

    assert lines(translated, Role.SIGNATURE)[:3] == [
        "Signed in the original", "Ilva Dorn", "Date: 14 October 2026",
    ]  # fmt: skip
    assert [plain_text(own_inlines(block)) for block in notice.blocks] == [
        "Translation from Kelvandran. The witness signed the original, which is filed with this translation: "
        "statement of I Dorn in Kelvandran, signed on 14 October 2026."
    ]


# What the forum does not take


CASE = """
case:
  title: Example
  persons_concerned: [wolk]
  filings: [{id: f, forum: chambers, statement: s, relief: [{measure: Damages}]}]
people: [{id: wolk, name: Mara Wolk}]
statements:
  - id: s
    person: wolk
    kind: witness
    paragraphs: [{id: a, basis: own_knowledge, text: "I saw it."}]
datasets:
  - id: held
    title: Persons held
    file: held.csv
    columns:
      - {key: month, heading: Month, type: date, key_column: true}
      - {key: persons, heading: Persons, type: number}
sources: [{id: report, title: A Report, held: held}]
"""
FORUM = "id: chambers\nextends: uk-cpr-ws\ndocument_kind: statement\n"
ADDED = {
    "table": '::: table caption="What was seen"\n| Day | Event |\n|---|---|\n| 1 May 2022 | a blow |\n:::',
    "contents": '::: contents title="Contents"\n:::',
    "request": "{#request}\n# Request\n\n{% for r in relief %}\nI ask for {{ r.measure }}.\n{% endfor %}",
    "sources": "{#sources}\n# Sources\n\nA matter.[@report]\n\n{{ list_of_sources }}",
    "argument": "{kind=submission_of_law}\nThis was unlawful.",
    "chart": "{% for t in tables %}\n{{ t.table }}\n\n{% if t.chart %}\n{{ t.chart }}\n{% endif %}\n{% endfor %}",
}
NO_ARGUMENT = (
    "rule `no-argument`: A witness statement holds what the witness knows, believes or was told. It holds no argument, "
    "no submissions of law or fact, and no commentary on other evidence."
)


def with_added(folder: Path, added: str) -> tuple[Document, list[tuple[str, tuple[str, ...]]]]:
    """Return the statement of a forum that extends this one and adds something, with what is found in it."""
    own = folder / "templates" / "chambers"
    own.mkdir(parents=True)
    (own / "forum.yaml").write_text(FORUM, encoding="utf-8")
    template = f'{{% extends "uk-cpr-ws/brief.md.j2" %}}\n{{% block certificates %}}\n{added}\n\n{{% endblock %}}\n'
    (own / "brief.md.j2").write_text(template, encoding="utf-8")
    case = folder / "case"
    case.mkdir()
    for name, text in re.findall(r"^(\w+):(.*?)(?=^\w|\Z)", CASE, re.MULTILINE | re.DOTALL):
        (case / f"{name}.yaml").write_text(text, encoding="utf-8")
    (case / "held.csv").write_text("month,persons\n2022-04,12\n2022-05,31\n", encoding="utf-8")
    roots = Workspace((folder / "templates", own_templates()))
    opened = open_case(case, "case", roots)
    drafted, faults = draft(opened, roots, plan(opened, roots)[0], False)
    assert drafted is not None, faults
    found = [each for each in check_documents(opened, roots) if each.name.endswith("-not-accepted")]
    return drafted.document, [(each.message, each.notes) for each in found]


@each(
    ("added", "message"),
    [
        ("table", "the document has 1 of the kind `table`, which `chambers` does not take"),
        ("request", "the document has the section `request`, which `chambers` does not take"),
        ("sources", "the document has the section `sources`, which `chambers` does not take"),
    ],
)
def test_what_a_template_of_ones_own_adds_is_found_with_its_rule(tmp_path: Path, added: str, message: str) -> None:
    assert with_added(tmp_path, ADDED[added])[1] == [(message, (NO_ARGUMENT,))]


def test_argument_in_a_template_of_ones_own_is_left_out(tmp_path: Path) -> None:
    tree, _ = with_added(tmp_path, ADDED["argument"])

    assert numbered(tree) == ["I saw it."]
    assert "This was unlawful." not in "".join(plain_text(own_inlines(block)) for block in walk_blocks(tree.blocks))


# Figures

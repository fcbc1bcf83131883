"""The witness statement: nothing but the witness's words between heading and statement of truth."""

from __future__ import annotations

import pytest
from tests.filings.cases import EXAMPLE, REAL, FilingName, records
from tests.filings.made import made_filing, session, workspace
from tests.readers.docx_text import read_docx
from tests.readers.html_text import read_html

from probata.document.blocks import Contents, Paragraph, Quote, Role, Table
from probata.document.inlines import Inline, Note, Strong
from probata.document.tree import Document
from probata.document.walk import inlines_in_order, plain_text, walk_blocks
from probata.forum import own_templates
from probata.pipeline import Workspace, draft, make_document, open_case, plan, refusals

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


def test_there_is_no_table_quotation_or_list_of_contents() -> None:
    blocks = walk_blocks(made_filing(STATEMENT).tree.blocks)

    assert not [block for block in blocks if isinstance(block, (Table, Quote, Contents))]


def test_exhibits_stand_in_bold_in_the_text_and_in_footnotes_that_a_case_may_turn_off() -> None:
    (filing,) = plan(session(EXAMPLE), workspace(), [STATEMENT.filing])
    with_notes, without = (
        make_document(session(EXAMPLE), workspace(), replace_footnotes, False)[0]
        for replace_footnotes in (filing, filing.model_copy(update={"footnotes": False}))
    )
    assert with_notes is not None
    assert without is not None

    assert len(of_kind(with_notes, Note)) == 3
    assert of_kind(without, Note) == []
    assert numbered(without) == numbered(with_notes)
    bold = [plain_text(found.inlines) for found in of_kind(without, Strong) if isinstance(found, Strong)]
    assert [text for text in bold if "MT" in text] == ['"MT1"', '"MT1"', '"MT2"']


def test_without_a_witness_it_is_a_specimen_on_each_page_and_never_final() -> None:
    (filing,) = plan(session(REAL), workspace(), [SPECIMEN.filing])

    assert any(line.startswith("SPECIMEN") for line in made_filing(SPECIMEN).tree.meta.running)
    assert "filing-without-statement" in {found.name for found in refusals(session(REAL), workspace(), filing)}
    assert STATEMENT_OF_TRUTH not in lines(made_filing(SPECIMEN).tree, Role.DECLARATION)


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


def test_argument_in_the_case_does_not_reach_the_statement() -> None:
    words = {plain_text(block.inlines) for block in made_filing(STATEMENT).tree.blocks if isinstance(block, Paragraph)}
    allegations = [" ".join(found["statement"].split()) for found in records(EXAMPLE, "allegations")]

    assert len(allegations) > 3
    assert not words & set(allegations)

"""What a forum does not take is not printed, and nothing of it is left behind."""

from probata.compose.passes import leave_out_sentences
from probata.diagnostics import Span
from probata.document.blocks import Blocks, Heading, ListBlock, Paragraph, Quote, Role
from probata.document.walk import own_inlines, plain_text, walk_blocks
from probata.markup import MarkdownValue, parse_markdown
from probata.markup.block_builder import Context
from probata.markup.placeholder import Placeholders

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

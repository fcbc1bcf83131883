"""Numbers of paragraphs, headings and tables; cross-references; contents."""

from probata.compose.passes import fill_contents, hold_spaces, number_blocks, passes_in, resolve_cross_references
from probata.document.blocks import Block, Contents, Heading, Paragraph, Role, Table
from probata.document.inlines import Cite, CiteItem, CrossRef, Gap, Language, Text
from probata.document.walk import own_inlines, plain_text
from probata.messages import load_wording


def numbered(text: str, level: int = 0, id: str = "") -> Paragraph:
    return Paragraph((Text(text),), Role.NUMBERED, id, level)


def shown(blocks: tuple[Block, ...]) -> list[str]:
    return [block.number for block in blocks if isinstance(block, (Paragraph, Heading))]


def test_sub_paragraphs_begin_afresh_under_each_paragraph() -> None:
    blocks = number_blocks(
        (
            numbered("a"),
            numbered("b", 1),
            numbered("c", 2),
            numbered("d", 2),
            numbered("e", 1),
            numbered("f"),
            numbered("g", 1),
        )
    )

    assert shown(blocks) == ["1", "(a)", "(i)", "(ii)", "(b)", "2", "(a)"]


def test_typed_spaces_of_french_are_held_but_not_those_of_another_language() -> None:
    typed = "« oui » ; non : fin"
    french = Paragraph((Text(typed), Language("en", (Text(typed),))))
    (held,) = hold_spaces((french,), load_wording("fr"))

    assert isinstance(held, Paragraph)
    assert plain_text(held.inlines) == f"«\u202foui\u202f»\u202f; non\u00a0: fin{typed}"
    assert hold_spaces((french,), load_wording("es")) == (french,)


def test_letters_and_small_numbers_are_written_as_the_language_writes_them() -> None:
    here = Paragraph((CrossRef("p"), Text(" and "), CrossRef("q")))
    blocks: tuple[Block, ...] = (numbered("a"), numbered("b", 1, "p"), numbered("c", 2, "q"), here)
    for one in passes_in(load_wording("fr")):
        blocks = one(blocks)

    assert shown(blocks) == ["1", "a)", "i)", ""]
    assert plain_text(own_inlines(blocks[3])) == "a) and i)"


def test_sections_annexes_and_unnumbered_headings_have_series_of_their_own() -> None:
    def heading(level: int, text: str, series: str = "section") -> Heading:
        return Heading(level, (Text(text),), "", series)  # type: ignore[arg-type]  # one of the three words

    blocks = number_blocks(
        (
            heading(1, "One"),
            heading(2, "Under one"),
            heading(2, "Under one again"),
            heading(1, "Two"),
            heading(2, "Under two"),
            heading(3, "Deep"),
            heading(1, "Free", "none"),
            heading(1, "First annex", "annex"),
            heading(2, "Inside", "annex"),
            heading(1, "Second annex", "annex"),
        )
    )

    assert shown(blocks) == ["A", "A.1", "A.2", "B", "B.1", "", "", "Annex 1", "", "Annex 2"]
    assert len({block.id for block in blocks if isinstance(block, Heading)}) == 10


def test_a_cross_reference_shows_the_number_of_its_target_wherever_it_stands() -> None:
    blocks = resolve_cross_references(
        number_blocks(
            (
                Paragraph((Text("see "), CrossRef("p"), Text(" and "), CrossRef("h"), Text(" and "), CrossRef("t"))),
                Heading(1, (Text("Head"),), "h"),
                numbered("first"),
                numbered("second", id="p"),
                Table((1,), (), (), (Text("Figures"),), "t"),
            )
        )
    )

    first = blocks[0]
    assert isinstance(first, Paragraph)
    assert plain_text(first.inlines) == "see 2 and A and 1"
    assert [i.kind for i in first.inlines if isinstance(i, CrossRef)] == ["paragraph", "section", "table"]


def test_a_cross_reference_to_nothing_is_a_gap_that_names_it() -> None:
    blocks = resolve_cross_references((Paragraph((CrossRef("nowhere"),)),))

    assert isinstance(blocks[0], Paragraph)
    assert blocks[0].inlines == (Gap("cross-reference to `nowhere`: there is nothing with a number there"),)


def test_a_reference_to_an_exhibit_that_is_not_listed_names_its_mark() -> None:
    blocks = resolve_cross_references((Paragraph((CrossRef("exhibit-xx-9", "exhibit", "XX/9"),)),))

    assert isinstance(blocks[0], Paragraph)
    assert blocks[0].inlines == (Gap("cross-reference to `XX/9`: there is nothing with a number there"),)


def test_contents_repeat_headings_without_their_notes() -> None:
    heading = Heading(1, (Text("Head"), Cite((CiteItem("x"),))), "h", number="A")
    deep = Heading(3, (Text("Deep"),), "d")
    filled = fill_contents((Contents((Text("Contents"),)), heading, deep))[0]

    assert isinstance(filled, Contents)
    assert [(entry.level, entry.number, entry.target, plain_text(entry.inlines)) for entry in filled.entries] == [
        (1, "A", "h", "Head")
    ]
    assert not any(isinstance(inline, Cite) for inline in filled.entries[0].inlines)

"""A change in each shape of text: words, marks, paragraphs, cells, headings, captions, lists."""

from __future__ import annotations

import pytest
from pydantic import ValidationError
from tests.changes.trees import SUMMARY, change, changed, cited, heading, inlines, kept, refused, said, texts

from probata.changes import NotMade
from probata.document.blocks import Box, Cell, ListBlock, Paragraph, Quote, Role, Row, Table
from probata.document.inlines import CrossRef, Emph, Gap, Language, LineBreak, Link, Note, Text
from probata.document.origin import Origin

NEW = Origin("changes/c", "after")
BEATEN = said("Prisoners were beaten in the winter of 2023.")


def test_new_words_come_from_the_change_and_the_others_stay_with_their_record() -> None:
    (block,) = changed((BEATEN,), change("Prisoners were beaten in the winter of 2023.",
                                         "Prisoners were beaten in January of 2023."))  # fmt: skip

    assert inlines(block) == (
        Text("Prisoners were beaten in ", SUMMARY), Text("January ", NEW), Text("of 2023.", SUMMARY),
    )  # fmt: skip
    assert (block.role, block.origin) == (Role.NUMBERED, SUMMARY)  # type: ignore[union-attr]  # a paragraph


def test_white_space_of_the_record_and_of_the_document_does_not_count() -> None:
    block = said("Prisoners  were\u00a0beaten", LineBreak(), Text("in winter.", SUMMARY))
    made = changed((block,), change("Prisoners were beaten in\n winter.", "Prisoners were beaten in spring."))

    assert texts(made) == ["Prisoners were beaten in spring."]


def test_emphasis_links_and_languages_stay_with_the_words_that_stay() -> None:
    emphasis, name = Emph((Text("Official Gazette", SUMMARY),)), Language("uk", (Text("Держава", SUMMARY),))
    link = Link("https://a.example", (Text("there", SUMMARY),))
    block = said("The ", emphasis, Text(" of ", SUMMARY), name, Text(" printed it ", SUMMARY), link)
    (made,) = changed((block,), change("The Official Gazette of Держава printed it there",
                                       "An Official Gazette of Держава has it there, twice"))  # fmt: skip

    assert {emphasis, name, link} <= set(inlines(made))
    assert inlines(made)[0] == Text("An ", NEW)
    assert inlines(made)[-1] == Text(", twice", NEW)


def test_a_mark_of_a_note_stands_behind_the_full_stop_and_keeps_its_citation() -> None:
    block = said("They were beaten ", cited("report"), Text(". Nobody looked into it", SUMMARY), cited("letter"),
                 Text(".", SUMMARY))  # fmt: skip
    (made,) = changed((block,), change("They were beaten.⟦1⟧ Nobody looked into it.⟦2⟧",
                                       "They were beaten⟦1⟧ daily. Nobody asked.⟦2⟧"))  # fmt: skip

    notes = [inline for inline in inlines(made) if isinstance(inline, Note)]
    assert texts((made,)) == ["They were beaten* daily. Nobody asked.*"]
    assert [inlines(note.blocks[0]) for note in notes] == [(cited("report"),), (cited("letter"),)]


def test_a_new_note_is_a_plain_note_of_the_change() -> None:
    (made,) = changed((BEATEN,), change(
        "Prisoners were beaten in the winter of 2023.",
        "Prisoners were beaten in the winter of 2023.⟦note: As two of\n them told us.⟧",
    ))  # fmt: skip

    note = inlines(made)[-1]
    assert note == Note("", (Paragraph((Text("As two of them told us.", NEW),), origin=NEW),), origin=NEW)


def test_a_cross_reference_and_a_gap_stay_what_they_are() -> None:
    block = said("See ", CrossRef("b", "section", "B.2"), Text(", born ", SUMMARY), Gap("date of birth: not recorded"))
    (made,) = changed((block,), change("See ⟦1⟧, born [date of birth: not recorded]",
                                       "Look at ⟦1⟧, born on [date of birth: not recorded]"))  # fmt: skip

    assert CrossRef("b", "section", "B.2") in inlines(made)
    assert inlines(made)[-1] == Gap("date of birth: not recorded")


def test_a_paragraph_is_left_out_where_nothing_shall_stand() -> None:
    blocks = (said("One."), said("Two."), said("Three."))

    assert changed(blocks, change("Two.", None)) == (blocks[0], blocks[2])


def test_a_paragraph_that_is_added_has_the_role_of_its_neighbour_and_no_id() -> None:
    block = Paragraph((Text("One.", SUMMARY),), Role.NUMBERED, "p-1", 1, "(a)", SUMMARY, "fact")
    first, second = changed((block,), change("One.", "One.\n\nTwo."))

    assert first is block
    assert second == Paragraph((Text("Two.", NEW),), Role.NUMBERED, "", 1, "", NEW, "fact")


def test_a_paragraph_that_is_divided_keeps_emphasis_and_marks_in_both_parts() -> None:
    emphasis = Emph((Text("one", SUMMARY),)), Emph((Text("two", SUMMARY),))
    block = said("Part ", emphasis[0], Text(" ends. Part ", SUMMARY), emphasis[1], Text(" ends.", SUMMARY), cited("a"))
    first, second = changed((block,), change("Part one ends. Part two ends.⟦1⟧",
                                             "Part one ends.\n\nPart two ends.⟦1⟧"))  # fmt: skip

    assert emphasis[0] in inlines(first)
    assert emphasis[1] in inlines(second)
    assert isinstance(inlines(second)[-1], Note)


def test_of_several_paragraphs_those_that_are_left_out_are_the_ones_without_a_likeness() -> None:
    blocks = (said("The law is old."), said("The prison is in the north."), said("Nobody was charged."))
    made = changed(blocks, change("The law is old.\n\nThe prison is in the north.\n\nNobody was charged.",
                                  "The prison lies in the north.\n\nNobody was ever charged."))  # fmt: skip

    assert texts(made) == ["The prison lies in the north.", "Nobody was ever charged."]


def table(*rows: tuple[str, ...], caption: str = "") -> Table:
    made = tuple(Row(tuple(Cell((said(cell, origin=None),)) for cell in row)) for row in rows)
    return Table((1,) * len(rows[0]), made[:1], made[1:], (Text(caption),) if caption else (), number=bool(caption))


def test_a_cell_is_changed_and_may_take_a_further_paragraph() -> None:
    (made,) = changed((table(("Year", "Deaths"), ("2023", "120")),), change("120", "at least 120\n\nas far as known"))

    assert isinstance(made, Table)
    assert texts(made.rows[0].cells[1].blocks) == ["at least 120", "as far as known"]
    assert made.rows[0].cells[0] == table(("Year", "Deaths"), ("2023", "120")).rows[0].cells[0]


def test_cells_of_a_row_are_changed_one_for_one() -> None:
    blocks = (table(("Year", "Deaths"), ("2023", "120"), ("2024", "120")),)
    (made,) = changed(blocks, change("2024\n\n120", "2024\n\n140"))

    assert isinstance(made, Table)
    assert [texts(cell.blocks) for row in made.rows for cell in row.cells] == [["2023"], ["120"], ["2024"], ["140"]]


def test_a_caption_is_known_with_the_number_before_it_and_without() -> None:
    blocks = (table(("Year",), caption="Deaths by year"),)

    assert texts(changed(blocks, change("Table ⟦1⟧: Deaths by year", "Table ⟦1⟧: Deaths, by year"))) == [
        "Deaths, by year", "Year",
    ]  # fmt: skip
    assert texts(changed(blocks, change("Deaths by year", "Deaths"))) == ["Deaths", "Year"]


def test_the_number_before_a_caption_is_not_changed() -> None:
    blocks = (table(("Year",), caption="Deaths by year"),)

    assert refused(blocks, change("Table ⟦1⟧: Deaths by year", "Chart ⟦1⟧: Deaths")).reason == (
        "it changes the word or the number before a caption, which the program writes"
    )


def test_a_heading_is_changed_or_left_out_and_takes_no_further_paragraph() -> None:
    blocks = (heading("The law"), said("It is old."))

    assert texts(changed(blocks, change("The law", "Law"))) == ["Law", "It is old."]
    assert texts(changed(blocks, change("The law", None))) == ["It is old."]
    assert texts(changed(blocks, change("The law\n\nIt is old.", "The law\n\nRead this first.\n\nIt is old."))) == [
        "The law", "Read this first.", "It is old.",
    ]  # fmt: skip
    assert refused(blocks, change("The law", "Law\n\nand order")) == NotMade(
        "c", 1, "it adds a paragraph beside a heading, a caption or the name below a quotation"
    )


def test_a_list_goes_on_as_a_list_and_one_that_is_emptied_goes() -> None:
    blocks = (ListBlock(((said("one"),), (said("two"),))), said("End"))
    longer, _ = changed(blocks, change("one", "one\n\none and a half"))

    assert isinstance(longer, ListBlock)
    assert [texts(item) for item in longer.items] == [["one"], ["one and a half"], ["two"]]
    assert changed(blocks, change("one\n\ntwo", None)) == (blocks[1],)


def test_quotations_and_boxes_are_changed_inside_and_go_when_they_are_empty() -> None:
    quote, box = Quote((said("We did it."),), attribution=(Text("A guard"),)), Box((said("Read this."),))

    assert texts(changed((quote, box), change("A guard", "A former guard"), change("Read this.", "Read it."))) == [
        "A former guard", "We did it.", "Read it.",
    ]  # fmt: skip
    assert changed((quote, box), change("We did it.\n\nA guard", None), change("Read this.", None)) == ()


def test_a_change_of_the_case_holds_when_its_folder_has_another_name() -> None:
    blocks = (said("yes", origin=Origin("case/mine", "summary")), said("yes", origin=Origin("people/mine", "summary")))

    assert texts(changed(blocks, change("yes", "no", of="case/of-before#summary"))) == ["no", "yes"]
    assert refused(blocks, change("yes", "no", of="case/of-before#title")) == NotMade("c", 0)


def test_a_line_is_known_by_its_record_too() -> None:
    blocks = (said("yes"), said("yes", origin=Origin("people/wolk", "note")))

    assert refused(blocks, change("yes", "no")) == NotMade("c", 2)
    assert texts(changed(blocks, change("yes", "no", of="people/wolk#note"))) == ["yes", "no"]
    assert texts(changed(blocks, change("yes", "no", of="people/wolk"))) == ["yes", "no"]
    assert refused(blocks, change("yes", "no", of="people/other")) == NotMade("c", 0)
    assert refused(blocks, change("yes", "no", of="people/wolk#name")) == NotMade("c", 0)


def test_words_that_stand_nowhere_change_nothing() -> None:
    assert refused((BEATEN,), change("Prisoners were fed.", "x")) == NotMade("c", 0)
    with pytest.raises(ValidationError, match="at least 1 character"):
        change("  \n\n ", "x")
    assert refused((), change("x", "y")) == NotMade("c", 0)


def test_marks_that_are_not_there_or_stand_twice_are_refused() -> None:
    blocks = (said("One", cited("a"), Text(" two.", SUMMARY), cited("b")),)
    before = "One⟦1⟧ two.⟦2⟧"

    assert "`⟦3⟧` that the old ones do not have" in refused(blocks, change(before, "One⟦3⟧")).reason
    assert "`⟦1⟧` twice" in refused(blocks, change(before, "One⟦1⟧ and one⟦1⟧")).reason
    assert "brackets" in refused(blocks, change(before, "One⟦x⟧")).reason
    assert "brackets" in refused(blocks, change(before, "One⟦note: a ⟦1⟧⟧")).reason
    assert "without words" in refused(blocks, change(before, "One⟦note: ⟧")).reason
    assert "a number of its own" in refused(blocks, change("One⟦1⟧ two.⟦1⟧", "One")).reason
    assert "where none can stand" in refused(blocks, change(before, "⟦note: a⟧"), takes_notes=False).reason


def test_changes_of_changed_words_are_made_in_the_order_of_the_file() -> None:
    first, second = change("One.", "Two.", id="a"), change("Two.", "Three.", id="b")

    assert texts(changed((said("One."),), first, second)) == ["Three."]
    made, not_made = kept((said("One."),), second, first)
    assert (texts(made), not_made) == (["Two."], (NotMade("b", 0),))


def test_what_is_not_changed_is_the_same_object() -> None:
    blocks = (heading("One"), table(("Year",), ("2023",)), said("Two", cited("a")), said("Three"))
    made = changed(blocks, change("Three", "Four"))

    assert all(new is old for new, old in zip(made[:3], blocks[:3], strict=True))
    assert changed(blocks) is blocks


def test_emphasis_stays_in_a_long_text_that_is_changed_at_both_ends() -> None:
    words = " ".join(f"word{n % 700}" if n % 12 else "the" for n in range(1500))
    emphasis = Emph((Text("stands here", SUMMARY),))
    block = said(f"First {words} ", emphasis, Text(f" {words} last.", SUMMARY))
    (made,) = changed((block,), change(f"First {words} stands here {words} last.",
                                       f"Once {words} stands here {words} late."))  # fmt: skip

    assert emphasis in inlines(made)

"""What is said of a change leads to it, and what somebody meant by it is understood."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree
from tests.answers import KEPT
from tests.case_folder import write_case
from tests.each import each
from tests.filings.cases import FILINGS, FilingName
from tests.filings.made import made_filing
from tests.parted import OF_PARTED, write_parted
from tests.pull.pulling import GHR, WHOLE, changes, edits, made, offers, read, taken_text
from tests.pull.word_edits import W_SPACE, Element, W, WordEdits, text_of

from probata.cli.exit_code import CannotContinueError
from probata.cli.pull_choices import as_options, chosen
from probata.cli.pull_summary import lines_of
from probata.document.blocks import Paragraph
from probata.document.printed import printed_lines
from probata.document.walk import walk_blocks
from probata.edits.change import NewWords
from probata.pipeline import finish, open_case, open_workspace, plan, prepare
from probata.pull.find_changes import Made, find_changes
from probata.pull.offers import Offer, offers_of
from probata.pull.paragraph_numbers import paragraph_numbers
from probata.pull.still import counterparts
from probata.pull.take import Taker
from probata.returned.decided import words_taken


def told(word: WordEdits) -> list[str]:
    return [line for one in offers(word.save()) for line in lines_of(one, {})]


@each("name", FILINGS, ids=str)
def test_the_numbers_of_paragraphs_are_those_that_the_document_shows(name: FilingName) -> None:
    blocks = walk_blocks(made_filing(name).tree.blocks)
    shown = [block.number for block in blocks if isinstance(block, Paragraph) and block.number]
    first = [number for number in shown if number.isdecimal()]
    counted = [number for number in paragraph_numbers(made(name).text) if number]
    assert [number for number in counted if number.isdecimal()] == first
    assert len(counted) == len(shown)


def test_a_change_is_told_with_the_number_of_its_paragraph() -> None:
    (line, *_) = told(edits().replace("by the morning he was dead", "in the morning he was dead"))
    assert line.startswith("1. under “Summary”, paragraph 2: ")


def test_a_new_paragraph_is_told_with_the_number_that_it_has_in_word() -> None:
    (line, *_) = told(edits().add_after("Of its rule on relatives she said", "Nobody was charged with an offence."))
    assert line == "1. under “Summary”, paragraph 5, added: Nobody was charged with an offence."


def test_what_was_moved_to_another_heading_is_told_with_both() -> None:
    (line, *_) = told(edits().move_after("Of its rule on relatives she said", "In April 2022 workers of the Halvet"))
    place = "from under “Summary” to under “What happened”"
    assert line.startswith(f"1. moved, {place}, now paragraph ")


def test_a_number_of_a_table_is_told_with_the_row_and_column_of_its_file() -> None:
    word = edits()
    texts = (
        text for row in word.body.iter(f"{W}tr") if text_of(row).startswith("May 2022") for text in row.iter(f"{W}t")
    )
    next(text for text in texts if text.text == "137").text = "138"
    (found,) = offers(word.save())
    place = "the row `2022-05` and the column `Brann Street` of “Admissions to preventive custody by month and centre, "
    place += "January to June 2022” (`admissions-2022`)"
    assert f"{place} (claims/example/data/admissions-2022.csv:6:9)" in found.why


def test_what_is_put_together_from_fields_is_told_with_each_of_them() -> None:
    (found,) = offers(edits().replace("Kelvandra (as of December 2023)", "Kelvandra since May 2024").save())
    assert found.taken is None
    for field in ("`addresses.0.value` (", "`addresses.0.as_of` ("):
        assert field in found.why
    assert "other words" not in found.why


@each(
    ("typed", "fields"),
    [
        (
            [("3 Guard Square", "5 Guard Square"), ("as of December 2023", "as of May 2024")],
            ["addresses.0.value", "addresses.0.as_of"],
        ),
        (
            [("1 October 2023 (as of 12 October", "2 November 2023 (as of 13 November")],
            ["dates.stated", "as_of"],
        ),
        (
            [("Daveth Orskelin (Давет", "David Orskelin (Дэвид")],
            ["name.given", "name.native.text"],
        ),
    ],
)
def test_two_texts_that_are_printed_together_are_taken_each_for_itself(
    typed: list[tuple[str, str]], fields: list[str]
) -> None:
    word = edits()
    for old, new in typed:
        word.replace(old, new)
    found = offers(word.save())
    assert [".".join(map(str, one.taken.text.loc)) for one in found if one.taken] == fields
    assert len(found) == len(fields)


def test_one_of_two_texts_that_are_printed_together_is_settled_without_the_other() -> None:
    word = edits().replace("3 Guard Square", "5 Guard Square").replace("as of December 2023", "as of May 2024")
    house, day = (one.change for one in offers(word.save()))
    (whole,) = changes(word.save())
    assert [edit.new.text for edit in whole.edits] == ["5", "May 2024"]
    (left,) = counterparts([day], [whole])
    assert [edit.new.text for edit in left.edits] == ["May 2024"]
    (left,) = counterparts([house, day], [whole])
    assert left.edits == whole.edits


@each(
    ("old", "new", "field", "becomes"),
    [
        ("Interior Guard (Colonel)", "Interior Guard (Colonel of Guards)", "rank", "Colonel of Guards"),
        ("Ismeren Tovalka: Member", "Ismeren Tovalka Jr.: Member", "name.family", "Tovalka Jr."),
    ],
)
def test_words_typed_behind_a_short_field_that_shares_its_line_are_taken(
    old: str, new: str, field: str, becomes: str
) -> None:
    (found,) = offers(edits().replace(old, new).save())
    assert found.taken is not None, found.why
    assert (".".join(map(str, found.taken.text.loc)), taken_text(found)) == (field, becomes)


@each(
    ("old", "new"),
    [
        ("as of December 2023", "as of May to June 2024"),
        ("1 October 2023 (as of 12 October 2026", "1 October 2023 (as of 12 October 2026 to date"),
    ],
)
def test_a_period_where_the_record_has_one_date_is_not_offered_to_it(old: str, new: str) -> None:
    (found,) = offers(edits().replace(old, new).save())
    assert found.taken is None
    assert found.kept is not None


@each(
    ("old", "new", "field", "value"),
    [
        ("as of December 2023", "as of May 2024", "addresses.0.as_of", "May 2024"),
        ("from 1 October 2023 (as of", "from 2 October 2023 (as of", "dates.stated", "from 2 October 2023"),
        ("1 October 2023 (as of 12 October", "1 October 2023 (as of 13 October", "as_of", "13 October 2026"),
        ("1992 to 1996: Custody", "1993 to 1996: Custody", "education.0.dates", "1993 to 1996"),
    ],
)
def test_a_date_is_taken_though_print_puts_words_round_it(old: str, new: str, field: str, value: str) -> None:
    (found,) = offers(edits().replace(old, new).save())
    assert found.taken is not None, found.why
    assert (".".join(map(str, found.taken.text.loc)), found.taken.value) == (field, value)


def test_words_of_the_cover_are_taken_into_their_own_field() -> None:
    (found,) = offers(edits().replace("Asset freeze and travel ban", "Asset freezes").save())
    assert found.taken is not None, found.why
    assert found.taken.text.loc == ("filings", 0, "relief", 0, "measure")
    assert taken_text(found) == "Asset freezes"


def test_a_paragraph_to_which_others_refer_is_kept_as_left_out_by_its_number_alone(tmp_path: Path) -> None:
    template = '# Facts\n\n{#who}\n{{ allegations[0].statement }}\n\nParagraph {{ ref("who") }} rests on a report.\n'
    workspace = replace(open_workspace(write_parted(tmp_path, template)), store=KEPT)
    session = open_case(write_case(tmp_path, case=OF_PARTED), "harbour", workspace)
    (filing,) = plan(session, workspace)
    prepared = prepare(session, workspace, filing, final=False)
    assert prepared.document is not None
    assert session.graph is not None
    file = finish(prepared, "docx")
    was = Made(read(file.data, file.names), tuple(printed_lines(prepared.document)))
    edited = read(WordEdits(file.data).remove("It is alleged that guards beat").save(), file.names)
    taker = Taker(session.graph, was, filing.id, "en-GB")
    found = list(offers_of(find_changes(was.text, edited, was), taker, {}, "its template"))
    (line,) = (line for line in lines_of(found[0], {}) if "refer to it" in line)
    assert "“Facts”, paragraph 2" in line
    assert "must have this text" in found[0].why
    assert chosen(found, "all", "all", "") == {}
    assert chosen(found, "", "1", "") == {1: "keep"}
    assert chosen(found, "1", "", "") == {}


def test_a_paragraph_that_became_a_heading_is_told_with_its_words() -> None:
    (line,) = (
        one for one in told(edits().restyle("Age. The conduct is of 2021", "Heading2")) if "is a heading now" in one
    )
    assert line.strip().startswith("“Age. The conduct is of 2021 and 2022.")


@each(
    ("words", "why"),
    [
        ("That is less than proof", "the template of the forum sets these words in bold or italics"),
        (
            "Torture at Brann Street, May 2022",
            "this field of the record holds plain words, without bold and italics (`title` (claims/",
        ),
    ],
)
def test_words_that_cannot_be_bold_in_their_record_say_where_that_is_changed(words: str, why: str) -> None:
    (found,) = offers(edits().mark(words, "b").save())
    assert found.taken is None
    assert found.why.startswith(why)


UN = FilingName(GHR.case, "un-sp")


def without_section(word: WordEdits, heading: str, name: FilingName = WHOLE) -> list[Offer]:
    """Delete a heading with all below it, up to the next heading of its level, and return what is found."""
    first = word.paragraph(heading)
    while (holder := first.getparent()) is not None and holder.tag != f"{W}body":
        first = holder
    own = first if first.tag == f"{W}p" else next(first.iter(f"{W}p"))
    style = own.find(f"{W}pPr/{W}pStyle").get(f"{W}val")  # type: ignore[union-attr]
    gone = [first]
    for one in first.itersiblings():
        styles = {held.get(f"{W}val") for held in one.iter(f"{W}pStyle")}
        if styles & {"Heading1", style}:
            break
        gone.append(one)
    for one in gone:
        one.getparent().remove(one)  # type: ignore[union-attr]
    return offers(word.save(), name)


def test_an_allegation_that_was_left_out_is_one_change_that_keeps_it_out_of_this_filing() -> None:
    (found,) = without_section(edits(), "Count 2: The death of Tova Semrin")
    assert found.taken is not None
    text = found.taken.text
    assert (text.record, text.loc, found.taken.value) == ("death-of-semrin", ("not_in", 0), "uk-ghr")
    assert chosen([found], "all", "", "") == {}


def test_a_section_of_the_narrative_that_was_left_out_is_one_change_with_the_field_that_names_its_forums() -> None:
    (found,) = without_section(WordEdits(made_filing(UN).docx), "Other international procedures", UN)
    assert found.taken is None
    assert "“Other international procedures” (`other-procedures`)" in found.why
    assert "`forums`" in found.why


@each(
    ("old", "new", "field", "written"),
    [
        ("paras\u00a014–16.", "paras\u00a014–17.", "arguments.0.conduct", "[@interview-former-guard, paras 14-17]"),
        ("EX/1] cl\u00a015;", "EX/1] cl\u00a015 (as amended);", "functions", ", cl 15 (as amended)"),
    ],
)
def test_a_place_in_a_work_and_own_words_are_taken_where_the_citation_stands(
    old: str, new: str, field: str, written: str
) -> None:
    (found,) = offers(edits().replace_in_note(old, new).save())
    assert found.taken is not None, found.why
    assert ".".join(map(str, found.taken.text.loc)) == field
    assert written in taken_text(found)


def test_what_is_said_of_a_work_itself_is_sent_to_the_place_of_its_citation_and_to_its_record() -> None:
    (found,) = offers(edits().replace_in_note("Tovalka address", "Tovalka speech").save())
    assert found.taken is None
    assert "`arguments.0.conduct` (claims/example/counts.yaml:275:16) of “Custody" in found.why


def test_a_paragraph_set_as_a_quotation_and_a_page_that_was_broken_are_named() -> None:
    word = edits().restyle("At the gate. On 16 May", "Quote")
    broken = word.paragraph("Tova Semrin, a fitter")
    broken.insert(1, etree.fromstring(f'<w:r xmlns:w="{W_SPACE}"><w:br w:type="page"/></w:r>'))
    found = offers(word.save())
    assert [one.change.layout for one in found] == [
        ("a new page begins with it now",), ("it is set as a quotation now",),
    ]  # fmt: skip
    assert text_of(broken).startswith(found[0].change.base.text[:20])


def test_answers_that_could_not_be_carried_out_are_shown_as_options() -> None:
    assert as_options({1: "take", 2: "drop", 4: "take", 5: "keep"}, "A Signatory") == (
        '--take 1,4 --keep 5 --drop 2 --by "A Signatory"'
    )


TITLE = "Torture at Brann Street, May 2022"


def edited(*texts: str) -> list[Offer]:
    """Write other words in the places that name a count, one after the other."""
    word = edits()
    for old, new in zip(_places(word), texts, strict=False):
        next(text for text in old.iter(f"{W}t") if text.text == TITLE).text = new
    return offers(word.save())


def _places(edits: WordEdits) -> list[Element]:
    return [one for one in edits.body.iter(f"{W}p") if any(text.text == TITLE for text in one.iter(f"{W}t"))]


def test_it_is_said_where_a_text_is_printed_besides() -> None:
    (found,) = edited("Torture in May 2022")
    assert found.also == ("Involvement",)
    assert found.contradicts == ()


def test_a_text_of_one_place_is_printed_in_no_other() -> None:
    (found,) = offers(edits().replace("he was alive when", "he was unhurt when").save())
    assert found.also == ()


def test_what_was_changed_alike_in_two_places_is_taken_once() -> None:
    found = edited("Torture in May 2022", "Torture in May 2022")
    assert [taken_text(one) for one in found] == ["Torture in May 2022", "Torture in May 2022"]
    (change,) = words_taken(found)
    assert isinstance(change, NewWords)
    assert len(change.edits) == 1


def test_what_was_changed_in_two_ways_is_taken_by_its_number_alone() -> None:
    found = edited("Torture in May 2022", "Torture at the centre")
    assert [one.contradicts for one in found] == [(2,), (1,)]
    assert chosen(found, "all", "", "") == {}
    assert chosen(found, "2", "", "1") == {2: "take", 1: "drop"}
    with pytest.raises(CannotContinueError, match="say the same text otherwise"):
        chosen(found, "1,2", "", "")


def test_rows_that_went_are_one_change_with_their_records() -> None:
    word = edits()
    row = next(row for row in word.body.iter(f"{W}tr") if "Deputy Commander of the 2nd" in text_of(row))
    row.getparent().remove(row)  # type: ignore[union-attr]
    (found,) = offers(word.save())
    assert (found.change.kind, found.taken, found.kept) == ("row", None, None)
    assert "“Deputy Commander of the 2nd Custody Battalion” (`orskelin-deputy-2`) (" in found.why
    assert ".yaml:" in found.why


def test_a_table_that_went_is_one_change() -> None:
    word = edits()
    table = next(table for table in word.body.iter(f"{W}tbl") if "Deputy Commander of the 2nd" in text_of(table))
    table.getparent().remove(table)  # type: ignore[union-attr]
    (found,) = offers(word.save())
    assert found.change.kind == "row"


def test_composed_words_name_the_cell_or_line_that_they_come_from() -> None:
    (found,) = offers(edits().replace("List: none found", "List: not found").save())
    assert found.taken is None
    assert "`found` (claims/example/listings.yaml:" in found.why
    assert "of `orskelin-uk`" in found.why

"""What is said of a change leads to it: heading, number of the paragraph, cells apart, the cell of a number."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.answers import KEPT
from tests.case_folder import write_case
from tests.each import each
from tests.filings.cases import FILINGS, FilingName
from tests.filings.made import made_filing
from tests.parted import OF_PARTED, write_parted
from tests.pull.pulling import changes, edits, made, offers, read, taken_text
from tests.pull.word_edits import W, WordEdits, text_of

from probata.cli.pull_choices import chosen
from probata.cli.pull_told import lines_of
from probata.document.blocks import Paragraph
from probata.document.printed import printed_lines
from probata.document.walk import walk_blocks
from probata.pipeline import finish, open_case, open_workspace, plan, prepare
from probata.pull.find_changes import Made, find_changes
from probata.pull.offers import offers_of
from probata.pull.paragraph_numbers import paragraph_numbers
from probata.pull.still import counterparts
from probata.pull.take import Taker


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
    place = "the row `2022-05` and the column `Brann Street` of `datasets/admissions-2022`"
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
            "this field of the record holds plain words, without bold and italics (`title` of `counts/",
        ),
    ],
)
def test_words_that_cannot_be_bold_in_their_record_say_where_that_is_changed(words: str, why: str) -> None:
    (found,) = offers(edits().mark(words, "b").save())
    assert found.taken is None
    assert found.why.startswith(why)

"""What somebody meant in Word: a section left out, a place in a work, a page that begins elsewhere."""

from __future__ import annotations

from lxml import etree
from tests.each import each
from tests.filings.cases import FilingName
from tests.filings.made import made_filing
from tests.pull.pulling import GHR, WHOLE, edits, offers, taken_text
from tests.pull.word_edits import W_SPACE, W, WordEdits, text_of

from probata.cli.pull_choices import as_options, chosen
from probata.pull.offers import Offer

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
    assert "narrative/other-procedures" in found.why
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
    assert "`arguments.0.conduct` of `counts/custody` (claims/example/counts.yaml:" in found.why


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

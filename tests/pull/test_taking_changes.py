"""A change in Word becomes the same change of the text as it was written, and of nothing else."""

from __future__ import annotations

import pytest
from tests.filings.made import made_filing
from tests.pull.pulling import GHR, offers, taken_text
from tests.pull.word_edits import W, WordEdits, italics, run_of, text_of

from probata.pull.offers import Offer

WRITTEN = (
    "Between 3 May and 20 June 2022 the Interior Guard carried out Operation Still Water [@guard-press-release, para 1]"
    ". Strikers of\nthe Halvet waterworks were brought to the Brann Street Holding Centre, which the battalion runs "
    "[@service-order-6, para 2]."
)


def edits() -> WordEdits:
    return WordEdits(made_filing(GHR).docx)


def only(edited: WordEdits) -> Offer:
    (found,) = offers(edited.save())
    return found


def summary(edited: WordEdits) -> str:
    return taken_text(only(edited))


def test_the_written_text_is_as_the_tests_below_have_it() -> None:
    (found,) = offers(edits().replace("Strikers of the Halvet", "Workers of the Halvet").save())
    assert found.taken is not None
    assert WRITTEN in found.taken.text.scalar.text


@pytest.mark.parametrize(
    ("old", "new", "written", "becomes"),
    [
        ("Strikers of the Halvet", "Workers of the Halvet", "Strikers of\nthe", "Workers of\nthe"),
        ("Strikers of the", "Strikers and families of the", "Strikers of\n", "Strikers and families of\n"),
        ("which the battalion runs", "which it runs", "which the battalion runs [@", "which it runs [@"),
        ("out Operation Still Water", "out a search", "out Operation Still Water [@", "out a search [@"),
        ("waterworks were brought", "waterworks *were* brought", "were brought", r"\*were\* brought"),
        ("waterworks were brought", "waterworks were [soon] brought", "were brought", r"were \[soon\] brought"),
    ],
)  # fmt: skip
def test_words_are_changed_where_they_are_written(old: str, new: str, written: str, becomes: str) -> None:
    found = only(edits().replace(old, new))
    assert found.taken is not None
    assert taken_text(found) == found.taken.text.scalar.text.replace(written, becomes, 1)


@pytest.mark.parametrize(
    "begins", ["Daveth Orskelin. He held the command by decree", "Accountability. The Court", "Policy. The custody"]
)
def test_a_paragraph_that_begins_in_italics_or_bold_is_left_out_with_its_signs(begins: str) -> None:
    found = only(edits().remove(begins))
    assert found.taken is not None
    left, written = taken_text(found), found.taken.text.scalar.text
    signed = begins.replace(".", ".**" if begins.startswith("Daveth") else ".*", 1)
    assert (signed in written, signed.rpartition("*")[2] in left) == (True, False)
    assert left.count("*") == written.count("*") - 2 * (2 if begins.startswith("Daveth") else 1)


def test_a_sentence_at_the_end_stands_behind_the_stop_and_its_note() -> None:
    added = edits()
    added.paragraph("Between 3 May and 20 June 2022").append(run_of(" The centre is closed now."))
    assert "[@semrin-petition, para 9]. The centre is closed now.\n\n" in summary(added)


def test_a_paragraph_that_was_split_is_two_paragraphs_of_the_text() -> None:
    found = only(edits().split("Strikers of the Halvet"))
    assert "para 1].\n\nStrikers of\nthe Halvet" in taken_text(found)


def test_paragraphs_that_were_joined_are_one_paragraph_of_the_text() -> None:
    found = only(edits().join("The case concerns two officials of Kelvandra"))
    assert found.taken is not None
    assert taken_text(found).count("\n\n") == found.taken.text.scalar.text.count("\n\n") - 1


def test_a_paragraph_that_was_added_is_one_of_the_text() -> None:
    found = only(edits().add_after("Between 3 May and 20 June 2022", "The strike ended on 2 July 2022."))
    assert "para 9].\n\nThe strike ended on 2 July 2022.\n\nIt is alleged" in taken_text(found)


def test_a_paragraph_that_was_left_out_is_none_of_the_text() -> None:
    found = only(edits().remove("Between 3 May and 20 June 2022"))
    text = taken_text(found)
    assert "Between 3 May" not in text
    assert "\n\n\n" not in text


def test_a_note_that_was_added_is_a_note_of_the_text() -> None:
    text = summary(edits().add_note("Strikers of the Halvet waterworks", "See the strike call."))
    assert "waterworks^[See the strike call.] were brought" in text


def test_a_note_that_was_taken_out_takes_its_citation_with_it() -> None:
    text = summary(edits().remove_note("Between 3 May and 20 June 2022"))
    assert "Operation Still Water. Strikers of" in text


def test_a_date_is_taken_as_it_is_said() -> None:
    found = only(edits().replace_line("19 March 1974", "20 April 1974"))
    assert found.taken is not None
    assert (found.taken.value, found.taken.text.loc) == ("20 April 1974", ("birth", "date", "value"))


def test_a_date_that_says_none_is_not_taken() -> None:
    found = only(edits().replace_line("19 March 1974", "in his youth"))
    assert found.taken is None
    assert "birth.date" in found.why


def test_a_line_of_a_record_is_taken_as_it_is() -> None:
    found = only(edits().replace_line("submissions@custodywatch.example", "office@custodywatch.example"))
    assert taken_text(found) == "office@custodywatch.example"


def test_words_that_nobody_wrote_are_named_and_not_taken() -> None:
    of_template = only(
        edits().replace("Office alone is not relied on as involvement", "Office alone is no involvement")
    )
    of_citation = only(edits().replace_in_note("State Gazette of Kelvandra No\u00a0212", "State Gazette No 212"))
    assert of_template.taken is of_citation.taken is None
    assert "its template" in of_template.why
    assert "change the source" in of_citation.why


def test_a_look_that_was_changed_is_taken_as_emphasis() -> None:
    changed = edits()
    changed.replace_tracked("battalion", "battalion", "A Colleague")
    run = next(run for run in changed.body.iter(f"{W}r") if text_of(run) == "battalion")
    run.insert(0, italics())
    assert "which the *battalion* runs" in taken_text(only(changed))

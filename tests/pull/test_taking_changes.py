"""A change in Word becomes the same change of the text as it was written, and of nothing else."""

from __future__ import annotations

from tests.each import each
from tests.pull.pulling import edits, offers, taken_text
from tests.pull.word_edits import W, WordEdits, italics, run_of, text_of

from probata.pull.offers import Offer

WRITTEN = (
    "Tova Semrin, a fitter at the waterworks, was taken after Witness A, who heard blows and cries, then nothing. "
    "Two guards\ncarried him back. In the morning he did not move [@witness-a-statement, paras 9-10]. The Court of "
    "Review found that he was alive\nwhen he was brought to Brann Street on 12 May and died there on 14 May "
    "[@semrin-petition, para 9]."
)


def only(edited: WordEdits) -> Offer:
    (found,) = offers(edited.save())
    return found


def summary(edited: WordEdits) -> str:
    return taken_text(only(edited))


@each(
    ("old", "new", "written", "becomes"),
    [
        ("he was alive when", "he was unhurt when", "was alive\nwhen", "was unhurt\nwhen"),
        ("he was alive", "he was still alive", "he was alive", "he was still alive"),
        ("he did not move", "he never moved", "he did not move [@", "he never moved [@"),
        ("he did not move", "he lay still", "he did not move [@", "he lay still [@"),
        ("waterworks, was taken", "waterworks, *was* taken", "was taken", r"\*was\* taken"),
        ("waterworks, was taken", "waterworks, was [soon] taken", "was taken", r"was \[soon\] taken"),
    ],
)  # fmt: skip
def test_words_are_changed_where_they_are_written(old: str, new: str, written: str, becomes: str) -> None:
    found = only(edits().replace(old, new))
    assert found.taken is not None
    assert taken_text(found) == found.taken.text.scalar.text.replace(written, becomes, 1)


@each("begins", ["The conversation. By her account", "The vote. On 9 June"])
def test_a_paragraph_that_begins_in_italics_is_left_out_with_its_signs(begins: str) -> None:
    found = only(edits().remove(begins))
    assert found.taken is not None
    left, written = taken_text(found), found.taken.text.scalar.text
    signed = begins.replace(".", ".*", 1)
    assert (signed in written, signed.rpartition("*")[2] in left) == (True, False)
    in_it = next(one for one in written.split("\n\n") if signed in one).count("*")
    assert left.count("*") == written.count("*") - in_it


def test_a_sentence_at_the_end_stands_behind_the_stop_and_its_note() -> None:
    added = edits()
    added.paragraph("Tova Semrin, a fitter").append(run_of(" The centre is closed now."))
    assert "[@semrin-petition, para 9]. The centre is closed now.\n\n" in summary(added)


def test_a_paragraph_that_was_split_is_two_paragraphs_of_the_text() -> None:
    found = only(edits().split("The Court of Review found that he was"))
    assert "paras 9-10].\n\nThe Court of Review found that he was alive" in taken_text(found)


def test_paragraphs_that_were_joined_are_one_paragraph_of_the_text() -> None:
    found = only(edits().join("The night of 13 to 14 May 2022"))
    assert found.taken is not None
    assert taken_text(found).count("\n\n") == found.taken.text.scalar.text.count("\n\n") - 1


def test_a_paragraph_that_was_added_is_one_of_the_text() -> None:
    found = only(edits().add_after("Tova Semrin, a fitter", "The strike ended on 2 July 2022."))
    assert "para 9].\n\nThe strike ended on 2 July 2022.\n\n*At the gate.*" in taken_text(found)


def test_a_paragraph_that_was_left_out_is_none_of_the_text() -> None:
    found = only(edits().remove("Tova Semrin, a fitter"))
    text = taken_text(found)
    assert "a fitter" not in text
    assert "\n\n\n" not in text


def test_a_note_that_was_added_is_a_note_of_the_text() -> None:
    text = summary(edits().add_note("Two guards", "See the strike call."))
    assert "Two guards^[See the strike call.]\ncarried him" in text


def test_a_note_that_was_taken_out_takes_its_citation_with_it() -> None:
    text = summary(edits().remove_note("Tova Semrin, a fitter"))
    assert "he did not move. The Court of Review" in text


def test_a_date_is_taken_as_it_is_said() -> None:
    found = only(edits().replace("19 March 1974", "20 April 1974"))
    assert found.taken is not None
    assert (found.taken.value, found.taken.text.loc) == ("20 April 1974", ("birth", "date", "value"))


def test_a_date_that_says_none_is_not_taken() -> None:
    found = only(edits().replace("19 March 1974", "in his youth"))
    assert found.taken is None
    assert "birth.date" in found.why


def test_a_line_of_a_record_is_taken_as_it_is() -> None:
    found = only(edits().replace("submissions@custodywatch.example", "office@custodywatch.example"))
    assert taken_text(found) == "office@custodywatch.example"


def test_a_look_that_was_changed_is_taken_as_emphasis() -> None:
    changed = edits()
    changed.replace_tracked("fitter", "fitter", "A Colleague")
    run = next(run for run in changed.body.iter(f"{W}r") if text_of(run) == "fitter")
    run.insert(0, italics())
    assert "a *fitter* at" in taken_text(only(changed))

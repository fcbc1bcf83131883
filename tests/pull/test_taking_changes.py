"""What was changed is taken as it is said, and of nothing else."""

from __future__ import annotations

from lxml import etree
from tests.each import each
from tests.pull.pulling import edits, made, offers, read, taken_text
from tests.pull.word_edits import W, WordEdits, italics, run_of, text_of

from probata.messages import load_wording
from probata.model.dates import parse_when
from probata.model.typed_dates import as_recorded
from probata.pull.find_changes import next_to_words
from probata.pull.line_signs import Written, without_new_signs
from probata.pull.offers import Offer
from probata.source.change_yaml import Edit, edited


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


def beside(one: Offer) -> list[str]:
    return next_to_words(one.change.base, one.change.edits)


def test_words_that_are_struck_through_are_left_out() -> None:
    found = only(edits().mark(" at the waterworks", "strike"))
    assert "Tova Semrin, a fitter, was taken" in taken_text(found)
    assert read(edits().mark("at the waterworks", "strike").save()).is_struck
    assert not made().text.is_struck


def test_a_paragraph_that_is_struck_through_is_left_out() -> None:
    struck = edits()
    paragraph = struck.paragraph("In April 2022 workers of the Halvet waterworks")
    for run in list(paragraph.iter(f"{W}r")):
        properties = run.makeelement(f"{W}rPr")
        properties.append(run.makeelement(f"{W}strike"))
        run.insert(0, properties)
    found = only(struck)
    assert found.change.kind == "left-out"
    assert "In April 2022 workers" not in taken_text(found)


def test_words_that_became_a_link_are_written_as_one() -> None:
    found = only(edits().link("did not move", "https://report.example/op?a=1&amp;b=2"))
    assert "he [did not move](https://report.example/op?a=1&b=2) [@witness" in taken_text(found)
    assert beside(found) == ["“did not move” leads to https://report.example/op?a=1&b=2 now"]


def test_a_link_to_what_no_document_links_to_is_named() -> None:
    found = only(edits().link("did not move", "file:///C:/x.docx"))
    assert found.taken is None
    assert "address" in found.why
    assert found.kept is None


def test_an_address_that_was_changed_in_the_list_of_sources_is_the_sources() -> None:
    found = only(edits().change_address("https://custodywatch.example/thirty-days", "https://custodywatch.example/x"))
    assert (found.change.owner, found.taken, found.kept) == ("citation", None, None)
    assert beside(found) == ["“https://custodywatch.example/thirty-days” leads to https://custodywatch.example/x now"]


def test_a_formula_is_named_with_its_signs_and_is_not_kept() -> None:
    found = only(edits().formula("did not move", "x=233/408"))
    assert (found.taken, found.kept) == (None, None)
    assert beside(found) == ["with a formula: x=233/408"]
    assert found.change.under == "What happened"


def test_words_beside_a_formula_are_taken_all_the_same() -> None:
    edited = edits().replace("he was alive when", "he was unhurt when").formula("did not move", "x")
    thing, words = sorted(offers(edited.save()), key=lambda one: one.taken is not None)
    assert thing.change.matter == "thing"
    assert "he was unhurt\nwhen" in taken_text(words)


def test_a_highlight_is_named_and_stands_in_nobodys_way() -> None:
    edited = edits().replace("he was alive when", "he was unhurt when")
    look, words = sorted(offers(edited.mark("did not move", "highlight", val="yellow").save()),
                         key=lambda one: one.taken is not None)  # fmt: skip
    assert (look.kept, beside(look)) == (None, ["“did not move” are highlighted now"])
    assert "look" in look.why
    assert "he was unhurt\nwhen" in taken_text(words)


def test_new_words_are_taken_without_a_look_that_no_record_has() -> None:
    edited = edits().replace("he was alive when", "he was unhurt when").mark("unhurt", "highlight", val="cyan")
    found = only(edited)
    assert found.taken is not None
    assert found.taken.without == ("highlighted",)
    assert "he was unhurt\nwhen" in taken_text(found)


def test_the_foot_of_pages_is_compared() -> None:
    found = only(edits().in_heads("Fictional example", "Privileged"))
    assert (found.change.kind, found.taken, found.kept) == ("head", None, None)
    assert found.change.base.text.startswith("Confidential. Fictional example")
    assert found.change.edited.text.startswith("Confidential. Privileged")
    assert "letterhead" in found.why


def test_a_new_heading_is_written_as_one() -> None:
    edited = edits().add_after("Tova Semrin, a fitter", "What is asked")
    found = only(edited.restyle("What is asked", "Heading2"))
    assert "[@semrin-petition, para 9].\n\n# What is asked\n\n*At the gate.*" in taken_text(found)
    assert beside(found) == ["“What is asked” is a heading now"]


def test_new_entries_of_a_list_are_written_as_such() -> None:
    edited = edits().add_after("Tova Semrin, a fitter", "another demand")
    edited.restyle("another demand", "ListBullet").add_after("Tova Semrin, a fitter", "a demand")
    found = only(edited.restyle("a demand", "ListBullet"))
    assert "[@semrin-petition, para 9].\n\n- a demand\n- another demand\n\n*At the gate.*" in taken_text(found)


def test_a_paragraph_that_became_an_entry_is_written_as_one() -> None:
    found = only(edits().restyle("Tova Semrin, a fitter", "ListBullet"))
    assert "\n\n- Tova Semrin, a fitter at the waterworks" in taken_text(found)


def test_a_caption_that_lost_its_number_is_named_and_not_kept() -> None:
    word = edits()
    words = "Requests by relatives for information, April to July 2022"
    captions = [one for one in word.body.iter(f"{W}p") if words in text_of(one) and text_of(one).startswith("Table")]
    (caption,) = [one for one in captions if "Caption" in str(etree.tostring(one))]
    for child in [child for child in caption if child.tag != f"{W}pPr"]:
        caption.remove(child)
    caption.append(run_of("Requests by relatives"))
    found = offers(word.save())
    assert all(one.kept is None for one in found if one.change.after.text == "Requests by relatives")
    assert any(one.change.edited.text == "Requests by relatives" for one in found)


@each("language", ["en-GB", "fr", "es"])
@each(
    "recorded",
    [
        "2023-03-04/2023-03-09",
        "2023-03-04/2023-04-09",
        "2022-12-31/2023-01-01",
        "2022-05/2022-06",
        "2021/2023",
        "2022-05-01",
        "1971-06",
        "1971",
        "~1971",
        "2022-05/..",
        "../2022-05-03",
    ],
)
def test_a_date_is_read_as_print_says_it(recorded: str, language: str) -> None:
    assert as_recorded(load_wording(language).when(parse_when(recorded))) == recorded


@each(
    ("text", "old", "new", "becomes"),
    [
        ("First.\n\nSecond here.", "Second here", "1", "First.\n\n1\\."),
        ("Room 1. It was cold.", "Room ", "", "1\\. It was cold."),
        ("Room - 5 beds", "Room ", "", "\\- 5 beds"),
        ("Room # 5", "Room ", "", "\\# 5"),
        ("- Room 7) cold", "Room ", "", "- 7\\) cold"),
        ("1 was cold", " was cold", ".", "1\\."),
        ("Words.", "Words.", "Words.\n\n1. entry", "Words.\n\n1. entry"),
        ("In 2024. It", "In 2024", "In 2025", "In 2025. It"),
        ("2024.5 tonnes", "2024", "2025", "2025.5 tonnes"),
        ("1. a", "a", "b", "1. b"),
    ],
)
def test_only_a_sign_that_was_meant_begins_a_line(text: str, old: str, new: str, becomes: str) -> None:
    start = text.index(old)
    made = without_new_signs(text, Written(start, start + len(old), new))
    assert edited(text, [Edit(made.start, made.end, made.new)]) == becomes

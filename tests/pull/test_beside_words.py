"""What lawyers change beside words, such as a look, an address or the head of pages, is found, and taken or named."""

from __future__ import annotations

from lxml import etree
from tests.pull.pulling import edits, made, offers, read, taken_text
from tests.pull.word_edits import W, WordEdits, run_of, text_of

from probata.pull.find_changes import beside_words
from probata.pull.offers import Offer


def only(edited: WordEdits) -> Offer:
    (found,) = offers(edited.save())
    return found


def beside(one: Offer) -> list[str]:
    return beside_words(one.change.base, one.change.edits)


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

"""Places of kinds that CSL does not know: where they stand, what stands before them, and when *ibid* is enough."""

from __future__ import annotations

from typing import Any

from tests.each import each

from probata.citation import Library, load_words
from probata.citation.parts import Asked, Reference
from probata.citation.places_in_words import words_as_read
from probata.citation.plain import plain_citation
from probata.document.walk import plain_text

from .cases import DWORKIN, HART, citation, cited, first_notes, free_note, item, note_texts, paragraph

TABLE: dict[str, Any] = {
    "type": "dataset",
    "title": "Transfers 2021 to 2023",
    "author": [{"literal": "Custody Watch"}],
    "issued": {"date-parts": [[2024]]},
    "accessed": {"date-parts": [[2024, 1, 2]]},
    "URL": "https://example.org/t",
    "language": "en-GB",
}
LETTER = {**TABLE, "type": "document", "title": "Letter of ‘the nine’"}
LIBRARY = Library({"table": TABLE, "letter": LETTER, "hart": HART, "dworkin": DWORKIN})
OSCOLA, BLUEBOOK, PLAIN = "oscola-4", "bluebook-21", "un-plain"


def printed(*items: Any, name: str = OSCOLA) -> list[str]:
    return note_texts(cited(*(paragraph("A", citation(one)) for one in items), library=LIBRARY, name=name))


@each("name", [OSCOLA, "oscola-5", BLUEBOOK, PLAIN, "mcgill-en", "chicago-notes-bibliography"])
def test_a_place_stands_before_the_address_and_the_day_of_reading(name: str) -> None:
    kinds = ("row", "cell", "frame", "slide", "article", "rule", "note", "exhibit")
    for text in first_notes("table", [(kind, "4711") for kind in kinds], LIBRARY, name=name):
        assert text.count("4711") == 1, text
        assert text.index("4711") < text.index("https://"), text


@each(
    ("name", "key", "expected"),
    [
        (OSCOLA, "table", "(2024) row 3 <"),
        (OSCOLA, "hart", "(Clarendon Press 1961) row 3."),
        (OSCOLA, "dworkin", "Harvard Law Review 1057, row 3."),
        (BLUEBOOK, "table", "2023_, row 3 (2024)"),
        (BLUEBOOK, "hart", "The Concept of Law, row 3 (1961)."),
        (PLAIN, "hart", "(Clarendon Press, 1961), row 3."),
        (PLAIN, "dworkin", "_Harvard Law Review_ 88 (1975), row 3."),
    ],
)
def test_a_comma_stands_before_it_but_not_behind_a_bracket(name: str, key: str, expected: str) -> None:
    assert expected in printed(item(key, "row", "3"), name=name)[0]


@each(
    ("name", "again", "elsewhere", "later"),
    [
        (OSCOLA, "ibid", "ibid row 5", "Custody Watch (n #1) row 6"),
        (BLUEBOOK, "_Id._", "_Id._ row 5", "Custody Watch, _supra_ note #1, row 6"),
        (PLAIN, "Ibid", "Ibid., row 5", "Custody Watch, “Transfers 2021 to 2023”, row 6"),
    ],
)
def test_ibid_knows_the_place_and_later_notes_have_it(name: str, again: str, elsewhere: str, later: str) -> None:
    places = (item("table", "row", row) for row in ("4", "4", "5"))
    blocks = [*(paragraph("A", citation(one)) for one in places), paragraph("B", free_note("x"))]
    found = note_texts(cited(*blocks, paragraph("C", citation(item("table", "row", "6"))), library=LIBRARY, name=name))
    assert [text.rstrip(".") for text in (found[1], found[2], found[4])] == [
        f"2 {again}",
        f"3 {elsewhere}",
        f"5 {later}",
    ]


def test_the_pages_of_a_whole_work_do_not_stand_beside_it() -> None:
    book = {**HART, "page": "100-200"}
    note = note_texts(cited(paragraph("A", citation(item("b", "row", "3"))), library=Library({"b": book})))[0]
    assert note.endswith("(Clarendon Press 1961) row 3.")


@each("value", ["The guard, 2021", "A – Z & more", "“Quoted”", "{4}", "p. 4; row 5", "<b>*x*</b>"])
def test_whatever_stands_in_a_heading_is_printed_as_it_stands(value: str) -> None:
    shown = value.replace("{", "").replace("}", "")
    assert printed(item("table", "heading", value))[0].count(f"under ‘{shown}’ <") == 1


def test_several_places_are_told_as_several_and_one_beside_another_follows() -> None:
    assert " rows 3–5, 9 <" in printed(item("table", "row", "3-5, 9"))[0]
    assert " row 3, cell B2 <" in printed(item("table", "row", "3, cell B2"))[0]


@each("kind", ["page", "paragraph", "row"])
def test_markup_in_a_place_is_printed_as_it_is_typed(kind: str) -> None:
    assert "<i>4</i>" in printed(item("hart", kind, "<i>4</i>"))[0]


def test_words_behind_stay_behind_the_whole_citation() -> None:
    assert printed(item("table", "row", "3", suffix=", last column"))[0].endswith("2 January 2024, last column.")


def test_a_draft_without_pandoc_says_it_in_the_same_words() -> None:
    asked = Asked((Reference("table", locator=words_as_read("row 3")),))
    assert ", row 3" in plain_text(plain_citation(asked, LIBRARY, load_words("en"), "; "))
    assert "folio" not in plain_text(plain_citation(asked, LIBRARY, load_words("en"), "; "))


@each(
    ("value", "shown"),
    [("25", "p. 25"), ("3-5", "pp. 3–5"), ("iv", "p. iv"), ("xii-xiv", "pp. xii–xiv"), ("cover", "cover")],
)
def test_a_page_has_its_word_in_plain_forms_of_the_united_nations(value: str, shown: str) -> None:
    assert printed(item("hart", "page", value), name=PLAIN)[0].endswith(f"(Clarendon Press, 1961), {shown}.")


def test_a_page_in_a_journal_has_a_comma_in_place_of_the_colon() -> None:
    assert printed(item("dworkin", "page", "1060"), name=PLAIN)[0].endswith("88 (1975), p. 1060.")


def test_words_without_a_place_do_not_run_into_the_day_of_reading() -> None:
    assert printed(item("table", suffix="second photograph"))[0].endswith("2 January 2024, second photograph.")
    assert printed(item("table", suffix="(copy)"))[0].endswith("2 January 2024 (copy).")

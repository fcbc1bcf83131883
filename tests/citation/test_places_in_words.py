"""Places of kinds that CSL does not know: where they stand, what stands before them, and when *ibid* is enough."""

from __future__ import annotations

from typing import Any

from tests.each import each

from probata.citation import Library

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


@each("kind", ["page", "paragraph", "row"])
def test_markup_in_a_place_is_printed_as_it_is_typed(kind: str) -> None:
    assert "<i>4</i>" in printed(item("hart", kind, "<i>4</i>"))[0]

"""Two cases of one short name."""

from __future__ import annotations

import pytest

from probata.citation import Authority, Library
from probata.document.inlines import Text

from .cases import citation, cited, free_note, note_texts, paragraph

TEXTS = {"name": (Text("Muršić v Croatia"),), "number": (Text("7334/13"),)}


def liu(name: str, number: str) -> Authority:
    texts = {"name": (Text(name),), "number": (Text(number),)}
    return Authority("echr_case", texts, {"date": (2021, 5, 4)})


LIBRARY = Library(
    authorities={
        "chamber": Authority("echr_case", TEXTS, {"date": (2015, 3, 12)}),
        "grand": Authority("echr_case", TEXTS, {"date": (2016, 10, 20)}),
        "spain": liu("Liu v Spain", "2/20"),
        "germany": liu("Liu v Germany", "3/20"),
        "joined": liu("Liu v Spain", "4/20"),
        "same_year": Authority("echr_case", TEXTS, {"date": (2016, 1, 1)}),
    }
)


def last(style: str, *keys: str) -> str:
    blocks = (paragraph("A", citation(key)) for key in keys)
    again = paragraph("B", free_note("x")), paragraph("C", citation(keys[0]))
    return note_texts(cited(*blocks, *again, library=LIBRARY, name=style))[-1].split(" ", 1)[1]


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("oscola-4", "_Muršić_ (2015) (n #1)."),
        ("oscola-5", "_Muršić_ (2015) (n #1)."),
        ("bluebook-21", "_Muršić_ (2015), App. No. 7334/13."),
        ("un-plain", "Muršić v. Croatia (2015)."),
    ],
)
def test_the_year_tells_two_judgments_of_one_name_apart(style: str, expected: str) -> None:
    assert last(style, "chamber", "grand") == expected


def test_a_case_whose_name_no_other_cited_case_has_goes_without_its_year() -> None:
    assert last("oscola-5", "chamber") == "_Muršić_ (n #1)."


def test_of_two_judgments_of_one_year_the_day_tells_which() -> None:
    assert last("oscola-5", "grand", "same_year") == "_Muršić_ (20 October 2016) (n #1)."
    assert last("bluebook-21", "same_year", "grand") == "_Muršić_ (Jan. 1, 2016), App. No. 7334/13."
    assert last("un-plain", "grand", "same_year") == "Muršić v. Croatia (20 October 2016)."


def test_the_shortest_that_differs_is_taken_for_each() -> None:
    assert last("oscola-5", "chamber", "grand", "same_year") == "_Muršić_ (2015) (n #1)."
    assert last("oscola-5", "grand", "chamber", "same_year") == "_Muršić_ (20 October 2016) (n #1)."


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("oscola-4", "_Liu v Spain_ (n #1)."),
        ("oscola-5", "_Liu v Spain_ (n #1)."),
        ("bluebook-21", "_Liu v. Spain_, App. No. 2/20."),
        ("un-plain", "Liu v. Spain."),
    ],
)
def test_the_other_party_tells_two_cases_of_one_year_apart(style: str, expected: str) -> None:
    assert last(style, "spain", "germany") == expected


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("oscola-4", "_Liu_ (2/20) (n #1)."),
        ("bluebook-21", "_Liu_, App. No. 2/20."),
        ("un-plain", "Liu v. Spain (2/20)."),
    ],
)
def test_the_number_tells_two_judgments_of_one_day_apart_and_is_not_printed_twice(style: str, expected: str) -> None:
    assert last(style, "spain", "joined") == expected


def test_both_cases_are_told_apart_in_one_note() -> None:
    both = citation("spain", "germany")
    blocks = paragraph("A", both), paragraph("B", free_note("x")), paragraph("C", both)

    assert note_texts(cited(*blocks, library=LIBRARY))[-1] == "3 _Liu v Spain_ (n #1); _Liu v Germany_ (n #1)."

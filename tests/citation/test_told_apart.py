"""Two cases of one short name."""

from __future__ import annotations

import pytest

from probata.citation import Authority, Library
from probata.document.inlines import Text

from .cases import citation, cited, free_note, note_texts, paragraph

TEXTS = {"name": (Text("Muršić v Croatia"),), "number": (Text("7334/13"),)}
LIBRARY = Library(
    authorities={
        "chamber": Authority("echr_case", TEXTS, {"date": (2015, 3, 12)}),
        "grand": Authority("echr_case", TEXTS, {"date": (2016, 10, 20)}),
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


def test_a_year_that_two_have_tells_nothing_apart() -> None:
    assert last("oscola-5", "grand", "same_year") == "_Muršić_ (n #1)."

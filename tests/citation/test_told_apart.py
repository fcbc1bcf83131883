"""Two cases of one short name."""

from __future__ import annotations

from tests.each import each

from probata.citation import Authority, Library
from probata.diagnostics import Severity
from probata.document.inlines import Text

from .cases import citation, cited, free_note, note_texts, paragraph

TEXTS = {"name": (Text("Muršić v Croatia"),), "number": (Text("7334/13"),)}


def liu(name: str, number: str) -> Authority:
    texts = {"name": (Text(name),), "number": (Text(number),)}
    return Authority("echr_case", texts, {"date": (2021, 5, 4)})


def treaty(name: str, abbreviation: str) -> Authority:
    return Authority("treaty", {"name": (Text(name),), "abbreviation": (Text(abbreviation),)}, {"date": (1984, 12, 10)})


LIBRARY = Library(
    authorities={
        "chamber": Authority("echr_case", TEXTS, {"date": (2015, 3, 12)}),
        "grand": Authority("echr_case", TEXTS, {"date": (2016, 10, 20)}),
        "spain": liu("Liu v Spain", "2/20"),
        "germany": liu("Liu v Germany", "3/20"),
        "joined": liu("Liu v Spain", "4/20"),
        "twin": Authority("echr_case", TEXTS, {"date": (2015, 3, 12)}),
        "uncat": treaty("Convention against Torture", "UNCAT"),
        "copy": treaty("Convention against Torture and Other Treatment", "UNCAT"),
        "same_year": Authority("echr_case", TEXTS, {"date": (2016, 1, 1)}),
    }
)


def last(style: str, *keys: str) -> str:
    blocks = (paragraph("A", citation(key)) for key in keys)
    again = paragraph("B", free_note("x")), paragraph("C", citation(keys[0]))
    return note_texts(cited(*blocks, *again, library=LIBRARY, name=style))[-1].split(" ", 1)[1]


@each(
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


def test_of_two_judgments_of_one_year_the_day_tells_which() -> None:
    assert last("oscola-5", "grand", "same_year") == "_Muršić_ (20 October 2016) (n #1)."
    assert last("bluebook-21", "same_year", "grand") == "_Muršić_ (Jan. 1, 2016), App. No. 7334/13."
    assert last("un-plain", "grand", "same_year") == "Muršić v. Croatia (20 October 2016)."


@each(
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


@each(
    ("style", "expected"),
    [
        ("oscola-4", "_Liu_ (2/20) (n #1)."),
        ("bluebook-21", "_Liu_, App. No. 2/20."),
        ("un-plain", "Liu v. Spain (2/20)."),
    ],
)
def test_the_number_tells_two_judgments_of_one_day_apart_and_is_not_printed_twice(style: str, expected: str) -> None:
    assert last(style, "spain", "joined") == expected


def alike(style: str, *keys: str) -> list[str]:
    blocks = (paragraph("A", citation(key)) for key in keys)
    again = paragraph("B", free_note("x")), paragraph("C", citation(keys[0]))
    found = cited(*blocks, *again, library=LIBRARY, name=style).diagnostics
    assert {(one.code, one.severity) for one in found} <= {("CIT122", Severity.WARNING)}
    return [one.message for one in found]


@each(("style", "name"), [("un-plain", "Muršić v. Croatia"), ("bluebook-21", "Muršić, App. No. 7334/13")])
def test_two_cases_that_nothing_tells_apart_are_found(style: str, name: str) -> None:
    (found,) = alike(style, "chamber", "twin")
    assert f"`chamber` and `twin` alike, `{name}`, and nothing recorded of them tells which is meant" in found


@each("keys", [("chamber", "grand"), ("grand", "same_year"), ("spain", "joined"), ("uncat", "chamber")])
def test_what_is_told_apart_is_not_found(keys: tuple[str, str]) -> None:
    for name in ("oscola-4", "oscola-5", "bluebook-21", "un-plain"):
        assert alike(name, *keys) == []

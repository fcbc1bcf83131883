"""Dates, numbers and lists in words."""

from tests.each import each

from probata.messages import load_wording
from probata.messages.wording import script_name
from probata.model.dates import parse_when
from probata.model.quantity import parse_quantity

ENGLISH = load_wording("en-GB")


@each(
    ("language", "code", "printed"),
    [
        ("en-GB", "Hans", "Han (simplified)"),
        ("fr", "Hans", "sinogrammes (simplifiés)"),
        ("es", "Hant", "han (tradicional)"),
        ("fr", "Cyrl", "cyrillique"),
        ("en-GB", None, "Han"),
    ],
)
def test_a_script_has_a_name_that_stands_without_its_language(language: str, code: str | None, printed: str) -> None:
    assert script_name(code, "zh", "刘建超", load_wording(language)) == printed


@each(
    ("written", "printed"),
    [
        ("2015", "2015"),
        ("2015-08", "August 2015"),
        ("1964-02-23", "23 February 1964"),
        ("2015-08/2017-04", "August 2015 to April 2017"),
        ("2022-04/2022-07", "April to July 2022"),
        ("2022-05-12/2022-06-03", "12 May to 3 June 2022"),
        ("2022-05-13/2022-05-15", "13 to 15 May 2022"),
        ("~2022-05-13/2022-05-15", "about 13 May 2022 to 15 May 2022"),
        ("2022-05/..", "from May 2022"),
        ("../2014", "until 2014"),
        ("~2014", "about 2014"),
    ],
)
def test_a_date_is_printed_no_more_precisely_than_it_is_written(written: str, printed: str) -> None:
    assert ENGLISH.when(parse_when(written)) == printed


@each(
    ("written", "printed"),
    [
        ("9933", "9,933"),
        ("70+", "at least 70"),
        ("~16", "about 16"),
        ("16-76", "16 to 76"),
        ("91.42%", "91.42%"),
        ("-", "n/a"),
        ("300000000", "300,000,000"),
    ],
)
def test_a_number_keeps_its_bound_and_gets_the_marks_of_its_language(written: str, printed: str) -> None:
    assert ENGLISH.quantity(parse_quantity(written)) == printed


def test_a_language_that_puts_the_month_first_repeats_it() -> None:
    assert load_wording("en-US").when(parse_when("2022-05-13/2022-05-15")) == "May 13 to May 15, 2022"


def test_words_are_joined_as_a_sentence_joins_them() -> None:
    assert [ENGLISH.join(words) for words in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]

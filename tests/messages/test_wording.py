"""Dates, numbers, tenures and lists in the words of each language."""

from __future__ import annotations

from decimal import Decimal

from tests.each import each

from probata.messages import Wording, load_wording
from probata.messages.wording import role_in_words, script_name
from probata.model.dates import parse_when
from probata.model.quantity import parse_quantity
from probata.model.role import Role

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


FRENCH = load_wording("fr")
SPANISH = load_wording("es")
NARROW = "\u202f"
"""Narrow no-break space."""
NO_BREAK = "\u00a0"


@each(
    ("written", "french", "spanish"),
    [
        ("2015", "2015", "2015"),
        ("2015-08", "août 2015", "agosto de 2015"),
        ("1964-02-23", "23 février 1964", "23 de febrero de 1964"),
        ("2021-02-01", "1er février 2021", "1 de febrero de 2021"),
        ("2021-02-11", "11 février 2021", "11 de febrero de 2021"),
        ("2022-05-12/2022-06-03", "du 12 mai au 3 juin 2022", "del 12 de mayo al 3 de junio de 2022"),
        ("2022-05-13/2022-05-15", "du 13 au 15 mai 2022", "del 13 al 15 de mayo de 2022"),
        ("2022-05-01/2022-05-15", "du 1er au 15 mai 2022", "del 1 al 15 de mayo de 2022"),
        ("2022-04/2022-07", "d’avril à juillet 2022", "de abril a julio de 2022"),
        (
            "2022-12-30/2023-01-02",
            "du 30 décembre 2022 au 2 janvier 2023",
            "del 30 de diciembre de 2022 al 2 de enero de 2023",
        ),
        ("2022-04/2022-05-03", "d’avril 2022 au 3 mai 2022", "de abril de 2022 al 3 de mayo de 2022"),
        ("2015-08/2017-04", "d’août 2015 à avril 2017", "de agosto de 2015 a abril de 2017"),
        ("2016/2018", "de 2016 à 2018", "de 2016 a 2018"),
        ("2022-05/..", "à partir de mai 2022", "a partir de mayo de 2022"),
        ("2022-04/..", "à partir d’avril 2022", "a partir de abril de 2022"),
        ("../2014", "jusqu’en 2014", "hasta 2014"),
        ("../2014-07-01", "jusqu’au 1er juillet 2014", "hasta el 1 de julio de 2014"),
    ],
)
def test_a_date_is_written_as_the_language_writes_it(written: str, french: str, spanish: str) -> None:
    assert FRENCH.when(parse_when(written)) == french
    assert SPANISH.when(parse_when(written)) == spanish


@each(
    ("written", "french", "spanish"),
    [
        ("2021-02-01", "situation au 1er février 2021", "situación al 1 de febrero de 2021"),
        ("2021-02", "situation en février 2021", "situación en febrero de 2021"),
    ],
)
def test_the_day_for_which_something_was_true_is_said(written: str, french: str, spanish: str) -> None:
    assert FRENCH.as_of(parse_when(written)) == french
    assert SPANISH.as_of(parse_when(written)) == spanish


@each(
    ("written", "french", "spanish"),
    [
        ("9933", f"9{NARROW}933", "9933"),
        ("10200", f"10{NARROW}200", "10.200"),
        ("300000000", f"300{NARROW}000{NARROW}000", "300.000.000"),
        ("70+", "au moins 70", "al menos 70"),
        ("~16", "environ 16", "aproximadamente 16"),
        ("16-76", "16 à 76", "16 a 76"),
        ("91.42%", f"91,42{NO_BREAK}%", f"91,42{NO_BREAK}%"),
    ],
)
def test_a_number_keeps_its_bound_and_gets_the_marks_of_its_language_in_french_and_spanish(
    written: str, french: str, spanish: str
) -> None:
    assert FRENCH.quantity(parse_quantity(written)) == french
    assert SPANISH.quantity(parse_quantity(written)) == spanish


def test_a_country_may_have_marks_of_its_own() -> None:
    assert load_wording("es-MX").number(Decimal("19933.5")) == "19,933.5"
    assert load_wording("fr-CH").when(parse_when("2015-08")) == "août 2015"


def test_quotation_marks_are_those_of_the_language() -> None:
    assert FRENCH.quote("ordre") == f"«{NARROW}ordre{NARROW}»"
    assert SPANISH.quote("orden") == "«orden»"
    assert load_wording("en-GB").quote("order") == "“order”"


@each(
    ("items", "joined"),
    [
        (["Ana", "Luis"], "Ana y Luis"),
        (["Ana", "Irene"], "Ana e Irene"),
        (["padres", "hijos"], "padres e hijos"),
        (["agua", "hielo"], "agua y hielo"),
        (["Irene", "Ana"], "Irene y Ana"),
        (["Ana", "Luis", "Inés"], "Ana, Luis e Inés"),
    ],
)
def test_spanish_writes_e_before_the_sound_of_i(items: list[str], joined: str) -> None:
    assert SPANISH.join(items) == joined


@each(
    ("words", "recorded", "shown"),
    [
        (load_wording("en-GB"), "../2023-06-07", "on or before 7 June 2023"),
        (load_wording("en-GB"), "../2023-06", "in or before June 2023"),
        (load_wording("en-GB"), "2023-06-07", "7 June 2023"),
        (FRENCH, "../2023-06-07", "le 7 juin 2023 au plus tard"),
        (SPANISH, "../2023-06-07", "el 7 de junio de 2023 a más tardar"),
    ],
)
def test_what_happened_once_and_is_known_by_its_latest_day_is_dated_on_or_before_it(
    words: Wording, recorded: str, shown: str
) -> None:
    assert words.made(parse_when(recorded)) == shown


NOT_KNOWN = "; whether still held is not known (as of 12 October 2026)"


@each(
    ("stated", "start_known", "end_known", "status", "words"),
    [
        ("2015/2017", False, True, "ended", "at least from 2015 to 2017"),
        ("2015/..", True, True, "current", "from 2015 (as of 12 October 2026)"),
        ("2015/..", False, True, "current", "at least from 2015 (as of 12 October 2026)"),
        ("2015/..", True, True, "unknown", f"from 2015{NOT_KNOWN}"),
        ("2015/..", False, True, "unknown", f"at least from 2015{NOT_KNOWN}"),
        ("2015/..", False, False, "ended", "at least from 2015; end date not known"),
        ("../2017", True, False, "ended", "at least until 2017"),
        ("2015-05-03", False, False, "ended", "at least on 3 May 2015"),
    ],
)
def test_an_end_that_is_not_known_is_said_not_to_be(
    stated: str, start_known: bool, end_known: bool, status: str, words: str
) -> None:
    dates = {"stated": stated, "start_known": start_known, "end_known": end_known}
    role = {"id": "r", "person": "p", "title": "T", "dates": dates, "status": status, "as_of": "2026-10-12"}

    assert role_in_words(load_wording("en-GB"), Role.model_validate(role)) == words

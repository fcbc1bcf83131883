"""Dates of French and Spanish tables."""

from __future__ import annotations

from tests.each import each

from probata.importers.records.columns import period
from probata.model.typed_dates import as_recorded


@each(
    ("said", "recorded"),
    [
        ("3 mai 2022", "2022-05-03"),
        ("1er mars 2022", "2022-03-01"),
        ("le 1.er mars 2022", "2022-03-01"),
        ("2014a", "2014a"),
        ("Août 2015", "2015-08"),
        ("févr. 2015", "2015-02"),
        ("du 3 mai 2022 au 5 juin 2023", "2022-05-03/2023-06-05"),
        ("mai 2022 – juillet 2023", "2022-05/2023-07"),
        ("depuis mai 2022", "2022-05/.."),
        ("jusqu’au 3 mars 2014", "../2014-03-03"),
        ("vers 2014", "~2014"),
        ("entre 2015 et 2017", "2015/2017"),
        ("3 de mayo de 2022", "2022-05-03"),
        ("1.º de enero de 2020", "2020-01-01"),
        ("5 de setiembre del 2019", "2019-09-05"),
        ("desde mayo de 2022 hasta la fecha", "2022-05/.."),
        ("de mayo a junio de 2022", "2022-05/2022-06"),
        ("hasta el 3 de marzo de 2014", "../2014-03-03"),
        ("hacia 2014", "~2014"),
        ("entre 2015 y 2017", "2015/2017"),
    ],
)
def test_a_french_or_spanish_date_is_the_date_of_a_record(said: str, recorded: str) -> None:
    assert as_recorded(said) == recorded


@each(
    "said",
    ["2022-05", "3/4/2015", "mar. 3 mai 2022", "fin mai 2022", "printemps 2015",
     "mayo", "35 de mayo de 2022", "31 de febrero de 2022", "Mai 15", "", "x" * 5000],
)  # fmt: skip
def test_what_is_recorded_already_or_not_understood_is_left_as_it_is(said: str) -> None:
    assert as_recorded(said) == said


def test_the_two_ends_of_a_period_may_be_in_words() -> None:
    assert period("3 mai 2022", "à ce jour") == "2022-05-03/.."
    assert period("mayo de 2022", "junio de 2023") == "2022-05/2023-06"

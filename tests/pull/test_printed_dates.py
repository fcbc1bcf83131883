"""A date is taken when it stands as print says dates, in each language of documents."""

from __future__ import annotations

from tests.each import each

from probata.messages import load_wording
from probata.model.dates import parse_when
from probata.pull.dates import points_in, printed_date


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
    wording = load_wording(language)
    assert printed_date(wording.when(parse_when(recorded)), wording) == recorded


@each(
    "said",
    ["", "soon", "31 June 2022", "14.2.2023 (night)", "9 to 4 March 2023", "3 March", "1 2 3 4 5",
     "4 March " + "2" * 5000, "May, June and July 2022"],
)  # fmt: skip
def test_what_print_never_says_is_no_date(said: str) -> None:
    assert printed_date(said, load_wording("en-GB")) == ""


def test_few_points_are_tried_whatever_is_said() -> None:
    wording = load_wording("en-GB")
    months = list(wording.locale.months["format"]["wide"].values())
    longest = max((f"4 to 9 {one} 1999, 2004 {other}" for one in months for other in months), key=_tried)
    assert _tried(longest) <= 14  # two years, each with two months, each with two days
    assert printed_date(f"1999 2000 12 13 {' '.join(months)}", wording) == ""


def _tried(said: str) -> int:
    return len(list(points_in(said, load_wording("en-GB"))))

"""The numbers of both cases go through figures, and each disagreement of the real one is found with both numbers."""

from __future__ import annotations

from tests.each import each
from tests.filings.cases import EXAMPLE, REAL
from tests.filings.made import session


@each("case", [EXAMPLE, REAL])
def test_every_figure_has_a_result(case: str) -> None:
    graph = session(case).graph
    assert graph is not None

    assert len(graph.figures) > 10
    assert [figure.id for figure in graph.figures if figure.id not in session(case).figures] == []


@each(
    ("name", "numbers"),
    [
        ("declared-total-differs", ("7.119", "7,118")),
        ("declared-total-differs", ("11,846", "12,549")),
        ("percentage-on-wrong-base", ("91.42%", "91.02%")),
        ("apportionment-against-dates", ("512", "1023", "426.25")),
        ("apportionment-against-dates", ("328", "655", "272.92")),
        ("column-is-constant-share", ("64%", "9 rows")),
        ("adjusted-by-scaling", ("times 12", "(9, 10, 11, 8, 6, 7)")),
        ("stated-value-differs", ("12,193", "11,846")),
        ("one-pool-for-several-roles", ("`fugitive-recovery-2015`", "`ccdi-19`")),
        ("wider-than-rows", ("Nationwide", "21 of its 22 rows")),
        ("figure-counts-twice", ("`Hunan 2018-2021`", "`Nationwide 2021`", "partly")),
        ("mixed-number-styles", ("1.023", "5,006", "1125")),
    ],
)
def test_a_disagreement_of_the_review_is_found_with_both_numbers(name: str, numbers: tuple[str, ...]) -> None:
    messages = [one.message for one in session(REAL).report if one.name == name]

    assert [message for message in messages if all(number in message for number in numbers)] != []

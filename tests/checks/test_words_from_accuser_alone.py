"""Words of the person accused that nobody but the accuser can show."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each

from probata.checks.engine.run import run_checks
from probata.checks.records.quotations import words_from_accuser_alone

CASE = """
case: {title: Example}
people: [{id: wolk, name: Mara Wolk}, {id: other, name: Ada Berg}]
roles: [{id: governor, person: wolk, title: Governor, dates: 2016/2018}]
sources: [{id: review, title: A review, publisher: PUBLISHER, held: held, rank: RANK}]
quotations: [{id: q, speaker: {person: SPEAKER}, text: Go on., quoted_in: review MORE}]
allegations: [{id: a, title: T, statement: S., made_by: MAKER, roles: [{role: governor}]}]
"""
PARTS = {"PUBLISHER": "Prison Watch", "RANK": "secondary", "SPEAKER": "wolk", "MORE": "", "MAKER": "Prison Watch"}


@each(
    ("parts", "count"),
    [
        ({}, 1),
        ({"MAKER": '"Prison Watch, in the review"'}, 1),
        ({"MAKER": "The Bar"}, 0),
        ({"RANK": "primary"}, 0),
        ({"SPEAKER": "other"}, 0),
        ({"MORE": ", date: 2017-03-02"}, 0),
        ({"MORE": ", occasion: a speech to wardens"}, 0),
        ({"MORE": ", topic: orders"}, 1),
    ],
)
def test_words_of_the_accused_can_be_looked_up_elsewhere_than_with_the_accuser(
    parts: dict[str, str], count: int, tmp_path: Path
) -> None:
    text = CASE
    for name, part in {**PARTS, **parts}.items():
        text = text.replace(name, part)
    case, _ = load_example(tmp_path, text)
    (result,) = run_checks(case, [words_from_accuser_alone])

    assert [one.record for one in result.findings] == ["quotations/q"] * count

"""The day on which a text says that somebody died, against the recorded death."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import check_named, load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks.engine.run import run_checks

CASE = """
case: {title: Example, language: LANGUAGE, summary: "TEXT"}
people:
  - {id: sol, name: Ana Sol, death: {value: 2022-05-14}}
  - {id: wolk, name: Mara Wolk}
events:
  - {id: e, kind: act, title: Death of Mara Wolk, dates: 2022-06-01, persons: [wolk]}
"""


def found(folder: Path, text: str, language: str = "en-GB", case: str = CASE) -> list[str]:
    loaded, faults = load_example(folder, case.replace("TEXT", text).replace("LANGUAGE", language))
    assert faults == []
    return [in_ids(one.message) for one in run_checks(loaded, [check_named("event-date-mismatch")])[0].findings]


@each(
    "text",
    [
        "Ana Sol died on 14 May 2022, and her sister on 15 May 2022.",
        "Ana Sol died in May 2022.",
        "The brother of Ana Sol died on 15 May 2020.",
        "Ana Sol’s brother died on 15 May 2020.",
        "The Guard says that Ana Sol died on 15 May 2022.",
        "Ana Sol was seen on 12 May 2022, and died.",
        "Ana Sol died before the court met on 15 June 2022.",
        "The court spoke of Ana Sol, who died young, on 15 June 2022.",
    ],
)
def test_the_same_day_and_the_day_of_something_else_are_not(tmp_path: Path, text: str) -> None:
    assert found(tmp_path, text) == []

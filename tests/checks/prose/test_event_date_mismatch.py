"""Dates and numbers of events and authorities in our texts against their records."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import check_named, load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks.engine.run import run_checks

CASE = """
case:
  title: Example
  summary: "SUMMARY"
sources:
  - {id: daily, type: article-newspaper, title: Daily, issued: 2022-06, held: held}
authorities:
  - id: order-5
    kind: statute
    name: Order 5 on Custody
    number: Order 5
    citation: Order 5
    date: 2021-11-18
    final_on: 2021-12-01
  - {id: pol, kind: judgment, name: Pol v State, citation: Pol v State, court: Court of Review of Sol, date: 2023-03-07}
events:
  - {id: water, kind: operation, title: Operation Quiet Water, dates: 2022-05-03/2022-06-20}
  - {id: blow, kind: act, title: Beating of Ardel Solvan, dates: 2022-05-13}
  - {id: raids, kind: operation, title: raids, dates: 2022}
  - {id: rough, kind: operation, title: Operation Dusk, dates: ~2015}
  - {id: guess, kind: operation, title: Operation Dawn, dates: 2015-03, date_type: estimated}
  - id: strike
    kind: incident
    title: Strike at the docks
    dates: 2022-04-11/2022-05-12
    count: {value: ~400, unit: strikers, citations: ["daily, p. 3"]}
"""


def found(folder: Path, summary: str) -> list[tuple[str, str]]:
    case, faults = load_example(folder, CASE.replace("SUMMARY", summary))
    assert faults == []
    return [
        (one.severity.value, in_ids(one.message))
        for one in run_checks(case, [check_named("event-date-mismatch")])[0].findings
    ]


@each(
    "text",
    [
        "On 3 May 2022 the Guard began Operation Quiet Water.",
        "In May 2022 the Guard launched Operation Quiet Water.",
        "Operation Quiet Water was launched by the Guard on 3 May 2022, and in 2024 it was denied.",
        "Between 3 May and 20 June 2022 the Guard carried out Operation Quiet Water.",
        "Operation Quiet Water took place in 2022.",
        "Operation Quiet Water (May 2022) was denied on 5 June 2023.",
        "On 5 June 2023 the Guard denied that it had launched Operation Quiet Water.",
        "On 5 June 2023 the Guard said it began Operation Quiet Water.",
        "A report on Operation Quiet Water of 2023 was kept back.",
        "A report on the Operation Quiet Water of 2023 was kept back.",
        "In 2024 a film told of Operation Quiet Water in Spain.",
        "Operation Quiet Water was launched by the unit that came in 2019.",
        "According to the press, Operation Quiet Water was launched on 3 May 2019.",
        "“Operation Quiet Water was launched on 3 May 2019.”",
        "Operation Dusk began in 2016.",
        "Operation Dawn began in May 2015.",
        "Order 5 was adopted by the Council on 18 November 2021 and entered into force on 1 December 2021.",
        "Order 5 rests on the Law on Order, which entered into force on 1 January 2016.",
        "On 9 June 2022 the Council applied Order 5.",
        "Order 5 of 2015 is another.",
        "In 2024 the Court found the Guard conducted Operation Quiet Water.",
        "In 2024 the Guard admitted it carried out Operation Quiet Water.",
        "Beating of Ardel Solvan in 2024 still not punished.",
        "Many raids started in 2012.",
        "The strike at the docks of 1981 in another country is not compared here.",
        "A strike at the docks took place in 1981 in the south too.",
        "Strike at the docks, begun in 1981, was another.",
        "The Court of Review held on 7 March 2023 that it was so [@pol, para 4].",
        "The Court of Review had held on 7 March 2020 that it was so [@pol, para 4].",
        "The Court of Review held on 7 March 2020 that it was so [@pol, para 4; @daily, p. 2].",
        "Beating of Ardel Solvan on 31 February 2021.",
        "In early May 2022 the Guard began Operation Quiet Water.",
        "Order 5, adopted by the Council in late 2021, was long.",
        "In late 2020 the Council discussed what became Order 5.",
        "By the spring of 2024 nobody spoke of Operation Quiet Water.",
        "In its judgment of March 2023 the Court of Review held that it was so [@pol, para 4].",
        "In its report of March 2024 the Guard said that Operation Quiet Water was over.",
    ],
)
def test_what_agrees_or_tells_of_another_thing_is_left_alone(tmp_path: Path, text: str) -> None:
    assert found(tmp_path, text.replace('"', "'")) == []


def test_the_day_of_an_order_and_that_of_its_coming_into_force_are_compared_each_with_its_own(tmp_path: Path) -> None:
    title = "authority `order-5`"
    text = "Order 5 was adopted by the Council on 18 November 2020 and entered into force on 18 November 2021."

    assert found(tmp_path, text) == [
        ("warning", f"the text gives `18 November 2020`, and {title} is dated `2021-11-18`"),
        ("warning", f"the text gives `18 November 2021`, and {title} is dated `2021-12-01` for its coming into force"),
    ]

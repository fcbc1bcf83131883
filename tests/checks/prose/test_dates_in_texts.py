"""Days that texts tell: of events, of deaths, and such as no calendar has."""

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


CASE_DEATH = """
case: {title: Example, language: LANGUAGE, summary: "TEXT"}
people:
  - {id: sol, name: Ana Sol, death: {value: 2022-05-14}}
  - {id: wolk, name: Mara Wolk}
events:
  - {id: e, kind: act, title: Death of Mara Wolk, dates: 2022-06-01, persons: [wolk]}
"""


def found_death(folder: Path, text: str, language: str = "en-GB", case: str = CASE_DEATH) -> list[str]:
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
    assert found_death(tmp_path, text) == []


def found_impossible(folder: Path, text: str, language: str) -> list[str]:
    case, faults = load_example(folder, f"case: {{title: Example, language: {language}, summary: '{text}'}}")
    assert faults == []
    return [in_ids(one.message) for one in run_checks(case, [check_named("impossible-date")])[0].findings]


@each(
    ("language", "text", "told"),
    [
        ("en-GB", "On 31 June 2024 he left.", "`31 June 2024` is no date: June has 30 days"),
        ("en-GB", "From 28 to 31 September he was held.", "`31 September` is no date: September has 30 days"),
        ("en-US", "On February 30, 2024 he left.", "`February 30, 2024` is no date: February 2024 has 29 days"),
        ("en-GB", "On 29 February 1900 he left.", "`29 February 1900` is no date: February 1900 has 28 days"),
        ("en-GB", "On 35 May 2024 he left.", "`35 May 2024` is no date: May has 31 days"),
        ("fr", "Le 31 juin 2024 il partit.", "`31 juin 2024` is no date: juin has 30 days"),
        ("fr", "Le 30 février il partit.", "`30 février` is no date: février has 29 days"),
        ("es", "El 31 de noviembre de 2024 se fue.", "`31 de noviembre de 2024` is no date: noviembre has 30 days"),
    ],
)
def test_a_day_that_its_month_has_not_is_found(tmp_path: Path, language: str, text: str, told: str) -> None:
    assert found_impossible(tmp_path, text, language) == [told]


@each(
    ("language", "text"),
    [
        ("en-GB", "On 30 June 2024, 29 February 2024 and 29 February he was seen."),
        ("en-GB", "In June 31 persons came, and of 40 may be said the same."),
        ("en-GB", "He wrote: “On 31 June 2024 I left.”"),
        ("en-GB", "It is filed under No 131 June and in 12/31 June."),
        ("fr", "Le 31 mai, le 1er juin et les 32 mai-juin."),
        ("es", "El 30 de junio de 2024 se fueron 31 de ellos."),
    ],
)
def test_other_days_and_numbers_are_left_alone(tmp_path: Path, language: str, text: str) -> None:
    assert found_impossible(tmp_path, text, language) == []


@each(
    ("language", "text", "told"),
    [
        ("en-GB", "On Monday 14 June 2022 he was taken.", ["`Monday 14 June 2022` was a Tuesday"]),
        ("en-GB", "On Monday, the 14th of June 2022 he was taken.", ["`Monday, the 14th of June 2022` was a Tuesday"]),
        ("en-US", "On Monday, June 14, 2022, he was taken.", ["`Monday, June 14, 2022` was a Tuesday"]),
        ("fr", "Le lundi 14 juin 2022 il fut pris.", ["`lundi 14 juin 2022` was a mardi"]),
        ("es", "El lunes 14 de junio de 2022 fue detenido.", ["`lunes 14 de junio de 2022` was a martes"]),
        ("en-GB", "On Tuesday 14 June 2022, and on Monday 14 June, he was seen.", []),
        ("en-GB", "He came on a Monday. The order is of 14 June 2022.", []),
        ("en-GB", "It began on Monday, and on 14 June 2022 it ended.", []),
        ("en-GB", "He wrote: “I left on Monday 14 June 2022.”", []),
        ("fr", "Le mardi 14 juin 2022 il fut pris.", []),
    ],
)
def test_a_day_that_fell_on_another_day_of_the_week_is_found(
    tmp_path: Path, language: str, text: str, told: list[str]
) -> None:
    assert found_impossible(tmp_path, text, language) == told

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
        for one in run_checks(case, [check_named("event-told-differently")])[0].findings
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


@each(
    ("text", "words", "of"),
    [
        ("On 3 May 2021 the Guard began Operation Quiet Water.", "3 May 2021", "event"),
        ("Operation Quiet Water was launched by the Guard on 4 May 2022.", "4 May 2022", "event"),
        ("The Guard launched Operation Quiet Water in June 2022.", "June 2022", "event"),
        ("In early May 2021 the Guard began Operation Quiet Water.", "May 2021", "event"),
        ("Operation Quiet Water began at the end of 2021.", "2021", "event"),
        ("Operation Quiet Water, launched in 2021, went on.", "2021", "event"),
        ("The start of Operation Quiet Water on May 9, 2022 was seen.", "May 9, 2022", "event"),
        ("Between 3 May and 20 July 2022 the Guard carried out Operation Quiet Water.", "3 May and 20 July 2022", ""),
        ("Operation Quiet Water took place from 1 to 20 June 2023.", "1 to 20 June 2023", ""),
        ("They recall Operation Quiet Water of 2021.", "2021", ""),
        ("Operation Quiet Water (2021) was large.", "2021", ""),
        ("Beating of Ardel Solvan on 14 May 2022.", "14 May 2022", "blow"),
        ("The Strike at the Docks took place in 1981.", "1981", "strike"),
    ],
)
def test_a_date_that_the_words_bind_to_an_event_and_that_cannot_be_its_own_is_found(
    tmp_path: Path, text: str, words: str, of: str
) -> None:
    title, recorded = {
        "event": ("`water`", "2022-05-03/2022-06-20"),
        "": ("`water`", "2022-05-03/2022-06-20"),
        "strike": ("`strike`", "2022-04-11/2022-05-12"),
        "blow": ("`blow`", "2022-05-13"),
    }[of]

    assert found(tmp_path, text) == [("warning", f"the text gives `{words}`, and event {title} is dated `{recorded}`")]


def test_the_day_of_an_order_and_that_of_its_coming_into_force_are_compared_each_with_its_own(tmp_path: Path) -> None:
    title = "authority `order-5`"
    text = "Order 5 was adopted by the Council on 18 November 2020 and entered into force on 18 November 2021."

    assert found(tmp_path, text) == [
        ("warning", f"the text gives `18 November 2020`, and {title} is dated `2021-11-18`"),
        ("warning", f"the text gives `18 November 2021`, and {title} is dated `2021-12-01` for its coming into force"),
    ]


TRANSLATED = """
case: {title: Example, language: LANG, summary: "SAID"}
authorities:
  - id: order-5
    kind: statute
    name: Order 5 on Custody
    number: Order 5
    citation: Order 5
    date: 2021-11-18
    final_on: 2021-12-01
    translations: {fr: {short: Ordre 5}, es: {short: Orden 5}}
  - {id: pol, kind: judgment, name: Pol v State, citation: Pol v State, court: Cour de Sol, date: 2023-03-07}
events:
  - id: water
    kind: operation
    title: Operation Quiet Water
    dates: 2022-05-03/2022-06-20
    translations: {fr: {title: Opération Eau calme}, es: {title: Operación Agua Quieta}}
"""


@each(
    ("language", "said", "words"),
    [
        ("fr", "Le 3 mai 2021, la Garde a lancé l’opération Eau calme.", "3 mai 2021"),
        ("fr", "Début mai 2021, la Garde a commencé l’opération Eau calme.", "mai 2021"),
        ("fr", "L’opération Eau calme a été lancée par la Garde en juin 2022.", "juin 2022"),
        ("fr", "Du 3 mai au 1er juillet 2022 la Garde a mené l’opération Eau calme.", "3 mai au 1er juillet 2022"),
        ("fr", "Le 18 novembre 2020, le Conseil a adopté l’ordre 5.", "18 novembre 2020"),
        ("fr", "L’ordre 5 est entré en vigueur le 1er janvier 2022.", "1er janvier 2022"),
        ("fr", "L’opération Eau calme a commencé le 3 mai 2022.", ""),
        ("fr", "L’ordre 5, adopté par le Conseil le 18 novembre 2021, est long.", ""),
        ("fr", "En 2023, la Garde a dit qu’elle avait lancé l’opération Eau calme.", ""),
        ("fr", "Le 5 juin 2023, la Garde a nié avoir mené l’opération Eau calme.", ""),
        ("fr", "En 2024, un film a parlé de l’opération Eau calme.", ""),
        ("fr", "Selon la presse, la Garde a lancé l’opération Eau calme en 2019.", ""),
        ("es", "El 3 de mayo de 2021 la Guardia inició la operación Agua Quieta.", "3 de mayo de 2021"),
        ("es", "El 18 de noviembre de 2020 el Consejo aprobó la Orden 5.", "18 de noviembre de 2020"),
        ("es", "La operación Agua Quieta comenzó en junio de 2022.", "junio de 2022"),
        ("es", "A principios de 2021 la Guardia inició la operación Agua Quieta.", "2021"),
        ("es", "Entre el 3 de mayo y el 20 de junio de 2022 la Guardia llevó a cabo la operación Agua Quieta.", ""),
        ("es", "La Orden 5, aprobada el 18 de noviembre de 2021, entró en vigor el 1 de diciembre de 2021.", ""),
        ("es", "En 2023 la Guardia dijo que había iniciado la operación Agua Quieta.", ""),
        ("es", "En 2024 una película habló de la operación Agua Quieta.", ""),
    ],
)
def test_dates_are_read_in_french_and_spanish(language: str, said: str, words: str, tmp_path: Path) -> None:
    case, _ = load_example(tmp_path, TRANSLATED.replace("LANG", language).replace("SAID", said))
    messages = [in_ids(one.message) for one in run_checks(case, [check_named("event-told-differently")])[0].findings]

    assert len(messages) == bool(words)
    assert not words or messages[0].startswith(f"the text gives `{words}`, and")


BODIES = """
bodies:
  - {id: office, name: Recovery Office, short_name: Office, founded: 2021-03-01, dissolved: 2023-12-31}
  - {id: old, name: Harbour Guard}
"""


@each(
    ("text", "told"),
    [
        (
            "The Office was founded in 2019.",
            ["the text gives `2019`, and body `office` is dated `2021-03-01` for its founding"],
        ),
        (
            "In May 2021 the Council set up the Recovery Office.",
            ["the text gives `May 2021`, and body `office` is dated `2021-03-01` for its founding"],
        ),
        (
            "The Recovery Office was dissolved in January 2024.",
            ["the text gives `January 2024`, and body `office` is dated `2023-12-31` for its end"],
        ),
        ("The Recovery Office was founded in March 2021 and dissolved in 2023.", []),
        ("The Recovery Office, founded in 2021, was dissolved.", []),
        ("The Recovery Office was searched in 2019, and a file was created in 2020.", []),
        ("A witness says that the Recovery Office was founded in 2019.", []),
        ("The Harbour Guard was founded in 2019.", []),
    ],
)
def test_the_founding_and_the_end_of_a_body_are_those_of_its_record(text: str, told: list[str], tmp_path: Path) -> None:
    case, faults = load_example(tmp_path, CASE.replace("SUMMARY", text) + BODIES)
    assert faults == []

    assert [
        in_ids(one.message) for one in run_checks(case, [check_named("event-told-differently")])[0].findings
    ] == told


@each(
    ("language", "text"),
    [("fr", "Le Recovery Office a été fondé en 2019."), ("es", "La Recovery Office fue creada en 2019.")],
)
def test_the_founding_of_a_body_is_read_in_french_and_spanish(language: str, text: str, tmp_path: Path) -> None:
    records = CASE.replace("title: Example", f"title: Example\n  language: {language}").replace("SUMMARY", text)
    case, _ = load_example(tmp_path, records + BODIES)

    (one,) = run_checks(case, [check_named("event-told-differently")])[0].findings
    assert "`2019`" in in_ids(one.message)

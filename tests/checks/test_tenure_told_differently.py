"""The time of a post in our texts against the record of the role."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import check_named, load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks.engine.run import run_checks

CASE = """
case:
  title: Example
people:
  - {id: solvan, name: {family: Solvan, given: Ardel}, description: "DESCRIPTION"}
  - {id: merrik, name: {family: Merrik, given: Tove}}
roles:
  - id: deputy
    person: solvan
    title: Deputy
    dates: 2013-05/2015-02-28
  - id: head
    person: solvan
    title: Head of North Prison
    dates: {stated: 2015-03-01/2017-08-31, other_accounts: [{dates: 2015-04/2017-09}]}
  - {id: other, person: merrik, title: Judge, dates: 2015-03-01/2016-01-31}
allegations:
  - {id: a, title: T, statement: "STATEMENT"}
"""


def found(folder: Path, description: str = "A guard.", statement: str = "It is alleged.") -> list[tuple[str, str]]:
    case, faults = load_example(folder, CASE.replace("DESCRIPTION", description).replace("STATEMENT", statement))
    assert faults == []
    return [
        (one.record, in_ids(one.message))
        for one in run_checks(case, [check_named("tenure-told-differently")])[0].findings
    ]


@each(
    "text",
    [
        "From 1 March 2015 to 31 August 2017 he headed the prison.",
        "He headed the prison from March 2015 to August 2017.",
        "He headed the prison from April 2015 until September 2017.",
        "He held posts there from 3 May 2013 to 31 August 2017.",
        "He headed the prison from 1 January 2001 to 2 February 2002.",
        "He headed the prison from 2015 to 2016.",
        "He counts the persons beaten there from 1 March 2015 to 1 May 2016.",
        "He headed the prison, in which 90 died from 1 March 2015 to 1 May 2016.",
        "He headed the prison from 31 February 2015 to 45 August 2017.",
    ],
)
def test_what_agrees_or_tells_of_another_thing_is_left_alone(tmp_path: Path, text: str) -> None:
    assert found(tmp_path, text) == []


@each(
    ("text", "told"),
    [
        ("From 1 April 2015 to 31 August 2017 he headed the prison.", "From 1 April 2015 to 31 August 2017"),
        ("He headed the prison from 1 March 2015 to 31 July 2017.", "from 1 March 2015 to 31 July 2017"),
        ("As head of the prison from 9 April 2015 to 31 August 2017.", "from 9 April 2015 to 31 August 2017"),
    ],
)
def test_one_end_of_a_post_that_is_told_otherwise_is_found(tmp_path: Path, text: str, told: str) -> None:
    said = f"the text says `{told}`, and role `head` is dated `2015-03-01/2017-08-31`"

    assert found(tmp_path, text) == [("people/solvan", said)]


def test_the_person_is_the_one_named_last_before_it(tmp_path: Path) -> None:
    statement = "Ardel Solvan is accused. Tove Merrik held the post of judge from 1 March 2015 to 31 December 2016."

    assert found(tmp_path, statement=statement) == [
        ("allegations/a", "the text says `from 1 March 2015 to 31 December 2016`, and role `other` is dated "
                          "`2015-03-01/2016-01-31`"),
    ]  # fmt: skip


def test_where_nobody_is_named_nothing_is_compared(tmp_path: Path) -> None:
    assert found(tmp_path, statement="The head held the post from 1 March 2015 to 31 December 2016.") == []


NAMED = """
case: {title: Example, summary: "SUMMARY"}
people: [{id: solvan, name: {family: Solvan, given: Ardel}}]
bodies: [{id: guard, name: 4th Guard Battalion, translations: {fr: {name: 4e bataillon}, es: {name: 4.º Batallón}}}]
positions:
  - id: commander
    title: Commander of the 4th Guard Battalion of the Guard of Sol
    body: guard
    translations: {fr: {title: commandant du 4e bataillon}}
roles: [{id: r, person: solvan, seats: [commander], title: Commander, dates: 2021-02-01/2023-09-30}]
"""
BOTH = "from 1 February 2019 to 30 September 2024"


def found_of_a_named_post(folder: Path, summary: str, language: str = "en") -> list[str]:
    text = NAMED.replace("title: Example, summary", f"title: Example, language: {language}, summary")
    case, faults = load_example(folder, text.replace("SUMMARY", summary))
    assert faults == []
    found = run_checks(case, [check_named("tenure-told-differently")])[0].findings
    return [in_ids(one.message).split("`")[1] for one in found]


@each(
    ("text", "told"),
    [
        (f"Ardel Solvan commanded the 4th Guard Battalion {BOTH}.", BOTH),
        ("Ardel Solvan commanded the 4th Guard Battalion from 2019 to 2024.", "from 2019 to 2024"),
        ("Ardel Solvan commanded the 4th Guard Battalion from 2021 to 2024.", "from 2021 to 2024"),
        ("Ardel Solvan commanded the 4th Guard Battalion between 2019 and 2024.", "between 2019 and 2024"),
        ("Ardel Solvan served as Commander of the 4th Guard Battalion from 2019 to 2024.", "from 2019 to 2024"),
        ("Ardel Solvan commanded the 4th Guard Battalion from 2021 to 2023.", ""),
        ("Ardel Solvan commanded the 4th Guard Battalion from February 2021 to 2023.", ""),
        ("Ardel Solvan commanded the 4th Guard Battalion from 3 May 2022 to 5 May 2022.", ""),
        ("Ardel Solvan was Deputy Commander of the 4th Guard Battalion from 2019 to 2020.", ""),
        ("Ardel Solvan was beaten by the Commander of the 4th Guard Battalion from 2019 to 2024.", ""),
        ("Ardel Solvan never commanded the 4th Guard Battalion from 2019 to 2024.", ""),
        ("Ardel Solvan commanded another battalion from 2019 to 2024.", ""),
        ("The press says that Ardel Solvan commanded the 4th Guard Battalion from 2019 to 2024.", ""),
        ("The 4th Guard Battalion held 90 men from 2019 to 2024.", ""),
    ],
)
def test_both_ends_of_a_named_post_that_are_told_otherwise_are_found(tmp_path: Path, text: str, told: str) -> None:
    assert found_of_a_named_post(tmp_path, text) == ([told] if told else [])


@each(
    ("language", "text", "told"),
    [
        ("fr", "Ardel Solvan a commandé le 4e bataillon de 2019 à 2024.", "de 2019 à 2024"),
        ("fr", "Ardel Solvan a été commandant du 4e bataillon de 2019 à 2024.", "de 2019 à 2024"),
        ("fr", "Ardel Solvan a commandé le 4e bataillon de 2021 à 2023.", ""),
        ("es", "Ardel Solvan mandó el 4.º Batallón de 2019 a 2024.", "de 2019 a 2024"),
        ("es", "Ardel Solvan mandó el 4.º Batallón de 2021 a 2023.", ""),
    ],
)
def test_years_of_a_named_post_are_read_in_french_and_spanish(
    tmp_path: Path, language: str, text: str, told: str
) -> None:
    assert found_of_a_named_post(tmp_path, text, language) == ([told] if told else [])


BODIED = """
case: {title: Example, language: LANG, summary: "TEXT"}
people: [{id: solvan, name: {family: Solvan, given: Ardel}}]
bodies:
  - id: prison
    name: North Prison
    translations: {fr: {name: Prison du Nord}, es: {name: Prisión del Norte}}
positions: [{id: head-of-prison, title: Head of North Prison, body: prison}]
roles:
  - id: head
    person: solvan
    title: Head of North Prison
    seats: [{position: head-of-prison}]
    dates: 2015-03-01/2017-08-31
    translations: {fr: {title: chef de la prison du Nord}, es: {title: jefe de la Prisión del Norte}}
  - id: again
    person: solvan
    title: Head of North Prison
    seats: [{position: head-of-prison}]
    dates: 2018/2019
    translations: {fr: {title: chef de la prison du Nord}, es: {title: jefe de la Prisión del Norte}}
"""


@each(
    ("language", "text", "words"),
    [
        ("en", "Ardel Solvan headed North Prison from 2012 to 2020.", "from 2012 to 2020"),
        ("en", "Ardel Solvan was Head of North Prison from 2012 to 2017.", "from 2012 to 2017"),
        ("en", "Ardel Solvan headed North Prison from 2015 to 2017.", ""),
        ("en", "Ardel Solvan headed North Prison from 2015 to 2019.", ""),
        ("en", "Ardel Solvan headed South Prison from 2002 to 2005.", ""),
        ("en", "Ardel Solvan was deputy Head of North Prison from 2012 to 2014.", ""),
        ("en", "Ardel Solvan headed North Prison, which stood from 2001 to 2022.", ""),
        ("en", "Ardel Solvan served in the south from 2002 to 2005.", ""),
        ("fr", "Ardel Solvan a dirigé la prison du Nord de 2012 à 2020.", "de 2012 à 2020"),
        ("fr", "Ardel Solvan a été le chef de la prison du Nord de 2015 à 2017.", ""),
        ("fr", "Ardel Solvan a dirigé une autre prison de 2002 à 2005.", ""),
        ("es", "Ardel Solvan dirigió la Prisión del Norte de 2012 a 2020.", "de 2012 a 2020"),
        ("es", "Ardel Solvan fue jefe de la Prisión del Norte de 2015 a 2019.", ""),
    ],
)
def test_years_alone_are_compared_where_the_post_or_its_body_is_named(
    language: str, text: str, words: str, tmp_path: Path
) -> None:
    case, _ = load_example(tmp_path, BODIED.replace("LANG", language).replace("TEXT", text))
    messages = [in_ids(one.message) for one in run_checks(case, [check_named("tenure-told-differently")])[0].findings]

    assert len(messages) == bool(words)
    assert not words or messages[0].startswith(f"the text says `{words}`, and role ")

"""Persons, posts and acts that texts name are those of the records."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import check_named, load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks import Check
from probata.checks.engine.run import run_checks
from probata.diagnostics import Severity

CASE = """
case: {title: Example, summary: "TEXT"}
people:
  - {id: orskelin, name: {family: Orskelin, given: Daveth}, gender: male}
  - {id: tovalka, name: {family: Tovalka, given: Ismeren}, gender: female, TITLE}
  - {id: tolgarth, name: {family: Tolgarth, given: Merrin}, gender: female}
  - {id: witness, name: Witness A}
positions:
  - {id: post, title: Commissioner for Prisons of Kelvandra, rank: Colonel}
roles:
  - {id: deputy, person: orskelin, title: Deputy Commander, rank: Lieutenant Colonel, dates: 2017/2020}
  - {id: head, person: orskelin, title: Commander of the Guard, seats: [post], dates: 2021/2023}
sources: [{id: report, held: held}]
quotations:
  - {id: q1, speaker: {person: tovalka}, text: "The rules are the rules, and they stay.", quoted_in: report}
  - {id: q2, speaker: {described: a guard}, text: He told us to go on until they write., quoted_in: report}
  - {id: q3, speaker: {person: orskelin}, text: I gave the order myself., quoted_in: report}
events: [{id: visit, kind: incident, title: Visit, dates: 2018-03-04, description: "EVENT"}]
narrative: [{id: fr, title: T, language: fr, text: "FRENCH"}]
"""
EMPTY = {"TEXT": "Nothing.", "TITLE": "part_played: [speaker]", "EVENT": "Nothing.", "FRENCH": "Rien."}


def filled(text: str, **parts: str) -> str:
    for name, part in {**EMPTY, **parts}.items():
        text = text.replace(name, part)
    return text


def found(check: Check, folder: Path, **parts: str) -> list[tuple[Severity, str]]:
    case, faults = load_example(folder, filled(CASE, **parts))
    assert [in_ids(fault.message) for fault in faults] == []
    return [(one.severity, in_ids(one.message)) for one in run_checks(case, [check])[0].findings]


@each(
    ("parts", "weights"),
    [
        ({"TEXT": "Daveth Vardane signed."}, [Severity.WARNING]),
        ({"TEXT": "Mr Daveth\\nVardane’s order was read."}, [Severity.WARNING]),
        ({"TEXT": "Daveth Orskelin signed. Daveth, Vardane and others came."}, []),
        ({"TEXT": "They wrote “Daveth Vardane signed”."}, []),
        ({"TEXT": "Ms. Hesmark signed."}, [Severity.INFO]),
        ({"TEXT": "Ms Tovalka and Madam President signed."}, []),
        ({"FRENCH": "Mme Hesmark a signé, et Daveth Vardane aussi."}, [Severity.INFO, Severity.WARNING]),
        ({"FRENCH": "Monsieur le Président et Madame Tovalka ont signé."}, []),
        ({"TEXT": "General Amir Velden ordered it, and Major Velden’s men came."}, [Severity.INFO]),
        ({"FRENCH": "Le général Amir Velden l’a ordonné."}, [Severity.INFO]),
        ({"TEXT": "General Land Registry was shut. Major Crimes Squad came. General Assembly resolution 7."}, []),
        ({"TEXT": "The General Data Protection Regulation and Attorney General Amir Velden are named."}, []),
        ({"TEXT": "Amir Velden came in general. A major Danish Paper wrote so. The paper is Danish."}, []),
    ],
)
def test_a_person_whom_a_text_names_has_a_record(
    parts: dict[str, str], weights: list[Severity], tmp_path: Path
) -> None:
    assert [weight for weight, _ in found(check_named("person-not-recorded"), tmp_path, **parts)] == weights


@each(
    ("text", "count"),
    [
        ("Daveth Orskellin a regardé la scène.", 1),
        ("Daveth Orskelin a regardé la scène.", 0),
        ("« Daveth Orskellin » a regardé la scène.", 0),
        ("Le Commissaire aux Prisons de Kelvandra a regardé la scène.", 0),
    ],
)
def test_a_person_is_spelled_alike_in_other_languages(text: str, count: int, tmp_path: Path) -> None:
    made = found(check_named("name-spelled-two-ways"), tmp_path, FRENCH=text)

    assert [message.partition(" ")[0] for _, message in made] == ["`Daveth"] * count
    assert found(check_named("person-not-recorded"), tmp_path / "not", FRENCH=text) == []


ACTS = """
case: {title: Example, summary: "TEXT"}
sources: [{id: gazette, title: Gazette with Directive 19, held: held}]
authorities: [{id: d, kind: statute, name: Directive on Custody, number: Directive 17, source: gazette}]
"""


@each(
    ("text", "weights"),
    [
        ("She drafted Directive 71.", [Severity.INFO]),
        ("She drafted Directive 71 [@gazette, p. 2].", [Severity.WARNING]),
        ("She drafted Directive 18 [@d].", [Severity.WARNING]),
        ("She drafted Directive 18.", []),
        ("She drafted Directive 19 [@d].", []),
        ("Directive 71 followed Directive 17 [@d].", []),
        ("She drafted Directive 2014/71 and Directive 71/2014.", []),
    ],
)
def test_the_number_of_an_act_that_no_record_has_is_found(text: str, weights: list[Severity], tmp_path: Path) -> None:
    case, faults = load_example(tmp_path, ACTS.replace("TEXT", text))
    assert faults == []

    assert [one.severity for one in run_checks(case, [check_named("name-spelled-two-ways")])[0].findings] == weights


CASE_TENURE = """
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


def found_tenure(
    folder: Path, description: str = "A guard.", statement: str = "It is alleged."
) -> list[tuple[str, str]]:
    case, faults = load_example(folder, CASE_TENURE.replace("DESCRIPTION", description).replace("STATEMENT", statement))
    assert faults == []
    return [(one.record, in_ids(one.message)) for one in run_checks(case, [check_named("tenure-mismatch")])[0].findings]


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
    assert found_tenure(tmp_path, text) == []


def test_where_nobody_is_named_nothing_is_compared(tmp_path: Path) -> None:
    assert found_tenure(tmp_path, statement="The head held the post from 1 March 2015 to 31 December 2016.") == []

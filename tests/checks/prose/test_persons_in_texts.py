"""What texts say of a person is what the record says: rank at the time, gender, words, post."""

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

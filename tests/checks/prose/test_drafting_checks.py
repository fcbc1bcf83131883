"""The checks of wording: names, abbreviations, directions, quotation marks, quantities, verdicts, terms, headings."""

from __future__ import annotations

from pathlib import Path

import yaml
from tests.checks.example_case import load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks import list_checks
from probata.checks.engine.run import run_checks
from probata.checks.wording.writing import loose_mark
from probata.diagnostics import Diagnostic, Severity

CHECKS = {page.check.name: page.check for page in list_checks()}
GUARD = {
    "id": "guard",
    "name": "Interior Guard of Kelvandra",
    "short_name": "the Interior Guard",
    "abbreviation": "IGK",
}
ORSKELIN = {"id": "orskelin", "name": {"family": "Orskelin", "given": "Daveth"}}


def found(name: str, folder: Path, summary: str, files: dict[str, str] | None = None, **records: object) -> list[str]:
    return [in_ids(one.message) for one in diagnosed(name, folder, summary, files, **records)]


def diagnosed(
    name: str, folder: Path, summary: str, files: dict[str, str] | None = None, **records: object
) -> tuple[Diagnostic, ...]:
    head = {"title": "Example", "summary": summary, **(records.pop("case", {}) or {})}  # type: ignore[dict-item]
    text = yaml.safe_dump({"case": head, **records}, allow_unicode=True, sort_keys=False, width=1000)
    case, faults = load_example(folder, text, files)
    assert [in_ids(fault.message) for fault in faults] == []
    (result,) = run_checks(case, [CHECKS[name]])
    return result.findings


# Names


@each(
    "text",
    [
        "On 3 May Daveth Orskelin’s deputy came.",
        "On 3 May Daveth Orskelov came.",
        "On 3 May David Orskelin came.",
        "The minutes name “Daveth Orskelyn”.",
        "Here came Daveth. Orskelin left.",
    ],
)
def test_the_recorded_name_another_name_and_a_quotation_are_left_alone(tmp_path: Path, text: str) -> None:
    assert found("name-spelled-two-ways", tmp_path, text, people=[ORSKELIN]) == []


BOARD = {"id": "board", "name": "Prison Board"}


@each("other", ["Board of Prisons", "Halvet Board of Prisons", "Board of Prisons of Kelvandra"])
def test_a_turned_name_that_is_part_of_another_recorded_name_is_left_alone(tmp_path: Path, other: str) -> None:
    board = {**BOARD, "other_names": [other]}

    assert found("name-spelled-two-ways", tmp_path, "Then the Board of Prisons came.", bodies=[board]) == []


PUBLIC_ORDER = {
    "id": "council",
    "name": "Council for Public Order of Kelvandra",
    "short_name": "the Council",
    "other_names": ["Public Order Council"],
    "country": "Kelvandra",
}


@each("name", ["Council for Public Order", "Public Order Council", "Council"])
def test_a_body_may_be_called_without_its_country(tmp_path: Path, name: str) -> None:
    assert found("name-spelled-two-ways", tmp_path, f"Then the {name} came.", bodies=[PUBLIC_ORDER]) == []


# Abbreviations


@each(
    "text",
    [
        "The UN and two NGOs wrote.",
        "The Bureau of Order (BOO) came. The BOO left.",
        "The IGK came.",
        "See UN Doc A/HRC/WGEID/125/1 and Part VI.",
        "THE WHOLE TRUTH was told.",
    ],
)
def test_known_and_explained_abbreviations_are_left_alone(tmp_path: Path, text: str) -> None:
    assert found("body-named-two-ways", tmp_path, text, bodies=[GUARD]) == []


# Quotation marks


@each(
    "text",
    [
        'He said "no" and "yes".',
        "The guards’ register and the prisoners' cells.",
        "She said ‘the guards’ cells were full’.",
        "Er sagte „nein“ und ging.",
        "Il dit « non » et « oui ».",
        "Er sagte »nein«.",
        'A baton of 20" was found.',
        'Code `a"b` and [x]{lang="zh"}.',
        "It was “so.",
    ],
)
def test_marks_with_a_partner_and_apostrophes_are_left_alone(text: str) -> None:
    assert loose_mark(text) is None


# Verdicts


def judged(folder: Path, text: str, **head: object) -> tuple[Diagnostic, ...]:
    case = {"persons_concerned": ["orskelin"], **head}
    judgment = {"id": "judgment", "kind": "judgment", "name": "State v Orskelin", "citation": "*State v Orskelin*"}
    return diagnosed("verdict-word", folder, text, case=case, people=[ORSKELIN], authorities=[judgment])


@each(
    "text",
    [
        "Orskelin is an alleged murderer.",
        "Daveth Orskelin was convicted of torture [@judgment].",
        "The guards who beat them were murderers.",
        "Orskelin studied criminal law under the criminal code.",
        "Orskelin called them “murderers”.",
        "Orskelin has never been convicted.",
        "Orskelin was acquitted, so he is no murderer.",
        "The guards who tortured them were led by Orskelin.",
        "Orskelin allegedly tortured them.",
        "It is alleged that Orskelin tortured them.",
        "Orskelin commanded the unit in which they were tortured.",
        "It is alleged that Orskelin committed torture.",
        "The crimes alleged against Orskelin are in part B.",
        "The standard is proof beyond reasonable doubt, which Orskelin invokes.",
        "Guards were killed when Orskelin commanded.",
        "Orskelin denied that he killed Witness A.",
    ],
)
def test_a_hedge_a_judgment_and_another_person_are_left_alone(tmp_path: Path, text: str) -> None:
    assert judged(tmp_path, text) == ()


def test_the_verdict_of_another_is_a_note(tmp_path: Path) -> None:
    (one,) = judged(tmp_path, "The report calls Daveth Orskelin a torturer.")

    assert one.severity is Severity.INFO


# Terms


@each(
    "text",
    [
        "The State signed the convention and ratified it.",
        "The State is a signatory to the protocol and has not ratified it.",
        "The Red Notice rests on a national arrest warrant.",
        "The UK Global Human Rights Sanctions Regulations reach him.",
        "In the armed conflict of 1999 the guards committed a war crime.",
        "He was extradited at the request of a State.",
        "Interpol deleted the notice; the arrest warrant of the State stands.",
        "The witness alleges that he was beaten, and the officer was found guilty.",
        "The US Global Magnitsky Act reaches him.",
        "The letter speaks of an “Interpol arrest warrant”.",
        "The conduct is contrary to the Universal Declaration of Human Rights.",
        "It breaks the prohibition of refoulement and the principle of non-refoulement.",
        "She flaunted her uniform, and the State flouted the rights of the defence.",
        "He was sanctioned by the Council of the Union in 2021.",
        "The court of Ostamar passed a prison sentence of five years.",
        "The Convention entered into force in 1998, as the judgment says.",
        "The judgment became final on 30 January 2023.",
        "The court gave an overview of its judgments.",
        "The invasion was against the territorial integrity of the State.",
        "Crimes against humanity are international crimes.",
        "The Convention Relating to the Status of Refugees and the Convention on the Rights of the Child apply.",
        "The Working Group on Enforced or Involuntary Disappearances and the Human Rights Council met.",
        "The High Commissioner for Human Rights and the Special Rapporteur on torture wrote.",
        "He was placed in preventive custody, and later sentenced to two years.",
        "They were indicted by the prosecutor at the Council’s request.",
        "Nobody was indicted by the government.",
        "At least from 2016 to 2018 he was there.",
        "It carries a minimum sentence of 5 to 10 years.",
        "They were held there at least on 3-5 May.",
        "He was held for at least 3 to 4 months.",
        "At least pages 3 to 5 were torn out.",
        "At least 16 persons were moved to 3 prisons.",
        "The State ratified the Covenant and recalls the Universal Declaration.",
    ],
)
def test_terms_that_are_used_rightly_are_left_alone(tmp_path: Path, text: str) -> None:
    assert found("misused-term", tmp_path, text) == []


# Headings

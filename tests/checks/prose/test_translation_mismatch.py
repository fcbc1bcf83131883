"""A translation has the numbers and the citations of its original."""

from __future__ import annotations

import json
from pathlib import Path

from tests.checks.example_case import check_named, load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks.engine.finding import Outcome
from probata.checks.engine.run import CheckResult, run_checks
from probata.checks.prose.translated import stated_numbers
from probata.diagnostics import Severity

CASE = """
case: {title: Example, language: en-GB, summary: ORIGINAL, translations: {fr: {summary: TEXT}}}
sources: [{id: report, title: Report}, {id: decree, title: Decree}]
"""


def result_of(folder: Path, original: str, text: str, case: str = CASE) -> CheckResult:
    filled = case.replace("ORIGINAL", json.dumps(original)).replace("TEXT", json.dumps(text))
    loaded, faults = load_example(folder, filled)
    assert [in_ids(fault.message) for fault in faults] == []
    return run_checks(loaded, [check_named("translation-mismatch")])[0]


@each(
    ("original", "text"),
    [
        ("Two men on 1 May 2022.", "2 hommes, le 1er mai 2022."),
        ("The 4th Battalion, 4,000 men, 2.5 %.", "Le 4e bataillon, 4 000 hommes, 2,5 %."),
        ("At 10 p.m. they came.", "Ils sont venus à 22 h."),
        ("At 10:30 they came, for 48 hours.", "Ils sont venus à 10 h 30, pour quarante-huit heures."),
        ("Held [@report, p. 3; @decree, art 4].", "Détenus [@decree, art 4; @report, p. 3]."),
        ("He went in 2021. He came in 2021.", "Il y alla en 2021 et en revint."),
        ("The room B2 [@report].", "La salle B3 [@report]."),
        ("In the yard 12 guards beat three prisoners.", "Dans la cour, douze gardiens ont battu 3 détenus."),
        ("In the 20th century eleven men died.", "Au XXe siècle, 11 hommes sont morts."),
        ("The 3rd man, 21 guards.", "Le troisième, vingt et un gardiens, 2e cour, la deuxième."),
        ("40 men beat three.", "Quarante hommes en ont battu 3."),
        ("", "Rien."),
    ],
)
def test_what_languages_write_otherwise_is_no_finding(original: str, text: str, tmp_path: Path) -> None:
    case = CASE if original else CASE.replace("summary: ORIGINAL, translations", "translations")
    folder = tmp_path
    loaded, _ = load_example(folder, case.replace("ORIGINAL", json.dumps(original)).replace("TEXT", json.dumps(text)))

    assert run_checks(loaded, [check_named("translation-mismatch")])[0].findings == ()


@each(
    ("original", "text", "is_told"),
    [
        ("Men were held in 2022.", "Des hommes.", True),
        ("Men were held.", "450 hommes.", True),
        ("One hundred men.", "100 hommes.", False),
        ("Thirty-one men.", "31 hommes.", False),
        ("He left, 9 cars followed.", "Neuf voitures suivirent.", False),
        ("Some 1.5 million were held in the 1980s.", "Quelque 1 500 000 dans les années 80.", True),
        ("A million and 14 men.", "1 000 000 et 12 hommes de 1,5 million.", True),
        ("In 2022 about 2 thousand.", "En 2021, quelque 2000.", True),
        ("Men " + "9" * 5000, "Des hommes.", True),
    ],
)
def test_a_number_that_one_has_alone_is_a_note_where_it_is_seldom_a_word(
    original: str, text: str, is_told: bool, tmp_path: Path
) -> None:
    result = result_of(tmp_path, original, text)

    assert [one.severity for one in result.findings] == [Severity.INFO] * is_told
    assert result.outcome is (Outcome.FAILED if is_told else Outcome.PASSED)


def test_in_a_language_that_is_not_read_it_cannot_be_told(tmp_path: Path) -> None:
    result = result_of(tmp_path, "In 2022.", "Im Jahr 2012.", CASE.replace("fr:", "de:"))

    assert (result.outcome, result.findings) == (Outcome.CANNOT_TELL, ())


SECTIONS = """
case: {title: Example, language: en}
narrative:
  - {id: own, title: Summary, place: PLACE, FORUMS, text: "In 2022, 27 men.\\n\\nIn 2021, 19."}
  - {id: french, title: Résumé, place: summary, language: fr, text: TEXT}
"""


@each(
    ("place", "forums", "text", "count"),
    [
        ("summary", "forums: [un-sp]", "En 2022, 27 hommes.\n\nEn 2021, 19.", 0),
        ("summary", "forums: [un-sp]", "En 2022, 21 hommes.\n\nEn 2021, 19.", 1),
        ("summary", "kind: fact", "En 2022, 27 hommes. En 2021, 19.", 0),
        ("summary", "kind: fact", "En 2021, 27 hommes.\n\nEn 2022, 19.", 1),
        ("background", "kind: fact", "En 1922, 21 hommes.", 0),
    ],
)
def test_sections_of_one_place_are_compared_by_paragraph(
    place: str, forums: str, text: str, count: int, tmp_path: Path
) -> None:
    case = SECTIONS.replace("PLACE", place).replace("FORUMS", forums)
    found = result_of(tmp_path, "", text, case).findings

    assert [one.record for one in found] == ["narrative/french"] * count


def test_a_number_is_its_digits_however_its_thousands_are_written() -> None:
    told = stated_numbers("4,000 and 4.000 and 4 000 and 12 May 2022, B2, MT/2")

    assert dict(told) == {"4000": 3, "12": 1, "2022": 1, "2": 1}


def test_a_number_that_one_text_has_typed_and_the_other_prints_by_a_figure_is_the_same(tmp_path: Path) -> None:
    tables = """
datasets:
  - id: held
    title: Held
    file: held.csv
    columns: [{key: month, type: text, heading: Month, key_column: true}, {key: n, heading: Persons}]
figures:
  - {id: may, title: May, operation: value, of: [{dataset: held, column: n, rows: [May]}]}
  - {id: share, title: Share, operation: share, of: [{figure: may}, {dataset: held, column: n}]}
"""
    printed = "En mai {{ figure('may').number }}, {{ figure('share') }}."

    def told(original: str) -> list[str]:
        text = (CASE + tables).replace("ORIGINAL", json.dumps(original)).replace("TEXT", json.dumps(printed))
        loaded, faults = load_example(tmp_path, text, {"held.csv": "month,n\nMay,1137\nJune,860\n"})
        assert faults == []
        return [in_ids(one.message) for one in run_checks(loaded, [check_named("translation-mismatch")])[0].findings]

    assert told("In May 1,137, 56.9%.") == []
    assert told("In May 1,137, {{ figure('share') }}.") == []
    assert [message.partition("alone ")[2] for message in told("In May 1,173, 56.9%.")] == [
        "`{{ figure('may').number }}`"
    ]

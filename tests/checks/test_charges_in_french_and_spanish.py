"""Ladders of words, and words of quantity said of a post, in French and Spanish as in English."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks import Check
from probata.checks.evidence import charge_above_source
from probata.checks.figures import quantity_word_of_role
from probata.checks.runner import run_checks
from probata.checks.texts.ladders import ladders
from probata.checks.texts.word_lists import LANGUAGES
from probata.diagnostics import Severity

FR = "fr"
ES = "es"


def told(check: Check, folder: Path, text: str) -> list[tuple[str, str]]:
    case, faults = load_example(folder, text, {"stays.csv": "row,year,n\na,2017,487\nb,2017,61\n"})
    assert [in_ids(fault.message) for fault in faults if fault.severity is not Severity.INFO] == []
    return [(one.record, in_ids(one.message)) for one in run_checks(case, [check])[0].findings]


ROLE = """
case: {title: Exemple, language: fr}
people: [{id: p, name: {family: Orskelin}}]
roles:
  - id: office
    person: p
    title: Chef
    dates: 2017
    responsibility: [{label: oversight, over: "OVER"}]
datasets:
  - id: stays
    title: Séjours
    file: stays.csv
    columns:
      - {key: row, heading: Ligne, type: text, key_column: true}
      - {key: year, heading: Année, type: date, covers: period}
      - {key: n, heading: Personnes}
figures:
  - {id: all, title: Tous, operation: sum, of: [{dataset: stays, column: n}], ascribed_to: [office]}
"""


@each(("over", "count"), [("des milliers de séjours", 1), ("des centaines de séjours", 0)])
def test_thousands_said_of_a_post_are_compared_with_its_figure(over: str, count: int, tmp_path: Path) -> None:
    assert len(told(quantity_word_of_role.CHECK, tmp_path, ROLE.replace("OVER", over))) == count


CHARGE = """
case: {title: Example, language: LANG}
sources: [{id: report, type: report, title: R, held: held}]
allegations:
  - {id: a, title: T, statement: "SAID", evidence: [{source: report, quote: "QUOTE"}]MORE}
"""


@each(
    ("language", "statement", "quote", "words"),
    [
        (FR, "Des gardes l’ont tué.", "Il est décédé.", ("tué", "décédé")),
        (FR, "Il aurait été expulsé.", "Il est rentré volontairement.", ("expulsé", "rentré volontairement")),
        (FR, "Des gardes l’ont tué.", "He died there.", ("tué", "died")),
        (FR, "Il est mort.", "Des gardes l’ont tué.", None),
        (FR, "Des gardes l’ont tué.", "Il était là.", ("tué", "")),
        (FR, "Il a été expulsé du parti.", "Il était là.", None),
        (ES, "Los guardias lo mataron.", "Estaba allí.", ("mataron", "")),
        (ES, "Los guardias lo mataron a golpes: fue asesinado.", "Murió en la celda.", ("asesinado", "Murió")),
        (ES, "Ordenó los golpes.", "Toleró los golpes.", ("Ordenó", "Toleró")),
        (ES, "Murió en la celda.", "Fue asesinado.", None),
        ("de", "Sie haben ihn tué.", "Er ist mort.", None),
    ],
)
def test_a_charge_stands_no_higher_than_its_evidence(
    language: str, statement: str, quote: str, words: tuple[str, str] | None, tmp_path: Path
) -> None:
    text = CHARGE.replace("LANG", language).replace("SAID", statement).replace("QUOTE", quote).replace("MORE", "")

    found = [message for _, message in told(charge_above_source.CHECK, tmp_path, text)]
    source = (
        f"what is recorded of its evidence no more than `{words[1]}`"
        if words and words[1]
        else "neither what is recorded of its evidence nor the particulars tell of it"
    )
    assert found == ([f"the statement says `{words[0]}`, and {source}"] if words else [])


@each(
    ("statement", "translated", "called"),
    [
        ("He died in the cell.", "Il a été tué dans la cellule.", "statement in `fr`"),
        ("He died in the cell.", "Il est mort dans la cellule.", ""),
        ("He was killed in the cell.", "Il a été tué dans la cellule.", "statement"),
    ],
)
def test_a_translation_of_a_charge_stands_no_higher_than_the_evidence_either(
    statement: str, translated: str, called: str, tmp_path: Path
) -> None:
    more = f', translations: {{fr: {{statement: "{translated}"}}}}'
    text = CHARGE.replace("LANG", "en").replace("SAID", statement).replace("MORE", more).replace("QUOTE", "He died.")

    found = [message.partition(" says")[0] for _, message in told(charge_above_source.CHECK, tmp_path, text)]
    assert found == ([f"the {called}"] if called else [])


def test_the_ladders_of_all_languages_have_the_same_steps() -> None:
    shapes = {language: [(one.about, len(one.steps)) for one in ladders(language)] for language in LANGUAGES}

    assert len({str(shape) for shape in shapes.values()}) == 1
    assert len(shapes["en"]) == 9

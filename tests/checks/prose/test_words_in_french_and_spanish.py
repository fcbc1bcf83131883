"""Checks of words read our texts in French and Spanish as they read those in English."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import check_named, load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks import Check
from probata.checks.engine.run import run_checks
from probata.diagnostics import Severity

CASE = """
case: {title: Example}
sources: [{id: report, title: R}]
events:
  - {id: returns, kind: measure, title: Persuasion, translations: {fr: {title: Incitation}, es: {title: Incitación}}}
  - id: stay
    kind: measure
    title: Protective stay
    translations: {fr: {title: Séjour de protection}, es: {title: Estancia de protección}}
datasets:
  - id: methods
    title: Returns by method
    file: methods.csv
    columns: [{key: method, heading: Method, type: text}, {key: n, heading: Returns}]
  - id: stays
    title: Protective stay by district and year
    file: stays.csv
    translations: {fr: {title: Les séjours par district}, es: {title: Las estancias por distrito}}
    columns:
      - {key: row, heading: Row, type: text, key_column: true}
      - {key: district, heading: District, type: text, covers: territory}
      - {key: year, heading: Year, type: date, covers: period}
      - {key: n, heading: Persons}
narrative:
  - {id: n, title: T, language: LANG, text: "TEXT"}
"""
FILES = {
    "methods.csv": "method,n\nPersuasion,64\nDeportation,36\n",
    "stays.csv": (
        "row,district,year,n\na17,Halvet,2017,487\nb17,Ostamar,2017,61\na18,Halvet,2018,376\nb18,Ostamar,2018,718\n"
    ),
}
FR = "fr"
ES = "es"


def told_of_text(check: Check, folder: Path, language: str, text: str) -> list[tuple[str, Severity, str]]:
    case, faults = load_example(folder, CASE.replace("LANG", language).replace("TEXT", text), FILES)
    assert [in_ids(fault.message) for fault in faults if fault.severity is not Severity.INFO] == []
    return [(one.record, one.severity, in_ids(one.message)) for one in run_checks(case, [check])[0].findings]


@each(
    ("language", "text", "word"),
    [
        (FR, "L’incitation explique la grande majorité des retours.", "grande majorité"),
        (FR, "Presque tous les retours relèvent de l’incitation.", "Presque tous"),
        (FR, "L’incitation explique la majorité des retours.", ""),
        (FR, "L’incitation explique la plupart des retours.", ""),
        (FR, "L’incitation explique la grande majorité, 64 pour cent, des retours.", ""),
        (FR, "La grande majorité des gardes s’est abstenue.", ""),
        (ES, "La incitación explica la inmensa mayoría de los regresos.", "inmensa mayoría"),
        (ES, "Casi todos los regresos se deben a la incitación.", "Casi todos"),
        (ES, "La incitación explica la mayoría de los regresos.", ""),
        (ES, "La incitación explica la inmensa mayoría, el 64 por ciento, de los regresos.", ""),
    ],
)
def test_a_share_in_words_is_compared_with_the_table(language: str, text: str, word: str, tmp_path: Path) -> None:
    found = told_of_text(check_named("share-word-against-table"), tmp_path, language, text)

    message = f"the text says `{word}`, and `Persuasion` is 64% of `n` in `methods`"
    assert found == ([("narrative/n", Severity.WARNING, message)] if word else [])

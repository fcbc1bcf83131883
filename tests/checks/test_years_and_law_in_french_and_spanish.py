"""Years, courts, laws and what a witness was told, in French and Spanish texts as in English ones."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import check_named, load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks import Check
from probata.checks.engine.run import run_checks
from probata.diagnostics import Severity

CASE = """
case: {title: Example, as_of: 2026-01-01}
sources: [{id: report, title: R, issued: "2015"}, {id: bulletin, title: B}]
authorities:
  - id: ruling
    kind: judgment
    name: Ruling
    citation: Ruling
    holdings: [{id: h, paragraph: "4", text: The detention was unlawful.}]
  - {id: letter, kind: general_allegation, name: Letter, citation: Letter}
people: [{id: wolk, name: Mara Wolk, birth: {date: 1964-04-02}}]
events:
  - id: stay
    kind: measure
    title: Protective stay
    legal_basis: Law 7
    translations: {fr: {title: Séjour de protection}, es: {title: Estancia de protección}}
quotations: [{id: q, speaker: {described: a guard}, text: "on les garde tous ici", date: "2014"}]
datasets:
  - id: stays
    title: Stays
    file: stays.csv
    citations: bulletin, p. 12
    columns: [{key: year, heading: Year, type: date, key_column: true}, {key: n, heading: Persons}]
figures:
  - {id: of-2018, title: Of 2018, operation: value, of: [{dataset: stays, column: n, rows: ["2018"]}]}
narrative:
  - {id: n, title: T, language: LANG, text: "TEXT"}
"""


def found(check: Check, folder: Path, text: str) -> list[str]:
    case, faults = load_example(folder, text, {"stays.csv": "year,n\n2017,137\n2018,196\n"})
    assert [in_ids(fault.message) for fault in faults if fault.severity is not Severity.INFO] == []
    return [one.record for one in run_checks(case, [check])[0].findings]


@each(
    ("check", "language", "text", "count"),
    [
        ("contention-beside-holdings", "fr", "La cour a jugé la détention illégale [@ruling, para 4].", 0),
        ("contention-beside-holdings", "fr", "Il y fut détenu [@ruling, para 9].", 0),
        ("birth-told-two-ways", "fr", "Mara Wolk est née le 4 février 1964.", 1),
        ("birth-told-two-ways", "fr", "Mara Wolk est née en avril 1964.", 0),
        ("birth-told-two-ways", "fr", "Mara Wolk est née en 1965.", 1),
        ("birth-told-two-ways", "es", "Mara Wolk, nacida el 4 de febrero de 1964.", 1),
        ("birth-told-two-ways", "es", "Mara Wolk, nacida en 1964.", 0),
        ("number-not-in-table", "fr", "Il y eut 137 séjours en 2017 et 169 en 2018 [@bulletin, p. 12].", 1),
        ("number-not-in-table", "fr", "Il y eut 137 séjours de 30 jours selon l’article 12 [@bulletin, p. 12].", 0),
        ("number-not-in-table", "es", "Hubo 137 estancias en 2017 y 169 en 2018 [@bulletin, p. 12].", 1),
        ("number-not-in-table", "es", "Hubo 137 estancias en 2017 y 196 en 2018 [@bulletin, p. 12].", 0),
    ],
)  # fmt: skip
def test_a_text_in_french_or_spanish_is_read(check: str, language: str, text: str, count: int, tmp_path: Path) -> None:
    written = CASE.replace("LANG", language).replace("TEXT", text)

    assert found(check_named(check), tmp_path, written) == ["narrative/n"] * count

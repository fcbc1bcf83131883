"""Years, courts, laws and what a witness was told, in French and Spanish texts as in English ones."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import pytest
from tests.checks.example_case import load_example

from probata.checks import Check
from probata.checks.drafting import authority_beyond_its_kind
from probata.checks.evidence import hearsay_as_own_knowledge
from probata.checks.figures import number_not_in_table
from probata.checks.law import called_without_law, contention_beside_holdings
from probata.checks.runner import run_checks
from probata.checks.structure import birth_told_two_ways
from probata.checks.time import (
    quotation_beside_another_year,
    sentence_newer_than_sources,
)
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
    assert [fault.message for fault in faults if fault.severity is not Severity.INFO] == []
    return [one.record for one in run_checks(case, [check])[0].findings]


@pytest.mark.parametrize(
    ("check", "language", "text", "count"),
    [
        (sentence_newer_than_sources, "fr", "En mars 2019, il fut frappé [@report].", 1),
        (sentence_newer_than_sources, "fr", "En 2014, il fut frappé [@report].", 0),
        (sentence_newer_than_sources, "fr", "Le centre sera fermé en 2019 [@report].", 0),
        (sentence_newer_than_sources, "es", "En marzo de 2019 fue golpeado [@report].", 1),
        (sentence_newer_than_sources, "es", "El centro será cerrado en 2019 [@report].", 0),
        (quotation_beside_another_year, "fr", "En 2018, un garde dit : « on les garde tous ici ».", 1),
        (quotation_beside_another_year, "fr", "En 2014, un garde dit : « on les garde tous ici ».", 0),
        (called_without_law, "fr", "Le séjour de protection est dépourvu de base légale.", 1),
        (called_without_law, "fr", "Le séjour de protection est contraire à la loi.", 0),
        (called_without_law, "es", "La estancia de protección carece de base legal.", 1),
        (called_without_law, "es", "La estancia de protección es contraria a la ley.", 0),
        (contention_beside_holdings, "fr", "La cour a jugé la détention illégale [@ruling, para 9].", 1),
        (contention_beside_holdings, "fr", "La cour a jugé la détention illégale [@ruling, para 4].", 0),
        (contention_beside_holdings, "fr", "Il y fut détenu [@ruling, para 9].", 0),
        (contention_beside_holdings, "es", "El tribunal declaró ilegal la detención [@ruling, para 9].", 1),
        (authority_beyond_its_kind, "fr", "Le Groupe de travail a condamné le système [@letter].", 1),
        (authority_beyond_its_kind, "fr", "Le Groupe de travail a transmis une allégation [@letter].", 0),
        (authority_beyond_its_kind, "es", "El Grupo de Trabajo condenó el sistema [@letter].", 1),
        (authority_beyond_its_kind, "es", "El Grupo de Trabajo preguntó por el sistema [@letter].", 0),
        (birth_told_two_ways, "fr", "Mara Wolk est née le 4 février 1964.", 1),
        (birth_told_two_ways, "fr", "Mara Wolk est née en avril 1964.", 0),
        (birth_told_two_ways, "fr", "Mara Wolk est née en 1965.", 1),
        (birth_told_two_ways, "es", "Mara Wolk, nacida el 4 de febrero de 1964.", 1),
        (birth_told_two_ways, "es", "Mara Wolk, nacida en 1964.", 0),
        (number_not_in_table, "fr", "Il y eut 137 séjours en 2017 et 169 en 2018 [@bulletin, p. 12].", 1),
        (number_not_in_table, "fr", "Il y eut 137 séjours de 30 jours selon l’article 12 [@bulletin, p. 12].", 0),
        (number_not_in_table, "es", "Hubo 137 estancias en 2017 y 169 en 2018 [@bulletin, p. 12].", 1),
        (number_not_in_table, "es", "Hubo 137 estancias en 2017 y 196 en 2018 [@bulletin, p. 12].", 0),
    ],
)  # fmt: skip
def test_a_text_in_french_or_spanish_is_read(
    check: ModuleType, language: str, text: str, count: int, tmp_path: Path
) -> None:
    written = CASE.replace("LANG", language).replace("TEXT", text)

    assert found(check.CHECK, tmp_path, written) == ["narrative/n"] * count


STATEMENT = """
case: {title: Example}
people: [{id: w, name: {family: Semrin}}]
statements:
  - id: s
    kind: witness
    person: w
    language: LANG
    paragraphs: [{id: p, text: "TEXT", basis: own_knowledge}]
"""


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("fr", "On m’a dit qu’il était mort.", 1),
        ("fr", "Je crois que la porte était fermée.", 1),
        ("fr", "J’ai vu la porte fermée. Le garde m’a dit de partir.", 0),
        ("es", "Me han dicho que murió.", 1),
        ("es", "Creo que la puerta estaba cerrada.", 1),
        ("es", "Vi la puerta cerrada. El guardia me dijo que me fuera.", 0),
    ],
)
def test_what_a_witness_was_told_is_not_their_own_knowledge(
    language: str, text: str, count: int, tmp_path: Path
) -> None:
    written = STATEMENT.replace("LANG", language).replace("TEXT", text)

    assert found(hearsay_as_own_knowledge.CHECK, tmp_path, written) == ["statements/s"] * count

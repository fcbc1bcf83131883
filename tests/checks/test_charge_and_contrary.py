"""No heading and no charge stands higher than what it rests on, and what speaks against it was searched for."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks import Check
from probata.checks.evidence import charge_above_source
from probata.checks.runner import run_checks
from probata.diagnostics import Severity


def found(check: Check, folder: Path, text: str) -> list[tuple[str, Severity]]:
    case, faults = load_example(folder, text)
    assert [in_ids(fault.message) for fault in faults if fault.severity is not Severity.INFO] == []
    return [(one.record, one.severity) for one in run_checks(case, [check])[0].findings]


CHARGE = """
case: {title: Example}
sources: [{id: report, type: report, held: held}]
quotations: [{id: q, speaker: {described: a guard}, text: Men died there., quoted_in: report}]
allegations:
  - {id: a, title: T, statement: STATEMENT, evidence: [{source: report, EVIDENCE}] MORE}
"""


@each(
    ("statement", "evidence", "more", "weights"),
    [
        ("Guards killed him.", "quote: He died.", "", [Severity.WARNING]),
        ("Guards killed him.", "quotations: [q]", "", [Severity.WARNING]),
        ("Guards killed him.", "supports: He died", "", [Severity.INFO]),
        ("Guards killed him.", "quote: He died., supports: He was killed", "", []),
        ("He died.", "quote: Guards killed him.", "", []),
        ("Guards killed him.", "quote: He was there.", "", [Severity.INFO]),
        ("Guards killed him.", "quote: He was there.", ", conduct: [torture]", [Severity.WARNING]),
        ("Guards killed him.", "quote: He was there.", ", conduct: [extrajudicial_killing]", [Severity.INFO]),
        ("Guards killed him.", "quote: He was there.", ", particulars: He died.", []),
        ("Guards killed him.", "point: conduct, quote: Murders at North Prison.", "", []),
        ("They were deported.", "supports: They were beaten", ", conduct: [torture]", [Severity.WARNING]),
        ("Guards executed the order and were expelled from the Party.", "quote: He was there.", "", []),
        ("He had warrants and the execution of the plan was slow.", "quote: He was there.", "", []),
        ("Guards ordered it.", "quote: He was there.", "", []),
        ("Guards killed him.", "quote: He died., against: true", "", []),
        ("Guards killed him.", "quote: He died.", ", pursued: false", []),
        ("Guards tortured him.", "quote: It was degrading.", "", []),
        ("Guards tortured him.", "quote: It was degrading.", ", made_by: Prison Watch", [Severity.WARNING]),
        ("Guards tortured him.", "quote: It was degrading.", ", status: made_by_source", [Severity.WARNING]),
    ],
)
def test_a_charge_stands_no_higher_than_the_words_of_its_evidence(
    statement: str, evidence: str, more: str, weights: list[Severity], tmp_path: Path
) -> None:
    text = CHARGE.replace("STATEMENT", statement).replace("EVIDENCE", evidence).replace("MORE", more)

    assert [weight for _, weight in found(charge_above_source.CHECK, tmp_path, text)] == weights


REPORTED = """
case: {title: Example}
sources:
  - {id: review, title: A review, publisher: Prison Watch, held: held}
  - {id: account, title: An account, type: report, held: held}
allegations:
  - {id: a, title: T, statement: He authored the reform., made_by: Prison Watch, status: STATUS, evidence: [EVIDENCE]}
"""
REVIEW, ACCOUNT = "{source: review, quote: He authored it.}", "{source: account, quote: He took part in it.}"


@each(
    ("status", "evidence", "weights"),
    [
        ("made_by_source", f"{REVIEW}, {ACCOUNT}", [Severity.WARNING]),
        ("made_by_source", f"{REVIEW}, {ACCOUNT.replace('quote', 'supports')}", [Severity.INFO]),
        ("made_by_source", REVIEW, []),
        ("made_by_source", f"{REVIEW}, {{source: account, quote: He devised it.}}", []),
        ("approved", f"{REVIEW}, {ACCOUNT}", []),
    ],
)
def test_an_allegation_that_its_source_makes_is_not_borne_out_by_that_source(
    status: str, evidence: str, weights: list[Severity], tmp_path: Path
) -> None:
    text = REPORTED.replace("STATUS", status).replace("EVIDENCE", evidence)

    assert [weight for _, weight in found(charge_above_source.CHECK, tmp_path, text)] == weights


@each(
    ("language", "statement", "quote"),
    [
        ("fr", "Il a conçu la réforme.", "Il a participé à la réforme."),
        ("es", "Fue coautor de la reforma.", "Participó en la reforma."),
    ],
)
def test_the_part_played_is_read_in_french_and_spanish(
    language: str, statement: str, quote: str, tmp_path: Path
) -> None:
    text = CHARGE.replace("title: Example", f"title: Example, language: {language}")
    text = text.replace("STATEMENT", statement).replace("EVIDENCE", f"quote: {quote}").replace("MORE", "")

    assert [weight for _, weight in found(charge_above_source.CHECK, tmp_path, text)] == [Severity.WARNING]


@each(
    ("title", "statement", "count"),
    [
        ("Murder at Brann Street", "Guards beat him.", 1),
        ("Beatings at Brann Street", "Guards beat him.", 0),
        ("Death at Brann Street", "Guards beat him.", 0),
        ("Murder at Brann Street", "He died after guards beat him.", 0),
    ],
)
def test_a_title_has_no_graver_word_where_neither_statement_nor_evidence_has_any(
    title: str, statement: str, count: int, tmp_path: Path
) -> None:
    text = CHARGE.replace("title: T", f"title: {title}").replace("STATEMENT", statement).replace("MORE", "")

    made = found(charge_above_source.CHECK, tmp_path, text.replace("EVIDENCE", "quote: Guards beat him."))

    assert len(made) == count

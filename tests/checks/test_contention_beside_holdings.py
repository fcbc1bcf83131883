"""The paragraphs on which contentions rest, against those of the recorded holdings."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks.engine.run import run_checks
from probata.checks.records.authorities import contention_beside_holdings

CASE = """
case: {title: Example}
authorities:
  - id: tarn
    kind: KIND
    name: Tarn
    citation: Tarn
    holdings: [{id: h, text: No transfer., paragraph: "14-16"}, {id: i, text: No custody.HELD}]
    contentions: [{value: It applies to all, citations: OWN}]
allegations:
  - {id: a, title: T, statement: S., contentions: [{value: ALLEGED, citations: CITED}]}
"""
AT_14 = '["tarn, para 14"]'
TOLD = "what is contended from `tarn` rests on its paragraph `9`, and its recorded holdings stand at `14-16`"


def found(
    folder: Path, own: str = AT_14, cited: str = AT_14, alleged: str = "It does", kind: str = "judgment", held: str = ""
) -> list[tuple[str, str]]:
    text = CASE.replace("OWN", own).replace("CITED", cited).replace("ALLEGED", alleged).replace("KIND", kind)
    case, faults = load_example(folder, text.replace("HELD", held))
    assert faults == []
    findings = run_checks(case, [contention_beside_holdings])[0].findings
    assert {one.severity.label for one in findings} <= {"note"}
    return [(one.record, in_ids(one.message)) for one in findings]


def test_a_paragraph_of_no_holding_is_found_in_the_judgment_and_in_the_allegation(tmp_path: Path) -> None:
    assert found(tmp_path / "a", own='["tarn, para 9"]') == [("authorities/tarn", TOLD)]
    assert found(tmp_path / "b", cited='["tarn, para 9"]') == [("allegations/a", TOLD)]


@each("own", ['["tarn, para 15"]', '["tarn, paras 9, 16"]', '["tarn, p. 9"]', '["tarn, para A"]', '["tarn"]'])
def test_a_paragraph_of_a_holding_a_page_and_no_number_are_left_alone(tmp_path: Path, own: str) -> None:
    assert found(tmp_path, own=own) == []


def test_each_holding_counts(tmp_path: Path) -> None:
    assert found(tmp_path, own='["tarn, para 9"]', held=', paragraph: "9"') == []


def test_what_is_no_decision_is_left_alone(tmp_path: Path) -> None:
    assert found(tmp_path, own='["tarn, para 9"]', kind="un_report") == []


def test_one_contention_at_two_places_is_found(tmp_path: Path) -> None:
    told = "what is contended from `tarn` rests on its paragraph `16`, and `tarn` contends the same from `14`"

    assert found(tmp_path / "a", cited='["tarn, para 16"]', alleged="It applies to all") == [("allegations/a", told)]
    assert found(tmp_path / "b", cited='["tarn, paras 14-16"]', alleged="It applies to all") == []
    assert found(tmp_path / "c", cited='["tarn, para 16"]') == []

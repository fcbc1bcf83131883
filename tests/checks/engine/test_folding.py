"""Where a finding stands, and that what is found alike in several records is told once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.checks.example_case import check_named, load_example
from tests.in_ids import in_ids

from probata.checks import Check, fold, run_checks
from probata.checks.engine.folding import groups
from probata.diagnostics import Diagnostic, Severity, Span
from probata.pipeline import open_case, open_workspace

CASE = """
case: {title: Example}
allegations:
  - {id: a, title: Beatings, statement: Prisoners were beaten., provisions: [{instrument: iccpr}]}
  - {id: b, title: Hunger, statement: Prisoners were starved., provisions: [{instrument: iccpr}]}
  - {id: c, title: Silence, statement: Prisoners were held alone., provisions: [{instrument: udhr}]}
  - {id: d, title: Cold, statement: Prisoners were cold., provisions: [{instrument: iccpr}]}
"""
DECISION = """
decisions:
  - id: d
    check: provision-not-in-catalogue
    record: allegations/b
    decision: The whole Covenant is meant.
    reason: The source names no article.
    author: Ada Reyes
    date: 2024-06-01
"""


def told(folder: Path, text: str = CASE) -> tuple[Diagnostic, ...]:
    case, faults = load_example(folder, text)
    assert faults == []
    return run_checks(case, [check_named("provision-not-in-catalogue")])[0].findings


def of(record: str, line: int, alike: str = "x", **changed: object) -> Diagnostic:
    found = Diagnostic("LAW102", "one-check", Severity.WARNING, "m", Span("a.yaml", line), record=record, alike=alike)
    return replace(found, **changed)  # type: ignore[arg-type]


def test_what_is_found_alike_is_told_at_the_first_place_with_the_other_records(tmp_path: Path) -> None:
    first, other = fold(told(tmp_path))

    assert (first.record, first.records) == ("allegations/a", ("allegations/a", "allegations/b", "allegations/d"))
    assert first.same_in == "the same in `b` (line 5), `d` (line 7)"
    assert (other.record, other.same_in) == ("allegations/c", "")


def test_a_decision_for_one_record_takes_only_that_record_out(tmp_path: Path) -> None:
    records = {found.record: found.records for found in fold(told(tmp_path, CASE + DECISION))}

    assert records == {
        "allegations/a": ("allegations/a", "allegations/d"),
        "allegations/b": ("allegations/b",),
        "allegations/c": ("allegations/c",),
    }


def test_a_decision_that_fell_is_told_of_its_record_alone(tmp_path: Path) -> None:
    fell = DECISION + "    rests_on: [finding 0123456789abcdef]\n"
    records = [found.records for found in fold(told(tmp_path, CASE + fell))]

    assert ("allegations/b",) in records


def test_no_finding_of_the_real_case_is_lost_in_folding() -> None:
    path = Path("claims/liu-jianchao")
    found = tuple(open_case(path, path.as_posix(), open_workspace()).report)
    parts = groups(found)

    assert sorted(map(id, found)) == sorted(id(one) for group in parts for one in group)
    assert len(parts) < len(found) * 2 / 3
    for group, one in zip(parts, fold(found), strict=True):
        assert {each.record for each in group if each.record} == set(one.records)


def test_what_is_found_at_one_place_of_several_filings_is_told_once_with_all_of_them() -> None:
    several = [
        of(f"people/{person}", line, alike="victim", message=f"`{filing}` names it", filing=filing, notes=(filing,))
        for person, line in (("p", 1), ("q", 2))
        for filing in ("uk-ghr", "un-sp", "eu-ghrsr")
    ]
    (found,) = fold(several)

    assert (in_ids(found.message), tuple(map(in_ids, found.notes))) == (
        "`uk-ghr` names it",
        ("uk-ghr", "un-sp", "eu-ghrsr"),
    )
    assert found.same_in == "the same for `un-sp`, `eu-ghrsr`; the same in `q` (line 2)"


def test_a_record_of_other_filings_is_told_by_itself() -> None:
    both = [of("people/p", 1, message=f"`{filing}` names it", filing=filing) for filing in ("uk-ghr", "un-sp")]
    one = of("people/q", 2, message="`uk-ghr` names it", filing="uk-ghr")

    assert [found.same_in for found in fold([*both, one])] == ["the same for `un-sp`", ""]


def test_another_fact_of_another_filing_at_the_same_place_is_told_by_itself() -> None:
    named = of("people/p", 1, alike="", message="`uk-ghr` names it", filing="uk-ghr")
    pictured = of("people/p", 1, alike="", message="`un-sp` shows it", filing="un-sp")

    assert fold([named, pictured]) == (named, pictured)


def test_a_decision_is_told_once_for_all_filings_of_its_record() -> None:
    several = [of("people/p", 1, alike="", message=f"`{name}` names it", filing=name) for name in ("uk-ghr", "un-sp")]

    assert [found.same_in for found in fold(several)] == ["the same for `un-sp`"]


def test_what_is_found_at_one_place_of_the_filings_themselves_is_told_for_them() -> None:
    several = [
        of(f"filings/{one}", 8, filing=one, message=f"`{one}` uses `CWK`") for one in ("uk-ghr", "us-glomag", "un-sp")
    ]
    (found,) = fold(several)

    assert found.same_in == "the same for `us-glomag`, `un-sp`"
    assert found.records == ("filings/uk-ghr", "filings/us-glomag", "filings/un-sp")


COMPOSED = """
case: {title: Example, persons_concerned: [wolk], filings: [{id: f, forum: eu-ghrsr}]}
people: [{id: wolk, name: Mara Wolk}]
narrative:
  - id: reasons
    title: Reasons
    place: reasons-wolk
    kind: submission_of_fact
    forums: [eu-ghrsr]
    text: |
      Mara Wolk was governor of North Prison,
      which lies in Sol.
      She is guilty of the conduct alleged.
"""
TRANSLATED = """
case: {title: Example, language: en}
allegations:
  - id: a
    title: Beatings
    statement: Prisoners were beaten.
    particulars: |
      One.

      There were 400 men.
    translations:
      fr:
        particulars: |
          Un.

          Il y avait 500 hommes.
"""
TABLE = """
case: {title: Example}
datasets:
  - id: t
    title: T
    file: t.csv
    columns:
      - {key: row, heading: Row, type: text, key_column: true}
      - {key: a, heading: A}
      - {key: b, heading: B}
      - {key: c, heading: C, rule: {operation: sum, columns: [a, b]}}
"""


def place_of(check: Check, folder: Path, text: str, files: dict[str, str] | None = None) -> tuple[str, int, int]:
    case, faults = load_example(folder, text, files)
    assert [in_ids(fault.message) for fault in faults] == []
    span = run_checks(case, [check])[0].findings[0].span
    assert span
    return span.path, span.line, span.column


def test_a_word_of_a_composed_paragraph_is_shown_in_its_line(tmp_path: Path) -> None:
    line = COMPOSED.split("\n").index("      She is guilty of the conduct alleged.") + 1

    assert place_of(check_named("word-above-standard"), tmp_path, COMPOSED) == ("case.yaml", line, 14)


def test_a_translation_is_shown_at_the_number_that_differs(tmp_path: Path) -> None:
    line = TRANSLATED.split("\n").index("          Il y avait 500 hommes.") + 1

    assert place_of(check_named("translation-mismatch"), tmp_path, TRANSLATED) == ("case.yaml", line, 22)


def test_a_cell_that_is_off_is_shown_in_its_row(tmp_path: Path) -> None:
    files = {"t.csv": "row,a,b,c\nx,1,2,3\ny,1,2,4\n"}

    assert place_of(check_named("derived-cell-differs"), tmp_path, TABLE, files) == ("t.csv", 3, 7)


def test_the_second_of_two_rows_of_one_name_is_shown(tmp_path: Path) -> None:
    files = {"t.csv": "row,a,b,c\nx,1,2,3\nx,5,2,7\n"}

    assert place_of(check_named("quantity-with-two-values"), tmp_path, TABLE, files)[:2] == ("t.csv", 3)

"""Sources read before they appeared, and words that are newer than the work that prints them."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each

from probata.checks.engine.run import run_checks
from probata.checks.records.dates_of_sources import accessed_before_issued
from probata.checks.records.quotations import quotation_newer_than_source
from probata.diagnostics import Severity


@each(
    ("issued", "accessed", "is_found"),
    [
        ("2017-05-04", "2017-05-03", True),
        ("2017-05-04", "2016", True),
        ("2017-05", "2017-04", True),
        ("2017-05-04", "2017-05-04", False),
        ("2017-05-04", "2017-05", False),
        ("2017", "2017-05-03", False),
        ("~2017", "2016-05-03", False),
        ("2017-05-04", "2019-01-01", False),
    ],
)
def test_a_source_is_read_on_or_after_its_date(tmp_path: Path, issued: str, accessed: str, is_found: bool) -> None:
    source = f"{{id: s, title: Report, issued: {issued}, accessed: {accessed}}}"
    case, _ = load_example(tmp_path, f"case: {{title: Example}}\nsources: [{source}]\n")
    found = run_checks(case, [accessed_before_issued])[0].findings

    assert [one.record for one in found] == ["sources/s"] * is_found


QUOTATION = """
case: {title: Example}
sources: [SOURCE]
authorities: [{id: judgment, kind: judgment, name: A v B, citation: A v B, date: 2017-05-04}]
quotations:
  - {id: q, speaker: {described: a guard}, text: Go on., date: DATE, quoted_in: CITED}
"""


@each(
    ("source", "date", "cited", "weights"),
    [
        ("{id: s, type: report, issued: 2017-05-04}", "2017-05-05", "s", [Severity.WARNING]),
        ("{id: s, type: report, issued: 2017-05-04}", "2018", "s", [Severity.WARNING]),
        ("{id: s, type: report, issued: 2017-05-04}", "2018", "judgment", [Severity.WARNING]),
        ("{id: s, type: webpage, issued: 2017-05-04}", "2018", "s", [Severity.INFO]),
        ("{id: s, type: report, issued: 2017-05-04}", "2017-05-04", "s", []),
        ("{id: s, type: report, issued: 2017-05-04}", "2017", "s", []),
        ("{id: s, type: report, issued: 2017-05-04}", "~2018", "s", []),
        ("{id: s, type: report}", "2018", "s", []),
        ("{id: s, type: report, issued: 2017-05-04}", "2018", "uncat", []),
    ],
)
def test_words_are_no_newer_than_the_work_that_prints_them(
    tmp_path: Path, source: str, date: str, cited: str, weights: list[Severity]
) -> None:
    text = QUOTATION.replace("SOURCE", source).replace("DATE", date).replace("CITED", cited)
    case, _ = load_example(tmp_path, text)
    found = run_checks(case, [quotation_newer_than_source])[0].findings

    assert [(one.record, one.severity) for one in found] == [("quotations/q", weight) for weight in weights]

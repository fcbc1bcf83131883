"""A share of one time, laid on the rows of other times, and cited as evidence of them."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks import Check
from probata.checks.engine.run import run_checks
from probata.checks.records.shares import share_of_another_time
from probata.checks.records.tables import model_as_evidence

CASE = """
case: {title: Example}
sources: [{id: report, title: A report}, {id: other, title: Another}]
datasets:
  - id: methods
    title: Methods
    file: methods.csv
    period: "2018"
    citations: LENDER
    inclusions: INCLUSIONS
    columns: [{key: method, heading: Method, type: text}, {key: share, heading: Share, type: percent}]
  - id: returns
    title: Returns
    file: returns.csv
    citations: report, p. 2
    columns:
      - {key: year, heading: Year, type: date, key_column: true}
      - {key: n, heading: Returns}
      - {key: m, heading: Irregular, status: STATUS}
figures: [{id: in-all, title: F, operation: sum, of: [{dataset: returns, column: m}]}]
allegations: [{id: a, title: T, statement: S., PERIOD affected: {count: COUNT}, evidence: [EVIDENCE]}]
"""
YEARS = "year,n,m\n2015,1023,655\n2016,1032,660\n2017,1300,832\n2018,1335,854\n"
RELIED_ON = "{source: report, supports: s, datasets: [returns]}"


def found_by(check: Check, folder: Path, share: str = "64%", years: str = YEARS, **more: str) -> list[str]:
    given = {"LENDER": "report, p. 3", "INCLUSIONS": "[]", "STATUS": "reported", "PERIOD": "period: 2015/2017,",
             "COUNT": "{value: 9}", "EVIDENCE": RELIED_ON, **more}  # fmt: skip
    text = CASE
    for key, value in given.items():
        text = text.replace(key, value)
    case, faults = load_example(folder, text, {"methods.csv": f"method,share\nA,{share}\n", "returns.csv": years})
    assert [in_ids(fault.message) for fault in faults] == []
    return [in_ids(one.message) for one in run_checks(case, [check])[0].findings]


TOLD = "`m` is 64% of `n` in every row; `methods` gives that share for `A` in `2018`, and 3 rows are of other times"


@each(
    ("more", "is_found"),
    [
        ({}, True),
        ({"STATUS": "modelled"}, True),
        ({"share": "63%"}, False),
        ({"LENDER": "other, p. 3"}, False),
        ({"LENDER": "other, p. 3", "INCLUSIONS": "[{rows: [A], included_in: 'returns:2018'}]"}, True),
        ({"years": YEARS.replace("655", "700")}, False),
    ],
)
def test_a_share_that_is_known_for_one_year_is_found_in_the_others(
    more: dict[str, str], is_found: bool, tmp_path: Path
) -> None:
    assert found_by(share_of_another_time, tmp_path, **more) == ([TOLD] if is_found else [])


@each(
    ("more", "is_found"),
    [
        ({}, True),
        ({"PERIOD": ""}, True),
        ({"PERIOD": "period: '2018',"}, False),
        ({"EVIDENCE": RELIED_ON.replace("supports", "against: true, supports")}, False),
        ({"EVIDENCE": "{source: report, supports: s}"}, False),
        ({"EVIDENCE": "", "COUNT": "{value: 3001, figure: in-all}"}, True),
    ],
)
def test_such_a_column_is_no_evidence_of_other_years(more: dict[str, str], is_found: bool, tmp_path: Path) -> None:
    when = "is not dated" if more.get("PERIOD") == "" else "is of `2015/2017`"
    words = f"allegation `a` {when} and relies on `m` of `returns`, which has the share of `2018` in every row"

    assert found_by(model_as_evidence, tmp_path, **more) == ([words] if is_found else [])

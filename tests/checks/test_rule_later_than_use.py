"""Laws and rules against the time of what they are cited for."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks.engine.run import run_checks
from probata.checks.records.authorities import rule_later_than_use
from probata.diagnostics import Severity

CASE = """
case: {title: Example}
people: [{id: p, name: Mara Wolk}]
bodies: [{id: board, name: Prison Board}, {id: north, name: North Prison}]
sources:
  - {id: act, type: legislation, title: Prison Act, issued: ACT, held: held}
  - {id: old-act, type: legislation, title: Old Prison Act, issued: 2010, held: held}
  - {id: undated, type: legislation, title: Order, held: held}
  - {id: report, type: report, title: Report, issued: 2018-05-01, held: held}
authorities:
  - {id: law, kind: statute, name: Law, citation: Law, date: 2018-05-01}
  - {id: judgment, kind: judgment, name: A v B, citation: A v B, date: 2018-05-01}
"""
COMMAND = (
    "commands: [{id: c, superior: board, subordinate: north, kind: command_de_jure, dates: TIME, citations: [CITED]}]"
)
EVENT = "events: [{id: e, kind: measure, title: Custody, dates: TIME, citations: [CITED]}]"
REFORM = EVENT.replace("measure", "reform")
ROLE = "roles: [{id: r, person: p, title: Chair, dates: TIME, responsibility: [{label: command, citations: [CITED]}]}]"
GROUND_WITH_TIME = ROLE.replace("dates: TIME", "dates: 2010/2020").replace("label", "period: TIME, label")
AUTHOR = ROLE.replace("{label: command", "{link: author_or_promoter")
MAKER = ROLE.replace("{label: command", "{label: oversight, conduct: [made_policy]")
APPOINTED = "roles: [{id: r, person: p, title: Chair, dates: TIME, citations: [CITED]}]"
ALLEGED = """
roles: [{id: r, person: p, title: Chair, dates: TIME}]
allegations:
  - {id: a, title: T, statement: S., roles: [{role: r, responsibility: {label: command, citations: [CITED]}}]}
"""
W, N = Severity.WARNING, Severity.INFO


@each(
    ("record", "time", "act", "cited", "weights"),
    [
        (COMMAND, "2014/2017", "2018-05-01", "act", [W]),
        (COMMAND, "2014/2017", "2018-05-01", "law", [W]),
        (COMMAND, "2014/2017", "2018-05-01", "'act, art 3', 'act, art 4'", [W]),
        (COMMAND, "2014/2018-05-01", "2018-05-01", "act", [N]),
        (COMMAND, "2014/..", "2018-05-01", "act", [N]),
        (COMMAND, "2014/..", "2018-05-01", "act, report", []),
        (COMMAND, "2014/2017", "2018-05-01", "act, report", [W]),
        (COMMAND, "2014/2017", "2018-05-01", "act, old-act", []),
        (COMMAND, "2014/2017", "2018-05-01", "act, undated", []),
        (COMMAND, "2014/2017", "2018-05-01", "report", []),
        (COMMAND, "2014/2017", "2018-05-01", "judgment", []),
        (COMMAND, "2018/2020", "2018-05-01", "act", []),
        (COMMAND, "2014/2017", "~2018", "act", []),
        (COMMAND, "2014/2017", "2014", "act", []),
        (EVENT, "2014/2017", "2018-05-01", "act", [W]),
        (REFORM, "2014/2017", "2018-05-01", "act", []),
        (ROLE, "2014/2017", "2018-05-01", "act", [W]),
        (GROUND_WITH_TIME, "2014/2017", "2018-05-01", "act", [W]),
        (AUTHOR, "2014/2017", "2018-05-01", "act", []),
        (MAKER, "2014/2017", "2018-05-01", "act", []),
        (APPOINTED, "2014/2017", "2018-05-01", "act", []),
        (ALLEGED, "2014/2017", "2018-05-01", "act", [W]),
        (ALLEGED, "2014/2017", "2014", "act", []),
    ],
)
def test_a_rule_is_as_old_as_what_it_is_cited_for(
    record: str, time: str, act: str, cited: str, weights: list[Severity], tmp_path: Path
) -> None:
    text = CASE.replace("ACT", act) + record.replace("TIME", time).replace("CITED", cited)
    case, faults = load_example(tmp_path, text)
    found = run_checks(case, [rule_later_than_use])[0].findings

    assert faults == []
    assert [one.severity for one in found] == weights
    assert all("before the rule cited for it: `" in in_ids(one.message) for one in found)


ORDERS = """
case: {title: Example}
people: [{id: p, name: Mara Wolk}]
bodies: [{id: board, name: Prison Board}, {id: north, name: North Prison}]
sources: [{id: order, issued: 2018-05-01, held: held, WORK}]
commands:
  - {id: c, superior: board, subordinate: north, kind: command_de_jure, dates: 2014/2017, citations: [order], BASIS}
"""


@each(
    ("work", "basis", "is_found"),
    [
        ("type: document, title: Service Order 6 on guards, number: Service Order 6", "", True),
        ("type: document, title: Приказ 6, translated_title: Directive on guards, number: '6'", "", True),
        ("type: document, title: Décret 6 sur les gardes, number: Décret 6", "", True),
        ("type: document, title: Orden de servicio 6, number: '6'", "", True),
        ("type: document, title: Statute of the board of 2018", "Statute of the board of 2018, art 3", True),
        ("type: document, title: Service Order on guards", "", False),
        ("type: document, title: Duty roster, number: '6'", "", False),
        ("type: document, title: Payment order, number: '6'", "", False),
        ("type: article-journal, title: The order of prisons, number: '6'", "", False),
        ("type: document, title: Statute of the board of 2018", "Prison Act", False),
    ],
)
def test_orders_and_what_is_named_as_the_legal_basis_are_rules(
    work: str, basis: str, is_found: bool, tmp_path: Path
) -> None:
    text = ORDERS.replace("WORK", work).replace("BASIS", f"legal_basis: '{basis}'" if basis else "over: guards")
    case, faults = load_example(tmp_path, text)

    assert faults == []
    assert bool(run_checks(case, [rule_later_than_use])[0].findings) is is_found


CONDUCT = """
case: {title: Example}
people: [{id: p, name: Mara Wolk}]
sources: [{id: act, type: legislation, title: Prison Act, issued: ACT, held: held}, {id: report, title: R, held: held}]
roles: [{id: r, person: p, title: Chair, dates: 2014/2020}]
allegations:
  - id: a
    title: T
    statement: S.
    period: 2016
    roles: [{role: r, responsibility: {label: command, citations: [act, report]}}]
"""


@each(("act", "weights"), [("2018", [N]), ("2016-05", []), ("2012", []), ("2021", [W])])
def test_conduct_before_the_rule_for_a_ground_that_goes_on_is_a_note(
    act: str, weights: list[Severity], tmp_path: Path
) -> None:
    case, faults = load_example(tmp_path, CONDUCT.replace("ACT", act))
    found = run_checks(case, [rule_later_than_use])[0].findings

    assert faults == []
    assert [one.severity for one in found] == weights

"""Records that lead nowhere, contradict themselves or lie at the ends of the calendar break no check."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.in_ids import in_ids

from probata.checks import list_checks

RECORDS = """
case: {title: Example, as_of: "9999-12-31"}
people: [{id: p, name: M}]
sources:
  - {id: s, title: S, url: "http://[", held: cited_in, cited_in: [s], accessed: "0001"}
  - {id: t, title: "(", url: "https://a.example///", issued: 1000/.., accessed: "9999"}
quotations: [{id: q, speaker: {described: x}, text: "...", date: ../1000, quoted_in: gone}]
bodies:
  - id: a
    name: A
    founded: 9999
    history: [{date: 1000, what: set up set up}, {what: launch}, {date: 1000, what: "("}]
    relations:
      - {kind: control_moved_to, body: b, dates: ../2018}
      - {kind: control_moved_to, body: b, dates: 1000-01-01/..}
      - {kind: part_of, body: b}
      - {kind: established_by, body: a, dates: ../1000}
  - {id: b, name: B, relations: [{kind: control_moved_to, body: a, dates: "9999"}, {kind: part_of, body: a}]}
positions: [{id: h, title: H, body: a}]
roles:
  - id: r
    person: p
    seats: [h, nowhere]
    title: T
    dates: 1000/9999-12-31
    citations: [s, gone]
    responsibility:
      - {label: command, period: 9999-12-31/.., over: all}
      - {label: command, grade: ultimate, period: ../1000-01-01}
      - {label: command, grade: direct, over: ", as Director"}
commands:
  - {id: c1, superior: a, subordinate: b, kind: command_de_jure, dates: 1000/.., over: x}
  - {id: c2, superior: b, subordinate: a, kind: command_de_jure, dates: 1000/.., over: x}
  - {id: c3, superior: gone, subordinate: a, kind: command_de_jure, dates: ../9999-12-31, over: x}
events:
  - {id: e, kind: incident, title: X, bodies: [a, gone], dates: 9999-12-31/.., conduct: [refoulement, nothing],
     country: x, legal_basis: x, part_of: [e]}
authorities:
  - {id: j, kind: judgment, name: J, citation: J, holdings: [{id: h, text: T, paragraph: "1-999999999999999"}]}
  - {id: z, kind: general_allegation, name: Z, citation: Z, date: ../1000, holdings: [{id: q, text: denounced}]}
allegations:
  - id: al
    title: T
    statement: It is outside any law [@z].
    particulars: 'In 1999 they murdered him, "a b c", "", “ [@t; @gone]'
    period: 1000/..
    conduct: [refoulement, nothing]
    roles: [{role: r}, {role: r}, {role: gone}]
    events: [e, gone]
    bodies: [gone, a]
    provisions:
      - {instrument: uncat, provision: 3}
      - {instrument: uncat, provision: 99}
      - {instrument: nothing, provision: 1}
      - {named: x}
      - {instrument: echr}
    evidence: [{source: z, supports: x, elements: [knew, nothing]}, {source: gone, supports: x}]
    contentions: [{value: x, citations: [z, gone, "j, para 999999999999999999-1"]}]
  - {id: al2, title: T, statement: S., period: ~9999, roles: [{role: r}]}
  - {id: al3, title: T, statement: S., period: 1000-01-01/9999-12, roles: [{role: r}]}
"""

LONG = "denounced outside any legal bounds " * 5_000


def test_every_check_runs_to_its_end_on_absurd_records(tmp_path: Path) -> None:
    long = RECORDS.replace("text: denounced", f"text: {LONG}").replace("statement: S.", f"statement: {LONG}")
    for text in (RECORDS, long):
        case, _ = load_example(tmp_path, text)
        for page in list_checks():
            assert all(in_ids(found.message) and found.help for found in page.check.find(case)), page.check.name

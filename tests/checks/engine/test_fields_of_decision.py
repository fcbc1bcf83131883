"""A decision falls by a change of what its check looks at in the record, and by no other change of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.checks.example_case import check_named, load_example
from tests.each import each
from tests.filings.cases import CLAIMS, EXAMPLE, REAL

from probata.checks import CheckInput, CheckPage, findings_of, list_checks, run_checks
from probata.checks.engine.check import Check
from probata.checks.engine.decisions import Decisions, rests_on
from probata.diagnostics import Diagnostic, Severity
from probata.graph.case_graph import CaseGraph
from probata.kept import Memory
from probata.law import load_catalogue
from probata.model.decision import Decision
from probata.model.kinds import KIND_BY_KEY
from probata.pipeline import open_case, open_workspace
from probata.proof.reads import fingerprint
from probata.source.node import Entry, MappingNode, Node, Scalar, SequenceNode

DECLARED = tuple(page for page in list_checks() if page.check.rests_on)
BY_FIELDS = [(page.check, kind) for page in DECLARED for kind in page.check.rests_on]
names = each("page", DECLARED, ids=lambda page: page.check.name)
TOLD_OTHERWISE = {"id", "title", "pursued", "status", "note"}
"""Fields that are read and that a decision need not rest on: the id never changes, a title stands in the finding, an
allegation not pursued has none, and the others are the work of the team."""


@cache
def case_of(name: str) -> CheckInput:
    session = open_case(CLAIMS / name, name, open_workspace())
    assert session.graph is not None
    profiles = {key: forum.profile for key, forum in session.forums.items()}
    return CheckInput(session.graph, load_catalogue(), session.tables, profiles, figures=session.figures)


def read_anew(case: CheckInput) -> CheckInput:
    """Return a case of which nothing is worked out yet."""
    graph = replace(case.graph, memory=Memory())
    return CheckInput(graph, case.catalogue, case.tables, case.profiles, figures=case.figures)


def scalars(node: Node, path: tuple[int, ...] = ()) -> Iterator[tuple[int, ...]]:
    """Give the way to each value that is written in a node."""
    match node:
        case Scalar(is_null=False):
            yield path
        case SequenceNode(items=items):
            for place, item in enumerate(items):
                yield from scalars(item, (*path, place))
        case MappingNode(entries=entries):
            for place, entry in enumerate(entries):
                yield from scalars(entry.value, (*path, place))


def with_other_text(node: Node, path: tuple[int, ...], text: str) -> Node:
    match node:
        case Scalar():
            return replace(node, text=node.text + text)
        case SequenceNode(items=items):
            changed = with_other_text(items[path[0]], path[1:], text)
            return replace(node, items=(*items[: path[0]], changed, *items[path[0] + 1 :]))
        case MappingNode(entries=entries):
            entry = entries[path[0]]
            one = Entry(entry.key, with_other_text(entry.value, path[1:], text))
            return replace(node, entries=(*entries[: path[0]], one, *entries[path[0] + 1 :]))


def decided(graph: CaseGraph, check: Check, record: str) -> Decision:
    found = Diagnostic(check.code, check.name, Severity.WARNING, "it is so", record=record)
    resting = [" ".join(pair) for pair in rests_on(graph, record, [found])]
    said = {"decision": "It stands.", "reason": "So.", "author": "Ada Reyes", "date": "2024-06-01"}
    return Decision.model_validate({"id": "d", "check": check.name, "record": record, "rests_on": resting, **said})


@settings(max_examples=300, deadline=None)
@given(data=st.data())
def test_a_decision_falls_by_an_edit_of_what_its_check_looks_at_and_by_no_other_of_its_record(
    data: st.DataObject,
) -> None:
    check, kind = data.draw(st.sampled_from(BY_FIELDS))
    graph = case_of(EXAMPLE).graph
    key = data.draw(st.sampled_from(sorted(graph.records[kind])))
    node = graph.nodes[kind, key]
    decision = decided(graph, check, f"{kind}/{key}")
    path = data.draw(st.sampled_from(sorted(scalars(node))))
    field = node.entries[path[0]].key.text
    text = data.draw(st.text(alphabet="ab1 -", min_size=1, max_size=3))
    is_gone = data.draw(st.booleans())
    changed = node.without({field}) if is_gone else with_other_text(node, path, text)
    assert isinstance(changed, MappingNode)
    after = replace(graph, nodes={**graph.nodes, (kind, key): changed}, memory=Memory())

    is_looked_at = field in check.rests_on[kind]
    assert bool(Decisions(after).changes(decision)) is is_looked_at
    assert Decisions(graph).changes(decision) == ()


@names
def test_a_check_reads_no_field_of_its_records_that_a_decision_on_it_does_not_rest_on(
    page: CheckPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    check, fires = page.check, page.fires
    case, _ = load_example(tmp_path, fires.case, fires.files)
    cases = [read_anew(one) for one in (case, *map(case_of, (EXAMPLE, REAL)))]
    read = fields_read(check, cases, monkeypatch)

    assert set(check.rests_on) <= read.keys()
    for kind, fields in check.rests_on.items():
        assert sorted(read[kind] - TOLD_OTHERWISE - set(fields)) == []
        assert set(fields) <= set(KIND_BY_KEY[kind].record.model_fields)


def fields_read(check: Check, cases: list[CheckInput], monkeypatch: pytest.MonkeyPatch) -> dict[str, set[str]]:
    """Return the fields of each kind of records that a check reads when it runs."""
    read: defaultdict[str, set[str]] = defaultdict(set)

    def noting(kind: str, known: frozenset[str]) -> Callable[[object, str], object]:
        def get(record: object, name: str) -> object:
            if name in known:
                read[kind].add(name)
            return object.__getattribute__(record, name)

        return get

    with monkeypatch.context() as patch:
        for kind in check.rests_on:
            record = KIND_BY_KEY[kind].record
            patch.setattr(record, "__getattribute__", noting(kind, frozenset(record.model_fields)))
        for case in cases:
            told = (*check.looked(case), *check.find(case))
            assert told or case is not cases[0]
    return read


CASE = """
case: {title: Example}
people: [{id: wolk, name: Mara Wolk}]
sources: [{id: report, title: A report, type: book, held: held}]
roles: [{id: governor, person: wolk, title: Governor, dates: 2015-08/2017-04}]
allegations:
  - id: beatings
    title: Beatings
    statement: Prisoners were beaten.
    period: 2017-06
    roles: [{role: governor, responsibility: command}]
    evidence: [report]
"""
DECISION = """
decisions:
  - id: d
    check: conduct-outside-tenure
    record: allegations/beatings
    decision: It stands.
    reason: So.
    author: Ada Reyes
    date: 2024-06-01
    rests_on: [RESTS]
"""


def found(folder: Path, text: str) -> tuple[CaseGraph, Diagnostic]:
    case, faults = load_example(folder, text)
    assert faults == []
    (one,) = findings_of(run_checks(case, [check_named("conduct-outside-tenure")]))
    return case.graph, one


def test_a_decision_of_before_stands_while_the_whole_record_stands(tmp_path: Path) -> None:
    graph, one = found(tmp_path, CASE)
    resting = dict(rests_on(graph, "allegations/beatings", [one]))
    resting["allegations/beatings"] = str(fingerprint(graph, "allegations/beatings"))
    decision = DECISION.replace("RESTS", ", ".join(map(" ".join, resting.items())))

    assert found(tmp_path, CASE + decision)[1].decided_by == "d"
    assert found(tmp_path, CASE.replace("beaten.", "starved.") + decision)[1].decided_by == ""

"""The proof matrix and the timeline."""

from __future__ import annotations

from pathlib import Path

from tests.case_folder import ALLEGATIONS, ROLES, write_case
from tests.each import each

from probata.graph import CaseGraph
from probata.graph.dated import timeline
from probata.graph.load import load_case
from probata.graph.matrix import MatrixRow, matrix
from probata.graph.resolve import Known
from probata.law import load_catalogue

LAW = load_catalogue()
KNOWN = Known(frozenset({"uk-ghr"}), frozenset({"uncat"}), frozenset({"torture"}))


def _graph(folder: Path, **files: str) -> CaseGraph:
    loaded = load_case(write_case(folder, **files), "harbour", KNOWN)
    assert loaded.graph is not None
    return loaded.graph


def test_a_row_joins_role_responsibility_provision_and_citations(tmp_path: Path) -> None:
    assert matrix(_graph(tmp_path), LAW) == (
        MatrixRow(
            "beatings", "Ardel Solvan", "Commander of the Harbour Guard", "2021-02/2023-09", "command", "UNCAT art 1", 1
        ),
    )


def test_citations_that_speak_against_are_not_counted(tmp_path: Path) -> None:
    text = ALLEGATIONS.replace('["report, p. 7"]', "[report, {source: gazette, against: true}]")

    assert [row.citations for row in matrix(_graph(tmp_path, allegations=text), LAW)] == [1]


@each(
    ("responsibility", "label"),
    [
        ("oversight", "oversight"),
        ("[oversight, command]", "command and oversight"),
        ("{link: direct_superior}", "command"),
        ("{link: supervising_body}", "oversight"),
        ("{conduct: [held_post_only]}", "not stated"),
    ],
)
def test_the_plain_label_follows_from_what_is_recorded(tmp_path: Path, responsibility: str, label: str) -> None:
    graph = _graph(tmp_path, roles=ROLES.replace("responsibility: command", f"responsibility: {responsibility}"))

    assert [row.responsibility for row in matrix(graph, LAW)] == [label]


def test_the_timeline_goes_by_first_days_and_leaves_out_what_has_none(tmp_path: Path) -> None:
    events = """
- {id: e1, kind: incident, title: March, dates: 2021-03}
- {id: e2, kind: incident, title: Year, dates: 2021}
- {id: e3, kind: incident, title: No date}
- {id: e4, kind: incident, title: No beginning, dates: ../2020}
"""
    entries = timeline(_graph(tmp_path, events=events))

    assert [entry.text for entry in entries] == ["Year", "Ardel Solvan: Commander of the Harbour Guard", "March"]
    assert [entry.kind for entry in entries] == ["incident", "role", "incident"]

"""The proof matrix, the timeline, figures in texts, what changed, and whom a filing supports."""

from __future__ import annotations

from pathlib import Path

from tests.case_folder import ALLEGATIONS, PEOPLE, ROLES, write_case
from tests.case_folder import CASE as CASE_SUPPORTED
from tests.checks.example_case import load_example
from tests.each import each

from probata.checks.support.printed_figures import with_numbers
from probata.graph import CaseGraph
from probata.graph.dated import timeline
from probata.graph.filings import supported_filings
from probata.graph.load import load_case
from probata.graph.matrix import MatrixRow, matrix
from probata.graph.record_changes import RecordChange, record_changes
from probata.graph.resolve import Known
from probata.graph.texts import behind_figures
from probata.law import load_catalogue
from probata.model.case_file import Filing
from probata.pipeline import open_case, open_workspace

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


CASE = """
case: {title: Example}
datasets:
  - id: returns
    title: Returns
    file: returns.csv
    columns: [{key: year, heading: Year, type: date, key_column: true}, {key: n, heading: Returns}]
figures:
  - {id: all, title: All, operation: sum, of: [{dataset: returns, column: n}]}
  - {id: part, title: Part, operation: share, of: [{dataset: returns, column: n, rows: ["2015"]}, {figure: all}]}
  - {id: round, title: Round, operation: value, of: [{figure: about}]}
  - {id: about, title: About, operation: value, of: [{figure: round}]}
"""
FILES = {"returns.csv": "year,n\n2015,1000\n2016,3000\n"}


def test_the_figures_and_tables_behind_a_figure_are_given_once_and_a_ring_comes_to_an_end(tmp_path: Path) -> None:
    case, _ = load_example(tmp_path, CASE, FILES)

    assert set(behind_figures(case.graph, ["part"])) == {
        ("figures", "part"), ("figures", "all"), ("datasets", "returns"),
    }  # fmt: skip
    assert set(behind_figures(case.graph, ["round"])) == {("figures", "round"), ("figures", "about")}
    assert behind_figures(case.graph, ["no-such"]) == (("figures", "no-such"),)


@each(
    ("text", "shown"),
    [
        ("{{ figure('all').number }} returns", "4,000 returns"),
        ("{{ figure('all') }} returns, {{ figure('part').number }}%", "4,000 returns, 25%"),
        ("4 returns{{ figure('all').note }}", "4 returns"),
        ("{{ figure('round').number }} and {{ state }}", "{{ figure('round').number }} and {{ state }}"),
    ],
)
def test_a_text_beside_a_finding_has_the_numbers_of_its_figures(text: str, shown: str, tmp_path: Path) -> None:
    case, _ = load_example(tmp_path, CASE, FILES)

    assert with_numbers(text, case.figures) == shown


def graph(folder: Path, **files: str) -> CaseGraph:
    path = write_case(folder, **files)
    found = open_case(path, "harbour", open_workspace()).graph
    assert found is not None
    return found


def changes(tmp_path: Path, **files: str) -> list[RecordChange]:
    return record_changes(graph(tmp_path / "before"), graph(tmp_path / "after", **files))


def test_the_same_records_in_another_layout_have_not_changed(tmp_path: Path) -> None:
    assert changes(tmp_path, people=PEOPLE.replace("- id: merrik\n", "- id:   merrik   # as before\n")) == []


def test_a_changed_field_is_named(tmp_path: Path) -> None:
    said = ALLEGATIONS.replace("guards beat detainees.", "guards struck detainees.")
    assert changes(tmp_path, allegations=said) == [RecordChange("allegations/beatings", "changed", ("statement",))]


def test_a_record_that_came_and_one_that_went_are_told(tmp_path: Path) -> None:
    other = PEOPLE.replace("merrik", "orven")
    found = [one for one in changes(tmp_path, people=other) if one.record.startswith("people/")]
    assert found == [RecordChange("people/orven", "added"), RecordChange("people/merrik", "removed")]


@each(
    ("links", "chain"),
    [
        ({"a": "b", "b": "c"}, ["b", "c"]),
        ({"a": "b", "b": "a"}, ["b"]),
        ({"a": "a"}, []),
        ({"b": "c"}, []),
        ({"a": "b", "b": "c", "c": "b"}, ["b", "c"]),
    ],
)
def test_the_chain_is_followed_once_round(links: dict[str, str], chain: list[str], tmp_path: Path) -> None:
    own = (f"{{id: {key}, forum: uk-ghr{f', supports_filing: {links[key]}' if key in links else ''}}}" for key in "abc")
    head = CASE_SUPPORTED.partition("filings:")[0]
    graph = open_case(write_case(tmp_path, case=f"{head}filings: [{', '.join(own)}]\n"), "h", open_workspace()).graph
    assert graph is not None
    (first, *_) = graph.case.filings

    assert [found.id for found in supported_filings(graph, first)] == chain


def test_a_filing_of_no_case_supports_what_it_names_there(tmp_path: Path) -> None:
    graph = open_case(write_case(tmp_path), "h", open_workspace()).graph
    assert graph is not None

    letter = Filing(id="letter", forum="support-statement", supports_filing="submission")
    assert [found.id for found in supported_filings(graph, letter)] == ["submission"]
    assert supported_filings(graph, letter.model_copy(update={"supports_filing": "gone"})) == ()

"""The submissions that a filing supports, along the chain."""

from __future__ import annotations

from pathlib import Path

from tests.case_folder import CASE, write_case
from tests.each import each

from probata.graph.filings import supported_filings
from probata.model.case_file import Filing
from probata.pipeline import open_case, open_workspace


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
    head = CASE.partition("filings:")[0]
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

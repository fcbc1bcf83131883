"""Walks that pass over fields find what a walk through every field finds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from probata.checks.prose.citations import citations_in
from probata.checks.prose.texts import MarkdownText, markdown_texts
from probata.graph import CaseGraph
from probata.model.case_file import CaseFile
from probata.model.citation import Citation
from probata.model.kinds import KINDS
from probata.model.parts import is_own, parts_in
from probata.model.record import Part, markdown_fields, own_fields
from probata.pipeline import open_case, open_workspace

CASES = ("claims/example", "claims/liu-jianchao")


@pytest.fixture(scope="module", params=CASES)
def graph(request: pytest.FixtureRequest) -> CaseGraph:
    found = open_case(Path(request.param), request.param, open_workspace()).graph
    assert found is not None
    return found


def every_part(value: Any) -> Iterator[Part]:
    """Give every part below a value, by looking into every field of each."""
    if isinstance(value, Part):
        yield value
        for name in type(value).model_fields:
            yield from every_part(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from every_part(item)


def parts_of(graph: CaseGraph) -> list[Part]:
    return [part for record in (graph.case, *(found for _, found in graph.each())) for part in every_part(record)]


def test_every_markdown_text_is_found(graph: CaseGraph) -> None:
    written = [
        text
        for part in parts_of(graph)
        for name in type(part).model_fields
        if name in markdown_fields(type(part)) and isinstance(text := getattr(part, name), str)
    ]

    assert len(written) > 50
    assert sorted(found.value for found in markdown_texts(graph)) == sorted(written)


def fields_of(part: type[Part]) -> Iterator[tuple[str, str]]:
    """Give the names of a part and of its fields in the author's own words, and those of the parts below it."""
    ahead, seen = [part], set[type[Part]]()
    while ahead:
        if (one := ahead.pop()) not in seen:
            seen.add(one)
            yield from ((one.__name__, name) for name in own_fields(one))
            ahead += [found for info in one.model_fields.values() for found in parts_in(info.annotation)]


def test_what_the_author_writes_is_filled_and_what_others_say_is_not() -> None:
    kinds: list[type[Part]] = [CaseFile, *(kind.record for kind in KINDS)]
    own = {field for kind in kinds for field in fields_of(kind)}

    assert own == {
        ("CaseFile", "summary"), ("Author", "description"), ("Relief", "argument"), ("Narrative", "text"),
        ("Allegation", "statement"), ("Allegation", "particulars"), ("LimbFinding", "text"),
        ("Evidence", "supports"), ("Evidence", "point"), ("Evidence", "answered"), ("Citation", "supports"),
        ("Affected", "description"),
        ("Body", "description"), ("Event", "description"), ("Person", "description"), ("Dataset", "description"),
        ("ArguedCount", "wrong"), ("Argument", "conduct"), ("Argument", "evidence"), ("Argument", "why"),
        ("Argument", "against"), ("Argument", "answer"),
    }  # fmt: skip


def test_a_path_leads_to_a_field_of_the_author_or_to_none(graph: CaseGraph) -> None:
    found = {(text.kind, text.loc) for text in markdown_texts(graph) if is_own(holder(graph, text), text.loc)}

    assert ("allegations", ("statement",)) in found
    assert ("counts", ("limbs", 0, "text")) in found or graph.name != "example"
    assert {kind for kind, _ in found} & {"statements", "quotations", "authorities"} == set()
    assert ("allegations", ("answer", "answer")) not in found
    assert not is_own(graph.case, ("filings", 99, "relief", 0, "argument"))
    assert not is_own(graph.case, ("no", "such", "field"))
    assert is_own(graph.case, ("translations", "fr", "summary"))
    assert not is_own(graph.case, ("translations", "fr", "title"))
    assert not is_own(graph.case, ("translations", "summary"))


def holder(graph: CaseGraph, text: MarkdownText) -> Part:
    return graph.case if text.kind == "case" else graph.records[text.kind][text.record_id]


def test_every_citation_is_found(graph: CaseGraph) -> None:
    cited = [part.source for part in parts_of(graph) if isinstance(part, Citation)]

    assert len(cited) > 50
    assert sorted(found.value.source for found in citations_in(graph)) == sorted(cited)


def test_what_was_worked_out_for_a_graph_is_not_that_of_a_changed_one(graph: CaseGraph) -> None:
    assert tuple(markdown_texts(graph))

    bare = replace(graph, records={})

    assert {found.kind for found in markdown_texts(bare)} <= {"case"}

"""Walks that pass over fields find what a walk through every field finds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from probata.checks.citations import citations_in
from probata.checks.markdown_texts import markdown_texts
from probata.graph import CaseGraph
from probata.model.citation import Citation
from probata.model.kinds import KINDS
from probata.model.parts import fields_towards, fields_towards_markdown, part_fields
from probata.model.person import Person
from probata.model.record import Part, markdown_fields
from probata.model.source_record import Source
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


def test_every_citation_is_found(graph: CaseGraph) -> None:
    cited = [part.source for part in parts_of(graph) if isinstance(part, Citation)]

    assert len(cited) > 50
    assert sorted(found.value.source for found in citations_in(graph)) == sorted(cited)


@pytest.mark.parametrize("record", [kind.record for kind in KINDS], ids=lambda record: record.__name__)
def test_a_field_towards_something_is_one_that_holds_parts_or_is_it(record: type[Part]) -> None:
    assert set(fields_towards(record, Citation)) <= set(part_fields(record))
    assert set(fields_towards_markdown(record)) <= {*part_fields(record), *markdown_fields(record)}


def test_a_field_that_can_hold_no_part_is_passed_over() -> None:
    assert part_fields(Source) == ("author", "editor", "translator", "cited_in")
    assert fields_towards(Source, Citation) == ("cited_in",)
    assert "name" in part_fields(Person)


def test_what_was_worked_out_for_a_graph_is_not_that_of_a_changed_one(graph: CaseGraph) -> None:
    assert tuple(markdown_texts(graph))

    bare = replace(graph, records={})

    assert {found.kind for found in markdown_texts(bare)} <= {"case"}

"""Citations, sources and parts of records."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic import ValidationError
from tests.citation.cases import citation, cited, note_texts, paragraph
from tests.each import each

from probata.checks.prose.citations import citations_in
from probata.checks.prose.texts import MarkdownText, markdown_texts
from probata.citation import Library, places_in
from probata.compose.library import csl_item
from probata.graph import CaseGraph
from probata.messages import ENGLISH, load_wording
from probata.model.allegation import Allegation
from probata.model.case_file import CaseFile
from probata.model.citation import Citation, PinpointType, from_short, parse_pinpoint
from probata.model.decode import Decoded, decode_records
from probata.model.kinds import KINDS
from probata.model.name import PersonName
from probata.model.parts import is_own, parts_in
from probata.model.record import Part, ended_turns, markdown_fields, own_fields
from probata.model.role import Role
from probata.model.source_record import Source
from probata.pipeline import open_case, open_workspace
from probata.source.node import SequenceNode
from probata.source.yaml_reader import read_yaml


@each(
    ("written", "kind", "value"),
    [
        ("p. 4", "page", "4"),
        ("p4", "page", "4"),
        ("para 12", "paragraph", "12"),
        ("paras 12-14", "paragraph", "12-14"),
        ("¶ 7", "paragraph", "7"),
        ("part 1", "part", "1"),
        ("n 7, part 2", "note", "7, part 2"),
        ("clause kidnapping", "clause", "kidnapping"),
        ("art 7(1)(i)", "article", "7(1)(i)"),
        ("s 11", "section", "11"),
        ("§ 4", "section", "4"),
        ("reg 6(3)(a)", "regulation", "6(3)(a)"),
        ("rr 44-46", "rule", "44-46"),
        ("r. 5(2)", "rule", "5(2)"),
        ("row 44", "row", "44"),
        ("heading Data", "heading", "Data"),
        ("at 00:03:10", "timecode", "00:03:10"),
        ("fig. 2", "figure", "2"),
        ("annex 2, para 4", "annex", "2, para 4"),
        ("§§ 4-5", "section", "4-5"),
        ("chap. 5", "chapter", "5"),
        ("fns 4-5", "note", "4-5"),
        ("Article 1(1)", "article", "1(1)"),
        ("P. 4", "page", "4"),
        ("Part IV", "part", "IV"),
    ],
)
def test_a_pinpoint_is_read_by_its_whole_word(written: str, kind: str, value: str) -> None:
    assert parse_pinpoint(written) == {"type": kind, "value": value}


@each("words", ["P. Smith dissenting", "L. V. Roe, with reasons", "Part of it", "Articles"])
def test_a_word_with_a_capital_is_a_place_where_a_number_follows_alone(words: str) -> None:
    assert parse_pinpoint(words) is None


def test_words_that_name_no_place_are_a_remark() -> None:
    role = Role.model_validate(
        {"id": "r", "person": "p", "title": "t", "dates": "2015", "citations": ["decree, passim", "@gazette, p. 3"]}
    )

    assert role.citations[0] == Citation(source="decree", remark="passim")
    assert (role.citations[1].source, role.citations[1].pinpoint.value if role.citations[1].pinpoint else "") == (
        "gazette",
        "3",
    )


def pinpoint(written: object) -> tuple[str, str]:
    found = Citation.model_validate({"source": "corr", "pinpoint": written}).pinpoint
    assert found is not None
    return found.type, found.value


def test_places_beside_each_other_are_a_list_or_one_value() -> None:
    page, paragraph = {"type": "page", "value": "890"}, {"type": "paragraph", "value": "12"}
    in_short = from_short("corr, p. 890, paragraph 12")["pinpoint"]

    assert pinpoint([page, paragraph]) == pinpoint(in_short) == ("page", "890, paragraph 12")
    assert pinpoint([page]) == pinpoint(page) == ("page", "890")


NUMBERED = [kind for kind in get_args(PinpointType) if kind not in {"heading", "whole"}]


@each("first", NUMBERED)
@each("second", [*NUMBERED, "heading"])
def test_each_place_of_a_list_is_read_by_its_kind(first: str, second: str) -> None:
    times = {"timecode": "1:03:10"}
    places = [(first, times.get(first, "4")), (second, times.get(second, "12"))]
    kind, value = pinpoint([{"type": one, "value": where} for one, where in places])

    expected = places if first != second else [(first, ", ".join(where for _, where in places))]
    assert places_in(kind, value) == tuple(expected)


def test_the_fault_of_one_place_of_a_list_has_its_own_place() -> None:
    with pytest.raises(ValidationError) as raised:
        pinpoint([{"type": "page", "value": "890"}, {"type": "pge", "value": "12"}])
    assert [one["loc"] for one in raised.value.errors()] == [("pinpoint", 1, "type")]


def _decode(*lines: str) -> Decoded[Source]:
    node, _ = read_yaml("- id: s\n" + "".join(f"  {line}\n" for line in lines), "sources.yaml")
    assert isinstance(node, SequenceNode)
    return decode_records(list(node.items), Source, "sources")


@each(
    ("of_csl", "ours"),
    [
        ("URL", "url"),
        ("DOI", "doi"),
        ("ISBN", "isbn"),
        ("ISSN", "issn"),
        ("container-title", "container_title"),
        ("collection-title", "collection_title"),
        ("collection-number", "collection_number"),
        ("publisher-place", "publisher_place"),
        ("event-title", "event_title"),
        ("event", "event_title"),
        ("event-place", "event_place"),
    ],
)
def test_a_field_may_be_spelled_as_in_csl(of_csl: str, ours: str) -> None:
    decoded = _decode(f"{of_csl}: words")

    assert decoded.findings == []
    assert getattr(decoded.records[0][0], ours) == "words"


def test_one_field_in_two_spellings_is_found_and_ours_is_kept() -> None:
    decoded = _decode("URL: http://a.example", "url: http://b.example")

    (found,) = decoded.findings
    assert (found.code, found.name, str(found.span)) == ("REC110", "field-given-twice", "sources.yaml:2:3")
    assert found.message == "`URL` is another spelling of `url`, which this record has already"
    assert found.help == "delete one of the two"
    assert decoded.records[0][0].url == "http://b.example"


def test_several_authors_in_one_entry_are_no_body() -> None:
    (fault,) = _decode("title: A Study", 'author: ["Smith, John; Roe, Ann"]').findings

    assert (fault.message, str(fault.span)) == ("`Smith, John; Roe, Ann` should be one name", "sources.yaml:3:12")


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


@each(
    ("text", "ended"),
    [
        ("Open \u202etitle", "Open \u202etitle\u202c"),
        ("Open \u2067title ", "Open \u2067title\u2069 "),
        ("\u202a\u2066both", "\u202a\u2066both\u2069\u202c"),
        ("\u2067isolate \u202bends\u2069", "\u2067isolate \u202bends\u2069"),
        ("\u202ba \u2066b\u202c c", "\u202ba \u2066b\u202c c\u2069\u202c"),
        ("closed \u202ehere\u202c too", "closed \u202ehere\u202c too"),
        ("ends \u202c\u2069 only", "ends \u202c\u2069 only"),
        ("تقرير [Report]", "تقرير [Report]"),
    ],
)
def test_what_is_open_at_the_end_is_ended_there_and_nothing_else_is_changed(text: str, ended: str) -> None:
    assert ended_turns(text) == ended
    assert ended_turns(ended) == ended


def test_a_record_holds_no_open_turn() -> None:
    source = Source.model_validate(
        {"id": "a", "title": "Open \u202etitle", "author": [{"family": "Ri\u202ell"}],
         "container_title": "\u2067Weekly", "translations": {"fr": {"title": "Titre \u202eouvert"}}}
    )  # fmt: skip
    assert source.title == "Open \u202etitle\u202c"
    assert source.author[0].family == "Ri\u202ell\u202c"
    assert source.container_title == "\u2067Weekly\u2069"
    assert source.translations["fr"]["title"] == "Titre \u202eouvert\u202c"
    assert PersonName.model_validate({"full": "\u202eSolvan"}).display == "\u202eSolvan\u202c"
    allegation = Allegation.model_validate({"id": "b", "title": "A", "statement": "They \u202ebeat him."})
    assert allegation.statement == "They \u202ebeat him.\u202c"


@each("style", ["oscola-4", "bluebook-21", "un-plain"])
def test_a_title_turns_nothing_round_that_stands_behind_it_in_a_note(style: str) -> None:
    source = Source.model_validate(
        {"id": "a", "type": "book", "title": "Open \u202etitle", "publisher": "A Press", "issued": "2020"}
    )
    library = Library({"a": csl_item(source, load_wording(ENGLISH))})
    (note,) = note_texts(cited(paragraph("A", citation("a")), library=library, name=style))

    assert note.count("\u202e") == note.count("\u202c") == 1
    assert "\u202c" in note.partition("2020")[0]

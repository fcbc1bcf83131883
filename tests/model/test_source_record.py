"""Sources in the words of CSL: its variables, and its own spelling of their names."""

from __future__ import annotations

from tests.each import each

from probata.model.decode import Decoded, decode_records
from probata.model.source_record import Source
from probata.source.node import SequenceNode
from probata.source.yaml_reader import read_yaml


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

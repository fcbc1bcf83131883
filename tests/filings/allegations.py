"""What the records say of each allegation that is put forward, read without the project."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tests.filings.cases import ROOT, FilingName, Record, by_id, read_yaml, records

LABEL_OF_LINK = {
    "direct_superior": "command",
    "member_of_deciding_body": "oversight",
    "supervising_body": "oversight",
    "author_or_promoter": "oversight",
}


@dataclass(frozen=True, slots=True)
class AllegedRecord:
    """An allegation of the records in the words that documents print."""

    id: str
    title: str
    roles: dict[str, str]
    """Titles by id."""
    labels: dict[str, set[str]]
    """Command, oversight or both, by id of the role."""
    provisions: list[str]
    """As documents name them."""


def alleged_in(name: FilingName) -> list[AllegedRecord]:
    """Return the allegations that a filing puts forward, in the order of the records."""
    roles = by_id(name.case, "roles")
    return [
        _alleged(record, roles)
        for record in records(name.case, "allegations")
        if record.get("pursued", "true") == "true" and name.filing not in record.get("not_in", [])
    ]


def _alleged(record: Record, roles: dict[str, Record]) -> AllegedRecord:
    alleged = {item["role"]: item for item in record.get("roles", [])}
    return AllegedRecord(
        record["id"],
        record["title"],
        {id_: roles[id_]["title"] for id_ in alleged},
        {
            id_: set(_labels(item.get("responsibility") or roles[id_].get("responsibility")))
            for id_, item in alleged.items()
        },
        [_provision(item) for item in record.get("provisions", [])],
    )


def _labels(responsibility: object) -> Iterator[str]:
    for ground in responsibility if isinstance(responsibility, list) else [responsibility]:
        if isinstance(ground, str):
            yield ground
        elif isinstance(ground, dict):
            label = ground.get("label") or LABEL_OF_LINK.get(ground.get("link", ""))
            yield from [label] if label else []


def _provision(item: Record) -> str:
    if "instrument" not in item:
        return f"“{item['named']}” (instrument not identified)" if "named" in item else "instrument not identified"
    path = ROOT / "src" / "probata" / "law" / "instruments" / f"{item['instrument']}.yaml"
    instrument = read_yaml(path)
    name = str(instrument["abbreviation"])
    return f"{name}, {instrument.get('unit', 'article')} {item['provision']}" if "provision" in item else name

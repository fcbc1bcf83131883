"""What the records say of each allegation that is put forward, read without the project."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tests.filings.cases import ROOT, FilingName, Record, by_id, language_of, read_yaml, records
from tests.filings.words import law_in, words_in

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
    posts: list[str]
    """The same as sentences call them: in short, where that is recorded."""
    labels: dict[str, set[str]]
    """Command, oversight or both, by id of the role."""
    provisions: list[str]
    """As documents name them."""
    contrary: list[list[str]]
    """What each item against it shows, in the pieces of its words between names in braces."""
    language: str = "en"


def alleged_in(name: FilingName) -> list[AllegedRecord]:
    """Return the allegations that a filing puts forward, in the order of the records."""
    roles = by_id(name.case, "roles")
    language = language_of(name)
    return [
        _alleged(record, roles, language)
        for record in records(name.case, "allegations")
        if record.get("pursued", "true") == "true" and name.filing not in record.get("not_in", [])
    ]


def _alleged(record: Record, roles: dict[str, Record], language: str) -> AllegedRecord:
    words = words_in(language)["label"]
    alleged = {item["role"]: item for item in record.get("roles", [])}
    return AllegedRecord(
        record["id"],
        _title(record, language),
        {id_: _title(roles[id_], language) for id_ in alleged},
        [_short_title(roles[id_], language) for id_ in alleged],
        {
            id_: {words[label] for label in _labels(item.get("responsibility") or roles[id_].get("responsibility"))}
            for id_, item in alleged.items()
        },
        [_provision(item, language) for item in record.get("provisions", [])],
        [_shown(item, language) for item in record.get("evidence", []) if item.get("against") == "true"],
        language,
    )


def _title(record: Record, language: str) -> str:
    """Return the title in the language of a document, or as recorded where it is not translated."""
    return str(record.get("translations", {}).get(language, {}).get("title", record["title"]))


def _short_title(record: Record, language: str) -> str:
    told = record.get("translations", {}).get(language, record)
    return str(told.get("short_title") or _title(record, language))


def _shown(item: Record, language: str) -> list[str]:
    """Return the words of an item of evidence; where a figure stands in them, those round it."""
    told = item.get("translations", {}).get(language, {}).get("supports", item["supports"])
    return [words.strip() for words in re.split(r"\{\{.*?\}\}", told) if words.strip()]


def _labels(responsibility: object) -> Iterator[str]:
    for ground in responsibility if isinstance(responsibility, list) else [responsibility]:
        if isinstance(ground, str):
            yield ground
        elif isinstance(ground, dict):
            label = ground.get("label") or LABEL_OF_LINK.get(ground.get("link", ""))
            yield from [label] if label else []


def _provision(item: Record, language: str) -> str:
    words = words_in(language)
    if "instrument" not in item:
        unknown = str(words["provision"]["not_identified"])
        marks = {"open": "“", "close": "”"} if language == "en" else words["quote"]
        named = f"{marks['open']}{item.get('named')}{marks['close']}"
        return str(words["provision"]["named"]).format(name=named) if "named" in item else unknown
    instrument = read_yaml(ROOT / "src" / "probata" / "law" / "instruments" / f"{item['instrument']}.yaml")
    name = law_in(language).get("instrument", {}).get(item["instrument"], instrument)["abbreviation"]
    unit = words["unit"][instrument.get("unit", "article")]
    is_stated = "provision" in item and not item.get("inferred")  # our own reading of the number is in no document
    return f"{name}, {unit} {item['provision']}" if is_stated else str(name)

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from tests.cli.command import Command

from probata.model.kinds import KINDS
from probata.model.schema import record_schemas


def test_every_record_file_has_its_schema(probata: Command) -> None:
    found = probata("schema", "--out", "here/schemas")

    assert found.code == 0
    written = {path.name.removesuffix(".schema.json") for path in (probata.folder / "here/schemas").iterdir()}
    assert written == {"case", *(kind.key for kind in KINDS)}


def test_a_schema_is_valid_json_with_its_dialect(probata: Command) -> None:
    probata("schema")

    schema = json.loads((probata.folder / "schemas/exhibits.schema.json").read_text(encoding="utf-8"))
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["items"] == {"$ref": "#/$defs/Exhibit"}
    assert schema["$defs"]["Exhibit"]["required"] == ["id", "mark", "description"]


def test_every_field_of_every_record_is_described() -> None:
    missing = [
        f"{name}: {field}"
        for name, schema in record_schemas().items()
        for record in records_of(schema)
        for field, described in record.get("properties", {}).items()
        if not (described.get("description") or target_of(described, schema).get("description"))
    ]

    assert missing == []


def test_every_reference_in_a_schema_leads_somewhere() -> None:
    for name, schema in record_schemas().items():
        for reference in references_in(schema):
            assert reference.removeprefix("#/$defs/") in schema["$defs"], f"{name}: {reference}"


def test_a_number_may_be_written_where_a_text_is_expected() -> None:
    volume = record_schemas()["sources"]["$defs"]["Source"]["properties"]["volume"]

    assert volume["anyOf"][0]["type"] == ["string", "number"]


def test_a_schema_folder_that_cannot_be_made_ends_with_2(probata: Command) -> None:
    (probata.folder / "taken").write_text("a file", encoding="utf-8")

    assert probata("schema", "--out", "taken/schemas").code == 2


def records_of(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield schema
    yield from schema.get("$defs", {}).values()


def target_of(field: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    """Return what a field refers to: where both have the same description, only the target keeps it."""
    target: dict[str, Any] = schema.get("$defs", {}).get(field.get("$ref", "").removeprefix("#/$defs/"), {})
    return target


def references_in(schema: Any) -> Iterator[str]:
    if isinstance(schema, dict):
        if "$ref" in schema:
            yield schema["$ref"]
        for value in schema.values():
            yield from references_in(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from references_in(value)

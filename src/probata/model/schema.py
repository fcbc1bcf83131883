"""JSON Schemas of the record files, for editors that complete fields and show what each is for.

The schema of a list file is an array of its record. JSON Schema, draft 2020-12.
"""

from __future__ import annotations

from typing import Any

from probata.model.case_file import CaseFile
from probata.model.kinds import KIND_BY_KEY, KINDS
from probata.model.record import Part

DIALECT = "https://json-schema.org/draft/2020-12/schema"
CASE = "case"


def record_schemas() -> dict[str, dict[str, Any]]:
    """Return the schema of every record file by the name of the file without its ending."""
    return {key: record_schema(key) for key in (CASE, *(kind.key for kind in KINDS))}


def record_schema(key: str) -> dict[str, Any]:
    """Return the schema of a record file by its name without ending. Raises `KeyError` where no file has that name."""
    if key == CASE:
        return {"$schema": DIALECT, **_schema_of(CaseFile)}
    return _list_schema(key, KIND_BY_KEY[key].record)


def _list_schema(key: str, record: type[Part]) -> dict[str, Any]:
    schema = _schema_of(record)
    shared = schema.pop("$defs", {})
    items = {"$ref": f"#/$defs/{record.__name__}"}
    return {
        "$schema": DIALECT,
        "title": key,
        "description": schema.get("description", ""),
        # A file that holds no record yet is empty, which YAML reads as nothing.
        "type": ["array", "null"],
        "items": items,
        "$defs": {**shared, record.__name__: schema},
    }


def _schema_of(record: type[Part]) -> dict[str, Any]:
    made = record.model_json_schema()
    schema = _described(_as_written(made), made.get("$defs", {}))
    if not isinstance(schema, dict):
        raise TypeError(f"the schema of {record.__name__} is not an object")
    return schema


def _described(schema: Any, parts: dict[str, Any]) -> Any:
    """Say what a field is for beside its `$ref` too: editors read no further, and pydantic leaves out what is equal."""
    if isinstance(schema, list):
        return [_described(item, parts) for item in schema]
    if not isinstance(schema, dict):
        return schema
    written = {key: _described(value, parts) for key, value in schema.items()}
    for field in written["properties"].values() if isinstance(written.get("properties"), dict) else ():
        part = parts.get(str(field.get("$ref", "")).removeprefix("#/$defs/"), {}) if isinstance(field, dict) else {}
        if "description" in part and "description" not in field:
            field["description"] = part["description"]
    return written


def _as_written(schema: Any) -> Any:
    """Let a text be written as a number too: `volume: 3` is read as the text "3" by us, as a number by an editor."""
    if isinstance(schema, list):
        return [_as_written(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    written = {key: _as_written(value) for key, value in schema.items()}
    if schema.get("type") == "string" and "enum" not in schema:
        written["type"] = ["string", "number"]
    if str(schema.get("const", "")).isdigit():
        # The version of the format.
        del written["const"]
        written["enum"] = [schema["const"], int(schema["const"])]
    return written

"""Judges entities by the schemata of followthemoney 4.11.2 themselves, without a line of our own tables.

The library needs ICU and a compiler, so `ftm_schemata.json` is an excerpt of it: which properties a schema has, of what
type each is, which are required, and which codes are taken. What the library drops without a word is a fault here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

_FORMS = {
    "date": re.compile(r"\d{4}(-\d{2}(-\d{2}(T[\d:]+)?)?)?"),
    "url": re.compile(r"https?://\S+"),
    "gender": re.compile(r"male|female|other"),
    "number": re.compile(r"\d+"),
}


@cache
def _excerpt() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(Path(__file__).with_name("ftm_schemata.json").read_text(encoding="utf-8"))
    return found


def faults(entities: list[dict[str, Any]]) -> list[str]:
    """Return what is wrong with entities that are flat: each by itself, and links that lead to none of them."""
    ids = {one["id"] for one in entities}
    found = [] if len(ids) == len(entities) else ["an id stands twice"]
    return [*found, *(fault for one in entities for fault in _of_one(one, ids))]


def _of_one(entity: dict[str, Any], ids: set[str]) -> Iterator[str]:
    schema = _excerpt()["schemata"].get(entity["schema"])
    if schema is None:
        yield f"{entity['id']}: no schema {entity['schema']}"
        return
    for name in schema["required"]:
        if not entity["properties"].get(name):
            yield f"{entity['id']}: {name} is missing"
    for name, values in entity["properties"].items():
        kind = schema["properties"].get(name)
        if kind is None:
            yield f"{entity['id']}: no property {name}"
        elif not isinstance(values, list) or not values:
            yield f"{entity['id']}: {name} is no list of values"
        else:
            yield from (f"{entity['id']}: {name} {value}" for value in values if not _is_sound(value, kind, ids))


def _is_sound(value: Any, kind: str, ids: set[str]) -> bool:
    if not isinstance(value, str) or not value.strip():
        return False
    if kind == "entity":
        return value in ids
    if kind in ("country", "language"):
        return value in _excerpt()["countries" if kind == "country" else "languages"]
    form = _FORMS.get(kind)
    return form is None or form.fullmatch(value) is not None

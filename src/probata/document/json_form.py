"""The tree as JSON, for golden files and for other programs.

Every node is an object with `t`, the name of its type; fields that hold their default are left out, and of a look
whatever is as in our own.
"""

from __future__ import annotations

import json
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import Enum
from hashlib import sha256
from typing import Any

from probata.document.look import Look
from probata.document.tree import Document

VERSION = 1


def to_json(document: Document) -> str:
    """Write the document as JSON with one node a line group, keys in field order, a final line break."""
    return json.dumps({"probata-document": VERSION, **_value(document)}, ensure_ascii=False, indent=1) + "\n"


def digest_of(document: Document) -> str:
    """Return the hash of all that the tree holds."""
    return sha256(json.dumps(_value(document), ensure_ascii=False).encode()).hexdigest()


def _value(node: Any) -> Any:  # any dataclass of this room, or what its fields hold
    if isinstance(node, Look):
        return {"t": "Look", **node.changed()}
    if is_dataclass(node) and not isinstance(node, type):
        shown = {f.name: _value(getattr(node, f.name)) for f in fields(node) if not _is_left_out(node, f)}
        return {"t": type(node).__name__, **shown}
    if isinstance(node, tuple):
        return [_value(item) for item in node]
    if isinstance(node, Enum):
        return node.value
    return node


def _is_left_out(node: Any, field: Field[Any]) -> bool:
    value = getattr(node, field.name)
    return field.default is not MISSING and bool(value == field.default)

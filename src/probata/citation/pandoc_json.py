"""Pandoc's documents as JSON, by the reader and writer that come with pydantic, in half of the standard ones' time.

A document of a thousand citations is more than half a megabyte each way, on each build that changes one.
"""

from __future__ import annotations

from typing import Any

from pydantic_core import from_json, to_json

from probata.citation.references import Node


def written(document: Node) -> bytes:
    """Return a document as Pandoc reads it, in UTF-8."""
    return to_json(document)


def read(output: bytes) -> Any:  # whatever JSON holds
    """Return what Pandoc wrote. Raises `ValueError` where it is no JSON."""
    return from_json(output)

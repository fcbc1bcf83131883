"""The sources that a case holds, as an import looks at them."""

from __future__ import annotations

from typing import Any

from probata.importers.match import Known
from probata.model.decode import decode_records
from probata.model.source_record import Source
from probata.source.case_source import CaseSource
from probata.source.node import Mapping, Scalar, to_plain

KIND = "sources"


def held_sources(case: CaseSource) -> list[Known]:
    """Return the sources as they stand in their files, also those with a field that cannot be read."""
    return list(filter(None, map(_known, case.records.get(KIND, []))))


def _known(node: Any) -> Known | None:
    """Return a record as it stands, with our names of its fields."""
    if not isinstance(node, Mapping) or not isinstance(found := node.get("id"), Scalar):
        return None
    plain = {Source.spellings.get(key, key): value for key, value in to_plain(node).items()}
    is_faulty = bool(decode_records([node], Source, KIND).findings)
    return Known(found.text, {key: value for key, value in plain.items() if key != "id"}, node.span, is_faulty)

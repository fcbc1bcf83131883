"""A new read of an allegation, as its file holds it."""

from __future__ import annotations

import re
from typing import Any

from probata.cli.appending import free_id
from probata.graph import CaseGraph
from probata.model.allegation import Allegation
from probata.model.read import AllegationRead
from probata.proof.reads import resting_now

KIND = "reads"
_PLAIN_DATE = re.compile(r"[\d-]+")


def new_read(
    graph: CaseGraph, allegation: Allegation, read_as: AllegationRead, by: str, day: str, taken: set[str]
) -> dict[str, Any]:
    """Return the read as its file holds it, with an id that no other read has."""
    dated = f"-{day}" if _PLAIN_DATE.fullmatch(day) else ""
    name = free_id(f"read-{allegation.id}", f"-{read_as.replace('_', '-')}{dated}", taken)
    taken.add(name)
    resting = resting_now(graph, allegation, read_as)
    return {
        "id": name,
        "what": allegation.id,
        "read_as": read_as,
        "by": by,
        "on": day,
        "rests_on": [f"{record} {fingerprint}" for record, fingerprint in resting],
    }

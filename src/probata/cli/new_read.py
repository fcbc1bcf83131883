"""A new read of an allegation, as its file holds it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from probata.cli.appending import free_id
from probata.cli.cannot_continue import CannotContinueError
from probata.graph import CaseGraph
from probata.model.allegation import Allegation
from probata.model.dates import When
from probata.model.read import AllegationRead
from probata.proof.day_of_read import DaysKnown, read_later
from probata.proof.reads import resting_now

KIND = "reads"
_RIGHT_DAY = "name the day on which it was read, or correct the date in the record that is wrong"
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


def refuse_what_cannot_be(
    graph: CaseGraph, record: Mapping[str, Any], read_as: AllegationRead, day: When, result: str
) -> None:
    """Raise `CannotContinueError` for a read of which the records show that it was not made on that day, or a copy."""
    before = [read for read in graph.reads if (read.what, read.read_as) == (record["what"], read_as)]
    resting = tuple(record["rests_on"])
    for read in before:
        same = (read.by, read.on.text, read.result) == (record["by"], day.text, result)
        if same and resting == tuple(f"{one.record} {one.fingerprint}" for one in read.rests_on):
            raise CannotContinueError(
                f"that read is written down already, as `{read.id}`, and nothing has changed since", "nothing is to do"
            )
    if later := read_later(day, before):
        raise CannotContinueError(
            f"`{day.text}` is before the read `{later.id}` of `{later.on.text}`, which it would follow", _RIGHT_DAY
        )
    if told := DaysKnown(graph).later_than(day, (one.rpartition(" ")[0] for one in resting)):
        raise CannotContinueError(f"`{day.text}` is before what the read rests on: {told}", _RIGHT_DAY)

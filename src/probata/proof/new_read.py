"""A read of an allegation as it is written down: on what it rests, and why it cannot be one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from probata.edits.ids import free_id
from probata.graph import CaseGraph
from probata.model.allegation import Allegation
from probata.model.dates import When
from probata.model.read import AllegationRead
from probata.proof.reads import DaysKnown, read_later, resting_now

RIGHT_DAY = "name the day on which it was read, or correct the date in the record that is wrong"
_PLAIN_DATE = re.compile(r"[\d-]+")


class CannotReadError(ValueError):
    """A read that cannot have been made so; carries the next step."""

    def __init__(self, message: str, help: str) -> None:
        super().__init__(message)
        self.help = help


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
    """Raise `CannotReadError` for a read of which the records show that it was not made on that day, or a copy."""
    before = [read for read in graph.reads if (read.what, read.read_as) == (record["what"], read_as)]
    resting = tuple(record["rests_on"])
    for read in before:
        same = (read.by, read.on.text, read.result) == (record["by"], day.text, result)
        if same and resting == tuple(f"{one.record} {one.fingerprint}" for one in read.rests_on):
            raise CannotReadError(
                f"that read is written down already, as `{read.id}`, and nothing has changed since", "nothing is to do"
            )
    if later := read_later(day, before):
        raise CannotReadError(
            f"`{day.text}` is before the read `{later.id}` of `{later.on.text}`, which it would follow", RIGHT_DAY
        )
    if told := DaysKnown(graph).later_than(day, (one.rpartition(" ")[0] for one in resting)):
        raise CannotReadError(f"`{day.text}` is before what the read rests on: {told}", RIGHT_DAY)

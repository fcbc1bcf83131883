"""A new read of an allegation, and adding it to the case."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import count
from typing import Any

from probata.cli.cannot_continue import CannotContinueError
from probata.cli.case_path import CasePlace
from probata.graph import CaseGraph
from probata.model.allegation import Allegation
from probata.model.read import AllegationRead
from probata.output import PlacingError, write_atomically
from probata.proof.reads import resting_now
from probata.source.append_record import CannotAppendError, append_record
from probata.source.file_names import on_disk

KIND = "reads"
_LONGEST_ID = 80
_PLAIN_DATE = re.compile(r"[\d-]+")


def new_read(
    graph: CaseGraph, allegation: Allegation, read_as: AllegationRead, by: str, day: str, taken: set[str]
) -> dict[str, Any]:
    """Return the read as its file holds it, with an id that no other read has."""
    dated = f"-{day}" if _PLAIN_DATE.fullmatch(day) else ""
    name = _free_id(f"read-{allegation.id}", f"-{read_as.replace('_', '-')}{dated}", taken)
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


def _free_id(begin: str, end: str, taken: Collection[str]) -> str:
    for number in count(1):
        last = end if number == 1 else f"{end}-{number}"
        if (name := begin[: _LONGEST_ID - len(last)] + last) not in taken:
            return name
    raise AssertionError


def append_reads(place: CasePlace, records: Sequence[dict[str, Any]]) -> str:
    """Add the records to the file of reads and return its path as shown; all of them or none."""
    is_folder = place.path.is_dir()
    path = on_disk(place.path / f"{KIND}.yaml" if is_folder else place.path)
    shown = f"{place.shown}/{KIND}.yaml" if is_folder else place.shown
    try:
        text = path.read_bytes().decode() if path.exists() else ""
        for record in records:
            text = append_record(text, shown, KIND, record, in_one_file=not is_folder)
        write_atomically(path, text.encode())
    except CannotAppendError as error:
        found = error.diagnostic
        raise CannotContinueError(f"{found.span}: {found.message}; nothing was written", found.help) from None
    except (OSError, UnicodeDecodeError, PlacingError) as error:
        raise CannotContinueError(
            f"`{shown}` could not be written: {error}", "close it elsewhere and try again"
        ) from None
    return shown

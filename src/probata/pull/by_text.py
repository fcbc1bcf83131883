"""A change of several texts that are printed as one field, as one change for each text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from probata.pull.change import Change
from probata.pull.edits import Edit
from probata.pull.fields import FieldText
from probata.pull.take import Taker


def of_each_text(change: Change, taker: Taker, notes: Mapping[str, str]) -> list[Change]:
    """Return a change as it is, or parted where each part can be taken into a text of its own, and the whole into none.

    So it is of an address and the day for which it is true, and of the names of a person in two scripts. `notes` are as
    `Taker.take` has them.
    """
    if len(change.edits) < 2 or taker.take(change, notes):
        return [change]
    held: dict[tuple[object, ...], list[Edit]] = {}
    for edit in change.edits:
        taken = taker.take(replace(change, edits=(edit,)), notes)
        if taken is None:
            return [change]
        held.setdefault(_named(taken.text), []).append(edit)
    parts = [replace(change, edits=tuple(edits), is_part=True) for edits in held.values()]
    is_whole = len(parts) > 1 and all(taker.take(part, notes) for part in parts)
    return parts if is_whole else [change]


def _named(text: FieldText) -> tuple[object, ...]:
    return text.kind, text.record, text.loc

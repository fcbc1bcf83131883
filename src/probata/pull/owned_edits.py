"""The changes of some lines, put together by their owner."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from probata.document.origin import Origin
from probata.pull.change import Owner
from probata.pull.edits import Edit, Matter
from probata.pull.owners import Owned, kind_of, owner_of


def owned_edits(
    edits: Sequence[Edit], text: str, owners: Sequence[Owned]
) -> Iterator[tuple[Owner, Origin | None, tuple[Edit, ...]]]:
    """Give each owner once, in the order of its first change, with the field that it is and its changes.

    Changes of looks alone, and pictures that came in, are given apart: what cannot be done with them shall not stand in
    the way of words.
    """
    by_owner: dict[tuple[Owned, Matter], list[Edit]] = {}
    for edit in edits:
        by_owner.setdefault((owner_of(edit, text, owners), edit.matter), []).append(edit)
    for (owner, _), own in by_owner.items():
        yield kind_of(owner), owner if isinstance(owner, Origin) else None, tuple(own)

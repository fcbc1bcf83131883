"""The changes of some lines, put together by their owner."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from probata.document.origin import Origin
from probata.pull.change import Owner
from probata.pull.edits import Edit
from probata.pull.owners import Owned, kind_of, owner_of


def owned_edits(
    edits: Sequence[Edit], text: str, owners: Sequence[Owned]
) -> Iterator[tuple[Owner, Origin | None, tuple[Edit, ...]]]:
    """Give each owner once, in the order of its first change, with the field that it is and its changes."""
    by_owner: dict[Owned, list[Edit]] = {}
    for edit in edits:
        by_owner.setdefault(owner_of(edit, text, owners), []).append(edit)
    for owner, own in by_owner.items():
        yield kind_of(owner), owner if isinstance(owner, Origin) else None, tuple(own)

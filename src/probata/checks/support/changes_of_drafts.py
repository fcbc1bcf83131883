"""The changes that are kept in the documents looked at, and those that these documents do not have."""

from __future__ import annotations

from collections.abc import Iterator

from probata.changes import NotMade
from probata.checks.check_input import CheckInput
from probata.checks.looked_at import Looked
from probata.model.change import Change


def not_made(case: CheckInput) -> Iterator[tuple[Change, NotMade]]:
    """Give the changes that a composed document does not have, with why not, in the order of their file."""
    found = {one.change: one for drafted in case.drafts.values() for one in drafted.not_made}
    yield from ((change, found[change.id]) for change in case.graph.changes if change.id in found)


def changes_of_drafts(case: CheckInput) -> Iterator[Looked]:
    """Give the changes that are kept in a document that is composed."""
    yield from (Looked(f"changes/{change.id}") for change in case.graph.changes if change.filing in case.drafts)

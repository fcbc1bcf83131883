"""Sources that could not be located, and for whose name documents print a gap."""

from __future__ import annotations

from probata.checks.check_input import CheckInput
from probata.checks.support.uses import Uses


def lost_and_nameless(case: CheckInput) -> frozenset[str]:
    """Return the ids of the sources that were not located, that the case uses, and of which nothing names them.

    `note-without-source` tells of them what is to be done; the gap in a document only follows from that.
    """
    return case.once("lost and nameless sources", lambda: _found(case))


def _found(case: CheckInput) -> frozenset[str]:
    lost = [source for source in case.graph.sources if source.held == "not_located" and source.is_nameless]
    uses = Uses(case.graph) if lost else None
    return frozenset(source.id for source in lost if uses and uses.of_source(source))

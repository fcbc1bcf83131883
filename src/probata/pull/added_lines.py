"""Lines that were added: to which line beside them they belong."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from probata.document.printed import PrintedLine
from probata.pull.compare import Cluster
from probata.word.word_text import Line


def with_what_was_added(clusters: Sequence[Cluster], edited: Sequence[Line], moved: Mapping[int, int]) -> list[Cluster]:
    """Put lines that were added below a changed one to it, where both stand in one cell or in none."""
    result: list[Cluster] = []
    for cluster in clusters:
        last = result[-1] if result else None
        is_below = last and last.base and last.edited and cluster.before == last.base[-1] and not cluster.base
        is_below = is_below and cluster.is_compared and cluster.edited[0] not in moved
        if last and is_below and len({edited[n].cell for n in (last.edited[-1], *cluster.edited)}) == 1:
            result[-1] = Cluster(last.base, (*last.edited, *cluster.edited), last.before)
        else:
            result.append(cluster)
    return result


def beside_which(
    cluster: Cluster, standing: Mapping[int, int], now: Sequence[PrintedLine], changed: Collection[int]
) -> tuple[list[int], list[int]]:
    """Return lines that were added as a change of the line above, or below where nothing belongs to that above.

    `standing` are the made lines that the records print still, and where `now`; `changed` are those that are another
    change. The lines of the made document come first, then those of the edited one; of the first there are none at the
    beginning.
    """
    above, below = cluster.before, cluster.before + 1
    new = list(cluster.edited)
    is_alone = above not in standing or now[standing[above]].is_alone
    if is_alone and below in standing and below not in changed and not now[standing[below]].is_alone:
        return [below], [*new, new[-1] + 1]
    return ([above], [new[0] - 1, *new]) if above >= 0 else ([], new)

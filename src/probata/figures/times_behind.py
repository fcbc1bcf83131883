"""The time that a figure covers: its own period, or else that of all numbers behind it together."""

from __future__ import annotations

from collections.abc import Mapping

from probata.figures.taken import Computed
from probata.model.dates import When


def times_behind(figures: Mapping[str, Computed], name: str, *, by_period: bool) -> list[When | None]:
    """Return the times of the numbers behind a figure; `None` for one that is not known.

    With `by_period` a figure on the way that gives its own time has that, and its numbers are not looked at.
    """
    times: list[When | None] = []
    ahead, seen = [name], {name}
    while ahead:
        found = figures.get(ahead.pop())
        if found and found.figure.period and by_period:
            times.append(found.figure.period)
            continue
        for one in found.taken if found else ():
            if one.figure is None:
                times += [term.period for term in one.terms]
            elif one.figure.id not in seen:
                seen.add(one.figure.id)
                ahead.append(one.figure.id)
    return times


def time_of_figure(figures: Mapping[str, Computed], name: str) -> When | None:
    """Return the time of a figure from its first day to its last; `None` where some of it is not known or open."""
    times = times_behind(figures, name, by_period=True)
    known = [when for when in times if when and when.start and when.end]
    if not known or len(known) < len(times):
        return None
    first, last = min(known, key=lambda when: when.first), max(known, key=lambda when: when.last)
    return first if first == last else When("", first.start, last.end, is_period=True)

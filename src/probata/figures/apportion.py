"""Values of longer times, cut to a tenure or a period: by months, by days, or by a fraction that is stated."""

from __future__ import annotations

from dataclasses import replace

from probata.diagnostics import say
from probata.figures.amount import Amount, NoResultError
from probata.figures.shared_time import Extent, Share, extent_of, share_of
from probata.figures.take import NotThereError
from probata.figures.taken import Taken, Term
from probata.graph.case_graph import CaseGraph
from probata.model.dates import Point, When
from probata.model.figure import Apportionment, Figure
from probata.model.role import Role


def apportioned(figure: Figure, taken: Taken, graph: CaseGraph) -> Taken:
    """Return the numbers cut to the time of the figure; those that have no part in it are gone.

    Raises `NoResultError` where no time is named, a number does not say which time it covers, or none is left.
    """
    wanted = figure.to
    is_named = wanted is not None and (wanted.role is not None or wanted.period is not None)
    if wanted is None or (wanted.role and wanted.period) or (wanted.by != "fraction" and not is_named):
        raise NoResultError("it is to be apportioned, and no time is named, or two",
                            "write `to: {role: …}` or `to: {period: …}`")  # fmt: skip
    extent = extent_in(wanted, graph) if is_named else None
    terms = tuple(_cut(term, wanted, extent) for term in taken.terms)
    kept = tuple(term for term in terms if term.share is None or term.share.most > 0)
    if not kept:
        raise NoResultError("none of its values covers a part of the time", "compare the rows with the tenure")
    return replace(taken, terms=kept)


def extent_in(wanted: Apportionment, graph: CaseGraph) -> Extent:
    """Return the tenure of the role, or the period as one that is known to the day."""
    if wanted.period is not None:
        whole = to_the_day(wanted.period)
        return Extent(whole, whole)
    role = graph.find("roles", Role, wanted.role or "")
    if role is None:
        raise NotThereError(wanted.role)
    return extent_of(role.dates)


def to_the_day(when: When) -> When:
    """Return a period with its first and last day as its ends: what is asked for is meant whole."""
    ends = [
        Point(day.year, day.month, day.day) if point else None
        for point, day in ((when.start, when.first), (when.end, when.last))
    ]
    return When(when.text, ends[0], ends[1], is_period=True)


def _cut(term: Term, wanted: Apportionment, extent: Extent | None) -> Term:
    by = "days" if wanted.by == "days" else "months"
    share = share_of(term.period, extent, by) if term.period and extent else None
    if wanted.by == "fraction":
        if wanted.fraction is None:
            raise NoResultError("no fraction is stated", "write `fraction: 5/12`, or `by: months`")
        return replace(term, amount=term.whole.times(wanted.fraction.value), share=share)
    if share is None:
        raise NoResultError(f"the value of {say.words(term.name)} does not say which time it covers, with beginning "
        "and end",
                            "give the table a date column with `covers: period`")  # fmt: skip
    return replace(term, amount=_of(term, share), share=share)


def _of(term: Term, share: Share) -> Amount:
    return term.whole.between(share.low, share.high)

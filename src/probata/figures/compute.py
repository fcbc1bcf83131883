"""Compute the figures of a case from its tables, each after those that it is computed from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Context, Decimal
from fractions import Fraction
from graphlib import CycleError, TopologicalSorter

from probata.diagnostics import Diagnostic, Severity, say
from probata.figures.amount import Amount, NoResultError, round_to
from probata.figures.operations import ADDING, OPERATIONS
from probata.figures.shared_time import Extent, extent_of, share_of
from probata.figures.table import TypedTable
from probata.figures.take import Computed, NotThereError, Taken, Taker, Term, overlaps
from probata.graph.case_graph import CaseGraph
from probata.model.dates import Point, When
from probata.model.figure import MOST_DECIMALS, Apportionment, Figure
from probata.model.quantity import MAX_DIGITS
from probata.model.role import Role

_KEPT = frozenset({"share", "ratio", "average", "per_day", "apportion"})
"""Operations whose results have more decimals than anybody would print."""
_FEW = 2
_CONTEXT = Context(prec=4_000)


def decimals_of(found: Computed) -> int:
    """Return how many decimals of a figure are shown: those asked for, or those that it has where they are few."""
    if found.figure.decimals is not None:
        return found.figure.decimals
    ends = [end for end in (found.amount.low, found.amount.high) if end is not None]
    most = _FEW if found.figure.operation in _KEPT else MOST_DECIMALS
    needed = max((places_of(end) for end in ends), default=0)
    if needed <= most:
        return needed
    return _FEW if found.figure.operation == "ratio" else 1


def places_of(number: Fraction) -> int:
    """Return how many decimals write a number exactly; one more than are ever shown where none do."""
    return next((n for n in range(MOST_DECIMALS + 1) if (number * 10**n).denominator == 1), MOST_DECIMALS + 1)


def ends_shown(amount: Amount, decimals: int) -> tuple[Decimal | None, Decimal | None]:
    """Return the two ends rounded to some decimals; those of a range or bound away from it, so that none says more."""
    step = Fraction(1, 10**decimals)
    ways = ("nearest", "nearest") if amount.low == amount.high else ("down", "up")
    low, high = (
        None if end is None else _digits(round_to(end, step, way), decimals)
        for end, way in zip((amount.low, amount.high), ways, strict=True)
    )
    return low, high


def digits_of(found: Computed) -> int:
    """Return how many digits a figure is shown with, decimals included."""
    decimals = decimals_of(found)
    ends = (end for end in ends_shown(found.amount, decimals) if end is not None)
    return max((max(end.adjusted(), 0) + 1 + decimals for end in ends), default=0)


def is_rounded(amount: Amount, decimals: int) -> bool:
    """Tell whether an end has more decimals than are shown."""
    return any(places_of(end) > decimals for end in (amount.low, amount.high) if end is not None)


def _digits(number: Fraction, decimals: int) -> Decimal:
    return Decimal((number * 10**decimals).numerator).scaleb(-decimals, _CONTEXT)


# Values of longer times, cut to a tenure or a period: by months, by days, or by a fraction that is stated.


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
    return replace(term, amount=term.whole.between(share.low, share.high), share=share)


def compute_figures(graph: CaseGraph, tables: Mapping[str, TypedTable]) -> tuple[dict[str, Computed], list[Diagnostic]]:
    """Return the figures that have a result, by id in the order of the records, and why the others have none.

    A figure that names something that does not exist, or another figure without a result, is missing without a finding
    of its own: that is told where it begins.
    """
    done: dict[str, Computed] = {}
    findings: list[Diagnostic] = []
    taker = Taker(graph, tables, tuple(overlaps(tables)), done)
    by_id = {figure.id: figure for figure in graph.figures}
    circle = set(_in_circle(by_id))
    for name in _in_order(by_id, circle):
        try:
            done[name] = _compute(by_id[name], taker)
        except NoResultError as error:
            findings.append(_finding(graph, by_id[name], str(error), error.help))
        except NotThereError:
            continue
    findings.extend(_circle(graph, by_id[name]) for name in by_id if name in circle)
    return {name: done[name] for name in by_id if name in done}, findings


def _compute(figure: Figure, taker: Taker) -> Computed:
    taken = [taker.take(operand, adds=figure.operation in ADDING) for operand in figure.of]
    if figure.decimals is not None and not 0 <= figure.decimals <= MOST_DECIMALS:
        raise NoResultError(f"it is to be shown with {figure.decimals} decimals", f"write 0 to {MOST_DECIMALS}")
    if not taken:
        raise NoResultError("it is computed from nothing", "name figures or cells in `of`")
    if figure.operation == "apportion":
        taken = [apportioned(figure, one, taker.graph) for one in taken]
    found = Computed(figure, OPERATIONS[figure.operation](figure, taken), tuple(taken))
    if digits_of(found) > MAX_DIGITS:
        raise NoResultError(
            f"it has more than {MAX_DIGITS} digits", "compare the values that it takes with their table"
        )
    return found


def _named(figure: Figure, among: Mapping[str, Figure]) -> set[str]:
    return {operand.figure for operand in figure.of if operand.figure in among and operand.figure}


def _in_order(by_id: Mapping[str, Figure], circle: set[str]) -> Iterable[str]:
    """Return the ids, each after those that it is computed from; those in a circle are left out."""
    kept = {name: figure for name, figure in by_id.items() if name not in circle}
    return TopologicalSorter({name: _named(figure, kept) for name, figure in kept.items()}).static_order()


def _in_circle(by_id: Mapping[str, Figure]) -> Iterable[str]:
    """Give the figures that are computed from themselves, directly or through others."""
    left = {name: _named(figure, by_id) for name, figure in by_id.items()}
    while True:
        try:
            TopologicalSorter(left).prepare()
        except CycleError as error:
            circle = set(error.args[1])
            yield from circle
            left = {name: named - circle for name, named in left.items() if name not in circle}
        else:
            return


def _finding(graph: CaseGraph, figure: Figure, reason: str, help: str) -> Diagnostic:
    return Diagnostic(
        "TAB131", "figure-without-result", Severity.ERROR, f"the figure {say.figure(figure)} has no result: {reason}",
        graph.span("figures", figure.id, "of"), help, record=f"figures/{figure.id}",
    )  # fmt: skip


def _circle(graph: CaseGraph, figure: Figure) -> Diagnostic:
    return Diagnostic(
        "TAB132", "figure-from-itself", Severity.ERROR, f"the figure {say.figure(figure)} is computed from itself",
        graph.span("figures", figure.id, "of"), "take one of the figures out of the circle",
        record=f"figures/{figure.id}",
    )  # fmt: skip

"""Compute the figures of a case from its tables, each after those that it is computed from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from graphlib import CycleError, TopologicalSorter

from probata.diagnostics import Diagnostic, Severity, say
from probata.figures.amount import NoResultError
from probata.figures.apportion import apportioned
from probata.figures.inclusion import overlaps
from probata.figures.operations import ADDING, OPERATIONS
from probata.figures.shown import digits_of
from probata.figures.table import TypedTable
from probata.figures.take import NotThereError, Taker
from probata.figures.taken import Computed
from probata.graph.case_graph import CaseGraph
from probata.model.figure import MOST_DECIMALS, Figure
from probata.model.quantity import MAX_DIGITS


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

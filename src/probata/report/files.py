"""The files of the report, by name."""

from __future__ import annotations

from collections.abc import Iterator

from probata.report.checks import list_of_checks
from probata.report.entries import ChartEntry
from probata.report.figures import list_of_figures
from probata.report.findings import list_of_findings
from probata.report.gather import gather
from probata.report.lists import ListOf, to_csv
from probata.report.material import Material
from probata.report.page.render import to_html
from probata.report.proofs import list_of_proofs
from probata.report.state import State
from probata.report.workbook import to_xlsx

# The lists of the report, in the order in which the workbook has them.


def lists_of(state: State) -> tuple[ListOf, ...]:
    """Return every list: one sheet of the workbook and one CSV file each."""
    return (
        list_of_findings(state.findings), list_of_proofs(state.proofs), state.matrix, state.conduct,
        _posts(state.charts), state.command, list_of_figures(state.figures), state.reads, state.outstanding,
        list_of_checks(state.checks), *state.situation, *state.tables,
    )  # fmt: skip


def _posts(charts: tuple[ChartEntry, ...]) -> ListOf:
    """Return the posts held on the days of the charts, which are pictures and stand in no sheet."""
    rows = tuple((chart.day, chart.heading, held) for chart in charts for held in chart.held)
    return ListOf("posts", "Posts held, by day", ("From", "Period", "Post held"), rows, "No post is held.")


PAGE = "report.html"
BOOK = "report.xlsx"
LISTS = "lists"
"""Folder of the CSV files."""


def files_of(material: Material) -> Iterator[tuple[str, bytes]]:
    """Give the page, the workbook and a CSV file for each list, the page first."""
    state = gather(material)
    lists = lists_of(state)
    yield PAGE, to_html(state)
    yield BOOK, to_xlsx(state, lists)
    for rows in lists:
        yield f"{LISTS}/{rows.id}.csv", to_csv(rows)

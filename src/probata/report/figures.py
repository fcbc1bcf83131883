"""Numbers with their computation, and the tables behind them.

Each producer of numbers is a function from the material to `FigureEntry`s, named in `PRODUCERS`: the figures of
the case, and the totals that sources declare. The page and the lists know nothing of where an entry comes from.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from probata.compose.printer import Printer
from probata.compose.views.calculation import Calculation
from probata.compose.views.figure import figure_words, status_words
from probata.figures import Computed, Presence, Sum, TypedTable, Value, sum_column, time_of_figure
from probata.figures.rules import fits
from probata.model.citation import Citation
from probata.model.dataset import DeclaredTotal
from probata.model.quantity import Bound
from probata.report.entries import FigureEntry
from probata.report.lists import Cell, ListOf
from probata.report.material import Material
from probata.report.proofs import behind, title_of

Producer = Callable[[Material], Iterable[FigureEntry]]


def declared_totals(material: Material) -> Iterator[FigureEntry]:
    """Give the totals that sources declare and no figure takes as they stand, each with what its rows add up to."""
    taken = [one for found in material.figures.values() if (one := _total_of(found))]
    for table in material.tables.values():
        for place, total in enumerate(table.dataset.totals):
            if (table, total) not in taken:
                yield _declared(material, table, place, total)


def computed_figures(material: Material) -> Iterator[FigureEntry]:
    """Give the figures of the case, each with the way to it, and what sources state for the same number.

    One that takes a declared total as it stands is told with what the rows of its table add up to.
    """
    printer = Printer(material.graph, material.catalogue, material.wording)
    for found in material.figures.values():
        yield _computed(material, found, printer)


PRODUCERS: tuple[Producer, ...] = (computed_figures, declared_totals)


def figures_of(material: Material) -> tuple[FigureEntry, ...]:
    """Return all numbers, those of one producer after those of the other."""
    return tuple(entry for producer in PRODUCERS for entry in producer(material))


def _declared(material: Material, table: TypedTable, place: int, total: DeclaredTotal) -> FigureEntry:
    dataset, column = table.dataset, table.column(total.column)
    heading = column.heading if column else total.column
    computed, agrees, way = _added(table, total)
    cited = total.citations or (column.citations if column else ()) or dataset.citations
    return FigureEntry(
        id=f"{dataset.id}-{total.column}",
        title=f"{total.label}: {heading} ({dataset.title})",
        stated=total.printed or total.value.text,
        status=column.status if column else "reported",
        computed=computed,
        agrees=agrees,
        computation=way,
        period=material.wording.when(dataset.period) if dataset.period else "",
        sources=tuple(_cited(material, cited)),
        place=material.place("datasets", dataset.id, "totals", place),
        record=f"datasets/{dataset.id}",
        tables=(dataset.id,),
    )


def _total_of(found: Computed) -> tuple[TypedTable, DeclaredTotal] | None:
    """Return the declared total that a figure takes as it stands, with its table; `None` for any other figure."""
    taken = found.taken[0]
    if found.is_ours or taken.table is None or taken.operand.total is None:
        return None
    wanted = taken.operand.total, taken.operand.column
    return next(((taken.table, one) for one in taken.table.dataset.totals if (one.key, one.column) == wanted), None)


def _added(table: TypedTable, total: DeclaredTotal) -> tuple[str, str, str]:
    """Return what the rows under a declared total add up to, whether the two agree, and the way in words."""
    added, column = sum_column(table, total.column), table.column(total.column)
    if added is None:
        return "", "", "nothing is computed: no row has a number in this column"
    heading = column.heading if column else total.column
    return str(added), "yes" if added.agrees_with(total.value) else "no", _in_words(heading, added)


def _computed(material: Material, found: Computed, printer: Printer) -> FigureEntry:
    figure, calculation = found.figure, Calculation(found, material.figures, printer)
    number = figure_words(found, material.wording)
    stated = [one.printed or one.value.text for one in figure.stated]
    fitting = [fits(one.value, found.amount) for one in figure.stated]
    cited = (*calculation.citations, *(citation for one in figure.stated for citation in one.citations))
    total, time = _total_of(found), time_of_figure(material.figures, figure.id)
    computed, agrees, way = _added(*total) if total else (number if found.is_ours else "", "", "")
    if fitting:
        agrees = "no" if not all(fitting) or agrees == "no" else "yes"
    return FigureEntry(
        id=figure.id,
        title=figure.title,
        stated="; ".join(stated if found.is_ours else (number, *stated)),
        status=status_words(found, printer),
        computed=computed,
        agrees=agrees,
        computation=f"{calculation.way} Its rows: {way}." if way else calculation.way,
        period=material.wording.when(time) if time else "",
        sources=tuple(dict.fromkeys(_cited(material, cited))),
        place=material.place("figures", figure.id),
        record=f"figures/{figure.id}",
        tables=tuple(dict.fromkeys(one.table.dataset.id for one in found.taken if one.table)),
    )


def _in_words(heading: str, added: Sum) -> str:
    rows = len(added.counted)
    parts = [f"sum of “{heading}” over {rows} row{'' if rows == 1 else 's'}: {', '.join(added.counted)}"]
    told = (
        ("not counted, since another row that is counted includes them", added.left_out),
        ("without a value", added.not_stated),
        ("without a number that can be read", added.unreadable),
    )
    parts += [f"{words}: {', '.join(names)}" for words, names in told if names]
    return "; ".join(
        [*parts, f"the sum is {added.status} at best" if added.status != "reported" else "all as reported"]
    )


def _cited(material: Material, citations: Iterable[Citation]) -> Iterator[str]:
    for cited in citations:
        yield f"{title_of(material, cited.source)}{behind(cited.pinpoint)}"


def tables_of(material: Material) -> tuple[ListOf, ...]:
    """Return the tables themselves; a number that is exact stays a number, any other keeps its characters."""
    return tuple(_table(table) for table in material.tables.values())


def _table(table: TypedTable) -> ListOf:
    columns = tuple(f"{column.heading} ({column.status})" if column.type in {"number", "percent"} else column.heading
                    for column in table.columns)  # fmt: skip
    rows = tuple(tuple(_cell(row.cells[column.key]) for column in table.columns) for row in table.rows)
    return ListOf(f"table-{table.dataset.id}", table.dataset.title, columns, rows, "The table has no row.")


def _cell(value: Value) -> Cell:
    if value.presence is not Presence.STATED or value.quantity is None:
        return value.text
    is_number = value.quantity.bound is Bound.EXACT and not value.quantity.is_percent
    return value.quantity.low if is_number else value.text


def list_of_figures(figures: tuple[FigureEntry, ...]) -> ListOf:
    """Return the numbers as a list."""
    columns = ("Figure", "Stated", "Status", "Computed", "Agrees", "Computation", "Period", "Sources", "Place")
    rows = tuple(
        (one.title, one.stated, one.status, one.computed, one.agrees, one.computation, one.period,
         "; ".join(one.sources), one.place)
        for one in figures
    )  # fmt: skip
    return ListOf(
        "figures",
        "Figures with their computation",
        columns,
        rows,
        "No figure is recorded, and no source declares a total.",
    )

"""Tables of numbers that are sheets of the workbook: `Data` and the id of their dataset."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from probata.diagnostics import Diagnostic, Severity, Span
from probata.model.dataset import Column
from probata.model.typed_dates import as_recorded
from probata.source.case_source import CaseSource
from probata.source.csv_reader import CsvTable
from probata.source.node import Entry, MappingNode, Node, Scalar, node_at
from probata.source.node import SequenceNode as Listed
from probata.source.text_file import ILLEGAL, fault, unprintable
from probata.source.xlsx_reader import ERRORS, Place, Sheet
from probata.workbook.addresses import cell_span
from probata.workbook.headings import headings_below, place_of_headings
from probata.workbook.sheet_rows import day_for_text, in_error, merged_cells, struck_row, struck_words, unheaded
from probata.workbook.sheets import DATA, LONGEST_NAME, data_sheet

_OF_BARE = "write a heading for it and describe the column in the sheet `Columns`, or move it to a sheet of your own"


def faults_of_cells(
    sheet: Sheet, rows: Sequence[tuple[int, tuple[str, ...]]], columns: Mapping[int, tuple[str, str]], shown: str
) -> Iterator[Diagnostic]:
    """Find the cells of a table that have no heading, those that show no value, and what is struck through.

    `columns` are the heading and the type of each; a column that is not described has no type.
    """
    bare: list[Span] = []
    for number, row in rows:
        yield from _struck(sheet, number, row, columns, shown)
        for place, text in enumerate(row):
            span = cell_span(shown, sheet.name, number, place)
            heading, type_ = columns.get(place, ("", ""))
            if is_day_for_text(sheet, (number, place), type_):
                yield day_for_text(heading, text, sheet.days[number, place], span)
            if odd := ILLEGAL.search(text):
                yield unprintable(odd[0], span)
            if text in ERRORS:
                yield in_error(text, span)
            elif text.strip() and place not in columns:
                bare.append(span)
    if bare:
        yield unheaded(bare, _OF_BARE)


def is_day_for_text(sheet: Sheet, place: Place, type_: str) -> bool:
    """Tell whether a cell of a described column holds a day, and the column is none of dates."""
    return place in sheet.days and type_ not in ("", "date")


def _struck(
    sheet: Sheet, number: int, row: Sequence[str], columns: Mapping[int, tuple[str, str]], shown: str
) -> Iterator[Diagnostic]:
    """Give the finding for a row that is struck through, or one for each cell of it with words that are."""
    struck = {place: sheet.struck[number, place] for place in range(len(row)) if (number, place) in sheet.struck}
    if struck and not any(map(str.strip, row)):
        yield struck_row(next(iter(struck.values())), cell_span(shown, sheet.name, number, 0))
        return
    for place, text in struck.items():
        yield struck_words(columns.get(place, ("", ""))[0], text, cell_span(shown, sheet.name, number, place))


def no_table(dataset: str, file: str, place: Span) -> Diagnostic:
    """Return the finding for a dataset that has neither a sheet nor a file."""
    sheet = data_sheet(dataset)
    message = f"there is no sheet `{sheet}`, and no file `{file}` beside the workbook"
    return fault("SRC171", "missing-sheet", message, place,
                 f"put the table of the dataset into a sheet called `{sheet}`, its headings in row 1")  # fmt: skip


def of_no_dataset(sheet: Sheet, shown: str) -> Diagnostic:
    """Return the finding for a sheet of numbers that no dataset owns."""
    message = f"the sheet `{sheet.name}` is not read: no dataset has the id `{sheet.name.strip()[len(DATA) :].strip()}`"
    help = "record the dataset in the sheet `Datasets`, or call this one by the id of a dataset"
    return Diagnostic("SRC176", "unread-sheet", Severity.WARNING, message, cell_span(shown, sheet.name, 1, 0), help)


def of_several(sheet: Sheet, datasets: Sequence[str], shown: str) -> Diagnostic:
    """Return the finding for a sheet whose name is that of several datasets, cut where Excel takes no more."""
    named = " and ".join(f"`{name}`" for name in datasets)
    message = f"the sheet `{sheet.name}` is of {len(datasets)} datasets, {named}"
    help = f"give each dataset an id whose first {LONGEST_NAME - len(DATA)} characters are its own, and a sheet"
    return fault("SRC183", "sheet-of-several", message, cell_span(shown, sheet.name, 1, 0), help)


@dataclass(frozen=True, slots=True)
class SheetTable(CsvTable):
    """The table of a dataset that is a sheet."""

    sheet: str = ""
    heading_row: int = 1
    told: frozenset[Span] = frozenset()
    """Cells that are not read, of which a finding says so."""

    def is_told(self, row: int, column: int) -> bool:
        """Tell whether a finding says already that a cell is not read."""
        return self.span(row, column) in self.told

    def span(self, row: int, column: int) -> Span:
        """Return the place of a cell."""
        return cell_span(self.path, self.sheet, self.lines[row], column)

    def called(self, file: str) -> str:
        """Return how messages call the table."""
        return f"the sheet `{self.sheet}`"

    def heading_span(self, column: int) -> Span:
        """Return the place of a heading."""
        return cell_span(self.path, self.sheet, self.heading_row, column)


def is_data_sheet(name: str) -> bool:
    """Tell whether a sheet is called as one that holds a table."""
    return name.strip().casefold().startswith(DATA.casefold())


def take_tables(source: CaseSource, sheets: Sequence[Sheet], shown: str) -> None:
    """Put the tables that are sheets into `source`, each in the place of the file that its dataset names.

    A dataset that names no file has its sheet alone. What is said of one that has neither is left in `absent`; a sheet
    that is of no dataset, or of two, is found. The names of sheets are compared as Excel does, without capitals.
    """
    by_name = {sheet.name.strip().casefold(): sheet for sheet in sheets if is_data_sheet(sheet.name)}
    owners: defaultdict[str, list[str]] = defaultdict(list)
    records: list[Node] = []
    for node in source.records.get("datasets", []):
        record = _with_file(node, by_name)
        records.append(record)
        dataset, file = _text(record, "id"), _text(record, "file").replace("\\", "/")
        name = data_sheet(dataset).casefold()
        if sheet := by_name.get(name):
            owners[name].append(dataset)
            source.tables[file] = _table(sheet, record, shown, source.findings)
        elif dataset:
            source.absent[file] = no_table(dataset, file, node_at(node, ("file",)).span)
    source.records["datasets"] = records
    for name, sheet in by_name.items():
        if len(owners[name]) != 1:
            source.findings.append(of_several(sheet, owners[name], shown) if owners[name] else
                                   of_no_dataset(sheet, shown))  # fmt: skip


def _with_file(node: Node, sheets: dict[str, Sheet]) -> Node:
    """Return a dataset with the file that its sheet would be, where it names none."""
    dataset = _text(node, "id")
    if not isinstance(node, MappingNode) or node.get("file") or data_sheet(dataset).casefold() not in sheets:
        return node
    place = node_at(node, ("file",)).span
    file = Entry(Scalar("file", place), Scalar(f"data/{dataset}.csv", place))
    return MappingNode((*node.entries, file), node.span, node.blanks)


def _text(node: Node, key: str) -> str:
    found = node.get(key) if isinstance(node, MappingNode) else None
    return found.text if isinstance(found, Scalar) else ""


def _columns(record: Node) -> dict[str, str]:
    """Return the type of each described column, by its key; one that says none has that of the model."""
    listed = record.get("columns") if isinstance(record, MappingNode) else None
    columns = listed.items if isinstance(listed, Listed) else ()
    usual = str(Column.model_fields["type"].default)
    return {_text(column, "key"): _text(column, "type") or usual for column in columns}


def _table(sheet: Sheet, record: Node, shown: str, found: list[Diagnostic]) -> SheetTable:
    """Read a sheet as the file that it stands for is read: cells without spaces at their ends, dates as recorded."""
    types = _columns(record)
    keys = {_like(key): key for key in types}
    place = place_of_headings(sheet.rows, lambda cell: _like(cell) in keys)
    number, first = sheet.rows[place]
    header = tuple(keys.get(_like(cell), cell.strip()) for cell in first)
    found.extend(headings_below(sheet.rows, place, sheet.name, shown) if place else [])
    found.extend(merged_cells(sheet, number, shown))
    below = sheet.rows[place + 1 :]
    typed = [types.get(heading, "") for heading in header]
    faults = list(faults_of_cells(sheet, below, dict(enumerate(zip(header, typed, strict=True))), shown))
    found.extend(faults)
    told = {one.span for one in faults if one.span and one.severity is Severity.ERROR}
    rows = {line: tuple(_cells(sheet, line, cells, typed)) for line, cells in below if any(map(str.strip, cells))}
    return SheetTable(shown, header, tuple(rows.values()), tuple(rows), sheet.name, number, frozenset(told))


def _like(heading: str) -> str:
    """Return a heading as headings are compared: case, spaces and underscores are one."""
    return "_".join(heading.lower().replace("_", " ").split())


def _cells(sheet: Sheet, line: int, cells: Sequence[str], types: Sequence[str]) -> Iterator[str]:
    """Give the cells of a row below the headings; one that holds a day is empty where none belongs."""
    for place, type_ in enumerate(types):
        text = ILLEGAL.sub("", cells[place]).strip() if place < len(cells) else ""
        if type_ in ("number", "percent"):
            text = sheet.digits.get((line, place), text)
        if is_day_for_text(sheet, (line, place), type_):
            text = ""
        yield as_recorded(text) if type_ == "date" else text

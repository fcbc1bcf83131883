"""A dataset as a table of the document: typed cells, notes below, and one line that says who reports it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from probata.compose.pictures import PictureMaker
from probata.compose.printer import Printer, item
from probata.document.blocks import Block, Cell, Paragraph, Role, Row, Table
from probata.document.counting import letters
from probata.document.foreign import ForeignText, texts
from probata.document.inlines import Cite, Inline, Inlines, Text
from probata.document.origin import Origin
from probata.figures import Presence, TypedTable, Value
from probata.figures import Row as FigureRow
from probata.markup.placeholder import BlockValue, LiteralValue, MarkdownValue
from probata.model.citation import Citations
from probata.model.dataset import Column, DeclaredTotal
from probata.model.language import same_language
from probata.model.source_record import Source

# Remarks on single values of a table: a letter behind the number, the words below the table.


@dataclass(slots=True)
class CellRemarks:
    """The remarks of one table, in the order of its cells; what is said twice has one letter."""

    _printer: Printer
    _letters: dict[str, str] = field(default_factory=dict)

    def marked(self, number: str, remarks: tuple[str, ...]) -> tuple[str, ...]:
        """Return a number with the letter of each remark behind it."""
        pieces: tuple[str, ...] = (number,)
        for remark in remarks:
            mark = self._letters.setdefault(remark, letters(len(self._letters) + 1))
            pieces = self._printer.wording.around("table.with_remark", "value", pieces, remark=mark)
        return pieces

    def lines(self, origin: Origin) -> Iterator[Inlines]:
        """Give a line for each letter, to stand below the table."""
        for remark, mark in self._letters.items():
            yield texts(origin, *self._printer.wording.pieces("picture.remark", mark=f"({mark})", text=remark))


_TEXT_WIDTH, _NUMBER_WIDTH = 3, 2
_LEFT = {"text", "date"}
"""Types of column whose cells are set to the left."""


class TableView:
    """A dataset that templates print whole."""

    def __init__(self, table: TypedTable, printer: Printer, pictures: PictureMaker, *, is_scheduled: bool) -> None:
        """Take a table; one of a document with an evidence schedule cites in a line below it, or in its last column."""
        self._table = table
        self._printer = printer
        self._pictures = pictures
        self._source_column = next((c for c in table.columns if c.type == "source"), None)
        self._remarks = CellRemarks(printer)
        self._shared = self._shared_citations()
        self._has_line = is_scheduled and self._are_cited_together()
        self._has_column = is_scheduled and not self._has_line and bool(self._source_column)
        self._said = set() if self._has_column else {*table.dataset.citations, *self._shared}
        """What the caption cites."""

    def _shared_citations(self) -> Citations:
        """Return what every row cites, where that is the same: the caption then says it once for all of them."""
        cells = [row.cells.get(self._source_column.key) for row in self._table.rows] if self._source_column else []
        cited = {cell.citations if cell else () for cell in cells}
        return cited.pop() if len(cited) == 1 and len(cells) > 1 else ()

    def _row_citations(self) -> Citations:
        cells = (row.cells.get(self._source_column.key) for row in self._table.rows) if self._source_column else ()
        return tuple(one for cell in cells if cell for one in cell.citations)

    def _are_cited_together(self) -> bool:
        """Tell a series in time, or a table of which all rows cite the same: one line says whence they are."""
        types = [one.type for one in self._table.shown_columns if one.type != "source"]
        is_series = "date" in types[:1] or not _LEFT.intersection(types[1:])
        return is_series or bool(self._shared) or not self._row_citations()

    def _root(self, key: str) -> str:
        """Return the work through which another is known, the outermost."""
        seen: dict[str, None] = {}
        while key not in seen:
            seen[key] = None
            source = self._printer.graph.find("sources", Source, key)
            known_through = source and source.held in {"cited_in", "not_located"} and source.cited_in
            key = source.cited_in[0].source if source and known_through else key
        return key

    def _at(self, field: str) -> Origin:
        return Origin(f"datasets/{self._table.dataset.id}", field)

    @property
    def id(self) -> str:
        """Id of the dataset."""
        return self._table.dataset.id

    @property
    def title(self) -> LiteralValue:
        """Title of the dataset."""
        return LiteralValue(self._table.dataset.title, self._at("title"))

    @property
    def description(self) -> MarkdownValue | None:
        """What it shows and how it was made."""
        return self._printer.markdown(self._table.dataset.description, "datasets", self.id, "description")

    @property
    def table(self) -> BlockValue:
        """The table with caption, statuses and the notes below it."""
        columns = [c for c in self._table.shown_columns if c.type != "source" and not self._is_printed_form(c)]
        cites = () if self._has_line or self._has_column else self._cites()
        caption = (Text(self._table.dataset.title, self._at("title")), *cites)
        rows = tuple(self._row(row, columns) for row in self._table.rows)
        rows += tuple(self._totals(columns))
        widths = [_TEXT_WIDTH if c.type == "text" else _NUMBER_WIDTH for c in columns]
        heads = [self._heading(column) for column in columns]
        if self._has_column and self._source_column:
            widths.append(_TEXT_WIDTH)
            heads.append(Cell((Paragraph((Text(self._source_column.heading, self._at("columns")),)),)))
        table = Table(tuple(widths), (Row(tuple(heads)),), rows, caption, f"table-{self.id}", origin=self._at(""))
        return BlockValue((table, *self._notes()))

    @property
    def chart(self) -> BlockValue | None:
        """The table as bars, the status of each value told by hatching."""
        return self._pictures.chart(self._table, self._cites())

    def _is_printed_form(self, column: Column) -> bool:
        return any(other.printed == column.key for other in self._table.columns)

    def _cites(self) -> Inlines:
        cited = dict.fromkeys((*self._table.dataset.citations, *self._shared))
        return self._printer.cite(tuple(cited), self._at("citations"))

    def _heading(self, column: Column) -> Cell:
        inlines: list[Inline] = [Text(column.heading, self._at("columns"))]
        if column.type in {"number", "percent"} and column.status != "reported":
            inlines.append(Text(f" ({self._printer.wording.label(f'status.{column.status}')})"))
        inlines.extend(self._printer.cite(column.citations, self._at("columns")))
        return Cell((Paragraph(tuple(inlines)),), "left" if column.type in _LEFT else "right")

    def _row(self, row: FigureRow, columns: list[Column]) -> Row:
        source = row.cells.get(self._source_column.key) if self._source_column else None
        cites: Inlines = ()
        own = tuple(one for one in (source.citations if source else ()) if one not in self._said)
        if own and not self._has_line:
            cites = (Cite(tuple(map(item, own)), self._at(f"rows.{row.key}")),)
        cells = []
        for index, column in enumerate(columns):
            inlines = self._value(row.cells[column.key], column)
            inlines = (*inlines, *cites) if index == 0 and not self._has_column else inlines
            cells.append(self._cell(inlines, column))
        if self._has_column:
            cells.append(Cell((Paragraph(cites),) if cites else ()))
        return Row(tuple(cells), origin=self._at(f"rows.{row.key}"))

    def _cell(self, inlines: Inlines, column: Column) -> Cell:
        return Cell((Paragraph(inlines),) if inlines else (), "left" if column.type in _LEFT else "right")

    def _value(self, value: Value, column: Column) -> Inlines:
        origin = self._at(f"columns.{column.key}")
        if value.presence is Presence.NOT_APPLICABLE:
            return (Text(self._printer.wording.label("number.not_applicable"), origin),)
        if value.quantity is not None:
            text = self._printer.wording.quantity(value.quantity)
            if column.type == "percent" and not value.quantity.is_percent:
                text += self._printer.wording.percent
        elif value.when is not None:
            text = self._printer.wording.when(value.when)
        else:
            text = self._foreign(value.text, column)
        remarks = tuple(remark for remark in (self._status(value, column), value.remark) if remark)
        if column.type in _LEFT:
            return texts(origin, *self._with_words(text, remarks))
        return texts(origin, *self._remarks.marked(text, remarks))

    def _with_words(self, text: str, remarks: tuple[str, ...]) -> tuple[str, ...]:
        pieces: tuple[str, ...] = (text,)
        for remark in remarks:
            pieces = self._printer.wording.around("table.with_remark", "value", pieces, remark=remark)
        return pieces

    def _foreign(self, text: str, column: Column) -> str:
        dataset, printer = self._table.dataset, self._printer
        language = dataset.language_of_texts or printer.graph.case.language
        if same_language(language, printer.wording.language) or not any(map(str.isalpha, text)):
            return text
        return ForeignText(text, language, f"datasets/{dataset.id}", ("columns", dataset.columns.index(column)))

    def _status(self, value: Value, column: Column) -> str:
        return self._printer.wording.label(f"status.{value.status}") if value.status != column.status else ""

    def _totals(self, columns: list[Column]) -> list[Row]:
        by_label: dict[str, dict[str, DeclaredTotal]] = {}
        for total in self._table.dataset.totals:
            by_label.setdefault(total.label, {})[total.column] = total
        return [self._total(label, totals, columns) for label, totals in by_label.items()]

    def _total(self, label: str, totals: dict[str, DeclaredTotal], columns: list[Column]) -> Row:
        shown = texts(self._at("totals"), *self._printer.wording.pieces("table.declared", label=label))
        cells = [Cell((Paragraph(shown),))]
        for column in columns[1:]:
            total = totals.get(column.key)
            cells.append(self._cell(self._declared(total) if total else (), column))
        cells += [Cell(())] if self._has_column else []
        return Row(tuple(cells), "total")

    def _declared(self, total: DeclaredTotal) -> Inlines:
        cited = () if self._has_line else tuple(one for one in total.citations if one not in self._said)
        text = Text(self._printer.wording.quantity(total.value), self._at("totals"))
        return (text, *self._printer.cite(cited, self._at("totals")))

    def _notes(self) -> list[Block]:
        """The remarks below the table: why it is attributed, notes of columns, remarks."""
        dataset = self._table.dataset
        lines: list[Inlines] = [self._reported_by()] if self._has_line else []
        lines += self._remarks.lines(self._at("columns"))
        if dataset.contested:
            lines.append((Text(dataset.contested, self._at("contested")),))
        for column in self._table.columns:
            if column.note:
                note = self._printer.wording.pieces("table.note", heading=column.heading, note=column.note)
                lines.append(texts(self._at("columns"), *note))
        for remark in dataset.remarks:
            field = self._printer.text_field(remark, self._at("remarks"))
            lines.append(field.inlines if field else ())
        return [Paragraph(line, Role.TABLE_NOTE) for line in lines if line]

    def _reported_by(self) -> Inlines:
        """Return the line that says who reports what the table holds, and where; works of one maker stand together."""
        totals = (one for total in self._table.dataset.totals for one in total.citations)
        every = dict.fromkeys((*self._table.dataset.citations, *self._row_citations(), *totals))
        roots = list(dict.fromkeys(self._root(one.source) for one in every))
        cited = sorted(every, key=lambda one: roots.index(self._root(one.source)))
        if not cited:
            return ()
        found = (self._printer.graph.find("sources", Source, root) for root in roots)
        makers = dict.fromkeys(name for source in found if source and (name := _maker(source)))
        whom = self._printer.wording.label("list.between_long").join(makers)
        said = self._printer.wording.label("table.reported_by", whom=whom) if whom else ""
        origin = self._at("citations")
        return (
            Text(said or self._printer.wording.label("table.reported"), origin),
            *self._printer.cite(tuple(cited), origin),
        )


def _maker(source: Source) -> str:
    return (source.author[0].whole if source.author else "") or source.publisher or ""

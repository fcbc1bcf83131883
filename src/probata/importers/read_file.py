"""A file of sources from elsewhere: which form it has, its one sheet, and the works in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType

from probata.diagnostics import Diagnostic, Span
from probata.importers.bibtex import read_bibtex
from probata.importers.csl_json import read_csl_json
from probata.importers.endnote import read_endnote
from probata.importers.foreign import MAX_BYTES, CannotImportError, Foreign, refused
from probata.importers.ris import read_ris
from probata.importers.spreadsheet import Table, works_of_rows
from probata.source.csv_reader import read_csv
from probata.source.text_file import decode_bytes, whole_file
from probata.source.xlsx_reader import MAX_CELLS, MAX_PART, Sheet, UnreadableWorkbookError
from probata.source.xlsx_reader import read_workbook as read_sheets
from probata.workbook.addresses import areas_of, cell_span
from probata.workbook.read_records import how_to_save
from probata.workbook.read_workbook import why_unreadable

__all__ = ["Sheet", "read_workbook"]

# The sheets of a workbook that comes from elsewhere.


def read_workbook(data: bytes, shown: str) -> list[Sheet]:
    """Return the sheets that hold something, in their order, without spaces at the ends of cells.

    Raises `CannotImportError` where it is no workbook.
    """
    try:
        return [_trimmed(sheet) for sheet in read_sheets(data)]
    except UnreadableWorkbookError as error:
        raise _too_large(shown) if error.is_too_large else _broken(data, shown) from error


def _trimmed(sheet: Sheet) -> Sheet:
    rows = ((number, tuple(cell.strip() for cell in cells)) for number, cells in sheet.rows)
    return replace(sheet, rows=tuple(rows))


def _too_large(shown: str) -> CannotImportError:
    size = f"{MAX_PART // 1_000_000} MB or {MAX_CELLS} cells"
    return refused("IMP152", "workbook-too-large", f"the workbook unpacks to more than {size}", Span(shown),
                   "copy the sheet with the sources into a workbook of its own")  # fmt: skip


def _broken(data: bytes, shown: str) -> CannotImportError:
    reason = why_unreadable(data)
    message = f"the file is no workbook of Excel that can be read: {reason.message}"
    return refused("IMP151", "broken-workbook", message, Span(shown), reason.help)


_OF_SAVING = frozenset({"unreadable-encoding", "other-separator"})
"""Findings on how a spreadsheet was saved as text."""
_AS_WORKBOOK = "open it in Excel, save it as `Excel Workbook (.xlsx)` and import that"


def bytes_of(path: Path, shown: str) -> bytes:
    """Return what a file holds; raises `CannotImportError` where it is missing, empty, too large or not to be read."""
    span = Span(shown)
    try:
        data = whole_file(path) if path.stat().st_size <= MAX_BYTES else None
    except FileNotFoundError:
        raise refused("IMP102", "import-missing", "there is no such file", span, "check the name") from None
    except OSError as error:
        raise refused("IMP102", "import-missing", f"the file cannot be read ({error.strerror})", span,
                      "name a file, close it in other programs, and check who may read it") from None  # fmt: skip
    return checked(data, shown)


def checked(data: bytes | None, shown: str) -> bytes:
    """Return what a file holds; raises `CannotImportError` where it is empty, or too large, and so not read."""
    if data is None or len(data) > MAX_BYTES:
        raise refused("IMP103", "import-too-large", f"the file is larger than {MAX_BYTES // 1_000_000} MB", Span(shown),
                      "take a part of it: of a library without its abstracts and notes")  # fmt: skip
    if not data.strip():
        raise refused("IMP104", "import-empty", "the file is empty", Span(shown), "export or save it again")
    return data


def sheet_of(data: bytes, path: Path, shown: str, form: str, name: str) -> Table:
    """Return the sheet of this name, or the first that holds something; `form` is `csv` or `xlsx`.

    Raises `CannotImportError` where the file cannot be read as a whole, or has no such sheet.
    """
    if form == "csv":
        header, rows = _csv_rows(data, path, shown)
        return Table(shown, header, 1, rows)
    sheets = read_workbook(data, shown)
    sheet = _chosen(sheets, name, shown)
    others = tuple(one.name for one in sheets if one is not sheet)
    rows = [(number, cells) for number, cells in sheet.rows if any(cells)]
    links = {place: link for place, link in sheet.links.items() if place not in sheet.struck}
    struck = areas_of(cell_span(shown, sheet.name, *place) for place in sheet.struck)
    (line, header), *below = rows or [(1, ())]
    return Table(shown, tuple(header), line, below, sheet.name, links, sheet.days, others, tuple(struck))


def _csv_rows(data: bytes, path: Path, shown: str) -> tuple[tuple[str, ...], list[tuple[int, tuple[str, ...]]]]:
    file = decode_bytes(data, path, shown)
    if isinstance(file, Diagnostic):
        raise CannotImportError(_in_an_import(file))
    table, found = read_csv(file)
    if found or table is None:
        # A row of another length has its cells below other headings.
        raise CannotImportError(_in_an_import(found[0]))
    return table.header, list(zip(table.lines, table.rows, strict=True))


def _in_an_import(found: Diagnostic) -> Diagnostic:
    """Return a finding on a text file with the shorter way that an import has: the workbook itself is taken."""
    return replace(found, help=f"{_AS_WORKBOOK}; or {found.help}") if found.name in _OF_SAVING else found


def _chosen(sheets: list[Sheet], name: str, shown: str) -> Sheet:
    if not sheets:
        raise refused("IMP104", "import-empty", "the workbook is empty", Span(shown), "write something into it")
    found = next((sheet for sheet in sheets if not name or sheet.name.casefold() == name.casefold()), None)
    if found is None:
        raise refused("IMP153", "sheet-not-there", f"there is no sheet `{name}` with anything in it", Span(shown),
                      f"the sheets are {', '.join(sheet.name for sheet in sheets)}")  # fmt: skip
    return found


FORMS: Mapping[str, str] = MappingProxyType(
    {
        ".json": "csl-json", ".csljson": "csl-json", ".bib": "biblatex", ".bibtex": "bibtex", ".ris": "ris",
        ".xml": "endnote", ".csv": "csv", ".xlsx": "xlsx",
    }
)  # fmt: skip
"""Endings of names and the form that each means."""

_PACKED = b"PK\x03\x04"
"""How a file of Word or Excel begins."""


@dataclass(frozen=True, slots=True)
class Found:
    """The works of a file, in its order."""

    works: tuple[Foreign, ...]
    form: str

    headings: tuple[str, ...] = ()
    """Of a spreadsheet: headings that stand for nothing we hold."""

    sheets: tuple[str, ...] = ()
    """Of a workbook: sheets that were not read, by name."""

    struck: tuple[str, ...] = ()
    """Of a workbook: cells with words that are struck through, and are not taken."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the user says of the file."""

    form: str = ""
    """One of `FORMS`; empty where the name of the file tells it."""

    mapped: Mapping[str, str] = field(default_factory=dict)
    sheet: str = ""


def read_file(data: bytes, path: Path, shown: str, wanted: Wanted, program: Path | None) -> Found:
    """Read the works of a file that holds `data`; `program` is Pandoc, which BibTeX needs.

    Raises `CannotImportError` where the file is of another form than its name says, or not readable as a whole.
    """
    form = wanted.form or FORMS.get(path.suffix.lower(), "")
    if not form:
        endings = f"the endings are {', '.join(FORMS)}; or say it: `--from csl-json`"
        raise refused("IMP101", "form-unknown", f"`{path.name}` has no ending that tells its form", Span(shown),
                      how_to_save(path.name) or endings)  # fmt: skip
    if form in ("csv", "xlsx"):
        return _of_sheet(data, path, shown, form, wanted)
    text = _text(data, path, shown)
    if form == "csl-json":
        works = read_csl_json(text, shown)
    elif form == "ris":
        works = read_ris(text, shown)
    elif form == "endnote":
        works = read_endnote(data, shown)
    else:
        works = read_bibtex(text, shown, program, biblatex=form == "biblatex")
    return Found(tuple(works), form)


def _text(data: bytes, path: Path, shown: str) -> str:
    if data.startswith(_PACKED):
        raise refused("IMP105", "other-form", "the file is no text but a Word or Excel file", Span(shown),
                      "where it is a workbook, say so: `--from xlsx`")  # fmt: skip
    file = decode_bytes(data, path, shown)
    if isinstance(file, Diagnostic):
        raise CannotImportError(file)
    return file.text


def _of_sheet(data: bytes, path: Path, shown: str, form: str, wanted: Wanted) -> Found:
    table = sheet_of(data, path, shown, form, wanted.sheet)
    works, headings = works_of_rows(table, wanted.mapped)
    return Found(tuple(works), form, tuple(headings), table.others, table.struck)

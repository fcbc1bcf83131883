"""A file of sources from elsewhere: which form it has, and the works in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from probata.diagnostics import Diagnostic, Span
from probata.importers.bibtex import read_bibtex
from probata.importers.csl_json import read_csl_json
from probata.importers.endnote import read_endnote
from probata.importers.foreign import CannotImportError, Foreign, refused
from probata.importers.ris import read_ris
from probata.importers.sheet_of_file import sheet_of
from probata.importers.spreadsheet import works_of_rows
from probata.source.text_file import decode_bytes
from probata.workbook.read_records import how_to_save

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
    sheet = sheet_of(data, path, shown, form, wanted.sheet)
    works, headings = works_of_rows(sheet.rows, shown, wanted.mapped, sheet.links, sheet.days)
    return Found(tuple(works), form, tuple(headings), sheet.others, sheet.struck)

"""What a writer offers and what it may be given."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

from probata import writers
from probata.diagnostics import Diagnostic
from probata.kept import Store

if TYPE_CHECKING:
    from probata.document.tree import Document


class PdfEngine(StrEnum):
    """Programs that set a PDF."""

    TYPST = "typst"
    """Needs nothing of the system; one file is PDF/A-3a and PDF/UA-1."""
    WEASYPRINT = "weasyprint"
    """Takes style sheets; needs Pango; PDF/A-3a."""


@dataclass(frozen=True, slots=True)
class WriteOptions:
    """What a forum or an office adds to the looks of a document. Each writer takes what it knows."""

    reference_docx: bytes | None = None
    """A Word file whose styles, header and footer are used; `None` for our own."""

    print_css: str = ""
    """CSS added after our own, for PDF and HTML."""

    print_css_path: str = "print.css"
    """Where that CSS stands, for findings."""

    pdf_engine: PdfEngine | None = None
    """What is asked to set a PDF; where nothing is, WeasyPrint sets one with a style sheet, and Typst every other."""

    reference_docx_path: str = ""
    """Where that Word file stands, for findings."""

    store: Store | None = field(default=None, compare=False)
    """Where pictures are kept as PNG from one run to the next; a file is the same with and without it."""

    @property
    def by_weasyprint(self) -> bool:
        """Whether WeasyPrint sets a PDF, and not Typst."""
        return self.pdf_engine is PdfEngine.WEASYPRINT or (bool(self.print_css.strip()) and not self.pdf_engine)


@dataclass(frozen=True, slots=True)
class Written:
    """A finished file and what went wrong while it was written."""

    data: bytes
    diagnostics: tuple[Diagnostic, ...] = ()
    remarks: tuple[str, ...] = ()
    """How it was made, for those who ask; nothing that needs doing."""
    names: Mapping[str, str] = field(default_factory=dict)
    """What the names in it stand for that only count; for the team alone."""


@dataclass(frozen=True, slots=True)
class Format:
    """One output format. Every `writers/<format>/__init__.py` ends in `FORMAT = Format(…)`."""

    id: str
    """Also the ending of the file's name."""

    title: str
    """What users read in `probata list formats`."""

    write: Callable[[Document, WriteOptions], Written]
    """Pure: the same tree and options give the same bytes.

    Raises `MissingLibraryError` and `WriteError` only.
    """


class MissingLibraryError(Exception):
    """The machine lacks a system library that this format needs; the message says what to install."""


class WriteError(Exception):
    """The document could not be written; the message says why in the user's words."""

    def __init__(self, message: str, file: str = "") -> None:
        """Take the message, and where the file stands that is at fault, if it is one of the looks of documents."""
        super().__init__(message)
        self.file = file


# Which formats there are: every folder beside this file is one. A new format is a new folder; nothing is edited.


@cache
def format_ids() -> tuple[str, ...]:
    """Return the ids of all formats, sorted. No writer is imported."""
    return tuple(sorted(found.name for found in iter_modules(writers.__path__) if found.ispkg))


@cache
def load_format(name: str) -> Format:
    """Load a writer by its folder's name.

    Raises `KeyError` where there is none, `TypeError` where the folder does not end in `FORMAT = Format(…)`.
    """
    if name not in format_ids():
        raise KeyError(name)
    found = import_module(f"{writers.__name__}.{name}").FORMAT
    if not isinstance(found, Format):
        raise TypeError(f"writers/{name} does not end in FORMAT = Format(…)")
    return found

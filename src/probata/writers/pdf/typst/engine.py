"""The layout engine; this module is imported only when a PDF is asked for."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

import typst

from probata.fonts.files import font_files
from probata.writers.format import WriteError
from probata.writers.pdf.typst.notes import Breaks, Plain

PROGRAM = Path(__file__).with_name("program.typ")
ACCESSIBLE: list[Any] = ["ua-1"]
ARCHIVE_TOO: list[Any] = ["a-3a", "ua-1"]  # both in one file; an archive wants a date


class Engine:
    """Sets one document, as often as needed; what has not changed since the last time costs next to nothing.

    The folder holds the program and its data and nothing else, and is all that the program can read.
    """

    def __init__(self, folder: Path, document: Plain) -> None:
        program = folder / "program.typ"
        program.write_bytes(PROGRAM.read_bytes())
        (folder / "document.json").write_text(json.dumps(document, ensure_ascii=False), "utf-8")
        self._breaks = folder / "breaks.json"
        self._standards = ARCHIVE_TOO if document["created"] else ACCESSIBLE
        self._compiler = typst.Compiler(str(program), root=str(folder), font_paths=_fonts())

    def lay_out(self, breaks: Breaks) -> list[Plain]:
        """Lay out; return what the program tells of where things came to stand, each with its `kind`.

        Raises `WriteError` where the document cannot be set.
        """
        self._breaks.write_text(json.dumps(breaks.plain()), "utf-8")
        try:
            found: list[list[Plain]] = json.loads(self._compiler.query("<found>", field="value"))
        except typst.TypstError as error:
            raise _not_set(error) from error
        return found[0]

    def pages_of_headings(self) -> dict[str, int]:
        """Return the page on which each heading came to stand when last laid out, by its id."""
        found: list[list[tuple[str, int]]] = json.loads(self._compiler.query("<headings>", field="value"))
        return dict(found[0])

    def pdf(self) -> tuple[bytes, Sequence[str]]:
        """Write the file as laid out last, and what the engine warns of. Raises `WriteError` as `lay_out` does."""
        try:
            data, warnings = self._compiler.compile_with_warnings(format="pdf", pdf_standards=self._standards)
        except typst.TypstError as error:
            raise _not_set(error) from error
        return cast("bytes", data), [str(warning) for warning in warnings]  # a PDF is one file

    def pages(self) -> tuple[bytes, ...]:
        """Return each page as laid out last, as SVG. Raises `WriteError` as `lay_out` does."""
        try:
            made = self._compiler.compile(format="svg")
        except typst.TypstError as error:
            raise _not_set(error) from error
        return tuple(made) if isinstance(made, list) else (cast("bytes", made),)


def _not_set(error: typst.TypstError) -> WriteError:
    return WriteError(f"the PDF cannot be set: {error.message}")


@lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
    """Return our fonts and no other."""
    folders = sorted({str(path.parent) for path in font_files()})
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)

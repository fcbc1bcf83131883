"""What a forum or an office adds to the looks of documents: its letterhead and its style sheet."""

from __future__ import annotations

from pathlib import Path

from probata.citation.pandoc import CODES_OF_PROGRAM
from probata.diagnostics import Diagnostic
from probata.forum import Forum
from probata.model.house import House
from probata.source.text_file import TEMPLATES, read_bytes, read_text
from probata.word.opc_reading import LARGEST
from probata.writers.format import PdfEngine, WriteOptions
from probata.writers.usable_rules import usable_rules

LETTERHEAD, STYLE_SHEET = "reference.docx", "print.css"
"""The files of a forum that say how its documents look."""

_ENDS = tuple(f"/{name}" for name in (LETTERHEAD, STYLE_SHEET))


def looks_of(forum: Forum, house: House) -> tuple[WriteOptions, tuple[Diagnostic, ...]]:
    """Return the looks of the documents of a forum; the office's letterhead where the forum has none.

    A file that cannot be read is found and left out: another program has it open, it is not in UTF-8, or it is a link
    that leads out of the templates folder. So is each rule of a style sheet that reaches outside it.
    """
    found: list[Diagnostic] = []
    reference, css = forum.file(LETTERHEAD), forum.file(STYLE_SHEET)
    letterhead = _bytes(reference, found) if reference else None
    sheet = _text(css, found) if css else ""
    if letterhead is None:
        reference_docx, path = house.letterhead, house.letterhead_path
    else:
        reference_docx, path = letterhead, _shown(reference)
    engine = PdfEngine(house.pdf_engine) if house.pdf_engine else None
    return WriteOptions(reference_docx, sheet, _shown(css), pdf_engine=engine, reference_docx_path=path), tuple(found)


def is_built_without(found: Diagnostic) -> bool:
    """Tell whether documents look otherwise than they should for it: a file of theirs or the citation style is out."""
    if found.code in CODES_OF_PROGRAM:
        return True
    return found.code.startswith("SRC") and found.span is not None and found.span.path.endswith(_ENDS)


def _shown(path: Path | None) -> str:
    return path.as_posix() if path else ""


def _bytes(path: Path, found: list[Diagnostic]) -> bytes | None:
    data = read_bytes(path.parents[1], path, path.as_posix(), LARGEST, TEMPLATES)
    if isinstance(data, Diagnostic):
        found.append(data)
        return None
    return data


def _text(path: Path, found: list[Diagnostic]) -> str:
    file = read_text(path.parents[1], path, path.as_posix(), TEMPLATES)
    if isinstance(file, Diagnostic):
        found.append(file)
        return ""
    text, left_out = usable_rules(file.text, file.shown)
    found.extend(left_out)
    return text

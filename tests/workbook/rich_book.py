"""A workbook with all that a program which writes it anew would lose, as Excel has it."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from openpyxl import load_workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image

SHEET = "People"
THREAD = "B3"
"""The cell of a conversation."""

COMMENTED = "A2"
"""A cell with a comment of the user's."""

FORMULA, RESULT = "Z9", "42"
_X14 = (
    '<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" '
    'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main">'
    '<x14:dataValidations count="1" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">'
    '<x14:dataValidation type="list" allowBlank="1"><x14:formula1><xm:f>Bodies!$A$2:$A$9</xm:f></x14:formula1>'
    "<xm:sqref>C2:C9</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst></worksheet>"
)
_PERSON, _COMMENT = "{6A1B93C4-5D2E-4F70-8A91-B2C3D4E5F607}", "{7C2DA4E5-6F30-4182-93A4-C5D6E7F80912}"
"""Identities as Excel makes them: whole GUIDs in capitals (ISO/IEC 29500-1, 22.9.2.4)."""

_THREADS = (
    '<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments">'
    f'<threadedComment ref="{THREAD}" dT="2026-10-01T10:00:00.00" personId="{_PERSON}" id="{_COMMENT}">'
    "<text>Is that her name?</text></threadedComment></ThreadedComments>"
)
_RELATION = "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment"


def rich(data: bytes) -> bytes:
    """Return a workbook of ours after somebody worked in it with Excel."""
    book = load_workbook(io.BytesIO(data))
    sheet = book[SHEET]
    sheet[FORMULA] = "=6*7"
    sheet[COMMENTED].comment = Comment("ask her", "A Colleague")
    sheet[THREAD].comment = Comment("[Threaded comment] Is that her name?", f"tc={_COMMENT}")
    drawn = book.create_sheet("Mine")
    drawn["A1"], drawn["A2"] = 3, 4
    chart = BarChart()
    chart.add_data(Reference(drawn, min_col=1, min_row=1, max_row=2))
    drawn.add_chart(chart, "C3")
    drawn.add_image(Image(io.BytesIO(_png())), "J3")
    saved = io.BytesIO()
    book.save(saved)
    return _as_excel_has_it(saved.getvalue())


def _as_excel_has_it(data: bytes) -> bytes:
    """Give a workbook what openpyxl does not write: the result of a formula, Excel's own lists, a conversation."""
    packed, made = zipfile.ZipFile(io.BytesIO(data)), io.BytesIO()
    with zipfile.ZipFile(made, "w") as new:
        for name in packed.namelist():
            part = packed.read(name)
            if b"6*7" in part:
                part = part.replace(b"<f>6*7</f><v/>", f"<f>6*7</f><v>{RESULT}</v>".encode())
                part = part.replace(b"<f>6*7</f><v></v>", f"<f>6*7</f><v>{RESULT}</v>".encode())
                part = part.replace(b"</worksheet>", _X14.encode())
                relations = name.replace("worksheets/", "worksheets/_rels/") + ".rels"
            new.writestr(name, part)
        new.writestr("xl/threadedComments/threadedComment1.xml", _THREADS)
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(again := io.BytesIO(), "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == relations:
                relation = (
                    f'<Relationship Type="{_RELATION}" Target="/xl/threadedComments/threadedComment1.xml" Id="t1"/>'
                )
                part = part.replace(b"</Relationships>", f"{relation}</Relationships>".encode())
            new.writestr(name, part)
    return again.getvalue()


def _png() -> bytes:
    """Return a picture of one dot."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0\xff\0\0")) + chunk(b"IEND", b"")
    )


def parts(data: bytes) -> dict[str, bytes]:
    """Return the parts of a workbook by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def differing(old: bytes, new: bytes) -> set[str]:
    """Return the parts that differ, and those that only one of two workbooks has."""
    before, after = parts(old), parts(new)
    return {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}

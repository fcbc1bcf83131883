"""What has no pages of its own, set plainly: texts, pages of the web, mail; and the sheet that stands for a recording.

Nothing that a page or a mail links to is fetched. It runs in a child process.
"""

from __future__ import annotations

import wave
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from probata.bundle.refusal import RefusedError
from probata.document.blocks import Block, Heading, PageBreak, Paragraph
from probata.document.inlines import Inline, LineBreak, Strong, Text
from probata.document.tree import Document, Meta
from probata.evidence.archives.archive import Item
from probata.evidence.archives.decoding import decoded, words_of_page
from probata.evidence.archives.mail import MAIL
from probata.evidence.archives.read_archive import read
from probata.messages import load_wording
from probata.writers.format import WriteOptions
from probata.writers.pdf.write import write_pdf

Lines = tuple[tuple[str, str], ...]
"""Names and values of the head of a text."""
LARGEST_TEXT: Final = 3_000_000
"""Characters; some 1,000 pages."""
LONGEST_LINE: Final = 5_000
"""Characters that are set as one paragraph."""


def set_text(kind: str, source: Path, target: Path) -> list[tuple[str, int]]:
    """Set a text, a page of HTML or a mail; return what there is to say. Raises `RefusedError` for one too long."""
    if source.stat().st_size > 10 * LARGEST_TEXT:
        _refuse_length()
    if kind == "mail":
        items = read(source).items or read(source, reader=MAIL).items
        return _set_item(items[0] if items else None, target)
    title = ""
    if kind == "html":
        text, title, _ = words_of_page(source.read_bytes())
    else:
        data = source.read_bytes()
        # Before it is decoded, which takes form feeds out; of two bytes a letter, one of them may be no form feed.
        pages = [data] if data.startswith((b"\xff\xfe", b"\xfe\xff")) else data.split(b"\f")
        text = "\f".join(decoded(page)[0] for page in pages)
    return _set(text, target, title)


def set_item(source: Path, place: str, target: Path) -> list[tuple[str, int]]:
    """Set one item of an archive, such as `message 12`; return what there is to say.

    Raises `RefusedError` where there is no such item.
    """
    return _set_item(read(source).item(place), target)


def _set_item(item: Item | None, target: Path) -> list[tuple[str, int]]:
    if item is None:
        raise RefusedError("no-such-item", "has no item at the place that is recorded", "correct `place` of the copy")
    files = [f"{one.name} ({one.size:,} bytes)" if one.size else one.name for one in item.attachments]
    named = [
        *((role, _people(item, role)) for role in dict.fromkeys(one.role for one in item.people)),
        ("date", item.published.shown if item.published else ""),
        ("message ID" if item.kind == "mail" else "address", item.address),
        ("captured", item.captured.shown if item.captured else ""),
        ("attached, not shown", ", ".join(files)),
    ]
    head = tuple((f"{name[0].upper()}{name[1:]}", value) for name, value in named if value)
    return _set(item.text, target, item.title or item.place, head)


def _people(item: Item, role: str) -> str:
    people = (one for one in item.people if one.role == role)
    return ", ".join(f"{one.name} <{one.address}>" if one.name and one.address else one.shown for one in people)


def _refuse_length() -> None:
    raise RefusedError("too-long", f"has more than {LARGEST_TEXT:,} characters",
                       "exhibit the part that is meant as a file of its own")  # fmt: skip


def _paragraphs(text: str) -> Iterator[Block]:
    """Give a paragraph for each group of lines between empty ones, with the lines as they are broken.

    A form feed is where a printer begins a page, and so do we.
    """
    for number, page in enumerate(text.split("\f")):
        yield from (PageBreak(),) if number and page.strip() else ()
        yield from _of_page(page)


def _of_page(text: str) -> Iterator[Block]:
    lines: list[str] = []
    for line in (*text.splitlines(), ""):
        if line.strip():
            lines += (line[at : at + LONGEST_LINE].expandtabs(4).rstrip() for at in range(0, len(line), LONGEST_LINE))
        if lines and (not line.strip() or len(lines) >= 100):
            inlines: list[Inline] = []
            for one in lines:
                inlines += (Text(one), LineBreak())
            yield Paragraph(tuple(inlines[:-1]))
            lines = []


def _set(text: str, target: Path, title: str = "", head: Lines = ()) -> list[tuple[str, int]]:
    if len(text) > LARGEST_TEXT:
        _refuse_length()
    blocks = [*_heading(title, head), *_paragraphs(text)]
    if not blocks:
        raise RefusedError("no-text", "has no text that could be shown", "preserve the file again from where it came")
    return [("converted", 1), *_write(blocks, target)]


def _heading(title: str, head: Lines) -> Iterator[Block]:
    if title:
        yield Heading(1, (Text(title),), "exhibit", series="none")
    for name, value in head:
        yield Paragraph((Strong((Text(f"{name}: "),)), Text(value)))


def _write(blocks: list[Block], target: Path) -> list[tuple[str, int]]:
    written = write_pdf(Document(Meta(title="Exhibit"), tuple(blocks)), WriteOptions())
    target.write_bytes(written.data)
    unprintable = sum(one.name == "character-without-glyph" for one in written.diagnostics)
    return [("unprintable", unprintable)] if unprintable else []


# Recordings.


def set_recording(sheet: Mapping[str, Any], source: Path, target: Path) -> None:
    """Set the sheet that stands for a recording: what it is, its length and size, and the hash by which it is known."""
    wording = load_wording(str(sheet["language"]))
    length = _seconds(source)
    lines = (
        (wording.label("recording.kind"), str(sheet["media_type"])),
        (wording.label("recording.length"), _clock(length) if length else wording.label("recording.no_length")),
        (wording.label("recording.size"), wording.label("recording.bytes", number=f"{sheet['size']:,}")),
        ("SHA-256", str(sheet["sha256"])),
    )
    said = Paragraph((Text(wording.label("recording.held")),))
    _write([*_heading(str(sheet["title"]) or wording.label("recording.kind"), lines), said], target)


def _clock(seconds: float) -> str:
    whole = round(seconds)
    return f"{whole // 3600}:{whole // 60 % 60:02}:{whole % 60:02}"


def _seconds(source: Path) -> float | None:
    """Return the length of a WAV or MP4 recording; `None` for other kinds and for what does not say it."""
    with source.open("rb") as file:
        first = file.read(12)
        if first[4:8] == b"ftyp":
            file.seek(0)
            return _of_movie(file, source.stat().st_size)
    if first[:4] == b"RIFF" and first[8:12] == b"WAVE":
        try:
            with wave.open(str(source), "rb") as sound:
                return sound.getnframes() / sound.getframerate()
        except (wave.Error, EOFError, ZeroDivisionError):
            return None
    return None


def _of_movie(file: Any, end: int) -> float | None:
    """Walk the boxes to `moov/mvhd` (ISO/IEC 14496-12, 8.2.2), which has the length in units of its own."""
    at = 0
    for _ in range(1_000):
        file.seek(at)
        head = file.read(16)
        if len(head) < 8 or at >= end:
            return None
        size, kind, begins = int.from_bytes(head[:4], "big"), head[4:8], 8
        if size == 1:
            size, begins = int.from_bytes(head[8:16], "big"), 16
        if kind == b"moov":
            at += begins
        elif kind == b"mvhd":
            file.seek(at + begins)
            body = file.read(32)
            wide = body[:1] == b"\x01"
            unit = int.from_bytes(body[20:24] if wide else body[12:16], "big")
            length = int.from_bytes(body[24:32] if wide else body[16:20], "big")
            return length / unit if unit else None
        elif size < 8:
            return None
        else:
            at += size
    return None

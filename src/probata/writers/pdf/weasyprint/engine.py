"""The layout engine; this module is imported only when a PDF is asked for."""

from __future__ import annotations

import logging
import os
import re
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from lxml import etree
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError, URLFetcher

from probata.diagnostics import Diagnostic, Severity
from probata.writers.format import WriteError
from probata.writers.pdf.weasyprint.structure import Finisher

# Reading while a PDF is made: nothing but what the page itself carries.


class RefusingFetcher(URLFetcher):  # type: ignore[misc]  # weasyprint ships no types
    """Gives `data:` addresses and refuses every other, whether file or network.

    `FatalURLFetchingError` stops the layout; any other error would only leave the picture out.
    """

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> Any:  # its response has no type
        """Return what a `data:` address holds. Raises `FatalURLFetchingError` for all others."""
        if not url.lower().startswith("data:"):
            raise FatalURLFetchingError(f"`{url}` lies outside the document")
        return super().fetch(url, headers)


VARIANT = "pdf/a-3a"
"""A file of this engine states one standard; it is tagged for readers with a screen reader all the same."""
BASE = "document:/"
"""What relative addresses are relative to: nothing that can be read, so that they are refused and not ignored."""
PIXELS_PER_MILLIMETRE = 96 / 25.4
TOLERANCE = 0.5
"""Millimetres that rounding may move an edge."""


class Laid:
    """A document in pages."""

    def __init__(self, document: Any) -> None:
        self._document = document

    def pages(self) -> dict[str, int]:
        """Return the first page of each element with an id, counted from 1."""
        found: dict[str, int] = {}
        for number, page in enumerate(self._document.pages, start=1):
            for anchor in page.anchors:
                found.setdefault(anchor, number)
        return found

    def bottoms(self, identities: Iterable[str]) -> dict[int, float]:
        """Return for each page the share of its height down to which these elements fill it, 0 to 1."""
        known = frozenset(identities)
        found: dict[int, float] = {}
        for number, page in enumerate(self._document.pages, start=1):
            ends = (bottom for anchor, (*_, bottom) in page.anchors.items() if anchor in known)
            found[number] = max(ends, default=0.0) / page.height
        return found

    def reaching_above(self, identities: Iterable[str], millimetres: float) -> frozenset[str]:
        """Return those of the elements that begin higher on their page than this, such as a note too long for it."""
        known, limit = frozenset(identities), (millimetres - TOLERANCE) * PIXELS_PER_MILLIMETRE
        return frozenset(
            anchor
            for page in self._document.pages
            for anchor, (_, top, *_) in page.anchors.items()
            if anchor in known and top < limit
        )

    def pdf(self, finisher: Finisher) -> bytes:
        """Write the file; `finisher` may change it before its last part is written."""
        with warnings.catch_warnings():
            # The engine leaves the file of its colour profile to the garbage collector.
            warnings.simplefilter("ignore", ResourceWarning)
            written: bytes = self._document.write_pdf(pdf_variant=VARIANT, finisher=finisher)
        return written


class Engine:
    """Lays out one page of HTML, as often as needed."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._fonts = FontConfiguration()

    def lay_out(self, breaks: frozenset[str], fallen: frozenset[str] = frozenset()) -> Laid:
        """Lay the page out with a new page before each id of `breaks`, and none at the page breaks that have fallen.

        Raises `WriteError` where the document asks for a file or an address outside itself.
        """
        forced = "".join(f'[id="{identity}"] {{ break-before: page }}\n' for identity in sorted(breaks))
        forced += "".join(f'[id="{identity}"] {{ break-after: auto !important }}\n' for identity in sorted(fallen))
        fetcher = RefusingFetcher()
        try:
            page = HTML(string=self._source, base_url=BASE, url_fetcher=fetcher)
            extra = CSS(string=forced, url_fetcher=fetcher)
            return Laid(page.render(font_config=self._fonts, stylesheets=[extra]))
        except FatalURLFetchingError as error:
            raise WriteError(str(error)) from error


# What the layout engine says while it works, caught instead of printed.

LOGGER = "weasyprint"
NOT_DRAWN = re.compile(r"\.notdef glyph rendered for Unicode string unsupported by fonts: (.*)", re.DOTALL)


@contextmanager
def engine_log() -> Iterator[list[str]]:
    """Collect the warnings of the engine while the block runs."""
    messages: list[str] = []
    logger = logging.getLogger(LOGGER)
    before = logger.handlers[:], logger.propagate
    logger.handlers, logger.propagate = [_Collector(messages)], False
    try:
        yield messages
    finally:
        logger.handlers, logger.propagate = before


def not_drawn(messages: list[str]) -> tuple[Diagnostic, ...]:
    """Turn each warning about a character that became a box into a finding."""
    matches = (NOT_DRAWN.search(message) for message in messages)
    shown = dict.fromkeys(match[1] for match in matches if match)
    return tuple(
        Diagnostic(
            code="PDF102",
            name="character-not-drawn",
            severity=Severity.ERROR,
            message=f"the PDF shows a box for {characters}",
            help="write it in words or with another character",
        )
        for characters in shown
    )


class _Collector(logging.Handler):
    def __init__(self, messages: list[str]) -> None:
        super().__init__(logging.WARNING)
        self._messages = messages

    def emit(self, record: logging.LogRecord) -> None:
        self._messages.append(record.getMessage())


# A fontconfig that sees our fonts alone: a missing family must not fall back on the machine's.

VARIABLE = "FONTCONFIG_FILE"
UNUSED_FAMILY = "Noto Sans SC"
"""It lies in the folder of the Chinese font that we use."""


@contextmanager
def private_fontconfig(files: Iterable[Path]) -> Iterator[None]:
    """Make fontconfig read only the folders of `files` while the block runs.

    Raises `OSError` where no temporary folder can be written.
    """
    with TemporaryDirectory(prefix="probata-fonts-") as folder:
        config = Path(folder) / "fonts.conf"
        config.write_bytes(_configuration(files, Path(folder) / "cache"))
        environment = os.environ  # noqa: TID251 - fontconfig takes its configuration from here and nowhere else
        before = environment.get(VARIABLE)
        environment[VARIABLE] = str(config)
        try:
            yield
        finally:
            if before is None:
                del environment[VARIABLE]
            else:
                environment[VARIABLE] = before


def _configuration(files: Iterable[Path], cache: Path) -> bytes:
    root = etree.Element("fontconfig")
    for folder in sorted({path.parent for path in files}):
        etree.SubElement(root, "dir").text = str(folder)
    pattern = etree.SubElement(etree.SubElement(etree.SubElement(root, "selectfont"), "rejectfont"), "pattern")
    family = etree.SubElement(pattern, "patelt", {"name": "family"})
    etree.SubElement(family, "string").text = UNUSED_FAMILY
    etree.SubElement(root, "cachedir").text = str(cache)
    doctype = '<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">'
    return etree.tostring(root, encoding="utf-8", xml_declaration=True, doctype=doctype)

"""The layout engine; this module is imported only when a PDF is asked for."""

from __future__ import annotations

import warnings
from collections.abc import Iterable
from typing import Any

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError

from probata.writers.format import WriteError
from probata.writers.pdf.weasyprint.fetcher import RefusingFetcher
from probata.writers.pdf.weasyprint.finish import Finisher

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

"""Reading while a PDF is made: nothing but what the page itself carries."""

from __future__ import annotations

from typing import Any

from weasyprint.urls import FatalURLFetchingError, URLFetcher


class RefusingFetcher(URLFetcher):  # type: ignore[misc]  # weasyprint ships no types
    """Gives `data:` addresses and refuses every other, whether file or network.

    `FatalURLFetchingError` stops the layout; any other error would only leave the picture out.
    """

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> Any:  # its response has no type
        """Return what a `data:` address holds. Raises `FatalURLFetchingError` for all others."""
        if not url.lower().startswith("data:"):
            raise FatalURLFetchingError(f"`{url}` lies outside the document")
        return super().fetch(url, headers)

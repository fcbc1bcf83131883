"""What to install where the layout engine cannot be loaded."""

from __future__ import annotations

from probata.writers.format import MissingLibraryError


def missing_library(error: Exception) -> MissingLibraryError:
    """Say in the user's words what is missing; `error` is what the import raised."""
    if isinstance(error, ImportError):
        return MissingLibraryError("a PDF needs WeasyPrint; install it with `pip install weasyprint==70.0`")
    return MissingLibraryError(
        "a PDF needs the library Pango, which this machine lacks; install it with "
        "`apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0` on Debian or Ubuntu, "
        "with `brew install pango` on macOS; the Word and the HTML file need nothing"
    )

"""What to install where the layout engine cannot be loaded."""

from __future__ import annotations

from probata.writers.format import MissingLibraryError


def missing_library(error: Exception) -> MissingLibraryError:
    """Say in the user's words what is missing; `error` is what the import raised."""
    if isinstance(error, ImportError):
        lacks, install = "WeasyPrint, which is not installed", "`pip install weasyprint==70.0`"
    else:
        lacks = "the library Pango, which this machine lacks"
        install = (
            "`apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0` on Debian or Ubuntu, with "
            "`brew install pango` on macOS"
        )
    return MissingLibraryError(
        f"a PDF with a style sheet or `--engine weasyprint` needs {lacks}; install it with {install}; "
        "or build with `--engine typst`, which needs nothing and leaves a style sheet out"
    )

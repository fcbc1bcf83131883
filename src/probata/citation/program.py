"""Where Pandoc is."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path


def find_program() -> Path | None:
    """Return the Pandoc that comes with the installation; the package is not imported, it is slow to."""
    package = find_spec("pypandoc")
    places = package.submodule_search_locations if package else None
    name = "pandoc.exe" if sys.platform == "win32" else "pandoc"
    return Path(places[0]) / "files" / name if places else None

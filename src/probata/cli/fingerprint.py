"""What a finished file was made from, as one hash: where it is the same, the file need not be made again."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from probata.cli.folder_digest import installed_libraries
from probata.document.tree import Document
from probata.writers.format import WriteOptions

LIBRARIES = (
    "typst", "weasyprint", "pydyf", "fonttools", "lxml", "python-docx", "tinycss2", "tinyhtml5", "pyphen", "pillow",
    "resvg_py",
)  # fmt: skip
"""Libraries whose version shows in the bytes of a finished file."""

ROOMS = ("document", "word", "writers", "fonts")
"""Rooms of the program that make the file from the tree."""


def fingerprint(tree: str, document: Document, options: WriteOptions, ending: str) -> str:
    """Return the hash of the tree, whose own is given, the format, the looks, and the program that writes it."""
    digest = hashlib.sha256(tree.encode())
    digest.update(f"{document.meta.look}\n{ending}\n{options.pdf_engine}\n{program()}\n{options.print_css}\n".encode())
    digest.update(options.reference_docx or b"")
    return digest.hexdigest()


@cache
def program() -> str:
    """Return the hash of the code and data that write files, and of the versions of the libraries."""
    libraries = (name for name in installed_libraries() if name.partition("-")[0].lower() in LIBRARIES)
    digest = hashlib.sha256("\n".join(libraries).encode())
    for room in ROOMS:
        _add(files("probata").joinpath(room), digest)
    return digest.hexdigest()


def _add(place: Traversable, digest: hashlib._Hash) -> None:
    for found in sorted(place.iterdir(), key=lambda found: found.name):
        if found.is_dir() and found.name != "__pycache__":
            _add(found, digest)
        elif found.is_file():
            digest.update(found.name.encode())
            digest.update(found.read_bytes())

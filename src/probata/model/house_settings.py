"""The settings of an office as `probata.toml` holds them."""

from __future__ import annotations

from typing import Literal

from probata.model.case_file import Author
from probata.model.record import LanguageTag, Line, Part

AUTHOR_FIELDS = tuple(name for name in Author.model_fields if name not in Part.model_fields)


class HouseSettings(Part):
    """The settings as `probata.toml` holds them below `[house]`; the author's stand below `[house.author]`."""

    language: LanguageTag | None = None
    """Language of cases that name none, as a BCP 47 tag."""
    letterhead: Line | None = None
    """A Word file whose styles, header and footer are used."""
    look: Line | None = None
    """A `look.toml`: how documents look."""
    output: Line | None = None
    """Folder for the documents."""
    pdf_engine: Literal["typst", "weasyprint"] | None = None
    """What sets a PDF; the command may say otherwise."""
    key: Line | None = None
    """The key file that opens identities kept apart from cases; it lies outside them, for you alone."""
    templates: Line | None = None
    """Folder with forums of the office's own."""

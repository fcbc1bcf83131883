"""What a citation is made of: parts that Pandoc writes and parts that we write ourselves."""

from __future__ import annotations

from probata.diagnostics.value import value
from probata.document.inlines import Inlines


@value()
class Reference:
    """One mention of one source, as Pandoc is asked for it."""

    key: str
    prefix: str = ""
    locator: str = ""
    """Pinpoint as Pandoc reads it: `p. 4`."""

    suffix: str = ""
    """Printed after source and pinpoint as it stands, with its own comma or space."""

    suppress_author: bool = False


@value()
class Asked:
    """References that Pandoc writes together, as one paragraph."""

    references: tuple[Reference, ...]
    starts: bool = True
    """False inside running text, where *ibid* has no capital."""

    shown: bool = True
    """False for one that only tells Pandoc that something was cited here."""


@value()
class Written:
    """Text of our own: an authority, a gap, words between sources."""

    inlines: Inlines


Part = Asked | Written

NEW_SENTENCE = ". "
"""Stands between two works where the second begins a sentence; a stop that is there already is not doubled."""

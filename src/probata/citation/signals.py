"""The words before a citation, *see* and its like."""

from __future__ import annotations

import re

from probata.citation.legal_style import LegalStyle
from probata.document.inlines import Emph, Inlines, Text

SIGNAL = re.compile(
    r"(?:but )?see(?: also| generally)?\b|(?:but )?cf\b\.?|e\.g\.|accord\b|contra\b|compare\b", re.IGNORECASE
)
"""Signals as the Indigo Book lists them (R4.2)."""


def signal_of(prefix: str, style: LegalStyle) -> str:
    """Return the signal at the beginning of the words before a work; empty where the style has none in italics."""
    found = SIGNAL.match(prefix.strip()) if style.italic_signals else None
    return found[0] if found else ""


def signalled(prefix: str, style: LegalStyle, *, starts: bool) -> Inlines:
    """Return the words before a work of our own, with a capital at the start as citeproc gives it.

    A signal at their beginning is in italics where the style has it so (Bluebook 2.1).
    """
    words = prefix.strip()
    if not words:
        return ()
    words = f"{words[0].upper() if starts else words[0]}{words[1:]}"
    signal = signal_of(words, style)
    if not signal:
        return (Text(f"{words} "),)
    return Emph((Text(signal),)), Text(f"{words.removeprefix(signal)} ")

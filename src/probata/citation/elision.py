"""The French *de* before a vowel: `Lettre d’Ana Rill`, where a style puts words and names together."""

from __future__ import annotations

import re
from dataclasses import replace

from probata.document.inlines import Inlines, Text

_BEFORE_VOWEL = re.compile(r"\bde (?=[aàâeéèêëiîïoôuùûyæœ])", re.IGNORECASE)


def elided(written: Inlines) -> Inlines:
    """Write the first *de* before a vowel as `d’`; an h is left, since some are aspirated."""
    first = written[0] if written else None
    if isinstance(first, Text):
        return (replace(first, text=elided_text(first.text)), *written[1:])
    return written


def elided_text(text: str) -> str:
    """Do so in a text."""
    return _BEFORE_VOWEL.sub("d’", text, count=1)

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
        return (replace(first, text=_BEFORE_VOWEL.sub("d’", first.text, count=1)), *written[1:])
    return written

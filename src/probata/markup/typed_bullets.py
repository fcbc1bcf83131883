"""Signs of a list that came with pasted text: `•` is none in Markdown, so that the entries run on as one paragraph."""

from __future__ import annotations

import re
from typing import Final

from probata.diagnostics import Diagnostic, Severity
from probata.document.origin import Origin
from probata.markup.inline_builder import Place

_ENTRY: Final = re.compile(r"^[ \t\u00a0]*(?P<sign>[•▪◦‣●○■□➢\uf0b7])[ \t\u00a0]*(?=\S)[^\n]{0,40}", re.MULTILINE)


def typed_bullets(text: str, place: Place, origin: Origin | None) -> Diagnostic | None:
    """Return the finding on the first line that begins with such a sign; `None` where none does."""
    found = _ENTRY.search(text)
    if found is None:
        return None
    message = (
        f"`{found['sign']}` at the beginning of a line makes no list: it is printed as it is, and the lines run on"
    )
    help = "begin each entry of the list with a hyphen and a space, `- `, on a line of its own"
    record = origin.record if origin else ""
    return Diagnostic(
        "MKD115", "bullet-of-word", Severity.WARNING, message, place.of(found[0].strip()), help, record=record
    )

"""Signs that a terminal does not have, as those on every keyboard: quotation marks, dashes, arrows.

A name in another script has no such form: its letters are shown as question marks, and the program goes on.
"""

from __future__ import annotations

import codecs
from typing import Final

PLAIN_SIGNS: Final = "probata-plain-signs"
"""For `errors` of a stream, once `know_plain_signs` was called."""

_PLAIN: Final = {
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "‑": "-", "−": "-",
    "…": "...", "→": "->", "·": ".", "•": "*", "×": "x", "\N{NO-BREAK SPACE}": " ", "\N{NARROW NO-BREAK SPACE}": " ",
}  # fmt: skip


def know_plain_signs() -> None:
    """Let streams be opened with `errors=PLAIN_SIGNS`."""
    codecs.register_error(PLAIN_SIGNS, _plainly)


def _plainly(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(_PLAIN.get(sign, "?") for sign in error.object[error.start : error.end]), error.end

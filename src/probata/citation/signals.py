"""The words before a citation, *see* and its like."""

from __future__ import annotations

import re

from probata.citation.legal_style import LegalStyle
from probata.document.inlines import Emph, Inlines, Text

SIGNAL = re.compile(
    r"(?:but )?see(?: also| generally)?\b|(?:but )?cf\b\.?|e\.g\.|eg\b|ie\b|accord\b|contra\b|compare\b", re.IGNORECASE
)
"""Signals as the Indigo Book lists them (R4.2), and those of OSCOLA."""
_EXAMPLE = re.compile(r"(, )(e\.g\.)(,?)")
"""What follows a signal: `see, e.g.,`; its commas are upright (Indigo Book, R4.5.2)."""


def signalled(prefix: str, style: LegalStyle, *, starts: bool) -> Inlines:
    """Return the words before a work of our own, with a capital at the start as citeproc gives it.

    A signal at their beginning is in italics where the style has it so (Bluebook 2.1), and small at the start of a note
    where the style has it so (OSCOLA 5, 1.1.5).
    """
    words = prefix.strip()
    if not words:
        return ()
    if starts and _signal(words) not in style.signals.small:
        words = f"{words[0].upper()}{words[1:]}"
    signal = SIGNAL.match(words) if style.signals.italic else None
    if signal is None:
        return (Text(f"{words} "),)
    rest = words[signal.end() :]
    if example := _EXAMPLE.match(rest):
        rest = f"{example[3]}{rest[example.end() :]}"
        return Emph((Text(signal[0]),)), Text(example[1]), Emph((Text(example[2]),)), Text(f"{rest} ")
    return Emph((Text(signal[0]),)), Text(f"{rest} ")


def is_own(prefix: str, style: LegalStyle, *, starts: bool) -> bool:
    """Tell whether words before a source are written by us: Pandoc knows no italics and no small letters there."""
    signal = _signal(prefix)
    return bool(signal) and (style.signals.italic or not starts or signal in style.signals.small)


def kind_of_signal(prefix: str, style: LegalStyle, before: int = 0) -> int:
    """Return the kind of the words before a work; without a signal that of the work before it, which goes on.

    *But see* begins a sentence in the Bluebook (Indigo R4.3), *See also* in OSCOLA (1.1.4).
    """
    signal = _signal(prefix)
    return next((number for number, kind in enumerate(style.signals.kinds) if signal in kind), 0) if signal else before


def _signal(prefix: str) -> str:
    found = SIGNAL.match(prefix.strip())
    return found[0].lower().rstrip(".") if found else ""

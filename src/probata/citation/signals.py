"""The words before a citation, *see* and its like."""

from __future__ import annotations

import re
from collections.abc import Iterator

from probata.citation.legal_style import LegalStyle
from probata.document.inlines import Emph, Inline, Inlines, Text

SIGNAL = re.compile(
    r"(?P<base>(?:but )?see(?: also| generally)?\b|(?:but )?cf\b\.?|accord\b|contra\b|compare\b|i\.?e\b\.?)"
    r"(?P<eg>,? (?:e\.?g\b\.?|for example\b|for instance\b),?)?"
    r"|(?P<alone>e\.?g\b\.?,?|for (?:example|instance),?$)",
    re.IGNORECASE,
)
"""Signals as the Indigo Book lists them (R4.2), and those of OSCOLA, however they are typed."""


def spelled(prefix: str, style: LegalStyle) -> str:
    """Return the words before a work with the signal at their beginning as the style spells it: `Cf.`, `cf`.

    A signal of which the style says nothing is left as it is typed.
    """
    words = prefix.strip()
    found = SIGNAL.match(words) if words else None
    signal = style.signals.words.get(_name(found), "") if found else ""
    return f"{signal}{words[found.end() :]}" if found and signal else words


def signalled(prefix: str, style: LegalStyle, *, starts: bool) -> Inlines:
    """Return the words before a work of our own, with a capital at the start as citeproc gives it.

    A signal at their beginning is in italics where the style has it so (Bluebook 2.1), and small at the start of a note
    where the style has it so (OSCOLA 5, 1.1.5).
    """
    words = spelled(prefix, style)
    if not words:
        return ()
    if starts and _base(words) not in style.signals.small:
        words = f"{words[0].upper()}{words[1:]}"
    signal = SIGNAL.match(words) if style.signals.italic else None
    if signal is None:
        return (Text(f"{words} "),)
    *italic, last = _in_italics(signal[0])
    rest = f"{words[signal.end() :]} "
    return (*italic, Text(last.text + rest)) if isinstance(last, Text) else (*italic, last, Text(rest))


def _in_italics(signal: str) -> Iterator[Inline]:
    """Put the words of a signal in italics and leave its commas upright: *see*, *e.g.*, (Indigo Book, R4.5.2)."""
    return (
        Text(piece) if piece.startswith(",") else Emph((Text(piece),)) for piece in re.split("(, ?)", signal) if piece
    )


def is_own(prefix: str, style: LegalStyle, *, starts: bool) -> bool:
    """Tell whether words before a source are written by us: Pandoc knows no italics and no small letters there."""
    signal = _base(prefix)
    return bool(signal) and (style.signals.italic or not starts or signal in style.signals.small)


def kind_of_signal(prefix: str, style: LegalStyle, before: int = 0) -> int:
    """Return the kind of the words before a work; without a signal that of the work before it, which goes on.

    *But see* begins a sentence in the Bluebook (Indigo R4.3), *See also* in OSCOLA (1.1.4).
    """
    signal = _base(prefix)
    return next((number for number, kind in enumerate(style.signals.kinds) if signal in kind), 0) if signal else before


def _base(prefix: str) -> str:
    """Return the name of the signal at the beginning of words, without an example behind it; empty where none is."""
    found = SIGNAL.match(prefix.strip()) if prefix else None
    return _plain(found["base"] or "eg") if found else ""


def _name(signal: re.Match[str]) -> str:
    """Return the name by which a style spells a signal: `cf`, `see also`, `see eg`."""
    if not signal["base"]:
        return "eg"
    return f"{_plain(signal['base'])}{' eg' if signal['eg'] else ''}"


def _plain(signal: str) -> str:
    return signal.lower().replace(".", "")

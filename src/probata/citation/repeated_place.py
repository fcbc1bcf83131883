"""*Ibid* for a place that no style knows: Pandoc would say it again behind the word."""

from __future__ import annotations

import re
from dataclasses import replace

from probata.citation.parts import Asked
from probata.document.inlines import Inlines, Text
from probata.document.walk import plain_text

_IBID = re.compile(r"(?:ibid|ibidem|id)\.?", re.IGNORECASE)


def without_repeated_place(written: Inlines, asked: Asked) -> Inlines:
    """Leave out the place where it is that of the note before and the style has written *ibid*.

    A style that names the work again keeps it: the place is then said nowhere else.
    """
    place = asked.references[0].repeats if len(asked.references) == 1 else ""
    last = written[-1] if written else None
    if not (place and isinstance(last, Text) and last.text.endswith(place)):
        return written
    if not _IBID.fullmatch(plain_text(written).removesuffix(place)):
        return written
    rest = last.text.removesuffix(place)
    return (*written[:-1], *((replace(last, text=rest),) if rest else ()))

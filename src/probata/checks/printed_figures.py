"""The figures that a text prints with `{{ figure('…') }}`."""

from __future__ import annotations

import re

_PRINTED = re.compile(r"\{\{\s*figure\(\s*['\"]([^'\"\n]+)['\"]")


def figures_in(text: str) -> tuple[str, ...]:
    """Return the ids of the figures that a text prints, each once, in order; one that does not exist too."""
    return tuple(dict.fromkeys(_PRINTED.findall(text)))

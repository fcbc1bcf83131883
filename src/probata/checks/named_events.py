"""Whether a text names an event: by its title, its own name or another form that sources use."""

from __future__ import annotations

import re

from probata.model.event import Event

_WORD = re.compile(r"[^\W_]+")
_SHORTEST = 4
"""Letters of a name by which a text is taken to mean an event; its own name may be shorter."""


def names_event(event: Event, text: str) -> bool:
    """Tell whether a text has a name of the event as whole words, whatever the capitals and marks between."""
    told = _spaced(text)
    return any(_spaced(name) in told for name in (str(event.title), *event.other_names) if len(name) >= _SHORTEST) or (
        event.native is not None and event.native.text in text
    )


def _spaced(text: str) -> str:
    return f" {' '.join(_WORD.findall(text.casefold()))} "

"""Whether what a text cites are the places from which an event is taken."""

from __future__ import annotations

from collections.abc import Sequence

from probata.checks.texts.cited_places import numbers_of_place
from probata.model.event import Event


def cites_event_alone(cited: Sequence[tuple[str, str]], event: Event) -> bool:
    """Tell whether all places that are cited are places of an event; one without a number is none, and so is no place.

    `cited` is as `cited_places` gives it.
    """
    places: dict[str, set[int]] = {}
    for one in event.citations:
        places.setdefault(one.source, set()).update(numbers_of_place(one.pinpoint.value) if one.pinpoint else ())
    numbered = [(key, numbers_of_place(place)) for key, place in cited]
    return bool(cited) and all(numbers and numbers <= places.get(key, set()) for key, numbers in numbered)

"""Citations brought together from several records: each source once in a note, with all its places."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from probata.citation import COUNTED, places_in
from probata.document.inlines import CiteItem, Pinpoint


def cited_once(items: Iterable[CiteItem]) -> tuple[CiteItem, ...]:
    """Return the items without repeats, those of one source joined where it stands first: `arts 1, 16`.

    Only numbers of one kind are joined, in their order in the source, and only items without words of their own: two
    headings stand each in its own marks. The order of the sources is as given.
    """
    kept: list[CiteItem] = []
    for item in dict.fromkeys(items):
        place = next((n for n, other in enumerate(kept) if _joins(other, item)), None)
        if place is None:
            kept.append(item)
        else:
            kept[place] = _joined(kept[place], item)
    return tuple(kept)


def _joins(first: CiteItem, second: CiteItem) -> bool:
    bare = not (first.prefix or first.suffix or second.prefix or second.suffix)
    one, two = first.pinpoint, second.pinpoint
    if not bare or first.key != second.key or one is None or two is None or one.type != two.type:
        return False
    if one.type not in COUNTED:
        return False
    return len(places_in(one.type, one.value)) == len(places_in(two.type, two.value)) == 1


def _joined(first: CiteItem, second: CiteItem) -> CiteItem:
    one, two = first.pinpoint, second.pinpoint
    if one is None or two is None:
        return first
    places = dict.fromkeys((*one.value.split(", "), *two.value.split(", ")))
    return replace(first, pinpoint=Pinpoint(one.type, ", ".join(sorted(places, key=_by_number))))


def _by_number(place: str) -> list[tuple[int, str]]:
    """Sort `9` before `16`, and `7(1)(a)` before `7(2)`."""
    return [(int(part), "") if part.isdecimal() else (0, part) for part in re.split(r"(\d+)", place)]

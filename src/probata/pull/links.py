"""Links in a text as it is written, so that a change of their words or of their address is written as one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from probata.pull.linked import Linked
from probata.pull.stream import Stream

_LINK: Final = re.compile(
    r"\[(?P<words>(?:[^\[\]\\]|\\.)*)\]\(\s*<?(?P<address>[^()<>\s]*)>?\s*\)|<(?P<bare>(?:https?://|mailto:)[^<>\s]+)>"
)
_SCHEMES: Final = ("https://", "http://", "mailto:")
"""What documents print as links; see `markup/inline_builder.py`."""


@dataclass(frozen=True, slots=True)
class WrittenLink:
    """A link that stands in a text, in characters."""

    start: int
    end: int
    inner: tuple[int, int]
    """Where its words stand."""

    address: str


def link_round(written: str, start: int, end: int) -> WrittenLink | None:
    """Return the link whose words hold a stretch; `None` where none does."""
    return next((one for one in _links(written) if one.inner[0] <= start and end <= one.inner[1]), None)


def whole_links(written: str, start: int, end: int) -> tuple[int, int]:
    """Return a stretch with all of the link with whose words it begins or ends, where it reaches beyond that."""
    for one in _links(written):
        if start == one.inner[0] and end >= one.end:
            start = one.start
        if end == one.inner[1] and start <= one.start:
            end = one.end
    return start, end


def beside_links(written: str, start: int, end: int) -> tuple[int, int]:
    """Return what is between two words without what is left there of links that they end and begin."""
    for one in _links(written):
        start = one.end if start == one.inner[1] else start
        end = one.start if end == one.inner[0] else end
    return start, end


def leads_to(new: Stream, address: str) -> bool:
    """Tell whether all words of a stretch lead to an address; those of none do."""
    key = Linked(0, 0, address).key
    return all(char.isspace() or new.address_at(place) == key for place, char in enumerate(new.text))


def link_to(words: str, said: str, address: str) -> str | None:
    """Return words with their address; `said` is what they say without marks. `None` for an address of another kind."""
    if not address.startswith(_SCHEMES):
        return None
    safe = quote(address, safe="!#$%&'*+,-./:;=?@[]_~")
    return f"<{safe}>" if said == safe and not address.startswith("mailto:") else f"[{words}]({safe})"


def _links(written: str) -> Iterator[WrittenLink]:
    for found in _LINK.finditer(written):
        group = "bare" if found["bare"] else "words"
        yield WrittenLink(found.start(), found.end(), found.span(group), found["bare"] or found["address"])

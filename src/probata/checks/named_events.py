"""The recorded events that a text names, by their titles and other names."""

from __future__ import annotations

import re

from probata.graph.case_graph import CaseGraph
from probata.model.event import Event

_Words = tuple[str, ...]
_WORD = re.compile(r"\w+")
_SHORTEST = 5
"""Letters of a name; a shorter one is too easily a word of the language."""


class NamedEvents:
    """Events by their names, each read as whole words without regard to case and to marks between them."""

    def __init__(self, graph: CaseGraph) -> None:
        """Index the names, and how many words they have by the first of these."""
        self._by_name: dict[_Words, dict[str, Event]] = {}
        self._lengths: dict[str, set[int]] = {}
        for event in graph.events:
            for name in map(_words, (event.title, *event.other_names)):
                if len("".join(name)) >= _SHORTEST:
                    self._by_name.setdefault(name, {})[event.id] = event
                    self._lengths.setdefault(name[0], set()).add(len(name))

    def in_text(self, text: str) -> tuple[Event, ...]:
        """Return the events that a text names, each once, in its order; of names that begin alike the longest."""
        words = _words(text)
        found: dict[str, Event] = {}
        ahead = 0
        while ahead < len(words):
            lengths = sorted(self._lengths.get(words[ahead], ()), reverse=True)
            length = next((one for one in lengths if words[ahead : ahead + one] in self._by_name), 0)
            found.update(self._by_name.get(words[ahead : ahead + length], {}))
            ahead += length or 1
        return tuple(found.values())

    def called(self, name: str) -> tuple[Event, ...]:
        """Return the events of exactly this name."""
        return tuple(self._by_name.get(_words(name), {}).values())


def named_events(graph: CaseGraph) -> NamedEvents:
    """Return the names of a case, indexed once."""
    return graph.once("named events", lambda: NamedEvents(graph))


def _words(text: str) -> _Words:
    return tuple(match[0].casefold() for match in _WORD.finditer(text))

"""The recorded events that a text names, by their titles and other names."""

from __future__ import annotations

import re

from probata.graph.case_graph import CaseGraph
from probata.model.event import Event

_SHORTEST = 5
"""Letters of a name; a shorter one is too easily a word of the language."""


class NamedEvents:
    """Events by their names, each read as whole words without regard to case."""

    def __init__(self, graph: CaseGraph) -> None:
        """Index the names."""
        self._by_name: dict[str, list[Event]] = {}
        for event in graph.events:
            for name in {_plain(name) for name in (event.title, *event.other_names)}:
                if len(name) >= _SHORTEST:
                    self._by_name.setdefault(name, []).append(event)
        longest_first = sorted(self._by_name, key=len, reverse=True)
        self._pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")

    def in_text(self, text: str) -> tuple[Event, ...]:
        """Return the events that a text names, each once, in the order in which they stand there."""
        if not self._by_name:
            return ()
        names = (match[0] for match in self._pattern.finditer(_plain(text)))
        return tuple({event.id: event for name in names for event in self._by_name[name]}.values())

    def called(self, name: str) -> tuple[Event, ...]:
        """Return the events of exactly this name."""
        return tuple(self._by_name.get(_plain(name), ()))


def named_events(graph: CaseGraph) -> NamedEvents:
    """Return the names of a case, indexed once."""
    return graph.once("named events", lambda: NamedEvents(graph))


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[\"“”„«»*_]", "", text).casefold().split())

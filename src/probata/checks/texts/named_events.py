"""The recorded events that a text names, by their titles, these also translated, and other names."""

from __future__ import annotations

from probata.checks.texts.names_in_text import NamesInText
from probata.graph.case_graph import CaseGraph
from probata.model.event import Event


class NamedEvents(NamesInText[Event]):
    """Events by their names."""

    def __init__(self, graph: CaseGraph) -> None:
        """Index the titles, in all languages, and the other names."""
        super().__init__((event, (event.title, *event.other_names, *_translated(event))) for event in graph.events)


def _translated(event: Event) -> tuple[str, ...]:
    return tuple(texts["title"] for texts in event.translations.values() if "title" in texts)


def named_events(graph: CaseGraph) -> NamedEvents:
    """Return the names of a case, indexed once."""
    return graph.once("named events", lambda: NamedEvents(graph))

"""What may leave a case without anybody being asked: nothing of victims and witnesses, and nothing confidential."""

from __future__ import annotations

from dataclasses import dataclass

from probata.disclosure.consent import parts_played, search_for, without_own_readings, without_persons
from probata.disclosure.levels import at_level, level_of
from probata.disclosure.name_search import NameSearch
from probata.disclosure.names import NameTaker
from probata.graph.case_graph import CaseGraph

PROTECTED = frozenset({"victim", "witness", "deponent"})
"""Parts that nobody plays in a file for other programs, whatever they consented to: a consent is given per use."""


@dataclass(frozen=True, slots=True)
class Unprotected:
    """A case without whom it protects."""

    graph: CaseGraph
    hidden: frozenset[str]
    """Ids of the persons left out."""

    confidential: frozenset[str]
    """Ids of the sources left out."""

    names: NameSearch
    """Finds those left out in a text."""

    def names_somebody(self, text: str) -> bool:
        """Tell whether a text, an id or an address names somebody who is left out; ids have names in small letters."""
        return bool(self.names.found(text, is_address=True))


def without_protected(graph: CaseGraph) -> Unprotected:
    """Return the graph without victims, witnesses and whoever needs a consent, and without confidential sources.

    What is theirs alone goes with them, and their names are taken out of the texts that are left. Of command only what
    a source states stays.
    """
    parts = parts_played(graph)
    hidden = frozenset(one.id for one in graph.people if one.needs_consent or PROTECTED & parts[one.id])
    confidential = frozenset(one.id for one in graph.sources if level_of("sources", one, graph) != "public")
    shown = at_level(without_own_readings(graph), "public").graph.without("sources", confidential)
    names = search_for(graph, hidden)
    shown = NameTaker(names, "others", with_markdown=True).from_graph(without_persons(shown, hidden))
    return Unprotected(shown, hidden, confidential, names)

"""What may leave a case without anybody being asked: nothing of victims and witnesses, and nothing confidential."""

from __future__ import annotations

import re
from dataclasses import dataclass

from probata.disclosure.consent import names_of_hidden, parts_played, without_persons
from probata.disclosure.name_forms import names_in
from probata.disclosure.names import NAME_WITHHELD
from probata.disclosure.own_readings import without_own_readings
from probata.graph.case_graph import CaseGraph

_BETWEEN_WORDS = re.compile(r"[-_./+%]+")
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

    names: dict[str, tuple[str, ...]]
    """Every form in which a text may name those left out, by id."""

    def names_somebody(self, text: str) -> bool:
        """Tell whether a text, an id or an address names somebody who is left out; ids have names in small letters."""
        spaced = _BETWEEN_WORDS.sub(" ", text)
        told = (text, spaced, spaced.title())
        return any(names_in(forms, one) for forms in self.names.values() for one in told)


def without_protected(graph: CaseGraph) -> Unprotected:
    """Return the graph without victims, witnesses and whoever needs a consent, and without confidential sources.

    What is theirs alone goes with them, and their names are taken out of the texts that are left. Of command only what
    a source states stays.
    """
    parts = parts_played(graph)
    hidden = frozenset(one.id for one in graph.people if one.consent_required or PROTECTED & parts[one.id])
    confidential = frozenset(one.id for one in graph.sources if one.confidentiality != "open")
    shown = without_own_readings(graph).without("sources", confidential)
    names = names_of_hidden(graph, hidden)
    shown, _ = without_persons(shown, hidden, "others", NAME_WITHHELD, names)
    return Unprotected(shown, hidden, confidential, names)

"""The people of a case where a text names them, by their whole or their family name."""

from __future__ import annotations

import re
from collections.abc import Mapping

from probata.checks.sentences import Sentence
from probata.graph.case_graph import CaseGraph
from probata.model.person import Person

Names = Mapping[str, re.Pattern[str]]
"""A pattern for the names of each person, by the person's id."""


def names_of_people(graph: CaseGraph) -> Names:
    """Return how texts name each person of a case; one without a name is left out."""
    return graph.once("names of people", lambda: {one.id: _names(one) for one in graph.people if one.name.display})


def _names(person: Person) -> re.Pattern[str]:
    names = {person.name.display, person.name.family or person.name.display}
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(names, reverse=True)))})(?!\w)")


def person_told_of(graph: CaseGraph, sentence: Sentence, at: int, names: Names) -> str | None:
    """Return whose description it is, or who is named last before a place of a sentence in its paragraph."""
    text = sentence.text
    if text.kind == "people" and graph.has("people", text.record_id):
        return text.record_id
    before = text.value[: sentence.start + at].rpartition("\n\n")[2]
    found = [(match.end(), key) for key, pattern in names.items() for match in pattern.finditer(before)]
    return max(found)[1] if found else None

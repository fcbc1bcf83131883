"""The counts of a filing: what it argues, each with the allegations that it gathers."""

from __future__ import annotations

from collections.abc import Sequence

from probata.diagnostics.value import value
from probata.graph.case_graph import CaseGraph
from probata.graph.charged import persons_charged
from probata.model.allegation import Allegation, LimbFinding
from probata.model.case_file import Filing
from probata.model.count import ArguedCount


@value()
class Gathered:
    """A count of a filing. An allegation that no count gathers is one by itself, without a record."""

    record: ArguedCount | None
    allegations: tuple[Allegation, ...]


@value()
class ArguedLimb:
    """A text on a limb, with the record that holds it."""

    found: LimbFinding
    kind: str
    record: str
    index: int

    def is_about(self, person_id: str) -> bool:
        """Tell whether it is said of a person, alone or with others."""
        return not self.found.persons or person_id in self.found.persons


def counts_in(graph: CaseGraph, filing: Filing, put_forward: Sequence[Allegation]) -> tuple[Gathered, ...]:
    """Return the counts of a filing that puts these allegations forward: those that it names, or all that gather some.

    An allegation in none of them follows as a count of its own, in the order of the records.
    """
    by_id = {allegation.id: allegation for allegation in put_forward}
    chosen = (graph.find("counts", ArguedCount, key) for key in filing.counts) if filing.counts else graph.counts
    named = [(one, [by_id[key] for key in dict.fromkeys(one.allegations) if key in by_id]) for one in chosen if one]
    gathered = {allegation.id for _, allegations in named for allegation in allegations}
    alone = (allegation for key, allegation in by_id.items() if key not in gathered)
    return (
        *(Gathered(one, tuple(allegations)) for one, allegations in named if allegations),
        *(Gathered(None, (allegation,)) for allegation in alone),
    )


def counts_with(graph: CaseGraph, allegation: str) -> tuple[ArguedCount, ...]:
    """Return the counts that gather an allegation."""
    return tuple(one for one in graph.counts if allegation in one.allegations)


def argued_in(kind: str, record: Allegation | ArguedCount) -> list[ArguedLimb]:
    """Return the texts on limbs that a record holds."""
    return [ArguedLimb(found, kind, record.id, index) for index, found in enumerate(record.limbs)]


def limbs_on(graph: CaseGraph, allegation: Allegation) -> list[LimbFinding]:
    """Return what is argued on limbs for an allegation: by the counts that gather it, then by itself.

    What a count argues on persons against whom the allegation is not made is not for it.
    """
    charged = set(persons_charged(allegation, graph))
    of_counts = (found for one in counts_with(graph, allegation.id) for found in one.limbs)
    return [*(found for found in of_counts if not found.persons or charged & set(found.persons)), *allegation.limbs]

"""Which limbs of a forum's legal test an allegation argues."""

from __future__ import annotations

from probata.forum import Lacking, Limb, Profile
from probata.graph.case_graph import CaseGraph
from probata.graph.filings import limbs_on
from probata.model.allegation import Allegation


def argued_limbs(graph: CaseGraph, allegation: Allegation, profile: Profile) -> tuple[Limb, ...]:
    """Return the limbs of the forum's test for which there is a text; one that the test lacks is left out."""
    found = (profile.limb(argued.limb) for argued in limbs_on(graph, allegation) if argued.forum in profile.names)
    return tuple(limb for limb in found if limb is not None)


def needed_and_not_argued(graph: CaseGraph, allegation: Allegation, profile: Profile) -> tuple[Lacking, ...]:
    """Return what the forum's test cannot do without and the allegation does not argue."""
    return profile.lacking(argued_limbs(graph, allegation, profile))

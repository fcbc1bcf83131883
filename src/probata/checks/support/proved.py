"""The matrix of proof of a case, as its checks let support count."""

from __future__ import annotations

from probata.checks.check_input import CheckInput
from probata.checks.support.unfit import unfit
from probata.proof import AllegationProof, prove


def proved(case: CheckInput) -> tuple[AllegationProof, ...]:
    """Return how each allegation stands with each element; worked out once for all checks that ask."""
    return case.once("proved", lambda: prove(case.graph, case.catalogue, case.profiles.values(), unfit(case)))

"""Whether an allegation stands in a part of the time alleged, whatever is found of the rest."""

from __future__ import annotations

from collections.abc import Sequence

from probata.checks.tenures.alleged_grounds import Held
from probata.checks.tenures.uncovered import as_told
from probata.model.allegation import Allegation
from probata.model.dates import Answer


def holds_in_part(allegation: Allegation, held: Sequence[Held]) -> bool:
    """Tell whether some roles, by what is recorded of them, were held in a part of the time alleged.

    Without a period of the allegation no part of it is known to stand.
    """
    period = allegation.period
    return period is not None and any(one.tenure.touches(as_told(period)) is Answer.CERTAIN for one in held)

"""Who may appear only with a consent: those whose record says so, and those whose part a forum of the case names."""

from __future__ import annotations

from probata.checks.check_input import CheckInput
from probata.disclosure import parts_played


def parts_of(case: CheckInput) -> dict[str, set[str]]:
    """Return the parts that each person plays, as the disclosure counts them."""
    return case.once("parts played", lambda: parts_played(case.graph))


def need_consent(case: CheckInput) -> frozenset[str]:
    """Return the persons who need a consent for at least one filing that is looked at."""
    wanted = {part for _, profile in case.filings for part in profile.disclosure.consent_of}
    parts = parts_of(case)
    return frozenset(one.id for one in case.graph.people if one.consent_required or wanted & parts[one.id])

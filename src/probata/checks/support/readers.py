"""Who comes to see a filing: the readers of its forum, and those of the filings that it supports."""

from __future__ import annotations

from probata.checks.check_input import CheckInput
from probata.graph.filings import supported_filings
from probata.model.case_file import Filing

CALLED = {"accused": "the person accused", "state": "the State", "public": "the public"}
"""How findings call those who read a document besides whoever decides on it."""


def audiences_of(case: CheckInput, filing: Filing) -> tuple[str, ...]:
    """Return the audiences of a filing, in the order of its forum; none where its forum is not known."""
    read = (filing, *supported_filings(case.graph, filing))
    profiles = (profile for one in read if (profile := case.profiles.get(one.forum)))
    return tuple(dict.fromkeys(audience for profile in profiles for audience in profile.disclosure.audiences))


def others_who_read(case: CheckInput, filing: Filing) -> str:
    """Return who reads a filing besides whoever decides on it, in words; empty where nobody does."""
    return " and ".join(CALLED[one] for one in audiences_of(case, filing) if one in CALLED)

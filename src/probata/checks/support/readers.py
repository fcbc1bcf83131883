"""Who comes to see a filing: the readers of its forum, and those of the filings that it supports."""

from __future__ import annotations

from probata.checks.check_input import CheckInput
from probata.model.case_file import Filing

CALLED = {"accused": "the person accused", "state": "the State", "public": "the public"}
"""How findings call those who read a document besides whoever decides on it."""


def audiences_of(case: CheckInput, filing: Filing) -> tuple[str, ...]:
    """Return the audiences of a filing, in the order of its forum; none where its forum is not known."""
    found: dict[str, None] = {}
    own = {one.id: one for one in case.graph.case.filings}
    seen: set[str] = set()
    following: Filing | None = filing
    while following and following.id not in seen:
        seen.add(following.id)
        profile = case.profiles.get(following.forum)
        found.update(dict.fromkeys(profile.disclosure.audiences if profile else ()))
        following = own.get(following.supports_filing or "")
    return tuple(found)


def others_who_read(case: CheckInput, filing: Filing) -> str:
    """Return who reads a filing besides whoever decides on it, in words; empty where nobody does."""
    return " and ".join(CALLED[one] for one in audiences_of(case, filing) if one in CALLED)

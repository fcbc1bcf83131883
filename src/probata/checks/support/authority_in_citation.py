"""What the citation of an authority says otherwise than its record: the date, the number, the court."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from probata.checks.check_input import Loc
from probata.checks.prose.times import ToldTime, times_in
from probata.checks.support.law_years import is_revised
from probata.checks.tenures.sure_days import is_approximate
from probata.diagnostics import say
from probata.model.authority import Authority

_YEAR_OF_IT = re.compile(r"\([^()]*[^\W\d_]{2,},?\s+((?:1[89]|20)\d\d)\)|\(((?:1[89]|20)\d\d)\)(?=\s+UN\s+Doc)")
_COURT = re.compile(
    r"(?:[^\W\d_]+\s+)*?(?:Court|Tribunal|Committee|Council|Commission)\b(?:\s+(?:of|for|on|the|and|[A-Z]\w+)\b)*"
)
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)")
_CHANGED = frozenset({"statute", "other"})
_PART = re.compile(r"\d+|[^\W\d_]+|.", re.DOTALL)


class Fault(NamedTuple):
    """What a record says in two ways."""

    loc: Loc
    message: str
    """What is said of the authority."""


def faults_of_citation(authority: Authority) -> Iterator[Fault]:
    """Give what the citation of an authority contradicts; what it does not give decides nothing."""
    citation = authority.citation or ""
    date, dates = authority.date, _dates(citation)
    is_known = date is not None and not is_approximate(date) and dates and not has_several_days(authority)
    if date and is_known and all(told.last.last < date.first or date.last < told.first.first for told in dates):
        words = citation[dates[0].start : dates[0].end]
        yield Fault(("citation",), f"is dated {say.date(date)}, and its citation gives {say.words(words)}")
    if authority.number and (other := _other_number(authority.number, citation)):
        yield Fault(
            ("citation",), f"has number {say.words(authority.number)}, and its citation gives {say.words(other)}"
        )
    if authority.court and (other := _other_court(authority.court, citation)):
        yield Fault(("citation",), f"is of {say.words(authority.court)}, and its citation gives {say.words(other)}")


def has_several_days(authority: Authority) -> bool:
    """Tell whether it is a law that is said to be amended or revised, so that its date may be any of its days."""
    return authority.kind in _CHANGED and is_revised(f"{authority.name}; {authority.citation or ''}")


def _dates(citation: str) -> list[ToldTime]:
    """Return the dates of a citation; years alone where no date is more precise, and only those that are its own."""
    told = list(times_in(citation))
    precise = [one for one in told if one.last.month]
    own = {match.start(1 if match[1] else 2) for match in _YEAR_OF_IT.finditer(citation)}
    return precise or [one for one in told if one.start in own]


def _other_number(number: str, citation: str) -> str:
    """Return a number of the same form, where the citation gives such a one and not the number itself."""
    has_form = re.search(r"\d", number) and re.search(r"\D", number.strip())
    if not has_form or _plain(number) in _plain(citation):
        return ""
    form = "".join(r"\d+" if part.isdigit() else r"\s+" if part.isspace() else re.escape(part)
                   for part in _PART.findall(number.strip()))  # fmt: skip
    found = re.search(rf"(?<![\w/.-]){form}(?![\w/])", citation)
    return found[0] if found else ""


def _other_court(court: str, citation: str) -> str:
    """Return a court whose name is that of the record but for one word, where the citation does not give that one."""
    name = _IN_BRACKETS.sub("", court)
    if _plain(name) in _plain(citation):
        return ""
    words = name.split()
    for match in _COURT.finditer(citation):
        other = match[0].split()
        if len(other) == len(words) > 2 and sum(a != b for a, b in zip(words, other, strict=True)) == 1:
            return match[0]
    return ""


def _plain(text: str) -> str:
    return " ".join(text.replace("*", "").casefold().split())

"""What stands first of all that was found: which filings are ready, what waits for a decision, what to fix."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from probata.checks.folding import fold
from probata.checks.matters import Matter, matters
from probata.diagnostics import Diagnostic, Severity

OF_STATUS = frozenset({"status-draft", "status-illustration", "allegation-draft"})
"""Notes on what the team says of the case as a whole; nothing is made for filing while one stands."""
MOST, MOST_DECISIONS = 20, 7
"""Matters on a first page, and how many of them stand first, since they wait for a decision."""


@dataclass(frozen=True, slots=True)
class FilingStatus:
    """Whether a filing could be made for filing now."""

    filing: str
    blocked_by: tuple[Diagnostic, ...]
    """What a final build would refuse it for beside the status of the case, what is alike once."""
    waits: bool = False
    """Whether the status of the case stands in its way."""

    @property
    def is_ready(self) -> bool:
        """Whether nothing stands in its way."""
        return not (self.blocked_by or self.waits)

    @property
    def reasons(self) -> str:
        """Name what blocks it in a few words: the checks, then what is not recorded."""
        told = Counter(one.name.replace("-", " ") for one in self.blocked_by if _is_of_check(one))
        missing = dict.fromkeys(one.gap for one in self.blocked_by if not _is_of_check(one))
        parts = [f"{name} ({number})" if number > 1 else name for name, number in told.items()]
        return "; ".join([*parts, *([f"not recorded: {', '.join(missing)}"] if missing else [])])


def _is_of_check(found: Diagnostic) -> bool:
    """Tell whether the name of its check says what blocks a filing, better than what is missing does."""
    return not found.gap or Matter((found,)).is_decision


def status_of(filing: str, reasons: Iterable[Diagnostic]) -> FilingStatus:
    """Return the status of a filing from all reasons for which a final build would refuse it."""
    several = tuple(reasons)
    others = fold(one for one in several if one.name not in OF_STATUS)
    return FilingStatus(filing, others, any(one.name in OF_STATUS for one in several))


@dataclass(frozen=True, slots=True)
class FirstPage:
    """The first page of a case; all else is a step away."""

    filings: tuple[FilingStatus, ...]
    of_status: tuple[str, ...]
    """What the team says of the case as a whole that keeps it from being filed, in sentences."""
    decisions: tuple[Matter, ...]
    """What waits for a choice of whoever signs."""
    to_fix: tuple[Matter, ...]
    """What is to be completed or corrected: must fix, then should fix."""
    left: int
    """Matters that it leaves out."""
    notes: int
    """Notes, which it only counts."""
    places: Mapping[str, str] = field(default_factory=dict)

    @property
    def nothing_blocks(self) -> bool:
        """Whether every filing is ready, and there is one."""
        return bool(self.filings) and all(one.is_ready for one in self.filings)

    def place_in_document(self, matter: Matter) -> str:
        """Return where a document prints a record of a matter; empty where none is known to."""
        return next((self.places[record] for record in matter.records if record in self.places), "")


def first_page(
    findings: Iterable[Diagnostic], blocked: Mapping[str, Iterable[Diagnostic]], places: Mapping[str, str]
) -> FirstPage:
    """Return the first page; `blocked` are the reasons by filing, `places` where documents print which record."""
    several = tuple(findings)
    found = matters(several)
    decisions = tuple(matter for matter in found[:MOST] if matter.is_decision)[:MOST_DECISIONS]
    to_fix = tuple(matter for matter in found[:MOST] if matter not in decisions)
    notes = sum(one.severity is Severity.INFO for one in fold(several))
    return FirstPage(
        tuple(status_of(filing, reasons) for filing, reasons in blocked.items()),
        tuple(_of_status(one for reasons in blocked.values() for one in reasons)),
        decisions, to_fix, len(found[MOST:]), notes, places,
    )  # fmt: skip


def _of_status(reasons: Iterable[Diagnostic]) -> Iterator[str]:
    """Say what the case says of its own status, that of the case first, of several allegations alike the first."""
    said: dict[str, dict[str, None]] = {}
    for one in reasons:
        if one.name in OF_STATUS:
            said.setdefault(one.name, {})[one.message] = None
    for first, *others in map(tuple, (said[name] for name in sorted(said, reverse=True))):
        yield sentence(f"{first}{f', and so are {len(others)} more' if others else ''}")


def sentence(message: str) -> str:
    """Return what a finding says as a sentence."""
    return f"{message[:1].upper()}{message[1:]}."

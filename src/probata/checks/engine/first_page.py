"""Matters: findings that are seen to in one go, so that a first page names them once.

Every finding stays one of its record. A matter is what one check finds over many records, or what one filing lacks; and
what follows from another finding, since it opens the same line of attack at the same places, is of its matter.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from probata.checks.engine.folding import fold
from probata.checks.engine.order_of_use import LineOfAttack, line_of
from probata.checks.engine.to_do import ToDo, by_section, in_words
from probata.diagnostics import Diagnostic, Severity, Span
from probata.diagnostics.message import Message


@dataclass(frozen=True, slots=True)
class Matter:
    """Findings that are seen to together; what is found alike in several records is one of them."""

    findings: tuple[Diagnostic, ...]
    """The heaviest first."""
    each: tuple[Diagnostic, ...] = ()
    """The same, each of one record."""

    @property
    def first(self) -> Diagnostic:
        """The finding that stands for all."""
        return self.findings[0]

    @property
    def severity(self) -> Severity:
        """Its weight: that of its heaviest finding."""
        return self.first.severity

    @property
    def line(self) -> LineOfAttack | None:
        """The line of attack that it opens, if any."""
        return line_of(self.first.name)

    @property
    def is_decision(self) -> bool:
        """Whether it waits for a choice of whoever signs, and not for a record to be completed or corrected."""
        return self.line is not None and self.first.name in self.line.judged

    @property
    def also_missing(self) -> tuple[str, ...]:
        """What else is not recorded, beside what the first finding names."""
        return tuple(dict.fromkeys(one.gap for one in self.findings if one.gap not in {"", self.first.gap}))

    @property
    def further_places(self) -> int:
        """At how many places something of it is found, beside the first."""
        return sum(1 + len(one.others) for one in self.findings) - 1

    @property
    def records(self) -> tuple[str, ...]:
        """Ids of all its records."""
        return tuple(dict.fromkeys(record for found in self.findings for record in found.records))


def matters(findings: Iterable[Diagnostic]) -> tuple[Matter, ...]:
    """Return what must and should be fixed, matter by matter, in the order in which it is seen to; notes are in none.

    Findings come in their order. Of one weight the first matter of each line of attack comes before the second of any:
    ten slips of one kind must not hide an opening of another.
    """
    groups: dict[Hashable, list[Diagnostic]] = {}
    for found in findings:
        if found.severity is not Severity.INFO:
            groups.setdefault(_what(found), []).append(found)
    return _in_turns(Matter(fold(group), tuple(group)) for group in _with_what_follows(groups.values()))


def _what(found: Diagnostic) -> Hashable:
    """Return what makes a finding one matter with others: its check, or the filing or records that lack something."""
    kind = found.record.partition("/")[0]
    if kind == "filings":
        return found.record, _attack(found.name)
    if found.gap:
        return _attack(found.name), found.record if kind in {"case", "people"} else kind
    return found.name


def _attack(check: str) -> str:
    """Return what the other side says with findings of this name; empty where it says nothing."""
    line = line_of(check)
    return line.line if line else ""


def _with_what_follows(groups: Iterable[list[Diagnostic]]) -> list[list[Diagnostic]]:
    """Add to each group those whose places are all among its own, and which open the same line of attack."""
    kept: list[list[Diagnostic]] = []
    causes: dict[Hashable, list[tuple[list[Diagnostic], set[tuple[str, Span | None]]]]] = {}
    for group in groups:
        line, places = _attack(group[0].name), {(found.record, found.span) for found in group}
        cause = next((one for one, its_places in causes.get(line, ()) if line and places <= its_places), None)
        if cause:
            cause += group
        else:
            kept.append(group)
            causes.setdefault(line, []).append((group, places))
    return kept


def _in_turns(found: Iterable[Matter]) -> tuple[Matter, ...]:
    turns: Counter[Hashable] = Counter()
    placed: list[tuple[int, bool, int, Matter]] = []
    for matter in found:
        rank, is_late, line = matter.severity.rank, matter.first.after_correction, _attack(matter.first.name)
        placed.append((rank, is_late, turns[rank, line] if line else 0, matter))
        turns[rank, line] += 1
    return tuple(matter for *_, matter in sorted(placed, key=lambda one: one[:-1]))


# What stands first of all that was found: which filings are ready, what waits for a decision, what to fix.

OF_STATUS = frozenset({"status-draft", "status-illustration", "allegation-draft"})
"""Notes on what the team says of the case as a whole; nothing is made for filing while one stands."""
MOST, MOST_DECISIONS = 20, 7
"""Matters on a first page, and how many of them stand first, since they wait for a decision."""


Places = dict[str, dict[str, str]]
"""Where documents print which record, `uk-ghr, para. 16` by `allegations/beatings`; by filing, and again by forum."""


def add_places(places: Places, more: Places) -> None:
    """Add those of a further document; of several of one forum the first goes before."""
    for name, printed in more.items():
        places[name] = printed | places.get(name, {})


@dataclass(frozen=True, slots=True)
class FilingStatus:
    """Whether a filing could be made for filing now."""

    filing: str
    blocked_by: tuple[Diagnostic, ...]
    """What a final build would refuse it for beside the status of the case, what is alike once."""
    waits: bool = False
    """Whether the status of the case stands in its way."""
    to_do: tuple[ToDo, ...] = ()
    """The gaps of its draft."""

    @property
    def is_ready(self) -> bool:
        """Whether nothing stands in its way."""
        return not (self.blocked_by or self.waits)

    @property
    def gaps(self) -> str:
        """Say how many gaps its draft has, and that it would be filed with them; empty where there is none."""
        number = len(self.to_do)
        open_then = "of the draft would stay open" if self.is_ready else "in the draft"
        return f"{number} gap{'s' * (number > 1)} {open_then}" if number else ""

    @property
    def sections(self) -> tuple[tuple[str, tuple[ToDo, ...]], ...]:
        """The gaps section by section."""
        return tuple(by_section(self.to_do))

    @property
    def gaps_named(self) -> str:
        """Say which they are, too."""
        return f"{self.gaps}: {in_words(self.to_do)}" if self.to_do else ""

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


def status_of(filing: str, reasons: Iterable[Diagnostic], to_do: tuple[ToDo, ...] = ()) -> FilingStatus:
    """Return the status of a filing from all reasons for which a final build would refuse it."""
    several = tuple(reasons)
    others = fold(one for one in several if one.name not in OF_STATUS)
    return FilingStatus(filing, others, any(one.name in OF_STATUS for one in several), to_do)


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
    places: Places = field(default_factory=dict)

    @property
    def nothing_blocks(self) -> bool:
        """Whether every filing is ready, and there is one."""
        return bool(self.filings) and all(one.is_ready for one in self.filings)

    def place_in_document(self, matter: Matter) -> str:
        """Return where a document prints a record of a matter, that of a filing or forum which it names, if any.

        Empty where none is known to.
        """
        named = [one.text for one in Message(matter.first.message).values if one.text in self.places]
        several = [self.places[name] for name in named] or self.places.values()
        return next((found[record] for found in several for record in matter.records if record in found), "")


def first_page(
    findings: Iterable[Diagnostic],
    blocked: Mapping[str, Iterable[Diagnostic]],
    places: Places,
    to_do: Mapping[str, tuple[ToDo, ...]] = MappingProxyType({}),
) -> FirstPage:
    """Return the first page; by filing `blocked` are the reasons, `to_do` the gaps of the draft."""
    several = tuple(findings)
    found = matters(several)
    decisions = tuple(matter for matter in found[:MOST] if matter.is_decision)[:MOST_DECISIONS]
    to_fix = tuple(matter for matter in found[:MOST] if matter not in decisions)
    notes = sum(one.severity is Severity.INFO for one in fold(several))
    return FirstPage(
        tuple(status_of(filing, reasons, to_do.get(filing, ())) for filing, reasons in blocked.items()),
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

"""One finding: a fact about the user's data, its place and the next step."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from probata.diagnostics.message import Message
from probata.diagnostics.span import Span, sheet_of
from probata.diagnostics.value import value

_OF_READING = frozenset({"SRC", "REC", "REF", "TAB", "MKD"})
"""Families of findings on the files themselves: a misspelt field comes before the gap that it leaves."""


class Severity(StrEnum):
    """How much a finding weighs. The values are those of the JSON output."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def label(self) -> str:
        """The words that users read."""
        return {"error": "must fix", "warning": "should fix", "info": "note"}[self.value]

    @property
    def rank(self) -> int:
        """0 for the heaviest, so that sorting by rank puts it first."""
        return ("error", "warning", "info").index(self.value)


SHOWN = 3
"""Records that a folded finding names one by one; of more, only their number is given."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A further record of which a finding says the same, and the place there."""

    record: str
    span: Span | None = None


@value()
class Diagnostic:
    """A finding. `message` states the fact, `help` names the next action."""

    code: str
    """Three letters of the family and three digits, for searching: `TIM101`."""

    name: str
    """What is found, in words joined by hyphens; reads well after "allow"."""

    severity: Severity
    message: str
    """One sentence, lower case, no final stop; what it names is put in by `say`. Kept as a `Message`."""

    span: Span | None = None
    help: str = ""
    notes: tuple[str, ...] = ()
    record: str = ""
    """Id of the record that the finding is about, or empty."""

    gap: str = ""
    """What is missing, in the forum's words, where a forum requires it; else empty. The to-do list of a draft names it.

    `--final` refuses where it must be fixed; `needed` says whether that holds whatever was decided.
    """

    needed: bool = False
    """Of a gap: whether nothing may go out without it, even where the case is never filed and it weighs as a note."""

    order: int = 0
    """Place among the findings of one weight: what opposing counsel would use first has the smallest number."""

    after_correction: bool = False
    """Whether it is seen to when all else is corrected: it stands behind what must and what should be fixed."""

    alike: str = ""
    """What it says whatever the record; findings of one name that have it in common may be told once. Empty where it
    stands by itself."""

    filing: str = ""
    """The filing or forum that it names, where it may be found of others at the same place; else empty."""

    settled: tuple[str, ...] = ()
    """What a decision on it rests on in the stead of the message, where that names places that move when something else
    is written, such as numbers of paragraphs; in parts, each of which must have been decided. Else empty."""

    names: tuple[str, ...] = ()
    """Further records that it names, such as `positions/commander`: a decision on it rests on them too."""

    decided_by: str = ""
    """Id of the decision that stands on it; empty where none does."""

    others: tuple[Elsewhere, ...] = ()
    """The further records of which it is told, where it stands for several findings."""

    filings: tuple[str, ...] = ()
    """The further filings or forums of which it is told."""

    field: str = ""
    """Path of the field whose form is wrong, with dots and without positions: `prepared_by.name`; else empty."""

    def __post_init__(self) -> None:
        """Read the sentences as values."""
        put = object.__setattr__
        put(self, "message", Message(self.message))
        put(self, "help", Message(self.help))
        put(self, "notes", tuple(map(Message, self.notes)))
        put(self, "settled", tuple(map(Message, self.settled)))

    @property
    def refuses(self) -> bool:
        """Whether nothing goes out while it stands."""
        return self.severity is Severity.ERROR or self.needed

    @property
    def to_decide(self) -> tuple[str, ...]:
        """What a decision on it rests on, in its parts."""
        return self.settled or (self.message,)

    @property
    def records(self) -> tuple[str, ...]:
        """Ids of all records of which it is told, its own first; none where it is about no record."""
        return tuple(dict.fromkeys(one for one in (self.record, *(other.record for other in self.others)) if one))

    @property
    def same_in(self) -> str:
        """Name the further filings, then the further records with their places, a few one by one; empty without any."""
        told = [f"the same for {', '.join(f'`{filing}`' for filing in self.filings)}"] if self.filings else []
        others = [one for one in self.others if one.record not in {f"filings/{filing}" for filing in self.filings}]
        named = ", ".join(self._named(other) for other in others[:SHOWN])
        more = f" and {len(others) - SHOWN} more" if len(others) > SHOWN else ""
        return "; ".join((*told, f"the same in {named}{more}") if named else told)

    def _named(self, other: Elsewhere) -> str:
        name = f"`{other.record.partition('/')[2] or other.record}`"
        if other.span is None:
            return name
        if sheet_of(other.span):
            return f"{name} ({str(other.span).rpartition('#')[2]})"
        is_here = self.span is not None and self.span.path == other.span.path
        return f"{name} ({f'line {other.span.line}' if is_here else f'{other.span.path}:{other.span.line}'})"

    @property
    def sort_key(self) -> tuple[int, bool, bool, int, str, int, int, str, str]:
        """Heaviest first, what was found in reading before what follows from it, then in order of use, and by place."""
        place = self.span or Span(path="")
        rank = max(self.severity.rank, Severity.WARNING.rank) if self.after_correction else self.severity.rank
        by_place = (place.path, place.line, place.column, self.code, self.message)
        return (rank, self.after_correction, self.code[:3] not in _OF_READING, self.order, *by_place)


# All findings of one run, without repeats, in a stable order.


def _as_it_is(diagnostic: Diagnostic) -> Diagnostic:
    return diagnostic


@dataclass(slots=True)
class Report:
    """Collects findings; iterating gives them heaviest first and each only once."""

    reword: Callable[[Diagnostic], Diagnostic] = _as_it_is
    """What is done to the words of each finding: a case may be recorded in sheets, and not in files."""

    _found: dict[Diagnostic, None] = field(default_factory=dict)

    def add(self, diagnostic: Diagnostic) -> None:
        """Take one finding; a second equal one is ignored."""
        self._found.setdefault(self.reword(diagnostic))

    def extend(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Take several findings."""
        for diagnostic in diagnostics:
            self.add(diagnostic)

    def __iter__(self) -> Iterator[Diagnostic]:
        """Give the findings in order of weight and place."""
        return iter(sorted(self._found, key=lambda found: found.sort_key))

    def __len__(self) -> int:
        """Count the findings."""
        return len(self._found)

    def count(self, severity: Severity) -> int:
        """Count the findings of one weight."""
        return sum(1 for found in self._found if found.severity is severity)

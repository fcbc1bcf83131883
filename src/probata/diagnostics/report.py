"""All findings of one run, without repeats, in a stable order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from probata.diagnostics.diagnostic import Diagnostic, Severity


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

    @property
    def has_errors(self) -> bool:
        """Tell whether anything must be fixed."""
        return self.count(Severity.ERROR) > 0

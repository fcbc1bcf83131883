"""Authorities that one document calls by the same words in later citations, so that nobody can tell which is meant."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from probata.citation.findings import not_told_apart
from probata.diagnostics import Diagnostic
from probata.document.inlines import Inlines, NoteRef
from probata.document.walk import plain_text

_ANY_PART = -1


@dataclass(slots=True)
class CalledAlike:
    """What later citations of each authority say, without the place that is cited."""

    _said: dict[tuple[int, str], dict[str, None]] = field(default_factory=dict)
    """Part, where the words hold the number of a note, and words → ids of the authorities, in order of use."""

    _cited_again: set[str] = field(default_factory=set)

    def enter(self, key: str, section: int, later: Inlines) -> None:
        """Count an authority that is cited in full, with what its later citations in the same part will say."""
        text = plain_text(later)
        part = section if any(isinstance(inline, NoteRef) for inline in later) else _ANY_PART
        if text:
            self._said.setdefault((part, text), {})[key] = None

    def cited_again(self, key: str) -> None:
        """Count a later citation."""
        self._cited_again.add(key)

    def findings(self) -> Iterator[Diagnostic]:
        """Give a finding for each set of authorities of one name, where one of them is cited by it."""
        for (_, text), keys in self._said.items():
            if len(keys) > 1 and self._cited_again & keys.keys():
                yield not_told_apart(tuple(keys), text)

"""Notes that are counted together, with what is written in them."""

from __future__ import annotations

from dataclasses import dataclass

from probata.citation.numbering import NumberedNote
from probata.citation.parts import Asked
from probata.citation.planning import Parts


@dataclass(frozen=True, slots=True)
class Unit:
    """The notes that are counted together: those of the document, or of a section where numbers restart."""

    notes: tuple[NumberedNote, ...]
    plans: tuple[tuple[Parts, ...], ...]
    """For each note the parts of each of its citations."""

    def asked(self) -> tuple[tuple[int, Asked], ...]:
        """Return what Pandoc is asked to write, each with the ordinal of its note."""
        return tuple(
            (numbered.ordinal, part)
            for numbered, plan in zip(self.notes, self.plans, strict=True)
            for parts in plan
            for part in parts
            if isinstance(part, Asked)
        )

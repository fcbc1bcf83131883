"""The to-do list of a draft: its gaps. A document for filing is made without those that stop no filing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from probata.diagnostics.value import value


@value()
class ToDo:
    """A gap of a draft."""

    section: str
    """The heading under which it stands."""
    what: str
    """What is missing, as the draft says it."""
    record: str = ""
    """The record that lacks it, as an `Origin` names it; empty where nobody knows which."""
    field: str = ""
    place: str = ""
    """Where that stands in the files."""
    needed: bool = False
    """Whether nothing is filed before it is filled."""

    @property
    def line(self) -> str:
        """The gap as the list has it; a star stops a filing."""
        told = ", ".join(filter(None, (self.record, self.field, self.place)))
        return f"{'*' if self.needed else '-'} {self.what}{f': {told}' if told else ''}"


def by_section(gaps: Iterable[ToDo]) -> Iterator[tuple[str, tuple[ToDo, ...]]]:
    """Give the gaps section by section."""
    return ((section, tuple(several)) for section, several in groupby(gaps, lambda one: one.section))


def in_words(gaps: Iterable[ToDo]) -> str:
    """Name gaps in one line."""
    return "; ".join(one.what.removesuffix(".") for one in gaps)

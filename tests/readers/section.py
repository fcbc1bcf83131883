"""A heading of a finished file and what stands below it, up to the next heading."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from tests.readers.item import Item


@dataclass(slots=True)
class Section:
    """What follows one heading; `notes` are the numbers of the marks in it."""

    heading: str
    items: list[Item] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Everything below the heading, without white space."""
        return unspaced_text(item.text for item in self.items)


def sections(items: Iterable[Item], notes: Iterable[tuple[int, str]]) -> list[Section]:
    """Cut a file at its headings; `notes` are pairs of a heading's place among the headings and a note's number."""
    found = [Section("")]
    for item in items:
        if item.kind == "heading":
            found.append(Section(item.text))
        elif item.kind != "note":
            found[-1].items.append(item)
    for place, number in notes:
        found[place].notes.append(number)
    return found


def unspaced_text(texts: Iterable[str]) -> str:
    """Join texts without white space, which a PDF does not tell."""
    return "".join("".join(text.split()) for text in texts)

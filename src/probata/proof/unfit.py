"""What cannot support an allegation until it is mended, as the checks of the case find it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from probata.proof.result import Fault

OfElement = tuple[str, str, str]
"""Id of an allegation, of an element and of the person of whom it is so; no person where it is so of all."""


@dataclass(frozen=True, slots=True)
class Unfit:
    """The faults, by what they are about; empty where nothing was checked."""

    items: Mapping[tuple[str, int], tuple[Fault, ...]] = field(default_factory=dict)
    """Id of an allegation and place in its evidence → faults of that one item."""
    records: Mapping[str, tuple[Fault, ...]] = field(default_factory=dict)
    """Record, such as `quotations/order` → faults of whatever rests on it."""
    elements: Mapping[OfElement, tuple[Fault, ...]] = field(default_factory=dict)
    """Faults of all support for an element."""
    in_part: Mapping[OfElement, tuple[Fault, ...]] = field(default_factory=dict)
    """Faults of all support for an element as to a part of what is alleged: it counts, and is weak."""

    def of(self, allegation: str, elements: Iterable[str], person: str) -> tuple[Fault, ...]:
        """Return the faults of all support for some elements, as to one person."""
        return _found(self.elements, allegation, elements, person)

    def in_part_of(self, allegation: str, elements: Iterable[str], person: str) -> tuple[Fault, ...]:
        """Return the faults of it as to a part of what is alleged."""
        return _found(self.in_part, allegation, elements, person)


def _found(
    known: Mapping[OfElement, tuple[Fault, ...]], allegation: str, elements: Iterable[str], person: str
) -> tuple[Fault, ...]:
    if not known:
        return ()
    keys = ((allegation, element, of) for element in elements for of in dict.fromkeys(("", person)))
    return tuple(dict.fromkeys(fault for key in keys for fault in known.get(key, ())))

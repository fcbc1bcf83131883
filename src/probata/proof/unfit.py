"""What cannot support an allegation until it is mended, as the checks of the case find it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from probata.proof.result import Fault


@dataclass(frozen=True, slots=True)
class Unfit:
    """The faults, by what they are about; empty where nothing was checked."""

    items: Mapping[tuple[str, int], tuple[Fault, ...]] = field(default_factory=dict)
    """Id of an allegation and place in its evidence → faults of that one item."""
    records: Mapping[str, tuple[Fault, ...]] = field(default_factory=dict)
    """Record, such as `quotations/order` → faults of whatever rests on it."""
    elements: Mapping[tuple[str, str], tuple[Fault, ...]] = field(default_factory=dict)
    """Id of an allegation and of an element → faults of all support for that element there."""

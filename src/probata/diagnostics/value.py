"""The form of values that are made by the hundred thousand while a case is read and checked: places, nodes, dates."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True)
def value(*, order: bool = False) -> Callable[[type[T]], type[T]]:
    """Make a slotted dataclass that the type checker holds frozen; it has a hash, and nothing may change it.

    Where the interpreter holds it frozen too, each field of each value is set through a function call, and making one
    takes three times as long.
    """
    return dataclass(slots=True, unsafe_hash=True, order=order)

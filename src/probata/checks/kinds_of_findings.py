"""Findings of one kind told once, for whoever looks at a few: ten times the same fault must not hide nine others."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar


class Named(Protocol):
    """What has the name of a check or of what else made it."""

    @property
    def name(self) -> str:
        """The name, such as `conduct-outside-tenure`."""


Found = TypeVar("Found", bound=Named)


def first_of_each_kind(findings: Iterable[Found]) -> tuple[tuple[Found, tuple[Found, ...]], ...]:
    """Return the first finding of each name, in their order, each with the others of its name, whatever they weigh."""
    kinds: dict[str, list[Found]] = {}
    for found in findings:
        kinds.setdefault(found.name, []).append(found)
    return tuple((found[0], tuple(found[1:])) for found in kinds.values())

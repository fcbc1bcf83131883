"""How far a template may run: a bound on its loops and prints, so that a stranger's template comes to an end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from jinja2 import nodes

from probata.compose.told import ToldRuntimeError

MOST_STEPS = 1_000_000
"""Rounds of loops and things printed, in all. A document of two hundred pages takes some thirty thousand."""
_METHOD = "counted"


class StepBudget:
    """Counts the steps of one document."""

    def __init__(self, most: int = MOST_STEPS) -> None:
        """Take the most steps that are allowed."""
        self._left = most

    def take(self) -> None:
        """Take one step. Raises `ToldRuntimeError` where none is left."""
        self._left -= 1
        if self._left < 0:
            raise ToldRuntimeError(
                "the template runs on and on: loops inside loops, or a macro that calls itself twice",
                "loop over records, and let loops inside loops run over few of them",
            )

    def counted(self, items: Iterable[Any]) -> Iterator[Any]:
        """Give the items, each for a step."""
        for item in items:
            self.take()
            yield item


def count_loops(template: nodes.Template) -> nodes.Template:
    """Send what every loop of a template goes over through `counted` of its environment."""
    for loop in list(template.find_all(nodes.For)):
        counted = nodes.EnvironmentAttribute(_METHOD, lineno=loop.iter.lineno)
        loop.iter = nodes.Call(counted, [loop.iter], [], None, None, lineno=loop.iter.lineno)
    return template

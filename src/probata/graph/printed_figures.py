"""The figures that a text prints with `{{ figure('…') }}`, and the records behind them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from probata.graph.case_graph import CaseGraph
from probata.model.figure import Figure

_PRINTED = re.compile(r"\{\{\s*figure\(\s*['\"]([^'\"\n]+)['\"]")


def figures_in(text: str) -> tuple[str, ...]:
    """Return the ids of the figures that a text prints, each once, in order; one that does not exist too."""
    return tuple(dict.fromkeys(_PRINTED.findall(text)))


def behind_figures(graph: CaseGraph, names: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Return the records from which figures are computed, themselves among them, as kind and id, each once.

    A figure that rests on itself ends there; one that does not exist is given as it is named.
    """
    found: dict[tuple[str, str], None] = {}
    ahead = list(names)
    while ahead:
        if ("figures", name := ahead.pop()) in found:
            continue
        found["figures", name] = None
        figure = graph.find("figures", Figure, name)
        for operand in figure.of if figure else ():
            ahead += [operand.figure] if operand.figure else []
            found |= {("datasets", operand.dataset): None} if operand.dataset else {}
    return tuple(found)

"""What a CSL file says that Pandoc passes over in silence, or never comes to the end of.

A macro that is not there, a variable with a slip in its name and an empty layout print nothing, and Pandoc reports no
fault. The variables are in `csl_variables.toml`, with their source.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from xml.etree import ElementTree

from probata.citation.style_xml import CSL, StyleError, citation_layout, parse_style

_DEEPEST = 200
"""How deep elements may be nested, each macro counted where it is called; the deepest of the collection has 65."""
_TOO_DEEP = f"its elements, with the macros that they call, are nested more than {_DEEPEST} deep"


def check_style(csl: str) -> None:
    """Raise `StyleError`, with line and column, for the first thing that would print nothing, or would never end."""
    root = parse_style(csl)
    _refuse_deep(root)
    macros = {str(one.get("name")): one for one in root.findall(f"{CSL}macro")}
    for element in root.iter():
        called = element.get("macro")
        if called is not None and called not in macros:
            reason = f"it calls the macro `{called}`, which it does not have"
            raise StyleError(reason, place_of(csl, "macro", called))
        for name in element.get("variable", "").split():
            if name not in known_variables():
                reason = f"it names the variable `{name}`, which CSL does not have"
                raise StyleError(reason, place_of(csl, "variable", name))
    calls = _Calls(csl, macros)
    for name in macros:
        calls.depth_of_macro(name, 0, ())
    if not len(citation_layout(root)):
        raise StyleError("its layout for citations is empty, so that nothing would be printed")


@cache
def known_variables() -> frozenset[str]:
    """Return all variables of CSL."""
    text = files("probata.citation").joinpath("csl_variables.toml").read_text(encoding="utf-8")
    return frozenset(name for names in tomllib.loads(text).values() for name in names)


def _refuse_deep(root: ElementTree.Element) -> None:
    """Refuse elements that are nested without measure; level by level, since they would end any recursion."""
    level = list(root)
    for _ in range(_DEEPEST):
        level = [inner for element in level for inner in element]
    if level:
        raise StyleError(_TOO_DEEP)


class _Calls:
    """Which macro calls which, followed once for each macro."""

    def __init__(self, csl: str, macros: Mapping[str, ElementTree.Element]) -> None:
        self._csl = csl
        self._macros = macros
        self._depths: dict[str, int] = {}

    def depth_of_macro(self, name: str, above: int, trail: tuple[str, ...]) -> int:
        """Return how deep a macro is. Raises `StyleError` where it calls itself, or is too deep below what calls it."""
        if name in trail:
            others = ", ".join(f"`{other}`" for other in trail[trail.index(name) + 1 :])
            through = f" through {others}" if others else ""
            raise StyleError(f"its macro `{name}` calls itself{through}", place_of(self._csl, "name", name))
        if name not in self._depths:
            self._depths[name] = self._depth(self._macros[name], above, (*trail, name))
        if above + self._depths[name] > _DEEPEST:
            raise StyleError(_TOO_DEEP, place_of(self._csl, "name", name))
        return self._depths[name]

    def _depth(self, element: ElementTree.Element, above: int, trail: tuple[str, ...]) -> int:
        if above > _DEEPEST:
            raise StyleError(_TOO_DEEP, place_of(self._csl, "name", trail[-1]))
        below = [self._depth(inner, above + 1, trail) for inner in element]
        called = element.get("macro")
        return 1 + max((*below, self.depth_of_macro(called, above + 1, trail) if called else 0))


def place_of(csl: str, attribute: str, name: str) -> tuple[int, int]:
    """Return line and column of a word in an attribute; of several the first, and the beginning where there is none."""
    found = re.search(rf"""\b{attribute}\s*=\s*(["'])(?:[^"']*\s)?({re.escape(name)})(?:\s[^"']*)?\1""", csl)
    start = found.start(2) if found else 0
    return csl.count("\n", 0, start) + 1, start - csl.rfind("\n", 0, start)

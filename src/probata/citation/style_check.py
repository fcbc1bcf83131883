"""What a CSL file says that Pandoc passes over in silence, or never comes to the end of.

A macro that is not there, a variable with a slip in its name and an empty layout print nothing, and Pandoc reports no
fault. The variables are in `csl_variables.toml`, with their source.
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from itertools import islice
from xml.etree import ElementTree

from probata.citation.places_in_style import elements_in, names_in, place_of, values_in
from probata.citation.style_xml import CSL, StyleError, citation_layout, parse_style

_DEEPEST = 200
"""How deep elements may be nested, each macro counted where it is called; the deepest of the collection has 65."""
_MOST = 100
"""Faults of a kind that are told of one text; nobody reads more at once."""
_COMPARED = 1000
"""Names among which one is looked for that is meant; the largest style of the collection has some hundred macros."""
_JURISM = frozenset({"institution", "institution-part", "conditions", "condition"})
"""Elements of CSL-M, an offshoot of CSL for law (CSL-M 1.0, "Institutional names" and "Nested conditions")."""
_PRESENT = "download the present version of the style from https://www.zotero.org/styles"
_TOO_DEEP = f"its elements, with the macros that they call, are nested more than {_DEEPEST} deep"


def check_style(csl: str) -> None:
    """Raise `StyleError`, with line and column, where something would print nothing, or would never end.

    The error is the first fault in the text, its `others` are those that come behind, up to a hundred of a kind. A text
    that is no CSL, or nested without measure, has that fault alone.
    """
    root = parse_style(csl)
    _refuse_deep(root)
    _refuse_old(root)
    macros = {str(one.get("name")): one for one in root.findall(f"{CSL}macro")}
    names = (_unknown_macros(csl, macros), _unknown_variables(csl), _of_jurism(csl))
    kinds = (*names, _Calls(csl, macros).faults(), _without_layout(root))
    faults = [fault for kind in kinds for fault in islice(kind, _MOST)]
    if faults:
        first, *others = sorted(faults, key=lambda one: one.place)
        first.others = tuple(others)
        raise first


def _unknown_macros(csl: str, macros: Collection[str]) -> Iterator[StyleError]:
    for name, place in values_in(csl, "macro"):
        if name not in macros:
            advice = _nearest(name, macros) or "write the macro, or leave the call out"
            yield StyleError(f"it calls the macro `{name}`, which it does not have", place, advice)


def _of_jurism(csl: str) -> Iterator[StyleError]:
    for name, place in elements_in(csl, _JURISM):
        advice = "take the element out, or take a style for Zotero from https://www.zotero.org/styles"
        yield StyleError(f"it has the element `{name}`, which only styles for Jurism have", place, advice)


def _unknown_variables(csl: str) -> Iterator[StyleError]:
    for name, place in names_in(csl, "variable"):
        if name not in known_variables():
            advice = _nearest(name, known_variables())
            yield StyleError(f"it names the variable `{name}`, which CSL does not have", place, advice)


def _nearest(name: str, known: Collection[str]) -> str:
    near = get_close_matches(name, sorted(known), 1) if len(known) <= _COMPARED else []
    return f"did you mean `{near[0]}`?" if near else ""


def _without_layout(root: ElementTree.Element) -> Iterator[StyleError]:
    try:
        layout = citation_layout(root)
    except StyleError as error:
        yield error
        return
    if not len(layout):
        yield StyleError("its layout for citations is empty, so that nothing would be printed")


def _refuse_old(root: ElementTree.Element) -> None:
    """Refuse a style of CSL 0.8, whose terms and options stand where later versions have none (CSL 1.0, changes)."""
    version = root.get("version", "")
    is_old = root.find(f"{CSL}terms") is not None or root.find(f"{CSL}citation/{CSL}option") is not None
    if version.startswith("0.") or is_old:
        raise StyleError(f"it is written in CSL {version or '0.8'}, which is read no longer", advice=_PRESENT)


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

    def faults(self) -> Iterator[StyleError]:
        """Give each circle of macros once, and the first macro that is too deep."""
        for name in self._macros:
            try:
                self.depth_of_macro(name, 0, ())
            except StyleError as error:
                yield error
                if str(error) == _TOO_DEEP:
                    return

    def depth_of_macro(self, name: str, above: int, trail: tuple[str, ...]) -> int:
        """Return how deep a macro is. Raises `StyleError` where it calls itself, or is too deep below what calls it."""
        if name in trail:
            circle = trail[trail.index(name) :]
            self._depths |= dict.fromkeys(circle, 0)  # told once
            others = ", ".join(f"`{other}`" for other in circle[1:])
            through = f" through {others}" if others else ""
            raise StyleError(f"its macro `{name}` calls itself{through}", place_of(self._csl, "name", name))
        if name not in self._macros:
            return 0  # told elsewhere
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

"""What a citation style prints of a work, and in what order.

The style is read as citeproc would run it on the work, so that nothing is asked of Pandoc.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache, lru_cache
from typing import Any
from xml.etree import ElementTree

from probata.citation.style_xml import CSL, citation_layout, parse_style
from probata.diagnostics.value import value

Item = Mapping[str, Any]
_LONGEST_NUMBER = 100
_NUMERIC = re.compile(r"\W*\w*\d\w*\W*")


@cache
def _layouts(csl: str) -> tuple[tuple[ElementTree.Element, ...], Mapping[str, ElementTree.Element]]:
    root = parse_style(csl)
    listed = root.findall(f"{CSL}bibliography/{CSL}layout")
    return (citation_layout(root), *listed), {str(one.get("name")): one for one in root.findall(f"{CSL}macro")}


@value()
class _Shape:
    """All that a style may ask of a work: there are far fewer shapes than works."""

    kind: str
    known: frozenset[str]
    numeric: frozenset[str]
    position: str = "first"


def _shape(item: Item) -> _Shape:
    known = frozenset([name for name, value in item.items() if value])
    numeric = frozenset([name for name in known if _is_numeric(str(item[name]))])
    return _Shape(str(item.get("type", "")), known, numeric)


@lru_cache(maxsize=4096)
def _is_numeric(value: str) -> bool:
    """Tell whether citeproc takes a value for a number; it is asked again for each thing that a style may print."""
    return len(value) < _LONGEST_NUMBER and bool(_NUMERIC.fullmatch(value))


def prints_at(item: Item, csl: str, position: str, variable: str) -> bool:
    """Tell whether a citation of a work in a position, `first` or `subsequent`, prints a variable.

    With the variable `locator` the citation has a place of some kind; a style that prints some counts as printing all.
    """
    return _prints_at(csl, _shape({**item, variable: item.get(variable, "1")}), position, variable)


def prints_term(item: Item, csl: str, position: str, term: str) -> bool:
    """Tell whether a citation of a work in a position, `first` or `subsequent`, prints a term, such as `interview`."""
    return _prints_at(csl, _shape(item), position, term, "term")


@lru_cache(maxsize=1024)
def _prints_at(csl: str, item: _Shape, position: str, name: str, attribute: str = "variable") -> bool:
    (layout, *_), macros = _layouts(csl)
    return _prints(layout, replace(item, position=position), macros, name, attribute)


def prints_date(item: Item, csl: str) -> bool:
    """Tell whether a first citation, or the list of sources, shows when a work was issued."""
    return _prints_date(csl, _shape(item))


@lru_cache(maxsize=1024)
def _prints_date(csl: str, item: _Shape) -> bool:
    layouts, macros = _layouts(csl)
    return any(_prints(layout, item, macros, "issued") for layout in layouts)


def prints_before(item: Item, csl: str, first: str, then: str) -> bool:
    """Tell whether a first citation of a work prints a variable before another, and prints both."""
    return _prints_before(csl, _shape(item), first, then)


@lru_cache(maxsize=1024)
def _prints_before(csl: str, item: _Shape, first: str, then: str) -> bool:
    (layout, *_), macros = _layouts(csl)
    order = dict.fromkeys(name for name in _printed(layout, item, macros, "variable", set()) if name in {first, then})
    return tuple(order) == (first, then)


def _prints(
    element: ElementTree.Element,
    item: _Shape,
    macros: Mapping[str, ElementTree.Element],
    name: str,
    attribute: str = "variable",
) -> bool:
    return name in _printed(element, item, macros, attribute, set())


def _printed(
    element: ElementTree.Element,
    item: _Shape,
    macros: Mapping[str, ElementTree.Element],
    attribute: str,
    seen: set[str],
) -> Iterator[str]:
    """Give what an attribute names in an element, in the order in which it is printed; a macro is looked at once."""
    if element.tag == f"{CSL}choose":
        for one in _taken(element, item):
            for inner in one:
                yield from _printed(inner, item, macros, attribute, seen)
        return
    if element.tag != f"{CSL}label":
        yield from element.get(attribute, "").split()
    name = element.get("macro", "") if element.tag == f"{CSL}text" else ""
    if name in seen:
        return
    seen.update((name,) if name else ())
    for inner in macros.get(name, element):
        yield from _printed(inner, item, macros, attribute, seen)


def _taken(choose: ElementTree.Element, item: _Shape) -> Iterator[ElementTree.Element]:
    """Give the branches that citeproc may take: one, and where a place is asked for by its kind those of others."""
    for branch in choose:
        asks_for_kind = "locator" in item.known and "locator" in branch.attrib
        if _holds(branch, item, kind_of_place=asks_for_kind):
            yield branch
            if not asks_for_kind or _holds(branch, item):
                return


def _holds(branch: ElementTree.Element, item: _Shape, *, kind_of_place: bool = False) -> bool:
    """Tell whether citeproc takes a branch for a work; the place has the kind that is asked for, or has it not."""
    answers = [kind_of_place if test == "locator" else _holds_one(test, value, item)
               for test, values in branch.items() for value in values.split() if test != "match"]  # fmt: skip
    match branch.get("match", "all"):
        case "any":
            return any(answers)
        case "none":
            return not any(answers)
        case _:
            return all(answers)


def _holds_one(test: str, value: str, item: _Shape) -> bool:
    match test:
        case "type":
            return item.kind == value
        case "variable":
            return value in item.known
        case "is-numeric":
            return value in item.numeric
        case "position":
            return value == item.position
        case _:
            return False

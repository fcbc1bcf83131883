"""What a CSL file of the user's own says that Pandoc passes over in silence, or never comes to the end of.

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
from xml.etree.ElementTree import Element
from xml.parsers import expat

from probata.citation.style_xml import CSL, Place, StyleError, citation_layout, parse_style

_DEEPEST = 200
"""How deep elements may be nested, each macro counted where it is called; the deepest of the collection has 65."""
_MOST = 100
"""Faults that are listed of one file; nobody reads more at once."""
_COMPARED = 1000
"""Names among which the one that is meant is looked for; the largest style of the collection has some 100 macros."""
_JURISM = frozenset({"institution", "institution-part", "conditions", "condition"})
"""Elements of CSL-M, an offshoot of CSL for law (CSL-M 1.0, "Institutional names" and "Nested conditions")."""
_FOR_ZOTERO = "take the element out, or take a style for Zotero from https://www.zotero.org/styles"
_PRESENT = "download the present version of the style from https://www.zotero.org/styles"
_TOO_DEEP = f"its elements, with the macros that they call, are nested more than {_DEEPEST} deep"


def check_style(csl: str) -> None:
    """Raise `StyleError` where something would print nothing, or would never end.

    The error is the first fault in the text, its `others` are those that follow, up to a hundred in all, each at its
    element. A text that is no CSL, or nested without measure, has that fault alone.
    """
    root = parse_style(csl)
    _refuse_deep(root)
    _refuse_old(root)
    places = _places(csl, root)
    macros = {str(one.get("name")): one for one in root.findall(f"{CSL}macro")}
    _refuse_deep_macros(macros, places)
    found = sorted(islice(_faults(root, macros, places), _MOST), key=lambda fault: fault.place)
    if found:
        first, *others = found
        first.others = tuple(others)
        raise first


def _places(csl: str, root: Element) -> Mapping[Element, Place]:
    """Return the line and column of each element, from 1."""
    starts: list[Place] = []
    reader = expat.ParserCreate("utf-8")
    reader.StartElementHandler = lambda *_: starts.append((reader.CurrentLineNumber, reader.CurrentColumnNumber + 1))
    reader.Parse(csl.encode(), True)
    return dict(zip(root.iter(), starts, strict=True))


def _refuse_deep(root: Element) -> None:
    """Refuse elements that are nested without measure; level by level, since they would end any recursion."""
    level = list(root)
    for _ in range(_DEEPEST):
        level = [inner for element in level for inner in element]
    if level:
        raise StyleError(_TOO_DEEP)


def _refuse_old(root: Element) -> None:
    """Refuse a style of CSL 0.8, whose terms and options stand where later versions have none (CSL 1.0, changes)."""
    version = root.get("version", "")
    is_old = root.find(f"{CSL}terms") is not None or root.find(f"{CSL}citation/{CSL}option") is not None
    if version.startswith("0.") or is_old:
        raise StyleError(f"it is written in CSL {version or '0.8'}, which is read no longer", advice=_PRESENT)


def _faults(root: Element, macros: Mapping[str, Element], places: Mapping[Element, Place]) -> Iterator[StyleError]:
    try:
        if not len(citation_layout(root)):
            yield StyleError("its layout for citations is empty, so that nothing would be printed")
    except StyleError as error:
        yield error
    for element, place in places.items():
        name = element.tag.removeprefix(CSL)
        if name in _JURISM:
            yield StyleError(f"it has the element `{name}`, which only styles for Jurism have", place, _FOR_ZOTERO)
        called = element.get("macro")
        if called is not None and called not in macros:
            advice = _nearest(called, macros) or "write the macro, or leave the call out"
            yield StyleError(f"it calls the macro `{called}`, which it does not have", place, advice)
        for variable in element.get("variable", "").split():
            if variable not in _variables():
                advice = _nearest(variable, _variables())
                yield StyleError(f"it names the variable `{variable}`, which CSL does not have", place, advice)


def _refuse_deep_macros(macros: Mapping[str, Element], places: Mapping[Element, Place]) -> None:
    """Refuse macros that call each other without measure, as one does that calls itself; each is followed once."""
    depths: dict[str, int] = {}

    def depth(element: Element, above: int) -> int:
        if above > _DEEPEST:
            raise StyleError(_TOO_DEEP)
        below = max((depth(inner, above + 1) for inner in element), default=0)
        return 1 + max(below, of_macro(element.get("macro", ""), above + 1))

    def of_macro(name: str, above: int) -> int:
        if name in macros and name not in depths:
            depths[name] = depth(macros[name], above)
        if above + depths.get(name, 0) > _DEEPEST:
            raise StyleError(_TOO_DEEP)
        return depths.get(name, 0)

    for name, macro in macros.items():
        try:
            of_macro(name, 0)
        except StyleError as error:
            raise StyleError(_TOO_DEEP, places[macro], "see whether a macro calls itself") from error


@cache
def _variables() -> frozenset[str]:
    text = files("probata.citation").joinpath("csl_variables.toml").read_text(encoding="utf-8")
    return frozenset(name for names in tomllib.loads(text).values() for name in names)


def _nearest(name: str, known: Collection[str]) -> str:
    near = get_close_matches(name, sorted(known), 1) if len(known) <= _COMPARED else []
    return f"did you mean `{near[0]}`?" if near else ""

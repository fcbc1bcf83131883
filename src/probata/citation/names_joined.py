"""What stands between two authors, which is the same in the first citation of a work and in later ones."""

from __future__ import annotations

from xml.etree import ElementTree

from probata.citation.style_xml import CSL

_JOINS = "and"


def join_short_names_as_whole_ones(root: ElementTree.Element) -> None:
    """Let the short names of later citations have the sign that all whole ones have: `Porter & Watts, *supra* note 3`.

    A style that joins whole names in several ways, or by a word, is left as it is (Bluebook 15.1 has `&` alone).
    """
    names = [one for one in root.iter(f"{CSL}name") if one.get(_JOINS)]
    whole = {one.get(_JOINS) for one in names if one.get("form") != "short"}
    for one in names if whole == {"symbol"} else ():
        one.set(_JOINS, "symbol")

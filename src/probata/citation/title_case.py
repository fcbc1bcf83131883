"""The capitals of a title in later citations, where a style gives them in the first alone."""

from __future__ import annotations

from xml.etree import ElementTree

from probata.citation.style_xml import CSL


def case_short_titles(root: ElementTree.Element) -> None:
    """Give the short forms of titles the capitals of the whole ones: “Register of Visitors, *supra* note 12”.

    Where a style prints whole titles in several ways it knows what it does, and is left as it is.
    """
    titles = [one for one in root.iter(f"{CSL}text") if one.get("variable") == "title"]
    cases = {one.get("text-case") for one in titles if one.get("form") != "short"}
    case = cases.pop() if len(cases) == 1 else None
    for one in titles if case else ():
        one.set("text-case", one.get("text-case", case or ""))

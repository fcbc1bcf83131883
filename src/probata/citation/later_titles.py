"""Titles in later citations: short ones in place of names, the capitals and commas that a style gives in the first."""

from __future__ import annotations

from itertools import pairwise
from xml.etree import ElementTree

from probata.citation.style_xml import CSL


def shorten_titles_in_place_of_names(root: ElementTree.Element) -> None:
    """Let later citations name a work without author by its short title, where the style has that for others."""
    short = {str(macro.get("name")) for macro in root.findall(f"{CSL}macro")} & {"title-short"}
    for macro in root.findall(f"{CSL}macro") if short else ():
        for call in macro.iter(f"{CSL}text") if str(macro.get("name")) == "author-short" else ():
            if call.get("macro") == "title":
                call.set("macro", "title-short")


def case_short_titles(root: ElementTree.Element) -> None:
    """Give the short forms of titles the capitals of the whole ones: “Register of Visitors, *supra* note 12”.

    Where a style prints whole titles in several ways it knows what it does, and is left as it is.
    """
    titles = [one for one in root.iter(f"{CSL}text") if one.get("variable") == "title"]
    cases = {one.get("text-case") for one in titles if one.get("form") != "short"}
    case = cases.pop() if len(cases) == 1 else None
    for one in titles if case else ():
        one.set("text-case", one.get("text-case", case or ""))


def part_titles_from_names(root: ElementTree.Element) -> None:
    """Put a comma between an author and a short title, where a style of notes has them side by side in later ones."""
    for parent in list(root.iter()):
        for author, title in pairwise(list(parent)):
            if (author.get("macro"), title.get("macro")) == ("author-note", "title-short"):
                place = list(parent).index(author)
                group = ElementTree.Element(f"{CSL}group", {"delimiter": ", "})
                for one in (author, title):
                    parent.remove(one)
                    group.append(one)
                parent.insert(place, group)

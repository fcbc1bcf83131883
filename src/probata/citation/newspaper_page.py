"""The page of a newspaper: where one is cited, that alone, since `1 3` reads as nothing; of a magazine both."""

from __future__ import annotations

from copy import deepcopy
from xml.etree import ElementTree

from probata.citation.printed import prints_place
from probata.citation.style_xml import CSL, PAGES, elements_of_citations

_NEWSPAPER = "article-newspaper"
_PLACED = {"type": _NEWSPAPER, "variable": "locator", "match": "all"}
_MAGAZINE = "article-magazine"
_BEHIND_PAGE = {_NEWSPAPER: _PLACED, _MAGAZINE: {"type": _MAGAZINE, "variable": "locator page", "match": "all"}}


def print_one_page_of_newspapers(root: ElementTree.Element) -> None:
    """Let a first citation of a newspaper print the page that is cited in place of that on which the article begins.

    A newspaper is found by its date, and the page is where to look (OSCOLA 4, 3.4.9; Bluebook 16.6). A style that
    prints no place of a newspaper, and so the first page where another is meant, gets the place there. One that prints
    none of a magazine gets it behind the page on which the article begins: `at 48, 50` (Bluebook 16.5).
    """
    without_place = frozenset(kind for kind in (_NEWSPAPER, _MAGAZINE) if not prints_place(root, kind))
    for parent in elements_of_citations(root):
        for place, element in enumerate(list(parent)):
            if element.tag == f"{CSL}text" and element.get("variable") in PAGES:
                parent[place] = _one_page(element, without_place)


def _one_page(page: ElementTree.Element, without_place: frozenset[str]) -> ElementTree.Element:
    choose = ElementTree.Element(f"{CSL}choose")
    on_page = ElementTree.SubElement(choose, f"{CSL}if", {**_PLACED, "locator": "page"})
    if _NEWSPAPER in without_place:
        on_page.append(_place_like(page))
    for kind in sorted(without_place):
        elsewhere = ElementTree.SubElement(choose, f"{CSL}else-if", _BEHIND_PAGE[kind])
        both = ElementTree.SubElement(elsewhere, f"{CSL}group", {"delimiter": ", "})
        both.extend((page, _place_like(page)))
    ElementTree.SubElement(choose, f"{CSL}else").append(page)
    return choose


def _place_like(page: ElementTree.Element) -> ElementTree.Element:
    place = deepcopy(page)
    place.set("variable", "locator")
    return place

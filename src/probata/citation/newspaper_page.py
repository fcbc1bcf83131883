"""The page of a newspaper: where one is cited, that alone, since `1 3` reads as nothing."""

from __future__ import annotations

from copy import deepcopy
from xml.etree import ElementTree

from probata.citation.style_xml import CSL, citation_layout
from probata.citation.undated import prints_place

_NEWSPAPER = "article-newspaper"
_PLACED = {"type": _NEWSPAPER, "variable": "locator", "match": "all"}
_PAGES = frozenset({"page", "page-first"})


def print_one_page_of_newspapers(root: ElementTree.Element) -> None:
    """Let a first citation of a newspaper print the page that is cited in place of that on which the article begins.

    A newspaper is found by its date, and the page is where to look (OSCOLA 4, 3.4.9; Bluebook 16.6). A style that
    prints no place of a newspaper, and so the first page where another is meant, gets the place there.
    """
    has_place = prints_place(root, _NEWSPAPER)
    for parent in list(_of_citations(root)):
        for place, element in enumerate(list(parent)):
            if element.tag == f"{CSL}text" and element.get("variable") in _PAGES:
                parent[place] = _one_page(element, has_place)


def _of_citations(root: ElementTree.Element) -> list[ElementTree.Element]:
    return [inner for one in (*root.findall(f"{CSL}macro"), citation_layout(root)) for inner in one.iter()]


def _one_page(page: ElementTree.Element, has_place: bool) -> ElementTree.Element:
    choose = ElementTree.Element(f"{CSL}choose")
    on_page = ElementTree.SubElement(choose, f"{CSL}if", {**_PLACED, "locator": "page"})
    if not has_place:
        on_page.append(_place_like(page))
        elsewhere = ElementTree.SubElement(choose, f"{CSL}else-if", _PLACED)
        both = ElementTree.SubElement(elsewhere, f"{CSL}group", {"delimiter": ", "})
        both.extend((page, _place_like(page)))
    ElementTree.SubElement(choose, f"{CSL}else").append(page)
    return choose


def _place_like(page: ElementTree.Element) -> ElementTree.Element:
    place = deepcopy(page)
    place.set("variable", "locator")
    return place

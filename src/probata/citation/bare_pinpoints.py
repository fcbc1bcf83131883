"""Places that are no pages, in a style that prints every place without its word: a bare `4` reads as a page."""

from __future__ import annotations

from copy import deepcopy
from xml.etree import ElementTree

from probata.citation.style_xml import CSL

_MARKS = ("prefix", "suffix")

_CANONICAL = frozenset({"chapter", "line", "verse"})


def name_bare_pinpoints(root: ElementTree.Element) -> None:
    """Put the sign of a paragraph or section, or the word, before a place that is no page: `¶ 4` (Bluebook 3.3).

    The word `at`, which some styles have before a place, is for pages alone. A style that names any kind of place knows
    what it does, and is left as it is.
    """
    if root.find(f".//{CSL}label[@variable='locator']") is not None:
        return
    for parent in list(root.iter()):
        for place, element in enumerate(list(parent)):
            if element.tag == f"{CSL}group" and is_at(element):
                parent[place] = _by_kind(element, element[1])
            elif element.tag == f"{CSL}text" and element.get("variable") == "locator" and not is_at(parent):
                parent[place] = _by_kind(element, element)


def is_at(element: ElementTree.Element) -> bool:
    """Tell a group of `at` and a place."""
    return len(element) == 2 and element[0].get("value") == "at" and element[1].get("variable") == "locator"


def _by_kind(of_page: ElementTree.Element, place: ElementTree.Element) -> ElementTree.Element:
    """Return what prints a page as it was printed and another place with its sign, with the same marks round it."""
    choose = ElementTree.Element(f"{CSL}choose")
    ElementTree.SubElement(choose, f"{CSL}if", {"locator": "page"}).append(deepcopy(of_page))
    other = ElementTree.SubElement(choose, f"{CSL}else")
    marks = {name: of_page.get(name, "") for name in _MARKS if of_page.get(name)}
    group = ElementTree.SubElement(other, f"{CSL}group", {"delimiter": " ", **marks})
    ElementTree.SubElement(group, f"{CSL}label", {"variable": "locator", "form": "symbol"})
    bare = deepcopy(place)
    for name in _MARKS:
        bare.attrib.pop(name, None)
    group.append(bare)
    return choose


def name_chapters_and_lines(root: ElementTree.Element) -> None:
    """Let no style leave out the word of a chapter or line that is more than a number: `chap. 4, p. 12`.

    Chicago leaves it out for verses of the Bible and the like, which no kind of place here is.
    """
    for choose in root.iter(f"{CSL}choose"):
        for branch in list(choose):
            kinds = set(branch.get("locator", "").split())
            if len(branch) == 0 and kinds and kinds <= _CANONICAL and branch.tag == f"{CSL}else-if":
                choose.remove(branch)

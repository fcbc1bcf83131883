"""What a citation style gets to print the date of works that it leaves undated: in brackets behind the title."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from xml.etree import ElementTree

from probata.citation.style_xml import CSL
from probata.citation.undated import DATE

_IN_PLACE_OF_NAMES = "-in-place-of-names"
"""End of the name of the macro that prints a title where a work has no author."""


def print_date_behind_title(root: ElementTree.Element) -> None:
    """Let a style print `DATE` behind the whole title, in first citations and in the list of sources.

    Where the title stands in place of names it is not printed again at its own place, and neither may its date be.
    """
    names: set[str] = set()
    for named in list(root.iter(f"{CSL}names")):
        for substitute in named.findall(f"{CSL}substitute"):
            if _date_in_place_of_names(root, substitute):
                names.update(named.get("variable", "").split())
                names.update(word for one in substitute for word in one.get("variable", "").split())
    apart = {f"{CSL}substitute"}
    for macro in root:
        if not macro.get("name", "").endswith(_IN_PLACE_OF_NAMES):
            _date_titles(macro, " ".join(sorted(names - {"title"})), apart)


def _date_in_place_of_names(root: ElementTree.Element, substitute: ElementTree.Element) -> bool:
    """Let the titles that stand in place of names be dated; tell whether there is one."""
    macros = {str(one.get("name")): one for one in root.findall(f"{CSL}macro")}
    found = False
    for call in substitute.findall(f"{CSL}text"):
        macro = macros.get(call.get("macro", ""))
        if macro is None or not any(map(_is_title, macro.iter())):
            continue
        name = f"{call.get('macro')}{_IN_PLACE_OF_NAMES}"
        call.set("macro", name)
        found = True
        if name not in macros:
            macros[name] = copy = deepcopy(macro)
            copy.set("name", name)
            _date_titles(copy, "", set())
            root.insert(list(root).index(macro), copy)
    return found


def _date_titles(element: ElementTree.Element, names: str, apart: set[str]) -> None:
    for parent, place, title in list(_titles(element, apart)):
        parent[place] = _dated(title, names)


def _titles(
    element: ElementTree.Element, apart: set[str]
) -> Iterator[tuple[ElementTree.Element, int, ElementTree.Element]]:
    for parent in element.iter():
        for place, inner in enumerate(parent if parent.tag not in apart else ()):
            if _is_title(inner):
                yield parent, place, inner


def _is_title(element: ElementTree.Element) -> bool:
    is_whole = element.get("variable") == "title" and element.get("form") != "short"
    return is_whole and element.tag == f"{CSL}text"


def _dated(title: ElementTree.Element, names: str) -> ElementTree.Element:
    """Return a title with its date behind; with `names`, only of a work that has some of them."""
    group = ElementTree.Element(f"{CSL}group", {"delimiter": " "})
    group.append(title)
    choose = ElementTree.SubElement(group, f"{CSL}choose")
    ElementTree.SubElement(choose, f"{CSL}if", {"position": "subsequent"})
    first = ElementTree.SubElement(choose, f"{CSL}else-if", {"match": "any", "variable": names or "title"})
    ElementTree.SubElement(first, f"{CSL}date", {"variable": DATE, "form": "text", "prefix": "(", "suffix": ")"})
    return group

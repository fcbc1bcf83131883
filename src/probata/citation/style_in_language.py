"""A CSL style in another language than it was written in: its terms, marks and habits."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from xml.etree import ElementTree

from probata.citation.style_xml import CSL, LANG, is_written_for, spaced_marks

_LABEL = f"{CSL}label[@variable='locator']"
_PINPOINT = f"{CSL}text[@variable='locator']"
_PRINTED = frozenset({"prefix", "suffix", "delimiter"})
"""Attributes that hold what a style prints itself."""
_BEFORE_DATES = frozenset({"aired", "released"})
"""English words that a style prints itself before a day, for which CSL has no term."""
_BEFORE_NAMES = {"from": "from-person", "contributor": "with-person"}
Term = str | tuple[str, str]
"""What a style prints for one of its terms: the same always, or a short form for one and one for several."""


def term_of(read: str | list[str]) -> Term:
    """Return a term as a file of ours has it: a text, or a list of two."""
    return read if isinstance(read, str) else (read[0], read[1])


def put_into_language(
    root: ElementTree.Element, language: str, terms: Mapping[str, Term], spaces: Mapping[str, str]
) -> None:
    """Give a style the `terms` of a language, and leave out the habits of English that do not go into it.

    Abbreviations keep their stops, every pinpoint stands behind a comma with its word ("(note 4), p. 7" for "(n 4) 7"),
    and the marks of punctuation that the style prints have the `spaces` of the language before them. A style that is
    written for the language keeps its terms, but for the marks of quotation.
    """
    if is_written_for(root, language):
        _set_terms(root, language, {name: term for name, term in terms.items() if name.endswith("-quote")})
        return
    root.attrib.pop("page-range-format", None)  # `1030–32` is English: other languages have both pages in full
    _leave_out_words(root)
    _keep_stops(root)
    _name_pinpoints(root)
    _space_marks(root, spaces)
    _name_persons(root, terms)
    _set_terms(root, language, terms)


def _leave_out_words(root: ElementTree.Element) -> None:
    """Leave out the English words before a day, which says as much without them."""
    for parent in root.iter():
        for element in [one for one in parent if one.get("value") in _BEFORE_DATES]:
            parent.remove(element)


def _keep_stops(root: ElementTree.Element) -> None:
    """Print the words of the language as it abbreviates them; what sources say themselves is left to the style."""
    for element in root.iter():
        if element.tag == f"{CSL}label" or element.get("term"):
            element.attrib.pop("strip-periods", None)


def _name_pinpoints(root: ElementTree.Element) -> None:
    """Put a comma and its word before every pinpoint; one with marks of its own, as `[4]`, is left as it is.

    So is a style that keeps the word in one macro and the pinpoint in another.
    """
    if any(macro.find(f".//{_LABEL}") is not None and macro.find(f".//{_PINPOINT}") is None for macro in root):
        return
    for parent in list(root.iter()):
        for element in parent.findall(_PINPOINT):
            if _has_marks(element) or (_has_marks(parent) and parent.find(_LABEL) is not None):
                continue
            for holder in list(parent.iter()):
                for label in holder.findall(_LABEL):
                    holder.remove(label)
            group = ElementTree.Element(f"{CSL}group", {"delimiter": " ", "prefix": ", "})
            parent[list(parent).index(element)] = group
            ElementTree.SubElement(group, f"{CSL}label", {"variable": "locator", "form": "short"})
            group.append(element)


def _name_persons(root: ElementTree.Element, terms: Mapping[str, Term]) -> None:
    """Print "from" and "with" before a name by words of our own: the terms of CSL mean addresses and contributors."""
    for parent in root.iter():
        for element, after in pairwise(parent):
            own = _BEFORE_NAMES.get(element.get("term", ""), "")
            if own in terms and after.tag == f"{CSL}names":
                element.set("term", own)
                element.attrib.pop("form", None)


def _has_marks(element: ElementTree.Element) -> bool:
    return bool(element.get("prefix") or element.get("suffix"))


def _space_marks(root: ElementTree.Element, spaces: Mapping[str, str]) -> None:
    for element in root.iter():
        for name in _PRINTED.intersection(element.attrib):
            element.set(name, spaced_marks(element.get(name, ""), spaces))


def _set_terms(root: ElementTree.Element, language: str, terms: Mapping[str, Term]) -> None:
    for locale in root.findall(f"{CSL}locale"):
        locale.set(LANG, locale.get(LANG, "en"))
    own = ElementTree.Element(f"{CSL}locale", {LANG: language})
    parent = ElementTree.SubElement(own, f"{CSL}terms")
    for name, text in terms.items():
        term = ElementTree.SubElement(parent, f"{CSL}term", {"name": name})
        if isinstance(text, str):
            term.text = text
            continue
        term.set("form", "short")
        ElementTree.SubElement(term, f"{CSL}single").text = text[0]
        ElementTree.SubElement(term, f"{CSL}multiple").text = text[1]
    info = root.find(f"{CSL}info")
    root.insert(0 if info is None else list(root).index(info) + 1, own)

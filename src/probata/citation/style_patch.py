"""What is changed in a CSL style before Pandoc gets it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise
from types import MappingProxyType
from xml.etree import ElementTree

from probata.citation.bare_pinpoints import name_bare_pinpoints, name_chapters_and_lines
from probata.citation.bracketed_date import print_no_comma_before_brackets
from probata.citation.dated_title import print_date_behind_title
from probata.citation.editions import print_editions_as_ordinals
from probata.citation.ibid_patch import keep_ibid_small, name_pinpoints_after_ibid
from probata.citation.later_titles import case_short_titles, part_titles_from_names, shorten_titles_in_place_of_names
from probata.citation.newspaper_page import print_one_page_of_newspapers
from probata.citation.page_behind_figure import name_pages_behind_figures
from probata.citation.page_of_whole import leave_out_pages_of_whole
from probata.citation.place_left_out import print_place_left_out
from probata.citation.place_terms import set_places, set_terms_of_manual
from probata.citation.sentinels import NUMBER_END, NUMBER_START
from probata.citation.style_xml import (
    CSL,
    LANG,
    citation_layout,
    is_written_for,
    parse_style,
    spaced_marks,
    write_style,
)
from probata.citation.theses import leave_out_added_words
from probata.citation.times import name_times
from probata.citation.told_year import leave_out_told_years, name_laws_by_title
from probata.citation.works_of_one_note import tell_works_of_one_note_apart

_COUNTED = "first-reference-note-number"
_LABEL = f"{CSL}label[@variable='locator']"
_PINPOINT = f"{CSL}text[@variable='locator']"
_PRINTED = frozenset({"prefix", "suffix", "delimiter"})
"""Attributes that hold what a style prints itself."""
_BEFORE_NAMES = {"from": "from-person", "contributor": "with-person"}
Term = str | tuple[str, str]
"""What a style prints for one of its terms: the same always, or a short form for one and one for several."""


def patched(
    csl: str,
    language: str = "en",
    terms: Mapping[str, Term] | None = None,
    spaces: Mapping[str, str] = MappingProxyType({}),
    *,
    small_ibid: bool = False,
    places: Mapping[str, tuple[str, str]] = MappingProxyType({}),
    time: str = "at",
    manual: Mapping[str, str] = MappingProxyType({}),
) -> str:
    """Return the style with sentinels round the digits of back-references and without a final stop.

    The digits of `(n 4)` can then be told from page numbers, and text may be added before the stop. Terms that a style
    sets for every language, as OSCOLA does its `n`, are English: another language gets `terms`, and else its own. A
    style that is written for the language keeps its terms, but for the marks of quotation. `places` are words for one
    place and for several that stand for those of the language, `time` is the word before a time in a recording,
    `manual` are terms that the manual has otherwise than the style.
    A dash for the author of the entry above is not printed: the list has an order of its own, in which the dash would
    credit a work to somebody else. In a style that names no kind of place a paragraph has its sign, "¶ 4".
    Behind *ibid* a pinpoint that is no page keeps its word: "ibid para 4", where the
    style's "ibid 4" reads as a page. With `small_ibid` it has no capital at the beginning of a note. A date that the
    style leaves out stands behind the title, see `undated`, and such a place at the end, see `place_left_out`. Works of
    one author and note are told apart by their titles.

    Habits of English styles do not go into another language: abbreviations keep their stops, every pinpoint stands
    behind a comma with its word ("(note 4), p. 7" for "(n 4) 7"), and the marks of punctuation that the style prints
    have the `spaces` of the language before them.
    """
    root = parse_style(csl)
    if terms and is_written_for(root, language):
        _set_terms(root, language, {name: term for name, term in terms.items() if name.endswith("-quote")})
    elif terms:
        _keep_stops(root)
        _name_pinpoints(root)
        _space_marks(root, spaces)
        _name_persons(root, terms)
        _set_terms(root, language, terms)
    set_places(root, language, places)
    name_times(root, language, time)
    set_terms_of_manual(root, language, manual)
    for element in (*root.iter(f"{CSL}text"), *root.iter(f"{CSL}number")):
        if element.get("variable") == _COUNTED:
            element.set("prefix", element.get("prefix", "") + NUMBER_START)
            element.set("suffix", NUMBER_END + element.get("suffix", ""))
    if small_ibid:
        keep_ibid_small(root)
    print_one_page_of_newspapers(root)
    leave_out_pages_of_whole(root)
    shorten_titles_in_place_of_names(root)
    case_short_titles(root)
    part_titles_from_names(root)
    name_pages_behind_figures(root)
    print_no_comma_before_brackets(root)
    print_editions_as_ordinals(root)
    leave_out_added_words(root)
    name_laws_by_title(root)
    leave_out_told_years(root)
    print_place_left_out(root)
    name_bare_pinpoints(root)
    name_chapters_and_lines(root)
    name_pinpoints_after_ibid(root)
    _name_every_author(root)
    tell_works_of_one_note_apart(root)
    print_date_behind_title(root)
    layout = citation_layout(root)
    layout.set("suffix", re.sub(r"\.\s*$", "", layout.get("suffix", "")))
    return write_style(root)


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


def _name_every_author(root: ElementTree.Element) -> None:
    for listed in root.iter(f"{CSL}bibliography"):
        listed.attrib.pop("subsequent-author-substitute", None)


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

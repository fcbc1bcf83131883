"""What is changed in a CSL style before Pandoc gets it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from itertools import pairwise
from types import MappingProxyType
from xml.etree import ElementTree

from probata.citation.patch_dates import (
    leave_out_repeated_years,
    name_laws_by_title,
    print_date_behind_title,
    print_dates_in_words_once,
    print_first_day,
    print_no_comma_before_brackets,
)
from probata.citation.patch_kinds import (
    leave_out_added_words,
    print_american_forms,
    print_editions_as_ordinals,
    print_short_journals,
)
from probata.citation.patch_places import (
    leave_out_pages_of_whole,
    leave_out_word,
    mark_bare_places,
    name_bare_pinpoints,
    name_chapters_and_lines,
    name_pages_behind_figures,
    name_times,
    print_one_page_of_newspapers,
    print_place_left_out,
    set_places,
    set_terms_of_manual,
)
from probata.citation.sentinels import INSIDE, NUMBER_END, NUMBER_START
from probata.citation.style_in_language import Term, put_into_language
from probata.citation.style_xml import CSL, citation_layout, parse_style, write_style

# What is changed in a CSL style about *ibid*.


def keep_ibid_small(root: ElementTree.Element) -> None:
    """Put a sign before *ibid*, as a word: citeproc gives the capital at the beginning of a note to the first word."""
    for parent in list(root.iter()):
        for place, element in enumerate(list(parent)):
            if element.tag == f"{CSL}text" and element.get("term") == "ibid":
                parent[place] = group = ElementTree.Element(f"{CSL}group", {"delimiter": " "})
                ElementTree.SubElement(group, f"{CSL}text", {"value": INSIDE})
                group.append(element)


def name_pinpoints_after_ibid(root: ElementTree.Element) -> None:
    """Put the word of a pinpoint before a bare one in the branch for *ibid*; a style with words there is left alone."""
    for branch in (element for element in root.iter() if "ibid-with-locator" in element.get("position", "").split()):
        if branch.find(f".//{CSL}label") is not None:
            continue
        for parent in list(branch.iter()):
            for place, element in enumerate(list(parent)):
                if element.tag == f"{CSL}text" and element.get("variable") == "locator":
                    parent[place] = _with_its_word(element)


def _with_its_word(pinpoint: ElementTree.Element) -> ElementTree.Element:
    choose = ElementTree.Element(f"{CSL}choose")
    ElementTree.SubElement(choose, f"{CSL}if", {"locator": "page"}).append(pinpoint)
    other = ElementTree.SubElement(choose, f"{CSL}else")
    group = ElementTree.SubElement(other, f"{CSL}group", {"delimiter": " "})
    ElementTree.SubElement(group, f"{CSL}label", {"variable": "locator", "form": "short", "strip-periods": "true"})
    group.append(pinpoint)
    return choose


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


# What stands between two authors, which is the same in the first citation of a work and in later ones.

_JOINS = "and"


def join_short_names_as_whole_ones(root: ElementTree.Element) -> None:
    """Let the short names of later citations have the sign that all whole ones have: `Porter & Watts, *supra* note 3`.

    A style that joins whole names in several ways, or by a word, is left as it is (Bluebook 15.1 has `&` alone).
    """
    names = [one for one in root.iter(f"{CSL}name") if one.get(_JOINS)]
    whole = {one.get(_JOINS) for one in names if one.get("form") != "short"}
    for one in names if whole == {"symbol"} else ():
        one.set(_JOINS, "symbol")


# Works of one author that are first cited in one note: their number alone would not tell them apart.

_COUNTED = f".//{CSL}text[@variable='first-reference-note-number']"


def tell_works_of_one_note_apart(root: ElementTree.Element) -> None:
    """Let a later citation name the title too where author and note are those of another work.

    “Working Group, *supra* note 86” may be any of three reports that note 86 cites: the title goes between author and
    number (Bluebook 4.2(a)). A style that tells them apart itself, or names the title anyway, stays as it is.
    """
    if any(element.get("disambiguate") for element in root.iter()):
        return
    for parent in list(citation_layout(root).iter()):
        for author, counted in pairwise(list(parent)):
            if _names_authors(author) and counted.find(_COUNTED) is not None:
                parent.insert(list(parent).index(counted), _title())


def _names_authors(element: ElementTree.Element) -> bool:
    """Tell whether it prints authors and no title."""
    told = " ".join(one.get("macro", "") + one.get("variable", "") for one in element.iter())
    return "author" in told and "title" not in told


def _title() -> ElementTree.Element:
    choose = ElementTree.Element(f"{CSL}choose")
    alike = ElementTree.SubElement(choose, f"{CSL}if", {"disambiguate": "true"})
    ElementTree.SubElement(alike, f"{CSL}text", {"variable": "title", "form": "short", "font-style": "italic"})
    return choose


_COUNTED_STYLE_PATCH = "first-reference-note-number"


def _name_every_author(root: ElementTree.Element) -> None:
    """Print no dash for the author of the entry above: it would credit a work to somebody else."""
    for listed in root.iter(f"{CSL}bibliography"):
        listed.attrib.pop("subsequent-author-substitute", None)


def _mark_counted(root: ElementTree.Element) -> None:
    """Put sentinels round the digits of back-references."""
    for element in (*root.iter(f"{CSL}text"), *root.iter(f"{CSL}number")):
        if element.get("variable") == _COUNTED_STYLE_PATCH:
            element.set("prefix", element.get("prefix", "") + NUMBER_START)
            element.set("suffix", NUMBER_END + element.get("suffix", ""))


def _end_without_stop(root: ElementTree.Element) -> None:
    """Let a citation end without a stop, so that text may be added before it."""
    layout = citation_layout(root)
    layout.set("suffix", re.sub(r"\.\s*$", "", layout.get("suffix", "")))


_CHANGES: tuple[Callable[[ElementTree.Element], None], ...] = (
    _mark_counted,
    print_one_page_of_newspapers,
    leave_out_pages_of_whole,
    shorten_titles_in_place_of_names,
    case_short_titles,
    part_titles_from_names,
    join_short_names_as_whole_ones,
    name_pages_behind_figures,
    print_no_comma_before_brackets,
    print_editions_as_ordinals,
    leave_out_added_words,
    name_laws_by_title,
    leave_out_repeated_years,
    print_dates_in_words_once,
    print_place_left_out,
    name_bare_pinpoints,
    name_chapters_and_lines,
    name_pinpoints_after_ibid,
    _name_every_author,
    tell_works_of_one_note_apart,
    print_date_behind_title,
    mark_bare_places,
    _end_without_stop,
)
"""What is changed in every style, in this order; each says of itself why."""


def patched(
    csl: str,
    language: str = "en",
    terms: Mapping[str, Term] | None = None,
    spaces: Mapping[str, str] = MappingProxyType({}),
    *,
    small_ibid: bool = False,
    places: Mapping[str, tuple[str, str]] = MappingProxyType({}),
    time: str = "at",
    first_day: str = "1",
    manual: Mapping[str, Term] = MappingProxyType({}),
    short_journals: bool = False,
    kinds: Iterable[str] = (),
) -> str:
    """Return the style with sentinels round the digits of back-references and without a final stop.

    The digits of `(n 4)` can then be told from page numbers, and text may be added before the stop. Terms that a style
    sets for every language, as OSCOLA does its `n`, are English: another language gets `terms`, and else its own; see
    `style_in_language`, which takes `spaces` too. `places` are words for one place and for several that stand for those
    of the language, `time` is the word before a time in a recording, `first_day` the first day of a month, `manual` are
    terms that the manual has otherwise than the style. With `small_ibid` *ibid* has no capital at the beginning of a
    note, with `short_journals` journals are printed by their abbreviations without stops, works of `kinds` in
    the forms of `american_forms`. What is changed in every style besides is listed in `_CHANGES`.
    """
    root = parse_style(csl)
    if terms:
        put_into_language(root, language, terms, spaces)
    print_first_day(root, language, first_day)
    set_places(root, language, places)
    name_times(root, language, time)
    leave_out_word(root, language)
    set_terms_of_manual(root, language, manual)
    if short_journals:
        print_short_journals(root)
    print_american_forms(root, kinds)
    if small_ibid:
        keep_ibid_small(root)
    for change in _CHANGES:
        change(root)
    return write_style(root)

"""What is changed in a CSL style before Pandoc gets it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from xml.etree import ElementTree

from probata.citation.american_forms import print_american_forms
from probata.citation.approximate import print_dates_in_words_once
from probata.citation.bare_pinpoints import name_bare_pinpoints, name_chapters_and_lines
from probata.citation.bracketed_date import print_no_comma_before_brackets
from probata.citation.commas_before_places import mark_bare_places
from probata.citation.dated_title import print_date_behind_title
from probata.citation.editions import print_editions_as_ordinals
from probata.citation.first_day import print_first_day
from probata.citation.ibid_patch import keep_ibid_small, name_pinpoints_after_ibid
from probata.citation.later_titles import case_short_titles, part_titles_from_names, shorten_titles_in_place_of_names
from probata.citation.names_joined import join_short_names_as_whole_ones
from probata.citation.newspaper_page import print_one_page_of_newspapers
from probata.citation.page_behind_figure import name_pages_behind_figures
from probata.citation.page_of_whole import leave_out_pages_of_whole
from probata.citation.place_left_out import print_place_left_out
from probata.citation.place_terms import set_places, set_terms_of_manual
from probata.citation.places_in_words import leave_out_word
from probata.citation.sentinels import NUMBER_END, NUMBER_START
from probata.citation.short_journals import print_short_journals
from probata.citation.style_in_language import Term, put_into_language
from probata.citation.style_xml import CSL, citation_layout, parse_style, write_style
from probata.citation.theses import leave_out_added_words
from probata.citation.times import name_times
from probata.citation.told_year import leave_out_told_years, name_laws_by_title
from probata.citation.works_of_one_note import tell_works_of_one_note_apart

_COUNTED = "first-reference-note-number"


def _name_every_author(root: ElementTree.Element) -> None:
    """Print no dash for the author of the entry above: it would credit a work to somebody else."""
    for listed in root.iter(f"{CSL}bibliography"):
        listed.attrib.pop("subsequent-author-substitute", None)


def _mark_counted(root: ElementTree.Element) -> None:
    """Put sentinels round the digits of back-references."""
    for element in (*root.iter(f"{CSL}text"), *root.iter(f"{CSL}number")):
        if element.get("variable") == _COUNTED:
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
    leave_out_told_years,
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

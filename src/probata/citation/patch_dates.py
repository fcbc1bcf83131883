"""What is changed in a CSL style about dates: of works left undated, approximate ones, the day and year as printed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from datetime import date
from typing import Any
from xml.etree import ElementTree

from babel import Locale
from babel.dates import format_date, format_skeleton

from probata.citation.printed import prints_before, prints_date
from probata.citation.style_xml import CSL, LANG, citation_layout, print_unless
from probata.citation.words import Words

# Dates of sources as running text has them in the language of a document, for what no citation style writes.


def date_in_words(when: Mapping[str, Any], language: str) -> str:
    """Write a date of CSL-JSON as precisely as it is recorded: a day, a month, a year, or two of them with a dash."""
    return "–".join(_point(tuple(int(part) for part in parts), language) for parts in when["date-parts"])


def _point(parts: tuple[int, ...], language: str) -> str:
    if len(parts) == 1:
        return str(parts[0])
    locale = Locale.parse("en_GB" if language == "en" else language)
    day = date(parts[0], parts[1], parts[2] if len(parts) > 2 else 1)
    return format_date(day, "long", locale) if len(parts) > 2 else format_skeleton("yMMMM", day, locale=locale)


# Works whose date a citation style leaves out: many styles date only the kinds of work that they know.

DATE = "submitted"
"""The variable in which a work takes such a date to the style; styles print it of patents alone, which no record is."""

_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
Item = Mapping[str, Any]


def with_its_date(item: Item, csl: str) -> Item:
    """Return a work with its date in `DATE` where the style prints none; unchanged where it does, or it has none."""
    parts = item.get("issued", {}).get("date-parts")
    if not parts or DATE in item or _tells(str(item.get("title", "")), parts) or prints_date(item, csl):
        return item
    return {**item, DATE: item["issued"]}


def _tells(title: str, dates: list[list[int]]) -> bool:
    """Tell whether a title has the year, and the day where that is known, of each end of a date.

    A title that has other years besides tells what the work is about, `Prison Population, 2015–2022`, and no date.
    """
    numbers = {int(number) for number in re.findall(r"\d+", title)}
    years = {int(year) for year in _YEAR.findall(title)}
    is_dated = all(numbers.issuperset((*date[:1], *date[2:])) for date in dates)
    return is_dated and years <= {date[0] for date in dates}


_FLAG = "date-in-words"
"""The variable that tells a style of a work with such a date; no variable of CSL, so that no style prints it."""
_DATES = ("issued", "event-date", DATE)


def with_approximate_dates(item: Item, csl: str, words: Words) -> Item:
    """Write the dates of a work that are marked as not exact in words, `c 2020`, where the style does not see the mark.

    A style that tests for it (CSL 1.0.2, `is-uncertain-date`) prints them in its own way.
    """
    if "is-uncertain-date" in csl:
        return item
    about = {name: date_in_words(item[name], words.language) for name in _DATES if item.get(name, {}).get("circa")}
    if not about:
        return item
    told = {name: {"literal": words.circa.replace("{}", written)} for name, written in about.items()}
    return {**item, **told, _FLAG: "1"}


def print_dates_in_words_once(root: ElementTree.Element) -> None:
    """Let the day and month of a date that stand apart from its year be printed of dates in figures alone.

    A date in words is printed whole wherever a part of it is, so that a style that writes "Mar. 3, " and then "2021"
    would print "c. March 2021" twice. The year is the part that every date has.
    """
    for parent in list(root.iter()):
        for place, element in enumerate(list(parent)):
            parts = {one.get("name") for one in element.iter(f"{CSL}date-part")}
            is_own = element.tag == f"{CSL}date" and not element.get("form")
            if is_own and parts and "year" not in parts:
                print_unless(parent, place, {"variable": _FLAG})


# A bracket, as of the year, that a style puts behind a comma where nothing stands between: `Images, (2022)`.


def print_no_comma_before_brackets(root: ElementTree.Element) -> None:
    """Take a bracket that ends a list out of the list, so that a space alone stands before it.

    The style means `Title, 5 Journal 3 (2022)`, where the bracket belongs to the last part of the list; a work without
    container and page has no such part. No manual has a comma there (articles and books in Indigo R6 and R5.1.2).
    """
    for parent in list(root.iter()):
        for place, listed in enumerate(list(parent)):
            if _is_group(listed, ", ") and len(listed) > 1 and _ends_in_bracket(listed[-1]):
                parent[place] = _bracket_behind(listed)


def _ends_in_bracket(last: ElementTree.Element) -> bool:
    is_plain = _is_group(last, " ") and len(last.attrib) == 1 and len(last) > 1
    return is_plain and last[-1].get("prefix") == "(" and last[-1].get("suffix") == ")"


def _is_group(element: ElementTree.Element, delimiter: str) -> bool:
    return element.tag == f"{CSL}group" and element.get("delimiter") == delimiter


def _bracket_behind(listed: ElementTree.Element) -> ElementTree.Element:
    """Return the list with its bracket behind it; the marks round the whole stay round the whole."""
    whole = ElementTree.Element(f"{CSL}group", {**listed.attrib, "delimiter": " "})
    inner = ElementTree.SubElement(whole, f"{CSL}group", {"delimiter": listed.get("delimiter", "")})
    inner.extend(listed)
    last = listed[-1]
    whole.append(last[-1])
    last.remove(last[-1])
    return whole


# What a citation style gets to print the date of works that it leaves undated: in brackets behind the title.

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


# The first day of a month, which French calls by its ordinal: `1er juillet 2022`, `2 juillet 2022`.

_BARE = "1"
_PARTS = ({"name": "day", "form": "ordinal", "suffix": " "}, {"name": "month", "suffix": " "}, {"name": "year"})


def print_first_day(root: ElementTree.Element, language: str, first_day: str) -> None:
    """Let a style write the first of a month as `first_day`, such as `1er`, and other days by their numbers.

    A language that writes `1` leaves the style as it is; so does one whose style gives the parts of a date itself.
    """
    if first_day == _BARE:
        return
    own = ElementTree.Element(f"{CSL}locale", {LANG: language})
    ElementTree.SubElement(own, f"{CSL}style-options", {"limit-day-ordinals-to-day-1": "true"})
    date = ElementTree.SubElement(own, f"{CSL}date", {"form": "text"})
    for part in _PARTS:
        ElementTree.SubElement(date, f"{CSL}date-part", part)
    terms = ElementTree.SubElement(own, f"{CSL}terms")
    behind = {"name": "ordinal-01", "gender-form": "masculine", "match": "whole-number"}
    ElementTree.SubElement(terms, f"{CSL}term", behind).text = first_day.removeprefix(_BARE)
    info = root.find(f"{CSL}info")
    root.insert(0 if info is None else list(root).index(info) + 1, own)


_YEAR_TOLD_BY_TITLE = "year-told-by-title"
"""The variable that tells a style of such a title; no variable of CSL, so that no style prints it."""
_YEAR_AT_END = re.compile(r"\b(?:1[5-9]|20)\d\d$")
_IDENTIFYING = ("container-title volume", "container-title section")
"""What names a law without its title: `22 U.S.C.`, `Cal. Penal Code § 187`; a gazette alone prints many laws."""


def with_repeated_year_flagged(item: Item, csl: str) -> Item:
    """Return a law that says of itself that its title has its year: `Prison Act 1952` is no `Prison Act 1952 1952`.

    The year of a law that a gazette or collection prints is that of the print, and stays where it stands behind that;
    where the style has it before, it reads as that of the law. A law without a date, whose title ends in a year, is of
    that year: no style shall say that it is not dated.
    """
    if item.get("type") != "legislation" or item.get("volume"):
        return item
    title, issued = str(item.get("title", "")), item.get("issued")
    if item.get("container-title") and not (issued and prints_before(item, csl, "issued", "container-title")):
        return item
    if not issued:
        found = _YEAR_AT_END.search(title)
        return {**item, "issued": {"date-parts": [[int(found[0])]]}, _YEAR_TOLD_BY_TITLE: "1"} if found else item
    parts = issued.get("date-parts") or [[]]
    return {**item, _YEAR_TOLD_BY_TITLE: "1"} if parts[0] and str(parts[0][0]) in re.findall(r"\d+", title) else item


def leave_out_repeated_years(root: ElementTree.Element) -> None:
    """Let a style of notes print no date of a law whose title tells the year (OSCOLA 4, 2.4.1: the title has it)."""
    if root.get("class") != "note":
        return
    for parent in list(root.iter()):
        for place, element in enumerate(list(parent)):
            if element.tag == f"{CSL}date" and element.get("variable") == "issued":
                print_unless(parent, place, {"variable": _YEAR_TOLD_BY_TITLE})


def name_laws_by_title(root: ElementTree.Element) -> None:
    """Let a later citation print the title of a law, where the style prints its collection and that names no law.

    The later citation of a law is what clearly identifies it (Bluebook 12.10).
    """
    for parent in list(citation_layout(root).iter()):
        for branch in parent.findall(f"{CSL}else-if"):
            if branch.get("type") == "legislation" and _prints_collection_alone(branch):
                inner = list(branch)
                branch[:] = [choose := ElementTree.Element(f"{CSL}choose")]
                for tag, variables in zip(("if", "else-if"), _IDENTIFYING, strict=True):
                    ElementTree.SubElement(choose, f"{CSL}{tag}", {"variable": variables}).extend(deepcopy(inner))
                other = ElementTree.SubElement(choose, f"{CSL}else")
                ElementTree.SubElement(other, f"{CSL}text", {"variable": "title", "form": "short"})


def _prints_collection_alone(branch: ElementTree.Element) -> bool:
    printed = {one.get("variable") for one in branch.iter(f"{CSL}text")}
    called = any(one.get("macro") for one in branch.iter(f"{CSL}text"))
    return "container-title" in printed and "title" not in printed and not called

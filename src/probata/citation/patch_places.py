"""What is changed in a CSL style about places in works: their words, commas, and where they are printed at all."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from copy import deepcopy
from itertools import pairwise, product
from typing import Any
from xml.etree import ElementTree

from probata.citation.legal_style import LegalStyle
from probata.citation.printed import prints_at, prints_place
from probata.citation.sentinels import BARE, HYPHEN, IN_WORDS, INSIDE, with_marks_held
from probata.citation.style_in_language import Term
from probata.citation.style_xml import CSL, LANG, PAGES, citation_layout, elements_of_citations, print_unless
from probata.document.inlines import Inline, Inlines, NoteRef, Pinpoint, Text
from probata.document.rebuild import map_children
from probata.model.citation import is_time


def set_places(
    root: ElementTree.Element, language: str, places: Mapping[str, tuple[str, str]], forms: tuple[str, ...] = ("short",)
) -> None:
    """Write words for one place and for several into a CSL style, where it looks for those of a language first."""
    if not places:
        return
    terms = _terms(root, language)
    for form, (kind, (one, several)) in product(forms, places.items()):
        _write_term(ElementTree.SubElement(terms, f"{CSL}term", {"name": kind, "form": form}), (one, several))


def set_terms_of_manual(root: ElementTree.Element, language: str, texts: Mapping[str, Term]) -> None:
    """Write terms that a manual has otherwise into a CSL style: ordinals and marks by their names, others in short.

    They are written as a sign, too: a style that asks for that of a chapter would else get the word of the language.
    """
    if not texts:
        return
    terms = _terms(root, language)
    for name, text in texts.items():
        forms: tuple[dict[str, str], ...] = ({"form": "short"}, {"form": "symbol"})
        for form in ({},) if name.startswith("ordinal") or name.endswith("quote") else forms:
            _write_term(ElementTree.SubElement(terms, f"{CSL}term", {"name": name, **form}), text)


def _write_term(term: ElementTree.Element, text: Term) -> None:
    """Write what stands for one and for several, or the same for both."""
    if isinstance(text, str):
        term.text = text
        return
    for name, written in zip(("single", "multiple"), text, strict=True):
        ElementTree.SubElement(term, f"{CSL}{name}").text = written


def _terms(root: ElementTree.Element, language: str) -> ElementTree.Element:
    """Return where the style has its own terms of a language."""
    own = next((locale for locale in root.findall(f"{CSL}locale") if locale.get(LANG) == language), None)
    if own is None:
        own = ElementTree.Element(f"{CSL}locale", {LANG: language})
        info = root.find(f"{CSL}info")
        root.insert(0 if info is None else list(root).index(info) + 1, own)
    terms = own.find(f"{CSL}terms")
    return ElementTree.SubElement(own, f"{CSL}terms") if terms is None else terms


# Places of kinds that CSL does not know, `row 4`, `frame 2`, as citeproc takes them.
# Behind a citation they would stand behind the address and the day of reading: "accessed 2 January 2024, frame 2". So
# such a place goes through citeproc with its own word, as the folio of a work, which nothing else here has: it is
# printed where the style has places, *ibid* knows it, and of a work that is whole no page stands beside it.

_STAND_IN = "folio"
"""A kind of place of CSL, by its word in every language that we have."""


def words_as_read(text: str) -> str:
    """Return a place in words as Pandoc reads it: one that is told as it stands, whatever marks are in it."""
    return f"{_STAND_IN} {IN_WORDS}{with_marks_held(text)}"


def words_of(read: str) -> str:
    """Return what Pandoc would read without the word of the kind that stands in; other places as they are."""
    return read.removeprefix(f"{_STAND_IN} {IN_WORDS}")


def leave_out_word(root: ElementTree.Element, language: str) -> None:
    """Give a CSL style no word for such a place but a sign that is taken out: an empty term would be the language's."""
    set_places(root, language, {_STAND_IN: (INSIDE, INSIDE)}, forms=("long", "short", "symbol"))


# Times in recordings, `at 00:03:10`, as citeproc takes them.
# It knows no such place, and what it does not know stands behind the day on which a page was read: "accessed 2 January
# 2024, at 00:03:10" reads as the hour of that day. So a time goes through it as the number of a work of music, of
# which nothing else here has one, and the style's word for that number is that for a time.

_STAND_IN_FOR_TIMES = "opus"
"""A kind of place of CSL, by its word in every language that we have."""


def is_in_recording(place: Pinpoint) -> bool:
    """Tell a time from the `at` of American citations, `at 79`, and from words, `at length`."""
    return place.type == "timecode" and is_time(place.value)


def time_as_read(place: Pinpoint, style: LegalStyle) -> str:
    """Return a time as Pandoc reads it, a stretch with the mark that ranges have in the style."""
    mark = HYPHEN if style.range_mark == "-" else style.range_mark
    stretch = re.sub(r"\s*[-–]\s*", mark, place.value)
    return f"{_STAND_IN_FOR_TIMES} {stretch}"


def word_of_times(style: LegalStyle, of_language: str, *, is_own: bool) -> str:
    """Return the word before a time in a source; of a CSL style that is not the manual's own, that of the language."""
    own = style.pinpoints.get("document", {}).get("timecode") if is_own else None
    return own[0].lstrip(",").replace("{}", "").strip() if own else of_language


def time_in_words(read: str, word: str) -> str:
    """Return what Pandoc would read with the word for a time; other places as they are."""
    return re.sub(rf"^{_STAND_IN_FOR_TIMES} ", f"{word} ".lstrip(), read)


def name_times(root: ElementTree.Element, language: str, word: str) -> None:
    """Give a CSL style the word for a time, in whatever form it asks for; without a word, a sign that is taken out."""
    shown = word or INSIDE  # an empty term would be that of the language
    set_places(root, language, {_STAND_IN_FOR_TIMES: (shown, shown)}, forms=("long", "short", "symbol"))


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


# So would a page behind the bare sort of a work, which reads as its number: `Mission report, 12`.

_PLACE = re.compile(f"({BARE}?{IN_WORDS}|{BARE})")
_NO_COMMA_BEHIND = re.compile(r"(?:[\s,.;:()\[\]]|\bibid)$", re.IGNORECASE)
"""What a place in words follows without a comma: a bracket, another mark, or *ibid*."""


def mark_bare_places(root: ElementTree.Element) -> None:
    """Put a sign before every place that a style prints, so that the comma can be put where one is wanted."""
    for element in elements_of_citations(root):
        if element.tag == f"{CSL}text" and element.get("variable") == "locator":
            element.set("prefix", element.get("prefix", "") + BARE)


def with_commas_before_places(written: Inlines, sorts: Collection[str] = ()) -> Inlines:
    """Put a comma before a place where it would be read with what stands before it, and take the signs out.

    A place in words gets one behind a word or number, `2021 to 2023, row 4`, but `(2023) row 4`: a style has none of
    its own, since it takes the place for a number. A number gets one behind another, of a paper or a volume:
    `Research Paper 1/2007, 8` (OSCOLA 5, 3.6), or behind one of the `sorts` of the works that are cited.
    """
    ends = tuple(f" {sort.replace('.', '')}" for sort in sorts if sort.strip())
    return tuple(_with_commas(written, ends, [""]))


def _with_commas(written: Inlines, ends: tuple[str, ...], before: list[str]) -> Iterator[Inline]:
    for inline in written:
        if isinstance(inline, Text):
            is_signed = BARE in inline.text or IN_WORDS in inline.text
            yield Text(_worded(inline.text, ends, before[0]), inline.origin) if is_signed else inline
            before[0] = inline.text or before[0]
        elif isinstance(inline, NoteRef):
            yield inline
            before[0] = "1"
        else:
            yield map_children(inline, lambda inner: tuple(_with_commas(inner, ends, before)))


def _worded(text: str, ends: tuple[str, ...], before: str) -> str:
    start, *rest = _PLACE.split(text)
    for sign, piece in zip(rest[::2], rest[1::2], strict=True):
        shown = before + start
        is_wanted = (
            _wants_comma_before_words(start, shown)
            if IN_WORDS in sign
            else _wants_comma_before_number(start, shown, ends)
        )
        start = f"{start.rstrip(': ')}, {piece}" if is_wanted else start + piece
    return start


def _wants_comma_before_words(start: str, shown: str) -> bool:
    is_number_of_volume = start.endswith(": ")  # `129 (2013): 559` has the colon before a bare number alone
    return shown.endswith(" ") and (is_number_of_volume or not _NO_COMMA_BEHIND.search(shown.rstrip()))


def _wants_comma_before_number(start: str, shown: str, ends: tuple[str, ...]) -> bool:
    behind = shown.rstrip()
    return start.endswith(" ") and (behind[-1:].isdigit() or behind.replace(".", "").endswith(ends))


# The page of a work whose title ends in a figure: `Report 2021 to 2023, at 11`, since `2023 11` reads as one.

_FLAG = "title-that-ends-in-figure"
"""The variable that tells a style of such a title; no variable of CSL, so that no style prints it."""
_BETWEEN = {"variable": "container-title page volume", "match": "any"}
"""What stands between title and place in a list, where it is recorded."""

Item = Mapping[str, Any]


def with_figure_flagged(item: Item) -> Item:
    """Return a work that says of itself whether its title ends in a figure."""
    return {**item, _FLAG: "1"} if re.search(r"\d[\])’”]*$", str(item.get("title", ""))) else item


def name_pages_behind_figures(root: ElementTree.Element) -> None:
    """Put `at` before a page right behind a title that ends in a figure, in a style that has the word elsewhere.

    Bluebook 3.2(a): *at* is used where a page may be taken for another part of the citation. A title that gets its date
    behind it ends in a bracket, but is still told by itself here; "(2022), at 4" is no less clear.
    """
    if not any(map(is_at, root.iter(f"{CSL}group"))):
        return
    for parent in list(root.iter()):
        for title, after in list(pairwise(parent)):
            if not _is_whole_title(title):
                continue
            if _is_place(after) and after.get("prefix") == " ":
                parent[list(parent).index(after)] = _by_title(after, ", at ")
            elif after.tag == f"{CSL}group" and after.get("delimiter") == " ":
                for place, element in enumerate(list(after)):
                    if _is_place(element):
                        after[place] = _by_title(element, "at ", _BETWEEN)


def _is_whole_title(element: ElementTree.Element) -> bool:
    return element.tag == f"{CSL}text" and element.get("variable") == "title" and element.get("form") != "short"


def _is_place(element: ElementTree.Element) -> bool:
    return element.tag == f"{CSL}text" and element.get("variable") == "locator"


def _by_title(place: ElementTree.Element, before: str, unless: Mapping[str, str] | None = None) -> ElementTree.Element:
    """Return what prints a page with words before it where the flag is set, and else, or `unless`, the place alone."""
    choose = ElementTree.Element(f"{CSL}choose")
    if unless:
        ElementTree.SubElement(choose, f"{CSL}if", dict(unless)).append(deepcopy(place))
    test = {"variable": _FLAG, "locator": "page", "match": "all"}
    flagged = ElementTree.SubElement(choose, f"{CSL}{'else-if' if unless else 'if'}", test)
    named = deepcopy(place)
    named.set("prefix", before)
    flagged.append(named)
    ElementTree.SubElement(choose, f"{CSL}else").append(place)
    return choose


# The pages of a work that is no part of another: a place that is cited in it stands alone, since `100 3` is none.

_PAGES_OF_WHOLE = "pages-of-whole-work"
"""The variable that tells a style of such pages; no variable of CSL, so that no style prints it."""
_PARTS = frozenset(
    {"article-journal", "article-magazine", "article-newspaper", "bill", "chapter", "legal_case", "legislation",
     "paper-conference", "regulation", "treaty"}
)  # fmt: skip
"""Kinds that begin on a page of something larger, which is cited with the place: `1057, 1060` (OSCOLA 4, 3.3.1)."""

_COUNTED = frozenset({"book", "report", "thesis"})
"""Kinds of which one number is how many pages they have."""


def with_whole_flagged(item: Item) -> Item:
    """Return a work that says of itself that its pages are its own: those that were read.

    How many a book has, `400`, is not printed: no manual has it, and behind the citation it reads as a place.
    """
    if item.get("type") in _COUNTED and str(item.get("page", "")).strip().isdecimal():
        return {name: value for name, value in item.items() if name != "page"}
    return {**item, _PAGES_OF_WHOLE: "1"} if item.get("page") and item.get("type") not in _PARTS else item


def leave_out_pages_of_whole(root: ElementTree.Element) -> None:
    """Let citations with a place print no pages of such a work beside it; without a place they stay as they are."""
    for parent in elements_of_citations(root):
        for place, element in enumerate(list(parent)):
            if element.tag in {f"{CSL}text", f"{CSL}number"} and element.get("variable") in PAGES:
                print_unless(parent, place, {"variable": f"locator {_PAGES_OF_WHOLE}", "match": "all"})


# The page of a newspaper: where one is cited, that alone, since `1 3` reads as nothing; of a magazine both.

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


# The style is read as citeproc would run it on the work; see `printed`. A place that it leaves out stands at the end:
# `Letter from Ana Rill to the Council (May 13, 2022), at 2`.

_FLAGS = {"first": "place-left-out-first", "subsequent": "place-left-out-later"}
"""Position → the variable that tells a style to print the place there; no variables of CSL, so no style prints them."""
_NAMES = ("author", "title", "container-title")
"""By one of these a citation is known: one without them is written in full by other means, and its place with it."""


def with_place_flagged(item: Item, csl: str) -> Item:
    """Return a work that says where the style, as it was `patched`, leaves out a place in it."""
    flags = {flag: "1" for position, flag in _FLAGS.items() if _is_left_out(item, csl, position)}
    return {**item, **flags} if flags else item


def _is_left_out(item: Item, csl: str, position: str) -> bool:
    if prints_at(item, csl, position, "locator"):
        return False
    return any(item.get(name) and prints_at(item, csl, position, name) for name in _NAMES)


def print_place_left_out(root: ElementTree.Element) -> None:
    """Let a style print, at the end of a citation, the place that it leaves out, as it prints others.

    Behind *ibid*, which is the same of every kind of work, the style has its own place.
    """
    choose = ElementTree.SubElement(citation_layout(root), f"{CSL}choose")
    ElementTree.SubElement(choose, f"{CSL}if", {"position": "ibid"})
    for position, flag in _FLAGS.items():
        test = {"position": position, "variable": f"{flag} locator", "match": "all"}
        branch = ElementTree.SubElement(choose, f"{CSL}else-if", test)
        ElementTree.SubElement(branch, f"{CSL}group", {"prefix": ", "}).append(_place(root))


def _place(root: ElementTree.Element) -> ElementTree.Element:
    """Return what prints a place: with its word, as `at 3` where the style has that, and alone where it has none."""
    at = next((one for one in root.iter(f"{CSL}group") if is_at(one)), None)
    alone = deepcopy(at) if at is not None else ElementTree.Element(f"{CSL}text", {"variable": "locator"})
    if root.find(f".//{CSL}label[@variable='locator']") is None:
        return alone
    named = ElementTree.Element(f"{CSL}group", {"delimiter": " "})
    ElementTree.SubElement(named, f"{CSL}label", {"variable": "locator", "form": "short"})
    ElementTree.SubElement(named, f"{CSL}text", {"variable": "locator"})
    if at is None:
        return named
    choose = ElementTree.Element(f"{CSL}choose")
    ElementTree.SubElement(choose, f"{CSL}if", {"locator": "page"}).append(alone)
    ElementTree.SubElement(choose, f"{CSL}else").append(named)
    return choose

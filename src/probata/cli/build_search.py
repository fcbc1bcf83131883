"""Every file for others is searched before it is placed, and what stands in the folder already too."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.metadata import version
from pathlib import Path
from typing import Self

from probata.checks import Drafted
from probata.diagnostics import Diagnostic, Severity, say
from probata.graph import CaseGraph
from probata.kept import Store
from probata.model.case_file import Filing
from probata.output import OutputFolder, PlacingError
from probata.pipeline import PUBLIC, stem_of
from probata.protection.certificate import FOLDER, KINDS, as_json, as_page, certificate_of, stem_in
from probata.protection.protected import protected_in
from probata.protection.search import SECONDS, Hit, Search, SearchedFile
from probata.protection.tesseract import Tesseract
from probata.source.in_child import Child

_SHOWN = 8
"""Places that a finding names."""


class SearchOfOutgoing:
    """Searches the files for others of one run, filing by filing."""

    def __init__(self, graph: CaseGraph, folder: OutputFolder, store: Store | None) -> None:
        program = shutil.which("tesseract")
        self._pictures = Tesseract(Path(program)) if program else None
        self._graph, self._folder, self._store = graph, folder, store
        self._child = Child(seconds=SECONDS)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._child.end()

    def of(self, filing: Filing, drafted: Drafted | None) -> SearchOfFiling | None:
        """Return the search of a filing; `None` without a document, and where nothing is protected from its readers."""
        if drafted is None:
            return None
        protected = protected_in(self._graph, drafted.hidden, drafted.masked, drafted.gone)
        if protected:
            search = Search(protected, self._pictures, self._store)
            return SearchOfFiling(filing, stems_of(self._graph, filing), search, self._child, self._folder)
        for ending in ("json", "html"):
            with suppress(PlacingError):  # `probata verify` says that it is of other files
                self._folder.drop(f"{FOLDER}/{stem_of(filing)}.{ending}")
        return None


class SearchOfFiling:
    """Searches the files of one filing, takes back what tells something, and certifies the rest."""

    def __init__(
        self, filing: Filing, stems: frozenset[str], search: Search, child: Child, folder: OutputFolder
    ) -> None:
        self._filing, self._stem, self._stems = filing, stem_of(filing), stems
        self._search, self._child, self._folder = search, child, folder
        self._placed: list[SearchedFile] = []
        self._found: dict[Diagnostic, None] = {}

    @property
    def findings(self) -> tuple[Diagnostic, ...]:
        """What was found so far: must fix for each file that tells something."""
        return tuple(self._found)

    def tells(self, name: str, data: bytes | Path) -> bool:
        """Tell whether a file that is made, and not yet placed, tells something; raises `PlacingError`."""
        if isinstance(data, Path):
            return self._tells(self._search.file(data, name, self._child))
        with _staged(self._folder, name, data) as path:
            return self._tells(self._search.file(path, name, self._child))

    def look_at_placed(self) -> dict[str, Path]:
        """Search all of the filing that is in the folder for others, and certify it; raises `PlacingError`.

        Return what told something, by name, with where it stands now.
        """
        taken: dict[str, Path] = {}
        for path in sorted(self._folder.outgoing.iterdir()):
            if path.is_file() and not path.is_symlink() and stem_in(path.name, self._stems) == self._stem:
                found = self._search.file(path, path.name, self._child)
                if self._tells(found):
                    taken[path.name] = self._folder.take_back(path.name)
                else:
                    self._placed.append(found)
        self._certify()
        return taken

    def _certify(self) -> None:
        back = sum(one.severity is Severity.ERROR for one in self._found)
        made = certificate_of(self._stem, self._placed, back, self._search, f"probata {version('probata')}")
        self._folder.keep(f"{FOLDER}/{self._stem}.json", as_json(made))
        self._folder.keep(f"{FOLDER}/{self._stem}.html", as_page(made))

    def _tells(self, found: SearchedFile) -> bool:
        if any(not part for part, _ in found.unread):
            self._found[self._unread(found)] = None
        if found.hits:
            self._found[self._finding(found)] = None
        return bool(found.hits)

    def _finding(self, found: SearchedFile) -> Diagnostic:
        places = tuple(dict.fromkeys(self._place(hit) for hit in found.hits))
        more = (f"and in {len(places) - _SHOWN} more places",) if len(places) > _SHOWN else ()
        return Diagnostic(
            "DIS107", "protected-in-file", Severity.ERROR,
            f"{say.filing(self._filing)}: the file {say.words(found.name)} tells its readers of somebody whom they may "
            f"not know, and does not go out",
            None, "take it out where it comes from (a record, the letterhead, an exhibit), then build again",
            notes=(*places[:_SHOWN], *more), record=f"filings/{self._filing.id}", filing=self._filing.forum,
        )  # fmt: skip

    def _unread(self, found: SearchedFile) -> Diagnostic:
        return Diagnostic(
            "DIS108", "file-not-searched", Severity.WARNING,
            f"{say.filing(self._filing)}: the file {say.words(found.name)} could not be searched as a whole",
            None, "look through it yourself for what its readers may not know, or build again",
            notes=tuple(why for part, why in found.unread if not part),
            record=f"filings/{self._filing.id}", filing=self._filing.forum,
        )  # fmt: skip

    def _place(self, hit: Hit) -> str:
        what = KINDS.get(hit.kind, "a name as it sounds")
        kind = "source" if hit.kind.startswith("source_") else "person"
        whose = say.source(hit.owner) if kind == "source" else say.person(hit.owner)
        return f"{hit.part or 'the file'}: {what}, of {whose}"


def stems_of(graph: CaseGraph, *filings: Filing) -> frozenset[str]:
    """Return with what the names of the files of each filing of a case begin, and of its public version."""
    ids = {one.id for one in (*graph.case.filings, *filings)}
    return frozenset((*ids, *(f"{one}{PUBLIC}" for one in ids)))


@contextmanager
def _staged(folder: OutputFolder, name: str, data: bytes) -> Iterator[Path]:
    """Give the path of a file that is not yet for others; what a killed build leaves of it is removed by the next."""
    passing = f".{name}.searched.part"
    path = folder.note(passing, data)
    try:
        yield path
    finally:
        folder.drop(passing)

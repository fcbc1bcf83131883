"""Every file for others is searched before it is placed, and what stands in the folder already too."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from typing import Self

from probata.cli.build_outcome import Outcome
from probata.diagnostics import Diagnostic, Severity, say
from probata.disclosure.identities import NO_IDENTITIES, Identities, known_by_pseudonym_alone, with_identities
from probata.graph import CaseGraph
from probata.kept import Store
from probata.model.case_file import Filing
from probata.output import OutputFolder, PlacingError
from probata.pipeline import PUBLIC, Prepared, stem_of
from probata.protection.certificate import FOLDER, KINDS, certificate_of, stem_in
from probata.protection.protected import Protected, protected_in
from probata.protection.search import SECONDS, Finder, Hit, Search, SearchedFile
from probata.protection.tesseract import Tesseract
from probata.source.in_child import Child

_SHOWN = 8
"""Places that a finding names."""


class SearchOfOutgoing:
    """Searches the files of one build, filing by filing."""

    def __init__(
        self, outcome: Outcome, folder: OutputFolder, store: Store | None, identities: Identities = NO_IDENTITIES
    ) -> None:
        program = shutil.which("tesseract")
        self._pictures = Tesseract(Path(program)) if program else None
        self._outcome, self._folder, self._store = outcome, folder, store
        self._identities = identities
        self._child = Child(seconds=SECONDS)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._child.end()

    def of(self, prepared: Prepared) -> SearchOfFiling | None:
        """Return the search of a filing; `None` where nothing is protected from its readers."""
        drafted, graph = prepared.drafted, self._outcome.session.graph
        if drafted is None or graph is None:
            return None
        graph = with_identities(graph, self._identities)
        apart = len(known_by_pseudonym_alone(graph) & {*drafted.hidden, *drafted.masked})
        protected = protected_in(graph, drafted.hidden, drafted.masked, drafted.gone)
        if not protected:
            for ending in ("json", "html"):
                self._folder.drop(f"{FOLDER}/{stem_of(prepared.filing)}.{ending}")
            return None
        search = Search(protected, self._pictures, self._store)
        reader = self._pictures.version if self._pictures else ""
        return SearchOfFiling(
            prepared.filing, protected, search, self._child, self._folder, self._outcome, reader, apart
        )


class SearchOfFiling:
    """Searches the files of one filing, takes back what tells something, and certifies the rest."""

    def __init__(
        self, filing: Filing, protected: Protected, search: Search, child: Child,
        folder: OutputFolder, outcome: Outcome, pictures_read_by: str, apart: int = 0,
    ) -> None:  # fmt: skip
        self._filing, self._protected = filing, protected
        self._stem, self._stems = stem_of(filing), stems_of(outcome.graph, filing)
        self._search, self._child, self._folder, self._outcome = search, child, folder, outcome
        self._pictures_read_by, self._apart = pictures_read_by, apart
        self._searched: dict[str, SearchedFile] = {}
        self._telling: list[SearchedFile] = []

    def tells(self, name: str, data: bytes) -> bool:
        """Tell whether a file that is made, and not yet placed, tells something; it is told as must fix then."""
        with _staged(self._folder, name, data) as path:
            found = self._search.file(path, name, self._child)
        self._note(found)
        return bool(found.hits)

    def look_at_placed(self) -> None:
        """Search all that stands in the folder of the filing, and take back what tells something."""
        for path in sorted(self._folder.outgoing.iterdir()):
            if path.is_file() and stem_in(path.name, self._stems) == self._stem:
                found = self._search.file(path, path.name, self._child)
                self._note(found)
                if found.hits:
                    self._outcome.take_back(path.name, self._folder.take_back(path.name))

    def certify(self) -> None:
        """Write the certificate of what stays."""
        numbers = (len(self._protected.strong), self._protected.numbers())
        made = certificate_of(
            self._stem, [one for one in self._searched.values() if not one.hits], len(self._telling),
            Finder(self._protected), numbers, f"probata {version('probata')}", self._pictures_read_by, self._apart,
        )  # fmt: skip
        self._folder.note(f"{FOLDER}/{self._stem}.json", made.as_json())
        self._folder.note(f"{FOLDER}/{self._stem}.html", made.as_page())

    @property
    def findings(self) -> tuple[Diagnostic, ...]:
        """What was found so far, one for each file that tells something."""
        return tuple(map(self._finding, self._telling))

    def _note(self, found: SearchedFile) -> None:
        self._searched[found.name] = found
        if found.hits and found not in self._telling:
            self._telling.append(found)
            self._outcome.add([self._finding(found)], self._filing)

    def _finding(self, found: SearchedFile) -> Diagnostic:
        places = tuple(dict.fromkeys(self._place(hit) for hit in found.hits))
        more = (f"and in {len(places) - _SHOWN} more places",) if len(places) > _SHOWN else ()
        return Diagnostic(
            "DIS103", "protected-in-file", Severity.ERROR,
            f"{say.filing(self._filing)}: the file {say.words(found.name)} tells its readers of somebody whom they may "
            f"not know, and does not go out",
            None, "take it out where it comes from (a record, the letterhead, an exhibit), then build again",
            notes=(*places[:_SHOWN], *more), record=f"filings/{self._filing.id}", filing=self._filing.forum,
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


def search_placed(searched: SearchOfFiling | None, outcome: Outcome) -> None:
    """Look at what stands in the folder of a filing once its files are placed, and write its certificate."""
    if searched is None:
        return
    try:
        searched.look_at_placed()
        searched.certify()
    except PlacingError as error:
        outcome.troubles.append(str(error))

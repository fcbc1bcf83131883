"""What Pandoc is asked for one document, in as few runs as give everything."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from probata.citation.bibliography import full_citations
from probata.citation.exchange import Answer, Request
from probata.citation.pandoc import run
from probata.citation.parts import Asked
from probata.kept import Store

_AT_A_TIME = 2  # more runs side by side only wait for each other on a lawyer's laptop

Paragraphs = tuple[tuple[int, Asked], ...]
"""Citations, each with the ordinal of its note."""


@dataclass(frozen=True, slots=True)
class Runs:
    """The Pandoc to run, and the answers that it gave before."""

    program: Path | None = None
    store: Store | None = None

    def all(self, requests: Sequence[Request]) -> list[Answer]:
        """Return the answers in the order of the requests; one that asks nothing is not sent. Raises `PandocError`."""
        needed = [request for request in requests if _asks(request)]
        if len(needed) < 2:
            answers = iter([self._answer(request) for request in needed])
        else:
            with ThreadPoolExecutor(_AT_A_TIME) as pool:
                answers = iter(list(pool.map(self._answer, needed)))
        return [next(answers) if _asks(request) else Answer((), {}) for request in requests]

    def _answer(self, request: Request) -> Answer:
        return run(request, self.program, self.store)


def _asks(request: Request) -> bool:
    return bool(request.listed) or any(asked.shown for _, asked in request.paragraphs)


class Asking(Protocol):
    """Makes a request of citations and the sources to list with them."""

    def __call__(self, paragraphs: Paragraphs, listed: tuple[str, ...] = ()) -> Request:
        """Return the request."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """All that is wanted of Pandoc for a document."""

    units: tuple[Paragraphs, ...]
    listed: tuple[str, ...]
    named: tuple[str, ...]
    """The sources that entries of the list name in full, since others are known through them."""

    def full(self, has_list: bool) -> tuple[str, ...]:
        """Return of which sources the full form is wanted, as far as this is known before any answer."""
        return self.named if has_list else tuple(dict.fromkeys((*self.listed, *self.named)))


@dataclass(frozen=True, slots=True)
class Answers:
    """What Pandoc wrote: a unit's citations, the entries of the list, and the full forms of sources."""

    units: tuple[Answer, ...]
    listing: Answer
    full: tuple[tuple[tuple[str, ...], Answer], ...]
    """Ids, with an answer that has a paragraph for each."""


def ask(wanted: Wanted, request: Asking, has_list: bool, runs: Runs) -> Answers:
    """Ask for everything.

    The list of sources comes with the citations of the first unit that has some. A second run is needed for the full
    form of sources: of all that are listed where the style has no list, else of those whose entry it leaves empty, and
    of those through which others are known.
    """
    units = wanted.units or ((),)
    first = next((place for place, paragraphs in enumerate(units) if paragraphs), 0)
    listed = wanted.listed if has_list else ()
    requests = [request(paragraphs, listed if place == first else ()) for place, paragraphs in enumerate(units)]
    keys = wanted.full(has_list)
    *answers, full = runs.all((*requests, request(full_citations(keys))))
    left = tuple(key for key in wanted.listed if key not in keys and not answers[first].entries.get(key))
    (rest,) = runs.all((request(full_citations(left)),))
    return Answers(tuple(answers[: len(wanted.units)]), answers[first], ((keys, full), (left, rest)))

"""From planned notes to printed citations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from probata.citation.authority_citer import AuthorityCiter
from probata.citation.bibliography import Catalogue, full_citations, known_through
from probata.citation.exchange import Answer, AnswerError, Request
from probata.citation.legal_writer import LegalWriter
from probata.citation.library import Library
from probata.citation.numbering import NumberedNote, by_section
from probata.citation.pandoc import run, unusable
from probata.citation.parts import Asked
from probata.citation.plain import plain_citation
from probata.citation.planning import Planner, Unit
from probata.citation.references import PLACEHOLDER_REFERENCE, Node
from probata.citation.sentinels import PLACEHOLDER
from probata.citation.style import Style
from probata.citation.style_xml import delimiter
from probata.citation.unnamed import Completed
from probata.citation.words import Words
from probata.citation.work_for_style import work_for_style
from probata.citation.written_citation import NOTHING, CitationReader
from probata.document.inlines import Inlines
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


@dataclass(frozen=True, slots=True)
class Answers:
    """What Pandoc wrote: a unit's citations, the entries of the list, and the full forms of sources by their ids."""

    units: tuple[Answer, ...]
    listing: Answer
    full: Mapping[str, list[Node]]


@dataclass(frozen=True, slots=True)
class Rendered:
    """Everything printed: per unit what was asked for, in its order, and the list of sources."""

    units: tuple[tuple[Inlines, ...], ...]
    catalogue: Catalogue

    left_out: tuple[str, ...] = ()
    """The sources of which the style printed nothing somewhere, once each, in order of use."""


@dataclass(frozen=True, slots=True)
class Renderer:
    """Writes citations in one style, from one library, in the words of one language."""

    library: Library
    style: Style
    words: Words

    def plan(self, notes: list[NumberedNote], citer: AuthorityCiter) -> tuple[Unit, ...]:
        """Decide for every note what Pandoc writes; `citer` writes the authorities among them."""
        between, has_ibid = self._between(), self.style.is_own and bool(self.style.legal.ibid.form)
        units = []
        for unit in by_section(notes):
            planner = Planner(self.library, self.words, between, citer, has_ibid=has_ibid)
            ends = [after.begins_part for after in unit[1:]] + [False]
            plans = (planner.plan(note, is_last_of_part=ends_part) for note, ends_part in zip(unit, ends, strict=True))
            units.append(Unit(unit, tuple(plans)))
        return tuple(units)

    def render(self, units: Sequence[Unit], listed: tuple[str, ...], runs: Runs) -> Rendered:
        """Have all citations written, and the sources in `listed` in full. Raises `PandocError`."""
        asked = tuple(unit.asked() for unit in units)
        answers = self._answers(asked, listed, runs)
        targets = {note.ordinal: note for unit in units for note in unit.notes}
        reader = CitationReader(self.library, self.style, self.words, self._between(), targets)
        try:
            printed = [
                _unit(answer, paragraphs, reader) for answer, paragraphs in zip(answers.units, asked, strict=True)
            ]
            catalogue = self._catalogue(answers, listed, reader)
        except AnswerError as error:
            raise unusable(error) from error
        texts = tuple(tuple(one.inlines for one in unit) for unit in printed)
        left_out = (key for unit in printed for one in unit for key in one.left_out)
        return Rendered(texts, catalogue, tuple(dict.fromkeys((*left_out, *catalogue.left_out()))))

    def _answers(self, units: Sequence[Paragraphs], listed: tuple[str, ...], runs: Runs) -> Answers:
        """Ask for everything.

        The list of sources comes with the citations of the first unit that has some. A second run is needed for the
        full form of sources: of all that are listed where the style has no list, else of those whose entry it leaves
        empty, and of those through which others are known.
        """
        has_list, named = "<bibliography" in self.style.csl, known_through(listed, self.library)
        asked = units or ((),)
        first = next((place for place, paragraphs in enumerate(asked) if paragraphs), 0)
        requests = [
            self._request(one, listed if has_list and place == first else ()) for place, one in enumerate(asked)
        ]
        keys = named if has_list else tuple(dict.fromkeys((*listed, *named)))
        *answers, full = runs.all((*requests, self._request(full_citations(keys))))
        left = tuple(key for key in listed if key not in keys and not answers[first].entries.get(key))
        (rest,) = runs.all((self._request(full_citations(left)),))
        written = zip((*keys, *left), (*full.paragraphs, *rest.paragraphs), strict=True)
        return Answers(tuple(answers[: len(units)]), answers[first], dict(written))

    def render_plainly(self, units: Sequence[Unit], listed: tuple[str, ...]) -> Rendered:
        """Write all citations without a style, for a draft."""
        printed = tuple(tuple(self._plainly(asked) for _, asked in unit.asked()) for unit in units)
        keys = tuple(dict.fromkeys((*listed, *known_through(listed, self.library))))
        full = {key: self._plainly(asked) for key, (_, asked) in zip(keys, full_citations(keys), strict=True)}
        return Rendered(printed, Catalogue(listed, {}, full, self.library, self.words, self.writer()))

    def _plainly(self, asked: Asked) -> Inlines:
        reader = CitationReader(self.library, self.style, self.words, self._between(), {})
        written = plain_citation(asked, self.library, self.words, reader.between)
        return reader.marked_up(written, [reference.key for reference in asked.references]) if asked.shown else written

    def writer(self) -> LegalWriter:
        """Return what writes authorities in this style."""
        return LegalWriter(self.style.legal, self.words)

    def _between(self) -> str:
        return delimiter(self.style.csl)

    def _request(self, paragraphs: Paragraphs, listed: tuple[str, ...] = ()) -> Request:
        keys = dict.fromkeys(reference.key for _, asked in paragraphs for reference in asked.references)
        items = {key: self._item(key) for key in (*keys, *(key for key in listed if key not in keys))}
        return Request(self.style.csl, self.style.language, items, paragraphs, listed)

    def _item(self, key: str) -> Mapping[str, Any]:
        if key == PLACEHOLDER:
            return PLACEHOLDER_REFERENCE
        return work_for_style(self.library.sources[key], self.style, self.words)

    def _catalogue(self, answers: Answers, listed: tuple[str, ...], reader: CitationReader) -> Catalogue:
        entries = {key: text for key, nodes in answers.listing.entries.items() if (text := reader.entry(nodes, key))}
        full = {key: reader.entry(nodes, key) for key, nodes in answers.full.items()}
        return Catalogue(listed, entries, full, self.library, self.words, self.writer())


def _unit(answer: Answer, asked: Paragraphs, reader: CitationReader) -> tuple[Completed, ...]:
    if not answer.paragraphs:
        return (NOTHING,) * len(asked)
    return tuple(reader.citation(nodes, part) for nodes, (_, part) in zip(answer.paragraphs, asked, strict=True))

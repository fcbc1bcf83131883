"""From planned notes to printed citations: one run of Pandoc, or one a section where numbers restart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from probata.citation.answer import inlines_from
from probata.citation.authority_citer import AuthorityCiter
from probata.citation.bibliography import Catalogue, full_citations
from probata.citation.exchange import Answer, AnswerError, Request
from probata.citation.later_form import named
from probata.citation.legal_writer import LegalWriter
from probata.citation.library import Library
from probata.citation.manual import as_manual
from probata.citation.numbering import NumberedNote, by_section
from probata.citation.pandoc import run, unusable
from probata.citation.parts import Asked
from probata.citation.plain import plain_citation
from probata.citation.planning import Parts, Planner
from probata.citation.references import PLACEHOLDER_REFERENCE, Node
from probata.citation.scripts import addresses_of, marked_up
from probata.citation.sentinels import PLACEHOLDER
from probata.citation.style import Style
from probata.citation.style_patch import patched
from probata.citation.style_xml import delimiter
from probata.citation.undated import with_its_date
from probata.citation.words import Words
from probata.document.inlines import Inlines, NoteRef
from probata.document.walk import plain_text

_AT_A_TIME = 2  # more runs side by side only wait for each other on a lawyer's laptop


@dataclass(frozen=True, slots=True)
class Unit:
    """The notes that are counted together: those of the document, or of a section where numbers restart."""

    notes: tuple[NumberedNote, ...]
    plans: tuple[tuple[Parts, ...], ...]
    """For each note the parts of each of its citations."""

    def asked(self) -> tuple[tuple[int, Asked], ...]:
        """Return what Pandoc is asked to write, each with the ordinal of its note."""
        return tuple(
            (numbered.ordinal, part)
            for numbered, plan in zip(self.notes, self.plans, strict=True)
            for parts in plan
            for part in parts
            if isinstance(part, Asked)
        )


@dataclass(frozen=True, slots=True)
class Rendered:
    """Everything printed: per unit what was asked for, in its order, and the list of sources."""

    units: tuple[tuple[Inlines, ...], ...]
    catalogue: Catalogue


@dataclass(frozen=True, slots=True)
class Renderer:
    """Writes citations in one style, from one library, in the words of one language."""

    library: Library
    style: Style
    words: Words

    def plan(self, notes: list[NumberedNote]) -> tuple[Unit, ...]:
        """Decide for every note what Pandoc writes."""
        between = self._between()
        units = []
        citer = AuthorityCiter(self._writer())
        for unit in by_section(notes):
            planner = Planner(self.library, self.words, between, citer)
            units.append(Unit(unit, tuple(planner.plan(note) for note in unit)))
        return tuple(units)

    def render(self, units: Sequence[Unit], listed: tuple[str, ...], program: Path | None) -> Rendered:
        """Have all citations written, and the sources in `listed` in full. Raises `PandocError`."""
        csl = patched(self.style.csl, self.words.language, self.words.terms, self.words.spaces)
        asked = [unit.asked() for unit in units]
        requests = [self._request(csl, paragraphs) for paragraphs in (*asked, full_citations(listed))]
        requests[-1] = replace(requests[-1], bibliography=True)
        *answers, listing = _run_all(requests, program)
        targets = {note.ordinal: note for unit in units for note in unit.notes}
        try:
            printed = [
                self._unit(answer, paragraphs, targets) for answer, paragraphs in zip(answers, asked, strict=True)
            ]
            return Rendered(tuple(printed), self._catalogue(listing, listed))
        except AnswerError as error:
            raise unusable(error) from error

    def render_plainly(self, units: Sequence[Unit], listed: tuple[str, ...]) -> Rendered:
        """Write all citations without a style, for a draft."""
        between = self._between()
        printed = tuple(
            tuple(plain_citation(asked, self.library, self.words, between) for _, asked in unit.asked())
            for unit in units
        )
        full = {
            key: plain_citation(asked, self.library, self.words, between)
            for key, (_, asked) in zip(listed, full_citations(listed), strict=True)
        }
        return Rendered(printed, Catalogue({}, full, self.library, self.words, self._writer()))

    def _writer(self) -> LegalWriter:
        return LegalWriter(self.style.legal, self.words)

    def _between(self) -> str:
        return delimiter(self.style.csl, self.words.language, self.words.spaces)

    def _request(self, csl: str, paragraphs: tuple[tuple[int, Asked], ...]) -> Request:
        keys = dict.fromkeys(reference.key for _, asked in paragraphs for reference in asked.references)
        items = {key: self._item(key) for key in keys}
        return Request(csl, self.style.language, items, paragraphs)

    def _item(self, key: str) -> Mapping[str, Any]:
        if key == PLACEHOLDER:
            return PLACEHOLDER_REFERENCE
        return with_its_date(self.library.sources[key], self.style.csl)

    def _unit(
        self, answer: Answer, asked: tuple[tuple[int, Asked], ...], targets: Mapping[int, NumberedNote]
    ) -> tuple[Inlines, ...]:
        return tuple(
            self._citation(nodes, part, targets) for nodes, (_, part) in zip(answer.paragraphs, asked, strict=True)
        )

    def _citation(self, nodes: list[Node], asked: Asked, targets: Mapping[int, NumberedNote]) -> Inlines:
        def back_reference(ordinal: int) -> NoteRef:
            note = targets[ordinal].note
            return NoteRef(note.id, note.number)

        if not asked.shown:
            return ()
        written = named(inlines_from(nodes, back_reference), asked, self.library, self.words)
        written = as_manual(written, self.style, starts=asked.starts)
        if not plain_text(written).strip():  # some styles print nothing for a type that they do not know
            return plain_citation(asked, self.library, self.words, self._between())
        return self._marked_up(written, (reference.key for reference in asked.references))

    def _marked_up(self, inlines: Inlines, keys: Iterator[str]) -> Inlines:
        entries = [self.library.sources[key] for key in keys]
        return marked_up(inlines, [str(entry.get("language", "")) for entry in entries], addresses_of(entries))

    def _catalogue(self, answer: Answer, listed: tuple[str, ...]) -> Catalogue:
        def printed(key: str, nodes: list[Node]) -> Inlines:
            return self._marked_up(inlines_from(nodes, lambda ordinal: NoteRef("", ordinal)), iter((key,)))

        entries = {key: text for key, nodes in answer.entries.items() if (text := printed(key, nodes))}
        full = {key: printed(key, nodes) for key, nodes in zip(listed, answer.paragraphs, strict=True)}
        return Catalogue(entries, full, self.library, self.words, self._writer())


def _run_all(requests: Sequence[Request], program: Path | None) -> list[Answer]:
    needed = [request for request in requests if request.paragraphs]
    if len(needed) < 2:
        answers = iter([run(request, program) for request in needed])
    else:
        with ThreadPoolExecutor(_AT_A_TIME) as pool:
            answers = iter(list(pool.map(lambda request: run(request, program), needed)))
    return [next(answers) if request.paragraphs else Answer((), {}) for request in requests]

"""A filing as a bundle: its parts and exhibits in one PDF, and the page of the bundle beside each mark in the brief.

Marks are printed, the parts are set and measured, and set again until every page that is printed is true.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate
from pathlib import Path
from typing import Final

from probata.bundle.apart import apart, write_pdf_file
from probata.bundle.join import Named, Volume
from probata.bundle.make_bundle import Limits, begins_of, make_bundle, marks_in
from probata.bundle.margins import spots
from probata.bundle.numbers import number_pages, ranges
from probata.bundle.pieces import Piece, Place, Run
from probata.checks import Drafted
from probata.compose.bundle_sheets import Cover, Listed, cover_sheets, index_of_bundle, meta_of_sheets
from probata.diagnostics import Diagnostic
from probata.document.anchors import at_page, page_apart
from probata.document.blocks import Blocks
from probata.document.bundle_marks import with_bundle_pages
from probata.document.inlines import Text
from probata.document.parts import documents_of
from probata.document.tree import BRIEF, Document
from probata.messages import Wording
from probata.model.fixed_bundle import FixedPiece
from probata.pipeline.exhibiting import Exhibited, covers_of_forum, with_schedule_linked
from probata.writers.format import WriteOptions, Written, load_format

INDEX: Final = "index"
ROUNDS: Final = 6
"""How often the brief is set at most; a page that is printed has as many digits as the last time, as a rule."""
_NUMBER = "000"
"""Stands for a page that is not known yet."""


class NotSettledError(Exception):
    """The pages went on changing each time the brief was set."""


@dataclass(frozen=True, slots=True)
class Paged:
    """The pages of one exhibit, in a PDF on disk."""

    path: Path
    spots: str
    """Where the number of the bundle fits on each; see `bundle/margins.py`."""
    remarks: tuple[str, ...] = ()
    """What its reader must know of how it was printed."""
    cited: Mapping[int, int] = field(default_factory=dict)
    """Which of its pages, from 1, each cited page is; none where it has no such page, or that cannot be told."""


@dataclass(frozen=True, slots=True)
class Bundled:
    """A bundle that was made."""

    volumes: tuple[Volume, ...]
    word: bytes
    """The brief in Word, with the same pages of the bundle."""
    names: Mapping[str, str]
    """What the names in the Word file stand for that only count; for the team alone."""
    numbers: tuple[str, ...]
    pieces: tuple[FixedPiece, ...]
    """What it holds, with its marks and pages, as it is written down where they are fixed."""
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass
class Bundler:
    """Makes the bundle of one filing in a folder of its own."""

    drafted: Drafted
    exhibits: Sequence[Exhibited]
    """All that the filing marks, in the order of their marks; what is not in the bundle says why."""
    pages: Mapping[str, Paged]
    """The pages of those in the bundle, by their keys."""
    options: WriteOptions
    wording: Wording
    folder: Path
    limits: Limits = field(default_factory=Limits)
    fixed: Sequence[FixedPiece] = ()
    """The pieces of the bundle that others have already."""
    found: list[Diagnostic] = field(default_factory=list)

    def make(self, stem: str) -> Bundled:
        """Make the bundle; its files in the folder are called `stem.pdf`, or `stem.part-1.pdf` and so on.

        Raises `NotSettledError`, and as `make_bundle` and the writers do.
        """
        whole = replace(self.document, blocks=with_schedule_linked(self.drafted, self.exhibits))
        numbers, parts = self._settled(whole)
        places = dict(self._places(parts))
        marks = self._marks(parts)
        covers = self._write_covers(parts, numbers, marks)
        pieces = [*parts, *self._exhibits(covers)]
        places |= {self._back(key, page): place for key, page, place in marks}
        title = self.wording.label("bundle.title", title=self.document.meta.title)
        named = Named(title, self.document.meta.language, self.wording.words["bundle.page"])
        volumes = apart(make_bundle, pieces, numbers, places, named, self.limits, self._path(stem))
        word = self._word(whole, self._printed(parts, numbers))
        return Bundled(
            volumes, word.data, word.names, numbers, tuple(self._held(pieces, numbers)),
            (*self.found, *word.diagnostics),
        )  # fmt: skip

    @property
    def document(self) -> Document:
        """The filing, all its parts in one tree."""
        return self.drafted.document

    def _path(self, name: str) -> Path:
        return self.folder / f"{name}.pdf"

    def _held(self, pieces: Sequence[Piece], numbers: Sequence[str]) -> Iterator[FixedPiece]:
        """Give every piece with its pages, and every exhibit that is not in the bundle with its mark alone."""
        ends = accumulate(piece.pages for piece in pieces)
        pages = {one.key: ranges(numbers[end - one.pages : end]) for one, end in zip(pieces, ends, strict=True)}
        keys = {one.key for one in self.exhibits}
        yield from (FixedPiece(piece=key, pages=said) for key, said in pages.items() if key not in keys)
        yield from (FixedPiece(piece=one.piece, mark=one.mark, pages=pages.get(one.key)) for one in self.exhibits)

    # Setting the brief until its pages are true.

    def _settled(self, whole: Document) -> tuple[tuple[str, ...], list[Piece]]:
        """Set index, brief and annexes with the pages of the last time, until these are those of this time."""
        printed = {alias: _NUMBER for one in self.exhibits for alias in one.aliases if one.key in self.pages}
        listed: dict[str, tuple[str, str]] = {}
        for _ in range(ROUNDS):
            self.found.clear()
            parts = [self._index(listed), *self._parts(whole, printed)]
            counted = [(one.key, one.pages) for one in (*parts, *self._exhibits(None))]
            keys = {one.piece: one.key for one in self.exhibits}
            fixed = {keys.get(one.piece, one.piece): one.numbers for one in self.fixed if one.numbers}
            numbers = number_pages(counted, fixed)
            found = self._printed(parts, numbers)
            pages = self._listed(parts, numbers)
            if (found, pages) == (printed, listed):
                return numbers, parts
            printed, listed = found, pages
        raise NotSettledError

    def _index(self, listed: Mapping[str, tuple[str, str]]) -> Piece:
        title = self.wording.label("bundle.index")
        rows = [
            replace(one, page=listed.get(one.key, (_NUMBER, ""))[0]) if not one.why else one for one in self._rows()
        ]
        document = index_of_bundle(meta_of_sheets(self.document.meta, title, INDEX), rows, self.wording)
        return Piece(INDEX, title, (self._set(document, INDEX),))

    def _rows(self) -> Iterator[Listed]:
        """Give the lines of the index without their pages: the parts of the filing, then the exhibits."""
        for document in self._open(self.document):
            yield Listed(document.meta.part, "", (Text(document.meta.title),))
        for one in self.exhibits:
            told = one.why if one.why in ("kept_apart", "beside") else "not_enclosed"
            why = "" if one.key in self.pages else self.wording.label(f"bundle.{told}")
            yield Listed(one.key, one.marks, one.described, why=why)

    def _parts(self, whole: Document, printed: Mapping[str, str]) -> Iterator[Piece]:
        marked = replace(whole, blocks=self._with_pages(whole.blocks, printed, linked=True))
        for document in self._open(marked):
            part = document.meta.part
            yield Piece(part, document.meta.title, (self._set(document, part),))

    def _open(self, whole: Document) -> list[Document]:
        """Return the documents that go into the bundle: none that is kept apart, and none made of cover sheets."""
        apart = {head.name for head in whole.meta.parts if head.confidential}
        covers = {part for part, _ in covers_of_forum(self.document).values()}
        return [one for one in documents_of(whole) if one.meta.part not in apart | covers]

    def _with_pages(self, blocks: Blocks, printed: Mapping[str, str], *, linked: bool) -> Blocks:
        def said(page: str) -> str:
            return self.wording.label("bundle.mark", page=page)

        told = [one.mark for one in self.exhibits if one.is_told]
        return with_bundle_pages(blocks, printed, said, told, linked=linked)

    def _set(self, document: Document, name: str) -> Run:
        written = apart(write_pdf_file, document, self.options, path := self._path(name))
        self.found += written.diagnostics
        return Run(path, spots(str(path)), is_ours=True)

    # Where everything came to stand.

    def _exhibits(self, covers: Run | None) -> list[Piece]:
        """Return the exhibits in the bundle, each behind its cover sheet, which may not be written yet."""
        made: list[Piece] = []
        for one in self.exhibits:
            if (paged := self.pages.get(one.key)) is not None:
                number = len(made)
                cover = covers.cut(number, number + 1) if covers else Run(paged.path, "R")
                title = f"{one.marks} {one.title}".strip()
                made.append(Piece(one.key, title, (cover, Run(paged.path, paged.spots))))
        return made

    def _listed(self, parts: Sequence[Piece], numbers: Sequence[str]) -> dict[str, tuple[str, str]]:
        """Return the first and last page of each piece, as they are numbered."""
        pieces = [*parts, *self._exhibits(None)]
        ends = accumulate(piece.pages for piece in pieces)
        return {one.key: (numbers[end - one.pages], numbers[end - 1]) for one, end in zip(pieces, ends, strict=True)}

    def _printed(self, parts: Sequence[Piece], numbers: Sequence[str]) -> dict[str, str]:
        listed = self._listed(parts, numbers)
        return {alias: listed[one.key][0] for one in self.exhibits if one.key in listed for alias in one.aliases}

    def _places(self, parts: Sequence[Piece]) -> Iterator[tuple[str, Place]]:
        begins = begins_of([*parts, *self._exhibits(None)])
        yield from begins.items()
        for one in self.exhibits:
            if one.key in begins:
                yield from ((alias, begins[one.key]) for alias in one.aliases)
                for number, page in self.pages[one.key].cited.items():  # the cover sheet is page 0
                    yield at_page(one.key, number), Place(begins[one.key].page + page)

    def _marks(self, parts: Sequence[Piece]) -> list[tuple[str, int, Place]]:
        """Return the pages of the filing with a mark of each exhibit, once each, and the first mark on each."""
        keys = {alias: one.key for one in self.exhibits for alias in one.aliases}
        begins = begins_of(parts)
        found: dict[tuple[str, int], Place] = {}
        for part in parts[1:]:
            for led, place in marks_in(part.runs[0].path):
                alias, _ = page_apart(led)
                if alias in keys:
                    page = begins[part.key].page + place.page
                    found.setdefault((keys[alias], page), Place(page, place.top))
        return [(key, page, place) for (key, page), place in found.items()]

    @staticmethod
    def _back(key: str, page: int) -> str:
        return f"{key}--{page}"

    def _write_covers(
        self, parts: Sequence[Piece], numbers: Sequence[str], marks: Sequence[tuple[str, int, Place]]
    ) -> Run | None:
        listed, own = self._listed(parts, numbers), covers_of_forum(self.document)
        covers: list[Cover] = []
        for one in self.exhibits:
            if one.key in self.pages:
                cited = tuple((numbers[page], self._back(one.key, page)) for key, page, _ in marks if key == one.key)
                first, last = listed[one.key]
                sheet = next((own[alias][1] for alias in one.aliases if alias in own), ())
                line = Listed(one.key, one.marks, one.described, first, last)
                covers.append(Cover(line, cited, self.pages[one.key].remarks, sheet))
        if not covers:
            return None
        meta = meta_of_sheets(self.document.meta, self.document.meta.title, "covers")
        return self._set(cover_sheets(meta, covers, self.wording), "covers")

    def _word(self, whole: Document, printed: Mapping[str, str]) -> Written:
        bare = replace(whole, blocks=self._with_pages(whole.blocks, printed, linked=False))
        brief = next(one for one in documents_of(bare) if one.meta.part == BRIEF)
        return load_format("docx").write(brief, self.options)

"""Joining the pieces of a bundle, or of one part of it, into one PDF.

The pages of each piece hang below a node of their own in the tree of pages, so that a bundle of ten thousand is joined
in a time that grows with its pages: pikepdf's `pages.extend` looks at all pages before for each file. Streams are
copied on disk when the file is written; no piece is held in memory.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pikepdf import Array, Dictionary, Name, Object, OutlineItem, Pdf, String

from probata.bundle.copy_pages import Copied, Entry, Led, Source, outline_of
from probata.bundle.numbers import label_runs
from probata.bundle.pieces import Piece, Place, Run
from probata.bundle.saving import save
from probata.bundle.stamp import Stamper
from probata.bundle.tags import join_tags
from probata.document.anchors import page_apart


@dataclass(frozen=True, slots=True)
class Volume:
    """One file of a bundle: all of it, or a part."""

    path: Path
    """Where it is written; other parts know it by its name."""
    pieces: tuple[Piece, ...]
    first: int = 0
    """The page of the bundle with which it begins, from 0."""

    @property
    def pages(self) -> int:
        """How many pages it has."""
        return sum(piece.pages for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Named:
    """What the file says of itself."""

    title: str
    language: str
    page: str = "p {page}"
    """How a line of the outline tells its page."""


def join(
    volume: Volume, numbers: Sequence[str], places: Mapping[str, Place], named: Named, others: Sequence[Volume]
) -> None:
    """Write a volume. `numbers` are those of all pages of the bundle, `places` where links lead, by key.

    A link to a page of an exhibit of which no place is known leads to where the exhibit begins. `others` are all
    volumes of the bundle: a link into another opens that file. A link that leads to nothing is gone. The same pieces
    give the same bytes.

    Raises `pikepdf.PdfError` where a piece cannot be read, `OSError` where a file cannot be read or written.
    """
    _Joiner(volume, numbers, places, named, others).write()


@dataclass
class _Joiner:
    volume: Volume
    numbers: Sequence[str]
    places: Mapping[str, Place]
    named: Named
    others: Sequence[Volume]
    pages: list[Object] = field(default_factory=list)
    led: list[Led] = field(default_factory=list)
    outlines: list[tuple[Piece, int, Sequence[Entry]]] = field(default_factory=list)
    copied: dict[Run, Copied] = field(default_factory=dict)
    inner: dict[Run, tuple[Entry, ...]] = field(default_factory=dict)
    """The outline of each piece that is one file of ours."""

    def write(self) -> None:
        """Join the pieces of the volume, stamp and link their pages, and save it."""
        with Pdf.new() as self.pdf:
            # What is ours comes first: what its files take in memory is given back before there are many pages.
            join_tags(self.pdf, self._ours())
            self._put_pieces()
            self._lead()
            self._say_numbers()
            self._write_outline()
            self._say_of_itself()
            save(self.pdf, self.volume.path, min_version="1.7")

    def _ours(self) -> Iterator[tuple[Pdf, Sequence[Object]]]:
        """Copy the pages of our own files, and give each of these with its pages as they were copied."""
        ours: dict[Path, list[tuple[Run, bool]]] = {}
        for piece in self.volume.pieces:
            for run in piece.runs:
                if run.is_ours:
                    ours.setdefault(run.path, []).append((run, len(piece.runs) == 1))
        for path, runs in ours.items():
            with Pdf.open(path) as read:
                source = Source(read, is_ours=True)
                if "/Info" not in self.pdf.trailer:  # whose it is, and of which day
                    self.pdf.trailer.Info = self.pdf.copy_foreign(read.docinfo)
                for run, is_whole in runs:
                    self.copied[run] = source.copy(self.pdf, run.first, run.pages)
                    if is_whole:
                        self.inner[run] = tuple(_within(outline_of(source, read), run))
                yield read, [page for run, _ in runs for page in self.copied[run].pages]

    def _put_pieces(self) -> None:
        """Hang the pages of each run below one node, and draw their numbers."""
        stamper = Stamper(self.pdf)
        whole = self.pdf.make_indirect(Dictionary(Type=Name.Pages))
        whole.Kids = Array()
        for piece in self.volume.pieces:
            self.outlines.append((piece, len(self.pages), self.inner.get(piece.runs[0], ())))
            for run in piece.runs:
                copied = self.copied.pop(run, None) or self._of_others(run)
                node = self.pdf.make_indirect(Dictionary(Type=Name.Pages, Parent=whole, Count=run.pages))
                node.Kids = Array(copied.pages)
                whole.Kids.append(node)
                for page, spot in zip(copied.pages, run.spots, strict=True):
                    page.Parent = node
                    stamper.stamp(page, self.numbers[self.volume.first + len(self.pages)], spot)
                    self.pages.append(page)
                self.led += copied.led
        whole.Count = len(self.pages)
        self.pdf.Root.Pages = whole

    def _of_others(self, run: Run) -> Copied:
        with Pdf.open(run.path) as read:
            return Source(read, is_ours=False).copy(self.pdf, run.first, run.pages)

    # Where links lead.

    def _lead(self) -> None:
        for annotation, key in self.led:
            for gone in ("/A", "/Dest", "/Contents"):  # the last says the address, to who cannot see the page
                if gone in annotation:
                    del annotation[gone]
            if place := self.places.get(key) or self.places.get(page_apart(key)[0]):
                annotation.Contents = String(self._page(place.page))
                self._lead_to(annotation, place)

    def _lead_to(self, annotation: Object, place: Place) -> None:
        top = place.top if place.top is not None else None
        shown = [Name.XYZ, None, None if top is None else round(top), None]
        if 0 <= place.page - self.volume.first < len(self.pages):
            annotation.Dest = Array([self.pages[place.page - self.volume.first], *shown])
            return
        other = next((one for one in self.others if one.first <= place.page < one.first + one.pages), None)
        if other:
            name = String(other.path.name)
            annotation.A = Dictionary(
                S=Name.GoToR, F=Dictionary(Type=Name.Filespec, F=name, UF=name),
                D=Array([place.page - other.first, *shown]),
            )  # fmt: skip

    # What programs show beside the pages.

    def _say_numbers(self) -> None:
        first = self.volume.first
        nums: list[object] = []
        for page, number in label_runs(self.numbers[first : first + len(self.pages)]):
            said = Dictionary(S=Name.D, St=number) if isinstance(number, int) else Dictionary(P=String(number))
            nums += [page, said]
        self.pdf.Root.PageLabels = Dictionary(Nums=Array(nums))

    def _write_outline(self) -> None:
        with self.pdf.open_outline() as outline:
            outline.root[:] = [self._item(*one) for one in self._lines()]

    def _lines(self) -> Iterator[tuple[str, int, Sequence[Entry]]]:
        for piece, begin, inner in self.outlines:
            yield (
                f"{piece.title}, {self._page(self.volume.first + begin)}",
                begin,
                [_moved(entry, begin) for entry in inner],
            )

    def _page(self, page: int) -> str:
        return self.named.page.replace("{page}", self.numbers[page])

    def _item(self, title: str, page: int, inner: Sequence[Entry]) -> OutlineItem:
        item = OutlineItem(title, destination=Array([self.pages[page], Name.XYZ, None, None, None]))
        item.children += [self._item(*one) for one in inner]
        item.is_closed = True
        return item

    def _say_of_itself(self) -> None:
        root = self.pdf.Root
        root.PageMode, root.Lang = Name.UseOutlines, String(self.named.language)
        root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        self.pdf.docinfo["/Title"] = String(self.named.title)
        with self.pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as said:
            said["dc:title"] = self.named.title
            said["dc:language"] = [self.named.language]


def _within(entries: Sequence[Entry], run: Run) -> Iterator[Entry]:
    """Give the lines of an outline that lead to the pages of a run, which may be a part of its file."""
    for title, page, inner in entries:
        kept = tuple(_within(inner, run))
        if run.first <= page < run.first + run.pages:
            yield title, page - run.first, kept
        else:
            yield from kept


def _moved(entry: Entry, begin: int) -> Entry:
    title, page, inner = entry
    return title, page + begin, [_moved(one, begin) for one in inner]

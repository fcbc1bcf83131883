"""Copying pages from one PDF into another, those of ours with links that still lead somewhere.

Of a page its content and box are taken, and of a page of ours its links and tags. Pages of exhibits come here as
`exhibit_pages.py` makes them, with nothing that acts or leads anywhere; what else stands beside a page stays behind.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, Final, NamedTuple

from pikepdf import Array, Dictionary, Name, NameTree, Object, Page, Pdf, String

from probata.document.anchors import IN_BUNDLE

_INHERITED: Final = ("/Resources", "/MediaBox")
_TAKEN: Final = frozenset({"/Type", "/Contents", "/Group", *_INHERITED})
_OF_OURS: Final = frozenset({"/Annots", "/StructParents", "/Tabs"})
_OF_LINKS: Final = ("/A", "/Dest", "/P")
"""Keys of a link that say where it leads, which is said anew, and its page."""
_SCHEMES: Final = ("http://", "https://", "mailto:")
_DEEPEST = 50

Shown = list[Any]
"""How a page is shown, as a destination has it: `/XYZ` with its three numbers."""
Goal = tuple[int, Shown]
"""The page to which a link leads, from 0, and how it is shown."""
Led = tuple[Object, str]
"""A link of ours, as it stands in the file, and the key of where it leads."""


class Copied(NamedTuple):
    """Pages as they were copied, without a place in the tree of pages, and the links among them into the bundle."""

    pages: Sequence[Object]
    led: Sequence[Led]


class Source:
    """A file out of which pages are copied."""

    def __init__(self, pdf: Pdf, *, is_ours: bool) -> None:
        """Take an open file; `is_ours` where its links may lead into the bundle, and its tags are taken along."""
        self.pdf = pdf
        self._is_ours = is_ours
        self.pages = pdf.pages

    def copy(self, into: Pdf, first: int, count: int) -> Copied:
        """Copy pages, and return them with the links among them that lead into the bundle.

        A link within the copied pages leads to the copy; one to a page that was not copied is gone.
        """
        copied: list[Object] = []
        inner: list[tuple[Object, int, Shown]] = []
        led: list[Led] = []
        for place in range(first, first + count):
            page = self.pdf.pages[place].obj
            links = list(self._links(page)) if self._is_ours and "/Annots" in page else []
            with_own_attributes(page)
            taken = _TAKEN | _OF_OURS if self._is_ours else _TAKEN
            for key in set(page.keys()) - taken:
                del page[key]
            made = into.copy_foreign(page)
            copied.append(made)
            for at, target in links:
                annotation = made.Annots[at]
                if isinstance(target, str):
                    led.append((annotation, target))
                else:
                    inner.append((annotation, target[0] - first, target[1]))
        for annotation, place, rest in inner:
            if 0 <= place < len(copied):
                annotation.Dest = Array([copied[place], *rest])
        return Copied(copied, led)

    def _links(self, page: Object) -> Iterator[tuple[int, str | Goal]]:
        """Leave the links of a page that lead somewhere; give the place of each that leads into the bundle or file."""
        kept: list[Object] = []
        for annotation in list(page.Annots):
            target = self._target(annotation)
            if target is None:
                continue
            for key in _OF_LINKS:
                if key in annotation:
                    del annotation[key]
            if isinstance(target, str) and not target.startswith(IN_BUNDLE):
                annotation.A = Dictionary(S=Name.URI, URI=String(target))
            else:
                yield len(kept), target.removeprefix(IN_BUNDLE) if isinstance(target, str) else target
            kept.append(annotation)
        page.Annots = Array(kept)

    def _target(self, annotation: Object) -> str | Goal | None:
        """Return the address or place to which a link leads; `None` where it leads nowhere."""
        action = annotation.get("/A", Dictionary())
        if str(action.get("/S")) == "/URI":
            address = str(action.URI)
            return address if address.lower().startswith(_SCHEMES) else None
        return self.place_of(action.get("/D") if "/D" in action else annotation.get("/Dest"))

    def place_of(self, place: Object | None) -> Goal | None:
        """Return the page, from 0, to which a destination leads, and how it is shown; `None` where none is meant."""
        if isinstance(place, Name | String):
            place = self._named.get(str(place))
        if isinstance(place, Dictionary):
            place = place.get("/D")
        if not isinstance(place, Array) or not len(place):
            return None
        page = self._numbers.get(place[0].objgen) if isinstance(place[0], Dictionary) else None
        if page is None:
            return None
        shown = (one for one in list(place)[1:6] if not isinstance(one, Array | Dictionary | String))
        return page, [Name(str(one)) if isinstance(one, Name) else one for one in shown]

    @cached_property
    def _numbers(self) -> Mapping[tuple[int, int], int]:
        return {page.obj.objgen: number for number, page in enumerate(self.pdf.pages)}

    @cached_property
    def _named(self) -> Mapping[str, Object]:
        root = self.pdf.Root
        found = {}
        if isinstance(dests := root.get("/Dests"), Dictionary):
            found = dict(dests.items())
        names = root.get("/Names")
        if isinstance(names, Dictionary) and isinstance(names.get("/Dests"), Dictionary):
            found |= dict(NameTree(names.Dests).items())
        return found


def with_own_attributes(page: Object) -> None:
    """Give a page what it has from those above it."""
    for key in _INHERITED:
        above, steps = page.get("/Parent"), 0
        while key not in page and isinstance(above, Dictionary) and steps < _DEEPEST:
            if key in above:
                page[key] = above[key]
            above, steps = above.get("/Parent"), steps + 1
    if "/MediaBox" not in page:
        page.MediaBox = Page(page).mediabox


def led_in(page: Object) -> Iterator[Led]:
    """Give the links of a page that lead into the bundle, each with the key of where."""
    for annotation in page.get("/Annots", ()):
        action = annotation.get("/A")
        address = str(action.get("/URI", "")) if isinstance(action, Dictionary) else ""
        if address.startswith(IN_BUNDLE):
            yield annotation, address.removeprefix(IN_BUNDLE)


Entry = tuple[str, int, Sequence["Entry"]]
"""A line of an outline: its words, the page from 0, and the lines below it."""


def outline_of(source: Source, pdf: Pdf, most: int = 2_000) -> tuple[Entry, ...]:
    """Return the outline of a file of ours; an entry without a page has that of the one before it."""

    def entries(item: Object | None, page: int, depth: int) -> Iterator[Entry]:
        count = 0
        while isinstance(item, Dictionary) and depth < _DEEPEST and count < most:
            action = item.get("/A")
            place = source.place_of(action.get("/D") if isinstance(action, Dictionary) else item.get("/Dest"))
            page = place[0] if place else page
            yield str(item.get("/Title", "")), page, tuple(entries(item.get("/First"), page, depth + 1))
            item, count = item.get("/Next"), count + 1

    root = pdf.Root.get("/Outlines")
    return tuple(entries(root.get("/First"), 0, 0)) if isinstance(root, Dictionary) else ()

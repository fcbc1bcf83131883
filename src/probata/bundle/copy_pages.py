"""Copying pages from one PDF into another with what is seen of them, and with links that still lead somewhere.

Of a page its content, boxes and turn are taken, and of its annotations what is seen and where links lead. Actions,
scripts, forms, attachments and what programs keep beside a page stay behind: nothing in a bundle does anything.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, Final

from pikepdf import Array, Dictionary, Name, NameTree, Object, Page, Pdf, String

from probata.document.anchors import IN_BUNDLE

_INHERITED: Final = ("/Resources", "/MediaBox", "/CropBox", "/Rotate")
_TAKEN: Final = frozenset({"/Type", "/Contents", "/Annots", "/Group", "/UserUnit", *_INHERITED})
_SEEN: Final = frozenset({
    "/Link", "/Text", "/FreeText", "/Line", "/Square", "/Circle", "/Polygon", "/PolyLine", "/Highlight", "/Underline",
    "/Squiggly", "/StrikeOut", "/Stamp", "/Caret", "/Ink", "/Widget", "/Redact", "/Watermark",
})  # fmt: skip
"""Annotations that are seen on the page. Of pop-ups, films, sounds and attached files nothing stays."""
_UNSEEN: Final = ("/A", "/AA", "/PA", "/Parent", "/Popup", "/IRT", "/StructParent", "/P", "/Dest", "/MK", "/Kids")
_SCHEMES: Final = ("http://", "https://", "mailto:")
_DEEPEST = 50
_MOST = 5_000
"""Annotations of one page; the rest of a page with more stays behind."""

Shown = list[Any]
"""How a page is shown, as a destination has it: `/XYZ` with its three numbers."""
Goal = tuple[int, Shown]
"""The page to which a link leads, from 0, and how it is shown."""
Led = tuple[Object, str]
"""A link of ours, as it stands in the file, and the key of where it leads."""


class Source:
    """A file out of which pages are copied."""

    def __init__(self, pdf: Pdf, *, is_ours: bool) -> None:
        """Take an open file; `is_ours` where its links may lead into the bundle."""
        self._pdf = pdf
        self._is_ours = is_ours
        self.pages = pdf.pages

    def copy(self, into: Pdf, parent: Object, first: int, count: int) -> tuple[list[Object], list[Led]]:
        """Copy pages, and return them with the links among them that lead into the bundle.

        A link within the copied pages leads to the copy; one to a page that was not copied is gone.
        """
        copied: list[Object] = []
        inner: list[tuple[Object, int, Shown]] = []
        led: list[Led] = []
        for place in range(first, first + count):
            page = self._pdf.pages[place].obj
            links = list(self._links(page)) if "/Annots" in page else []
            _strip(page)
            made = into.copy_foreign(page)
            made.Parent = parent
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
        return copied, led

    def _links(self, page: Object) -> Iterator[tuple[int, str | Goal]]:
        """Leave of the annotations of a page what is seen; give the place of each link that leads somewhere."""
        kept: list[Object] = []
        held = page.Annots
        for annotation in list(held)[:_MOST] if isinstance(held, Array) else ():
            if not isinstance(annotation, Dictionary) or str(annotation.get("/Subtype")) not in _SEEN:
                continue
            target = self._target(annotation) if annotation.Subtype == Name.Link else None
            if annotation.Subtype == Name.Link and target is None:
                continue
            address = target if isinstance(target, str) else ""
            for key in _UNSEEN:
                if key in annotation:
                    del annotation[key]
            if address and not address.startswith(IN_BUNDLE):
                annotation.A = Dictionary(S=Name.URI, URI=String(address))
            elif target is not None:
                yield len(kept), address.removeprefix(IN_BUNDLE) if isinstance(target, str) else target
            kept.append(annotation)
        page.Annots = Array(kept)

    def _target(self, annotation: Object) -> str | Goal | None:
        """Return the address or place to which a link leads; `None` where it leads nowhere that is safe."""
        action = annotation.get("/A")
        action = action if isinstance(action, Dictionary) else Dictionary()
        kind = str(action.get("/S"))
        if kind == "/URI":
            address = str(action.get("/URI", ""))
            is_own = address.startswith(IN_BUNDLE)
            return address if address.lower().startswith(_SCHEMES) and (self._is_ours or not is_own) else None
        place = action.get("/D") if kind == "/GoTo" else annotation.get("/Dest")
        return self.place_of(place)

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
        return {page.obj.objgen: number for number, page in enumerate(self._pdf.pages)}

    @cached_property
    def _named(self) -> Mapping[str, Object]:
        root = self._pdf.Root
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


def _strip(page: Object) -> None:
    with_own_attributes(page)
    for key in [key for key in page.keys() if key not in _TAKEN]:  # noqa: SIM118  # not a mapping
        del page[key]


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

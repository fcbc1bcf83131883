"""The structure tree of a tagged PDF with the text of its elements (ISO 32000-1, 14.7 and 14.8)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from io import BytesIO

import pikepdf

RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc][\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc ]*")
REVERSED = "/ReversedChars"
"""Marks text that stands in the file from its end to its beginning; it is part of what surrounds it."""
SEEN = 3.0
"""Points; a link that is lower than this cannot be clicked."""
MAPPED = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]*)>")

Place = tuple[int, float]
"""A page, counted from 0, and the distance from its top in points."""
Content = tuple[int, str]
"""A page and the text of a piece of marked content on it."""


@dataclass(slots=True, eq=False)
class Node:
    """An element of the tree, or a run of text, whose tag is empty."""

    tag: str
    text: str = ""
    page: int = -1
    """Where a run of text stands."""
    alternative: str = ""
    leads_to: Place | None = None
    """Of a link inside the file, that can be seen."""
    children: list[Node] = field(default_factory=list)

    def texts(self) -> Iterator[str]:
        """Give the runs of text in order."""
        if not self.tag:
            yield self.text
        for child in self.children:
            yield from child.texts()

    def pages(self) -> Iterator[int]:
        """Give the pages of the runs of text in order."""
        if not self.tag and self.text.strip():
            yield self.page
        for child in self.children:
            yield from child.pages()

    def walk(self) -> Iterator[Node]:
        """Give this element and all below, one before what it holds."""
        yield self
        for child in self.children:
            yield from child.walk()

    def find(self, tag: str) -> Iterator[Node]:
        """Give the nearest elements below that have a tag."""
        for child in self.children:
            if child.tag == tag:
                yield child
            else:
                yield from child.find(tag)


@lru_cache(maxsize=40)
def structure_of(data: bytes) -> Node:
    """Return the root of the tree of a file; many tests read the same one."""
    with pikepdf.open(BytesIO(data)) as pdf:
        return structure(pdf)


def structure(pdf: pikepdf.Pdf) -> Node:
    """Return the root of the tree."""
    return Node("StructTreeRoot", children=list(_Tree.of(pdf).kids(pdf.Root.StructTreeRoot)))


@dataclass(frozen=True, slots=True)
class _Tree:
    contents: dict[tuple[tuple[int, int], int], Content]
    """Pieces of marked content, by page and number."""
    places: Places

    @classmethod
    def of(cls, pdf: pikepdf.Pdf) -> _Tree:
        found: dict[tuple[tuple[int, int], int], Content] = {}
        for place, page in enumerate(pdf.pages):
            texts = _marked_texts(page).items()
            found.update({(page.obj.objgen, number): (place, text) for number, text in texts})
        return cls(found, Places.of(pdf))

    def kids(self, element: pikepdf.Object) -> Iterator[Node]:
        for kid in element.get("/K", pikepdf.Array()).as_list():
            if not isinstance(kid, pikepdf.Dictionary):
                yield self._run(element.Pg, int(kid))
            elif kid.get("/Type") == "/MCR":
                yield self._run((kid if "/Pg" in kid else element).Pg, int(kid.MCID))
            elif kid.get("/Type") == "/StructElem":
                yield Node(
                    str(kid.S).lstrip("/"),
                    alternative=str(kid.get("/Alt", "")),
                    leads_to=self._leads_to(kid),
                    children=list(self.kids(kid)),
                )

    def _run(self, page: pikepdf.Object, number: int) -> Node:
        place, text = self.contents.get((page.objgen, number), (-1, ""))
        return Node("", text, place)

    def _leads_to(self, element: pikepdf.Object) -> Place | None:
        for kid in element.get("/K", pikepdf.Array()).as_list():
            if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR" and "/Dest" in kid.Obj:
                _, bottom, _, top = (float(side) for side in kid.Obj.Rect.as_list())
                if abs(top - bottom) > SEEN:
                    return self.places.of_destination(kid.Obj.Dest)
        return None


@dataclass(frozen=True, slots=True)
class Places:
    """Where the destinations of a file are: those that have a name, and those that are told by page and height."""

    pages: dict[tuple[int, int], int]
    heights: list[float]
    names: dict[str, pikepdf.Object]

    @classmethod
    def of(cls, pdf: pikepdf.Pdf) -> Places:
        """Read the names and pages of a file."""
        flat = list(pdf.Root.Names.Dests.Names.as_list()) if "/Names" in pdf.Root and "/Dests" in pdf.Root.Names else []
        pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        heights = [float(page.mediabox[3]) for page in pdf.pages]
        return cls(pages, heights, dict(zip(map(str, flat[::2]), flat[1::2], strict=True)))

    def of_destination(self, destination: pikepdf.Object) -> Place:
        """Return the place; `KeyError` for a name or a page that the file lacks."""
        told = self.names[str(destination)] if isinstance(destination, pikepdf.String) else destination
        page, _, _, bottom, *_ = (told.D if isinstance(told, pikepdf.Dictionary) else told).as_list()
        number = self.pages[page.objgen]
        return number, self.heights[number] - float(bottom)


def _marked_texts(page: pikepdf.Page) -> dict[int, str]:
    """Read what the page shows inside each numbered piece of marked content.

    What a piece says of its own text (`ActualText`) stands instead of its glyphs, such as of a hyphen at a line's end.
    """
    fonts = {str(name): _to_unicode(font) for name, font in page.resources.Font.items()}
    shown: dict[int, list[str]] = {}
    inside, font = [-1], dict[bytes, str]()
    for instruction in pikepdf.parse_content_stream(page, "BMC BDC EMC Tf Tj TJ"):
        assert isinstance(instruction, pikepdf.ContentStreamInstruction)
        operands, operator = instruction.operands, str(instruction.operator)
        match operator:
            case "BMC":
                inside.append(inside[-1] if str(operands[0]) == REVERSED else -1)
            case "BDC":
                said = operands[1].get("/ActualText")
                shown.setdefault(inside[-1], []).append(str(said or ""))
                inside.append(-1 if said is not None else int(operands[1].get("/MCID", inside[-1])))
            case "EMC":
                inside.pop()
            case "Tf":
                font = fonts[str(operands[0])]
            case _:
                pieces = operands[0].as_list() if operator == "TJ" else [operands[0]]
                strings = (bytes(piece) for piece in pieces if isinstance(piece, pikepdf.String))
                shown.setdefault(inside[-1], []).extend(_decoded(string, font) for string in strings)
    return {number: _logical("".join(pieces)) for number, pieces in shown.items()}


def _decoded(string: bytes, font: dict[bytes, str]) -> str:
    signs = (font[string[place : place + 2]] for place in range(0, len(string), 2))
    # One that stands for several letters has them in reading order.
    return "".join(sign[::-1] if RIGHT_TO_LEFT.fullmatch(sign) else sign for sign in signs)


def _to_unicode(font: pikepdf.Object) -> dict[bytes, str]:
    """Read which text each two-byte code stands for; the writer lists them one by one."""
    table = font.ToUnicode.read_bytes()
    found: dict[bytes, str] = {}
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        for code, text in MAPPED.findall(block):
            found[bytes.fromhex(code.decode())] = bytes.fromhex(text.decode()).decode("utf-16-be")
    return found


def _logical(text: str) -> str:
    """Put letters that run from right to left, which a PDF holds as they stand on the line, in reading order."""
    return RIGHT_TO_LEFT.sub(lambda match: match[0][::-1], text)

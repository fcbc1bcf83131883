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
MAPPED = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]*)>")

Texts = dict[tuple[tuple[int, int], int], str]
"""Text of each piece of marked content, by page and number."""


@dataclass(slots=True, eq=False)
class Node:
    """An element of the tree, or a run of text, whose tag is empty."""

    tag: str
    text: str = ""
    alternative: str = ""
    children: list[Node] = field(default_factory=list)

    def texts(self) -> Iterator[str]:
        """Give the runs of text in order."""
        if not self.tag:
            yield self.text
        for child in self.children:
            yield from child.texts()

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
    texts: Texts = {}
    for page in pdf.pages:
        texts.update({(page.obj.objgen, number): text for number, text in _marked_texts(page).items()})
    root = Node("StructTreeRoot")
    root.children = list(_kids(pdf.Root.StructTreeRoot, texts))
    return root


def _kids(element: pikepdf.Object, texts: Texts) -> Iterator[Node]:
    for kid in element.get("/K", pikepdf.Array()).as_list():
        if not isinstance(kid, pikepdf.Dictionary):
            yield Node("", texts.get((element.Pg.objgen, int(kid)), ""))
        elif kid.get("/Type") == "/MCR":
            yield Node("", texts.get(((kid if "/Pg" in kid else element).Pg.objgen, int(kid.MCID)), ""))
        elif kid.get("/Type") == "/StructElem":
            yield Node(str(kid.S).lstrip("/"), alternative=str(kid.get("/Alt", "")), children=list(_kids(kid, texts)))


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
    return "".join(font[string[place : place + 2]] for place in range(0, len(string), 2))


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

"""What stands in a Word template and in no document made from it: told, so that nothing is lost without a word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from probata.compose.word_template.page_sections import other_pages
from probata.compose.word_template.read_blocks import Block, Place, WordParagraph, WordTable
from probata.compose.word_template.vocabulary import vocabulary
from probata.diagnostics import Severity
from probata.word import WordFile
from probata.word.addresses import address_of
from probata.word.comments import read_comments
from probata.word.elements import Element, P, w
from probata.word.piece import plain
from probata.word.pieces import pieces
from probata.word.symbols import UNKNOWN, sign_of

_MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath"
_CHUNK = w("altChunk")
_OF_PAGES = frozenset({"PAGE", "NUMPAGES"})
_SCHEMES = ("http://", "https://", "mailto:")


@dataclass(frozen=True, slots=True)
class LeftOut:
    """One thing, or one sort of thing in one paragraph."""

    message: str
    help: str
    place: Place
    severity: Severity = Severity.ERROR


def left_out(file: WordFile, blocks: Iterable[Block], links: dict[str, str]) -> Iterator[LeftOut]:
    """Give what is left out, in the order of the file; then pages, comments, and what headers and footers say."""
    places: dict[Element, Place] = {}
    for block in blocks:
        if isinstance(block, WordParagraph) and block.element is not None:
            places[block.element] = block.place
        if isinstance(block, WordParagraph):
            yield from _of_paragraph(block, links)
        elif isinstance(block, WordTable):
            for paragraph in (p for row in block.rows for cell in row for p in cell):
                yield from _of_paragraph(paragraph, links)
    whole = Place(0)
    yield from _of_pages(file, places, whole)
    if any(True for _ in file.body.iter(_CHUNK)):
        yield LeftOut(
            "a part of it is another file put in whole", "open it in Word and save it again as `template.docx`", whole
        )
    if comments := len(read_comments(file)):
        what = "one comment, which is" if comments == 1 else f"{comments} comments, which are"
        yield LeftOut(
            f"it has {what} not printed",
            "to leave a remark that needs no finding, write `[remark: …]`",
            whole,
            Severity.INFO,
        )
    if any(_says_something(file.root(part)) for part in file.furniture()):
        yield LeftOut(
            "its header or footer is not printed",
            "put it into the letterhead or into `reference.docx`",
            whole,
            Severity.INFO,
        )


def _of_paragraph(paragraph: WordParagraph, links: dict[str, str]) -> Iterator[LeftOut]:
    found = paragraph.pieces
    element = paragraph.element
    if any(piece.kind == "picture" for piece in found):
        yield LeftOut(
            "a picture, drawing or text box is not printed",
            "write its words here, and file a picture as an exhibit",
            paragraph.place,
        )
    if element is not None and element.find(f".//{_MATHS}") is not None:
        yield LeftOut("a formula is not printed", "write it as text", paragraph.place)
    for piece in found:
        if piece.kind == "field":
            yield LeftOut(f"a field of Word (`{piece.key.split(' ')[0]}`) is printed as it stands, `{piece.text}`",
                          "type the words, or use a bracket such as `[date]` or `[number: …]`", paragraph.place,
                          Severity.WARNING)  # fmt: skip
    yield from _signs(paragraph)
    yield from _marks(paragraph)
    for address in dict.fromkeys(address_of(piece.link, links) for piece in found if piece.link):
        if not address.startswith(_SCHEMES):
            yield LeftOut("a link that leads to no web or mail address is printed as its words", "take the link away",
                          paragraph.place, Severity.WARNING)  # fmt: skip


def _of_pages(file: WordFile, places: dict[Element, Place], whole: Place) -> Iterator[LeftOut]:
    for paragraph, how in other_pages(file.body):
        place = whole if paragraph is None else places.get(paragraph, whole)
        which = "its last section" if paragraph is None else "the section that ends here"
        yield LeftOut(f"{which} is laid out {how}, and is printed on pages like all others",
                      "leave it so, or set pages and margins for the whole under `layout` in `forum.yaml`", place,
                      Severity.INFO)  # fmt: skip


def _signs(paragraph: WordParagraph) -> Iterator[LeftOut]:
    """Give the fonts of signs for which no character is known."""
    found = () if paragraph.element is None else paragraph.element.iter(w("sym"))
    for font in dict.fromkeys(one.get(w("font"), "") for one in found if sign_of(one) is None):
        named = f"of the font `{font}` " if font else ""
        yield LeftOut(f"a sign {named}is no letter of other fonts, and is printed as `{UNKNOWN}`",
                      "type the sign itself, or words for it", paragraph.place)  # fmt: skip


def _marks(paragraph: WordParagraph) -> Iterator[LeftOut]:
    """Give the looks that no document keeps; Word underlines links by itself."""
    known = vocabulary().marks
    shown = [piece for piece in paragraph.pieces if piece.text.strip()]
    marks = (mark for piece in shown for mark in sorted(piece.marks & known.keys()) if not (mark == "u" and piece.link))
    for said, must_fix in dict.fromkeys((known[mark]["said"], known[mark].get("must_fix", False)) for mark in marks):
        help = "take the words out, or the mark" if must_fix else "use bold or italics, or leave it so"
        severity = Severity.ERROR if must_fix else Severity.WARNING
        yield LeftOut(f"words that are {said} here are printed without that", help, paragraph.place, severity)


def _says_something(root: Element) -> bool:
    """Tell whether a header or footer has words; a line with the number of the page is in every document anyway."""
    lines = (pieces(p) for p in root.iter(P))
    return any(
        plain([one for one in line if one.kind == "text"]).strip()
        for line in lines
        if not any(one.kind == "field" and one.key.split(" ")[0] in _OF_PAGES for one in line)
    )

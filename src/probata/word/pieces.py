"""What a paragraph of Word says: its characters, and one mark for each thing in it that is none.

Text may stand inside content controls, links, tracked changes and fields (ISO/IEC 29500-1, 17.3 and 17.5.2). All of it
is read here, in the order in which a reader meets it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, Literal

from probata.word.elements import R_ID, R_PROPERTIES, Element, w
from probata.word.piece import MARK, STRUCK, Piece, joined, look_of, plain, saying

# Signs that Word names by a font and a place in it (`w:sym`), as characters of Unicode.
# Symbol is as PostScript has it (ISO 32000-1, annex D.5), Wingdings only where there is a sign that other fonts have
# too: arrows that Word makes of `-->`, ticks, boxes, bullets.

UNKNOWN: Final = "\N{REPLACEMENT CHARACTER}"
_PRIVATE: Final = range(0xF000, 0xF100)
"""Where Word puts the 256 places of such a font."""

_SYMBOL: Final = (
    (0x20, " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"),
    (0x61, "αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"),
    (0xA0, "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…"),
    (0xC0, "ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑"),
    (0xF1, "〉∫"),
)
_WINGDINGS: Final = (
    (0x4A, "☺"), (0x4C, "☹"), (0x6C, "●"), (0x6E, "■"), (0x6F, "□"), (0xA7, "▪"), (0xA8, "□"), (0xDF, "←"),
    (0xE0, "→"), (0xE7, "⇐"), (0xE8, "⇒"), (0xF3, "⇔"), (0xFB, "✗"), (0xFC, "✓"), (0xFD, "☒"), (0xFE, "☑"),
)  # fmt: skip
_FONTS: Final = {
    name: {begins + at: sign for begins, signs in table for at, sign in enumerate(signs)}
    for name, table in (("symbol", _SYMBOL), ("wingdings", _WINGDINGS))
}


def sign_of(element: Element) -> str | None:
    """Return the character that a `w:sym` is; `None` where no character of Unicode is known for it.

    A sign of a font with an alphabet of its own, outside the places of such fonts, is the character of its number.
    """
    written = element.get(w("char"), "")
    try:
        place = int(written, 16) if len(written) <= 6 else -1
    except ValueError:
        return None
    font = element.get(w("font"), "").strip().casefold()
    if place in _PRIVATE:
        return _FONTS.get(font, {}).get(place & 0xFF)
    is_text = 0x20 <= place <= 0x10FFFF and not 0xD800 <= place <= 0xDFFF and not 0xE000 <= place <= 0xF8FF
    return chr(place) if is_text else None


# The fields of a paragraph that have begun and not ended, one inside the other (ISO/IEC 29500-1, 17.16.18).

_ADDRESS: Final = re.compile(r'\s*HYPERLINK\s+"([^"]+)"(?:\s+\\l\s+"([^"]+)")?', re.IGNORECASE)
_TEXT_FIELDS: Final = frozenset({"HYPERLINK", "TOC", "TOA"})
"""Fields whose result is text that somebody wrote: an address behind words, contents, a table."""
_HIDDEN_FIELDS: Final = frozenset({"TA", "XE", "TC"})
"""Fields that show nothing where they stand."""
DEEPEST: Final = 40
"""Fields kept inside one another: Word makes 20, and each takes all that is in it along when it ends."""


@dataclass(slots=True)
class _Field:
    instruction: str = ""
    shows: bool = False
    """Whether its result has begun."""
    result: list[Piece] = field(default_factory=list)


@dataclass(slots=True)
class OpenFields:
    """Takes what stands in fields, and gives what is read of a field when it ends."""

    open: list[_Field] = field(default_factory=list)
    deeper: int = 0
    """Fields that are open inside the deepest that is kept: what they show is read as a part of that."""

    def begin(self, instruction: str = "", *, shows: bool = False) -> None:
        """Open a field; `shows` where its result begins at once."""
        if len(self.open) < DEEPEST:
            self.open.append(_Field(instruction, shows))
        else:
            self.deeper += 1

    def instruct(self, text: str) -> None:
        """Add to the instruction of the innermost field, if any is open."""
        if self.open and not self.deeper:
            self.open[-1].instruction += text

    def separate(self) -> None:
        """Let the result of the innermost field begin, if any is open."""
        if self.open and not self.deeper:
            self.open[-1].shows = True

    def take(self, piece: Piece) -> bool:
        """Tell whether a piece stands in a field, which keeps it where its result has begun."""
        if not self.open:
            return False
        if self.open[-1].shows:
            self.open[-1].result.append(piece)
        return True

    def close(self, *, as_text: bool = False) -> list[Piece]:
        """Close the innermost field, if any is open, and return what is read of it; `as_text` gives its result."""
        if self.deeper:
            self.deeper -= 1
            return []
        closed = self.open.pop() if self.open else _Field()
        code = closed.instruction.split()[0].upper() if closed.instruction.split() else ""
        if code in _HIDDEN_FIELDS:
            return []
        if as_text or code in _TEXT_FIELDS or not code:
            address = _ADDRESS.match(closed.instruction)
            return [replace(one, link=placed(address[1], address[2])) if address else one for one in closed.result]
        text = plain([piece for piece in closed.result if piece.kind in ("text", "field")])
        marks = frozenset.intersection(STRUCK, *(piece.marks for piece in closed.result))
        kept = marks if closed.result else frozenset()
        return [Piece(text, "field", " ".join(closed.instruction.split()), marks=kept)]


def placed(address: str, place: str | None) -> str:
    """Return an address with the place in what is there."""
    return f"{address}#{place}" if place else address


# What has been read of a paragraph so far, with the fields, the bookmark and the link that are open.

_PLAIN: Final = Piece("")


@dataclass(slots=True)
class Gathered:
    """Fields are kept open until they end, one inside the other."""

    passed_over: frozenset[str]
    """Names of elements that the reading leaves out."""

    found: list[Piece] = field(default_factory=list)
    fields: OpenFields = field(default_factory=OpenFields)
    bookmark: str = ""
    """Our bookmark round the mark of the next note."""

    has_notes: bool = False
    """Whether the mark of a note was read."""

    styles_of_marks: set[str] = field(default_factory=set)
    """Ids of the character styles of the marks of notes."""

    plain: Piece = _PLAIN
    """The look of a run without properties: none, but the address of the link in which it stands."""

    def put(self, piece: Piece) -> None:
        """Add a piece, to the innermost field where one is open."""
        if not (self.fields.open and self.fields.take(piece)):
            self.found.append(piece)

    def close(self, *, as_text: bool = False) -> None:
        """Close the innermost field and add what is read of it."""
        for piece in self.fields.close(as_text=as_text):
            self.put(piece)

    def end(self) -> None:
        """Close fields that run on into the next paragraph; what they show here is text."""
        while self.fields.open:
            self.close(as_text=True)

    def note(self, key: str, look: Piece) -> None:
        """Add the mark of a note, with the bookmark round it."""
        name, self.bookmark = self.bookmark, ""
        self.has_notes = True
        self.styles_of_marks |= {look.style} - {""}
        self.put(Piece("", "note", key, anchor=name, marks=look.marks & STRUCK))


# What stands in a run of Word beside plain text: characters that are elements, marks, pictures, turns of fields.

ALTERNATE: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"

_TYPE: Final = w("type")
_ID: Final = w("id")
_TEXT: Final = w("t")
_TURN: Final = w("fldCharType")
_CHARACTERS: Final = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "‑", "softHyphen": ""}
_SIGNS: Final = {w(name): sign for name, sign in _CHARACTERS.items()}

Reader = Callable[[Gathered, Element, Piece], None]
"""Adds what an element of a run says, in the look of the run."""


def signs(element: Element, name: str) -> str:
    """Return the text of all elements of a name in an element, in a row."""
    return "".join(one.text or "" for one in element.iter(name))


def _text(gathered: Gathered, text: Element, look: Piece) -> None:
    gathered.put(saying(look, (text.text or "").replace(MARK, "")))  # what most of a file is, without a further call


def _character(gathered: Gathered, sign: Element, look: Piece) -> None:
    """Add a character. A break of the page is none: LibreOffice writes one where a style has it."""
    if sign.get(_TYPE, "textWrapping") == "textWrapping":
        gathered.put(saying(look, _SIGNS[str(sign.tag)]))


def _symbol(gathered: Gathered, symbol: Element, look: Piece) -> None:
    gathered.put(saying(look, sign_of(symbol) or UNKNOWN))


def _footnote(gathered: Gathered, mark: Element, look: Piece) -> None:
    gathered.note(f"footnote {mark.get(_ID, '')}", look)


def _endnote(gathered: Gathered, mark: Element, look: Piece) -> None:
    gathered.note(f"endnote {mark.get(_ID, '')}", look)


def _picture(gathered: Gathered, picture: Element, look: Piece) -> None:
    """Add a picture with the words of a text box; of several forms of one, the first counts."""
    forms = list(picture)[:1] if picture.tag == ALTERNATE else (picture,)
    words = "".join(signs(one, _TEXT) for one in forms)
    gathered.put(Piece(words, "picture", marks=look.marks & STRUCK))


def _turn(gathered: Gathered, turn: Element) -> None:
    match turn.get(_TURN):
        case "begin":
            gathered.fields.begin()
        case "separate":
            gathered.fields.separate()
        case "end":
            gathered.close()


def _instruction(gathered: Gathered, text: Element) -> None:
    gathered.fields.instruct(text.text or "")


IN_RUN: Final[dict[str, Reader]] = {
    **dict.fromkeys((w("t"), w("delText")), _text),
    **dict.fromkeys(_SIGNS, _character),
    **dict.fromkeys((w("drawing"), w("pict"), w("object"), ALTERNATE), _picture),
    w("sym"): _symbol,
    w("footnoteReference"): _footnote,
    w("endnoteReference"): _endnote,
}
"""How each element of a run is read that has the look of the run; what is not among them says nothing."""

OF_FIELDS: Final[dict[str, Callable[[Gathered, Element], None]]] = {
    **dict.fromkeys((w("instrText"), w("delInstrText")), _instruction),
    w("fldChar"): _turn,
}
"""How each element of a run is read that is a part of a field."""


# What stands between the marks of two notes in Word: a comma and a space, raised as the marks are, and no words.

_NO_BREAK_SPACE: Final = "\u00a0"
_RAISED: Final = "superscript"


def with_marks_parted(found: Sequence[Piece], styles: Collection[str]) -> list[Piece]:
    """Return pieces with a bare no-break space for the comma beside a mark; `styles` are those of the marks.

    So it is read as a file of ours was always read, and whoever takes a note out need not take the comma out, too. A
    comma on the line, and words that are raised, stay.
    """
    around = zip(("", *(one.kind for one in found)), found, (*(one.kind for one in found[1:]), ""), strict=False)
    return [
        saying(one, _NO_BREAK_SPACE) if "note" in (before, after) and _parts(one, styles) else one
        for before, one, after in around
    ]


def _parts(one: Piece, styles: Collection[str]) -> bool:
    is_raised = one.style in styles or _RAISED in one.marks
    return one.kind == "text" and is_raised and "," in one.text and not one.text.strip(f", {_NO_BREAK_SPACE}")


NOTE_BOOKMARK: Final = "_Note_"
"""Begins the name of the bookmark that we put round the mark of a note."""

Reading = Literal["accepted", "rejected"]
"""How tracked changes are read: as if all of them were accepted, or rejected."""

_MATHS: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_RUN: Final = w("r")
_RUBY: Final = w("ruby")
_NAME: Final = w("name")
_ANCHOR: Final = w("anchor")
_INSTRUCTION: Final = w("instr")
_LEFT_OUT: Final[Mapping[Reading, frozenset[str]]] = {
    "accepted": frozenset({w("del"), w("moveFrom")}), "rejected": frozenset({w("ins"), w("moveTo")})
}  # fmt: skip
_ENTERED: Final = (
    "ins", "del", "moveFrom", "moveTo", "smartTag", "customXml", "dir", "bdo", "ruby", "rubyBase", "sdt", "sdtContent",
)  # fmt: skip


def pieces(
    paragraph: Element, reading: Reading = "accepted", *, exact: bool = False, raised: Collection[str] = ()
) -> list[Piece]:
    """Return what a paragraph says. Neighbours of one look are one piece; empty text is none.

    With `exact`, what differs in `marks` or `link` stays apart; without, such pieces are one, and have those of its
    first. `raised` are the styles that raise words as the marks of notes are: LibreOffice gives words beside a mark
    another style than the mark's.
    """
    gathered = Gathered(_LEFT_OUT[reading])
    _each(gathered, paragraph)
    gathered.end()
    found = joined(gathered.found, exact)
    return with_marks_parted(found, gathered.styles_of_marks.union(raised)) if gathered.has_notes else found


def _each(gathered: Gathered, element: Element) -> None:
    """Read the children of the paragraph, or of what stands in it; what has no reader says nothing."""
    for child in element:
        tag = child.tag
        if tag == _RUN:  # what most of a paragraph is
            _run(gathered, child)
        elif (read := _IN_PARAGRAPH.get(tag)) and tag not in gathered.passed_over:
            read(gathered, child)


def _run(gathered: Gathered, run: Element) -> None:
    """Read a run; its look stands before all else in it, and the first that is given counts.

    It is looked at where something is read that has one: a good part of all runs are turns of fields and instructions.
    """
    properties: Element | None = None
    look = gathered.plain
    for child in run:
        tag = child.tag
        if tag == R_PROPERTIES and look is gathered.plain:
            properties = child if properties is None else properties
        elif tag in OF_FIELDS:
            OF_FIELDS[tag](gathered, child)
        elif read := IN_RUN.get(tag):
            if properties is not None and look is gathered.plain:
                look = look_of(properties, gathered.plain.link)
            read(gathered, child, look)
        elif tag == _RUBY:
            _each(gathered, child)


def _first_form(gathered: Gathered, alternate: Element) -> None:
    for child in list(alternate)[:1]:
        _each(gathered, child)


def _bookmark(gathered: Gathered, bookmark: Element) -> None:
    """Remember the bookmark of a note's mark until a bookmark ends; others leave it as it is."""
    name = bookmark.get(_NAME, "")
    gathered.bookmark = name if name.startswith(NOTE_BOOKMARK) else gathered.bookmark if name else ""


def _simple_field(gathered: Gathered, element: Element) -> None:
    gathered.fields.begin(element.get(_INSTRUCTION, ""), shows=True)
    _each(gathered, element)
    gathered.close()


def _link(gathered: Gathered, link: Element) -> None:
    """Read words that lead to an address; those that lead to a place in the document alone are plain."""
    leads, place = link.get(R_ID, ""), link.get(_ANCHOR, "")
    outer = gathered.plain
    gathered.plain = Piece("", link=placed(leads, place)) if leads else outer
    _each(gathered, link)
    gathered.plain = outer


def _formula(gathered: Gathered, formula: Element) -> None:
    gathered.put(Piece(signs(formula, f"{_MATHS}t"), "formula"))


_IN_PARAGRAPH: Final[Mapping[str, Callable[[Gathered, Element], None]]] = {
    **{w(name): _each for name in _ENTERED},
    **dict.fromkeys((w("bookmarkStart"), w("bookmarkEnd")), _bookmark),
    **dict.fromkeys((f"{_MATHS}oMath", f"{_MATHS}oMathPara"), _formula),
    ALTERNATE: _first_form,
    w("fldSimple"): _simple_field,
    w("hyperlink"): _link,
}
"""How each element is read but a run."""

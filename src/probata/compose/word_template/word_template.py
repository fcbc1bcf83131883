"""A `template.docx` from its bytes to template text, with the place in the Word file of each line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from probata.compose.template_sections import BODY, MARK
from probata.compose.word_template.brackets import Char, characters
from probata.compose.word_template.read_blocks import (
    Block,
    BlockReader,
    Place,
    Styles,
    WordParagraph,
    WordTable,
    other_pages,
    paragraphs_of,
)
from probata.compose.word_template.vocabulary import vocabulary
from probata.compose.word_template.write_template import TemplateWriter
from probata.diagnostics import Diagnostic, Severity, Span
from probata.markup.parse import MAX_TEXT
from probata.source.text_file import ILLEGAL, TEMPLATES, read_bytes
from probata.word import WordFile, WordFileError, open_word
from probata.word.comments import read_comments
from probata.word.elements import Element, P, w
from probata.word.piece import plain
from probata.word.pieces import UNKNOWN, pieces, sign_of
from probata.word.reading import address_of, addresses
from probata.word.standing import tracked_changes

# Tracked changes in a template: nobody has decided yet which text is meant.

_PARTS_OF_NOTES = ("footnotes", "endnotes")


def undecided(file: WordFile, blocks: Sequence[Block]) -> tuple[str, str, Place] | None:
    """Return why such a file is no template yet, what to do, and where its first change in a paragraph stands.

    Changes of notes and of rows alone have no place.
    """
    roots: list[Element] = [
        file.document,
        *(root for name in _PARTS_OF_NOTES if (root := file.root_of(name)) is not None),
    ]
    authors = sorted({author for root in roots for author in tracked_changes(root)})
    if not authors:
        return None
    by = ", ".join(author or "somebody" for author in authors)
    changed = (one for block in blocks for one in paragraphs_of(block)
               if one.element is not None and any(True for _ in tracked_changes(one.element)))  # fmt: skip
    first = next((one.place for one in changed), Place(0))
    return (
        f"it has tracked changes (by {by}), and which text is meant is not guessed",
        "accept or reject them in Word (Review, Accept All Changes), and save it again",
        first,
    )


# What stands in a Word template and in no document made from it: told, so that nothing is lost without a word.

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


# Findings on a Word template, with their places as somebody finds them in Word.


def placed(found: Diagnostic, name: str, place: Place) -> Diagnostic:
    """Return a finding with a place in a Word file: in its span, and in words before what it says."""
    if not place.number:
        return replace(found, span=Span(name))
    under = f"under the heading “{place.heading}”, " if place.heading and place.heading != place.text else ""
    where = f"in the heading “{place.text}”" if place.heading == place.text else f"in the paragraph “{place.text}”"
    where = where if place.text else "in an empty paragraph"
    span = Span(f"{name}#{place.heading}", place.number, 1, place.number, 1)
    return replace(found, span=span, message=f"{under}{where}: {found.message}")


def left_out_of(name: str, one: LeftOut) -> Diagnostic:
    """Return the finding on what stands in a template and in no document."""
    found = Diagnostic("TPL107", "left-out-of-template", one.severity, one.message, Span(name), one.help)
    return placed(found, name, one.place)


def fault(kind: str, message: str, name: str, help: str) -> Diagnostic:
    """Return a finding on what must be mended before anything can be made."""
    return Diagnostic("TPL101", kind, Severity.ERROR, message, Span(name), help)


def unread(name: str, message: str, help: str) -> Diagnostic:
    """Return the finding on a file that cannot be used."""
    return Diagnostic("TPL106", "template-not-read", Severity.ERROR, message, Span(name), help)


LARGEST = 20_000_000
"""Bytes of the file; a template without pictures has a hundredth."""
MOST_PARAGRAPHS = 20_000
_PREAMBLE = (
    '{% import "_base/parts.md.j2" as parts with context %}',
    '{% import "_base/pictures.md.j2" as pictures with context %}',
)
_NOTES = (("footnotes", "footnote"), ("endnotes", "endnote"))


@dataclass(frozen=True, slots=True)
class WordTemplate:
    """What came of a Word template."""

    name: str
    text: str = ""
    places: tuple[Place, ...] = ()
    """Of each line of the text."""
    faults: tuple[Diagnostic, ...] = ()
    """What must be mended before anything can be made from it."""
    findings: tuple[Diagnostic, ...] = ()
    """What stands in it and in no document."""

    def in_word(self, found: Diagnostic) -> Diagnostic:
        """Return a finding on the text with its place in the Word file, as somebody finds it there."""
        if found.span is None or found.span.path != self.name or not self.places:
            return found
        line = min(found.span.line, len(self.places))
        return placed(found, self.name, self.places[line - 1])


def read_word_template(root: Path, path: Path, name: str, above: str, sections: Sequence[str]) -> WordTemplate:
    """Read a Word template below `root`; `above` is the template of the forum above, which has these `sections`.

    Nothing is raised: a file that cannot be used has faults, and no text.
    """
    data = read_bytes(root, path, name, LARGEST, TEMPLATES)
    if isinstance(data, Diagnostic):
        return WordTemplate(name, faults=(unread(name, data.message, data.help),))
    try:
        return _read(open_word(data), name, above, sections)
    except WordFileError as error:
        return WordTemplate(name, faults=(unread(name, f"the file {error.fact}", error.step),))


def _read(file: WordFile, name: str, above: str, sections: Sequence[str]) -> WordTemplate:
    if sum(1 for _ in file.body.iter(P)) > MOST_PARAGRAPHS:
        many = f"it has more than {MOST_PARAGRAPHS:,} paragraphs"
        return WordTemplate(name, faults=(unread(name, many, "divide it, or move parts into records of the case"),))
    styles = Styles(file)
    blocks = list(BlockReader(file, styles).blocks(file.body))
    if tracked := undecided(file, blocks):
        return WordTemplate(name, faults=(placed(unread(name, *tracked[:2]), name, tracked[2]),))
    if place := _illegal(blocks):
        odd = unread(name, "a character stands here that no document can hold", "delete it")
        return WordTemplate(name, faults=(placed(odd, name, place),))
    if sum(len(paragraph.text) for block in blocks for paragraph in paragraphs_of(block)) > MAX_TEXT:
        return WordTemplate(
            name, faults=(unread(name, f"its text is longer than {MAX_TEXT:,} characters", "divide it"),)
        )
    links, names = addresses(file.main), styles.names
    notes = _notes(file, names, links)
    writer = TemplateWriter(sections, lambda p: characters(p.pieces, names, links), lambda key: notes.get(key, []))
    writer.write(blocks)
    text, numbers = _whole(writer.lines.text, writer.lines.numbers, above)
    by_number = {0: Place(0)} | {place.number: place for block in blocks for place in _places(block)}
    found = tuple(left_out_of(name, one) for one in left_out(file, blocks, links))
    wrong = dict.fromkeys(
        placed(fault(one.name, one.message, name, one.help), name, place) for one, place in writer.faults
    )
    return WordTemplate(name, text, tuple(by_number[number] for number in numbers), tuple(wrong), found)


def _whole(lines: list[str], numbers: list[int], above: str) -> tuple[str, list[int]]:
    head = [f'{{% extends "{MARK}{above}" %}}', *_PREAMBLE, f"{{% block {BODY} %}}"] if above else list(_PREAMBLE)
    tail = ["{% endblock %}"] if above else []
    return "\n".join([*head, *lines, *tail, ""]), [*(0 for _ in head), *numbers, *(0 for _ in tail), 0]


def _illegal(blocks: Sequence[Block]) -> Place | None:
    found = (p for block in blocks for p in paragraphs_of(block) if ILLEGAL.search(p.text))
    return next((paragraph.place for paragraph in found), None)


def _places(block: Block) -> list[Place]:
    return [block.place, *(paragraph.place for paragraph in paragraphs_of(block))]


def _notes(file: WordFile, styles: dict[str, str], links: dict[str, str]) -> dict[str, list[list[Char]]]:
    found: dict[str, list[list[Char]]] = {}
    for part, name in _NOTES:
        root = file.root_of(part)
        for note in () if root is None else root.iterchildren(w(name)):
            paragraphs = (pieces(p, exact=True) for p in note.iter(P))
            found[f"{name} {note.get(w('id'), '')}"] = [characters(p, styles, links) for p in paragraphs]
    return found

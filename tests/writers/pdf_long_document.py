"""A long filing of 90 notes, tables and quotations, made by counting: every note has a word of its own."""

from __future__ import annotations

from probata.document.blocks import Block, Cell, Heading, Paragraph, Quote, Role, Row, Table
from probata.document.inlines import Inline, Inlines, Note, Text
from probata.document.look import Look
from probata.document.tree import Document, Meta

NUMBER_OF_NOTES = 90
SENTENCES = (
    "The office decided on the measure at a meeting of its members.",
    "Its minutes record who was present, what was reported to them and what they were asked to approve.",
    "A later review by the same body found the number to be higher than the one that had been published.",
    "No reason was given to the persons concerned.",
    "Whoever held the post received the weekly returns, and those returns named the places and the persons "
    "held there, the date on which each had been brought in and the grounds that were noted for it.",
)


def mark_word(number: int) -> str:
    """Return the word that stands right before the mark of a note."""
    return f"markword{number:03d}x"


def note_word(number: int) -> str:
    """Return the word with which the text of a note begins."""
    return f"noteword{number:03d}x"


def long_document(look: Look) -> Document:
    """Return the document in one layout."""
    meta = Meta("A long filing", look=look, running=("DRAFT",), short_title="Long filing")
    return Document(meta, tuple(block for section in range(9) for block in _section(section)))


def _section(section: int) -> tuple[Block, ...]:
    first = section * 10 + 1
    letter = "ABCDEFGHI"[section]
    heading = Heading(1, (Text(f"Section {letter} of the filing"),), f"s-{letter}", "section", letter)
    before = tuple(_numbered(section * 8 + n, first + n) for n in range(4))
    quotation = Quote((Paragraph(_with_note(first + 4, 2)),), attribution=(Text("A former detainee"),))
    after = tuple(_numbered(section * 8 + n - 1, first + n) for n in range(5, 8))
    table = _table(section, first + 8)
    last = Paragraph(_with_note(first + 9, section % 4 + 1), Role.NUMBERED, level=0, number=str(section * 8 + 8))
    return (heading, *before, quotation, *after, table, last)


def _numbered(place: int, note: int) -> Paragraph:
    return Paragraph(_with_note(note, note * 7 % 5 + 1), Role.NUMBERED, number=str(place + 1))


def _with_note(number: int, length: int) -> Inlines:
    before: list[Inline] = [Text(" ".join(SENTENCES[(number + n) % 5] for n in range(length)) + " ")]
    after = Text(". " + SENTENCES[number * 3 % 5]) if number % 3 else Text(".")
    return (*before, Text(mark_word(number)), _note(number), after)


def _note(number: int) -> Note:
    words = " ".join(SENTENCES[(number * 2 + n) % 5] for n in range(number % 4))
    return Note(f"n{number}", (Paragraph((Text(f"{note_word(number)} {words}".strip()),)),), number)


def _table(section: int, note: int) -> Table:
    def cell(*inlines: Inline) -> Cell:
        return Cell((Paragraph(inlines),))

    rows = tuple(
        Row((cell(Text(f"Month {n + 1}")), cell(Text(SENTENCES[(section + n) % 4])), cell(Text(str(40 + n)))))
        for n in range(5)
    )
    noted = Row((cell(Text("Total")), cell(Text(mark_word(note)), _note(note)), cell(Text("210"))), "total")
    head = Row((cell(Text("Month")), cell(Text("What is said")), cell(Text("Number"))))
    caption = (Text(f"Persons held, section {section + 1}"),)
    return Table((1, 4, 1), (head,), (*rows, noted), caption, f"t-{section}", section + 1)

"""A `template.docx` from its bytes to template text, with the place in the Word file of each line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from probata.compose.template_sections import BODY, MARK
from probata.compose.word_template.characters import Char, characters
from probata.compose.word_template.left_out import left_out
from probata.compose.word_template.read_blocks import Block, BlockReader, Place, paragraphs_of
from probata.compose.word_template.styles import Styles
from probata.compose.word_template.told import fault, left_out_of, placed, unread
from probata.compose.word_template.undecided import undecided
from probata.compose.word_template.write_template import TemplateWriter
from probata.diagnostics import Diagnostic
from probata.markup.limits import MAX_TEXT
from probata.source.text_file import ILLEGAL, TEMPLATES, read_bytes
from probata.word import WordFile, WordFileError, open_word
from probata.word.addresses import addresses
from probata.word.elements import P, w
from probata.word.pieces import pieces

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
    """Put the text into the block that a template is asked for that extends another for its sections alone."""
    head = [f'{{% extends "{MARK}{above}" %}}', *_PREAMBLE, f"{{% block {BODY} %}}"] if above else list(_PREAMBLE)
    tail = ["{% endblock %}"] if above else []
    return "\n".join([*head, *lines, *tail, ""]), [*(0 for _ in head), *numbers, *(0 for _ in tail), 0]


def _illegal(blocks: Sequence[Block]) -> Place | None:
    found = (p for block in blocks for p in paragraphs_of(block) if ILLEGAL.search(p.text))
    return next((paragraph.place for paragraph in found), None)


def _places(block: Block) -> list[Place]:
    return [block.place, *(paragraph.place for paragraph in paragraphs_of(block))]


def _notes(file: WordFile, styles: dict[str, str], links: dict[str, str]) -> dict[str, list[list[Char]]]:
    """Return the paragraphs of each note by the key of its mark."""
    found: dict[str, list[list[Char]]] = {}
    for part, name in _NOTES:
        root = file.root_of(part)
        for note in () if root is None else root.iterchildren(w(name)):
            paragraphs = (pieces(p, exact=True) for p in note.iter(P))
            found[f"{name} {note.get(w('id'), '')}"] = [characters(p, styles, links) for p in paragraphs]
    return found

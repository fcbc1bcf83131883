"""A document of the fictional case as it was made, and what is found in an edited one."""

from __future__ import annotations

from functools import cache

from tests.filings.cases import EXAMPLE, FilingName
from tests.filings.made import made_filing, session, whole_of
from tests.pull.word_edits import WordEdits

from probata.document.printed import printed_lines
from probata.document.tree import Document
from probata.pull.change import Change
from probata.pull.find_changes import Made, find_changes
from probata.pull.note_changes import new_notes
from probata.pull.offers import Offer, offers_of
from probata.pull.take import Taker
from probata.source.change_yaml import Edit, edited
from probata.word import open_word
from probata.word.names import Names, rename
from probata.word.reading import read_text
from probata.word.word_text import WordText
from probata.writers.format import load_format

GHR = FilingName(EXAMPLE, "uk-ghr")
WHOLE = FilingName(EXAMPLE, "uk-ghr-whole")
"""All parts of that filing in one file, so that one edited file may have changes in any of them."""


@cache
def file_of(name: FilingName = WHOLE) -> tuple[Document, bytes]:
    """Return a file of a filing as it goes out, and its tree."""
    if name != WHOLE:
        return made_filing(name).tree, made_filing(name).docx
    tree, options = whole_of(GHR, final=True)
    return tree, load_format("docx").write(tree, options).data


def edits() -> WordEdits:
    """Return the whole filing, to be edited."""
    return WordEdits(file_of()[1])


def read(data: bytes, names: Names | None = None) -> WordText:
    """Read a file with its tracked changes accepted; `names` are what those that count in it stand for."""
    file = open_word(data)
    rename(file, names or {})
    return read_text(file)


@cache
def made(name: FilingName = WHOLE) -> Made:
    """Return a document as it was made."""
    tree, data = file_of(name)
    return Made(read(data), tuple(printed_lines(tree)))


def changes(data: bytes, name: FilingName = WHOLE) -> list[Change]:
    """Return what was changed in a file since it was made."""
    return find_changes(made(name).text, read(data), made(name))


def offers(data: bytes, name: FilingName = WHOLE) -> list[Offer]:
    """Return what was changed, and what can be done with it."""
    graph = session(name.case).graph
    assert graph is not None
    taker = Taker(graph, made(name), name.of, file_of(name)[0].meta.language)
    notes = new_notes(made(name).text, read(data))
    return list(offers_of(changes(data, name), taker, notes, "its template"))


def taken_text(one: Offer) -> str:
    """Return the text of the field as it is after the change was taken."""
    assert one.taken is not None, one.why
    edits = [Edit(found.start, found.end, found.new) for found in one.taken.edits]
    return edited(one.taken.text.scalar.text, edits)

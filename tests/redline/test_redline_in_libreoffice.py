"""LibreOffice, asked to accept or reject all changes, comes to the same two documents."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from tests.each import each
from tests.filings.cases import EXAMPLE, REAL, FilingName
from tests.filings.made import made_filing
from tests.filings.once import made_once
from tests.readers.libreoffice_changes import settle_in_libreoffice, settled
from tests.redline.changed import changed
from tests.writers.docx_file import document_of, paragraph, written
from tests.writers.docx_validity import audit, integrity
from tests.writers.rich_document import rich_document

from probata.document.blocks import Block, Cell, Heading, Row, Table
from probata.document.inlines import Emph, Inline, Strong, Text
from probata.document.tree import Document
from probata.redline import make_redline
from probata.redline.changes import changes_of
from probata.redline.looks import Looks, words_for
from probata.redline.read_shown import read_shown
from probata.redline.verify import View, read_stories
from probata.word import open_word
from probata.word.elements import P, w

T = Table((1, 1), (), tuple(Row((Cell((paragraph(a),)), Cell((paragraph(b),)))) for a, b in ("ab", "cd")))
FIRST, GONE, LAST = paragraph("First."), paragraph("Gone."), paragraph("Last.")
BESIDE: tuple[tuple[tuple[Block, ...], tuple[Block, ...]], ...] = (
    ((FIRST, T, LAST), (FIRST, LAST)),
    ((FIRST, GONE, T, LAST), (FIRST, T, LAST)),
    ((FIRST, GONE, T, LAST), (FIRST, LAST)),
    ((FIRST, T, LAST), (FIRST, paragraph("Come."), T, LAST)),
    ((FIRST, T), (FIRST,)),
    ((FIRST,), (FIRST, GONE, LAST)),
)
"""Paragraphs and tables that stand beside each other, before and after."""


LOOKS: dict[str, Callable[[str], Inline]] = {
    "": Text,
    "in italics": lambda text: Emph((Text(text),)),
    "bold": lambda text: Strong((Text(text),)),
    "both": lambda text: Strong((Emph((Text(text),)),)),
}
TURNS = [(old, new) for old, new in product(LOOKS, LOOKS) if old != new]


def of_looks(place: int) -> Document:
    """Return a document with each turn of a look, in a paragraph and in a cell; the old or the new version."""
    words = [LOOKS[turn[place]](f"word {number} ") for number, turn in enumerate(TURNS)]
    said = [paragraph("It ", word, "was.") for word in words]
    rows = tuple(Row((Cell((one,)), Cell((paragraph("beside"),)))) for one in said)
    return document_of(*said, Table((1, 1), (), rows), LAST)


def looks_of(data: bytes) -> list[str]:
    """Return each word with a number and how it looks beyond its paragraph."""
    file = open_word(data)
    looks, found = Looks(file.root_of("styles")), []
    for one in file.body.iter(P):
        base = looks.of_paragraph(one)
        for run in one.iter(w("r")):
            look = " and ".join(words_for(looks.of_run(run.find(w("rPr")), base)))
            text = "".join(held.text or "" for held in run.iter(w("t")))
            found += [f"{word}: {look}" for word in re.findall(r"word \d+", text)]
    return found


def without_section(document: Document, number: str) -> Document:
    """Return a document without the section below one of its headings, heading and all."""
    headings = [(at, block) for at, block in enumerate(document.blocks) if isinstance(block, Heading)]
    begin, first = next((at, block) for at, block in headings if block.number == number)
    end = next(at for at, block in headings if at > begin and block.level <= first.level)
    return replace(document, blocks=document.blocks[:begin] + document.blocks[end:])


def versions() -> dict[str, tuple[Document, Document]]:
    """Return the pairs of documents that are tried, by name."""
    filing = made_filing(FilingName(EXAMPLE, "uk-ghr")).tree
    return {
        "everything": (rich_document(), changed(rich_document(), 25)),
        "filing": (filing, changed(filing, 40)),
        "went": (filing, without_section(filing, "E.2")),
        "came": (without_section(filing, "E.2"), filing),
        "looks": (of_looks(0), of_looks(1)),
        **{f"beside-{n}": (document_of(*old), document_of(*new)) for n, (old, new) in enumerate(BESIDE)},
    }


@pytest.fixture(scope="module")
def settled_files(shared_folder: Path) -> Path:
    """A folder with every redline and both its versions as LibreOffice settles them, made once for all workers."""
    return made_once(shared_folder, "redlines", _settle_all)


def _settle_all(folder: Path) -> None:
    files: dict[str, tuple[bytes, tuple[str, ...]]] = {}
    for name, (old, new) in versions().items():
        before, after = written(old), written(new)
        files[f"{name}-old"], files[f"{name}-new"] = (before, ("accepted",)), (after, ("accepted",))
        files[f"{name}-redline"] = (make_redline(before, after, "A. Author").data, ("rejected", "accepted"))
    settle_in_libreoffice(files, folder)


def stories(name: str, view: str, folder: Path) -> dict[str, list[str]]:
    """Return the stories of a file as LibreOffice saved it with all changes accepted, or rejected."""
    return read_stories(settled(name, view, folder).read_bytes(), View.ACCEPTED)


def assert_settled(name: str, folder: Path) -> None:
    """Compare what LibreOffice makes of a redline, rejected and accepted, with what it makes of the two versions."""
    # LibreOffice changes something whenever it saves: so the versions go through it, too.
    assert stories(f"{name}-redline", "rejected", folder) == stories(f"{name}-old", "accepted", folder)
    assert stories(f"{name}-redline", "accepted", folder) == stories(f"{name}-new", "accepted", folder)


def test_of_a_document_with_everything(settled_files: Path) -> None:
    assert_settled("everything", settled_files)


def test_of_a_filing_with_forty_changes(settled_files: Path) -> None:
    assert_settled("filing", settled_files)


def test_a_filing_that_was_only_saved_again_has_no_change(settled_files: Path) -> None:
    saved = settled("filing-old", "accepted", settled_files).read_bytes()
    made = make_redline(written(versions()["filing"][0]), saved, "A. Author")
    assert changes_of(read_shown(made.data)) == []
    assert not [one for one in made.remarks if "break of a page" in one]


@each("name", ["went", "came"])
def test_of_a_filing_whose_section_on_an_allegation_came_or_went(name: str, settled_files: Path) -> None:
    """All of the text, and the notes without a reference to another: of those the page in `docs` tells."""
    for view, version in (("rejected", "old"), ("accepted", "new")):
        found, wanted = (
            stories(f"{name}-redline", view, settled_files),
            stories(f"{name}-{version}", "accepted", settled_files),
        )
        assert found["body"] == wanted["body"]
        assert len(found["footnotes"]) == len(wanted["footnotes"])
        both = list(zip(found["footnotes"], wanted["footnotes"], strict=True))
        plain = [(one, other) for one, other in both if "(n\u00a0" not in other]
        assert len(plain) > len(both) / 2
        assert [one for one, _ in plain] == [other for _, other in plain]


def test_of_words_whose_look_alone_changed(settled_files: Path) -> None:
    assert_settled("looks", settled_files)
    for view, place in (("rejected", 0), ("accepted", 1)):
        wanted = [turn[place].replace("both", "bold and in italics") for turn in TURNS]
        expected = [f"word {number}: {look}" for number, look in enumerate(wanted)]
        assert looks_of(settled("looks-redline", view, settled_files).read_bytes()) == expected * 2


def test_no_validator_finds_anything_in_the_redline_of_the_real_case(tmp_path: Path) -> None:
    tree = made_filing(FilingName(REAL, "uk-ghr")).tree
    data = make_redline(written(tree), written(changed(tree, 60)), "A. Author").data
    assert audit(data, tmp_path) == []
    assert integrity(data, tmp_path) == []

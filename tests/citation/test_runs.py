"""How often Pandoc is started, and that what it answered once is not asked again."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from probata.citation import Cited, Library, cite, load_words, pandoc
from probata.document.blocks import Block
from probata.document.tree import Document, Meta

from .cases import LIBRARY, citation, free_note, heading, item, listed, note_texts, paragraph, style

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the program that counts is a shell script")

BLOCKS = (
    paragraph("A", citation("hart")),
    paragraph("B", citation("liu")),
    paragraph("C", citation("hart"), "D", citation("dworkin")),
)
LIST = (listed("hart"), listed("dworkin"), listed("liu"))


@dataclass
class Store:
    """Keeps answers in memory."""

    entries: dict[str, bytes] = field(default_factory=dict)

    def read(self, key: str) -> bytes | None:
        return self.entries.get(key)

    def write(self, key: str, data: bytes) -> None:
        self.entries[key] = data


class Counted:
    """Pandoc itself, behind a script that writes a line each time it is started."""

    def __init__(self, folder: Path) -> None:
        self._lines = folder / "starts"
        self.program = folder / "pandoc"
        self.program.write_text(f'#!/bin/sh\necho start >> "{self._lines}"\nexec "{pandoc.find_program()}" "$@"\n')
        self.program.chmod(0o755)

    @property
    def starts(self) -> int:
        return len(self._lines.read_text().splitlines()) if self._lines.exists() else 0

    def cited(self, *blocks: Block, store: Store | None = None, name: str = "oscola-4", restart: bool = False,
              library: Library = LIBRARY) -> Cited:  # fmt: skip
        document = Document(Meta("Test"), blocks)
        return cite(document, library, style(name, restart=restart), load_words("en"), self.program, store)


@pytest.fixture
def counted(tmp_path: Path) -> Counted:
    return Counted(tmp_path)


def test_a_document_with_a_list_of_sources_starts_pandoc_once(counted: Counted) -> None:
    result = counted.cited(*BLOCKS, *LIST)
    assert (counted.starts, result.diagnostics) == (1, ())
    assert list(result.bibliography) == ["dworkin", "hart"]


def test_a_document_whose_list_has_more_than_its_notes_starts_pandoc_once(counted: Counted) -> None:
    result = counted.cited(*BLOCKS, *LIST, listed("ccdi"))
    assert counted.starts == 1
    assert list(result.bibliography) == ["ccdi", "dworkin", "hart"]


def test_a_list_without_any_note_starts_pandoc_once(counted: Counted) -> None:
    assert list(counted.cited(*LIST).bibliography) == ["dworkin", "hart"]
    assert counted.starts == 1


def test_a_document_that_cites_authorities_alone_starts_no_pandoc(counted: Counted) -> None:
    counted.cited(BLOCKS[1], LIST[2], paragraph("E", free_note("Plain.")))
    assert counted.starts == 0


@pytest.mark.parametrize("name", ["bluebook-law-review", "oscola-4"])
def test_a_second_run_is_only_for_what_the_list_does_not_give(counted: Counted, name: str) -> None:
    library = replace(LIBRARY, cited_in={"dworkin": (item("hart"),)})
    result = counted.cited(*BLOCKS, *LIST, name=name, library=library)
    assert counted.starts == 2
    assert all(result.bibliography.values())


def test_sections_are_written_in_a_run_each_and_the_list_with_one_of_them(counted: Counted) -> None:
    result = counted.cited(heading("One"), *BLOCKS, heading("Two"), BLOCKS[0], *LIST, restart=True)
    assert counted.starts == 2
    assert list(result.bibliography) == ["dworkin", "hart"]


def test_a_document_built_again_starts_no_pandoc_and_is_the_same(counted: Counted) -> None:
    store, without = Store(), counted.cited(*BLOCKS, *LIST)
    first = counted.cited(*BLOCKS, *LIST, store=store)
    assert counted.starts == 2
    assert counted.cited(*BLOCKS, *LIST, store=store) == first == without
    assert counted.starts == 2


def test_a_change_of_other_text_starts_no_pandoc(counted: Counted) -> None:
    store = Store()
    counted.cited(*BLOCKS, *LIST, store=store)
    others = (paragraph("New."), *BLOCKS[:1], paragraph("Other."), *BLOCKS[1:], *LIST)
    assert len(note_texts(counted.cited(*others, store=store))) == 4
    assert counted.starts == 1


def test_a_change_of_a_citation_or_of_its_style_is_asked(counted: Counted) -> None:
    store = Store()
    counted.cited(*BLOCKS, store=store)
    counted.cited(paragraph("New", citation("ccdi")), *BLOCKS, store=store)
    counted.cited(*BLOCKS, store=store, name="chicago-notes-bibliography")
    assert counted.starts == 3


def test_another_pandoc_is_asked_again(counted: Counted) -> None:
    store = Store()
    counted.cited(*BLOCKS, store=store)
    counted.program.write_text(counted.program.read_text() + "# another\n")
    counted.cited(*BLOCKS, store=store)
    assert counted.starts == 2


@pytest.mark.parametrize("damage", [lambda data: b"", lambda data: data[:40], lambda data: data[:-9] + b"nonsense!"])
def test_a_damaged_entry_is_passed_over_and_mended(counted: Counted, damage) -> None:  # type: ignore[no-untyped-def]
    store = Store()
    first = counted.cited(*BLOCKS, store=store)
    store.entries = {key: damage(data) for key, data in store.entries.items()}
    assert counted.cited(*BLOCKS, store=store) == first
    assert counted.cited(*BLOCKS, store=store) == first
    assert counted.starts == 2


def test_an_entry_under_the_name_of_another_is_passed_over(counted: Counted) -> None:
    store = Store()
    counted.cited(*BLOCKS, store=store)
    (entry,) = store.entries.values()
    other = Store()
    counted.cited(BLOCKS[0], store=other)
    other.entries = dict.fromkeys(other.entries, entry)
    assert note_texts(counted.cited(BLOCKS[0], store=other)) == note_texts(counted.cited(BLOCKS[0]))


def test_a_failure_is_not_kept(counted: Counted) -> None:
    store, whole = Store(), counted.program.read_text()
    counted.program.write_text("#!/bin/sh\ncat >/dev/null; echo nonsense\n")
    assert [found.code for found in counted.cited(*BLOCKS, store=store).diagnostics] == ["CIT104"]
    counted.program.write_text(whole)
    assert counted.cited(*BLOCKS, store=store).diagnostics == ()

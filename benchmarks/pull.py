"""Pulling an edited document of the real case, in this process, against python-docx reading its paragraphs.

The edited file is one that keeps our bytes where nobody changed anything, or that LibreOffice opened and saved. The
records are those of which it was made, or others; then its copy is read, too. Composing the document anew is not in it.
"""

from __future__ import annotations

import gc
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time

from docx import Document as DocxFile
from tests.filings.cases import REAL, FilingName
from tests.filings.made import session, tree_of
from tests.pull.random_edits import OF_WORDS, Chance, RandomEdits
from tests.pull.word_edits import W, WordEdits

from probata.document.printed import printed_lines
from probata.document.tree import Document
from probata.output import OutputFolder
from probata.pull.find_changes import Made, find_changes
from probata.pull.note_changes import new_notes
from probata.pull.offers import offers_of
from probata.pull.take import Taker
from probata.returned.edited_file import NowMade, as_it_was, read_edited, with_copy
from probata.returned.made_copies import keep_copy
from probata.word import open_word
from probata.word.names import rename
from probata.word.reading import read_text
from probata.writers.format import Written, load_format

EDITS = 20
NAME = FilingName(REAL, "uk-ghr")
FILE = "DRAFT-uk-ghr.en-GB.docx"
KINDS = tuple(kind for kind in OF_WORDS if kind not in ("new note", "no note"))
"""Not those that leave marks and notes in two orders, which no program does: LibreOffice would pair them otherwise."""


def main(runs: int) -> None:
    """Print for each case the medians of both in seconds of the processor, in turn, and how many changes were found."""
    tree, _ = tree_of(NAME, final=False)
    file = _written(tree)
    now, others = _now(tree), _now(replace(tree, meta=replace(tree.meta, title=f"{tree.meta.title} II")))
    with TemporaryDirectory() as name:
        folder = OutputFolder(Path(name), NAME.case)
        keep_copy(folder, FILE, file.data, file.names)
        edited = _edited(folder.outgoing / FILE, file.data)
        saved = _saved_again(edited)
        gc.disable()
        for path, records in ((edited, now), (saved, now), (saved, others)):
            _measure(path, folder.internal, records, runs)


def _measure(path: Path, internal: Path, now: NowMade, runs: int) -> None:
    def ours() -> int:
        return _pull(path, internal, now)

    found = ours()
    pairs = [(_timed(ours), _timed(lambda: _read(path))) for _ in range(runs)]
    times = (median(seconds) for seconds in zip(*pairs, strict=True))
    sys.stdout.write(f"{' '.join(map(str, times))} {found}\n")


def _written(tree: Document) -> Written:
    return load_format("docx").write(tree, tree_of(NAME, final=False)[1])


def _now(tree: Document) -> NowMade:
    """Return a document as `pull` makes it before it looks at the file."""
    written = _written(tree)
    file = open_word(written.data)
    rename(file, written.names)
    return NowMade(Made(read_text(file), tuple(printed_lines(tree))), tree, file, written.names)


def _edited(path: Path, data: bytes) -> Path:
    edits = RandomEdits(data, Chance("pull"), KINDS)
    for _ in range(EDITS):
        edits.edit()
    _without_lost_notes(edits.word)
    path.write_bytes(edits.word.save())
    return path


def _without_lost_notes(word: WordEdits) -> None:
    """Take out the notes whose marks went, as every program does: LibreOffice pairs marks and notes by their order."""
    marked = {mark.get(f"{W}id") for mark in word.body.iter(f"{W}footnoteReference")}
    for note in list(word.notes):
        if note.get(f"{W}type") is None and note.get(f"{W}id") not in marked:
            word.notes.remove(note)


def _saved_again(path: Path) -> Path:
    """Let LibreOffice open and save a file, as a reader's program does; not one byte of its text stays as it was."""
    folder = path.parent / "saved"
    profile = f"-env:UserInstallation=file://{path.parent / 'profile'}"
    command = ["soffice", profile, "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder)]
    subprocess.run([*command, str(path)], check=True, capture_output=True)  # noqa: S603  # ours
    return folder / path.name


def _pull(path: Path, internal: Path, now: NowMade) -> int:
    """Do all that `pull` does but compose the document anew, and tell how many changes there are."""
    graph = session(NAME.case).graph
    if graph is None:
        raise SystemExit("the real case cannot be read")
    edited, base = as_it_was(with_copy(read_edited(path, path.read_bytes(), "accepted"), internal), now)
    taker = Taker(graph, now.made, NAME.filing, now.tree.meta.language)
    changes = find_changes(base, edited.text, now.made)
    return len(offers_of(changes, taker, new_notes(base, edited.text), "the template"))


def _read(path: Path) -> int:
    """Read what python-docx gives of the paragraphs and cells; it passes over notes and what content controls hold."""
    document = DocxFile(str(path))
    cells = (cell for table in document.tables for row in table.rows for cell in row.cells)
    texts = [paragraph.text for paragraph in document.paragraphs]
    texts += [paragraph.text for cell in cells for paragraph in cell.paragraphs]
    return len(texts)


def _timed(work: Callable[[], int]) -> float:
    start = process_time()
    work()
    return process_time() - start


if __name__ == "__main__":
    main(int(sys.argv[1]))

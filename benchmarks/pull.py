"""Pulling an edited document of the real case, in this process, against python-docx reading its paragraphs."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from io import BytesIO
from statistics import median
from time import process_time

from docx import Document
from tests.filings.cases import REAL, FilingName
from tests.filings.made import MadeFiling, made_filing, session
from tests.pull.random_edits import OF_WORDS, Chance, RandomEdits

from probata.document.printed import printed_lines
from probata.pull.find_changes import Made, find_changes
from probata.pull.new_notes import new_notes
from probata.pull.offers import offers_of
from probata.pull.take import Taker
from probata.word import open_word
from probata.word.reading import read_text

EDITS = 20
NAME = FilingName(REAL, "uk-ghr")


def main(runs: int) -> None:
    """Print the medians of both in seconds of the processor, in turn, and how many changes were found."""
    made = made_filing(NAME)
    edits = RandomEdits(made.docx, Chance("pull"), OF_WORDS)
    for _ in range(EDITS):
        edits.edit()
    edited = edits.word.save()
    now = Made(read_text(open_word(made.docx)), tuple(printed_lines(made.tree)))
    found = _pull(made, edited, now)
    gc.disable()
    pairs = [(_timed(lambda: _pull(made, edited, now)), _timed(lambda: _read(edited))) for _ in range(runs)]
    ours, theirs = (median(times) for times in zip(*pairs, strict=True))
    sys.stdout.write(f"{ours} {theirs} {found}\n")


def _pull(made: MadeFiling, edited: bytes, now: Made) -> int:
    """Read the file and its copy, compare them, and find what can be done with each change."""
    base, text = read_text(open_word(made.docx)), read_text(open_word(edited))
    graph = session(NAME.case).graph
    if graph is None:
        raise SystemExit("the real case cannot be read")
    taker = Taker(graph, now, NAME.filing, made.tree.meta.language)
    return len(offers_of(find_changes(base, text, now), taker, new_notes(base, text), "the template"))


def _read(edited: bytes) -> int:
    """Read what python-docx gives of the paragraphs and cells; it passes over notes and what content controls hold."""
    document = Document(BytesIO(edited))
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

"""How long the filings of both cases are, and what is told twice in them, by `document/measures.py`; and their pages.

`python -m benchmarks.lengths` prints a row for each filing: the example as it goes out, the real case as a draft.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from io import BytesIO
from itertools import chain
from pathlib import Path

import pikepdf

from probata.document.measures import measure
from probata.document.tree import Document
from probata.pipeline import open_case, open_workspace, plan, prepare
from probata.writers.format import WriteOptions, load_format

FINAL, DRAFT = "claims/example", "claims/liu-jianchao"
HEAD = ("filing", "pages", "words", "in annexes", "notes", "their words", "for 100 words", "repeated", "ibid in row",
        "empty sections", "longest cell")  # fmt: skip


def main() -> None:
    """Print the table as Markdown, each row as soon as it is known."""
    for row in chain((HEAD, ["---"] * len(HEAD)), _rows()):
        sys.stdout.write(f"| {' | '.join(row)} |\n")
        sys.stdout.flush()


def _rows() -> Iterator[tuple[str, ...]]:
    workspace = open_workspace()
    for case in (FINAL, DRAFT):
        session = open_case(Path(case), case, workspace)
        for filing in plan(session, workspace):
            made = prepare(session, workspace, filing, case == FINAL)
            if made.document is None:
                sys.exit(f"{filing.id} of {case} cannot be composed")
            yield (f"{Path(case).name}/{filing.id}", *_figures(made.document, made.options))


def _figures(document: Document, options: WriteOptions) -> Iterator[str]:
    found = measure(document)
    yield f"{_pages(load_format('pdf').write(document, options).data)}"
    yield from (f"{count:,}" for count in (found.words, found.annex_words, found.notes, found.note_words))
    yield from (f"{found.notes_for_100_words:.1f}", f"{found.repeated:.1%}", f"{found.ibid_in_row}")
    yield from (f"{len(found.empty_sections)}", f"{found.longest_cell}")


def _pages(data: bytes) -> int:
    with pikepdf.open(BytesIO(data)) as pdf:
        return len(pdf.pages)


if __name__ == "__main__":
    main()

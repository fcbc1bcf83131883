"""One way to make a PDF, in a process of its own, since Typst remembers what it set before.

`python -m benchmarks.pdf WAY FOLDER` prints seconds, megabytes and seconds of the processor.
"""

from __future__ import annotations

import gc
import os
import pickle
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from benchmarks.our_docx import document_of
from benchmarks.text import write_text
from probata.citation.program import find_program
from probata.document.blocks import Paragraph, Role
from probata.document.inlines import Text
from probata.document.tree import Document
from probata.fonts.files import FAMILIES, font_files
from probata.pipeline import open_case, open_workspace, plan, prepare
from probata.writers.format import PdfEngine, WriteOptions, load_format

CASE = "claims/liu-jianchao"
TREE, SOURCE = "tree.pickle", "source.typ"


def write_filing(folder: Path, final: bool) -> str:
    """Write the real case's filing as a tree and as source of Typst; return their folder."""
    return _write(folder / ("final" if final else "draft"), *_prepared(final))


def write_repeated(folder: Path, times: int) -> str:
    """Write the composed text of the real case, repeated, in the same two ways."""
    return _write(folder / f"text-{times}", document_of(*write_text(folder, times)), _prepared(False)[1])


def _prepared(final: bool) -> tuple[Document, WriteOptions]:
    workspace = open_workspace()
    session = open_case(Path(CASE), CASE, workspace)
    made = prepare(session, workspace, plan(session, workspace, ["uk-ghr"])[0], final)
    if made.document is None:
        sys.exit("the real case cannot be composed")
    return made.document, made.options


def _write(folder: Path, document: Document, options: WriteOptions) -> str:
    """The source is what Pandoc makes of our Word file, its pictures beside it, in our fonts and on A4."""
    folder.mkdir()
    (folder / TREE).write_bytes(pickle.dumps((document, options)))
    (folder / "ours.docx").write_bytes(load_format("docx").write(document, options).data)
    made = [str(find_program()), "ours.docx", "--standalone", "--to=typst", "--extract-media=.", f"--output={SOURCE}"]
    looks = ["--variable=papersize:a4", f"--variable=mainfont:{FAMILIES[0]}"]
    subprocess.run([*made, *looks], cwd=folder, check=True)  # noqa: S603  # ours
    source = folder / SOURCE
    # Pandoc puts some marks where Typst finds nothing to mark.
    marked = re.sub(r"(?<!link\()<(_Ref_\w+)>", r"#metadata(none)<\1>", source.read_text("utf-8"))
    source.write_text(marked, "utf-8")
    return str(folder)


def main(way: str, folder: Path) -> None:
    """Time one way; the collector is off, as it is in the program."""
    gc.disable()
    ways = {"ours": _ours, "again": _again, "weasyprint": _weasyprint}
    run = _bare(folder) if way == "bare" else ways[way](*pickle.loads((folder / TREE).read_bytes()))  # noqa: S301  # ours
    start, busy = time.perf_counter(), sum(os.times()[:4])
    run()
    seconds, busy = time.perf_counter() - start, sum(os.times()[:4]) - busy
    sys.stdout.write(f"{seconds} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024} {busy}\n")


def _ours(document: Document, options: WriteOptions) -> Callable[[], object]:
    return lambda: load_format("pdf").write(document, options)


def _weasyprint(document: Document, options: WriteOptions) -> Callable[[], object]:
    return _ours(document, replace(options, pdf_engine=PdfEngine.WEASYPRINT))


def _again(document: Document, options: WriteOptions) -> Callable[[], object]:
    """The PDF was made in this process; then a numbered paragraph in the middle is given one sentence more."""
    _ours(document, options)()
    numbered = [b for b in document.blocks if isinstance(b, Paragraph) and b.role is Role.NUMBERED]
    old = numbered[len(numbered) // 2]
    new = replace(old, inlines=(*old.inlines, Text(" One sentence was added.")))
    return _ours(replace(document, blocks=tuple(new if b is old else b for b in document.blocks)), options)


def _bare(folder: Path) -> Callable[[], object]:
    """One compilation, tagged as Typst does by itself, to no standard."""

    def run() -> object:
        import typst

        folders = sorted({str(path.parent) for path in font_files()})
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)
        return typst.compile(folder / SOURCE, root=folder, font_paths=fonts)

    return run


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))

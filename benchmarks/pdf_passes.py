"""Our PDF against the bare engine on the very page of HTML, in one process, for each layout pass."""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from benchmarks.our_docx import document_of
from benchmarks.text import write_text
from probata.document.tree import Document
from probata.fonts.files import font_files
from probata.pipeline import make_document, open_case, open_workspace, plan
from probata.writers.discovery import load_format
from probata.writers.format import WriteOptions
from probata.writers.pdf.weasyprint import engine
from probata.writers.pdf.weasyprint.fontconfig import private_fontconfig
from probata.writers.pdf.weasyprint.source import pdf_source

CASE = "claims/liu-jianchao"


def main(runs: int, times: int) -> None:
    """Time both in turn; print ratio for a pass, passes, seconds of the bare engine, megabytes.

    The first run warms up and does not count; where there is one run only, it counts.
    """
    from weasyprint import HTML

    document, options = _repeated(times) if times > 1 else _filing()
    source, passes = pdf_source(document, options.print_css, {}), _count_passes()
    ratios, bare = [], []
    for number in range(runs + (runs > 1)):
        passes.clear()
        start = time.perf_counter()
        load_format("pdf").write(document, options)
        ours = time.perf_counter() - start
        start = time.perf_counter()
        with private_fontconfig(font_files()):
            HTML(string=source.html, base_url=engine.BASE).write_pdf(pdf_variant=engine.VARIANT)
        theirs = time.perf_counter() - start
        if number or runs == 1:
            ratios.append(ours / len(passes) / theirs)
            bare.append(theirs)
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(f"{median(ratios):.3f} {len(passes)} {median(bare):.2f} {megabytes:.0f}\n")


def _filing() -> tuple[Document, WriteOptions]:
    workspace = open_workspace()
    session = open_case(Path(CASE), CASE, workspace)
    document, options, _ = make_document(session, workspace, plan(session, workspace, ["uk-ghr"])[0], False)
    if document is None:
        sys.exit("the real case cannot be composed")
    return document, options


def _repeated(times: int) -> tuple[Document, WriteOptions]:
    """Return the composed text of the real case, repeated."""
    with tempfile.TemporaryDirectory() as folder:
        return document_of(*write_text(Path(folder), times)), WriteOptions()


def _count_passes() -> list[int]:
    seen: list[int] = []
    plain = engine.Engine.lay_out

    def counted(self: engine.Engine, breaks: frozenset[str], fallen: frozenset[str] = frozenset()) -> engine.Laid:
        seen.append(len(breaks))
        return plain(self, breaks, fallen)

    engine.Engine.lay_out = counted  # type: ignore[method-assign]  # to count, not to change
    return seen


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))

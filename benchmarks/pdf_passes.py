"""Our PDF against the bare engine on the very page of HTML, in one process, for each layout pass."""

from __future__ import annotations

import resource
import sys
import time
from pathlib import Path
from statistics import median

from probata.fonts.files import font_files
from probata.pipeline import make_document, open_case, open_workspace, plan
from probata.writers.discovery import load_format
from probata.writers.pdf import engine
from probata.writers.pdf.fontconfig import private_fontconfig
from probata.writers.pdf.source import pdf_source

CASE = "claims/liu-jianchao"


def main(runs: int) -> None:
    """Time both in turn; print ratio for a pass, passes, seconds of the bare engine, megabytes."""
    from weasyprint import HTML

    workspace = open_workspace()
    session = open_case(Path(CASE), CASE, workspace)
    document, options, _ = make_document(session, workspace, plan(session, workspace, ["uk-ghr"])[0], False)
    if document is None:
        sys.exit("the real case cannot be composed")
    source, passes = pdf_source(document, options.print_css, {}), _count_passes()
    ratios, bare = [], []
    for number in range(runs + 1):
        passes.clear()
        start = time.perf_counter()
        load_format("pdf").write(document, options)
        ours = time.perf_counter() - start
        start = time.perf_counter()
        with private_fontconfig(font_files()):
            HTML(string=source.html, base_url=engine.BASE).write_pdf(pdf_variant=f"pdf/{options.pdf_form}")
        theirs = time.perf_counter() - start
        if number:
            ratios.append(ours / len(passes) / theirs)
            bare.append(theirs)
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(f"{median(ratios):.3f} {len(passes)} {median(bare):.2f} {megabytes:.0f}\n")


def _count_passes() -> list[int]:
    seen: list[int] = []
    plain = engine.Engine.lay_out

    def counted(self: engine.Engine, breaks: frozenset[str], fallen: frozenset[str] = frozenset()) -> engine.Laid:
        seen.append(len(breaks))
        return plain(self, breaks, fallen)

    engine.Engine.lay_out = counted  # type: ignore[method-assign]  # to count, not to change
    return seen


if __name__ == "__main__":
    main(int(sys.argv[1]))

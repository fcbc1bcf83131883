"""Our citation stage against one bare call of Pandoc on the very citations that it sends, in one process."""

from __future__ import annotations

import gc
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import Any

from probata.citation import Library, Style, cite, load_style, load_words, pandoc
from probata.citation.program import find_program
from probata.document.blocks import Paragraph
from probata.document.inlines import Cite, CiteItem, Pinpoint, Text
from probata.document.tree import Document, Meta

CITATIONS, SOURCES = 1000, 200


def main(runs: int) -> None:
    """Time both in turn; print the median of the ratios, and the median seconds of each."""
    gc.disable()  # as the command line does
    style = load_style("oscola-4")
    if not isinstance(style, Style):
        sys.exit(style.message)
    document, library, words = _document(), Library(_sources()), load_words("en")
    bodies = _count_calls()
    ours, bare = [], []
    for number in range(runs + 1):
        bodies.clear()
        start = time.perf_counter()
        cite(document, library, style, words)
        took = time.perf_counter() - start
        start = time.perf_counter()
        _bare(bodies[0])
        if number:
            ours.append(took)
            bare.append(time.perf_counter() - start)
    ratio = median(a / b for a, b in zip(ours, bare, strict=True))
    sys.stdout.write(f"{ratio:.3f} {median(ours):.2f} {median(bare):.2f} {len(bodies)}\n")


def _document() -> Document:
    """Return paragraphs with a citation each; every source is cited again after an irregular while."""
    keys = [f"s{number * number * 7 % SOURCES if number >= SOURCES else number}" for number in range(CITATIONS)]
    cites = [Cite((CiteItem(key, Pinpoint("page", str(number + 1))),)) for number, key in enumerate(keys)]
    return Document(Meta("Benchmark"), tuple(Paragraph((Text("Told"), one, Text("."))) for one in cites))


def _sources() -> dict[str, dict[str, Any]]:
    kinds = ("book", "article-journal", "webpage", "report")
    return {
        f"s{number}": {
            "type": kinds[number % len(kinds)],
            "title": f"Study number {number} of the courts",
            "author": [{"family": f"Author{number // 2}", "given": "Ada"}],
            "issued": {"date-parts": [[2000 + number % 24]]},
            "container-title": "Law Review",
            "publisher": "Clarendon Press",
            "URL": f"https://example.org/{number}",
            "language": "en-GB",
        }
        for number in range(SOURCES)
    }


def _count_calls() -> list[bytes]:
    """Return a list into which every request to Pandoc is put."""
    seen: list[bytes] = []
    plain = pandoc.call

    def counted(program: Path | None, arguments: Sequence[str], body: bytes) -> bytes:
        seen.append(body)
        return plain(program, arguments, body)

    pandoc.call = counted  # to count, not to change
    return seen


def _bare(body: bytes) -> None:
    command = [str(find_program()), "-f", "json", "-t", "json", "--citeproc"]
    subprocess.run(command, input=body, capture_output=True, check=True)  # noqa: S603  # ours


if __name__ == "__main__":
    main(int(sys.argv[1]))

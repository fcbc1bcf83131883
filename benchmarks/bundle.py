"""A bundle of a brief and many exhibits of twenty pages, and a bare merge of the same files by pikepdf.

`python -m benchmarks.bundle ours FOLDER N` joins as the command does, where the margins are known; `merge` puts the
same pages into one file with nothing added. The command itself is run on the case that `write_exhibits` makes.
"""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

PAGES = 20
ORIGINAL = Path("claims/example")
CITED = "@council-minutes-2022-06-09, pp. 2-3]"
"""Stands in the counts of that case; the exhibits are cited beside it."""


def write_exhibits(folder: Path, number: int) -> None:
    """Write a brief that marks each exhibit, the exhibits, no two with the same bytes, and a case that cites them."""
    import typst

    from probata.document.anchors import IN_BUNDLE

    source = folder / "exhibit.typ"
    source.write_text("\n#pagebreak()\n".join(f"= Page {page}\n#lorem(350)" for page in range(PAGES)))
    typst.compile(str(source), output=str(folder / "exhibit.pdf"))
    data = (folder / "exhibit.pdf").read_bytes()
    for place in range(number):
        (folder / f"{place}.pdf").write_bytes(data + b"%% %d\n" % place)
    marks = " ".join(f"#lorem(20) #link('{IN_BUNDLE}exhibit-{n}')[\\[E{n}\\]]" for n in range(number))
    brief = folder / "brief.typ"
    brief.write_text(f"#set document(title: [Brief], date: none)\n= Facts\n{marks}".replace("'", '"'))
    typst.compile(str(brief), output=str(folder / "brief.pdf"), pdf_standards=["ua-1"])
    _write_case(folder, number)


def _write_case(folder: Path, number: int) -> None:
    """Write the fictional case, its own copies away, in which a count cites each exhibit."""
    from probata.evidence.store import Store

    case = folder / "case"
    shutil.copytree(ORIGINAL, case, ignore=shutil.ignore_patterns("held", "copies.yaml"))
    (case / "held").mkdir()
    added = Store.of(case.resolve()).add([folder / f"{n}.pdf" for n in range(number)], "2026-11-30T10:00:00+00:00")
    (case / "copies.yaml").write_text("\n".join(
        f"- id: held-{n}\n  source: letter-{n}\n  sha256: {one.seen.sha256}\n  name: {n}.pdf\n"
        f"  size: {one.seen.size}\n  media_type: application/pdf\n"
        for n, one in enumerate(added)
    ))  # fmt: skip
    with (case / "sources.yaml").open("a") as sources:
        for n in range(number):
            sources.write(f"\n- {{id: letter-{n}, title: Letter of the works council no. {n}, held: held}}\n")
    counts = (case / "counts.yaml").read_text()
    cited = "; ".join(f"@letter-{n}, p. 3" for n in range(number))
    (case / "counts.yaml").write_text(re.sub(re.escape(CITED), f"{cited}; {CITED}", counts, count=1))


def bundle(folder: Path, number: int) -> None:
    """Join as the command does: numbers, labels, outline, links; where the numbers fit is known of what is held."""
    from probata.bundle.join import Named
    from probata.bundle.make_bundle import Limits, begins_of, make_bundle
    from probata.bundle.margins import spots
    from probata.bundle.numbers import number_pages
    from probata.bundle.pieces import Piece, Run

    pieces = [Piece("brief", "Brief", (Run(folder / "brief.pdf", spots(str(folder / "brief.pdf")), is_ours=True),))]
    pieces += [Piece(f"exhibit-{n}", f"E{n}", (Run(folder / f"{n}.pdf", "R" * PAGES),)) for n in range(number)]
    numbers = number_pages([(piece.key, piece.pages) for piece in pieces])
    make_bundle(pieces, numbers, begins_of(pieces), Named("Bundle", "en"), Limits(), folder / "bundle.pdf")


def merge(folder: Path, number: int) -> None:
    """Put the same pages into one file with nothing added."""
    import pikepdf

    with pikepdf.open(folder / "brief.pdf") as merged:
        for place in range(number):
            with pikepdf.open(folder / f"{place}.pdf") as one:
                merged.pages.extend(one.pages)
        merged.save(folder / "merged.pdf", deterministic_id=True)


if __name__ == "__main__":
    what, where, many = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
    (merge if what == "merge" else bundle)(where, many)

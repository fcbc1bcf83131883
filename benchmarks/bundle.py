"""A bundle of a brief and many exhibits of twenty pages, and a bare merge of the same files by pikepdf.

`python -m benchmarks.bundle ours FOLDER N`, `looked` with the margins looked at first, or `merge`.
"""

from __future__ import annotations

import sys
from pathlib import Path

PAGES = 20


def write_exhibits(folder: Path, number: int) -> None:
    """Write a brief that marks each exhibit, and the exhibits, no two with the same bytes."""
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


def bundle(folder: Path, number: int, *, is_looked_at: bool) -> None:
    """Join as the command does: numbers, labels, outline, links; where the numbers fit is known of what is held."""
    from probata.bundle.join import Named
    from probata.bundle.make_bundle import Limits, begins_of, make_bundle
    from probata.bundle.margins import spots
    from probata.bundle.numbers import number_pages
    from probata.bundle.pieces import Piece, Run

    def run(path: Path, known: str) -> Run:
        return Run(path, spots(str(path)) if is_looked_at or not known else known)

    pieces = [
        Piece("brief", "Brief", (Run(folder / "brief.pdf", spots(str(folder / "brief.pdf")), is_ours=True),), True)
    ]
    pieces += [Piece(f"exhibit-{n}", f"E{n}", (run(folder / f"{n}.pdf", "R" * PAGES),)) for n in range(number)]
    numbers = number_pages([(piece.key, piece.pages) for piece in pieces])
    make_bundle(
        pieces, numbers, begins_of(pieces), Named("Bundle", "en"), Limits(), lambda _, __: folder / "bundle.pdf"
    )


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
    if what == "merge":
        merge(where, many)
    else:
        bundle(where, many, is_looked_at=what == "looked")

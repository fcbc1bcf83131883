"""Writes filings of one case in a process of its own.

`python write_filings.py CASE FILING,… FORMAT,… FOLDER [final]` writes FOLDER/<file>.<format>, a file for each part. It
needs no package but the project, so that it runs in any folder and environment.
"""

from __future__ import annotations

import gc
import sys
from pathlib import Path

from probata.document.parts import documents_of
from probata.pipeline import make_document, open_case, open_workspace, plan
from probata.pipeline.making import stem_of
from probata.writers.format import load_format

CLAIMS = Path(__file__).parents[2] / "claims"


def main(case: str, filings: str, formats: str, folder: str, state: str = "draft") -> None:
    gc.disable()
    workspace = open_workspace(CLAIMS.parent / "templates")
    session = open_case(CLAIMS / case, f"claims/{case}", workspace)
    for filing in plan(session, workspace, filings.split(",")):
        document, options, _ = make_document(session, workspace, filing, state == "final")
        if document is None:
            raise SystemExit(f"{case}/{filing.id}: no document")
        for part in documents_of(document):
            stem = stem_of(filing, part.meta.part)
            for name in formats.split(","):
                made = load_format(name).write(part, options)
                (Path(folder) / f"{stem}.{name}").write_bytes(made.data)


if __name__ == "__main__":
    main(*sys.argv[1:])

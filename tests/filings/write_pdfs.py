"""Writes the PDF of the first filing of some cases in a process of its own.

`python write_pdfs.py TEMPLATES FOLDER CASE…` writes FOLDER/<name of case>.pdf as a draft. It needs no package but the
project, so that it runs in any folder and environment.
"""

from __future__ import annotations

import gc
import sys
from pathlib import Path

from probata.pipeline import filings, make_document, open_case, open_workspace
from probata.writers.discovery import load_format


def main(templates: str, folder: str, *cases: str) -> None:
    gc.disable()
    workspace = open_workspace(Path(templates))
    for case in cases:
        session = open_case(Path(case), Path(case).name, workspace)
        document, options, _ = make_document(session, workspace, filings(session)[0], False)
        if document is None:
            raise SystemExit(f"{case}: no document")
        (Path(folder) / f"{Path(case).stem}.pdf").write_bytes(load_format("pdf").write(document, options).data)


if __name__ == "__main__":
    main(*sys.argv[1:])

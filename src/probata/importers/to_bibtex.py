"""Our sources as BibTeX, through Pandoc, with the capitals of their titles as they are recorded."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from probata.citation.pandoc import convert
from probata.importers.to_csl import csl_work
from probata.model.source_record import Source


def bibtex_text(sources: Iterable[Source], program: Path | None, form: str) -> str:
    """Return the sources as the text of a file; `form` is `bibtex` or `biblatex`. Raises `PandocError`.

    Pandoc gives every word of an English title a capital, and BibTeX's styles take them away again; what stands in
    CSL's mark `nocase` gets braces, which both leave alone.
    """
    works = [csl_work(source) for source in sources]
    for work in works:
        if title := work.get("title"):
            work["title"] = f'<span class="nocase">{title}</span>'
    return convert(program, "csljson", form, json.dumps(works, ensure_ascii=False).encode()).decode()

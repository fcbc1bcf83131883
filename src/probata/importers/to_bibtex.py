"""Our sources as BibTeX, through Pandoc, with the capitals of their titles as they are recorded."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from probata.citation.pandoc import convert
from probata.importers.tex_signs import in_tex
from probata.importers.to_csl import csl_work
from probata.model.source_record import Source

_BEHIND = "\ue000"
"""Between the name of a journal and its abbreviation, while both go through Pandoc as one field; no record has it."""
_BEGINS = re.compile(r"^@\w+\{(.*),$", re.MULTILINE)
_WITH_SORT = frozenset({"report", "thesis"})
"""Kinds that BibTeX gives a field `type`; without one every thesis would come back as that of a doctor."""
_NAMED = re.compile(rf"^( *)(\w+)( *= {{)(.*){_BEHIND}", re.MULTILINE)


def bibtex_text(sources: Iterable[Source], program: Path | None, form: str) -> str:
    """Return the sources as the text of a file; `form` is `bibtex` or `biblatex`. Raises `PandocError`.

    Pandoc gives every word of an English title a capital, and BibTeX's styles take them away again; what stands in
    CSL's mark `nocase` gets braces, which both leave alone. It has no `shortjournal`, which comes out of the same field
    as the name of the journal. Nor has it the sort of a report or thesis.
    """
    works = [csl_work(source) for source in sources]
    for work in works:
        if title := work.get("title"):
            work["title"] = f'<span class="nocase">{title}</span>'
        if short := work.pop("container-title-short", ""):
            work["container-title"] = f"{work.get('container-title', short)}{_BEHIND}{short}"
    text = convert(program, "csljson", form, json.dumps(works, ensure_ascii=False).encode()).decode()
    return _with_sorts(_NAMED.sub(r"\1\2\3\4},\n\1shortjournal\3", text), works)


def _with_sorts(text: str, works: Iterable[Mapping[str, Any]]) -> str:
    sorts = {str(work["id"]): str(work["genre"]) for work in works if work.get("genre") and work["type"] in _WITH_SORT}

    def begun(entry: re.Match[str]) -> str:
        sort = sorts.get(entry[1])
        return f"{entry[0]}\n  type = {{{in_tex(sort)}}}," if sort else entry[0]

    return _BEGINS.sub(begun, text)

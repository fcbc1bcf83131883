"""A tiny case whose records hold any strings at all: one person, source, quotation, allegation and row for each."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path
from typing import Any

import yaml
from tests.filings.made import workspace

from probata.document.tree import Document
from probata.pipeline import draft, open_case, plan
from probata.writers.format import WriteOptions

FIELDS = ("person", "allegation", "source", "quotation", "cell")


def framed(field: str, place: int, text: str) -> str:
    """Return what a record holds: the text between two words that are found again."""
    return f"Z{field}{place}a{text}a{place}{field}Z"


def odd_document(folder: Path, texts: list[str]) -> tuple[Document, WriteOptions]:
    """Write a case with each text in each field, and make its statement."""
    (folder / "data").mkdir(parents=True)
    (folder / "narrative").mkdir()
    for name, records in _records(texts).items():
        (folder / f"{name}.yaml").write_text(yaml.safe_dump(records), encoding="utf-8")
    cited = "; ".join(f"@s{place}" for place in range(len(texts)))
    quoted = ", ".join(f"q{place}" for place in range(len(texts)))
    section = f"---\ntitle: Background\nplace: background\nepigraphs: [{quoted}]\n---\n\nA sentence.[{cited}]\n"
    section += "\n{{ table('cells') }}\n"
    (folder / "narrative" / "background.md").write_text(section, encoding="utf-8")
    (folder / "data" / "cells.csv").write_text(_table(texts), encoding="utf-8", newline="")
    opened = open_case(folder, "odd", workspace())
    assert [found.message for found in opened.report if found.code.startswith(("SRC", "REC", "FIG"))] == []
    (filing,) = plan(opened, workspace())
    drafted, findings = draft(opened, workspace(), filing, False)
    assert drafted is not None
    assert findings == ()
    return drafted.document, WriteOptions()


def _records(texts: list[str]) -> dict[str, Any]:
    numbered = list(enumerate(texts))
    columns = [
        {"key": "row", "heading": "Row", "type": "text", "key_column": True},
        {"key": "cell", "heading": "Cell", "type": "text"},
    ]
    return {
        "case": {
            "title": "A case of odd strings",
            "as_of": "2026-10-30",
            "persons_concerned": [f"p{place}" for place, _ in numbered],
            "filings": [{"id": "statement", "forum": "support-statement"}],
        },
        "people": [{"id": f"p{n}", "name": {"family": framed("person", n, text)}} for n, text in numbered],
        "allegations": [
            {"id": f"a{n}", "title": framed("allegation", n, text), "statement": "It is alleged."}
            for n, text in numbered
        ],
        "sources": [
            {"id": f"s{n}", "title": framed("source", n, text), "language": "de", "held": "held"}
            for n, text in numbered
        ],
        "quotations": [
            {
                "id": f"q{n}",
                "speaker": {"described": "A speaker"},
                "text": " ".join(framed("quotation", n, text).split()),
            }
            for n, text in numbered
        ],
        "datasets": [{"id": "cells", "title": "Cells", "file": "data/cells.csv", "columns": columns}],
    }


def _table(texts: list[str]) -> str:
    out = StringIO()
    rows = csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_ALL)
    rows.writerow(["row", "cell"])
    rows.writerows([f"row {place}", framed("cell", place, text)] for place, text in enumerate(texts))
    return out.getvalue()

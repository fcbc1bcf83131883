"""Filings share the tables and figures of the case where nothing by which they are read differs."""

from __future__ import annotations

from pathlib import Path

import pytest

from probata.pipeline import draft, drafting, filings, open_case, open_workspace

EXAMPLE = Path(__file__).parents[2] / "claims" / "example"


def test_each_document_is_the_same_as_with_tables_read_for_it_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    workspace = open_workspace()
    session = open_case(EXAMPLE, "example", workspace)
    shared = [draft(session, workspace, filing, final=False) for filing in filings(session)]
    monkeypatch.setattr(drafting, "_counts_alike", lambda *_: False)
    assert shared == [draft(session, workspace, filing, final=False) for filing in filings(session)]

"""What Pandoc answered once is not asked again."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from .cases import citation, paragraph
from .counted import BLOCKS, LIST, Counted, Store

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the program that counts is a shell script")


@pytest.fixture
def counted(tmp_path: Path) -> Counted:
    return Counted(tmp_path)


def test_a_document_built_again_starts_no_pandoc_and_is_the_same(counted: Counted) -> None:
    store, without = Store(), counted.cited(*BLOCKS, *LIST)
    first = counted.cited(*BLOCKS, *LIST, store=store)
    assert counted.starts == 2
    assert counted.cited(*BLOCKS, *LIST, store=store) == first == without
    assert counted.starts == 2


def test_a_change_of_a_citation_or_of_its_style_is_asked(counted: Counted) -> None:
    store = Store()
    counted.cited(*BLOCKS, store=store)
    counted.cited(paragraph("New", citation("ccdi")), *BLOCKS, store=store)
    counted.cited(*BLOCKS, store=store, name="chicago-notes-bibliography")
    assert counted.starts == 3


def test_another_pandoc_is_asked_again(counted: Counted) -> None:
    store = Store()
    counted.cited(*BLOCKS, store=store)
    counted.program.write_text(counted.program.read_text() + "# another\n")
    counted.cited(*BLOCKS, store=store)
    assert counted.starts == 2


def test_a_failure_is_not_kept(counted: Counted) -> None:
    store, whole = Store(), counted.program.read_text()
    counted.program.write_text("#!/bin/sh\ncat >/dev/null; echo nonsense\n")
    assert [found.code for found in counted.cited(*BLOCKS, store=store).diagnostics] == ["CIT104"]
    counted.program.write_text(whole)
    assert counted.cited(*BLOCKS, store=store).diagnostics == ()

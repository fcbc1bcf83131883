"""An id without what was pasted round it."""

from __future__ import annotations

import time

from tests.each import each

from probata.workbook.cells import bare_id


@each(
    ("typed", "bare"),
    [
        ("  zhao-min\n", "zhao-min"),
        ("\u200bzhao-min\ufeff \u00a0", "zhao-min"),
        ("z", "z"),
        ("zhao  min", "zhao  min"),
        ("a\nb ", "a\nb"),
        (" \u200b ", ""),
        ("", ""),
    ],
)
def test_what_cannot_be_seen_at_the_ends_of_an_id_is_none_of_it(typed: str, bare: str) -> None:
    assert bare_id(typed) == bare


@each("unseen", [" ", "\u200b", " a"])
def test_a_cell_full_of_what_cannot_be_seen_is_read_in_no_time(unseen: str) -> None:
    start = time.process_time()
    assert bare_id("a" + unseen * 50_000 + "b").endswith("b")
    assert time.process_time() - start < 1

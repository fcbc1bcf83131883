"""What strangers' files do to parsers stays in the other process."""

from __future__ import annotations

from pathlib import Path

import pytest

from probata.source.in_child import MEGABYTE, Child, ChildError


@pytest.mark.parametrize(
    ("program", "kind"),
    [
        ("while True: pass", "time"),
        (f"bytearray({4_000 * MEGABYTE})", "memory"),
        ("import os; os.abort()", "crash"),
        ("import os; os.write(1, b'{}'); raise ValueError('of no use')", "fault"),
    ],
)
def test_whatever_becomes_of_one_file_the_next_is_served(program: str, kind: str, tmp_path: Path) -> None:
    (script := tmp_path / "script.py").write_text(program, "utf-8")
    with Child(memory=1_000 * MEGABYTE) as child:
        with pytest.raises(ChildError) as told:
            child.call("runpy:run_path", path_name=str(script), seconds=2)
        assert told.value.kind == kind
        assert child.call("textwrap:dedent", text="  next") == "next"

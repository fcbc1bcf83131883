"""A bundle that is killed, a disk that is full, and a bit that changes: old or new, never half, and never unseen."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(sys.platform == "win32", reason="processes are forked")
def test_whatever_stops_a_bundle_every_file_is_old_or_new_and_each_bit_that_changes_is_found(tmp_path: Path) -> None:
    # In a process of its own: what is forked from one that has set a PDF waits for its threads for ever.
    tried = [sys.executable, "-m", "tests.bundle.stop_and_spoil", str(tmp_path / "stopped"), "2"]
    ran = subprocess.run(tried, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)
    assert ran.returncode == 0, ran.stderr
    assert "bits not found: []" in ran.stdout
    assert "'old, ended with 2'" in ran.stdout

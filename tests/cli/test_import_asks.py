"""In a terminal an import asks: which field an unknown heading is, and whether to write. A real terminal is opened."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from tests.case_folder import write_case

ROOT = Path(__file__).parents[2]
TABLE = "Name,Hue\nQuay Office,Quays\n"


def in_terminal(folder: Path, answers: str) -> str:
    """Run the import in a terminal of its own, type the answers, and return what it shows."""
    ours, theirs = pty.openpty()
    code = "import sys; sys.path[:0] = [sys.argv.pop(1)]; from probata.cli.main import main; main()"
    arguments = ["import", "table", "t.csv", "--case", "claims/harbour", "--as", "bodies"]
    running = subprocess.Popen(
        [sys.executable, "-c", code, str(ROOT / "src"), *arguments], cwd=folder, stdin=theirs, stdout=theirs,
        stderr=theirs, close_fds=True,
    )  # fmt: skip
    os.close(theirs)
    os.write(ours, answers.encode())
    shown = b""
    while True:
        try:
            part = os.read(ours, 4096)
        except OSError:  # the other end is closed
            break
        if not part:
            break
        shown += part
    running.wait(60)
    os.close(ours)
    return shown.decode()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_case(tmp_path / "claims")
    (tmp_path / "t.csv").write_text(TABLE, encoding="utf-8")
    return tmp_path


def test_a_heading_is_asked_for_until_it_is_a_field_and_written_after_a_yes(folder: Path) -> None:
    shown = in_terminal(folder, "shrot_name\nshort_name\ny\n")

    assert "which field is the column `Hue`?" in shown
    assert "`shrot_name` is no field: did you mean `short_name`?" in shown
    assert "write this into the case?" in shown
    bodies = (folder / "claims/harbour/bodies.yaml").read_text(encoding="utf-8")
    assert bodies.endswith("- id: quay-office\n  name: Quay Office\n  short_name: Quays\n")
    assert '"Hue" = "short_name"' in (folder / "claims/harbour/import-headings.toml").read_text(encoding="utf-8")


def test_after_a_no_nothing_is_written(folder: Path) -> None:
    before = (folder / "claims/harbour/bodies.yaml").read_bytes()

    shown = in_terminal(folder, "\nn\n")

    assert "added body `quay-office`" in shown
    assert "nothing was written" in shown
    assert (folder / "claims/harbour/bodies.yaml").read_bytes() == before
    assert not (folder / "claims/harbour/import-headings.toml").exists()

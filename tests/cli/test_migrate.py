"""`probata migrate`: all files or none, with the old ones kept."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.command import Command
from tests.migrations.old_case import NEW_ALLEGATIONS, NEW_CASE, OLD_ALLEGATIONS, OLD_CASE, texts, write_old_case

KEPT = ".before-format-1"


@pytest.fixture
def old(probata: Command) -> Path:
    """A case in format 0 below `claims`."""
    return write_old_case(probata.folder / "claims")


def refusing(name: str, error: BaseException, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let something stop the program when it first moves the new `name` into place."""
    real_replace = Path.replace
    met: list[Path] = []

    def replace(path: Path, target: Path) -> Path:
        if target.name == name and ".before" not in str(target) and not met:
            met.append(target)
            raise error
        return real_replace(path, target)

    monkeypatch.setattr(Path, "replace", replace)


@pytest.mark.parametrize("command", ["build", "check", "show"])
def test_commands_that_read_an_old_case_end_with_2_and_name_the_way_out(
    probata: Command, old: Path, command: str
) -> None:
    found = probata(command, "harbour", *(["people"] if command == "show" else []))

    assert found.code == 2
    assert "the case is in format 0, and this version of Probata reads format 1" in found.out + found.err
    assert not (probata.folder / "output").exists()


def test_a_migrated_case_builds_and_the_old_files_are_kept_as_they_were(probata: Command, old: Path) -> None:
    before = texts(old)

    made = probata("migrate", "harbour")

    assert made.code == 0, made.err
    assert "claims/harbour/case.yaml:4: `date` becomes `as_of`" in made.out
    assert "`claims/harbour` is in format 1 now; the old files are in claims/harbour/.before-format-1/" in made.out
    assert (old / "case.yaml").read_text(encoding="utf-8") == NEW_CASE
    assert (old / "allegations.yaml").read_text(encoding="utf-8") == NEW_ALLEGATIONS
    assert {path.name: path.read_bytes() for path in (old / KEPT).iterdir()} == {
        "case.yaml": OLD_CASE.encode(),
        "allegations.yaml": OLD_ALLEGATIONS.encode(),
    }
    unchanged = set(before) - {"case.yaml", "allegations.yaml"}
    assert {name: texts(old)[name] for name in unchanged} == {name: before[name] for name in unchanged}
    assert probata("build", "harbour", "--format", "html").code == 0


def test_a_dry_run_says_the_same_and_writes_nothing(probata: Command, old: Path) -> None:
    before = texts(old)

    found = probata("migrate", "harbour", "--dry-run")

    assert found.code == 0
    assert "claims/harbour/case.yaml:4: `date` becomes `as_of`" in found.out
    assert "nothing was written" in found.out
    assert texts(old) == before
    assert not (old / KEPT).exists()


def test_a_second_migration_has_nothing_to_do_and_touches_nothing(probata: Command, old: Path) -> None:
    probata("migrate", "harbour")
    kept = {path.name: path.read_bytes() for path in (old / KEPT).iterdir()}

    found = probata("migrate", "harbour")

    assert (found.code, found.out) == (0, "`claims/harbour` is in format 1 already: nothing to do\n")
    assert {path.name: path.read_bytes() for path in (old / KEPT).iterdir()} == kept


def test_files_that_were_kept_before_are_not_overwritten(probata: Command, old: Path) -> None:
    (old / KEPT).mkdir()
    (old / KEPT / "case.yaml").write_text("older", encoding="utf-8")

    found = probata("migrate", "harbour")

    assert "the old files are in claims/harbour/.before-format-1-2/" in found.out
    assert (old / KEPT / "case.yaml").read_text(encoding="utf-8") == "older"


def test_a_file_that_cannot_be_written_leaves_all_files_as_they_were(
    probata: Command, old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = texts(old)
    refusing("case.yaml", PermissionError(13, "Permission denied"), monkeypatch)

    found = probata("migrate", "harbour")

    assert found.code == 2
    assert "could not be written: you may not write there, or another program has it open" in found.err
    assert "nothing was changed" in found.err
    assert texts(old) == before
    assert [path.name for path in old.iterdir() if path.name.startswith(".")] == []


def test_a_migration_that_is_stopped_leaves_all_files_as_they_were(
    probata: Command, old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = texts(old)
    refusing("case.yaml", KeyboardInterrupt(), monkeypatch)

    assert probata("migrate", "harbour").code == 130
    assert texts(old) == before


def test_a_migration_that_is_killed_half_way_can_be_run_again(probata: Command, old: Path) -> None:
    killed = (
        "import os, sys, signal\n"
        "from pathlib import Path\n"
        "real = Path.replace\n"
        "def replace(path, target):\n"
        "    if target.name == 'case.yaml' and '.before' not in str(target):\n"
        "        os.kill(os.getpid(), signal.SIGKILL)\n"
        "    return real(path, target)\n"
        "Path.replace = replace\n"
        "from probata.cli.main import run\n"
        "run(['migrate', 'harbour'])\n"
    )
    subprocess.run([sys.executable, "-c", killed], cwd=probata.folder, check=False)
    assert (old / "case.yaml").read_text(encoding="utf-8") == OLD_CASE
    assert (old / "allegations.yaml").read_text(encoding="utf-8") == NEW_ALLEGATIONS

    assert probata("migrate", "harbour").code == 0

    assert (old / "case.yaml").read_text(encoding="utf-8") == NEW_CASE
    assert (old / KEPT / "allegations.yaml").read_text(encoding="utf-8") == OLD_ALLEGATIONS


def test_what_has_to_be_mended_first_is_told_and_nothing_is_written(probata: Command) -> None:
    old = write_old_case(probata.folder / "claims", case=OLD_CASE + "as_of: 2026\n")
    before = texts(old)

    found = probata("migrate", "harbour")

    assert found.code == 2
    assert "`date` and its new name `as_of` both stand here" in found.err
    assert "`claims/harbour` was not changed" in found.err
    assert texts(old) == before

"""Kill a process again and again while it saves: `python -m tests.workbench.kill_while_saving FOLDER ROUNDS`.

Each time the case that is a copy in FOLDER must be whole, as it was before a save or after it, and be saved again;
nothing that was half written may be left then, and never beside its records.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from time import sleep

from probata.diagnostics import Severity
from probata.edits.change import WholeRecord
from probata.model.kinds import KINDS
from probata.output.together import write_together
from probata.pipeline.session import open_workspace
from probata.source.text_edits import Replaced
from probata.workbench import desk as desk_module
from probata.workbench.desk import Desk
from probata.workbench.undone import OWN_FOLDER
from probata.workbook.convert import plain_records
from probata.workbook.read_records import read_records

TEXT = " all of it" * 200
LONGEST = 0.04
"""Seconds after the first byte of a save at which the process is killed at the latest; a save takes less."""


def desk_on(case: Path) -> Desk:
    """Put a case on a desk of its own."""
    return Desk(case, case.name, open_workspace())


def set_title(desk: Desk, title: str) -> None:
    """Change the title of a count."""
    record = desk.record("counts", "torture")
    desk.change(f"title {title}", [WholeRecord("counts", "torture", {**record, "title": title})])


def title_in(case: Path) -> str:
    """Return the title of the count as the files have it, which must be without a fault."""
    source = read_records(case, case.name, tuple(kind.key for kind in KINDS))
    assert not [one for one in source.findings if one.severity is Severity.ERROR]
    return next(str(one["title"]) for one in plain_records(source)["counts"] if one["id"] == "torture")


def half_written(case: Path) -> list[Path]:
    """Return what a process left that was killed while it wrote."""
    return [path for path in case.rglob("*") if path.name.endswith(".part")]


def kill(case: Path, rounds: int) -> tuple[int, int]:
    """Return how often the case was as before and how often as after, of so many rounds."""
    desk, old, new = desk_on(case), 0, 0
    set_title(desk, f"begun{TEXT}")
    before = title_in(case)
    for number in range(rounds):
        told, telling = os.pipe()
        child = os.fork()
        if not child:
            _save_and_tell(desk, f"{number}{TEXT}", telling)
        os.read(told, 1)
        sleep(number * 0.618034 % 1 * LONGEST)  # spread over the whole time
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(told)
        os.close(telling)
        title = title_in(case)
        assert title in (before, f"{number}{TEXT}"), title
        assert not [path for path in half_written(case) if OWN_FOLDER not in path.parts]
        old, new = (old + 1, new) if title == before else (old, new + 1)
        before = title
    set_title(desk_on(case), "after all")
    assert title_in(case) == "after all"
    assert not half_written(case)
    return old, new


def _save_and_tell(desk: Desk, title: str, telling: int) -> None:
    """Save in a process of its own, and tell when writing begins."""

    def writing(files: Sequence[Replaced], by_way_of: Path | None) -> None:
        os.write(telling, b".")
        write_together(files, by_way_of)

    setattr(desk_module, "write_together", writing)  # noqa: B010  # the name is not one that the module gives out
    set_title(desk, title)
    sleep(10)
    os._exit(0)


if __name__ == "__main__":
    old, new = kill(Path(sys.argv[1]), int(sys.argv[2]))
    sys.stdout.write(f"{old} times as before, {new} times as after, each time whole\n")

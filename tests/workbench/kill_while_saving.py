"""Kill a process again and again while it saves: `python -m tests.workbench.kill_while_saving FOLDER ROUNDS`.

Each time the case that is a copy in FOLDER must be whole, as it was before a save or after it, and be saved again.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from time import sleep

from tests.workbench.conftest import desk_on

from probata.edits.change import WholeRecord
from probata.workbench.desk import Desk

TEXT = " all of it" * 200
LONGEST = 0.25
"""Seconds after which it is killed at the latest; a save of text takes a tenth of that."""


def set_title(desk: Desk, title: str) -> None:
    """Change the title of a count."""
    record = desk.record("counts", "torture")
    desk.change(f"title {title}", [WholeRecord("counts", "torture", {**record, "title": title})])


def title_in(case: Path) -> str:
    """Return the title of the count as the files have it."""
    return str(desk_on(case).record("counts", "torture")["title"])


def kill(case: Path, rounds: int) -> int:
    """Return how many different titles were left by so many rounds."""
    desk, found = desk_on(case), set()
    set_title(desk, f"begun{TEXT}")
    for number in range(rounds):
        child = os.fork()
        if not child:
            for turn in range(10_000):
                set_title(desk, f"{number}-{turn}{TEXT}")
            os._exit(1)
        sleep(number * 0.618034 % 1 * LONGEST)  # spread over the whole time
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        title = title_in(case)
        assert title.endswith(TEXT), title
        found.add(title)
    set_title(desk_on(case), "after all")
    assert title_in(case) == "after all"
    return len(found)


if __name__ == "__main__":
    found = kill(Path(sys.argv[1]), int(sys.argv[2]))
    sys.stdout.write(f"{found} different ones, each whole\n")

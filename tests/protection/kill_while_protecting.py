"""Kill a process again and again while it protects: `python -m tests.protection.kill_while_protecting FOLDER ROUNDS`.

FOLDER is made. Each file must be as before or without the names, the same command must go on to the end, and the way
back must lead to the same bytes.
"""

from __future__ import annotations

import os
import signal
import sys
from collections import Counter
from pathlib import Path
from time import perf_counter, sleep

from tests.evidence.kill_while_preserving import in_child
from tests.protection_case import NAMES, protected_case


def held(case: Path) -> dict[Path, bytes]:
    """Return the files of a case with their bytes; the program has a folder of its own there."""
    files = (path for path in sorted(case.rglob("*")) if path.is_file() and ".probata" not in path.parts)
    return {path: path.read_bytes() for path in files}


def kill(folder: Path, rounds: int) -> Counter[str]:
    """Return how often the case was as before, had no name left, or stood in between; the last can be gone on with."""
    case = protected_case(folder / "claims")
    before = held(case)
    arguments = ("protect", str(case), "--key", str(folder / "keys/own.txt"))
    assert in_child(None, *arguments, "--yes") == 0
    after = held(case)
    started = perf_counter()
    assert in_child(None, *arguments, "--undo") == 0
    longest = 3 * (perf_counter() - started)
    found: Counter[str] = Counter()
    for number in range(rounds):
        _kill_one(number * 0.618034 % 1 * longest, *arguments, "--undo" if number % 2 else "--yes")
        now = {path: data for path, data in held(case).items() if not path.name.endswith(".part")}
        assert all(data in (before[path], after[path]) for path, data in now.items())
        found["before" if now == before else "after" if now == after else "between"] += 1
        assert in_child(None, *arguments, "--yes") == 0
        assert not any(name in data.decode() for name in NAMES for data in held(case).values())
        assert in_child(None, *arguments, "--undo") == 0
        assert {path: data for path, data in held(case).items() if path in before} == before
        if number % 2 == 0:
            assert in_child(None, *arguments, "--yes") == 0
    return found


def _kill_one(after: float, *arguments: str) -> None:
    child = os.fork()
    if not child:
        in_child_of_its_own(*arguments)
    sleep(after)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def in_child_of_its_own(*arguments: str) -> None:
    """Run a command and leave the process."""
    from probata.cli.main import run

    try:
        run([*arguments, "--quiet"])
    finally:
        os._exit(0)


if __name__ == "__main__":
    print(dict(kill(Path(sys.argv[1]), int(sys.argv[2]))))  # noqa: T201

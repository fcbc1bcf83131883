"""Kill a process again and again while it preserves: `python -m tests.evidence.kill_while_preserving FOLDER ROUNDS`.

FOLDER is made. Each time the records must be as before or have the new copy, nothing may fail that `verify` looks at,
and the same file must be preserved afterwards.
"""

from __future__ import annotations

import os
import signal
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import sleep

from tests.case_folder import write_case

from probata.cli import preserve, write_copies
from probata.cli.main import run
from probata.evidence.store import Store
from probata.evidence.verify import Answer, Verification
from probata.graph.load import load_case
from probata.graph.resolve import Known
from probata.model.moment import parse_moment
from probata.output.lock import hold

SIZE = 4_000_000
LOADED = preserve
"""Loaded here, since a child on a full disk cannot."""
LONGEST = 0.2
"""Seconds after the lock is taken at which the process is killed at the latest; most are done by then."""


def in_child(work: Callable[[], None] | None, *arguments: str) -> int:
    """Run a command in a process of its own, without its words, and return what it ended with; `work` comes first."""
    child = os.fork()
    if not child:
        code, sys.stdout = 99, Path(os.devnull).open("w")  # noqa: SIM115  # ends with the process
        sys.stderr = sys.stdout
        try:
            sys.stdout = sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - words need a disk, too
            if work:
                work()
            code = run([*arguments, "--quiet"])
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def state_of(case: Path) -> tuple[int, list[str]]:
    """Return how many copies are recorded, and everything that fails."""
    graph = load_case(case, case.name, Known()).graph
    assert graph is not None
    assert not graph.unread.kinds
    found = Verification(Store.of(case), graph.copies, parse_moment("2999-01-01")).items()
    return len(graph.copies), [f"{item.name}: {item.said}" for item in found if item.answer is Answer.FAIL]


def kill(folder: Path, rounds: int) -> Counter[str]:
    """Return how often the records were as before and how often they had the new copy."""
    case = write_case(folder)
    assert in_child(None, "preserve", str(case), __file__, "--yes") == 0
    found: Counter[str] = Counter()
    for number in range(rounds):
        file = folder / f"scan {number}"
        file.write_bytes(number.to_bytes(4, "big") * (SIZE // 4))
        before, _ = state_of(case)
        _kill_one(case, file, number * 0.618034 % 1 * LONGEST)  # spread over the whole time
        after, fails = state_of(case)
        assert fails == [], fails
        assert after in (before, before + 1)
        found["old" if after == before else "new"] += 1
        found["left unfinished"] += bool(Store.of(case).unfinished())
        assert in_child(None, "preserve", str(case), str(file), "--yes") == 0
        assert state_of(case) == (before + 1, [])
        assert Store.of(case).unfinished() == []
        file.unlink()
    return found


def _kill_one(case: Path, file: Path, after: float) -> None:
    told, telling = os.pipe()
    child = os.fork()
    if not child:
        _preserve_and_tell(case, file, telling)
    os.close(telling)
    began = os.read(told, 1)
    sleep(after)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(told)
    assert began, "it ended before it took the lock"


def _preserve_and_tell(case: Path, file: Path, telling: int) -> None:
    @contextmanager
    def holding(folder: Path) -> Iterator[None]:
        with hold(folder):
            os.write(telling, b".")
            yield

    setattr(write_copies, "hold", holding)  # noqa: B010  # the name is not one that the module gives out
    try:
        run(["preserve", str(case), str(file), "--yes", "--quiet"])
        sleep(10)
    finally:
        os._exit(0)


if __name__ == "__main__":
    Path(sys.argv[1]).mkdir(parents=True)
    counted = kill(Path(sys.argv[1]), int(sys.argv[2]))
    sys.stdout.write(f"{dict(counted)}, and nothing failed\n")

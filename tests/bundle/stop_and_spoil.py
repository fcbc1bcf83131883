"""Stop `bundle` again and again, fill its disk, change bits: `python -m tests.bundle.stop_and_spoil FOLDER ROUNDS`.

FOLDER is made. After each kill every file for others is whole, as before or new, the store passes, and the next command
makes the bundle. Then so many single bits are changed in store, log, files for others, certificate and their list, one
at a time, and `verify` must find each.
"""

from __future__ import annotations

import os
import resource
import signal
import sys
import time
from collections import Counter
from collections.abc import Iterator
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

from tests.bundle.made_pdfs import exhibit
from tests.evidence.kill_while_preserving import in_child, state_of
from tests.protection_case import protected_case

from probata.cli import bundle_case as command
from probata.cli.main import run
from probata.evidence.store import Store
from probata.output import OutputFolder

LOADED = command
"""Loaded here, so that a child that is stopped has begun to work."""
WORDS = ("A summary that stands in every document.", "Another summary, for another bundle.")
Made = dict[str, str]
"""The hash of each file for others, by its name."""


class Stopped:
    """A case whose bundle is made in one of two wordings, and what lies in the folder for others of each."""

    def __init__(self, folder: Path) -> None:
        """Write the case, with settings that say where documents go, and make both bundles."""
        (folder / "probata.toml").write_text('[house]\noutput = "out"\n')
        self.case = protected_case(folder)
        self.out = folder / "out"
        self.asked = ("bundle", str(self.case), "--forum", "uk-ghr", "--out", str(self.out))
        scan = exhibit(folder / "scan.pdf", ["The quay", "The harbour"])
        assert in_child(None, "preserve", str(self.case), str(scan), "--source", "report", "--yes") == 0
        self.wording = 1
        self.made = [self._whole(0), self._whole(1)]
        assert self.made[0].keys() == self.made[1].keys()
        assert self.made[0] != self.made[1]

    @property
    def home(self) -> Path:
        """The output folder of the case."""
        return self.out / self.case.name

    def there(self) -> Made:
        """Return what lies in the folder for others."""
        return {path.name: sha256(path.read_bytes()).hexdigest() for path in (self.home / "outgoing").iterdir()}

    def turn(self, wording: int) -> None:
        """Give the case a wording."""
        book = self.case / "case.yaml"
        book.write_text(book.read_text().replace(WORDS[self.wording], WORDS[wording]))
        self.wording = wording

    def _whole(self, wording: int) -> Made:
        self.turn(wording)
        assert in_child(None, *self.asked) == 0
        assert state_of(self.case) == (1, [])
        return self.there()

    def goes_on(self) -> None:
        """Make the bundle; nothing is left of what was stopped."""
        assert self._whole(self.wording) == self.made[self.wording]
        assert [path.name for path in self.home.iterdir() if path.name not in (".lock", "outgoing", "internal")] == []
        assert list(self.home.glob("**/.*.part")) == []

    def verify(self) -> int:
        """Return what `verify` ends with."""
        return in_child(partial(os.chdir, self.case.parent), "verify", str(self.case))

    def judged(self) -> str:
        """Say whether what is there is old, new or some of each; every file is one of the two, and whole."""
        assert state_of(self.case) == (1, [])
        there, new, old = self.there(), self.made[self.wording], self.made[1 - self.wording]
        assert there.keys() == new.keys()
        assert all(there[name] in (new[name], old[name]) for name in there)
        return "new" if there == new else "old" if there == old else "some of each"


def kill(stopped: Stopped, rounds: int) -> Counter[str]:
    """Kill it at moments spread over the whole, every other time over the moments in which files are placed."""
    stopped.turn(1 - stopped.wording)  # where nothing has changed nothing is made
    began = time.perf_counter()
    stopped.goes_on()
    whole, found = time.perf_counter() - began, Counter[str]()
    for number in range(rounds):
        stopped.turn(1 - stopped.wording)
        part = number * 0.618034 % 1
        _kill_one(stopped, placing=number % 2 == 1, after=part * (0.03 if number % 2 else whole))
        judged = stopped.judged()
        found[judged] += 1
        assert judged != "some of each" or stopped.verify() == 1
        stopped.goes_on()
    return found


def _kill_one(stopped: Stopped, *, placing: bool, after: float) -> None:
    told, telling = os.pipe()
    child = os.fork()
    if not child:
        _run_and_tell(stopped, telling, placing=placing)
    os.close(telling)
    os.read(told, 1)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(told)


def _run_and_tell(stopped: Stopped, telling: int, *, placing: bool) -> None:
    place = OutputFolder.place_files

    def telling_first(*given: Any) -> object:
        os.write(telling, b".")
        return place(*given)

    if placing:
        setattr(OutputFolder, "place_files", telling_first)  # noqa: B010  # in this process alone
    else:
        os.write(telling, b".")
    try:
        sys.stdout = sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115  # ends with the process
        run([*stopped.asked, "--quiet"])
        time.sleep(10)
    finally:
        os._exit(0)


def fill(stopped: Stopped, times: int) -> Counter[str]:
    """Let the disk take so many bytes of a file and no more, from none to more than the bundle has."""
    largest = max(path.stat().st_size for path in (stopped.home / "outgoing").iterdir())
    found: Counter[str] = Counter()
    for number in range(times):
        stopped.turn(1 - stopped.wording)
        size = largest * 5 // 4 * number // (times - 1)
        code, judged = in_child(partial(_limit, size), *stopped.asked), stopped.judged()
        assert (code, judged) in ((2, "old"), (1, "old"), (0, "old"), (0, "new")), (size, code, judged)
        found[f"{judged}, ended with {code}"] += 1
        stopped.goes_on()
    return found


def _limit(size: int) -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def spoil(stopped: Stopped, times: int) -> list[str]:
    """Change one bit at a time, and return those that `verify` did not find."""
    assert stopped.verify() == 0
    files = list(_files(stopped))
    sizes = [path.stat().st_size * 8 for path in files]
    missed = []
    for number in range(times):
        at = number % len(files)
        path, bit = files[at], number * 7919 * 104_729 % sizes[at]
        data = path.read_bytes()
        changed = bytearray(data)
        changed[bit // 8] ^= 1 << bit % 8
        path.chmod(0o644)
        path.write_bytes(changed)
        if stopped.verify() not in (1, 2):
            missed.append(f"{path.name}: {bit}")
        path.write_bytes(data)
    assert stopped.verify() == 0
    return missed


def _files(stopped: Stopped) -> Iterator[Path]:
    """Give store, log, files for others, certificates and the list of what was made."""
    yield from Store.of(stopped.case).files()
    yield stopped.case / "held/log.jsonl"
    yield from sorted((stopped.home / "outgoing").iterdir())
    yield from sorted((stopped.home / "internal/certificates").iterdir())
    yield stopped.home / "internal/written.json"


if __name__ == "__main__":
    where, many = Path(sys.argv[1]).absolute(), int(sys.argv[2])
    where.mkdir(parents=True)
    one = Stopped(where)
    sys.stdout.write(f"bits not found: {spoil(one, max(many, 14))}\n")
    sys.stdout.write(f"full disk: {dict(fill(one, max(many // 10, 3)))}\n")
    sys.stdout.write(f"killed: {dict(kill(one, many))}, and nothing failed\n")

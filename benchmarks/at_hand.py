"""One record of a case changed in a process that has it open: seconds until a filing and its findings are there again.

Prints the seconds of the processor of the first time, from the start of the process with nothing kept; then medians of
the times after a change: of the document tree with what is found in it, and with the findings of its records.
"""

from __future__ import annotations

import gc
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from statistics import median

from benchmarks.run import change_one
from probata.cli.cache_folder import UserStore
from probata.pipeline import check_document, draft, findings_for, forum_of, open_case, open_workspace, plan
from probata.pipeline.session import Workspace


def main() -> None:
    """Measure, with the collector off while a change is worked through, as in a command."""
    gc.disable()
    case, runs = Path(sys.argv[1]), int(sys.argv[2])
    with tempfile.TemporaryDirectory() as kept:
        workspace = replace(open_workspace(), store=UserStore(Path(kept)))
        _, cold = _until_there(case, workspace)
        rows = []
        for number in range(1, runs + 1):
            change_one(case, number)
            gc.collect()
            start = time.process_time()
            tree, whole = _until_there(case, workspace)
            rows.append((tree - start, whole - start))
    tree, whole = (median(column) for column in zip(*rows, strict=True))
    sys.stdout.write(f"{cold} {tree} {whole}\n")


def _until_there(case: Path, workspace: Workspace) -> tuple[float, float]:
    """Return when the document with its findings was there, and when those of its records were."""
    session = open_case(case, case.as_posix(), workspace)
    (filing,) = plan(session, workspace, ["uk-ghr"])
    drafted, _ = draft(session, workspace, filing, final=False)
    forum, _ = forum_of(session, workspace, filing)
    if drafted is None or forum is None:
        sys.exit("the filing cannot be composed")
    check_document(session, filing, forum, drafted)
    there = time.process_time()
    findings_for(session, workspace, filing)
    return there, time.process_time()


if __name__ == "__main__":
    main()

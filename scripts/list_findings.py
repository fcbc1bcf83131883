"""Print the rule, subject and severity of every finding of the cases, sorted and without wording.

Two runs, before and after a change of the code, can be compared with `diff`:

    python scripts/list_findings.py claims/example claims/liu-jianchao > before.txt
"""

from __future__ import annotations

import gc
import sys
from datetime import date
from pathlib import Path

from probata.pipeline import check_documents, open_case, open_workspace

DAY = date(2026, 7, 1)
"""The day on which the cases are looked at, so that the list does not change overnight."""


def lines_of(case: Path) -> list[str]:
    """Return a line for each finding on the records and documents of a case."""
    workspace = open_workspace(today=DAY)
    session = open_case(case, case.name, workspace)
    session.report.extend(check_documents(session, workspace))
    return sorted(
        f"{case.name}\t{found.name}\t{found.record}\t{found.severity.label}\t{found.filing}" for found in session.report
    )


if __name__ == "__main__":
    gc.disable()
    for name in sys.argv[1:]:
        sys.stdout.writelines(f"{line}\n" for line in lines_of(Path(name)))

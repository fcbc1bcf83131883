"""How many mistakes are found that were written without sight of the checks: printed, and tuned to nothing.

The mistakes stand in `unseen.yaml`, small changes of the fictional case in the form of `tests/mutations`. One counts as
found where the whole check of the case, its documents included, says something that it did not say before. That a
review or a decision falls, as with any change, does not count.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

import yaml
from tests.mutations.mutation import EXAMPLE, Mutation, tried_texts

from probata.pipeline import check_documents, open_case, open_workspace

BY_ANY_CHANGE = frozenset({"read-void", "read-missing", "decision-without-finding"})
Finding = tuple[str, str, str]
"""Name, record and what it says."""


def main() -> None:
    """Print what finds each mistake, and how many are found."""
    each = yaml.safe_load(Path(__file__).with_name("unseen.yaml").read_text(encoding="utf-8"))
    texts = tried_texts()
    with tempfile.TemporaryDirectory() as name:
        case = Path(name) / EXAMPLE.name
        shutil.copytree(EXAMPLE, case)
        before, found = _findings(case), 0
        for one in each:
            mistake = Mutation("", one["kind"], one["record"], tuple(one["edits"]))
            changed = mistake.applied_to(texts)
            for file, text in changed.items():
                (case / file).write_text(text, encoding="utf-8")
            new = sorted({check for check, _, _ in _findings(case) - before})
            for file in changed:
                (case / file).write_text(texts[file], encoding="utf-8")
            found += bool(new)
            sys.stdout.write(f"{', '.join(new) or '-':60}  {one['kind']} ({one['record']})\n")
    sys.stdout.write(f"found: {found} of {len(each)}\n")


def _findings(case: Path) -> set[Finding]:
    workspace = open_workspace()
    session = open_case(case, EXAMPLE.name, workspace)
    found = (*session.report, *check_documents(session, workspace)) if session.graph else session.report
    return {(one.name, one.record, str(one.message)) for one in found if one.name not in BY_ANY_CHANGE}


if __name__ == "__main__":
    main()

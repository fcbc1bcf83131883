"""A case in format 0, which was invented for these tests, with remarks and a layout of its own."""

from __future__ import annotations

from pathlib import Path

from tests.case_folder import CASE, write_case

OLD_CASE = f"""\
# The case of the harbour.
format: "0"   # the format
{CASE.replace("as_of: 2026-10-30", "date:   2026-10-30  # the day")}"""

NEW_CASE = f"""\
# The case of the harbour.
format: "1"   # the format
{CASE.replace("as_of: 2026-10-30", "as_of:   2026-10-30  # the day")}"""

OLD_ALLEGATIONS = """\
# Two of them; "claim:" in a remark or a text is no field.

- id: beatings
  title: "Alleged beatings in the harbour"   # claim: no
  'claim': "It is alleged that claim: guards beat detainees."
  roles: [{role: solvan-commander}]
  conduct: [torture]
  particulars: >-
    claim: a line of text
    and another one.
- {id: theft, title: Alleged theft – 刘建超, claim: It is alleged that things were taken.}
"""

NEW_ALLEGATIONS = OLD_ALLEGATIONS.replace("'claim':", "'statement':").replace("刘建超, claim:", "刘建超, statement:")


def write_old_case(folder: Path, **files: str | bytes | None) -> Path:
    """Write the case and return its folder."""
    return write_case(folder, **{"case": OLD_CASE, "allegations": OLD_ALLEGATIONS, **files})


def texts(case: Path) -> dict[str, bytes]:
    """Return every file of a case but those that are kept, by its path below it."""
    files = (path for path in case.rglob("*") if path.is_file())
    return {path.relative_to(case).as_posix(): path.read_bytes() for path in files if ".before" not in str(path)}

"""The real case many times over, as one case: every record with a number behind its id, and references with it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

ORIGINAL = Path("claims/liu-jianchao")
ONCE = {"case.yaml", "datasets.yaml", "figures.yaml", "reads.yaml", "decisions.yaml"}
"""Files that stand once: what belongs to the tables, and what the team writes of itself."""
TOGETHER = 16
"""Copies in one file."""
_ID = re.compile(r"^- id: (\S+)$", re.MULTILINE)


def write_case(folder: Path, times: int) -> Path:
    """Write the case with its records `times` over; tables and narrative stand once. Return its folder."""
    case = folder / f"case-{times}"
    shutil.copytree(ORIGINAL, case, dirs_exist_ok=True)
    copied = (path for path in case.glob("*.yaml") if path.name not in ONCE)
    texts = {path: path.read_text(encoding="utf-8") for path in copied}
    ids = sorted({found for text in texts.values() for found in _ID.findall(text)}, key=len, reverse=True)
    known = re.compile(rf"(?<![\w.-])({'|'.join(map(re.escape, ids))})(?![\w-])")
    for path, text in texts.items():
        copies = [text, *(known.sub(rf"\1-x{number}", text) for number in range(1, times))]
        path.unlink(missing_ok=True)
        (case / path.stem).mkdir(exist_ok=True)
        for first in range(0, times, TOGETHER):  # no file that is read may be larger than 4 MB
            part = case / path.stem / f"{first:03}.yaml"
            part.write_text("\n".join(copies[first : first + TOGETHER]), encoding="utf-8")
    return case

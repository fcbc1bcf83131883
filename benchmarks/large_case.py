"""The real case many times over, as one case: every record with a number behind its id, and references with it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

ORIGINAL = Path("claims/liu-jianchao")
_ID = re.compile(r"^- id: (\S+)$", re.MULTILINE)


def write_case(folder: Path, times: int) -> Path:
    """Write the case with its records `times` over; tables and narrative stand once. Return its folder."""
    case = folder / f"case-{times}"
    shutil.copytree(ORIGINAL, case, dirs_exist_ok=True)
    texts = {path: path.read_text(encoding="utf-8") for path in case.glob("*.yaml") if path.name != "case.yaml"}
    ids = sorted({found for text in texts.values() for found in _ID.findall(text)}, key=len, reverse=True)
    known = re.compile(rf"(?<![\w.-])({'|'.join(map(re.escape, ids))})(?![\w-])")
    for path, text in texts.items():
        if path.name in {"datasets.yaml", "reads.yaml", "decisions.yaml"}:
            continue
        copies = [known.sub(rf"\1-x{number}", text) for number in range(1, times)]
        path.write_text("\n".join([text, *copies]), encoding="utf-8")
    return case

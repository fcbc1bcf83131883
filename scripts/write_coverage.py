"""Write `coverage.json`, which says what characters our fonts have. Run it after a change of the fonts."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from fontTools.ttLib import TTFont

from probata.fonts.files import COVERAGE, chinese_file, own_files


def main() -> None:
    """Write the file."""
    COVERAGE.write_text(coverage(), encoding="utf-8")


def coverage() -> str:
    """Return what the file holds: where code points without a gap begin and end, in turn."""
    return json.dumps({"own": _ends(own_files()), "chinese": _ends([chinese_file()])}) + "\n"


def _ends(fonts: Iterable[Path]) -> list[int]:
    points = {point for font in fonts for point in _points(font)}
    return sorted(
        point for point in points | {point + 1 for point in points} if (point in points) != (point - 1 in points)
    )


def _points(path: Path) -> set[int]:
    with TTFont(path, lazy=True) as font:
        return {*font.getBestCmap()}


if __name__ == "__main__":
    main()

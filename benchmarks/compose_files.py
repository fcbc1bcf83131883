"""`yaml.compose` with the C loader on the files named, as the measure of what reading them costs at least.

The collector is off, as it is in the program. All nodes are kept until the end.
"""

from __future__ import annotations

import gc
import sys
from pathlib import Path

import yaml


def main() -> None:
    """Compose each file."""
    gc.disable()
    case = Path(sys.argv[1])
    nodes = [
        yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader) for path in sorted(case.rglob("*.yaml"))
    ]
    if not all(nodes):
        sys.exit("a file is empty")


if __name__ == "__main__":
    main()

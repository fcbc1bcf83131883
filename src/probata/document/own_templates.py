"""Where the forums are that ship with the program."""

from __future__ import annotations

from pathlib import Path

import probata


def own_templates() -> Path:
    """Return the folder of the forums that ship with the program, from the wheel or from a checkout."""
    package = Path(str(probata.__file__)).parent
    packed = package / "_templates"
    return packed if packed.is_dir() else package.parents[1] / "templates"

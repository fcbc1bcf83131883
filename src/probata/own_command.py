"""Our own program, begun once more in a process of its own."""

from __future__ import annotations

import sys


def own_command(*arguments: str, module: str = "probata") -> list[str]:
    """Return the command that runs the program, or another module of ours, with these arguments.

    `-P`: no module is taken from the folder in which somebody works, which may be the case of a stranger with a
    `typer.py` in it.
    """
    return [sys.executable, "-P", "-m", module, *arguments]

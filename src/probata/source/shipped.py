"""Tables that ship with the program, each a TOML file beside the code that knows what it means."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def shipped(room: str, name: str) -> dict[str, Any]:
    """Return the tables of a file in a room, `importers.ftm`; it is read once, and nobody changes it."""
    return tomllib.loads(files(f"probata.{room}").joinpath(name).read_text(encoding="utf-8"))

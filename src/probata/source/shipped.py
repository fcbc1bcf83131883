"""Tables that ship with the program, each a file beside the code that knows what it means."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def shipped(room: str, name: str) -> dict[str, Any]:
    """Return the tables of a file in a room, `importers.ftm`; it is read once, and nobody changes it."""
    return tomllib.loads(files(f"probata.{room}").joinpath(name).read_text(encoding="utf-8"))


class ShippedError(Exception):
    """A table that ships with the program is faulty: a fault of ours."""


@cache
def shipped_yaml(room: str, *path: str) -> Any:
    """Return what a YAML file in a room holds, scalars as strings; raises `ShippedError` where it is faulty."""
    from probata.source.node import to_plain  # with the reader of YAML, which TOML does not wait for
    from probata.source.yaml_reader import read_yaml

    name = path[-1]
    node, faults = read_yaml(files(f"probata.{room}").joinpath(*path).read_text("utf-8"), name)
    if node is None or faults:
        raise ShippedError(f"{name}: {faults[0].message if faults else 'it is empty'}")
    return to_plain(node)

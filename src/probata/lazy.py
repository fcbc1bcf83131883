"""Packages whose names are imported when they are asked for, so that a command loads what it uses and no more."""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module
from typing import Any


def names_from(package: str, *modules: str) -> Callable[[str], Any]:
    """Return the `__getattr__` of a package, which looks for what is in `__all__` in one module after the other.

    A module stands behind those that it imports, so that no more is imported than the name needs.
    """

    def find(name: str) -> Any:
        for module in modules if name in sys.modules[package].__all__ else ():
            found = vars(import_module(f"{package}.{module}"))
            if name in found:
                return found[name]
        raise AttributeError(f"module {package!r} has no attribute {name!r}")

    return find

"""Names of checks as records give them: one that a check bore before means the check."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator

from probata.model.record import Id
from probata.source.shipped import shipped


def is_removed(name: str) -> bool:
    """Tell whether a check is no longer made: a decision or level that names it is kept, and has no effect."""
    return name in shipped("model", "former_names.toml")["removed"]


def current_name(name: str) -> str:
    """Return what a check is called today; any other word as it is."""
    former: dict[str, str] = shipped("model", "former_names.toml")["checks"]
    return former.get(name, name)


CheckName = Annotated[Id, AfterValidator(current_name)]
"""Name of a check, as it is called today."""

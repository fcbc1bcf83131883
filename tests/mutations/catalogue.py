"""All changes that must be found, from the YAML files beside this one; `README.md` of the tests says how they read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from tests.mutations.mutation import Edit, Mutation, append, drop, replace_all, share, swap


def _edit(of: dict[str, str]) -> Edit:
    """Make an edit of what its keys say: a text for another, a field less, a text more, a column as a share."""
    file, record = of["file"], of.get("record", "")
    if "without" in of:
        return drop(file, record, of["without"])
    if "added" in of:
        return append(file, of["added"])
    if "fraction" in of:
        return share(file, of["column"], of["of"], of["fraction"])
    if "everywhere" in of:
        return replace_all(file, of["everywhere"], of["new"])
    return swap(file, record, of["old"], of["new"])


def _mutation(of: dict[str, Any]) -> Mutation:
    return Mutation(**{**of, "edits": tuple(_edit(edit) for edit in of["edits"])})


MUTATIONS = tuple(
    _mutation(of)
    for path in sorted(Path(__file__).parent.glob("*.yaml"))
    for of in yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
)

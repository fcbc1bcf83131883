"""The age below which somebody is a child, whatever the forum."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from probata.law.checked import Checked, Text
from probata.source.node import to_plain
from probata.source.yaml_reader import read_yaml


class FullAge(Checked):
    """An age, by the instrument that sets it."""

    years: int
    """Full years from which somebody is of age."""
    instrument: Text
    """The instrument, by its title: it is none of the catalogue."""
    provision: Text
    """Its provision."""


@cache
def full_age() -> FullAge:
    """Read `full_age.yaml`, once; raises pydantic's `ValidationError` where it is faulty, which is a fault of ours."""
    file = files("probata.law").joinpath("full_age.yaml")
    node, _ = read_yaml(file.read_text("utf-8"), file.name)
    return FullAge.model_validate(to_plain(node) if node else {})

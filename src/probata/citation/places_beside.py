"""How a manual writes a place behind another, `460n12`, where its CSL style stands for the manual."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import PurePath

from probata.citation.legal_style import PinpointText


def places_beside(csl_name: str) -> Mapping[str, PinpointText]:
    """Return the forms for one place and for several, by type, of a CSL style; none where its manual says nothing.

    `csl_name` is a name of the collection, or the path of a file that was taken from it and keeps its name.
    """
    return _tables().get(PurePath(csl_name).stem.split("-")[0], {})


@cache
def _tables() -> Mapping[str, Mapping[str, PinpointText]]:
    text = files("probata.citation").joinpath("places_beside.toml").read_text(encoding="utf-8")
    return {
        name: {kind: (one, several) for kind, (one, several) in forms.items()}
        for name, forms in tomllib.loads(text).items()
    }

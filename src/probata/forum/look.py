"""The `look.toml` of a forum or an office, checked value by value, and the look that comes of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Annotated, Any, Final

from pydantic import BaseModel, Field, StringConstraints, ValidationError, create_model

from probata.diagnostics import Diagnostic
from probata.document.look import GROUPS, Face, Look, Paper, base_look
from probata.document.own_templates import own_templates
from probata.forum.faults import form_faults
from probata.forum.layer import merge
from probata.forum.layout import Layout, LineHeight, Millimetres, TypeSize
from probata.forum.sourced import Part
from probata.source.node import MappingNode, to_plain
from probata.source.text_file import CASE, TEMPLATES, read_text
from probata.source.toml_reader import read_toml

LOOK: Final = "look.toml"
"""The file of a forum that says how its documents look."""

_Share = Annotated[float, Field(ge=0.5, le=3)]
_Em = Annotated[float, Field(ge=0, le=15)]
_KINDS: Final[Mapping[str, Any]] = {
    "Face": Face,
    "Paper": Paper,
    "Millimetres": Millimetres,
    "Points": Annotated[float, Field(ge=0, le=6)],
    "TypeSize": TypeSize,
    "Share": _Share,
    "Shares": Annotated[tuple[_Share, ...], Field(min_length=3, max_length=3)],
    "Em": _Em,
    "Ems": Annotated[tuple[_Em, ...], Field(min_length=3, max_length=3)],
    "Lines": LineHeight,
    "Colour": Annotated[str, StringConstraints(pattern="^#[0-9a-fA-F]{6}$")],
    "Width": Annotated[float, Field(ge=20, le=100)],
    "bool": bool,
}


def _model(kind: type[Any], known: Mapping[str, Any]) -> type[BaseModel]:
    """Return the model of a group, whose fields are those of the plain type that documents bear."""
    taken: dict[str, Any] = {one.name: (known[str(one.type)], ...) for one in fields(kind)}
    return create_model(kind.__name__, __base__=Part, **taken)


_GROUPS: Final = {kind.__name__: _model(kind, _KINDS) for kind in GROUPS}
LookFile: Final = _model(Look, {**_KINDS, **_GROUPS})
"""A whole `look.toml`."""


@dataclass(frozen=True, slots=True)
class LookLayer:
    """What holds of one `look.toml`, and what is wrong in it."""

    data: Mapping[str, Any] = field(default_factory=dict)
    findings: tuple[Diagnostic, ...] = ()
    text: str = ""


def read_look(root: Path, path: Path, within: str = CASE) -> LookLayer:
    """Read a `look.toml` below `root`; what is wrong in it is a finding, and is taken from the look below it."""
    file = read_text(root, path, path.as_posix(), within)
    if isinstance(file, Diagnostic):
        return LookLayer(findings=(file,))
    node, found = read_toml(file.text, file.shown, "size")
    return LookLayer(findings=tuple(found), text=file.text) if node is None else _checked(node, file.text)


def _checked(node: MappingNode, text: str) -> LookLayer:
    data = to_plain(node)
    try:
        LookFile.model_validate(data)
    except ValidationError as error:
        for group, *key in [detail["loc"] for detail in error.errors() if detail["type"] != "missing"]:
            _drop(data, str(group), [str(step) for step in key[:1]])
        return LookLayer(data, tuple(form_faults(error, LookFile, node)), text)
    return LookLayer(data, (), text)


def _drop(data: dict[str, Any], group: str, key: list[str]) -> None:
    if key and isinstance(data.get(group), dict):
        data[group].pop(key[0], None)
    else:
        data.pop(group, None)


def look_of(layers: Iterable[Mapping[str, Any]], layout: Layout) -> Look:
    """Return our look with that of the layers over it, the last on top, and over all what the forum rules on."""
    data: Any = asdict(base_look())
    for layer in (*layers, _demanded(layout)):
        data = merge(data, layer)
    return Look.of(LookFile.model_validate(data).model_dump())


def _demanded(layout: Layout) -> dict[str, dict[str, Any]]:
    margins = layout.margins.model_dump() if layout.margins else {}
    demanded = {"page": {"paper": layout.paper, **margins}, "size": {"text": layout.font_size}}
    demanded["line"] = {"text": layout.line_height}
    return {name: {key: value for key, value in group.items() if value is not None} for name, group in demanded.items()}


def looks_of_folders(folders: Iterable[Path]) -> Iterator[LookLayer]:
    """Read the looks of the folders of a forum, its own first, and give them from the base up, but for our own."""
    base = own_templates() / "_base" / LOOK
    for path in reversed([folder / LOOK for folder in folders]):
        if path.exists() and path.resolve() != base.resolve():
            yield read_look(path.parents[1], path, TEMPLATES)

"""The text of a citation style of the user's own: a `.csl` or `.toml` file in the folder of a forum."""

from __future__ import annotations

from pathlib import Path

from probata.diagnostics import Diagnostic
from probata.source.text_file import TEMPLATES, TextFile, read_text


def style_text(path: Path) -> TextFile | Diagnostic:
    """Read the file of a style by its whole path; a file that cannot be read gives the finding that says why.

    A link is followed within the folder that holds the folder of the file, which is the templates folder, and no
    further: a forum may come from anybody.
    """
    return read_text(path.parent.parent, path, path.as_posix(), TEMPLATES)


def beside(style: str, name: str) -> str:
    """Return the whole path of the file that a style names: beside its own, whatever path it writes.

    What is no file of a style, such as `oscola`, is given back.
    """
    return (Path(style).parent / Path(name).name).as_posix() if name.endswith((".toml", ".csl")) else name

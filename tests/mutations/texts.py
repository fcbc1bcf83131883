"""The texts that may be changed: those of the fictional case, and those of the forums."""

from __future__ import annotations

from pathlib import Path

from probata.forum import own_templates

EXAMPLE = Path(__file__).resolve().parents[2] / "claims" / "example"
TEMPLATES = "templates/"
"""What the path of a text of a forum begins with."""


def example_texts() -> dict[str, str]:
    """Return every text of the fictional case by its path in the folder."""
    files = sorted(path for path in EXAMPLE.rglob("*") if path.is_file())
    return {path.relative_to(EXAMPLE).as_posix(): path.read_text(encoding="utf-8") for path in files}


def tried_texts() -> dict[str, str]:
    """Return every text that may be changed, by its path."""
    files = sorted(path for path in own_templates().rglob("*") if path.suffix in {".yaml", ".j2"})
    ours = {path.relative_to(own_templates()).as_posix(): path.read_text(encoding="utf-8") for path in files}
    return {**example_texts(), **{TEMPLATES + name: text for name, text in ours.items()}}


def is_template(name: str) -> bool:
    """Tell whether a text is one of a forum."""
    return name.startswith(TEMPLATES)

"""The blocks of every forum's template, for the commands that list and explain them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from probata.compose.template_blocks import TemplateBlock, template_blocks
from probata.forum.discovery import forum_folders
from probata.source.text_file import TEMPLATES, TextFile, read_text


def blocks_of_forums(roots: tuple[Path, ...]) -> Iterator[tuple[str, Path, TemplateBlock]]:
    """Give each block with its forum and the template's path, forum by forum; a template that is no text gives none."""
    for key, folder in forum_folders(roots).items():
        path = folder.path / "brief.md.j2"
        read = read_text(folder.root, path, path.as_posix(), TEMPLATES) if path.is_file() else None
        if isinstance(read, TextFile):
            yield from ((key, path, one) for one in template_blocks(read.text))

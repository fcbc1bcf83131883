"""The blocks of every forum's template, for the commands that list and explain them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from probata.compose.template_blocks import TemplateBlock, template_blocks
from probata.compose.template_file import TemplateFile, template_of
from probata.compose.template_loader import TemplateLoader
from probata.compose.template_sections import template_above
from probata.compose.told import ToldSyntaxError
from probata.forum.discovery import forum_folders
from probata.source.text_file import TEMPLATES, TextFile, read_text

_PRINTED = re.compile(r"\{\{ self\.(\w+)\(\) \}\}")
"""How a section that a template in Word asks for stands in its text."""
_DEEPEST = 20
"""Templates above one another that are looked through."""


def blocks_of_forums(roots: tuple[Path, ...]) -> Iterator[tuple[str, Path, TemplateBlock]]:
    """Give each block with its forum and the template's path, forum by forum.

    Of a template in Word they are the sections that it prints as the forum above has them. A template that cannot be
    read gives none.
    """
    for key, folder in forum_folders(roots).items():
        found = template_of([folder.path])
        if not isinstance(found, TemplateFile):
            continue
        if found.is_word:
            yield from ((key, found.path, one) for one in _sections_of(found, roots))
            continue
        read = read_text(folder.root, found.path, found.path.as_posix(), TEMPLATES)
        if isinstance(read, TextFile):
            yield from ((key, found.path, one) for one in template_blocks(read.text))


def _sections_of(template: TemplateFile, roots: tuple[Path, ...]) -> Iterator[TemplateBlock]:
    """Give the sections that a template in Word prints, as the nearest template above has each."""
    loader = TemplateLoader(roots)
    try:
        texts = [_text(loader, template.name)]
        while (above := template_above(texts[-1])) and len(texts) < _DEEPEST:
            texts.append(_text(loader, above))
    except ToldSyntaxError:
        return
    held: dict[str, TemplateBlock] = {}
    for block in (block for text in reversed(texts[1:]) for block in template_blocks(text)):
        before = held.get(block.name)
        held[block.name] = replace(block, remark=block.remark or (before.remark if before else ""))
    for name in dict.fromkeys(_PRINTED.findall(texts[0])):
        if name in held:
            yield held[name]


def _text(loader: TemplateLoader, name: str) -> str:
    loaded = loader(name)
    return loaded[0] if loaded else ""

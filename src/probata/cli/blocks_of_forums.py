"""The blocks of every forum's template, for the commands that list and explain them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from probata.compose.engine_faults import TemplateSyntaxFault
from probata.compose.template_files import TemplateFile, TemplateLoader, template_of
from probata.compose.template_sections import TemplateBlock, inherited_blocks, templates_upwards
from probata.forum.discovery import forum_folders

_PRINTED = re.compile(r"\{\{ self\.(\w+)\(\) \}\}")
"""How a section that a template in Word asks for stands in its text."""


def blocks_of_forums(roots: tuple[Path, ...]) -> Iterator[tuple[str, Path, TemplateBlock]]:
    """Give each block with its forum and the template's path, forum by forum, those of the templates above too.

    Of a template in Word they are the sections that it prints as the forum above has them. A template that cannot be
    read gives none.
    """
    loader = TemplateLoader(roots)
    for key, folder in forum_folders(roots).items():
        found = template_of([folder.path])
        if not isinstance(found, TemplateFile):
            continue
        try:
            texts = list(templates_upwards(found.name, loader.text))
        except TemplateSyntaxFault:
            continue
        blocks = _sections_of(texts) if found.is_word else inherited_blocks(texts)
        yield from ((key, found.path, one) for one in blocks)


def _sections_of(texts: list[str]) -> Iterator[TemplateBlock]:
    """Give the sections that a template in Word prints, as the nearest template above has each."""
    held = {block.name: block for block in inherited_blocks(texts[1:])}
    yield from (held[name] for name in dict.fromkeys(_PRINTED.findall(texts[0])) if name in held)

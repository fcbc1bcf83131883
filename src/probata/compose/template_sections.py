"""The blocks of a template without its text round them, so that a Word template can print each where it likes.

A Word template asks for `[section: request]`, which is the block `request` of the forum above as it stands there, with
what it imports and sets, and with `super()` working. So it extends the same template under another name, `sections:`
and its own, in which nothing is printed but one block, which the Word template fills.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from jinja2 import nodes

MARK = "sections:"
"""Stands before the name of a template that is asked for its blocks alone."""
BODY = "word_template"
"""The block that a Word template fills."""
_MAKES = (nodes.Import, nodes.FromImport, nodes.Macro, nodes.Assign, nodes.AssignBlock)
_BLOCK = re.compile(r"\{%[-+]?\s*block\s+(\w+)")
_EXTENDS = re.compile(r"""\{%[-+]?\s*extends\s+["']([^"']+)["']""")
_DEEPEST = 20
"""Templates above one another that are looked through."""


def only_sections(template: nodes.Template) -> nodes.Template:
    """Return a template that makes what its own makes and prints none of its blocks; one that extends, all the way up.

    Blocks inside a part that is never reached are known to the engine all the same.
    """
    above = next((node for node in template.body if isinstance(node, nodes.Extends)), None)
    if above is not None:
        if not (isinstance(above.template, nodes.Const) and str(above.template.value).startswith(MARK)):
            above.template = nodes.Concat([nodes.Const(MARK), above.template], lineno=above.lineno)
        return template
    kept = [node for node in template.body if isinstance(node, _MAKES)]
    rest = [node for node in template.body if not isinstance(node, _MAKES)]
    never = nodes.If(nodes.Const(False, lineno=1), rest, [], [], lineno=1)
    template.body = [*kept, never, nodes.Block(BODY, [], False, False, lineno=1)]
    return template


def section_names(name: str, text_of: Callable[[str], str]) -> tuple[str, ...]:
    """Return the blocks of a template and of those above it, each once, the lowest template's first."""
    found = (block for text in templates_upwards(name, text_of) for block in _BLOCK.findall(text))
    return tuple(dict.fromkeys(block for block in found if block != BODY))


def templates_upwards(name: str, text_of: Callable[[str], str]) -> Iterator[str]:
    """Give the text of a template, of the one that it extends, and so on up.

    `text_of` gives the text of a template by name, and nothing where there is none.
    """
    above: str | None = name
    for _ in range(_DEEPEST):
        text = text_of(above) if above else ""
        yield text
        above = template_above(text)
        if above is None:
            return


def template_above(text: str) -> str | None:
    """Return the name of the template that one extends; `None` where it extends none."""
    found = _EXTENDS.search(text)
    return found[1].removeprefix(MARK) if found else None


_BLOCK_WITH_REMARK = re.compile(
    r"(?:\{##(?P<remark>(?:(?!##\}).)*)##\}\s*)?"
    r"\{%-?\s*block\s+(?P<name>\w+)\s*-?%\}\n?(?P<text>.*?)\{%-?\s*endblock",
    re.DOTALL,
)
_IN_REMARK = re.compile(r"\{##(?:(?!##\}).)*\{%-?\s*block\b.*?##\}", re.DOTALL)
"""A block that is switched off, as all are in the template of a new forum."""


@dataclass(frozen=True, slots=True)
class TemplateBlock:
    """A block of a template, which a template that extends it may replace."""

    name: str
    remark: str
    """What it prints, in a sentence; empty where its template says nothing."""
    text: str
    """What stands in it."""


def template_blocks(template: str) -> tuple[TemplateBlock, ...]:
    """Return the blocks of a template in order; blocks inside blocks are part of the outer one."""
    found = _BLOCK_WITH_REMARK.finditer(_IN_REMARK.sub("", template))
    return tuple(TemplateBlock(m["name"], " ".join((m["remark"] or "").split()), m["text"].rstrip()) for m in found)


def inherited_blocks(texts: Sequence[str]) -> tuple[TemplateBlock, ...]:
    """Return the blocks of a template and of those above it, `texts` from the lowest up, in the order of the document.

    Each is given once, as the lowest template has it, with the nearest remark.
    """
    held: dict[str, TemplateBlock] = {}
    for block in (block for text in reversed(texts) for block in template_blocks(text) if block.name != BODY):
        before = held.get(block.name)
        held[block.name] = replace(block, remark=block.remark or (before.remark if before else ""))
    return tuple(held.values())

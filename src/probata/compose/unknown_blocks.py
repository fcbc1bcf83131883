"""Blocks of a template that no template above it has: what stands in them is never printed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from jinja2 import nodes

from probata.compose.environment import TemplateEnvironment
from probata.diagnostics import Diagnostic, Severity, Span


def unknown_blocks(texts: Mapping[str, str], environment: TemplateEnvironment) -> Iterator[Diagnostic]:
    """Give a finding for each such block; `texts` are templates by name, all sound.

    Only the blocks that stand by themselves in a template that extends another count: one inside a block is printed
    with it.
    """
    trees = {name: environment.parse(text, name) for name, text in sorted(texts.items())}
    for name, tree in trees.items():
        if not any(isinstance(node, nodes.Extends) for node in tree.body):
            continue
        known = {block.name for other, one in trees.items() if other != name for block in one.find_all(nodes.Block)}
        for block in (node for node in tree.body if isinstance(node, nodes.Block)):
            if block.name not in known:
                yield _finding(name, block, sorted(known))


def _finding(template: str, block: nodes.Block, known: list[str]) -> Diagnostic:
    near = get_close_matches(block.name, known, 1)
    return Diagnostic(
        "TPL103", "unknown-block", Severity.WARNING,
        f"no template above has a block `{block.name}`, so what stands in it is not printed",
        Span(template, block.lineno),
        f"did you mean `{near[0]}`?" if near else f"the blocks are {', '.join(known)}",
    )  # fmt: skip

"""Blocks of a template that no template above it has: what stands in them is never printed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from jinja2 import nodes

from probata.compose.environment import TemplateEnvironment
from probata.diagnostics import Diagnostic, Severity, Span

_MOST = 64
"""Templates that are remembered."""


def unknown_blocks(texts: Mapping[str, str], environment: TemplateEnvironment) -> Iterator[Diagnostic]:
    """Give a finding for each such block; `texts` are templates by name, all sound.

    Only the blocks that stand by themselves in a template that extends another count: one inside a block is printed
    with it.
    """
    read = {name: _blocks_of(text, name, environment) for name, text in sorted(texts.items())}
    for name, own in read.items():
        if not own.extends:
            continue
        known = {block for other, one in read.items() if other != name for block in one.all}
        for block, line in own.outermost:
            if block not in known:
                yield _finding(name, block, line, sorted(known))


@dataclass(frozen=True, slots=True)
class _Blocks:
    """The blocks of a template by name: all, and the outermost with their lines."""

    extends: bool
    all: frozenset[str]
    outermost: tuple[tuple[str, int], ...]


_READ: dict[str, _Blocks] = {}
"""By the text of a template: the same ones stand behind most documents of a run."""


def _blocks_of(text: str, name: str, environment: TemplateEnvironment) -> _Blocks:
    if text not in _READ:
        if len(_READ) == _MOST:
            _READ.clear()
        _READ[text] = _blocks_in(environment.parse(text, name))
    return _READ[text]


def _blocks_in(tree: nodes.Template) -> _Blocks:
    outermost = tuple((node.name, node.lineno) for node in tree.body if isinstance(node, nodes.Block))
    every = frozenset(block.name for block in tree.find_all(nodes.Block))
    return _Blocks(any(isinstance(node, nodes.Extends) for node in tree.body), every, outermost)


def _finding(template: str, block: str, line: int, known: list[str]) -> Diagnostic:
    near = get_close_matches(block, known, 1)
    return Diagnostic(
        "TPL103", "unknown-block", Severity.WARNING,
        f"no template above has a block `{block}`, so what stands in it is not printed",
        Span(template, line),
        f"did you mean `{near[0]}`?" if near else f"the blocks are {', '.join(known)}",
    )  # fmt: skip

"""What a template names and nobody gives (values, blocks, parts), and text that would never be printed."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import TYPE_CHECKING

import jinja2
from jinja2 import meta, nodes

from probata.compose.environment import TemplateEnvironment
from probata.compose.template_fault import unknown_name
from probata.diagnostics import Diagnostic, Severity, Span
from probata.diagnostics.message import Message
from probata.diagnostics.span import locate
from probata.document.blocks import Blocks
from probata.document.parts import begins_part
from probata.document.tree import BRIEF

if TYPE_CHECKING:
    from probata.compose.word_template import WordTemplate


def whole(name: str, text: str) -> Span:
    """Return the span of a whole template, in which the parser of Markdown looks for the words that it reports."""
    return Span(name, 1, 1, text.count("\n") + 1, 1)


def begins(findings: tuple[Diagnostic, ...], name: str, text: str) -> Iterator[Diagnostic]:
    """Give findings whose words are not in the template itself, being made by it, at its beginning."""
    for found in findings:
        yield replace(found, span=Span(name)) if found.span == whole(name, text) else found


def in_word(found: Diagnostic, templates: Mapping[str, WordTemplate]) -> Diagnostic:
    """Return a finding on the text of a Word template with its place in the Word file; any other as it is."""
    template = templates.get(found.span.path) if found.span else None
    return template.in_word(found) if template else found


def place_in_template(found: Diagnostic, templates: Mapping[str, str]) -> Diagnostic:
    """Return the finding of an unknown source with its place, where a template cites it."""
    if found.span is not None or found.name != "unknown-source":
        return found
    key = Message(found.message).first
    for name, text in templates.items():
        start = whole(name, text)
        if (place := locate(templates, start, f"@{key}")) != start:
            return replace(found, span=place)
    return found


# Names that templates ask for and that nobody gives, all at once: filling a template stops at the first.

_OF_THE_ENGINE = frozenset({"caller", "kwargs", "loop", "self", "super", "varargs"})
"""Names that the template engine gives at certain places, and explains at others."""


def unknown_names(
    texts: Mapping[str, str], environment: TemplateEnvironment, names: Collection[str]
) -> Iterator[Diagnostic]:
    """Give a finding for each name that a template uses and that does not exist, at its first place.

    `texts` are templates by name; one that cannot be read is passed over, since that is told elsewhere. A name that is
    asked for only where a condition holds is told too: the document with other records would break off there.
    """
    trees = dict(_parsed(texts, environment))
    known = {
        *names,
        *_OF_THE_ENGINE,
        *environment.globals,
        *(name for tree in trees.values() for name in _made_in(tree)),
    }
    for template, tree in sorted(trees.items()):
        places = sorted(_first_places(tree, _undeclared(tree) - known))
        yield from (unknown_name(name, Span(template, line), names) for line, name in places)


def _undeclared(tree: nodes.Template) -> set[str]:
    """Return the names that a template does not make itself; none where it cannot be compiled."""
    try:
        return meta.find_undeclared_variables(tree)
    except jinja2.TemplateError:  # such as a filter that there is not, which is told by itself
        return set()


def _parsed(texts: Mapping[str, str], environment: TemplateEnvironment) -> Iterator[tuple[str, nodes.Template]]:
    for template, text in texts.items():
        with suppress(jinja2.TemplateError):
            yield template, environment.parse(text, template)


def _made_in(tree: nodes.Template) -> Iterator[str]:
    """Give the names that a template itself makes: macros, what it imports and sets, which its blocks may use."""
    for node in tree.find_all((nodes.Import, nodes.FromImport, nodes.Macro, nodes.Name)):
        match node:
            case nodes.Import():
                yield node.target
            case nodes.FromImport():
                yield from (name if isinstance(name, str) else name[1] for name in node.names)
            case nodes.Macro():
                yield node.name
            case nodes.Name() if node.ctx != "load":
                yield node.name


def _first_places(tree: nodes.Template, unknown: Collection[str]) -> list[tuple[int, str]]:
    first: dict[str, int] = {}
    for node in tree.find_all(nodes.Name):
        if node.name in unknown:
            first[node.name] = min(node.lineno, first.get(node.name, node.lineno))
    return [(line, name) for name, line in first.items()]


# Blocks of a template that no template above it has: what stands in them is never printed.

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


# Text of a template that extends another, outside every block: the engine leaves it out without a word.

_SHOWN = 30
"""Characters of such a text that a finding shows."""
_PRINTS_NOTHING = (nodes.Block, nodes.Macro, nodes.Import, nodes.FromImport, nodes.Assign, nodes.AssignBlock)


def outside_blocks(texts: Mapping[str, str], environment: TemplateEnvironment) -> Iterator[Diagnostic]:
    """Give a finding for each stretch that is not printed; `texts` are templates by name, all sound."""
    for name, text in sorted(texts.items()):
        body = environment.parse(text, name).body if "extends" in text else []
        first = next((n for n, node in enumerate(body) if isinstance(node, nodes.Extends)), len(body))
        for output in _outputs(body[first + 1 :]):
            if lost := _lost(output):
                yield _text_outside(name, *lost)


def _outputs(body: list[nodes.Node]) -> Iterator[nodes.Output]:
    for node in body:
        if isinstance(node, nodes.Output):
            yield node
        elif not isinstance(node, _PRINTS_NOTHING):
            yield from _outputs(list(node.iter_child_nodes()))


def _lost(output: nodes.Output) -> tuple[int, str] | None:
    """Return line and words of what is not printed; `None` where it is blank."""
    for part in output.nodes:
        if not isinstance(part, nodes.TemplateData):
            return part.lineno, "what stands between double braces here"
        if words := part.data.strip():
            above = part.data[: len(part.data) - len(part.data.lstrip())].count("\n")
            first = words.split("\n")[0]
            shown = first if len(first) <= _SHOWN else f"{first[:_SHOWN]}…"
            return part.lineno + above, f"the text `{shown}`"
    return None


def _text_outside(name: str, line: int, what: str) -> Diagnostic:
    return Diagnostic(
        "TPL102", "text-outside-block", Severity.WARNING, f"{what} stands outside a block and is not printed",
        Span(name, line), "write `{% block NAME %}` above and `{% endblock %}` below it, with the name of a block that "
        "the template above has; `probata explain block NAME` shows it",
    )  # fmt: skip


# Parts of a filing that a template begins and its forum does not name.


def unknown_parts(blocks: Blocks, known: Collection[str], texts: Mapping[str, str]) -> Iterator[Diagnostic]:
    """Give a finding for each; until it is mended such a part is as confidential as one can be.

    `texts` are the templates by their names.
    """
    for part in dict.fromkeys(filter(None, map(begins_part, blocks))):
        if part != BRIEF and part not in known:
            yield Diagnostic(
                "TPL108", "unknown-part", Severity.ERROR, f"the forum has no part `{part}`", _place(part, texts),
                "name it in `parts` of `forum.yaml`, with its `title`",
            )  # fmt: skip


def _place(part: str, texts: Mapping[str, str]) -> Span | None:
    for name, text in texts.items():
        start = whole(name, text)
        if (place := locate(texts, start, f"name={part}")) != start:
            return place
    return None

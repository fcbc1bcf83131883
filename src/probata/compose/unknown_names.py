"""Names that templates ask for and that nobody gives, all at once: filling a template stops at the first."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress

import jinja2
from jinja2 import meta, nodes

from probata.compose.environment import TemplateEnvironment
from probata.compose.template_fault import unknown_name
from probata.diagnostics import Diagnostic, Span

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

"""Text of a template that extends another, outside every block: the engine leaves it out without a word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jinja2 import nodes

from probata.compose.environment import TemplateEnvironment
from probata.diagnostics import Diagnostic, Severity, Span

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
                yield _finding(name, *lost)


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


def _finding(name: str, line: int, what: str) -> Diagnostic:
    return Diagnostic(
        "TPL102", "text-outside-block", Severity.WARNING, f"{what} stands outside a block and is not printed",
        Span(name, line), "write `{% block NAME %}` above and `{% endblock %}` below it, with the name of a block that "
        "the template above has; `probata explain block NAME` shows it",
    )  # fmt: skip

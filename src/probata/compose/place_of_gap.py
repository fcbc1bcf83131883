"""Which field of a record a gap stands for, so that who fills it in the document fills that."""

from __future__ import annotations

from typing import Any, Final, Protocol, runtime_checkable

from jinja2.nodes import Const, Filter, Getattr, Name, Template

from probata.document.origin import Origin

OR_GAP: Final = "or_gap"
_NAMES: Final = {"as_of": Origin("case", "as_of"), "case_summary": Origin("case", "summary")}
"""Names of templates that are a field of the case."""


@runtime_checkable
class Recorded(Protocol):
    """What a template sees of a record."""

    def _recorded_at(self, name: str) -> Origin:
        """Return the field that one of its names is printed from, as far as one alone is."""


def with_places(template: Template) -> Template:
    """Let `or_gap` know what stands before it: of which thing of the template, and under which name."""
    gaps = (one for one in template.find_all(Filter) if one.name == OR_GAP and len(one.args) == 1 and not one.kwargs)
    for gap in gaps:
        if isinstance(gap.node, Getattr):
            gap.args += [gap.node.node, Const(gap.node.attr)]
        elif isinstance(gap.node, Name):
            gap.args += [Const(None), Const(gap.node.name)]
    return template


def place_of_gap(of: Any, name: str) -> Origin | None:
    """Return the field for which a gap stands; `None` where it is no field, or nobody knows which."""
    if of is None:
        return _NAMES.get(name)
    return of._recorded_at(name) if isinstance(of, Recorded) else None

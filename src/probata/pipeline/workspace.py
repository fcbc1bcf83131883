"""Where a run works: the templates, and what an office adds to every case."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from probata.document.own_templates import own_templates
from probata.kept import Store
from probata.model.house import House


@dataclass(frozen=True, slots=True)
class Workspace:
    """Where templates are, the user's own before ours, and what an office adds to every case."""

    template_roots: tuple[Path, ...]
    house: House = field(default_factory=House)
    today: date | None = None
    """The day on which cases are looked at; documents never know it."""
    store: Store | None = field(default=None, compare=False)
    """Where answers of the citation program and pictures are kept from one run to the next."""


def open_workspace(
    extra_templates: Path | None = None, house: House | None = None, today: date | None = None
) -> Workspace:
    """Return the workspace with the user's templates, where they are given, before ours."""
    ours = own_templates()
    roots = [extra_templates] if extra_templates and extra_templates.resolve() != ours.resolve() else []
    return Workspace((*roots, ours), house or House(), today)

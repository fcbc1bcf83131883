"""What is to be composed: one filing of a case for one forum."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from probata.figures import Computed, TypedTable
from probata.forum import Forum
from probata.graph.case_graph import CaseGraph
from probata.kept import Store
from probata.law import Catalogue
from probata.model.case_file import Filing


@dataclass(frozen=True, slots=True)
class Assignment:
    """What is to be composed."""

    graph: CaseGraph
    forum: Forum
    filing: Filing
    catalogue: Catalogue
    tables: Mapping[str, TypedTable]
    roots: Sequence[Path]
    """Template roots, the user's before ours."""
    is_final: bool
    figures: Mapping[str, Computed] = field(default_factory=dict)
    """Figures that have a result, by id."""
    store: Store | None = field(default=None, compare=False)
    """Where compiled templates are kept from one run to the next."""

    @property
    def language(self) -> str:
        """Language of the document."""
        return self.forum.profile.language_for(self.filing.language, self.graph.case.language)

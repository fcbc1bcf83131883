"""What the private report is made of: a case with all that was found in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from probata.checks import Answer
from probata.checks.engine.first_page import Places
from probata.checks.engine.to_do import ToDo
from probata.diagnostics import Diagnostic, Span
from probata.figures import Computed, TypedTable
from probata.forum import Profile
from probata.graph.case_graph import CaseGraph
from probata.law import Catalogue
from probata.messages import Wording, load_wording
from probata.model.person import Person
from probata.proof import AllegationProof

OURS = "en-GB"
"""Language of the report: findings are told in English."""


@dataclass(frozen=True, slots=True)
class Material:
    """A case, what is known beside it, and what was found. Nothing is checked again for the report."""

    graph: CaseGraph
    catalogue: Catalogue
    tables: Mapping[str, TypedTable]
    """Tables by dataset id; one that could not be read is missing."""
    profiles: Mapping[str, Profile]
    """Profiles by forum id."""
    proofs: tuple[AllegationProof, ...]
    findings: tuple[Diagnostic, ...]
    """In the order in which they are to be read: the worst first."""
    figures: Mapping[str, Computed] = field(default_factory=dict)
    """Figures by their id; one without a result is missing."""
    by_filing: Mapping[str, frozenset[Diagnostic]] = field(default_factory=dict)
    """Id of a filing → those found in its document."""
    answers: tuple[Answer, ...] = ()
    """What each check answers."""
    blocked: Mapping[str, tuple[Diagnostic, ...]] = field(default_factory=dict)
    """Id of each filing that was looked at → why it could not be final; nothing where it is ready."""
    places: Places = field(default_factory=dict)
    to_do: Mapping[str, tuple[ToDo, ...]] = field(default_factory=dict)
    """The gaps in the draft of each filing."""

    @property
    def wording(self) -> Wording:
        """The words of the report: English, with the dates of the case where that is in English."""
        language = self.graph.case.language
        return load_wording(language if language.lower().split("-")[0] == "en" else OURS)

    def person(self, key: str) -> str:
        """Return how a person is called; the id where there is no such record or it has no name."""
        person = self.graph.find("people", Person, key)
        return (person.name.display if person else "") or key

    def place(self, kind: str, key: str, *loc: str | int) -> str:
        """Return file, line and column of a record or of a field in it."""
        return place_of(self.graph.span(kind, key, *loc))


def place_of(span: Span | None) -> str:
    """Return the place as `probata check` writes it, by line and column or by cell; empty where there is none."""
    return str(span or "")

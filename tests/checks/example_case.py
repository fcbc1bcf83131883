"""A case from a text, with the forums and the catalogue that ship with the program."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from probata.checks import CheckInput
from probata.diagnostics import Diagnostic
from probata.figures import read_tables
from probata.forum import Profile, known_forums, load_forum, own_templates
from probata.graph.case_graph import CaseGraph
from probata.graph.load import load_case
from probata.graph.resolve import Known
from probata.law import load_catalogue


def load_example(
    folder: Path, text: str, files: Mapping[str, str] | None = None
) -> tuple[CheckInput, list[Diagnostic]]:
    """Write the case into a folder, load it, and return it with everything that was found on the way."""
    (folder / "case.yaml").write_text(text, encoding="utf-8")
    for name, content in (files or {}).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, encoding="utf-8")
    catalogue = load_catalogue()
    known = Known(
        frozenset(known_forums([own_templates()])), frozenset(catalogue.instruments), frozenset(catalogue.conduct)
    )
    loaded = load_case(folder / "case.yaml", "case.yaml", known)
    assert loaded.graph is not None, [found.message for found in loaded.findings]
    tables, found = read_tables(loaded.graph, catalogue.instruments)
    case = CheckInput(loaded.graph, catalogue, tables, _profiles(loaded.graph))
    return case, [*loaded.findings, *found]


def _profiles(graph: CaseGraph) -> dict[str, Profile]:
    forums = {filing.forum for filing in graph.case.filings}
    loaded = {forum: load_forum(forum, [own_templates()]).forum for forum in forums}
    return {name: forum.profile for name, forum in loaded.items() if forum}

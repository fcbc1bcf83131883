"""A small valid case written into a folder, file by file, so that a test can spoil one of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from tests.answers import KEPT

from probata.diagnostics import Diagnostic
from probata.pipeline import Made, Session, Workspace, make, open_case, open_workspace, plan, prepare

CASE = """\
title: The Harbour Case
as_of: 2026-10-30
prepared_by: {organisation: Harbour Watch, contact: office@harbour.example}
persons_concerned: [solvan]
filings:
  - {id: submission, addressee: {name: The Secretary of State}, relief: [{measure: Asset freeze}], forum: uk-ghr}
summary: A summary that stands in every document.
"""
BARE = CASE.replace("addressee: {name: The Secretary of State}, relief: [{measure: Asset freeze}], ", "")
"""The case without what its forum wants of a filing: to whom it goes and what it asks for."""
PEOPLE = """\
- id: solvan
  name: {family: Solvan, given: Ardel}
- id: merrik
  name: {family: Merrik, given: Tove}
"""
BODIES = """\
- id: guard
  name: Harbour Guard
"""
POSITIONS = """\
- {id: commander, title: Commander of the Guard, body: guard}
"""
ROLES = """\
- id: solvan-commander
  person: solvan
  seats: [commander]
  title: Commander of the Harbour Guard
  dates: 2021-02/2023-09
  responsibility: command
  citations: gazette, p. 3
"""
ALLEGATIONS = """\
- id: beatings
  title: Alleged beatings in the harbour
  statement: It is alleged that guards beat detainees.
  roles: [{role: solvan-commander}]
  conduct: [torture]
  period: 2022-05
  provisions: [{instrument: uncat, provision: 1}]
  particulars: Guards beat detainees on the quay [@report, p. 7].
  evidence: ["report, p. 7"]
  limbs: [{forum: uk-ghr, limb: 4(2)(b), text: They were beaten.}, {forum: uk-ghr, limb: 6(3)(a), text: He led it.}]
"""
SOURCES = """\
- {id: gazette, title: The Gazette, held: held}
- {id: report, title: A Report on the Harbour, held: held}
"""
DATASETS = """\
- id: detained
  title: Persons detained by month
  file: data/detained.csv
  columns:
    - {key: month, heading: Month, type: date, key_column: true}
    - {key: persons, heading: Persons, type: number}
"""
DETAINED = """\
month,persons
2022-04,12
2022-05,31
"""
BACKGROUND = """\
---
title: The harbour
place: background
---

The harbour lies in the north [@report, p. 1].
"""
FILES: dict[str, str] = {
    "case.yaml": CASE,
    "people.yaml": PEOPLE,
    "bodies.yaml": BODIES,
    "positions.yaml": POSITIONS,
    "roles.yaml": ROLES,
    "allegations.yaml": ALLEGATIONS,
    "sources.yaml": SOURCES,
    "datasets.yaml": DATASETS,
    "data/detained.csv": DETAINED,
    "narrative/background.md": BACKGROUND,
}


def write_case(folder: Path, **files: str | bytes | None) -> Path:
    """Write the case below `folder` and return its path.

    `files` replace or add files by name; a name without an ending is that of a record file. `None` leaves a file out.
    """
    root = folder / "harbour"
    named = {name if "." in name else f"{name}.yaml": content for name, content in files.items()}
    for name, content in {**FILES, **named}.items():
        if content is not None:
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
    return root


@dataclass(frozen=True, slots=True)
class Built:
    """What came of a case: the findings of reading, and one finished file for each filing."""

    session: Session
    made: tuple[Made, ...]
    workspace: Workspace

    @property
    def to_do(self) -> str:
        """The lines of the to-do lists of all drafts."""
        drafts = (prepare(self.session, self.workspace, made.filing, False).drafted for made in self.made)
        return "\n".join(gap.line for one in drafts if one for gap in one.to_do)

    @property
    def findings(self) -> tuple[Diagnostic, ...]:
        """All findings, those of reading before those of making."""
        return (*self.session.report, *(found for made in self.made for found in made.diagnostics))

    def found(self, name: str) -> Diagnostic:
        """Return the one finding with this name; a test fails where there is another number of them."""
        named = list(dict.fromkeys(found for found in self.findings if found.name == name))
        assert len(named) == 1, (name, [(found.name, found.message) for found in self.findings])
        return named[0]

    @property
    def text(self) -> str:
        """The HTML of all files made."""
        return "\n".join(made.data.decode() for made in self.made)


def build(path: Path, shown: str = "harbour", workspace: Workspace | None = None) -> Built:
    """Read the case at `path` and make its filings in HTML."""
    workspace = replace(workspace or open_workspace(), store=KEPT)
    session = open_case(path, shown, workspace)
    filings = plan(session, workspace)
    files = (made for filing in filings for made in make(session, workspace, filing, ("html",)))
    return Built(session, tuple(files), workspace)

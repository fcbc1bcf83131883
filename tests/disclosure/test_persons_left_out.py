"""A public version without somebody who did not consent to it: nothing tells that somebody is missing."""

from __future__ import annotations

from pathlib import Path

from tests.case_folder import CASE, PEOPLE, SOURCES, write_case

from probata.diagnostics import Diagnostic, Severity
from probata.pipeline import Made, make, open_case, open_workspace

WITNESS = "- {id: witness, name: {full: Iven Quarrow}, part_played: [witness], citations: interview}\n"
CONSENT = """\
- {id: c, person: witness, forums: [uk-ghr], audiences: [decision_maker, accused, state], conditions: In no publication}
"""
INTERVIEW = (
    "- {id: interview, title: Interview of 2 May, held: held, confidentiality: anonymise, described: A fisherman}\n"
)
QUOTATION = "- {id: words, text: We saw it all., speaker: {person: witness}, quoted_in: 'interview, para 3'}\n"
EVENTS = "- {id: raid, kind: incident, title: Raid on the quay, dates: 2022-05, citations: 'report, p. 2'}\n"
CALL = "- {id: call, kind: incident, title: Iven Quarrow called in, dates: 2022-06, citations: 'report, p. 3'}\n"
TEXT = """\
---
title: The harbour
place: background
---

The harbour lies in the north [@report, p. 1].
SECRET
## What followed

It was searched again [@gazette, p. 2].
"""
OF_WITNESS = """
## What Mr Quarrow lost

The house stood empty [@report, p. 4].

## The quay

The quay was closed [@report, p. 5].

Iven Quarrow saw the raid [@gazette, p. 1].

Others saw it too [@interview, para 4; @gazette, p. 1].

One of them says:

{{ quote('words') }}

- They came by night, says Quarrow.
- They came by boat [@report, p. 6].
"""
WITHOUT = """
## The quay

The quay was closed [@report, p. 5].

- They came by boat [@report, p. 6].
"""


def _public(folder: Path, *, is_there: bool) -> tuple[Made, ...]:
    path = write_case(
        folder,
        case=CASE,
        people=PEOPLE + WITNESS * is_there,
        consents=CONSENT * is_there,
        sources=SOURCES + INTERVIEW * is_there,
        quotations=QUOTATION * is_there,
        events=EVENTS + CALL * is_there,
        **{"narrative/background.md": TEXT.replace("SECRET", OF_WITNESS if is_there else WITHOUT)},
    )
    workspace = open_workspace()
    session = open_case(path, "harbour", workspace)
    assert session.graph is not None
    filing = session.graph.case.filings[0].model_copy(update={"version": "public"})
    return tuple(make(session, workspace, filing, ("html",)))


def test_a_public_version_is_that_of_a_case_without_whoever_did_not_consent(tmp_path: Path) -> None:
    public, never = _public(tmp_path / "a", is_there=True), _public(tmp_path / "b", is_there=False)

    assert [one.data.decode() for one in public] == [one.data.decode() for one in never]
    assert "The quay was closed" in public[0].data.decode()


def test_the_team_is_told_what_went_and_what_the_consent_asks_for(tmp_path: Path) -> None:
    found = [one for made in _public(tmp_path, is_there=True) for one in made.diagnostics]
    (texts,) = {one for one in found if one.name == "text-left-out" and one.record == "narrative/background"}
    (asked,) = {one for one in found if one.name == "conditions-of-consent"}

    assert _place(texts) == ("background.md", 8)
    assert any(note.startswith("Iven Quarrow saw the raid") for note in texts.notes)
    assert "In no publication" in asked.notes[0]
    errors = {one.name for one in found if one.severity is Severity.ERROR}
    assert not errors & {"name-without-consent", "section-missing"}


def _place(found: Diagnostic) -> tuple[str, int]:
    assert found.span is not None
    return Path(found.span.path).name, found.span.line

"""What a version of a document holds: nothing that its readers may not see, and no trace that there is more."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.case_folder import ALLEGATIONS, CASE, PEOPLE, SOURCES, Built, write_case
from tests.each import each

from probata.disclosure import at_level
from probata.pipeline import Made, make, open_case, open_workspace

WITHHELD_SOURCES = """\
- {id: diary, title: Diary of a Guard, held: held, confidentiality: confidential}
- {id: memo, title: Memo of the Team, held: held, level: internal}
"""
EXHIBITS = """\
- {id: x1, mark: TM/1, description: Report, source: report}
SECRET- {id: x3, mark: TM/MARK, description: Gazette, source: gazette}
"""
EVENTS = "- {id: raid, kind: incident, title: Raid on the quay, dates: 2022-05, citations: 'report, p. 2'}\n"
WITHHELD_EVENT = (
    "- {id: drowning, kind: incident, title: A drowning at night, dates: 2022-06, citations: 'diary, p. 9'}\n"
)
DATASETS = """\
- id: detained
  title: Persons detained by month
  file: data/detained.csv
  columns:
    - {key: month, heading: Month, type: date, key_column: true}
    - {key: persons, heading: Persons, type: number}
    - {key: source, heading: Source, type: source}
TOTALS"""
TOTALS = "  totals: [{key: all, column: persons, value: '74', citations: 'report, p. 9'}]\n"
ROWS = 'month,persons,source\n2022-04,12,"report, p. 3"\nSECRET2022-06,31,"gazette, p. 4"\n'
FIGURES = """\
- {id: sum, title: All detained, operation: sum, of: [{dataset: detained, column: persons}], unit: persons}
SECRET"""
WITHHELD_FIGURE = (
    "- {id: stated, title: As stated, operation: value, of: [{dataset: detained, column: persons, total: all}]}\n"
)
TEXT = """\
---
title: The harbour
place: background
---

The harbour lies in the north [@report, p. 1].

{{ figure('sum') }} were held there [@gazette, p. 2NOTE].

The list follows [@report, p. 3].
SECRET"""
WITHHELD_TEXT = """
## What a guard wrote

A guard wrote it all down[@diary, p. 3].

In all {{ figure('stated') }} were counted [@report, p. 9].
"""


def _case(folder: Path, *, with_secrets: bool, secret: str = "") -> Path:
    """Write the case with what is withheld from the public, or as if there had never been any of it."""
    if not with_secrets:
        sources, allegations = SOURCES, ALLEGATIONS
        exhibits, events = EXHIBITS.replace("SECRET", "").replace("MARK", "2"), EVENTS
        texts, rows = TEXT.replace("SECRET", "").replace("NOTE", ""), ROWS.replace("SECRET", "")
        figures, people, totals = FIGURES.replace("SECRET", ""), PEOPLE, ""
    else:
        sources = SOURCES + WITHHELD_SOURCES.replace("Diary of a Guard", f"Diary of a Guard{secret}")
        allegations = ALLEGATIONS.replace('"report, p. 7"]', '"report, p. 7", "diary, p. 4"]\n  events: [drowning]')
        allegations += ALLEGATIONS.replace("id: beatings", "id: drowned").replace(
            "title: Alleged beatings in the harbour", f"title: Alleged drowning{secret}\n  level: recipient"
        )
        exhibits = EXHIBITS.replace("SECRET", "- {id: x2, mark: TM/2, description: A diary, source: diary}\n")
        exhibits, events = exhibits.replace("MARK", "3"), EVENTS + WITHHELD_EVENT
        texts = TEXT.replace("SECRET", WITHHELD_TEXT.replace("it all", f"it all{secret}")).replace(
            "NOTE", "; @diary, p. 5"
        )
        rows = ROWS.replace("SECRET", '2022-05,31,"diary, p. 2"\n')
        figures = FIGURES.replace("SECRET", WITHHELD_FIGURE)
        people = PEOPLE.replace("Ardel}", "Ardel}\n  birth: {place: Northgate}\n  fields_for_recipient: [birth.place]")
        totals = TOTALS
    files = {
        "sources": sources, "allegations": allegations, "exhibits": exhibits, "events": events, "figures": figures,
        "people": people, "datasets": DATASETS.replace("TOTALS", totals), "data/detained.csv": rows,
        "narrative/background.md": texts,
    }  # fmt: skip
    return write_case(folder, **files, case=CASE.replace("forum: uk-ghr", "forum: uk-ghr, marking: Confidential"))


def _public(path: Path, *endings: str) -> list[Made]:
    workspace = open_workspace()
    session = open_case(path, "harbour", workspace)
    assert session.graph is not None
    filing = session.graph.case.filings[0].model_copy(update={"version": "public"})
    return list(make(session, workspace, filing, endings))


@each("secret", ["", " and of much more that a reader might measure"])
def test_a_public_version_is_the_document_of_a_case_that_never_held_the_rest(tmp_path: Path, secret: str) -> None:
    public = _public(_case(tmp_path / "a", with_secrets=True, secret=secret), "html", "docx")
    never = _public(_case(tmp_path / "b", with_secrets=False), "html", "docx")

    assert [one.name for one in public] == [one.name for one in never]
    assert "uk-ghr" in public[0].filing.forum
    assert public[0].name == "DRAFT-submission-public.en-GB.html"
    for one, other in zip(public, never, strict=True):
        assert one.data == other.data, one.name
    assert "43" in public[0].data.decode()


def test_the_addressee_gets_all_but_what_is_internal(tmp_path: Path) -> None:
    path = _case(tmp_path, with_secrets=True)
    workspace = open_workspace()
    session = open_case(path, "harbour", workspace)
    assert session.graph is not None
    built = Built(session, tuple(make(session, workspace, session.graph.case.filings[0], ("html",))), workspace)

    for told in ("Diary of a Guard", "A guard wrote it all down", "Northgate", "Alleged drowning", "Confidential"):
        assert told in built.text
    assert "Memo of the Team" not in built.text
    assert not at_level(session.graph, "recipient").graph.has("sources", "memo")


def test_what_is_kept_by_a_slip_of_the_pen_is_shown_to_nobody(tmp_path: Path) -> None:
    sources = (
        SOURCES + "- {id: memo, title: A Memo, level: intern}\n- {id: note, title: A Note, fields_internal: [titel]}\n"
    )
    session = open_case(write_case(tmp_path, sources=sources), "harbour", open_workspace())
    assert session.graph is not None

    assert not session.graph.has("sources", "memo")
    assert not session.graph.has("sources", "note")


@pytest.mark.parametrize("level", ["recipient", "internal"])
def test_what_rests_on_withheld_evidence_alone_is_told_with_it(tmp_path: Path, level: str) -> None:
    sources = SOURCES.replace("title: A Report on the Harbour", f"title: A Report on the Harbour, level: {level}")
    session = open_case(write_case(tmp_path, sources=sources), "harbour", open_workspace())
    assert session.graph is not None
    found = at_level(session.graph, "public")

    assert {kind: sorted(ids) for kind, ids in found.gone.items()} == {
        "sources": ["report"], "allegations": ["beatings"], "narrative": ["background"],
    }  # fmt: skip


def test_of_a_section_whose_own_sources_are_withheld_the_paragraphs_that_cite_others_stay(tmp_path: Path) -> None:
    head = "---\ntitle: The harbour\nplace: background\ncitations: [diary]\n---\n\n"
    text = f"{head}It lies in the north [@report, p. 1].\n\nA guard knew of it.\n"
    path = write_case(tmp_path, sources=SOURCES + WITHHELD_SOURCES, **{"narrative/background.md": text})
    session = open_case(path, "harbour", open_workspace())
    assert session.graph is not None
    (section,) = at_level(session.graph, "public").graph.narrative

    assert section.text.strip() == "It lies in the north [@report, p. 1]."

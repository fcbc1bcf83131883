"""Pictures that a template asks for: only where the forum takes them, only of what its readers may see."""

from __future__ import annotations

from pathlib import Path

from tests.case_folder import BODIES, DATASETS, PEOPLE, Built, build, write_case

from probata.pipeline import open_workspace

FORUM = "id: plain\nextends: _base\ntitle: Plain\ndocument_kind: submission\n"
TEMPLATE = """\
{% import "_base/pictures.md.j2" as pictures with context %}
# Pictures

{{ pictures.timeline("Posts and events") }}

{{ pictures.organisation("Command") }}

{% for t in tables %}
{{ t.chart or "" }}
{% endfor %}

The end.
"""
EVENTS = "- {id: night, kind: incident, title: Night of beatings, dates: 2022-05-13, note: shaky}\n"
COMMANDS = "- {id: c, superior: ministry, subordinate: guard, kind: oversight, dates: 2010-01-01/2030-01-01}\n"


def _built(folder: Path, forum: str = FORUM, template: str = TEMPLATE, **files: str) -> Built:
    home = folder / "templates" / "plain"
    home.mkdir(parents=True)
    (home / "forum.yaml").write_text(forum, encoding="utf-8")
    (home / "brief.md.j2").write_text(template, encoding="utf-8")
    case = (folder / "case").resolve()
    case.mkdir()
    made = {
        "case": "title: The Harbour Case\nas_of: 2026-10-30\npersons_concerned: [solvan]\n"
        "filings:\n  - {id: submission, forum: plain}\n",
        "events": EVENTS,
        "commands": COMMANDS,
        "bodies": BODIES + "- {id: ministry, name: Ministry of the Harbour}\n",
        "datasets": DATASETS.replace("type: number}", "type: number, unit: persons}"),
        **files,
    }
    return build(write_case(case, **made), workspace=open_workspace(folder / "templates"))


def test_pictures_are_drawn_and_numbered(tmp_path: Path) -> None:
    text = _built(tmp_path).text
    assert text.count("<figure") == 3
    for words in (
        "Figure 1:",
        "Posts and events",
        "Command, 28 February 2021",
        "Figure 3:",
        "Persons detained by month",
    ):
        assert words in text


def test_a_chart_may_be_asked_for_on_one_day(tmp_path: Path) -> None:
    template = '{{ organisation_picture("Command", "2022-05-13") }}\n'
    text = _built(tmp_path, template=template).text
    assert "Command, 13 May 2022" in text
    assert "Ministry of the Harbour above Harbour Guard: oversight." in text


def test_a_forum_that_forbids_pictures_gets_none_and_no_gap_in_their_place(tmp_path: Path) -> None:
    built = _built(tmp_path, forum=FORUM + "blocks: {forbidden: [picture]}\n")
    assert "<figure" not in built.text
    assert "cross-reference" not in built.text
    assert "The end." in built.text


def test_a_person_without_a_consent_for_the_forum_is_in_no_picture(tmp_path: Path) -> None:
    people = PEOPLE.replace("given: Ardel}", "given: Ardel}\n  consent_required: true")
    text = _built(tmp_path, people=people).text
    assert "Ardel" not in text
    assert "solvan" not in text


def test_remarks_for_the_team_and_ids_of_records_are_not_drawn(tmp_path: Path) -> None:
    text = _built(tmp_path).text
    assert "shaky" not in text
    assert "solvan-commander" not in text


def test_hostile_names_are_characters(tmp_path: Path) -> None:
    people = PEOPLE.replace("given: Ardel", "given: '<script>alert(1)</script>'")
    text = _built(tmp_path, people=people).text
    assert "<script" not in text
    assert "&lt;script&gt;" in text


def test_a_text_of_the_case_may_ask_for_a_picture(tmp_path: Path) -> None:
    background = '---\ntitle: The harbour\nplace: background\n---\n\n{{ timeline_picture("In the text") }}\n'
    template = '{% for s in narrative("background") %}{{ s.text }}{% endfor %}\n'
    built = _built(tmp_path, template=template, **{"narrative/background.md": background})
    assert "In the text" in built.text

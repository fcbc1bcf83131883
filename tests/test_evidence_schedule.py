"""A forum with an evidence schedule: numbers in notes are those of the list, which says what is recorded."""

from __future__ import annotations

import re
from pathlib import Path

from tests.case_folder import Built, build, write_case

from probata.compose.library import _END
from probata.pipeline import open_workspace

CASE_SOURCES = """\
- {id: gazette, title: The Gazette, held: held, supports: His appointment}
- {id: report, title: A Report on the Harbour, short_title: Harbour report, held: held}
- {id: letter, title: Letter of two advocates, held: cited_in, cited_in: "report, p. 9"}
- {id: unused, title: A Work that Nothing Cites, held: held}
"""
EVIDENCE = 'evidence: [{source: report, pinpoint: {type: page, value: "7"}, supports: "{{ state }} beat them"}]'
ALLEGATIONS = """\
- id: beatings
  title: Alleged beatings in the harbour
  statement: It is alleged that guards beat detainees.
  roles: [{role: solvan-commander}]
  particulars: Guards beat detainees on the quay [@report, p. 7]; two wrote of it [@letter].
"""
TEMPLATE = """\
{% for a in allegations %}
{{ a.particulars }}

{% for e in a.evidence %}
{{ e.supports }}{{ e.cites }}

{% endfor %}
{% endfor %}
He led them.{% for role in roles %}{{ role.cites }}{% endfor %}

{{ evidence_schedule }}
"""


def built(folder: Path, profile: str, **more: str) -> Built:
    forum = folder / "templates" / "mine"
    forum.mkdir(parents=True)
    (forum / "forum.yaml").write_text(f"id: mine\nextends: uk-ghr\ntitle: Mine\n{profile}", encoding="utf-8")
    (forum / "brief.md.j2").write_text(TEMPLATE, encoding="utf-8")
    case = write_case(
        folder,
        case="title: Harbour\nstate: Kelvandra\nas_of: 2026-10-30\npersons_concerned: [solvan]\n"
        "filings: [{id: mine, forum: mine}]\n",
        sources=CASE_SOURCES,
        allegations=f"{ALLEGATIONS}  {EVIDENCE}\n",
        **more,
    )
    return build(case, workspace=open_workspace(folder / "templates"))


def rows(text: str) -> list[list[str]]:
    table = text.partition('id="evidence-schedule"')[2].partition("</table>")[0]
    cells = (re.findall("<td.*?</td>", row, re.DOTALL) for row in table.split("<tr"))
    return [[" ".join(re.sub("<[^>]*>", "", cell).split()) for cell in found] for found in cells if found]


def test_each_source_cited_has_a_row_with_what_is_recorded_of_it(tmp_path: Path) -> None:
    report, letter, gazette = rows(built(tmp_path, "citation: {schedule: true}\n").text)
    assert (report[0], report[2:]) == ("E1", ["Kelvandra beat them", "Count 1", "–"])
    assert (letter[0], letter[2:]) == ("E1.1", ["–", "–", "Not seen"])
    assert letter[1].endswith("cited in Harbour report [E1] 9")
    assert (gazette[0], gazette[2:]) == ("E2", ["His appointment", "Count 1", "–"])


def test_notes_name_them_by_these_numbers(tmp_path: Path) -> None:
    text = re.sub("<[^>]*>", "", built(tmp_path, "citation: {schedule: true}\n").text)
    for note in ("Harbour report [E1] 7.", "Letter of two advocates [E1.1].", "The Gazette [E2] 3."):
        assert note in text


def test_without_the_field_nothing_is_numbered(tmp_path: Path) -> None:
    text = built(tmp_path, "citation: {schedule: false}\n").text
    assert rows(text) == []
    assert "[E1]" not in text


def test_where_papers_go_on_to_the_state_the_list_does_not_tell_what_is_the_submitter_s_own(tmp_path: Path) -> None:
    profile = "citation: {schedule: true, numbered: doc.}\ndisclosure: {audiences: [decision_maker, state]}\n"
    text = built(tmp_path, profile).text
    report, *_ = rows(text)
    assert (report[0], report[2:]) == ("1", ["Kelvandra beat them", "Count 1"])
    assert "Harbour report [doc.\N{NO-BREAK SPACE}1] 7." in re.sub("<[^>]*>", "", text)


COPIES = """\
- id: report-copy
  source: report
  sha256: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
  name: report.pdf
  size: 4
  captured_at: 2024-03-02T10:11+01:00
  collector: Ysolde Tarn
  received_from: Bram Kettle
  address: 198.51.100.7
  identity: harbourmaster_77
  note: from the second phone
  custody:
    - {action: preserved, at: 2024-03-05T09:00+01:00}
    - {action: handed_over, given_by: Ysolde Tarn, given_to: Odo Falk, note: by hand}
"""


def test_of_a_held_copy_the_day_of_capture_is_printed_and_nothing_of_who_had_it(tmp_path: Path) -> None:
    text = built(tmp_path, "citation: {schedule: true}\n", copies=COPIES).text
    report, *others = rows(text)
    assert report[4] == "copy held, captured on 2 March 2024"
    assert all("copy held" not in cell for row in others for cell in row)
    private = ("Ysolde", "Kettle", "198.51.100.7", "harbourmaster", "second phone", "Falk", "by hand", "report.pdf")
    assert [word for word in private if word in text] == []


def test_of_a_held_copy_without_a_day_of_capture_it_says_that_it_is_held(tmp_path: Path) -> None:
    undated = COPIES.replace("  captured_at: 2024-03-02T10:11+01:00\n", "")
    report, *_ = rows(built(tmp_path, "citation: {schedule: true}\n", copies=undated).text)
    assert report[4] == "copy held"


def test_where_no_copy_is_held_one_sentence_says_so(tmp_path: Path) -> None:
    assert built(tmp_path, "citation: {schedule: true}\n").text.count("no copy is preserved under its hash") == 1


def test_a_short_word_with_a_stop_does_not_end_a_name() -> None:
    assert [_END.split(title, maxsplit=1)[0] for title in ("Reply of Sra. Tovalka (2026)", "Directive 17. Rules")] == [
        "Reply of Sra. Tovalka",
        "Directive 17",
    ]

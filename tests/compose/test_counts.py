"""A document argues by counts: what their author wrote of each person, and what is composed of the allegations."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from lxml import html
from tests.case_folder import CASE, PEOPLE, ROLES, Built, build, write_case

from probata.pipeline import Workspace, check_documents, open_case, open_workspace

TEMPLATE = """\
{% for c in counts %}
# {{ c.number }} {{ c.title }}{% if c.period %}, {{ c.period }}{% endif %}


*Wrong.* {{ c.wrong | or_gap("wrong") }}

{% for a in c.arguments %}
## {{ a.person.name }}: {{ a.roles | map(attribute="title") | listed }}

*Conduct.* {{ a.conduct | or_gap("conduct") }}

*Evidence.* {{ a.evidence | or_gap("evidence") }}

*Why.* {{ a.why | or_gap("why") }}

*Against.* {{ a.against | or_gap("against") }}

*Answer.* {{ a.answer | or_gap("answer") }}

*Best.* {{ a.best | or_gap("best") }}

{% endfor %}
{% endfor %}
"""
BOTH = CASE.replace("[solvan]", "[solvan, merrik]")
ROLES_OF_BOTH = ROLES + ROLES.replace("solvan", "merrik").replace("title: Commander", "title: Deputy")
ALLEGATIONS = """\
- id: beatings
  title: Beatings
  statement: It is alleged that guards beat detainees.
  roles: [{role: solvan-commander}, {role: merrik-commander}]
  conduct: [torture]
  period: 2022-05
  evidence:
    - {source: report, pinpoint: {type: page, value: "7"}, supports: Beatings on the quay}
    - {source: gazette, pinpoint: {type: page, value: "3"}, supports: His order, persons: [solvan]}
    - {source: gazette, supports: A denial, against: true, answered: It names no inquiry.}
  limbs: [{forum: uk-ghr, limb: 4(2)(b), text: They were beaten.}, {forum: uk-ghr, limb: 6(3)(a), text: Each led it.}]
  answer: {asked: true, on: 2026-08-14, answer: He denies it.}
- id: death
  title: A death
  statement: It is alleged that a detainee died.
  roles: [{role: solvan-commander}]
  period: 2022-07
  evidence: ["report, p. 7"]
"""
COUNTS = """\
- id: violence
  title: Violence in the harbour
  allegations: [beatings, death]
  arguments:
    - person: solvan
      conduct: |
        He had command. A guard says:

        > Go on.

        Alternatively, he knew of it.
      best: ["gazette, p. 3"]
      translations: {fr: {conduct: Il avait le commandement.}}
  limbs: [{forum: uk-ghr, limb: 6(3)(a), persons: [solvan], text: To tell guards to go on is enough.}]
  translations: {fr: {title: Violences au port}}
"""


def lines_of(built: Built) -> list[str]:
    """Return what a reader sees, a paragraph or heading each, without the marks of notes."""
    page: Any = html.document_fromstring(built.text)
    for mark in page.xpath("//a[@role='doc-noteref']"):
        mark.drop_tree()
    found = page.xpath("//main//*[self::p or self::h1 or self::h2 or self::h3][not(ancestor::*[@role='doc-endnotes'])]")
    return [" ".join(str(one.xpath("string()")).split()) for one in found]


def headings(lines: list[str]) -> list[str]:
    """Return the headings of counts."""
    return [line for line in lines if line[:2] in {"A ", "B "}]


def written(folder: Path, **files: str) -> tuple[Path, Workspace]:
    """Write the case, with a forum whose documents print counts alone."""
    home = folder / "templates" / "plain"
    home.mkdir(parents=True)
    (home / "forum.yaml").write_text("id: plain\nextends: uk-ghr\nlanguages: [en, fr]\n", encoding="utf-8")
    (home / "brief.md.j2").write_text(TEMPLATE, encoding="utf-8")
    given = {"case": BOTH, "roles": ROLES_OF_BOTH, "allegations": ALLEGATIONS, "people": PEOPLE, **files}
    case = given.pop("case").replace("forum: uk-ghr", "forum: plain")
    return write_case(folder, case=case, **given), open_workspace(folder / "templates")


def printed(folder: Path, **files: str) -> list[str]:
    path, workspace = written(folder, **files)
    return lines_of(build(path, workspace=workspace))


def test_what_is_written_of_a_person_is_printed_and_the_rest_is_composed(tmp_path: Path) -> None:
    lines = printed(tmp_path, counts=COUNTS)

    assert lines[: lines.index("A.2 Tove Merrik: Deputy of the Harbour Guard")] == [
        "A 1 Violence in the harbour, May to July 2022",
        "1. Wrong. It is alleged that guards beat detainees.",
        "2. It is alleged that a detainee died.",
        "A.1 Ardel Solvan: Commander of the Harbour Guard",
        "3. Conduct. He had command. A guard says:",
        "Go on.",
        "4. Alternatively, he knew of it.",
        "5. Evidence.",
        "(a) Beatings on the quay",
        "(b) His order",
        "(c) A Report on the Harbour",
        "6. Why. They were beaten.",
        "7. To tell guards to go on is enough.",
        "8. Against.",
        "(a) A denial",
        "9. Answer. It names no inquiry.",
        "10. An answer was requested on 14 August 2026. He denies it.",
        "11. Best. The Gazette",
    ]


def test_of_a_person_whom_the_count_leaves_out_the_allegations_speak(tmp_path: Path) -> None:
    lines = printed(tmp_path, counts=COUNTS)
    own = lines[lines.index("A.2 Tove Merrik: Deputy of the Harbour Guard") :]

    assert own[2:7] == ["13. Evidence.", "(a) Beatings on the quay", "14. Why. They were beaten.", "15. Each led it.",
                        "16. Against."]  # fmt: skip


def test_a_filing_argues_the_counts_that_it_names_in_its_order_and_then_what_they_leave(tmp_path: Path) -> None:
    counts = """\
- {id: one, title: The first, allegations: [beatings]}
- {id: two, title: The second, allegations: [death]}
- {id: three, title: The third, allegations: [death]}
"""
    lines = printed(tmp_path, case=BOTH.replace("forum: uk-ghr", "counts: [three], forum: uk-ghr"), counts=counts)

    assert [line for line in lines if line[:2] in {"A ", "B "}] == [
        "A 1 The third, July 2022",
        "B 2 Beatings, May 2022",
    ]


def test_a_text_of_an_argument_is_printed_in_the_language_of_the_document(tmp_path: Path) -> None:
    case = BOTH.replace("forum: uk-ghr", "language: fr, forum: uk-ghr")
    lines = printed(tmp_path, case=case, counts=COUNTS)

    assert lines[0] == "A 1 Violences au port, de mai à juillet 2022"
    assert [line[3:] for line in lines if "Conduct" in line][:1] == ["Conduct. Il avait le commandement."]


def test_what_speaks_against_is_told_where_the_text_of_a_count_cites_it(tmp_path: Path) -> None:
    def left_out(name: str, against: str) -> bool:
        counts = COUNTS.replace("      best:", f"      against: '{against}'\n      best:")
        case = CASE.replace("forum: uk-ghr", "counts: [violence], forum: uk-ghr")
        path, workspace = written(tmp_path / name, case=case, counts=counts)
        found = check_documents(open_case(path, "harbour", workspace), workspace)
        return "contrary-left-out" in [one.name for one in found]

    assert left_out("silent", "Nothing does.")
    assert not left_out("cited", "The Guard denies it [@gazette].")

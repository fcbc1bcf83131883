"""The state of a case: each list that the report promises, and what stands in it."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from tests.case_folder import ALLEGATIONS, BARE, CASE, ROLES, write_case
from tests.each import each
from tests.filings.cases import CLAIMS, EXAMPLE, REAL, read_yaml
from tests.reads import have_read
from tests.report.reported import harbour, harbour_material, harbour_session, material_of, state_of

from probata.pipeline import check_documents, open_case, open_workspace
from probata.report.findings import Subjects, list_of_findings
from probata.report.gather import gather
from probata.report.material import Material
from probata.report.page.render import to_html
from probata.report.situation import list_of_changes, list_of_decisions
from probata.report.state import State

CASES = each("case", [EXAMPLE, REAL])
TOTAL = """\
- id: detained
  title: Persons detained by month
  file: data/detained.csv
  columns:
    - {key: month, heading: Month, type: date, key_column: true}
    - {key: persons, heading: Persons, type: number, status: adjusted}
  totals: [{column: persons, value: "44", label: Both months, citations: "report, p. 9"}]
"""


@CASES
def test_every_finding_stands_once_in_the_order_of_use(case: str) -> None:
    state = state_of(case)
    assert [found.number for found in state.findings] == list(range(1, len(state.findings) + 1))
    levels = [["error", "warning", "info"].index(found.level) for found in state.findings]
    assert levels == sorted(levels)
    assert all(found.next_step and ":" in found.place and found.line for found in state.findings)


@CASES
def test_every_row_has_as_many_cells_as_there_are_columns(case: str) -> None:
    state = state_of(case)
    lists = (
        state.matrix,
        state.conduct,
        state.command,
        state.reads,
        state.outstanding,
        *state.tables,
        *state.situation,
    )
    assert all(len(row) == len(rows.columns) for rows in lists for row in rows.rows)


def test_a_finding_leads_to_its_place_person_allegation_and_forum(tmp_path: Path) -> None:
    late = ALLEGATIONS.replace("period: 2022-05", "period: 2025-05")
    state = harbour(tmp_path, case=BARE, allegations=late)
    outside = next(found for found in state.findings if found.name == "conduct-outside-tenure")
    assert outside.place.startswith("claims/harbour/allegations.yaml:")
    assert (outside.persons, outside.allegations) == (("solvan",), ("beatings",))
    assert outside.attack == "the charge falls by its dates"
    addressee = next(found for found in state.findings if ": addressee; needed by our own rule" in found.message)
    assert addressee.forums == ("uk-ghr",)
    assert [choice.name for choice in state.persons] == ["Ardel Solvan"]
    assert [choice.id for choice in state.allegations] == ["beatings"]


def test_a_void_read_leads_to_the_allegation_and_its_person(tmp_path: Path) -> None:
    case = have_read(write_case(tmp_path))
    sources = case / "sources.yaml"
    sources.write_text(sources.read_text().replace("A Report on the Harbour", "Another Report"))
    state = gather(material_of(open_case(case, "claims/harbour", open_workspace())))
    void = [found for found in state.findings if found.name == "read-void"]

    assert {(found.persons, found.allegations) for found in void} == {(("solvan",), ("beatings",))}
    assert {row[1] for row in state.reads.rows if row[0] == "beatings"} == {
        next(choice.name for choice in state.allegations)
    }


def test_a_finding_that_is_told_once_leads_to_every_record(tmp_path: Path) -> None:
    first = ALLEGATIONS.replace("[{instrument: uncat, provision: 1}]", "[{instrument: iccpr}]")
    both = first + first.replace("id: beatings", "id: hunger")
    state = harbour(tmp_path, case=BARE, allegations=both)
    (found,) = [one for one in state.findings if "ICCPR is cited without an article" in one.message]

    assert found.records == ("allegations/beatings", "allegations/hunger")
    assert (found.persons, found.allegations) == (("solvan",), ("beatings", "hunger"))
    assert found.others[0][1].startswith("claims/harbour/allegations.yaml:")
    assert "The same in 1 more: <code>allegations/hunger</code>" in to_html(state).decode()
    row = next(row for row in list_of_findings(state.findings).rows if row[0] == found.number)
    assert str(row[-1]).startswith("allegations/hunger claims/harbour/allegations.yaml:")


def test_a_source_leads_to_the_allegation_that_rests_on_it_and_its_person(tmp_path: Path) -> None:
    subjects = Subjects(harbour_material(tmp_path).graph)
    for record in ("sources/report", "allegations/beatings", "roles/solvan-commander", "bodies/guard"):
        assert (subjects.allegations(record), subjects.persons(record)) == (("beatings",), ("solvan",)), record
    assert (subjects.allegations("people/merrik"), subjects.persons("people/merrik")) == ((), ("merrik",))
    assert (subjects.allegations("sources/none"), subjects.persons("datasets/detained")) == ((), ())


def test_what_proves_what_opens_down_to_the_quotation() -> None:
    proofs = state_of(EXAMPLE).proofs
    items = [item for proof in proofs for element in proof.elements for item in (*element.support, *element.against)]
    shown = {said.text.strip() for item in items for said in item.quotations}
    recorded = {record["text"].strip() for record in read_yaml(CLAIMS / EXAMPLE / "quotations.yaml")}
    assert shown
    assert shown <= recorded
    assert all(item.place.startswith(f"claims/{EXAMPLE}/allegations.yaml:") for item in items)


def test_the_paragraphs_of_a_statement_that_are_cited_are_shown_in_its_words() -> None:
    items = [
        item for proof in state_of(EXAMPLE).proofs for element in proof.elements for item in element.support
        if (proof.id, item.source) == ("torture-brann-street", "witness-a-statement")
    ]  # fmt: skip
    words = items[0].statement

    assert [one.speaker for one in words] == ["Witness A, paragraph 7", "Witness A, paragraph 8"]
    assert "There were 4 guards with their jackets off" in words[0].text
    assert words[0].place.startswith("claims/example/statements.yaml:")


def test_what_does_not_count_says_why_in_words() -> None:
    proofs = state_of(EXAMPLE).proofs
    faults = {str(fault) for proof in proofs for element in proof.elements for item in element.support
              for fault in item.faults}  # fmt: skip
    assert (
        "This source was written by whoever makes the allegation "
        "(accuser-cites-itself: allegations/torture-brann-street)"
    ) in faults


@each(
    ("period", "answer"),
    [("2022-05", "yes"), ("2023-09", "perhaps"), ("2022-05/2024-05", "in part at most"), ("2025-05", "no")],
)
def test_conduct_is_held_against_the_tenure(tmp_path: Path, period: str, answer: str) -> None:
    state = harbour(tmp_path, allegations=ALLEGATIONS.replace("period: 2022-05", f"period: {period}"))
    (row,) = state.conduct.rows
    assert row[:2] == ("beatings", "Ardel Solvan")
    assert row[state.conduct.columns.index("While in the role")] == answer


def test_conduct_and_posts_stand_on_one_axis(tmp_path: Path) -> None:
    (axis,) = harbour(tmp_path).axes
    assert axis.heading == "Ardel Solvan"
    (picture,) = axis.pictures
    assert "Commander of the Harbour Guard" in picture.alternative
    assert "Alleged beatings in the harbour" in picture.alternative


def test_a_declared_total_is_told_with_what_its_rows_add_to(tmp_path: Path) -> None:
    (figure,) = harbour(tmp_path, datasets=TOTAL).figures
    assert (figure.stated, figure.computed, figure.agrees, figure.status) == ("44", "43", "no", "adjusted")
    assert "sum of “Persons” over 2 rows: 2022-04, 2022-05" in figure.computation
    assert figure.sources == ("A Report on the Harbour, page 9",)
    assert figure.place == "claims/harbour/datasets.yaml:7:12"


FIGURES = """\
- id: both
  title: Detained in both months
  operation: sum
  unit: persons
  of: [{dataset: detained, column: persons}]
  stated: [{value: "44", citations: "report, p. 9"}]
- {id: may, title: Detained in May, operation: value, of: [{dataset: detained, column: persons, rows: [2022-05]}]}
"""


def test_a_figure_is_told_with_its_computation_and_what_sources_state(tmp_path: Path) -> None:
    both, may = harbour(tmp_path, figures=FIGURES).figures
    assert (both.stated, both.computed, both.agrees) == ("44", "43", "no")
    assert both.status == "our calculation"
    assert both.computation == (
        "Sum of April 2022: 12; May 2022: 31. Table “Persons detained by month”, column “Persons”."
    )
    assert both.place == "claims/harbour/figures.yaml:1:3"
    assert "A Report on the Harbour, page 9" in both.sources
    assert (may.stated, may.computed, may.agrees, may.status) == ("31", "", "", "reported")
    assert (both.period, may.period) == ("April to May 2022", "May 2022")


def test_a_read_is_told_with_what_voided_it(tmp_path: Path) -> None:
    case = have_read(write_case(tmp_path))
    sources = case / "sources.yaml"
    sources.write_text(sources.read_text().replace("A Report on the Harbour", "Another Report"))
    state = gather(material_of(open_case(case, "claims/harbour", open_workspace())))
    told = {row[2]: (row[6], row[7]) for row in state.reads.rows}
    assert told["fact"] == ("no", "sources/report changed (claims/harbour/sources.yaml:2:4)")
    assert ("beatings", "read again") in {(row[0], row[3]) for row in state.outstanding.rows}


def test_a_successor_reads_what_was_decided_and_remarked(tmp_path: Path) -> None:
    decisions = (
        "- {id: d, check: conduct-outside-tenure, record: roles/solvan-commander, decision: We print the decree,"
        " reason: The decree is the act, author: A Lawyer, date: 2026-10-01}\n"
    )
    roles = ROLES + "  note: Ask the archive again\n"
    state = harbour(tmp_path, decisions=decisions, roles=roles, case=CASE + "note: Handed over in spring\n")
    told = {rows.id: rows for rows in state.situation}
    assert ("1 October 2026", "conduct-outside-tenure", "roles/solvan-commander", "We print the decree",
            "The decree is the act", "A Lawyer") in [row[:6] for row in told["decisions"].rows]  # fmt: skip
    assert told["notes"].rows[0][:2] == ("roles/solvan-commander", "Ask the archive again")
    assert ("Note", "Handed over in spring") in told["case"].rows


KEPT = (
    "- {id: c1, filing: submission, of: allegations/beatings#statement, before: Guards beat them,"
    " after: Guards hit them, reason: Their word, author: A Lawyer, date: 2026-10-01}\n"
    "- {id: c2, filing: submission, before: An old line, author: A Lawyer, date: 2026-10-02}\n"
)


def test_of_a_change_the_report_says_whether_its_document_has_it(tmp_path: Path) -> None:
    session, workspace = harbour_session(tmp_path, changes=KEPT)
    session.report.extend(check_documents(session, workspace))

    rows = list_of_changes(material_of(session)).rows

    assert [row[7] for row in rows] == ["no: its words have no one place there"] * 2


def standing(material: Material) -> dict[str, tuple[str, str]]:
    """Return of each decision whether it stands and why not, by its words."""
    return {row[3]: (row[6], row[7]) for row in list_of_decisions(material).rows}  # type: ignore[misc]


def test_a_decision_is_listed_as_standing_until_what_it_rests_on_changes(tmp_path: Path) -> None:
    said = "record: allegations/beatings, decision: We answer it, reason: So, author: A Lawyer, date: 2026-10-01"
    fell = f"- {{id: d, check: contrary-not-answered, {said}, rests_on: [allegations/beatings 0123456789abcdef]}}\n"
    stands = f"- {{id: d, check: contrary-not-answered, {said}}}\n"

    assert standing(harbour_material(tmp_path / "a", decisions=stands)) == {"We answer it": ("yes", "")}
    assert standing(harbour_material(tmp_path / "b", decisions=fell)) == {
        "We answer it": ("no", "the finding says something else now\n`allegations/beatings` changed")
    }


def test_a_decision_that_decides_nothing_is_listed_as_not_standing(tmp_path: Path) -> None:
    said = "reason: So, author: A Lawyer, date: 2026-10-01"
    decisions = (
        f"- {{id: a, check: no-such-check, record: allegations/beatings, decision: No check, {said}}}\n"
        f"- {{id: b, check: contrary-not-answered, record: allegations/none, decision: No record, {said}}}\n"
        f"- {{id: c, check: contrary-not-answered, record: allegations/beatings, decision: Before, {said}}}\n"
        f"- {{id: d, check: contrary-not-answered, record: allegations/beatings, decision: After, {said}}}\n"
        f"- {{id: e, check: name-of-two-persons, record: people/solvan, decision: Not found, {said}}}\n"
    )
    session, workspace = harbour_session(tmp_path, decisions=decisions)
    session.report.extend(check_documents(session, workspace))
    told = standing(material_of(session))

    assert told["No check"] == ("no", "no check is called `no-such-check`")
    assert told["No record"][0] == "no"
    assert told["No record"][1].startswith("there is no record `allegations/none`")
    assert told["Before"] == ("no", "decided again by `d`, further down in the file")
    assert told["After"] == ("yes", "")
    assert told["Not found"][0] == "no"
    assert told["Not found"][1].endswith("which is not found now")


def test_what_could_not_be_read_comes_first(tmp_path: Path) -> None:
    state = harbour(tmp_path, roles=ROLES.replace("dates: 2021-02/2023-09", "dates: never"))
    assert "could not be read" in state.first.also_open[0][0]


SCRIPT = """
import hashlib, sys
from tests.report.reported import state_of
from probata.report.page.render import to_html
from probata.report.files import lists_of
from probata.report.workbook import to_xlsx
from probata.report.lists import to_csv
state = state_of(sys.argv[1])
lists = lists_of(state)
whole = b"".join([to_html(state), to_xlsx(state, lists), *map(to_csv, lists)])
print(hashlib.sha256(whole).hexdigest())
"""


def test_the_same_records_give_the_same_bytes_whatever_the_day_and_the_hash_seed() -> None:
    def made(seed: str) -> str:
        environment = {"PYTHONPATH": ":".join(sys.path), "PYTHONHASHSEED": seed, "TZ": f"UTC+{seed}"}
        command = [sys.executable, "-c", SCRIPT, EXAMPLE]
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout

    assert made("1") == made("2")


def test_a_filing_counts_what_concerns_its_forum_and_what_concerns_all() -> None:
    state = state_of(REAL)
    (filings,) = [found for found in state.situation if found.id == "filings"]
    must_fix = {row[0]: row[4] for row in filings.rows}
    on_all = [found for found in state.findings if found.level == "error" and not found.forums]

    assert on_all
    assert all(isinstance(number, int) and number >= len(on_all) for number in must_fix.values())


def test_what_one_check_finds_over_many_records_is_one_matter_that_leads_to_each(tmp_path: Path) -> None:
    late = ALLEGATIONS.replace("period: 2022-05", "period: 2025-05")
    several = "".join(
        late.replace("id: beatings", f"id: beatings-{n}").replace("2025-05", f"2025-0{n}") for n in range(1, 10)
    )
    state = harbour(tmp_path, case=BARE, allegations=several)
    outside = [found.number for found in state.findings if found.name == "conduct-outside-tenure"]
    (shown,) = [one for one in state.first.decisions if one.finding.name == "conduct-outside-tenure"]

    assert len(outside) == 9
    assert [shown.finding.number, *shown.more] == outside
    assert shown.further_places == 8
    assert "and 8 more places: " in to_html(state).decode()


def test_a_filing_counts_each_finding_once_and_none_of_another_document_of_its_forum(tmp_path: Path) -> None:
    both = CASE.replace(
        "  - {id: submission,", "  - {id: second, forum: uk-ghr, date: 2026-10-29}\n  - {id: submission,"
    )
    material = harbour_material(tmp_path, case=both)
    found = next(one for one in material.findings if one.record == "allegations/beatings")
    own, other = (replace(found, message=f"only in `{filing}`", alike="") for filing in ("submission", "second"))
    by_filing = {"submission": frozenset({own}), "second": frozenset({other})}
    without = gather(material)
    state = gather(replace(material, findings=(*material.findings, own, other), by_filing=by_filing))

    assert totals(state) == {name: number + 1 for name, number in totals(without).items()}


def totals(state: State) -> dict[str, int]:
    """Return the number of findings that concern each filing."""
    (filings,) = [found for found in state.situation if found.id == "filings"]
    return {str(row[0]): sum(number for number in row[4:7] if isinstance(number, int)) for row in filings.rows}


@each(
    ("period", "answer"),
    [("2021-03/2022-01", "yes"), ("2023-08-01/2024-02-01", "in part at most"), ("2024-02", "no"), ("2023", "perhaps")],
)
def test_conduct_that_a_post_covers_in_part_is_told_apart_from_what_its_dates_leave_open(
    tmp_path: Path, period: str, answer: str
) -> None:
    days = "2021-03-01/2023-09-30"
    dates = f"{{stated: {days}, certain: {days}}}" if answer != "perhaps" else "2021-03-01/2023"
    state = harbour(
        tmp_path,
        roles=ROLES.replace("dates: 2021-02/2023-09", f"dates: {dates}"),
        allegations=ALLEGATIONS.replace("period: 2022-05", f"period: {period}"),
    )

    assert [row[6] for row in state.conduct.rows] == [answer]

"""Counts are seen by the checks of what is argued, as the allegations that they gather."""

from __future__ import annotations

from pathlib import Path

from tests.case_folder import ALLEGATIONS, CASE, build, write_case

from probata.proof.reads import resting_records

COUNT = "- {id: violence, title: Violence, allegations: [beatings], limbs: [%s]}\n"
BARE = ALLEGATIONS[: ALLEGATIONS.index("  limbs:")]
ARGUED = "{forum: uk-ghr, limb: 4(2)(b), text: Torture.}, {forum: uk-ghr, limb: 6(3)(a), text: He led it.}"


def names(folder: Path, **files: str) -> list[str]:
    return [found.name for found in build(write_case(folder, **files)).findings]


def test_a_limb_that_a_count_argues_is_argued_for_its_allegations(tmp_path: Path) -> None:
    assert "allegation-without-limb" in names(tmp_path / "bare", allegations=BARE)
    assert "allegation-without-limb" not in names(tmp_path / "counts", allegations=BARE, counts=COUNT % ARGUED)


def test_a_misspelt_limb_of_a_count_is_told(tmp_path: Path) -> None:
    counts = COUNT % "{forum: uk-ghr, limb: 6(3)a, text: He led it.}"

    assert build(write_case(tmp_path, counts=counts)).found("limb-unknown").record == "counts/violence"


def test_a_filing_that_names_a_count_of_which_it_puts_nothing_forward_is_told(tmp_path: Path) -> None:
    case = CASE.replace("forum: uk-ghr", "counts: [violence], forum: uk-ghr")
    allegations = ALLEGATIONS + "  not_in: [submission]\n"
    found = build(write_case(tmp_path, case=case, allegations=allegations, counts=COUNT % ARGUED))

    assert found.found("count-without-allegation").record == "filings/submission"


def test_a_count_that_gathers_what_is_not_recorded_is_told_once(tmp_path: Path) -> None:
    counts = "- {id: violence, title: Violence, allegations: [beating], arguments: [{person: merrik}]}\n"

    found = names(tmp_path, counts=counts)
    assert "unknown-reference" in found
    assert not {"count-without-allegation", "argument-without-charge"} & set(found)


def test_a_read_of_an_allegation_rests_on_the_count_that_argues_it(tmp_path: Path) -> None:
    graph = build(write_case(tmp_path, counts=COUNT % ARGUED)).session.graph
    assert graph

    assert "counts/violence" in resting_records(graph, graph.allegations[0], "libel")

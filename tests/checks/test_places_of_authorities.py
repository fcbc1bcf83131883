"""Places in judgments, treaties and other authorities are those that a work of their form can have."""

from __future__ import annotations

from pathlib import Path

from tests.checks.test_evidence_weight import found_by
from tests.each import each
from tests.in_ids import in_ids

from probata.checks.records.citations import pinpoint_not_of_source
from probata.citation import cited_forms
from probata.diagnostics import Severity

CASE = """
case: {title: Example}
sources:
  - {id: gazette, title: State Gazette, type: legislation, page: 3-9, held: held}
  - {id: watched, title: State Gazette, type: legislation, held: held}
exhibits: [{id: mw1, mark: MW1, description: the gazette, source: watched, pages: 14}]
authorities:
  - {id: pol, kind: judgment, name: Pol v State, form: echr_case, number: 112/22, date: 2023-03-07}
  - {id: plain, kind: judgment, name: Rill v State, court: High Court, date: 2023-03-07}
  - {id: council, kind: decision, name: Decision of the Council, date: 2023-03-07}
  - {id: views, kind: decision, name: Rill v State, form: views, symbol: CCPR/C/1, date: 2023-03-07}
  - id: icj
    kind: judgment
    form: icj_case
    name: Pulp Mills
    published_in: {series: ICJ Rep, year: 2010, page: 14}
  - {id: directive, kind: statute, name: Directive 17, state: Kelvandra, source: gazette}
  - {id: order, kind: statute, name: Order 4, state: Kelvandra, source: watched}
  - {id: act, kind: statute, form: statute, name: Police Act 1996}
  - {id: tvpa, kind: statute, form: us_statute, name: Victim Act, code: 28 USC, code_sections: 1350 note}
  - {id: genetic, kind: statute, form: us_statute, name: Gene Act, code: 42 USC, code_sections: 2000ff to 2000ff-11}
  - {id: comment, kind: interpretation, form: general_comment, name: Prevention, court: CAT, number: 2, symbol: CAT/C/2}
  - {id: crc, kind: other, form: treaty, name: Convention on the Rights of the Child}
  - {id: regulation, kind: statute, form: eu_act, name: Regulation, source: gazette}
  - {id: film, kind: other, name: Hearing of the inquiry}
people:
  - {id: wolk, name: Mara Wolk, description: "It was so held [@CITED]."}
"""


@each(
    ("cited", "why"),
    [
        ("pol, para 79", ""),
        ("pol, [79]", ""),
        ("pol, p. 12", ""),
        ("pol, at 00:03:10", "a work that is cited by the form `echr_case` has no such places"),
        ("pol, at 79", ""),
        ("pol, at length", ""),
        ("pol, row 3", "a work that is cited by the form `echr_case` has no such places"),
        ("pol, art 3", "a work that is cited by the form `echr_case` has no such places"),
        ("plain, art 3", "a work that is cited by the form `case` has no such places"),
        ("plain, section B", ""),
        ("council, art 3", ""),
        ("council, at 00:03:10", "a work that is cited by the form `case` has no such places"),
        ("views, art 3", ""),
        ("views, slide 3", "a work that is cited by the form `views` has no such places"),
        ("icj, p. 55", ""),
        ("icj, p. 12", "it begins on page 14 of ICJ Rep"),
        ("icj, p. iv", ""),
        ("directive, p. 9", ""),
        ("directive, p. 22", "its record gives pages 3 to 9"),
        ("order, p. 15", "exhibit `MW1`, which reproduces it, has 14 pages"),
        ("act, s 11", ""),
        ("act, p. 11", "a work that is cited by the form `statute` has no such places"),
        ("tvpa, s 2(a)", "notes print it as section 2(a) of 28 USC, of which `code_sections` names 1350 note"),
        ("tvpa, s 1350", ""),
        ("genetic, s 2000ff-1", ""),
        ("us-glomag-act, s 10102(a)", ""),
        (
            "us-glomag-act, s 1263",
            "notes print it as section 1263 of 22 USC, of which `code_sections` names 10101–10103",
        ),
        ("pol, frame 2", "a work that is cited by the form `echr_case` has no such places"),
        ("pol, annex", ""),
        ("pol, annex II", ""),
        ("comment, 00:03:10", "a work that is cited by the form `general_comment` has no such places"),
        ("comment, annex I", ""),
        ("crc, row 4", "a work that is cited by the form `treaty` has no such places"),
        ("regulation, p. 4", ""),
        ("film, at 00:03:10", ""),
        ("iccpr, art 7", ""),
        ("iccpr, p. 175", ""),
        ("iccpr, p. 4", "it begins on page 171 of UNTS"),
        ("iccpr, frame 4", "a work that is cited by the form `treaty` has no such places"),
        ("iccpr, row 4", "a work that is cited by the form `treaty` has no such places"),
        ("uncat, art 33", ""),
        ("uncat, art 99", "its last article is article 33"),
        ("uncat, arts 12, 99", "its last article is article 33"),
        ("uncat, arts 31-40", "its last article is article 33"),
        ("uncat, art 16(40)", ""),
        ("uncat, art 2, para 40", ""),
        ("rome-statute, art 8 bis", ""),
        ("echr, art 99", ""),
        ("uncat, s 1", "its provisions are articles, of which 1 is one"),
        ("uk-ghr-regulations, art 4(2)", "its provisions are regulations, of which 4(2) is one"),
        ("uk-ghr-regulations, reg 4(2)", ""),
    ],
)
def test_a_place_must_be_one_that_such_an_authority_has(cited: str, why: str, tmp_path: Path) -> None:
    found = found_by(pinpoint_not_of_source, tmp_path, CASE.replace("CITED", cited))

    assert [in_ids(one.message).partition(" is cited, and ")[2] for one in found] == ([why] if why else [])
    assert all(one.severity is Severity.WARNING for one in found)


def test_a_page_of_a_treaty_without_a_series_is_a_note(tmp_path: Path) -> None:
    (found,) = found_by(pinpoint_not_of_source, tmp_path, CASE.replace("CITED", "crc, p. 4"))

    assert in_ids(found.message) == "page `4` of `crc` is cited, and `published_in` names no page in a series for it"
    assert found.severity is Severity.INFO


def test_a_place_that_a_judgment_cannot_have_is_told_where_the_text_cites_it(tmp_path: Path) -> None:
    (found,) = found_by(pinpoint_not_of_source, tmp_path, CASE.replace("CITED", "pol, row 3"))
    line = next(line for line in CASE.splitlines() if "CITED" in line)

    assert (
        in_ids(found.message)
        == "row `3` of `pol` is cited, and a work that is cited by the form `echr_case` has no such places"
    )
    assert found.help == "open the authority and correct the place, or the record of the authority"
    assert found.span is not None
    assert found.span.column == line.index("@CITED") + 1


def test_every_form_says_which_places_it_has_but_for_what_may_be_anything() -> None:
    assert [form.id for form in cited_forms().values() if not form.places] == ["other"]
    assert all("published_in" in form.fields for form in cited_forms().values() if form.pages_of_series)

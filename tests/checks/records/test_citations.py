"""Citations in brackets, and places that the work cited can have."""

from __future__ import annotations

from tests.checks.given import Given, rows

WITHOUT_BRACKETS = Given(
    "citation-without-brackets",
    """
case: {title: Example}
sources: [{id: register, title: Register, held: held}, {id: visit-2024, title: Visit, held: held}]
authorities: [{id: mursic, kind: judgment, name: Mursic, citation: Mursic}]
allegations:
  - id: a
    title: T
    statement: S.
    particulars: |
      They were beaten SAID.
""",
    {"SAID": ""},
)
PLACE = Given(
    "pinpoint-not-in-source",
    """
case: {title: Example}
sources:
  - {id: essay, type: article-journal, page: 41-47}
  - {id: book, type: book, page: 320}
  - {id: page, type: webpage}
  - {id: untyped}
  - {id: file, type: webpage, url: "https://example.org/a.pdf"}
  - {id: letter, type: document, medium: letter of 2 pages}
  - {id: report, type: report, held: held}
  - {id: film, type: motion_picture, duration: "00:12:30", held: held}
  - {id: rows, type: dataset, held: held}
  - {id: gazette, title: State Gazette, type: legislation, page: 3-9, held: held}
exhibits: [{id: mw1, mark: MW1, description: DESCRIPTION, source: report, pages: 44}]
authorities:
  - {id: pol, kind: judgment, name: Pol v State, form: echr_case, number: 112/22, date: 2023-03-07}
  - {id: icj, kind: judgment, form: icj_case, name: Mills, published_in: {series: ICJ Rep, year: 2010, page: 14}}
  - {id: directive, kind: statute, name: Directive 17, state: Kelvandra, source: gazette}
  - {id: act, kind: statute, form: statute, name: Police Act 1996}
  - {id: tvpa, kind: statute, form: us_statute, name: Victim Act, code: 28 USC, code_sections: 1350 note}
  - {id: film-of-inquiry, kind: other, name: Hearing of the inquiry}
datasets:
  - {id: deaths, title: D, file: data/deaths.csv, columns: [{key: year, heading: Y, type: text}], citations: rows}
people: [{id: wolk, name: Mara Wolk, description: "She wrote it [@CITED].", WRITTEN}]
""",
    {"CITED": "essay", "DESCRIPTION": "the report", "WRITTEN": ""},
    {"data/deaths.csv": "year\n2016\n2017\n"},
)
MISWRITTEN = Given(
    "pinpoint-malformed",
    """
case: {title: Example}
sources: [{id: book, title: Prisons, type: book, held: held}, {id: film, type: motion_picture, held: held}]
authorities:
  - {id: pol, kind: judgment, name: Pol v State, form: echr_case, number: 112/22, date: 2023-03-07}
  - {id: code, kind: statute, name: Penal Code, state: Kelvandra}
  - {id: act, kind: statute, form: statute, name: Prison Act 1952}
people: [{id: wolk, name: Mara Wolk, description: "It is said [@CITED]."}]
""",
    {"CITED": ""},
)
MISSING = Given(
    "pinpoint-missing-in-text",
    """
case: {title: Example}
sources:
  - {id: report, title: A report, type: report, held: held}
  - {id: letter, title: A letter, type: document, held: held}
  - {id: named, title: Another report, type: report, held: cited_in}
authorities: [{id: tarn, kind: judgment, name: Tarn, citation: Tarn}]
narrative: [{id: n, title: N, kind: fact, text: "SAID"}]
""",
    {"SAID": ""},
)
CLAUSE = Given(
    "pinpoint-not-in-source",
    """
case: {title: Example, summary: 'SAID MORE'}
sources: [{id: report, title: A report}]
authorities:
  - id: directive
    kind: statute
    name: Directive 17
    citation: Directive 17
    clauses:
      - {id: two, number: 2, text: Custody is a measure of order.}
      - {id: five, number: 5, text: The place is not disclosed.}
      - {id: twelve, number: 12, text: Physical coercion is not permitted.}
""",
    {"SAID": "", "MORE": ""},
)
CITES_ALL = "[@directive, cl 2; @directive, cl 5; @directive, cl 12]"

test_an_id_outside_brackets_or_without_its_sign_is_printed_as_it_stands = rows(
    (WITHOUT_BRACKETS("@mursic, para 2"), "must fix"),
    (WITHOUT_BRACKETS("there.^[See @register, p. 4; and [@mursic].]"), "must fix"),
    (WITHOUT_BRACKETS("[@mursic, para 2; see @register, p. 4, with reasons]"), ""),
    (WITHOUT_BRACKETS("there.^[See [@register, p. 4].]"), ""),
    (WITHOUT_BRACKETS("at ana@register"), ""),
    (WITHOUT_BRACKETS("by @somebody"), ""),
    (WITHOUT_BRACKETS("at https://example.org/@register"), ""),
    (WITHOUT_BRACKETS("[visit-2024]"), "must fix"),
    (WITHOUT_BRACKETS("by “the [register] of the prison”"), ""),
    (WITHOUT_BRACKETS("[register, as it was]"), ""),
    (WITHOUT_BRACKETS("`[visit-2024]`"), ""),
    (WITHOUT_BRACKETS("[visit-2024](https://example.org)"), ""),
    (WITHOUT_BRACKETS("[^visit-2024]"), ""),
)
test_a_place_is_one_that_the_work_has = rows(
    (PLACE("essay, pp. 41-47"), ""),
    (PLACE("essay, p. 48"), "should fix"),
    (PLACE("essay, p. iv"), ""),
    (PLACE("book, p. 321"), "should fix"),
    (PLACE("page, p. 4"), "should fix"),
    (PLACE("untyped, p. 4"), "note"),
    (PLACE("file, p. 4"), ""),
    (PLACE("letter, pp. 2-3"), "should fix"),
    (PLACE("essay, at length"), ""),
    (PLACE("report, p. 44, para 3"), ""),
    (PLACE("report, para 3, p. 45"), "should fix"),
    (PLACE("report, p. 58", "extract from the report"), ""),
    (PLACE("report, p. xlv"), ""),
    (PLACE(f"report, p. {'9' * 5000}"), ""),
    (PLACE("report, 12:31"), ""),
    (PLACE("film, 12:29-12:31, with sound"), "should fix"),
    (PLACE("film, at 00:12:30"), ""),
    (PLACE("film, at the end"), ""),
    (PLACE("rows, row 3"), ""),
    (PLACE("rows, row 4"), "should fix"),
    (PLACE(WRITTEN='citations: "film, 12:31"'), "should fix"),
)
test_a_place_is_one_that_such_an_authority_has = rows(
    (PLACE("pol, [79]"), ""),
    (PLACE("pol, annex II"), ""),
    (PLACE("pol, art 3"), "should fix"),
    (PLACE("icj, p. 12"), "should fix"),
    (PLACE("icj, p. 55"), ""),
    (PLACE("directive, p. 22"), "should fix"),
    (PLACE("act, s 11"), ""),
    (PLACE("act, p. 11"), "should fix"),
    (PLACE("tvpa, s 1350"), ""),
    (PLACE("tvpa, s 2(a)"), "should fix"),
    (PLACE("film-of-inquiry, at 00:03:10"), ""),
    (PLACE("iccpr, p. 175"), ""),
    (PLACE("iccpr, p. 4"), "should fix"),
    (PLACE("uncat, art 33"), ""),
    (PLACE("uncat, arts 31-40"), "should fix"),
    (PLACE("uncat, art 2, para 40"), ""),
    (PLACE("rome-statute, art 8 bis"), ""),
    (PLACE("uncat, s 1"), "should fix"),
    (PLACE("uk-ghr-regulations, art 4(2)"), "should fix"),
    (PLACE("uk-ghr-regulations, reg 4(2)"), ""),
)
test_a_place_as_works_have_them_is_left_alone = rows(
    (MISWRITTEN("book, p. abc"), "should fix"),
    (MISWRITTEN("book, pp. 19-12"), "should fix"),
    *(
        (MISWRITTEN(place), "")
        for place in (
            "book, p. xiv",
            "book, p. 12n4",
            "book, p. A-3",
            "book, p. 4bis",
            "book, pp. 112-9",
            "book, p. cover",
            "book, p. 四",
            "book, p. 12 ff",
            "book, pp. 14, 2",
            "book, section Methods",
            "book, emphasis added",
            "pol, para (a)",
            "iccpr, art X",
            "code, art 222-1",
            "code, art premier",
            "film, at 00:12:00-00:13:00",
            "act, s 52",
        )
    ),
)
test_a_long_work_is_cited_with_its_place = rows(
    (MISSING("They were beaten [@report]."), "note"),
    (MISSING("They were beaten [@report, heading Methods]."), ""),
    (MISSING("They were beaten [@letter]."), ""),
    (MISSING("They were beaten [@named]."), ""),
    (MISSING("They were beaten [@report, p. 4], all of them [@report]."), ""),
    (MISSING("It published its report [@report]."), ""),
    (MISSING("The judgment is in force [@tarn]."), ""),
)
test_a_clause_is_looked_up_in_its_record = rows(
    (CLAUSE("So it is [@directive, cl 21].", CITES_ALL), "should fix"),
    (CLAUSE("So it is [@directive, cl 21]."), "note"),
    (CLAUSE("So it is [@directive, cl 12]."), ""),
    (CLAUSE("So it is [@directive, cls 2-9]."), ""),
)

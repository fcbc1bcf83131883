"""Exhibits: one mark for one document, listed where it is named, with the day of what it is."""

from __future__ import annotations

from tests.checks.given import Given, rows

MARKS = Given(
    "exhibit-mark-twice",
    """
case: {title: Example}
people: [{id: wolk, name: Mara Wolk}, {id: brun, name: Ada Brun}]
exhibits: [{id: e1, mark: FIRST, description: it}, {id: e2, mark: SECOND, description: it}]
statements:
  - {id: one, person: wolk, kind: witness, exhibits: [ONE], paragraphs: [{id: p, basis: own_knowledge, text: "SAID"}]}
  - {id: two, person: brun, kind: witness, exhibits: [TWO]}
""",
    {"FIRST": "MW1", "SECOND": "MW2", "ONE": "e1, e2", "TWO": "", "SAID": "I wrote it."},
)
LISTED = MARKS.by("exhibit-not-listed")
FORMS = MARKS.by("exhibit-mark-in-two-forms")
TOLD = Given(
    "exhibit-mismatch",
    """
case: {title: Example}
people: [{id: wolk, name: Mara Wolk}]
sources: [{id: report, title: Report, ISSUED, SOURCE}]
statements: [{id: one, person: wolk, kind: witness, made_on: 2024-05-01, signed_on: 2024-05-20}]
exhibits: [{id: x, mark: MW1, description: DESCRIBED, EXHIBIT}]
""",
    {"EXHIBIT": "", "SOURCE": "", "ISSUED": "issued: 2023-11-14", "DESCRIBED": "it"},
)

test_one_mark_of_two_exhibits_weighs_by_the_statements_that_produce_them = rows(
    (MARKS("MW1", "MW/1"), "should fix"),
    (MARKS("MW1", "MW1", "e1", "e2"), "note"),
    (MARKS("MW1", "MW/1", "e1", "e2"), ""),
    (MARKS("MW1", "MW2"), ""),
)
test_a_mark_that_is_named_is_listed = rows(
    (LISTED("MW1", "AB1", "e1", "e2", "I refer to **MW2**."), "should fix"),
    (LISTED("MW1", "AB1", "e1", "e2", "I refer to **MW/1**."), ""),
    (LISTED("MW1", "AB1", "e1", "e2", "I refer to **AB1** of Ada Brun."), ""),
    (LISTED("MW1", "MW2", "e1", "e2", "I saw MW2."), ""),
)
test_marks_have_one_form = rows(
    (FORMS("MW1", "MW/2"), "should fix"),
    (FORMS("MW1", "MW2", SAID="I refer to MW/2."), "should fix"),
    (FORMS("MW1", "AB/1"), ""),
    (FORMS("the map", "MW1"), ""),
)
test_days_and_marks_are_those_of_what_the_exhibit_is = rows(
    (TOLD("source: report, date: 2023-11"), ""),
    (TOLD("source: report, date: 2023-11-15"), "should fix"),
    (TOLD("source: report, date: 2023-11-13"), "note"),
    (TOLD("source: report, date: ~2021"), ""),
    (TOLD("source: report, date: 2024-01-02", "accessed: 2024-01-02"), ""),
    (TOLD("source: report, date: 2024-01-03", "accessed: 2024-01-02, type: webpage"), "should fix"),
    (TOLD("source: report, date: 2023-12-24", "accessed: 2024-01-02, type: webpage"), ""),
    (TOLD("source: report, date: 2023-12-24", "accessed: 2024-01-02, type: report"), "should fix"),
    (TOLD("source: report, date: 2023-12-24", "accessed: 2024-01-02", DESCRIBED="une capture d’écran"), ""),
    (TOLD("statement: one, date: 2024-05-20"), ""),
    (TOLD("statement: one, date: 2024-06-20"), "should fix"),
    (TOLD("source: report"), "cannot tell"),
)
test_an_exhibit_is_as_confidential_as_what_it_is = rows(
    (TOLD("source: report, date: 2023-11-14", "confidentiality: confidential"), "should fix"),
    (TOLD("source: report, date: 2023-11-14", "confidentiality: anonymise"), "should fix"),
    (TOLD("source: report, disclosure: anonymise, date: 2023-11-14", "confidentiality: confidential"), ""),
    (TOLD("source: report, disclosure: confidential, date: 2023-11-14"), ""),
)

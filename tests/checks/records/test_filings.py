"""What a filing asks for, what the addressee knows already, and rules that were to be read again."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.checks.example_case import check_named, load_example
from tests.checks.given import Given, rows
from tests.each import each

from probata.checks import CheckInput, run_checks

RELIEF = Given(
    "measure-outside-forum",
    "case: {title: Example, filings: [{id: f, forum: FORUM, relief: [{measure: 'ASKED', argument: So.}], MORE}]}",
    {"FORUM": "uk-ghr", "ASKED": "", "MORE": ""},
)
LISTED = Given(
    "person-listed-already",
    """
case:
  title: Example
  as_of: 2026-10-30
  persons_concerned: [orskelin]
  filings: [{id: f, forum: FORUM, relief: [{measure: Asset freeze, argument: ARGUMENT}]}]
people: [{id: orskelin, name: Daveth Orskelin}, {id: solvan, name: Ada Solvan}]
listings: [{id: l, LISTING}]
""",
    {"LISTING": "", "ARGUMENT": "It is just.", "FORUM": "uk-ghr"},
)
PENDING = Given(
    "pending-procedure-not-disclosed",
    """
case: {title: Example, filings: [{id: f, forum: FORUM}]}
bodies: [{id: tribunal, name: Tribunal of the Two Seas, kind: international_organisation}]
steps: [{id: s, what: Communication, STEP}]
narrative: [{id: n, title: Others, place: other-procedures, text: "SAID"}]
""",
    {"STEP": "to: Human Rights Committee, pending: true", "FORUM": "un-sp", "SAID": "It is before no other body."},
)
BY_UK = "person: orskelin, authority: United Kingdom"
PARTS = "source: https://example.org/test, read_on: 2026-01-31, recheck_by: 2026-12-08"
LIMB = f"legal_test: [{{id: 6(a), label: Took part, text: Any person who took part, kind: involvement, {PARTS}}}]"
DUE = Given(
    "rule-out-of-date",
    """
case: {title: Example, CASE, filings: [{id: letter, forum: letter, statement: s, FILING}]}
people: [{id: p, name: Mara Wolk}]
statements: [{id: s, person: p, kind: deponent, STATEMENT}]
""",
    {"CASE": "as_of: 2026-12-10", "FILING": "", "STATEMENT": "", "PARTS": LIMB, "ANALOGY": ""},
    {
        "templates/letter/forum.yaml": """
id: letter
extends: _base
document_kind: submission
rules:
  - {id: kept, text: Kept., source: https://example.org/rules, read_on: 2026-01-31, recheck_by: 2027-06-01, ANALOGY}
PARTS
"""
    },
)
LAW = Given(
    "rule-out-of-date",
    """
case: {title: Example, state: China, as_of: AS_OF, filings: [{id: f, forum: uk-ghr}]}
allegations: [{id: a, title: A, statement: A., provisions: [{instrument: eo-13818, provision: 2}]}]
""",
    {"AS_OF": ""},
)

test_a_measure_is_one_that_the_forum_lists = rows(
    (RELIEF("uk-ghr", "Trade embargo"), "should fix"),
    (RELIEF("uk-ghr", "Freezing of her assets in the United Kingdom"), ""),
    (RELIEF("uk-ghr", "Designation under regulation 5"), ""),
    (RELIEF("us-glomag", "Visa restrictions"), ""),
    (RELIEF("us-glomag", "Withdrawal of a decoration"), "should fix"),
    (RELIEF("eu-ghrsr", "Entry bans"), ""),
    (RELIEF("un-sp", "An asset freeze"), "should fix"),
    (RELIEF("un-sp", "une lettre au Gouvernement", "language: fr"), ""),
    (RELIEF("support-statement", "Trade embargo"), ""),
)
test_a_listing_by_the_addressee_is_known_to_the_request = rows(
    (LISTED(BY_UK), "should fix"),
    (LISTED("person: orskelin, authority: Treasury, programme: UK Sanctions List"), "should fix"),
    (LISTED(BY_UK, "He is listed since 2023."), ""),
    (LISTED(BY_UK, "These are further grounds."), ""),
    (LISTED(f"{BY_UK}, found: false"), ""),
    (LISTED(f"{BY_UK}, dates: 2020/2022"), ""),
    (LISTED(f"{BY_UK}, dates: 2020/2028"), "should fix"),
    (LISTED("person: solvan, authority: United Kingdom"), ""),
    (LISTED("person: orskelin, authority: Ukraine"), ""),
    (LISTED("person: orskelin, authority: Council of the EU", FORUM="eu-ghrsr"), "should fix"),
    (LISTED("person: orskelin, authority: United Nations", FORUM="un-sp"), ""),
)
test_a_pending_procedure_before_an_international_body_is_told_where_the_forum_asks = rows(
    (PENDING(), "should fix"),
    (PENDING(SAID="It is before the Human Rights Committee."), ""),
    (PENDING("to: Human Rights Committee, pending: false"), ""),
    (PENDING("to: Tribunal of the Two Seas, pending: true"), "should fix"),
    (PENDING("to: Office of the Procurator of Ostamar, pending: true"), ""),
    (PENDING(FORUM="uk-ghr"), ""),
)
test_every_part_of_a_forum_that_was_to_be_read_again_is_found = rows(
    (DUE(), "should fix"),
    (DUE("as_of: 2026-12-08"), ""),
    (DUE(PARTS=f"measures: [{{id: freeze, label: Asset freeze, {PARTS}}}]"), "should fix"),
    (DUE(PARTS="", ANALOGY=f"analogy: {{provision: PD 57AC, {PARTS}}}"), "should fix"),
    (DUE(PARTS=""), ""),
    (LAW("2026-12-20"), ""),
    (LAW("2026-12-21"), "should fix"),
)
test_a_forum_is_out_of_date_on_the_latest_day_that_the_filing_bears = rows(
    (DUE("as_of: 2026-12-08", "date: 2026-12-09"), "should fix"),
    (DUE("language: en-GB", "date: 2027-03"), "should fix"),
    (DUE("language: en-GB", "date: 2026-12"), ""),
    (DUE("language: en-GB", "", "made_on: 2026-12-09"), "should fix"),
    (DUE("language: en-GB", "date: 2026-11-01", "made_on: 2026-11-02, signed_on: 2026-12-10"), "should fix"),
    (DUE("as_of: 2026-12-10", "date: 2026-11-01"), "should fix"),
    (DUE("language: en-GB"), "cannot tell"),
)


@each(
    ("as_of", "today", "is_due"),
    [
        ("2026-10-30", date(2026, 12, 9), True),
        ("2026-10-30", date(2026, 12, 8), False),
        ("2026-12-10", date(2027, 1, 1), False),
        ("2026-10-30", None, False),
    ],
)
def test_a_rule_is_due_today_unless_the_filing_itself_bears_a_later_day(
    as_of: str, today: date | None, is_due: bool, tmp_path: Path
) -> None:
    filled = DUE(f"as_of: {as_of}")
    case, _ = load_example(tmp_path, filled.text, filled.files)
    found = run_checks(
        CheckInput(case.graph, case.catalogue, profiles=case.profiles, today=today), [check_named("rule-due-today")]
    )[0].findings
    assert bool(found) is is_due

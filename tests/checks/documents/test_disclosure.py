"""Who is named and what is shown in documents that others read: victims, witnesses, confidential sources."""

from __future__ import annotations

from tests.checks.given import Given, rows

VICTIM = Given(
    "victim-named-without-consent",
    """
case:
  title: Example
  as_of: 2024-06-01
  summary: "SAID"
  persons_concerned: [solvan]
  filings: [{id: brief, forum: uk-ghr}]
people:
  - {id: solvan, name: Rune Solvan, part_played: [person_concerned, victim]}
  - {id: quarrow, name: {full: Iven Quarrow, family: Quarrow, given: Iven}, PERSON}
  - {id: mara, name: {full: Mara Quarrow, family: Quarrow, given: Mara}, part_played: [SISTER]}
sources: [{id: r, title: TITLE, SUPPORTS}]
consents: [CONSENT]
RECORD
""",
    {
        "PERSON": "part_played: [victim]",
        "CONSENT": "",
        "RECORD": "",
        "SAID": "Iven Quarrow was beaten.",
        "SISTER": "mentioned",
        "TITLE": "The last days",
        "SUPPORTS": "",
    },
)
CONSENT = "{id: c, person: quarrow, forums: [uk-ghr], audiences: [decision_maker, accused]}"
EVENT = "events: [{id: e, kind: incident, title: Beating, dates: 2022, persons: [quarrow]}]"
STATEMENT = "statements: [{id: s, person: quarrow, kind: witness}]"
CHILD = "part_played: [victim], birth: {date: %s}"
CONFIDENTIAL = Given(
    "confidential-source-shown",
    """
case:
  title: Example
  summary: Two relatives were called in CITED.
  filings: [{id: brief, forum: FORUM, SUPPORTS}, OTHER]
sources:
  - {id: letter, title: Letter, MARKED}
  - {id: report, title: Report, cited_in: 'letter, p. 1'}
  - {id: paper, title: Paper}
""",
    {
        "CITED": "[@letter]",
        "MARKED": "confidentiality: confidential",
        "FORUM": "uk-ghr",
        "SUPPORTS": "",
        "OTHER": "",
    },
    {
        "templates/closed/forum.yaml": "id: closed\nextends: _base\ndocument_kind: submission\n",
        "templates/closed/brief.md.j2": "# Summary\n\n{{ case_summary }}\n",
    },
)
NAMED = Given(
    "source-named",
    """
case:
  title: Example
  summary: SAID
  prepared_by: {organisation: Harbour Watch, contact: office@harbour.example}
  filings: [{id: letter, forum: FORUM}]
""",
    {"SAID": "", "FORUM": "un-sp"},
)

test_what_it_weighs_to_name_a_victim_follows_from_age_consent_and_statement = rows(
    (VICTIM("part_played: [victim]"), "note"),
    (VICTIM("part_played: [witness]"), "note"),
    (VICTIM("part_played: [witness]", RECORD=STATEMENT), "should fix"),
    (VICTIM("part_played: [mentioned]", RECORD=EVENT), "note"),
    (VICTIM("part_played: [mentioned]"), ""),
    (VICTIM("part_played: [victim], consent_required: true"), ""),
    (VICTIM(CONSENT=CONSENT), ""),
    (VICTIM(CONSENT=CONSENT.replace(", accused", "")), "should fix"),
    (VICTIM(CONSENT=CONSENT.replace("uk-ghr", "us-glomag")), "should fix"),
    (VICTIM(CONSENT=CONSENT.replace("}", ", status: withdrawn}")), "should fix"),
    (VICTIM(CONSENT=CONSENT.replace("}", ", until: 2024-05-31}")), "should fix"),
    (VICTIM(CHILD % "2006-06-01"), "note"),
    (VICTIM(CHILD % "2006-06-02"), "must fix"),
    (VICTIM(CHILD % "2006"), "should fix"),
    (VICTIM(CHILD % "2008-03-04", CONSENT), ""),
)
test_a_name_is_found_wherever_a_document_prints_it_in_our_words = rows(
    (VICTIM(SAID="The Quarrows fled."), "note"),
    (VICTIM(SAID="A boy was beaten.^[He is Iven Quarrow [@r].]"), "note"),
    (VICTIM(SAID="A boy was beaten [see on Iven Quarrow @r, p. 2]."), "note"),
    (VICTIM(SAID="A boy was beaten [@r].", SUPPORTS="supports: the beating of Iven Quarrow"), "note"),
    (VICTIM(SAID="A boy was beaten.^[See [@r].]", TITLE="The last days of Iven Quarrow"), ""),
)
test_a_family_name_names_all_who_have_it_and_no_consent = rows(
    (VICTIM(SAID="The Quarrow children were beaten.", SISTER="victim"), "note, note"),
    (VICTIM(SAID="The Quarrow children were beaten."), ""),
    (VICTIM(SISTER="victim"), "note"),
)
test_a_confidential_source_is_shown_to_whoever_decides_alone = rows(
    (CONFIDENTIAL("[@letter]"), "should fix"),
    (CONFIDENTIAL("[@report]"), "should fix"),
    (CONFIDENTIAL("[@paper]"), ""),
    (CONFIDENTIAL("[@letter]", "held: held"), ""),
    (CONFIDENTIAL("[@letter]", "confidentiality: anonymise"), ""),
    (CONFIDENTIAL(FORUM="closed"), ""),
    (
        CONFIDENTIAL(FORUM="closed", SUPPORTS="supports_filing: main", OTHER="{id: main, forum: uk-ghr}"),
        "should fix, should fix",
    ),
)
test_a_source_is_named_only_on_its_own_sheet_where_it_is_confidential = rows(
    (NAMED("Harbour Watch spoke with 2 prisoners."), "must fix"),
    (NAMED("Write to office@harbour.example."), "must fix"),
    (NAMED("The Harbour Watchman spoke."), ""),
    (NAMED("Harbour Watch spoke with 2 prisoners.", "uk-ghr"), ""),
)

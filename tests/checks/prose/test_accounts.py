"""What two places tell of one matter: statements, texts, records, and the places that are cited."""

from __future__ import annotations

from tests.checks.given import Given, rows

CASE = """
case: {title: Example, as_of: 2024-01-01, summary: "TEXT"}
sources:
  - {id: daily, type: article-newspaper, title: Daily, issued: 2022-05-19, held: held}
  - {id: told, type: manuscript, title: Statement of Ardel Solvan, issued: 2023-02-01, held: held}
people:
  - {id: solvan, name: {given: Ardel, family: Solvan}}
  - {id: wolk, name: {given: Mara, family: Wolk}}
bodies:
  - {id: quay, name: Quay Guard}
  - {id: river, name: River Guard}
positions:
  - {id: head-quay, title: Commander of the Quay Guard, body: quay}
  - {id: head-river, title: Commander of the River Guard, body: river, rank: Major}
  - {id: member, title: Member of the Quay Guard, body: quay}
roles:
  - {id: wolk-river, person: wolk, title: Commander of the River Guard, seats: [head-river], dates: 2015-03/2017-05}
  - {id: solvan-quay, person: solvan, title: Commander of the Quay Guard, seats: [head-quay], dates: 2015/2017}
events:
  - {id: raid, kind: incident, title: Raid on the docks, dates: 2022-05-12, place: "Quay Guard, Sol",
     count: {value: ~400, unit: strikers, citations: ["daily, p. 3"]}}
  - {id: trial, kind: incident, title: Trial at Ostamar, dates: 2023, place: Ostamar}
exhibits: [{id: e1, mark: E1, description: statement, source: told, statement: solvan-1}]
statements:
  - id: solvan-1
    person: solvan
    kind: witness
    paragraphs:
      - {id: a, basis: own_knowledge, text: "SAID"}
      - {id: b, basis: own_knowledge, text: "There were 4 guards at the gate. They showed no paper."}
      - {id: c, basis: own_knowledge, text: "I think that the guards kept some of the prisoners in the cellar."}
"""
GIVEN = Given("account-mismatch", CASE, {"TEXT": "Nothing.", "SAID": "I tell what I saw."})
TAKEN = "On 12 May 2022 guards took Ardel Solvan from the docks of Sol."
STRONGER = GIVEN.by("stronger-than-source")
OFFICE = GIVEN.by("office-mismatch")
OLDER = GIVEN.by("source-older-than-text")

test_two_accounts_of_one_matter_are_compared = rows(
    (GIVEN(TAKEN, "On 13 May 2022 guards took me from the docks of Sol."), "should fix"),
    (GIVEN(TAKEN, "On 12 May 2022 guards took me from the docks of Sol."), ""),
    (GIVEN(TAKEN, "On 13 May 2022 I met a friend."), ""),
    (GIVEN(TAKEN, "On 12 and 13 May 2022 guards took people from the docks of Sol, me on 12 May 2022."), ""),
    (GIVEN("Six guards stood there [@told, para 2]."), "should fix"),
    (GIVEN("Four guards stood there [@told, para 2]."), ""),
    (GIVEN("Six guards stood there [@told, para 1]."), ""),
    (GIVEN("They showed a paper [@told, para 2]."), "should fix"),
)

test_what_is_cited_is_not_made_stronger = rows(
    (STRONGER("More than 400 strikers came [@daily, p. 3]."), "should fix"),
    (STRONGER("Exactly 400 strikers came [@daily, p. 3]."), "should fix"),
    (STRONGER("Some 400 strikers came [@daily, p. 3]."), ""),
    (STRONGER("Up to 400 strikers came [@daily, p. 4]."), ""),
    (STRONGER("It is alleged that all prisoners were kept [@told, para 3]."), "should fix"),
    (STRONGER("It is alleged that some prisoners were kept in the cellar [@told, para 3]."), ""),
    (STRONGER("The guards kept some prisoners in the cellar [@told, para 3]."), "should fix"),
)

test_ranks_posts_and_commands_are_those_of_the_records = rows(
    (OFFICE("Colonel Mara Wolk came."), "should fix"),
    (OFFICE("Major Mara Wolk came, and Colonel Ardel Solvan."), ""),
    (OFFICE("Mara Wolk, Commander of the Quay Guard, came."), "should fix"),
    (OFFICE("Mara Wolk, then Commander of the River Guard, came."), ""),
    (OFFICE("Mara Wolk commanded the Quay Guard."), "should fix"),
    (OFFICE("The Quay Guard was commanded by Mara Wolk."), "should fix"),
    (OFFICE("The River Guard, which Mara Wolk commanded, came."), ""),
    (OFFICE(SAID="I commanded the River Guard."), "should fix"),
    (OFFICE("The Quay Guard in Ostamar closed."), "should fix"),
    (OFFICE("The Quay Guard in Sol closed."), ""),
    (OFFICE("The Quay Guard in Spain closed."), ""),
)

test_an_older_work_bears_nothing_out = rows(
    (OLDER("On 9 June 2022 they met [@daily, p. 3]."), "should fix"),
    (OLDER("On 9 May and 9 June 2022 they met [@daily, p. 3]."), ""),
    (OLDER("They met [@daily, p. 3]. On 9 June 2022 they left."), ""),
)

test_a_statement_is_compared_like_a_text = rows(
    (
        GIVEN.by("tenure-mismatch")(SAID="Mara Wolk commanded the River Guard from March 2015 to June 2017."),
        "should fix",
    ),
    (GIVEN.by("tenure-mismatch")(SAID="Mara Wolk has been Commander of the River Guard since 2012."), "should fix"),
    (GIVEN.by("tenure-mismatch")(SAID="Mara Wolk was Commander of the River Guard since 2015."), ""),
    (GIVEN.by("impossible-date")(SAID="On 31 June 2022 they came."), "should fix"),
    (GIVEN.by("person-not-recorded")(SAID="Mara Dunmere came."), "should fix"),
)

"""Treaties that bound the State at the time, and provisions that are about the conduct and those charged."""

from __future__ import annotations

from tests.checks.given import Given, rows

TREATY = Given(
    "treaty-not-in-force",
    """
case: {title: Example, STATE}
events:
  - {id: raid, kind: incident, title: Raid, dates: 1980-05-02}
  - {id: before, kind: incident, title: Before, dates: 1970, context_only: true}
allegations: [{id: one, title: One, statement: One., provisions: [{PROVISION}], TIME}]
""",
    {"PROVISION": "instrument: uncat, provision: '1'", "TIME": "period: 2016", "STATE": "state: China"},
)
TORTURE = "instrument: uncat, provision: '1'"
OWN = "state: Kelvandra, standings: [{instrument: uncat, standing: As told%s}]"
CONDUCT = Given(
    "provision-of-other-conduct",
    """
case: {title: Example}
events: [{id: e, kind: incident, title: E, EVENT}]
allegations: [{id: a, title: T, statement: S., conduct: [CONDUCT], provisions: [{PROVISION}], events: [e]}]
""",
    {"PROVISION": "instrument: iccpr, provision: 14", "CONDUCT": "torture", "EVENT": "dates: 2016"},
)
RESERVED = Given(
    "provision-under-reservation",
    """
case:
  title: Example
  STATE
  standings:
    - instrument: iccpr
      standing: State party since 1998
      reservations: [{provision: "10(2)", text: boys are held with adults}]
allegations: [{id: a, title: Cells, statement: Boys were held with adults., provisions: [{PROVISION}]}]
""",
    {"PROVISION": "", "STATE": "state: China"},
)
BEARER = Given(
    "duty-of-another-state",
    """
case: {title: Example, state: Ruritania}
people: [{id: p, name: Mara Wolk}]
bodies: [{id: office, name: Office, BODY}, {id: police, name: Police, country: Graustark}]
positions: [{id: head, title: Head, body: office}]
roles: [{id: r, person: p, seats: [head], title: Head, dates: 2015/2017, responsibility: command}]
events: [{id: e, kind: incident, title: E, bodies: [office], conduct: [CONDUCT], EVENT}]
allegations:
  - {id: a, title: T, statement: S., roles: [{role: r}], conduct: [CONDUCT], events: [e], provisions: [{PROVISION}],
     MORE}
""",
    {
        "EVENT": "country: Graustark",
        "PROVISION": "instrument: uncat, provision: 3",
        "CONDUCT": "refoulement",
        "BODY": "country: Ruritania",
        "MORE": "",
    },
)
ACT = BEARER.by("element-without-state-act")

test_a_treaty_must_have_bound_the_state = rows(
    (TREATY("instrument: iccpr, provision: '7'"), "must fix"),
    (TREATY("instrument: iccpr, provision: '7', contention: true"), "note"),
    (TREATY("instrument: echr, provision: '3'"), "should fix"),
    (TREATY("instrument: rome-statute, provision: '7'"), "note"),
    (TREATY(TORTURE), ""),
    (TREATY("instrument: udhr, provision: '5'"), ""),
    (TREATY("instrument: iccpr, provision: '7'", STATE="language: en-GB"), "cannot tell"),
)
test_a_treaty_binds_nobody_before_it_entered_into_force = rows(
    (TREATY(TORTURE, "period: 1980", "state: Kelvandra"), "must fix"),
    (TREATY(TORTURE, "period: 1986/1990", "state: Kelvandra"), "must fix"),
    (TREATY(TORTURE, "period: 1980", OWN % ", status: party"), "must fix"),
    (TREATY(f"{TORTURE}, contention: true", "period: 1980", "state: Kelvandra"), "note"),
    (TREATY("instrument: rome-statute, provision: '7'", "period: 1995", "state: Kelvandra"), "should fix"),
    (TREATY(TORTURE, "events: [before, raid]", "state: Kelvandra"), "must fix"),
)
test_what_the_case_says_of_its_own_state_is_compared = rows(
    (TREATY(STATE=OWN % ""), "note"),
    (TREATY(STATE=OWN % ", status: party"), ""),
    (TREATY(STATE=OWN % ", status: party, in_force: 2015-12-31"), ""),
    (TREATY(STATE=OWN % ", status: party, in_force: 2016-05"), "note"),
    (TREATY(STATE=OWN % ", status: party, in_force: ~2018"), ""),
    (TREATY(STATE=OWN % ", status: party, in_force: 2017"), "should fix"),
    (TREATY(STATE=OWN % ", status: party, in_force: 2017, citations: iccpr"), "must fix"),
    (TREATY(STATE=OWN % ", status: party, until: 2017"), ""),
    (TREATY(STATE=OWN % ", status: party, until: 2016-05-01"), "note"),
    (TREATY(STATE=OWN % ", status: party, until: 2015"), "should fix"),
    (TREATY(STATE=OWN % ", status: party, until: ~2015"), ""),
    (TREATY(STATE=OWN % ", status: signatory, citations: iccpr"), "must fix"),
    (TREATY(STATE=OWN % ", status: not_party"), "should fix"),
)
test_a_provision_that_the_state_does_not_accept_is_found = rows(
    (TREATY("instrument: uncat, provision: 20 (1)"), "must fix"),
    (TREATY("instrument: uncat, provision: '22'"), "should fix"),
    (TREATY("instrument: uncat, provision: '20', contention: true"), "note"),
    (TREATY("instrument: uncat, provision: '2'"), ""),
    (TREATY("instrument: uncat, provision: '20'", STATE="state: Poland"), ""),
    (
        TREATY(
            "instrument: uncat, provision: '20'",
            STATE="state: China, standings: [{instrument: uncat, standing: Party, status: party}]",
        ),
        "must fix",
    ),
)
test_a_provision_on_the_conduct_or_on_none_passes = rows(
    (CONDUCT(), "should fix"),
    (CONDUCT("instrument: iccpr, provision: 7"), ""),
    (CONDUCT("instrument: iccpr, provision: 14, contention: true"), ""),
    (CONDUCT(EVENT="conduct: [fair_trial]"), ""),
    (CONDUCT(EVENT="conduct: [fair_trial], context_only: true"), "should fix"),
    (CONDUCT("instrument: iccpr"), ""),
    (CONDUCT("instrument: rome-statute, provision: 28(a)"), ""),
    (CONDUCT("instrument: uncat, provision: 12"), ""),
)
test_a_provision_under_a_reservation_is_a_note = rows(
    (RESERVED("instrument: iccpr, provision: '10'"), "note"),
    (RESERVED("instrument: iccpr, provision: '7'"), ""),
    (RESERVED("instrument: iccpr"), ""),
    (RESERVED("instrument: iccpr, provision: '10'", "language: en-GB"), "cannot tell"),
)
test_a_provision_binds_the_state_of_those_charged = rows(
    (BEARER(), "should fix"),
    (BEARER("country: Ruritania"), ""),
    (BEARER("place: unknown"), "note"),
    (BEARER(PROVISION="instrument: echr, provision: 3", CONDUCT="torture"), ""),
    (BEARER(PROVISION="instrument: un-charter, provision: 2(7)", CONDUCT="violation_of_sovereignty"), "should fix"),
)
test_a_removal_or_torture_needs_the_act_of_a_state = rows(
    (ACT("country: Ruritania"), ""),
    (ACT(BODY="kind: office"), ""),
    (ACT(MORE="bodies: [police]"), ""),
    (ACT(PROVISION=TORTURE, CONDUCT="torture", BODY="kind: company"), "should fix"),
    (ACT(PROVISION=TORTURE, CONDUCT="torture", BODY="kind: police"), ""),
    (ACT(PROVISION=TORTURE, CONDUCT="torture", BODY="kind: other"), ""),
)

"""Changes of dates: tenures, conduct, sources, statements."""

from tests.mutations.mutation import Mutation, drop, swap

ORSKELIN = ("roles.yaml", "orskelin-battalion-4")
GROUP = ("roles.yaml", "tovalka-working-group")
COUNCIL = ("roles.yaml", "tovalka-council-5")
PRESENT = ("roles.yaml", "orskelin-custody-department")
SECRETARY = ("roles.yaml", "tovalka-secretary-general")
TENURE = "stated: 2021-02-01/2023-09-30\n    certain: 2021-02-01/2023-09-30"
TERM = "stated: 2020-01-15/2025-01-14\n    certain: 2020-01-15/2025-01-14"
DRAFTING = "stated: 2021-03-04/2021-11-18\n    certain: 2021-03-04/2021-11-18"

MUTATIONS = (
    Mutation(
        "a law younger than what rests on it",
        (
            swap(
                "commands.yaml",
                "department-over-battalion",
                "Service Order 6 of 2019, para 1",
                "Service Order 6 of 2021",
            ),
        ),
        "basis-later-than-act",
        "commands/department-over-battalion",
    ),
    Mutation(
        "a tenure that begins after the conduct",
        (swap(*ORSKELIN, TENURE, TENURE.replace("2021-02-01", "2022-07-01")),),
        "conduct-outside-tenure",
        "allegations/torture-brann-street",
    ),
    Mutation(
        "a tenure that begins after the conduct",
        (swap(*COUNCIL, TERM, TERM.replace("2020-01-15", "2023-01-15")),),
        "conduct-outside-tenure",
        "allegations/conversations-with-relatives",
    ),
    Mutation(
        "a tenure that ends before the conduct",
        (swap(*ORSKELIN, TENURE, TENURE.replace("2023-09-30", "2022-04-30")),),
        "conduct-outside-tenure",
        "allegations/death-of-semrin",
    ),
    Mutation(
        "a tenure that ends before the conduct",
        (swap(*ORSKELIN, TENURE, TENURE.replace("2023-09-30", "2022-05-11")),),
        "conduct-outside-tenure",
        "allegations/torture-brann-street",
    ),
    Mutation(
        "the year of the conduct with a digit swapped",
        (
            swap(
                "allegations.yaml",
                "torture-brann-street",
                "period: 2022-05-12/2022-06-03",
                "period: 2020-05-12/2020-06-03",
            ),
        ),
        "conduct-outside-tenure",
        "allegations/torture-brann-street",
    ),
    Mutation(
        "the year of the conduct with a digit swapped",
        (
            swap(
                "allegations.yaml",
                "death-of-semrin",
                "\n  period: 2022-05-13/2022-05-15",
                "\n  period: 2024-05-13/2024-05-15",
            ),
        ),
        "conduct-outside-tenure",
        "allegations/death-of-semrin",
    ),
    Mutation(
        "the day of an event moved out of every tenure",
        (swap("events.yaml", "death-semrin", "dates: 2022-05-14", "dates: 2024-05-14"),),
        "conduct-outside-tenure",
        "allegations/death-of-semrin",
    ),
    Mutation(
        "the day of an event moved out of every tenure",
        (swap("events.yaml", "beating-witness-a", "dates: 2022-05-13", "dates: 2020-05-13"),),
        "conduct-outside-tenure",
        "allegations/torture-brann-street",
    ),
    Mutation(
        "a tenure moved by a month",
        (swap(*ORSKELIN, TENURE, TENURE.replace("2021-02-01", "2021-03-01")),),
        "tenure-told-differently",
        "people/orskelin",
    ),
    Mutation(
        "a tenure moved by a month",
        (swap(*ORSKELIN, TENURE, TENURE.replace("2023-09-30", "2023-08-30")),),
        "tenure-told-differently",
        "narrative/persons-un.es",
    ),
    Mutation(
        "a tenure moved by a month",
        (swap(*GROUP, DRAFTING, DRAFTING.replace("2021-03-04", "2021-02-04")),),
        "role-outside-life-of-post",
        "roles/tovalka-working-group",
    ),
    Mutation(
        "a tenure moved by a month",
        (swap(*GROUP, DRAFTING, DRAFTING.replace("2021-11-18", "2021-12-18")),),
        "role-outside-life-of-post",
        "roles/tovalka-working-group",
    ),
    Mutation(
        "a tenure moved by a month",
        (swap(*COUNCIL, TERM, TERM.replace("2025-01-14", "2025-02-14")),),
        "role-outside-life-of-post",
        "roles/tovalka-council-5",
    ),
    Mutation(
        "the dates of a tenure told otherwise in the text",
        (swap("people.yaml", "orskelin", "From 1 February 2021 to 30", "From 1 February 2020 to 30"),),
        "tenure-told-differently",
        "people/orskelin",
    ),
    Mutation(
        "the dates of a tenure told otherwise in the text",
        (swap("people.yaml", "tovalka", "from 15 January 2020 to", "from 15 June 2020 to"),),
        "tenure-told-differently",
        "people/tovalka",
    ),
    Mutation(
        "the dates of a tenure told otherwise in the text",
        (swap("narrative/persons-un.md", "", "to\n14 January 2025", "to\n14 January 2024"),),
        "tenure-told-differently",
        "narrative/persons-un",
    ),
    Mutation(
        "the dates of a tenure told otherwise in the text",
        (swap("narrative/persons-un.es.md", "", "del 1 de febrero de 2021", "del 11 de febrero de 2021"),),
        "tenure-told-differently",
        "narrative/persons-un.es",
    ),
    Mutation(
        "a body founded after the tenure in it began",
        (swap("bodies.yaml", "brann-street", "{value: 2019-04-01", "{value: 2022-04-01"),),
        "role-outside-life-of-post",
        "roles/orskelin-battalion-4",
    ),
    Mutation(
        "a body founded after the tenure in it began",
        (swap("positions.yaml", "commander-battalion-4", "{value: 2019-04-01", "{value: 2021-04-01"),),
        "role-outside-life-of-post",
        "roles/orskelin-battalion-4",
    ),
    Mutation(
        "a holder not yet born",
        (swap("people.yaml", "orskelin", "{value: 1974-03-19", "{value: 2047-03-19"),),
        "role-outside-life-of-post",
        "roles/orskelin-battalion-4",
    ),
    Mutation(
        "one seat for two persons",
        (swap(*PRESENT, "seats: [deputy-head-custody-department]", "seats: [secretary-general-council]"),),
        "two-holders-of-one-seat",
        "roles/tovalka-secretary-general",
    ),
    Mutation(
        "one seat for two persons",
        (
            swap("roles.yaml", "orskelin-deputy-2", "seats: [deputy-battalion-2]", "seats: [council-member]"),
            swap("positions.yaml", "council-member", "seats: 9", "seats: 1"),
        ),
        "two-holders-of-one-seat",
        "roles/tovalka-council-5",
    ),
    Mutation(
        "two full-time posts at once",
        (swap("roles.yaml", "tovalka-justice", "dates: 2016-05/2020-01", "full_time: true\n  dates: 2016-05/2020-10"),),
        "two-full-time-posts",
        "roles/tovalka-council-5",
        is_note=True,
    ),
    Mutation(
        "no day as of which a post goes on",
        (drop(*SECRETARY, "as_of"),),
        "open-role-without-as-of",
        "roles/tovalka-secretary-general",
    ),
    Mutation(
        "no day as of which a post goes on",
        (drop(*PRESENT, "as_of"),),
        "open-role-without-as-of",
        "roles/orskelin-custody-department",
    ),
    Mutation(
        "an open post that is said to have ended",
        (swap(*PRESENT, "status: current", "status: ended"),),
        "open-role-without-as-of",
        "roles/orskelin-custody-department",
    ),
    Mutation(
        "as of a day before its source",
        (swap(*PRESENT, "as_of: 2026-10-12", "as_of: 2025-10-12"),),
        "as-of-older-than-source",
        "roles/orskelin-custody-department",
    ),
    Mutation(
        "as of a day before its source",
        (swap("case.yaml", "", "\nas_of: 2026-10-30", "\nas_of: 2026-08-30"),),
        "as-of-older-than-source",
        "case/example",
    ),
    Mutation(
        "a source from before the event",
        (swap("sources.yaml", "cwk-report-2023", "issued: 2023-11-14", "issued: 2021-11-14"),),
        "source-older-than-event",
        "events/conversations-relative-b",
    ),
    Mutation(
        "a source from before the event",
        (swap("events.yaml", "conversations-relative-b", "2022-05-23/2022-05-25", "2024-05-23/2024-05-25"),),
        "source-older-than-event",
        "events/conversations-relative-b",
    ),
    Mutation(
        "a source from before the event",
        (swap("sources.yaml", "witness-a-statement", "issued: 2026-05-20", "issued: 2022-05-02"),),
        "source-older-than-event",
        "events/beating-witness-a",
    ),
    Mutation(
        "a statement signed before it was made",
        (swap("statements.yaml", "witness-a-1", "signed_on: 2026-05-20", "signed_on: 2026-05-02"),),
        "statement-signed-too-early",
        "statements/witness-a-1",
    ),
    Mutation(
        "a statement signed before it was made",
        (swap("statements.yaml", "tolgarth-court-1", "signed_on: 2026-10-30", "signed_on: 2026-10-03"),),
        "statement-signed-too-early",
        "statements/tolgarth-court-1",
    ),
    Mutation(
        "two accounts of one tenure",
        (swap(*GROUP, "start_context: named", "other_accounts: [{dates: 2021-05/2021-11}]\n    start_context: named"),),
        "role-dates-told-differently",
        "roles/tovalka-working-group",
    ),
    Mutation(
        "two accounts of one tenure",
        (swap(*COUNCIL, "start_context: app", "other_accounts: [{dates: 2020-02/2025-01}]\n    start_context: app"),),
        "role-dates-told-differently",
        "roles/tovalka-council-5",
    ),
    Mutation(
        "a word in place of a date",
        (swap("narrative/background.md", "", "In April 2022 workers", "Recently workers"),),
        "relative-time-word",
        "narrative/background",
        is_note=True,
    ),
    Mutation(
        "a word in place of a date",
        (
            swap(
                "narrative/union-interest.md",
                "",
                "Three years after the Court’s direction the family had heard",
                "Until recently the family had heard",
            ),
        ),
        "relative-time-word",
        "narrative/union-interest",
        is_note=True,
    ),
    Mutation(
        "words dated after the source that prints them",
        (swap("quotations.yaml", "first-officer", "date: 2021-12-02", "date: 2022-12-02"),),
        "quotation-newer-than-source",
        "quotations/first-officer",
    ),
    Mutation(
        "words dated after the source that prints them",
        (swap("quotations.yaml", "heart-failure", "date: 2022-05-21", "date: 2022-06-21"),),
        "quotation-newer-than-source",
        "quotations/heart-failure",
    ),
    Mutation(
        "words dated after the source that prints them",
        (swap("quotations.yaml", "until-they-write", "date: 2023-08-22", "date: 2024-08-22"),),
        "quotation-newer-than-source",
        "quotations/until-they-write",
    ),
    Mutation(
        "a source read before it appeared",
        (swap("sources.yaml", "gazette-2021-directive-17", "accessed: 2026-09-10", "accessed: 2016-09-10"),),
        "accessed-before-issued",
        "sources/gazette-2021-directive-17",
    ),
    Mutation(
        "a source read before it appeared",
        (swap("sources.yaml", "guard-directory-2026", "accessed: 2026-10-12", "accessed: 2025-10-12"),),
        "accessed-before-issued",
        "sources/guard-directory-2026",
    ),
    Mutation(
        "an act on another day than the incident",
        (swap("events.yaml", "beating-witness-a", "dates: 2022-05-13", "dates: 2022-05-12"),),
        "part-outside-whole",
        "events/beating-witness-a",
    ),
    Mutation(
        "a part of a body from before the body",
        (
            swap("bodies.yaml", "battalion-4", "dates: 2019-04-01/..", "dates: 2014-04-01/.."),
            swap(
                "bodies.yaml",
                "custody-department",
                "  kind: military_unit",
                "  kind: military_unit\n  founded: 2015-07-01",
            ),
        ),
        "part-outside-whole",
        "bodies/battalion-4",
    ),
    Mutation(
        "schooling before the birth",
        (swap("people.yaml", "tovalka", "dates: 1987/1992", "dates: 1887/1892"),),
        "date-outside-life",
        "people/tovalka",
    ),
    Mutation(
        "a post held as a child",
        (swap("people.yaml", "orskelin", "{value: 1974-03-19", "{value: 2004-03-19"),),
        "date-outside-life",
        "roles/orskelin-deputy-2",
    ),
    Mutation(
        "a record from after the day of the case",
        (swap("listings.yaml", "orskelin-uk", "searched_on: 2026-10-12", "searched_on: 2027-10-12"),),
        "dated-after-case",
        "listings/orskelin-uk",
    ),
    Mutation(
        "a record from after the day of the case",
        (swap("consents.yaml", "witness-a-un-sp", "obtained_on: 2026-09-03", "obtained_on: 2026-12-03"),),
        "dated-after-case",
        "consents/witness-a-un-sp",
    ),
    Mutation(
        "a statement made before the witness agreed",
        (swap("statements.yaml", "witness-a-1", "made_on: 2026-05-20", "made_on: 2026-05-10"),),
        "consent-after-statement",
        "statements/witness-a-1",
    ),
    Mutation(
        "a consent that has run out",
        (swap("consents.yaml", "witness-a-un-sp", "until: 2027-09-03", "until: 2026-10-03"),),
        "consent-ended",
        "consents/witness-a-un-sp",
    ),
    Mutation(
        "months in a career of which nothing is told",
        (swap(*PRESENT, "stated: 2023-10-01/..", "stated: 2024-10-01/.."),),
        "gap-in-career",
        "roles/orskelin-custody-department",
        is_note=True,
    ),
    Mutation(
        "a post left within days of the conduct",
        (
            swap(*ORSKELIN, TENURE, TENURE.replace("2023-09-30", "2022-05-17")),
            swap(*ORSKELIN, "dates: 2021-02/2023-10", "dates: 2021-02-01/2022-05-17"),
        ),
        "no-time-to-punish",
        "allegations/death-of-semrin",
    ),
    Mutation(
        "notice given after the post was left",
        (
            swap("sources.yaml", "interview-former-guard", "type: document", "type: personal_communication"),
            swap("sources.yaml", "interview-former-guard", "issued: 2023-08-22", "issued: 2024-08-22"),
        ),
        "knowledge-after-failure",
        "allegations/torture-brann-street",
    ),
    Mutation(
        "numbers of another year",
        (swap("allegations.yaml", "torture-brann-street", "period: 2021-12/2023-06", "period: 2019-12/2021-06"),),
        "number-from-another-time",
        "allegations/torture-brann-street",
    ),
    Mutation(
        "numbers of another year",
        (swap("datasets.yaml", "admissions-2022", "\n  period: 2022-01/2022-06", "\n  period: 2018-01/2018-06"),),
        "number-from-another-time",
        "allegations/custody-without-trace",
    ),
    Mutation(
        "a day that no source gives",
        (swap(*ORSKELIN, "stated: 2021-02-01/2023-09-30", "stated: 2021/2023"),),
        "date-made-precise",
        "roles/orskelin-battalion-4",
        is_note=True,
    ),
    Mutation(
        "a day that no source gives",
        (swap("events.yaml", "beating-witness-a", "date_type: exact", "date_type: day_unknown"),),
        "date-made-precise",
        "events/beating-witness-a",
    ),
    Mutation(
        "a date that no calendar has",
        (swap("events.yaml", "death-semrin", "dates: 2022-05-14", "dates: 2022-05-41"),),
        "unreadable-date",
        "events/death-semrin",
    ),
    Mutation(
        "a date that no calendar has",
        (swap("statements.yaml", "tolgarth-1", "made_on: 2026-10-30", "made_on: 2026-30-10"),),
        "unreadable-date",
        "statements/tolgarth-1",
    ),
    Mutation(
        "a status from long before the case",
        (swap(*PRESENT, "as_of: 2026-10-12", "as_of: 2024-10-12"),),
        "open-role-without-as-of",
        "roles/orskelin-custody-department",
        is_note=True,
    ),
    Mutation(
        "one post held twice at once",
        (
            swap("roles.yaml", "orskelin-deputy-2", "seats: [deputy-battalion-2]", "seats: [commander-battalion-4]"),
            swap("roles.yaml", "orskelin-deputy-2", "stated: 2017/2021-01-31", "stated: 2017/2021-06-30"),
        ),
        "seat-held-twice-at-once",
        "roles/orskelin-battalion-4",
    ),
    Mutation(
        "certain days that are not possible",
        (swap(*ORSKELIN, "certain: 2021-02-01/2023-09-30", "certain: 2020-12-01/2023-09-30"),),
        "certain-beyond-possible",
        "roles/orskelin-battalion-4",
    ),
    Mutation(
        "evidence older than the conduct",
        (swap("sources.yaml", "cwk-report-2023", "issued: 2023-11-14", "issued: 2020-11-14"),),
        "source-older-than-event",
        "allegations/conversations-with-relatives",
        is_note=True,
    ),
    Mutation(
        "the end of a post told by an older source",
        (
            swap("sources.yaml", "gazette-2021-directive-17", "type: legislation", "type: document"),
            swap(*GROUP, DRAFTING, DRAFTING.replace("2021-11-18", "2022-11-18")),
        ),
        "source-older-than-event",
        "roles/tovalka-working-group",
        is_note=True,
    ),
    Mutation(
        "an order issued after what it founds",
        (swap("sources.yaml", "service-order-31", "issued: 2018-10-02", "issued: 2022-10-02"),),
        "rule-later-than-use",
        "allegations/death-of-semrin",
        is_note=True,
    ),
    Mutation(
        "an order issued after what it founds",
        (swap("sources.yaml", "service-order-6", "issued: 2019-03-25", "issued: 2023-11-25"),),
        "rule-later-than-use",
        "allegations/torture-brann-street",
    ),
    Mutation(
        "a letter dated after what cites it",
        (swap("sources.yaml", "letter-advocates-2022", "issued: 2022-05-30", "issued: 2022-07-30"),),
        "cited-before-issued",
        "sources/letter-advocates-2022",
    ),
    Mutation(
        "a paper dated otherwise than its title",
        (swap("sources.yaml", "letter-advocates-2022", "issued: 2022-05-30", "issued: 2022-06-03"),),
        "title-dated-otherwise",
        "sources/letter-advocates-2022",
        is_note=True,
    ),
    Mutation(
        "a paper dated otherwise than its title",
        (swap("sources.yaml", "witness-a-statement", "issued: 2026-05-20", "issued: 2025-05-20"),),
        "title-dated-otherwise",
        "sources/witness-a-statement",
        is_note=True,
    ),
    Mutation(
        "a section or table older than what it cites",
        (swap("narrative/nexus-uk.md", "", "as_of: 2026-10-12", "as_of: 2026-08-12"),),
        "as-of-older-than-source",
        "narrative/nexus-uk",
    ),
    Mutation(
        "a section or table older than what it cites",
        (swap("datasets.yaml", "requests-2022", "as_of: 2023-11-14", "as_of: 2022-07-31"),),
        "as-of-older-than-source",
        "datasets/requests-2022",
    ),
    Mutation(
        "another post beside a full-time one",
        (swap("roles.yaml", "orskelin-custody-department", "stated: 2023-10-01/..", "stated: 2022-03-01/.."),),
        "two-full-time-posts",
        "roles/orskelin-custody-department",
        is_note=True,
    ),
    Mutation(
        "another post beside a full-time one",
        (swap("roles.yaml", "tovalka-justice", "dates: 2016-05/2020-01", "dates: 2016-05/2020-09"),),
        "two-full-time-posts",
        "roles/tovalka-council-5",
        is_note=True,
    ),
)

"""Changes of what one record says against another: standings, counts."""

from tests.mutations.mutation import Mutation, swap

UNCAT = "instrument: uncat\n    status: party\n    in_force: 1998"

MUTATIONS = (
    Mutation(
        "a State bound since another year than its standing says",
        (swap("case.yaml", "", UNCAT, UNCAT.replace("1998", "2008")),),
        "standing-told-differently",
        "case/example",
        is_note=True,
    ),
    Mutation(
        "an event that counts others than its allegation from one page",
        (
            swap(
                "events.yaml",
                "night-of-13-may",
                'value: 2+, unit: persons, citations: ["witness-a-statement, paras 7-10"]',
                'value: 24, unit: former detainees who describe beatings, citations: ["cwk-report-2023, p. 19"]',
            ),
        ),
        "count-told-differently",
        "allegations/torture-brann-street",
    ),
)

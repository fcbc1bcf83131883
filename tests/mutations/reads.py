"""Changes of what was read and decided, or of the records behind it."""

from tests.mutations.mutation import Mutation, drop, swap

MUTATIONS = (
    Mutation(
        "a decision that says nothing of what it rests on",
        (drop("decisions.yaml", "battalion-dates", "rests_on"),),
        "decision-never-falls",
        "decisions/battalion-dates",
        is_note=True,
    ),
    Mutation(
        "a decision of a day to come",
        (swap("decisions.yaml", "battalion-dates", "date: 2026-10-23", "date: 2036-10-23"),),
        "date-yet-to-come",
        "decisions/battalion-dates",
        is_note=True,
    ),
    Mutation(
        "a read dated before what it rests on",
        (swap("reads.yaml", "read-torture-brann-street-fact-2026-10-28", "on: 2026-10-28", "on: 2015-01-01"),),
        "read-void",
        "reads/read-torture-brann-street-fact-2026-10-28",
    ),
    Mutation(
        "a record changed after it was read",
        (swap("events.yaml", "beating-witness-a", "place: Second floor,", "place: Third floor,"),),
        "read-void",
        "reads/read-torture-brann-street-fact-2026-10-28",
    ),
    Mutation(
        "a read that was never made",
        (
            swap(
                "reads.yaml",
                "read-torture-brann-street-libel-2026-10-29",
                "  read_as: libel\n",
                "  read_as: law\n",
            ),
        ),
        "read-missing",
        "allegations/torture-brann-street",
    ),
)

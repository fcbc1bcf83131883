"""Changes of what was read and decided, or of the records behind it."""

from tests.mutations.mutation import Mutation, append, drop, swap

_FIRST = "The case concerns two officials of Kelvandra"
_AGAIN = """
- id: battalion-dates-again
  check: role-dates-told-differently
  record: roles/orskelin-battalion-4
  decision: The dates of the two decrees are printed
  reason: The yearbook gives months only.
  author: Merrin Tolgarth
  date: 2026-10-29
"""

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
        "a command relation changed after a read",
        (swap("commands.yaml", "department-over-battalion", "kind: command_de_jure", "kind: oversight"),),
        "read-void",
        "reads/read-custody-without-trace-law-2026-10-29",
    ),
    Mutation(
        "a source lost on which a decision rests",
        (swap("sources.yaml", "gazette-2021-decree-41", "held: held", "held: not_located"),),
        "role-dates-told-differently",
        "roles/orskelin-battalion-4",
    ),
    Mutation(
        "a decision that was made again",
        (append("decisions.yaml", _AGAIN),),
        "decision-without-finding",
        "decisions/battalion-dates",
        "uk-ghr",
        is_note=True,
    ),
    Mutation(
        "a source that is named",
        (
            swap(
                "narrative/summary-un.md",
                "",
                "No inquiry is known.",
                "No inquiry is known to Custody Watch Kelvandra.",
            ),
        ),
        "source-named",
        "filings/un-sp",
        "un-sp",
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

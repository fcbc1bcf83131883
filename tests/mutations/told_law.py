"""Changes of what our texts say of command and of treaties, against what is recorded of it."""

from tests.mutations.mutation import Mutation, swap

BACKGROUND = "narrative/background.md"
UNCAT = "instrument: uncat\n    status: party\n    in_force: 1998"
CUSTODY = ("allegations.yaml", "custody-without-trace")
TORTURE = ("allegations.yaml", "torture-brann-street")

MUTATIONS = (
    Mutation(
        "ultimate told of who has a superior",
        (swap(*TORTURE, "who commanded them, ordered", "who had ultimate command over them, ordered"),),
        "ultimate-below-superior",
        "allegations/torture-brann-street",
    ),
    Mutation(
        "a treaty told as ratified that is not",
        (
            swap(
                "counts.yaml",
                "custody",
                "has signed and not\n        ratified that Convention",
                "has\n        ratified that Convention",
            ),
        ),
        "standing-told-differently",
        "counts/custody",
    ),
    Mutation(
        "a treaty told as ratified that is not",
        (swap(*CUSTODY, "Kelvandra has signed and not ratified the", "Kelvandra has ratified the"),),
        "standing-told-differently",
        "allegations/custody-without-trace",
    ),
    Mutation(
        "a treaty told as ratified that is not",
        (
            swap(
                BACKGROUND,
                "",
                "In April 2022 workers",
                "Kelvandra is a party to the Rome Statute. In April 2022 workers",
            ),
        ),
        "standing-told-differently",
        "narrative/background",
    ),
    Mutation(
        "a State bound since another year than its standing says",
        (swap("case.yaml", "", UNCAT, UNCAT.replace("1998", "2008")),),
        "standing-told-differently",
        "case/example",
        is_note=True,
    ),
)

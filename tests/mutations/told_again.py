"""Changes of one of several sentences that tell the same thing, and of what a source or table can bear out."""

from tests.mutations.mutation import Mutation, swap

_TWO_WAYS = "a number from one page told in two ways"

MUTATIONS = (
    Mutation(
        _TWO_WAYS,
        (swap("narrative/involvement.md", "", "extend 61 cases", "extend 71 cases"),),
        "number-told-two-ways",
        "narrative/involvement",
    ),
    Mutation(
        _TWO_WAYS,
        (swap("narrative/seriousness.md", "", "21 describe", "12 describe"),),
        "number-told-two-ways",
        "narrative/seriousness",
    ),
    Mutation(
        _TWO_WAYS,
        (swap("narrative/seriousness.md", "", "Of 27 former", "Of 72 former"),),
        "number-told-two-ways",
        "narrative/seriousness",
    ),
    Mutation(
        _TWO_WAYS,
        (swap("allegations.yaml", "custody-without-trace", "for 22 days without", "for 27 days without"),),
        "number-told-two-ways",
        "allegations/custody-without-trace",
    ),
    Mutation(
        _TWO_WAYS,
        (
            swap(
                "allegations.yaml",
                "death-of-semrin",
                "within 24 hours [@service-order-31, para 2], the",
                "within 48 hours [@service-order-31, para 2], the",
            ),
        ),
        "number-told-two-ways",
        "allegations/death-of-semrin",
    ),
)

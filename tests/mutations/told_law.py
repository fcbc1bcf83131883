"""Changes of what our texts say of command and of treaties, against what is recorded of it."""

from tests.mutations.mutation import Mutation, swap

REASONS = "narrative/reasons-tovalka.md"
BODIES = "narrative/bodies.md"
RELATIVES = ("allegations.yaml", "conversations-with-relatives")
TORTURE = ("allegations.yaml", "torture-brann-street")

MUTATIONS = (
    Mutation(
        "oversight told as command",
        (swap(REASONS, "", "She commended the latter", "She commanded the guards of Brann Street and commended it"),),
        "command-told-of-oversight",
        "narrative/reasons-tovalka",
    ),
    Mutation(
        "oversight told as command",
        (swap(*RELATIVES, "promoted the rule that provides for it", "commanded those who did so"),),
        "command-told-of-oversight",
        "allegations/conversations-with-relatives",
    ),
    Mutation(
        "oversight told as command",
        (swap(BODIES, "", "under its direction and supervision", "under its command"),),
        "command-told-of-oversight",
        "narrative/bodies",
    ),
    Mutation(
        "ultimate told of who has a superior",
        (swap(*TORTURE, "who commanded them, ordered", "who had ultimate command over them, ordered"),),
        "ultimate-below-superior",
        "allegations/torture-brann-street",
    ),
)

"""Changes of degree: a heading above its text, an opinion surer than it was given, a word without who says it."""

from tests.mutations.mutation import Mutation, swap

TORTURE = ("allegations.yaml", "torture-brann-street")
DEATH = ("allegations.yaml", "death-of-semrin")

MUTATIONS = (
    Mutation(
        "a heading above its text",
        (swap(*TORTURE, "title: Alleged torture of", "title: Torture of"),),
        "charge-told-differently",
        "allegations/torture-brann-street",
    ),
    Mutation(
        "a heading above its text",
        (swap(*DEATH, "title: Alleged killing of", "title: Killing of"),),
        "charge-told-differently",
        "allegations/death-of-semrin",
        is_note=True,
    ),
    Mutation(
        "a heading above its text",
        (swap("events.yaml", "beating-witness-a", "title: Beating of", "title: Torture of"),),
        "charge-told-differently",
        "events/beating-witness-a",
        is_note=True,
    ),
    Mutation(
        "an opinion surer than it was given",
        (swap(*DEATH, "feet highly\n    consistent with blows", "feet were caused by\n    blows"),),
        "opinion-above-source",
        "allegations/death-of-semrin",
    ),
    Mutation(
        "an opinion surer than it was given",
        (swap(*DEATH, "eran muy compatibles con", "fueron causadas por"),),
        "opinion-above-source",
        "allegations/death-of-semrin",
    ),
    Mutation(
        "an account told as a fact",
        (swap(*TORTURE, "21 describe beatings, with", "21 were beaten, with"),),
        "account-as-fact",
        "allegations/torture-brann-street",
        is_note=True,
    ),
    Mutation(
        "an account told as a fact",
        (swap(*TORTURE, "Witness A states that guards took", "Guards took"),),
        "account-as-fact",
        "allegations/torture-brann-street",
        is_note=True,
    ),
)

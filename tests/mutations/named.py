"""Names and words of the fictional case told otherwise, in a text without its translations."""

from tests.mutations.mutation import Edit, Mutation, append, swap

RISK = "narrative/risk.md"


def added(sentence: str) -> tuple[Edit, ...]:
    """Write a sentence behind the last paragraph on risk, which no other language has."""
    return (append(RISK, f"\n{sentence}\n"),)


MUTATIONS = (
    Mutation(
        "the name of an operation misspelt",
        added("Operation Stil Water began at the port on 3 May 2022 [@guard-press-release, para 1]."),
        "name-spelled-two-ways",
        "narrative/risk",
    ),
    Mutation(
        "a given name that is neither the recorded one nor an alias",
        added("Davit Orskelin left the battalion in 2023 [@gazette-2023-decree-207, p. 1]."),
        "name-spelled-two-ways",
        "narrative/risk",
    ),
    Mutation(
        "a general of whom there is no record",
        added("General Amir Velden ordered the operation [@guard-press-release, para 1]."),
        "person-not-recorded",
        "narrative/risk",
        is_note=True,
    ),
    Mutation(
        "the number of a directive turned round",
        added("She chaired the group that drafted Directive 71 [@gazette-2021-directive-17, p. 9]."),
        "name-spelled-two-ways",
        "narrative/risk",
    ),
    Mutation(
        "an abbreviation that nobody can know",
        added("The KPOC told them nothing [@letter-relatives-2024]."),
        "body-named-two-ways",
        "narrative/risk",
    ),
    Mutation(
        "a place called infamous",
        added("The infamous holding centre was closed to visitors [@service-order-6, para 2]."),
        "misused-term",
        "narrative/risk",
    ),
    Mutation(
        "a title that accuses",
        (
            swap(
                "case.yaml",
                "",
                "Submission for the designation of Daveth Orskelin and Ismeren Tovalka",
                "The crimes of Daveth Orskelin and Ismeren Tovalka",
            ),
        ),
        "word-above-standard",
        "filings/uk-ghr",
        filing="uk-ghr",
    ),
    Mutation(
        "a heading that accuses a unit",
        (
            swap(
                "counts.yaml",
                "torture",
                "title: Torture at Brann Street, May 2022",
                "title: The crimes of the 4th Custody Battalion",
            ),
        ),
        "word-above-standard",
        "counts/torture",
        filing="uk-ghr",
    ),
)

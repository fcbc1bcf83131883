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
        "another pronoun for whom nothing is submitted",
        (swap("narrative/persons-un.md", "", "alleged that she commanded", "alleged that he commanded"),),
        "gender-told-differently",
        "narrative/persons-un",
        is_note=True,
    ),
    Mutation(
        "an abbreviation that nobody can know",
        added("The KPOC told them nothing [@letter-relatives-2024]."),
        "body-named-two-ways",
        "narrative/risk",
    ),
    Mutation(
        "an end of office told beside the name",
        added("Daveth Orskelin, its commander until December 2022, inspected it each day [@service-order-6, para 4]."),
        "tenure-told-differently",
        "narrative/risk",
    ),
    Mutation(
        "a dismissal that nobody recorded",
        added("Daveth Orskelin was dismissed on 3 May 2021 [@gazette-2023-decree-207, p. 1]."),
        "tenure-told-differently",
        "narrative/risk",
    ),
    Mutation(
        "a month of leaving without its year",
        added("Daveth Orskelin left the post in June [@gazette-2023-decree-207, p. 1]."),
        "tenure-told-differently",
        "narrative/risk",
    ),
    Mutation(
        "an appointment of a title alone, after the post was held",
        added("The Deputy Minister was appointed in June 2017 [@council-biography, para 3]."),
        "tenure-told-differently",
        "narrative/risk",
    ),
    Mutation(
        "a number without what it counts, above the count of its event",
        added("In the strike at the Halvet waterworks 600 stopped work [@courier-2022-05-19, p. 3]."),
        "event-told-differently",
        "narrative/risk",
    ),
    Mutation(
        "a number without what it counts, for a month of which the table has another",
        added("In May 139 were taken to Brann Street [@guard-bulletin-2022-q2, p. 12]."),
        "number-not-in-table",
        "narrative/risk",
        is_note=True,
    ),
    Mutation(
        "the end of an operation that is not called by its name",
        added("The operation ended on 30 June 2022 [@guard-press-release, para 1]."),
        "event-told-differently",
        "narrative/risk",
    ),
    Mutation(
        "the day of a deed without the name of its event",
        added("He was beaten on 15 May 2022 [@witness-a-statement, paras 7-8]."),
        "event-told-differently",
        "narrative/risk",
    ),
    Mutation(
        "a place called infamous",
        added("The infamous holding centre was closed to visitors [@service-order-6, para 2]."),
        "notoriety-word",
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

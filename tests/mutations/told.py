"""Changes after which two places of the case tell one thing differently: events, authorities, posts, offices."""

from tests.mutations.mutation import Edit, Mutation, append, drop, swap

_CITED = '\n  citation: "*Petition of the Family Semrin*, no 112/2022, Court of Review of Kelvandra, 7 March 2023"'
"""How a team may cite the judgment in its own words, beside what is recorded of it."""
ORSKELIN = ("roles.yaml", "orskelin-battalion-4")

MUTATIONS = (
    Mutation(
        "years of a post told otherwise in a translation",
        (
            append(
                "narrative/background.fr.md",
                "\nDaveth Orskelin a commandé le 4e bataillon de détention de 2019 à 2024 "
                "[@guard-yearbook-2023, p. 61].\n",
            ),
        ),
        "tenure-told-differently",
        "narrative/background.fr",
    ),
    Mutation(
        "a fact added to a translation alone",
        (append("narrative/background.fr.md", "\nLe 3 mai 2022, Daveth Orskelin a regardé la scène et a ri.\n"),),
        "particulars-without-source",
        "narrative/background.fr",
    ),
    Mutation(
        "an event dated by another month or in a translation",
        (swap("narrative/background.md", "", "On 18 November 2021 it adopted", "In early October 2021 it adopted"),),
        "event-told-differently",
        "narrative/background",
    ),
    Mutation(
        "an event dated by another month or in a translation",
        (append("narrative/background.es.md", "\nEl 18 de noviembre de 2020 el Consejo aprobó la Directiva 17.\n"),),
        "event-told-differently",
        "narrative/background.es",
    ),
    Mutation(
        "an authority cited by a form that its record does not fill",
        (swap("sources.yaml", "gazette-2021-directive-17", "\n  country: Kelvandra", ""),),
        "authority-form-incomplete",
        "authorities/directive-17",
    ),
    Mutation(
        "an authority told in two ways",
        (swap("authorities.yaml", "semrin-petition", "\n  date: 2023-03-07", f"{_CITED}\n  date: 2022-03-07"),),
        "authority-told-differently",
        "authorities/semrin-petition",
    ),
    Mutation(
        "an authority told in two ways",
        (swap("authorities.yaml", "semrin-petition", "\n  number: 112/2022", f"{_CITED}\n  number: 121/2022"),),
        "authority-told-differently",
        "authorities/semrin-petition",
    ),
    Mutation(
        "an authority told in two ways",
        (
            swap(
                "authorities.yaml",
                "semrin-petition",
                "\n  court: Court of Review",
                f"{_CITED}\n  court: Court of Appeal",
            ),
        ),
        "authority-told-differently",
        "authorities/semrin-petition",
    ),
    Mutation(
        "final before it was given",
        (swap("authorities.yaml", "semrin-petition", "final_on: {value: 2023-04-07", "final_on: {value: 2023-02-07"),),
        "authority-told-differently",
        "authorities/semrin-petition",
    ),
    Mutation(
        "an event dated otherwise in the text",
        (swap("narrative/background.md", "", "On 18 November 2021 it", "On 18 November 2020 it"),),
        "event-told-differently",
        "narrative/background",
    ),
    Mutation(
        "an event moved out of the period that is alleged",
        (swap("events.yaml", "death-semrin", "dates: 2022-05-14", "dates: 2021-05-14"),),
        "event-outside-period",
        "allegations/death-of-semrin",
    ),
    Mutation(
        "an event moved out of the period that is alleged",
        (swap("events.yaml", "conversations-relative-b", "dates: 2022-05-23/2022-05-25", "dates: 2024-05-23"),),
        "event-outside-period",
        "allegations/conversations-with-relatives",
    ),
    Mutation(
        "a seat outside its role",
        (
            swap(
                *ORSKELIN,
                "{position: head-brann-street, function: side}",
                "{position: head-brann-street, function: side, dates: 2019-05/2020-06}",
            ),
        ),
        "role-dates-told-differently",
        "roles/orskelin-battalion-4",
    ),
    Mutation(
        "a post older than its body",
        (swap("bodies.yaml", "", "founded: {value: 2021-03-04,", "founded: {value: 2021-05-04,"),),
        "beginning-told-differently",
        "positions/chair-working-group-17",
    ),
    Mutation(
        "words in an office that was over",
        (swap("quotations.yaml", "words-to-guards", "date: 2022-05-13", "date: 2024-05-13"),),
        "office-not-held",
        "quotations/words-to-guards",
    ),
    Mutation(
        "words in an office that had not begun",
        (swap("quotations.yaml", "answer-of-tovalka", "date: 2026-09-02", "date: 2024-09-02"),),
        "office-not-held",
        "quotations/answer-of-tovalka",
    ),
    Mutation(
        "a tenure told otherwise in French",
        (swap("people.yaml", "orskelin", "au 30 septembre 2023", "au 30 septembre 2022"),),
        "tenure-told-differently",
        "people/orskelin",
    ),
    Mutation(
        "both ends of a tenure told otherwise, in years",
        (
            append(
                "narrative/background.md",
                "\n\nDaveth Orskelin commanded the 4th Custody Battalion from 2019 to 2024 [@guard-yearbook-2023].\n",
            ),
        ),
        "tenure-told-differently",
        "narrative/background",
    ),
    Mutation(
        "both ends of a tenure told otherwise, in years",
        (
            append(
                "narrative/background.fr.md",
                "\n\nDaveth Orskelin a commandé le 4e bataillon de détention de 2019 à 2024 [@guard-yearbook-2023].\n",
            ),
        ),
        "tenure-told-differently",
        "narrative/background.fr",
    ),
    Mutation(
        "a table whose rows are of another year",
        (
            drop("datasets.yaml", "admissions-2022", "period"),
            Edit("data/admissions-2022.csv", lambda text: text.replace("2022-", "2018-")),
        ),
        "number-from-another-time",
        "allegations/custody-without-trace",
    ),
)

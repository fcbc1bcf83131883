"""Changes that would put a person at risk by a consent that does not hold, or leave open who a person is."""

from tests.mutations.mutation import Mutation, swap

FOURTH = "alleged that guards of the 4th Custody"

MARKING = "Confidential. Fictional example, no person, body or state in it is real"

MUTATIONS = (
    Mutation(
        "a person renamed in the records alone",
        (
            swap("people.yaml", "orskelin", "family: Orskelin", "family: Vardane"),
            swap("sources.yaml", "letter-orskelin", "family: Orskelin", "family: Vardane"),
        ),
        "person-not-recorded",
        "narrative/reasons-uk-orskelin",
    ),
    Mutation(
        "a line of the invented starter case left at the head of every page",
        (swap("case.yaml", "", f"\nmarking: {MARKING}", "\nmarking: Invented starter case"),),
        "starter-text-left",
        "case/example",
    ),
    Mutation(
        "a name in place of a pseudonym",
        (swap("people.yaml", "witness-a", "{full: Witness A,", "{full: Ardo Kelsin,"),),
        "name-as-pseudonym",
        "people/witness-a",
    ),
    Mutation(
        "a placeholder for the number of a paper",
        (swap("people.yaml", "orskelin", "number: 4-0719-C", "number: 4-????-C"),),
        "paper-without-number",
        "people/orskelin",
    ),
    Mutation(
        "a person of whom less is recorded",
        (swap("people.yaml", "orskelin", '  gender: {value: male, citations: ["guard-yearbook-2023, p. 61"]}\n', ""),),
        "identity-incomplete",
        "people/orskelin",
        is_note=True,
    ),
    Mutation(
        "a count below the persons named",
        (swap("allegations.yaml", "death-of-semrin", "    persons: [semrin]\n", "    persons: [semrin, witness-a]\n"),),
        "more-persons-than-counted",
        "allegations/death-of-semrin",
    ),
    Mutation(
        "a second statement of a witness who made no first",
        (swap("statements.yaml", "witness-a-1", "  number: 1\n", "  number: 2\n"),),
        "statement-number",
        "statements/witness-a-1",
        is_note=True,
    ),
    Mutation(
        "a consent that has run out",
        (swap("consents.yaml", "witness-a-uk-ghr", "until: 2027-05-20", "until: 2026-05-20"),),
        "person-without-consent",
        "people/witness-a",
        filing="uk-ghr",
    ),
    Mutation(
        "a consent that has run out",
        (
            swap(
                "consents.yaml", "tolgarth-consent", "  language: English", "  language: English\n  until: 2026-10-29"
            ),
            swap(
                "people.yaml",
                "tolgarth",
                "part_played: [deponent]",
                "part_played: [deponent]\n  consent_required: true",
            ),
        ),
        "person-without-consent",
        "people/tolgarth",
        filing="uk-cpr-ws",
    ),
    Mutation(
        "a consent withdrawn",
        (swap("consents.yaml", "relative-b-us-and-eu", "status: given", "status: withdrawn"),),
        "person-without-consent",
        "people/relative-b",
        filing="eu-ghrsr",
    ),
    Mutation(
        "a consent withdrawn",
        (swap("consents.yaml", "semrin-consent", "status: given", "status: withdrawn"),),
        "person-without-consent",
        "people/semrin",
        filing="uk-ghr",
    ),
    Mutation(
        "a consent for other readers",
        (
            swap(
                "consents.yaml",
                "former-guard-consent",
                "audiences: [decision_maker, accused]",
                "audiences: [decision_maker]",
            ),
        ),
        "person-without-consent",
        "people/former-guard",
        filing="uk-ghr",
    ),
    Mutation(
        "a consent for other readers",
        (swap("consents.yaml", "witness-a-us-and-eu", "forums: [us-glomag, eu-ghrsr]", "forums: [us-glomag]"),),
        "person-without-consent",
        "people/witness-a",
        filing="eu-ghrsr",
    ),
    Mutation(
        "a name printed without a consent",
        (swap("consents.yaml", "semrin-us-and-eu", "status: given", "status: refused"),),
        "name-without-consent",
        "allegations/death-of-semrin",
        filing="us-glomag",
    ),
    Mutation(
        "a name printed without a consent",
        (
            swap(
                "statements.yaml",
                "tolgarth-court-1",
                "I have not been inside Brann Street.",
                "I have not been inside Brann Street. I never met Tova Semrin.",
            ),
        ),
        "name-without-consent",
        "statements/tolgarth-court-1",
        filing="uk-cpr-ws",
    ),
    Mutation(
        "two persons that look like one",
        (
            swap(
                "people.yaml",
                "tovalka",
                "family: Derrune\n        given: Ismeren",
                "family: Tolgarth\n        given: Merrin",
            ),
        ),
        "name-of-two-persons",
        "people/tolgarth",
    ),
    Mutation(
        "two persons that look like one",
        (
            swap(
                "people.yaml",
                "tovalka",
                "    - type: Number in the register of members of the Council for Public Order\n      number: 5/11",
                "    - type: Interior Guard service number\n      number: 4-0719 C",
            ),
        ),
        "identifier-of-two-persons",
        "people/tovalka",
    ),
    Mutation(
        "a date of birth that is another",
        (
            swap(
                "people.yaml",
                "orskelin",
                "    Officer of the Interior Guard of Kelvandra. From",
                "    Officer of the Interior Guard of Kelvandra, born on 19 May 1974. From",
            ),
        ),
        "birth-told-two-ways",
        "people/orskelin",
    ),
    Mutation(
        "a paper that cannot exist",
        (swap("people.yaml", "orskelin", "      number: 4-0719-C\n", "      number: 4-0719-C\n      issued: 1972\n"),),
        "expired-before-issued",
        "people/orskelin",
    ),
    Mutation(
        "a post of nothing",
        (
            swap(
                "positions.yaml",
                "head-brann-street",
                "title: Head of the Brann Street Holding Centre\n  body: brann-street\n",
                "title: Head\n",
            ),
        ),
        "post-without-body",
        "positions/head-brann-street",
    ),
    Mutation(
        "a child who consents alone",
        (
            swap(
                "people.yaml",
                "witness-a",
                "part_played: [witness, victim]\n",
                "part_played: [witness, victim]\n  birth: {date: 2010-03}\n",
            ),
        ),
        "minor-without-guardian",
        "consents/witness-a-uk-ghr",
    ),
    Mutation(
        "a confidential source cited where the accused reads it",
        (swap("sources.yaml", "letter-relatives-2024", "confidentiality: anonymise", "confidentiality: confidential"),),
        "confidential-source-shown",
        "sources/letter-relatives-2024",
        filing="us-glomag",
    ),
    Mutation(
        "a confidential source cited where the accused reads it",
        (swap("sources.yaml", "forensic-review-2023", "confidentiality: anonymise", "confidentiality: confidential"),),
        "confidential-source-shown",
        "sources/forensic-review-2023",
        filing="un-sp",
    ),
    Mutation(
        "a victim named who has not agreed",
        (
            swap("people.yaml", "semrin", "consent_required: true", "consent_required: false"),
            swap("consents.yaml", "semrin-us-and-eu", "status: given", "status: refused"),
        ),
        "victim-named-without-consent",
        "people/semrin",
        filing="us-glomag",
    ),
    Mutation(
        "a victim named who has not agreed",
        (
            swap("people.yaml", "semrin", "consent_required: true", "consent_required: false"),
            swap("people.yaml", "semrin", "birth: {date: {value: 1989,", "birth: {date: {value: 2009,"),
            swap(
                "consents.yaml", "semrin-consent", "forums: [uk-ghr, support-statement]", "forums: [support-statement]"
            ),
        ),
        "victim-named-without-consent",
        "people/semrin",
        filing="uk-ghr",
    ),
    Mutation(
        "a unit with another number in words",
        (swap("allegations.yaml", "torture-brann-street", FOURTH, FOURTH.replace("4th", "fourteenth")),),
        "name-spelled-two-ways",
        "allegations/torture-brann-street",
        is_note=True,
    ),
    Mutation(
        "letters of its own behind a name without its country",
        (
            swap(
                "narrative/background.md",
                "",
                "The Council for Public Order directs",
                "The Council for Public Order (COPO) directs",
            ),
        ),
        "body-named-two-ways",
        "narrative/background",
    ),
    Mutation(
        "a surname spelled otherwise at the beginning of a sentence",
        (swap("narrative/persons-un.md", "", "He answered\nfor the", "Orskellin answered\nfor the"),),
        "name-spelled-two-ways",
        "narrative/persons-un",
        is_note=True,
    ),
)

"""Changes that would put a person at risk: consents withdrawn, run out, or too narrow."""

from tests.mutations.mutation import Mutation, swap

MUTATIONS = (
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
)

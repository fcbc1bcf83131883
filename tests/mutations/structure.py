"""Changes of the whole: filings, sections, required fields, references, decisions."""

from tests.mutations.mutation import Mutation, append, drop, swap

COURT = ("statements.yaml", "tolgarth-court-1")

DATE_OF_UK_GHR = "    date: 2026-10-30\n    language: en-GB\n  - id: support-statement\n"

MUTATIONS = (
    Mutation(
        "a filing against somebody else",
        (
            swap(
                "case.yaml",
                "",
                "    persons: [orskelin, tovalka]\n    date: 2026-10-30\n    language: en-GB\n  - id: support-s",
                "    persons: [former-guard]\n    date: 2026-10-30\n    language: en-GB\n  - id: support-s",
            ),
        ),
        "filing-without-allegation",
        "filings/uk-ghr",
    ),
    Mutation(
        "a statement that nobody makes",
        (swap("case.yaml", "", "    statement: tolgarth-court-1\n", ""),),
        "filing-without-statement",
        "filings/uk-cpr-ws",
    ),
    Mutation(
        "a statement that nobody makes",
        (swap("case.yaml", "", "    statement: tolgarth-1\n", ""),),
        "filing-without-statement",
        "filings/support-statement",
    ),
    Mutation(
        "a language that the forum does not take",
        (
            swap(
                "case.yaml", "", "language: en-GB\n  - id: support-statement", "language: fr\n  - id: support-statement"
            ),
        ),
        "language-not-taken",
        "filings/uk-ghr",
    ),
    Mutation(
        "a language that the forum does not take",
        (swap("case.yaml", "", "language: en-GB\n  - id: un-sp\n", "language: es\n  - id: un-sp\n"),),
        "language-not-taken",
        "filings/eu-ghrsr",
    ),
    Mutation(
        "a date of birth left out",
        (
            swap(
                "people.yaml",
                "tovalka",
                '    date: {value: 1968-11-02, citations: ["council-biography, para 1"]}\n',
                "",
            ),
        ),
        "required-field-missing",
        "people/tovalka",
    ),
    Mutation(
        "a name without its own script",
        (
            swap(
                "people.yaml",
                "orskelin",
                "    native: {text: Давет Орскелин, lang: qaa-Cyrl, script: Cyrl, language_name: Kelvandran}\n",
                "",
            ),
        ),
        "required-field-missing",
        "people/orskelin",
    ),
    Mutation(
        "a nationality left out",
        (drop("people.yaml", "tovalka", "nationalities"),),
        "required-field-missing",
        "people/tovalka",
    ),
    Mutation(
        "a standard of proof left out",
        (drop("allegations.yaml", "torture-brann-street", "standard_of_proof"),),
        "required-field-missing",
        "allegations/torture-brann-street",
    ),
    Mutation(
        "a standard of proof left out",
        (drop("allegations.yaml", "conversations-with-relatives", "standard_of_proof"),),
        "required-field-missing",
        "allegations/conversations-with-relatives",
    ),
    Mutation(
        "the conduct or its time left out",
        (drop("allegations.yaml", "death-of-semrin", "period"),),
        "required-field-missing",
        "allegations/death-of-semrin",
    ),
    Mutation(
        "the conduct or its time left out",
        (drop("allegations.yaml", "custody-without-trace", "conduct"),),
        "required-field-missing",
        "allegations/custody-without-trace",
    ),
    Mutation(
        "a witness statement without a part of its head",
        (swap(*COURT, "  made_on: 2026-10-30\n", ""),),
        "required-field-missing",
        "statements/tolgarth-court-1",
    ),
    Mutation(
        "a witness statement without a part of its head",
        (swap(*COURT, "  standing: employed by the Defendant, and not herself a party\n", ""),),
        "required-field-missing",
        "statements/tolgarth-court-1",
        is_note=True,
    ),
    Mutation(
        "a witness statement without a part of its head",
        (swap("case.yaml", "", "      number: KB-2024-000000\n", ""),),
        "required-field-missing",
        "filings/uk-cpr-ws",
    ),
    Mutation(
        "a statement in another language, without its translation",
        (swap(*COURT, "  language: en-GB\n", "  language: en-GB\n  own_language: Kelvandran\n"),),
        "statement-not-translated",
        "statements/tolgarth-court-1",
    ),
    Mutation(
        "a statement in another language, without its translation",
        (swap(*COURT, "  language: en-GB\n", "  language: fr\n"),),
        "statement-not-translated",
        "statements/tolgarth-court-1",
    ),
    Mutation(
        "the declaration of another country",
        (
            swap(*COURT, "declaration: statement_of_truth", "declaration: us_1746_within"),
            swap(*COURT, "  place: Ashminster", "  place: Ashminster, United Kingdom"),
        ),
        "declaration-not-of-place",
        "statements/tolgarth-court-1",
    ),
    Mutation(
        "a witness statement without its statement of truth",
        (swap(*COURT, "declaration: statement_of_truth", "declaration: us_1746_outside"),),
        "declaration-not-offered",
        "statements/tolgarth-court-1",
    ),
    Mutation(
        "a witness statement without its statement of truth",
        (swap(*COURT, "declaration: statement_of_truth", "declaration: none"),),
        "declaration-not-offered",
        "statements/tolgarth-court-1",
    ),
    Mutation(
        "a decision on what has changed since",
        (swap("allegations.yaml", "torture-brann-street", "It is alleged that guards", "It is alleged that men"),),
        "limb-not-argued",
        "allegations/torture-brann-street",
    ),
    Mutation(
        "a decision on nothing",
        (swap("decisions.yaml", "battalion-dates", "check: role-dates-told-differently", "check: role-dates-differ"),),
        "decision-without-check",
        "decisions/battalion-dates",
    ),
    Mutation(
        "an allegation that is a draft",
        (swap("allegations.yaml", "death-of-semrin", "\n  status: approved", "\n  status: draft"),),
        "allegation-draft",
        "allegations/death-of-semrin",
        is_note=True,
    ),
    Mutation(
        "a case that is a draft",
        (swap("case.yaml", "", "\nstatus: ready", "\nstatus: draft"),),
        "status-draft",
        "case/example",
        is_note=True,
    ),
    Mutation(
        "a case that is a draft",
        (swap("case.yaml", "", "\nstatus: ready", "\nstatus: illustration"),),
        "status-illustration",
        "case/example",
        is_note=True,
    ),
    Mutation(
        "a section that its forum wants, kept out",
        (
            swap("narrative/reasons-eu-orskelin.md", "", "place: reasons-orskelin", "place: reasons"),
            swap("narrative/reasons-eu-tovalka.md", "", "place: reasons-tovalka", "place: reasons"),
        ),
        "section-missing",
        "filings/eu-ghrsr",
        filing="eu-ghrsr",
    ),
    Mutation(
        "a section that no document prints",
        (swap("narrative/data.md", "", "place: data", "place: figures"),),
        "narrative-not-printed",
        "narrative/data",
        filing="uk-ghr",
    ),
    Mutation(
        "a section that no document prints",
        (swap("narrative/seriousness.md", "", "place: seriousness", "place: seriousnes"),),
        "narrative-not-printed",
        "narrative/seriousness",
        filing="uk-ghr",
    ),
    Mutation(
        "a first page with a gap",
        (
            swap("case.yaml", "", "\nas_of: 2026-10-30\n", "\n"),
            swap("case.yaml", "", DATE_OF_UK_GHR, DATE_OF_UK_GHR.replace("    date: 2026-10-30\n", "")),
        ),
        "first-page-incomplete",
        "filings/uk-ghr",
        filing="uk-ghr",
    ),
    Mutation(
        "a sentence that its forum does not take",
        (swap("narrative/facts.md", "", "*The rules.*", "{kind=own_knowledge}\n*The rules.*"),),
        "sentence-not-taken",
        "narrative/facts",
        filing="uk-ghr",
        is_note=True,
    ),
    Mutation(
        "a typed number beside a citation that leads nowhere",
        (
            append(
                "narrative/facts.md",
                "\nAs section 9.Z below shows, nothing was done [@cwk-report-2023, p. 2].\n",
            ),
        ),
        "reference-without-target",
        "narrative/facts",
        filing="uk-ghr",
    ),
    Mutation(
        "a typed number that leads nowhere",
        (
            swap(
                "narrative/appropriateness.md",
                "",
                "complaint and letter.",
                "complaint and letter, as table 17 shows.",
            ),
        ),
        "reference-without-target",
        "narrative/appropriateness",
        filing="uk-ghr",
    ),
    Mutation(
        "a reference that leads nowhere",
        (
            swap(
                "narrative/appropriateness.md",
                "",
                "complaint and letter.",
                'complaint and letter, as section {{ ref("deterrence") }} says.',
            ),
        ),
        "reference-without-target",
        "filings/uk-ghr",
        filing="uk-ghr",
    ),
    Mutation(
        "an id misspelt",
        (swap("allegations.yaml", "torture-brann-street", "role: orskelin-battalion-4", "role: orskelin-batallion-4"),),
        "unknown-reference",
        "allegations/torture-brann-street",
    ),
    Mutation(
        "an id misspelt",
        (swap("roles.yaml", "tovalka-council-5", "person: tovalka", "person: tovalko"),),
        "unknown-reference",
        "roles/tovalka-council-5",
    ),
    Mutation(
        "an id misspelt",
        (swap("commands.yaml", "battalion-over-centre", "subordinate: brann-street", "subordinate: bran-street"),),
        "unknown-reference",
        "commands/battalion-over-centre",
    ),
    Mutation(
        "two records with one id",
        (swap("sources.yaml", "service-order-31", "- id: service-order-31", "- id: service-order-6"),),
        "repeated-id",
        "sources/service-order-6",
    ),
    Mutation(
        "a field misspelt",
        (swap("roles.yaml", "orskelin-battalion-4", "  full_time: true", "  fulltime: true"),),
        "unknown-field",
        "roles/orskelin-battalion-4",
    ),
    Mutation(
        "a field misspelt",
        (swap("consents.yaml", "witness-a-uk-ghr", "  until: 2027-05-20", "  untill: 2027-05-20"),),
        "unknown-field",
        "consents/witness-a-uk-ghr",
    ),
    Mutation(
        "a decision that is left behind",
        (swap("roles.yaml", "orskelin-battalion-4", "dates: 2021-02/2023-10", "dates: 2021-02-01/2023-09-30"),),
        "decision-without-finding",
        "decisions/battalion-dates",
        "uk-ghr",
        is_note=True,
    ),
)

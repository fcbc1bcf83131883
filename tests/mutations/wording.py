"""Changes of wording: names, terms, verdicts, marks, numbers and persons of statements."""

from tests.mutations.mutation import Mutation, append, swap

TORTURE = ("allegations.yaml", "torture-brann-street")
DEATH = ("allegations.yaml", "death-of-semrin")
CUSTODY = ("allegations.yaml", "custody-without-trace")
RELATIVES = ("allegations.yaml", "conversations-with-relatives")
COURT = ("statements.yaml", "tolgarth-court-1")

MUTATIONS = (
    Mutation(
        "custody called a sentence",
        (append("narrative/background.md", "\nHe was sentenced to preventive custody [@courier-2022-05-19, p. 3].\n"),),
        "misused-term",
        "narrative/background",
    ),
    Mutation(
        "a charge for which nothing recorded has a word",
        (swap(*TORTURE, "beat detainees at the Brann Street", "beat and deported detainees at the Brann Street"),),
        "charge-above-source",
        "allegations/torture-brann-street",
    ),
    Mutation(
        "a charge for which nothing recorded has a word",
        (swap(*TORTURE, "title: Alleged torture of detainees", "title: Deportation and torture of detainees"),),
        "charge-above-source",
        "allegations/torture-brann-street",
    ),
    Mutation(
        "a particular left out of a witness's words",
        (swap(*COURT, " I am employed by the Defendant. I am not a party to these proceedings.", ""),),
        "particulars-not-told",
        "statements/tolgarth-court-1",
    ),
    Mutation(
        "a particular left out of a witness's words",
        (swap(*COURT, ", of 12 Lantern Row, Ashminster, Director", ", Director"),),
        "particulars-not-told",
        "statements/tolgarth-court-1",
    ),
    Mutation(
        "a name misspelt",
        (swap("narrative/summary.md", "", "*Against Daveth Orskelin", "*Against Daveth Orskellin"),),
        "name-spelled-two-ways",
        "narrative/summary",
    ),
    Mutation(
        "a name misspelt",
        (swap("narrative/persons-un.md", "", "Ms Ismeren Tovalka*", "Ms Ismeren Tovalko*"),),
        "name-spelled-two-ways",
        "narrative/persons-un",
    ),
    Mutation(
        "a name misspelt",
        (swap(*DEATH, "alleged that Tova Semrin died", "alleged that Tova Semryn died"),),
        "name-spelled-two-ways",
        "allegations/death-of-semrin",
    ),
    Mutation(
        "a name misspelt in a translation",
        (append("narrative/background.fr.md", "\n\nDaveth Orskellin a regardé la scène [@cwk-report-2023, p. 18].\n"),),
        "name-spelled-two-ways",
        "narrative/background.fr",
    ),
    Mutation(
        "a body by another preposition",
        (append("narrative/background.md", "\n\nThe Council of Public Order met [@cwk-report-2023, p. 18].\n"),),
        "name-spelled-two-ways",
        "narrative/background",
    ),
    Mutation(
        "a body misspelt",
        (
            swap(
                "narrative/reasons-uk-orskelin.md",
                "",
                "the Brann Street Holding Centre",
                "the Bran Street Holding Centre",
            ),
        ),
        "name-spelled-two-ways",
        "narrative/reasons-uk-orskelin",
    ),
    Mutation(
        "a body misspelt",
        (swap("narrative/data.md", "", "that Custody Watch Kelvandra", "that Custody Wach Kelvandra"),),
        "name-spelled-two-ways",
        "narrative/data",
    ),
    Mutation(
        "the name of a body turned about",
        (
            swap(
                "narrative/facts.md",
                "",
                "20 June the Interior Guard carried out",
                "20 June the Guard of the Interior carried out",
            ),
        ),
        "name-spelled-two-ways",
        "narrative/facts",
        is_note=True,
    ),
    Mutation(
        "the abbreviation of another body",
        (
            swap(
                "narrative/contrary-evidence.md",
                "",
                "libel against Custody Watch Kelvandra in",
                "libel against Custody Watch Kelvandra (CPO) in",
            ),
        ),
        "body-named-two-ways",
        "narrative/contrary-evidence",
    ),
    Mutation(
        "a term of law misused",
        (
            swap(
                "narrative/appropriateness.md",
                "",
                "The Regulations exist",
                "The UK Magnitsky Act exists",
            ),
        ),
        "misused-term",
        "narrative/appropriateness",
    ),
    Mutation(
        "a term of law misused",
        (
            swap(
                "counts.yaml",
                "custody",
                "Kelvandra has signed and not ratified that Convention, but",
                "Kelvandra has signed into that Convention, but",
            ),
        ),
        "misused-term",
        "counts/custody",
    ),
    Mutation(
        "a term of law misused",
        (
            swap(
                "narrative/other-procedures.md",
                "",
                "has not been submitted to a treaty body",
                "awaits a judgment of the Human Rights Committee",
            ),
        ),
        "misused-term",
        "narrative/other-procedures",
    ),
    Mutation(
        "a verdict in place of an allegation",
        (
            swap(
                "narrative/summary.md",
                "",
                "*Against Daveth Orskelin.* A former",
                "*Against Daveth Orskelin.* He was the torturer of Brann Street. A former",
            ),
        ),
        "verdict-word",
        "narrative/summary",
    ),
    Mutation(
        "a verdict in place of an allegation",
        (
            swap(
                "narrative/persons-un.md",
                "",
                "It is not alleged that she commanded",
                "She is a known criminal. It is not alleged that she commanded",
            ),
        ),
        "verdict-word",
        "narrative/persons-un",
        is_note=True,
    ),
    Mutation(
        "a word above the standard of proof",
        (
            swap(
                "counts.yaml",
                "torture",
                "He is alleged to have ordered",
                "It is proved that he ordered",
            ),
        ),
        "word-above-standard",
        "counts/torture",
        filing="uk-ghr",
    ),
    Mutation(
        "a word above the standard of proof",
        (
            swap(
                "narrative/summary.en-US.md",
                "",
                "Daveth Orskelin has not answered.",
                "Daveth Orskelin has not answered. Both are guilty.",
            ),
        ),
        "word-above-standard",
        "narrative/summary.en-US",
        filing="us-glomag",
    ),
    Mutation(
        "an insult",
        (
            swap(
                "narrative/summary-un.md",
                "",
                "No inquiry is known.",
                "The guards were thugs. No inquiry is known.",
            ),
        ),
        "abusive-word",
        "narrative/summary-un",
        filing="un-sp",
    ),
    Mutation(
        "a bracket that does not close",
        (
            swap(
                "narrative/summary.md",
                "",
                "a person in custody, whom it does not name, died",
                "a person in custody (whom it does not name died",
            ),
        ),
        "unbalanced-bracket",
        "narrative/summary",
    ),
    Mutation(
        "a bracket that does not close",
        (swap(*CUSTODY, "[@semrin-petition, paras 11, 14]. Of", "[@semrin-petition, paras 11, 14. Of"),),
        "unbalanced-bracket",
        "allegations/custody-without-trace",
    ),
    Mutation(
        "a quotation that does not close",
        (swap("narrative/contrary-evidence.md", "", '"until they write" rests', '"until they write rests'),),
        "unbalanced-quotation-mark",
        "narrative/contrary-evidence",
    ),
    Mutation(
        "a quotation that does not close",
        (swap(*RELATIVES, 'persuade that person to cooperate" and', "persuade that person to cooperate and"),),
        "unbalanced-quotation-mark",
        "allegations/conversations-with-relatives",
    ),
    Mutation(
        "an exhibit without its mark",
        (swap(*COURT, "marked **“MT1”**, in which", "in which"),),
        "exhibit-not-in-bold",
        "statements/tolgarth-court-1",
    ),
    Mutation(
        "an exhibit without its mark",
        (swap(*COURT, "together marked **“MT2”**", 'together marked "MT2"'),),
        "exhibit-not-in-bold",
        "statements/tolgarth-court-1",
    ),
    Mutation(
        "a witness who speaks of herself as another",
        (swap(*COURT, "I was not present at the other", "The witness was not present at the other"),),
        "not-in-first-person",
        "statements/tolgarth-court-1",
    ),
    Mutation(
        "a witness who speaks of herself as another",
        (swap(*COURT, "I have not been inside Brann Street.", "Merrin Tolgarth has not been inside Brann Street."),),
        "not-in-first-person",
        "statements/tolgarth-court-1",
    ),
    Mutation(
        "a loose mark in a line or a translation",
        (
            swap(
                "exhibits.yaml",
                "mt2",
                "letter to Ismeren Tovalka of 14 August 2026, with",
                "letter (to Ismeren Tovalka, with",
            ),
        ),
        "unbalanced-bracket",
        "exhibits/mt2",
    ),
    Mutation(
        "a loose mark in a line or a translation",
        (swap("exhibits.yaml", "mt1", "«Treinta días sin nombre»", "«Treinta días sin nombre"),),
        "unbalanced-quotation-mark",
        "exhibits/mt1",
    ),
    Mutation(
        "a verdict in a translation",
        (
            swap(
                "people.yaml",
                "orskelin",
                "      description: >-\n        Officier de la",
                "      description: >-\n        Daveth Orskelin, tortionnaire, officier de la",
            ),
        ),
        "verdict-word",
        "people/orskelin",
    ),
    Mutation(
        "a person called otherwise than the record has it",
        (swap("people.yaml", "tovalka", "  title: Ms\n", "  title: Mr\n"),),
        "gender-told-differently",
        "people/tovalka",
    ),
    Mutation(
        "a charge above its source",
        (swap(*DEATH, "died on 14 May 2022 from treatment", "was murdered on 14 May 2022 by treatment"),),
        "charge-above-source",
        "allegations/death-of-semrin",
        is_note=True,
    ),
    Mutation(
        "guilt meant before forums that decide on less",
        (swap(*TORTURE, "  meaning: reasonable_grounds", "  meaning: guilt"),),
        "meaning-above-standard",
        "allegations/torture-brann-street",
    ),
    Mutation(
        "a translation with another number",
        (swap("case.yaml", "", "le 3 mai et le 20 juin 2022", "le 3 mai et le 20 juin 2012"),),
        "translation-told-differently",
        "case/example",
    ),
    Mutation(
        "a translation with another number",
        (swap("narrative/contrary-un.es.md", "", "del 2 al 9 de mayo", "del 2 al 19 de mayo"),),
        "translation-told-differently",
        "narrative/contrary-un.es",
    ),
    Mutation(
        "a translation without a citation",
        (swap("narrative/contrary-un.fr.md", "", " [@guard-roster-2022-05, row 1]", ""),),
        "translation-told-differently",
        "narrative/contrary-un.fr",
    ),
    Mutation(
        "an abbreviation that the document does not explain",
        (swap("narrative/risk.md", "", "and that we be heard", "and that CWK be heard"),),
        "abbreviation-not-explained",
        "filings/uk-ghr",
        filing="uk-ghr",
    ),
)

"""Changes of one of several sentences that tell the same thing, and of what a source or table can bear out."""

from tests.mutations.mutation import Mutation, append, swap

_TWO_WAYS = "a number from one page told in two ways"
_TWO_TEXTS = "two digits swapped against another text on the same source"

MUTATIONS = (
    Mutation(
        "a number in words told in two ways",
        (swap("counts.yaml", "torture", "interviewed, 21 describe", "interviewed, twelve describe"),),
        "number-told-two-ways",
        "counts/torture",
    ),
    Mutation(
        _TWO_WAYS,
        (swap("narrative/summary.md", "", "extend 61 cases", "extend 71 cases"),),
        "number-told-two-ways",
        "narrative/summary",
    ),
    Mutation(
        _TWO_WAYS,
        (swap("counts.yaml", "custody", "was held for 22", "was held for 27"),),
        "number-told-two-ways",
        "counts/custody",
    ),
    Mutation(
        _TWO_WAYS,
        (
            swap(
                "narrative/facts-un.md",
                "",
                "open an inquiry within 24 hours",
                "open an inquiry within 48 hours",
            ),
        ),
        "number-told-two-ways",
        "narrative/facts-un",
    ),
    Mutation(
        _TWO_TEXTS,
        (swap("narrative/accounts.md", "", "interviewed 34 former", "interviewed 43 former"),),
        "number-told-two-ways",
        "narrative/accounts",
    ),
    Mutation(
        _TWO_TEXTS,
        (swap("statements.yaml", "", "2023 we interviewed 34 former", "2023 we interviewed 43 former"),),
        "number-told-two-ways",
        "statements/tolgarth-court-1",
    ),
    Mutation(
        _TWO_TEXTS,
        (swap("sources.yaml", "cwk-report-2023", "of 34 former detainees", "of 43 former detainees"),),
        "number-told-two-ways",
        "sources/cwk-report-2023",
    ),
    Mutation(
        "the whole of a part told in two ways",
        (swap("counts.yaml", "torture", "Of the 27 former", "Of the 72 former"),),
        "number-told-two-ways",
        "counts/torture",
    ),
    Mutation(
        "a figure of another month than its title",
        (swap("figures.yaml", "admissions-may", "rows: [2022-05]", "rows: [2022-04]"),),
        "title-beside-rows",
        "figures/admissions-may",
    ),
    Mutation(
        "a figure of another month than its title",
        (swap("figures.yaml", "admissions-two-months", "2022-05/2022-06", "2022-04/2022-06"),),
        "title-beside-rows",
        "figures/admissions-two-months",
    ),
    Mutation(
        "a figure of another column than its title",
        (swap("figures.yaml", "admissions-may", "column: brann_street", "column: quay_road"),),
        "title-beside-rows",
        "figures/admissions-may",
    ),
    Mutation(
        "a sentence of other months than its figures",
        (swap("narrative/data.md", "", "April to July 2022", "April to August 2022"),),
        "figure-beside-another-year",
        "narrative/data",
        is_note=True,
    ),
    Mutation(
        "a sentence of other months than its figures",
        (swap("narrative/data.md", "", "For the first\nhalf", "For the second\nhalf"),),
        "figure-beside-another-year",
        "narrative/data",
        is_note=True,
    ),
    Mutation(
        "a sentence of other months than its figures",
        (swap("narrative/data.md", "", "figure('admissions-may').number }} in", "figure('admissions-april') }} in"),),
        "figure-beside-another-year",
        "narrative/data",
        is_note=True,
    ),
    Mutation(
        "a deed added behind the last citation",
        (
            swap(
                "allegations.yaml",
                "torture-brann-street",
                "the same kind of hose\n    [@cwk-report-2023, pp. 18-19].",
                "the same kind of hose\n    [@cwk-report-2023, pp. 18-19]. The guards beat other detainees to death.",
            ),
        ),
        "particulars-without-source",
        "allegations/torture-brann-street",
    ),
    Mutation(
        "a deed added behind the last citation",
        (swap("narrative/risk.md", "", "2024]. Repr", "2024]. Both were beaten to death there. Repr"),),
        "particulars-without-source",
        "narrative/risk",
        is_note=True,
    ),
    Mutation(
        "a holding cited from the paragraph of another",
        (swap("narrative/union-interest.md", "", "[@semrin-petition, para 17]", "[@semrin-petition, para 14]"),),
        "words-of-another-passage",
        "narrative/union-interest",
    ),
    Mutation(
        "a number that its clause does not have",
        (swap("allegations.yaml", "custody-without-trace", "first thirty days [@", "first sixty days [@"),),
        "number-not-of-the-passage",
        "allegations/custody-without-trace",
    ),
    Mutation(
        "a number that its clause does not have",
        (swap("allegations.yaml", "conversations-with-relatives", "to forty-eight hours [", "to seventy-two hours ["),),
        "number-not-of-the-passage",
        "allegations/conversations-with-relatives",
    ),
    Mutation(
        "a killing held at a paragraph on something else",
        (
            swap(
                "narrative/facts.md",
                "",
                "it rested on no order of a judge though the law required one",
                "guards had killed him",
            ),
        ),
        "holding-told-differently",
        "narrative/facts",
        is_note=True,
    ),
    Mutation(
        "a month or day later than the source cited",
        (
            swap(
                "narrative/data.md", "", "[@guard-bulletin-2022-q2, p. 12]. Op", "[@guard-bulletin-2022-q1, p. 12]. Op"
            ),
        ),
        "sentence-newer-than-sources",
        "narrative/data",
        is_note=True,
    ),
    Mutation(
        "a month or day later than the source cited",
        (swap("narrative/summary.md", "", "9 June 2022", "9 July 2022"),),
        "sentence-newer-than-sources",
        "narrative/summary",
        is_note=True,
    ),
    Mutation(
        "a month or day later than the source cited",
        (swap("allegations.yaml", "custody-without-trace", "On 9 June 2022 the", "On 9 July 2022 the"),),
        "sentence-newer-than-sources",
        "allegations/custody-without-trace",
        is_note=True,
    ),
    Mutation(
        "thousands in the text where the event counts hundreds",
        (swap("narrative/background.md", "", "stopped work because", "stopped work, thousands of them, because"),),
        "quantity-word",
        "narrative/background",
    ),
    Mutation(
        "thousands in the text where the event counts hundreds",
        (swap("narrative/background.md", "", "In April 2022 workers", "In April 2022 thousands of workers"),),
        "quantity-word",
        "narrative/background",
    ),
    Mutation(
        "a long work cited in a text without its page",
        (swap("narrative/accounts.md", "", "was paid [@cwk-report-2023, p. 11]", "was paid [@cwk-report-2023]"),),
        "place-missing-in-text",
        "narrative/accounts",
        is_note=True,
    ),
    Mutation(
        "a long work cited in a text without its page",
        (swap("narrative/facts.md", "", "[@semrin-petition, para 9]", "[@semrin-petition]"),),
        "place-missing-in-text",
        "narrative/facts",
        is_note=True,
    ),
    Mutation(
        "words that rest on a part of the document that is not there",
        (
            append(
                "narrative/facts.md",
                "\nAs said above in paragraph 400, nothing was done [@cwk-report-2023, p. 2].\n",
            ),
        ),
        "reference-without-target",
        "narrative/facts",
        filing="uk-ghr",
    ),
    Mutation(
        "words that rest on a part of the document that is not there",
        (append("narrative/facts.md", "\nAs Table 70 shows, nothing was done [@cwk-report-2023, p. 2].\n"),),
        "reference-without-target",
        "narrative/facts",
        filing="uk-ghr",
        is_note=True,
    ),
)

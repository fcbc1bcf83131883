"""Changes of one of several sentences that tell the same thing, and of what a source or table can bear out."""

from tests.mutations.mutation import Mutation, append, swap

MUTATIONS = (
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
        "a long work cited in a text without its page",
        (swap("narrative/accounts-us-and-eu.md", "", "[@cwk-report-2023, p. 11]", "[@cwk-report-2023]"),),
        "place-missing-in-text",
        "narrative/accounts-us-and-eu",
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

"""Changes by which counts, allegations and the mandates that are written to no longer fit each other."""

from tests.mutations.mutation import Mutation, swap

MUTATIONS = (
    Mutation(
        "an allegation left out of its count",
        (swap("counts.yaml", "custody", ", conversations-with-relatives]", "]"),),
        "allegation-in-no-count",
        "allegations/conversations-with-relatives",
        is_note=True,
    ),
    Mutation(
        "an allegation in a second count",
        (swap("counts.yaml", "death", "[death-of-semrin]", "[death-of-semrin, torture-brann-street]"),),
        "allegation-in-two-counts",
        "allegations/torture-brann-street",
    ),
    Mutation(
        "an argument against somebody who is not charged",
        (swap("counts.yaml", "torture", "- person: orskelin\n", "- person: tovalka\n"),),
        "argument-without-charge",
        "counts/torture",
    ),
    Mutation(
        "a count that gathers nothing",
        (swap("counts.yaml", "death", "[death-of-semrin]", "[]"),),
        "count-without-allegation",
        "counts/death",
    ),
    Mutation(
        "a mandate left out whose violation is alleged",
        (
            swap(
                "case.yaml",
                "",
                "      - name: Working Group on Arbitrary Detention\n"
                "        matter: Custody without order of a judge, and its extension by the Council\n",
                "",
            ),
        ),
        "mandates-not-of-allegations",
        "filings/un-sp",
    ),
    Mutation(
        "a wording in a language of no filing",
        (swap("counts.yaml", "torture", "    fr: {title", "    de: {title: Folter}\n    fr: {title"),),
        "translation-without-filing",
        "counts/torture",
        is_note=True,
    ),
)

"""Changes of numbers against each other: in a row, between a record and its figure, in one sentence."""

from tests.mutations.mutation import Mutation, share, swap

ADMISSIONS = "data/admissions-2022.csv"
DATA = ("narrative/data.md", "")
OF_ALL = "of: [{dataset: admissions-2022, column: total, total: declared}]\n"
"""The end of the figure `admissions`, before its translations."""
BULLETIN = 'citations: ["guard-bulletin-2022-q2, p. 13"]'

MUTATIONS = (
    Mutation(
        "a cell that its row does not come to",
        (swap(ADMISSIONS, "", "2022-05,137,64,29,230,", "2022-05,137,64,29,203,"),),
        "derived-cell-differs",
        "datasets/admissions-2022",
    ),
    Mutation(
        "a count of an event altered, beside its figure",
        (swap("events.yaml", "preventive-custody", "value: 759", "value: 795"),),
        "count-differs-from-figure",
        "events/preventive-custody",
    ),
    Mutation(
        "a month counted a second time",
        (
            swap(
                "figures.yaml",
                "admissions-two-months",
                "period: 2022-05/2022-06}]",
                "period: 2022-05/2022-06}, {figure: admissions-may}]",
            ),
        ),
        "figure-counts-twice",
        "figures/admissions-two-months",
    ),
    Mutation(
        "a number stated beside rows that come to another",
        (swap("figures.yaml", "admissions", OF_ALL, f"{OF_ALL}  stated: [{{value: 795, {BULLETIN}}}]\n"),),
        "stated-value-differs",
        "figures/admissions",
    ),
    Mutation(
        "a minimum stated above the rows",
        (swap("figures.yaml", "admissions", OF_ALL, f"{OF_ALL}  stated: [{{value: 800+, {BULLETIN}}}]\n"),),
        "stated-minimum-above-value",
        "figures/admissions",
    ),
    Mutation(
        "two numbers of one source for one figure",
        (
            swap(
                "figures.yaml",
                "admissions",
                OF_ALL,
                f"{OF_ALL}  stated: [{{value: 759, {BULLETIN}}}, {{value: 795, {BULLETIN}}}]\n",
            ),
        ),
        "quantity-with-two-values",
        "figures/admissions",
    ),
    Mutation(
        "a period wider than the rows",
        (swap("datasets.yaml", "admissions-2022", "period: 2022-01/2022-06", "period: 2022-01/2022-12"),),
        "wider-than-rows",
        "datasets/admissions-2022",
    ),
    Mutation(
        "a figure replaced by a typed number",
        (swap(*DATA, "gives {{ figure('admissions').number }} admissions", "gives 759 admissions"),),
        "number-typed",
        "narrative/data",
        is_note=True,
    ),
    Mutation(
        "a typed number with two digits swapped",
        (swap(*DATA, "gives {{ figure('admissions').number }} admissions", "gives 795 admissions"),),
        "number-not-in-table",
        "narrative/data",
    ),
    Mutation(
        "years wider than the figure",
        (swap(*DATA, "For the first\nhalf of 2022 it gives", "For\nthe years 2019 to 2022 it gives"),),
        "figure-beside-another-year",
        "narrative/data",
        is_note=True,
    ),
    Mutation(
        "a typed number that misses its figure",
        (swap(*DATA, "gives {{ figure('admissions').number }} admissions", "gives 758 admissions"),),
        "number-not-in-table",
        "narrative/data",
    ),
    Mutation(
        "a number that nothing supports",
        (
            swap(
                *DATA,
                "of the treatment of those admitted.",
                "of the treatment of those admitted.\n\nSince then 4,200 persons have been admitted.",
            ),
        ),
        "number-without-support",
        "narrative/data",
    ),
    Mutation(
        "a percentage that the two numbers of its sentence do not give",
        (
            swap(
                "allegations.yaml",
                "torture-brann-street",
                "    Kelvandra interviewed, 21 describe beatings,",
                "    Kelvandra interviewed, 21, that is 87 per cent, describe beatings,",
            ),
        ),
        "sentence-does-not-add-up",
        "allegations/torture-brann-street",
    ),
    Mutation(
        "thousands in two styles",
        (
            swap(
                *DATA,
                "say nothing of the treatment of those admitted.",
                "say nothing of the treatment of the 1,204 then 1.204.000 admitted.",
            ),
        ),
        "mixed-number-styles",
        "narrative/data",
    ),
    Mutation(
        "a reported column multiplied and called adjusted",
        (
            share(ADMISSIONS, "quay_road", "brann_street", "1.25"),
            swap(
                "datasets.yaml",
                "admissions-2022",
                "{key: quay_road, heading: Quay Road, type: number,",
                "{key: quay_road, heading: Quay Road, type: number, status: adjusted,",
            ),
        ),
        "adjusted-by-scaling",
        "datasets/admissions-2022",
    ),
)

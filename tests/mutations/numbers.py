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
        "a typed number with two digits swapped",
        (swap(*DATA, "gives {{ figure('admissions').number }} admissions", "gives 795 admissions"),),
        "number-not-in-table",
        "narrative/data",
    ),
    Mutation(
        "a typed number that misses its figure",
        (swap(*DATA, "gives {{ figure('admissions').number }} admissions", "gives 758 admissions"),),
        "number-not-in-table",
        "narrative/data",
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

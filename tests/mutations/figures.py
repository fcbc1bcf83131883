"""Changes of figures: totals, cells, columns, numbers in the text."""

from tests.mutations.mutation import Mutation, share, swap
from tests.mutations.shares import CALLED

ADMISSIONS = "data/admissions-2022.csv"
REQUESTS = "data/requests-2022.csv"

MUTATIONS = (
    Mutation(
        "a total altered",
        (
            swap(
                "datasets.yaml",
                "admissions-2022",
                "{column: brann_street, key: declared, value: 408",
                "{column: brann_street, key: declared, value: 508",
            ),
        ),
        "declared-total-differs",
        "datasets/admissions-2022",
    ),
    Mutation(
        "a total altered",
        (
            swap(
                "datasets.yaml",
                "admissions-2022",
                "{column: total, key: declared, value: 759",
                "{column: total, key: declared, value: 768",
            ),
        ),
        "declared-total-differs",
        "datasets/admissions-2022",
    ),
    Mutation(
        "a total altered",
        (
            swap(
                "datasets.yaml",
                "requests-2022",
                "{column: not_answered, key: declared, value: 85",
                "{column: not_answered, key: declared, value: 95",
            ),
        ),
        "declared-total-differs",
        "datasets/requests-2022",
    ),
    Mutation(
        "two digits of a total swapped",
        (
            swap(
                "datasets.yaml",
                "admissions-2022",
                "{column: quay_road, key: declared, value: 227",
                "{column: quay_road, key: declared, value: 272",
            ),
        ),
        "declared-total-differs",
        "datasets/admissions-2022",
    ),
    Mutation(
        "two digits of a total swapped",
        (
            swap(
                "datasets.yaml",
                "requests-2022",
                "{column: requests, key: declared, value: 135",
                "{column: requests, key: declared, value: 153",
            ),
        ),
        "declared-total-differs",
        "datasets/requests-2022",
    ),
    Mutation(
        "two digits of a cell swapped",
        (swap(ADMISSIONS, "", "2022-05,137,", "2022-05,173,"),),
        "declared-total-differs",
        "datasets/admissions-2022",
    ),
    Mutation(
        "two digits of a cell swapped",
        (swap(REQUESTS, "", "2022-05,58,4,11,43,", "2022-05,58,4,11,34,"),),
        "declared-total-differs",
        "datasets/requests-2022",
    ),
    Mutation(
        "two digits of a cell swapped",
        (swap(ADMISSIONS, "", ",180,", ",108,"),),
        "declared-total-differs",
        "datasets/admissions-2022",
    ),
    Mutation(
        "a month left out of a table",
        (swap(ADMISSIONS, "", '2022-03,44,27,19,90,"guard-bulletin-2022-q1, p. 12"\n', ""),),
        "declared-total-differs",
        "datasets/admissions-2022",
    ),
    Mutation(
        "a month left out of a table",
        (swap(REQUESTS, "", '2022-06,47,5,9,33,"cwk-report-2023, p. 58"\n', ""),),
        "declared-total-differs",
        "datasets/requests-2022",
    ),
    Mutation(
        "a total that counts months twice",
        (
            swap(
                ADMISSIONS,
                "",
                "2022-06,96,58,26,180,",
                'Q2,285,153,73,511,"guard-bulletin-2022-q2, p. 12"\n2022-06,96,58,26,180,',
            ),
            swap(
                "datasets.yaml",
                "admissions-2022",
                "{key: month, heading: Month, type: date,",
                "{key: month, heading: Month, type: text,",
            ),
            swap(
                "datasets.yaml",
                "admissions-2022",
                "{column: brann_street, key: declared, value: 408",
                "{column: brann_street, key: declared, value: 693",
            ),
            swap(
                "datasets.yaml",
                "admissions-2022",
                "\n  remarks:",
                "\n  inclusions: [{rows: [2022-04, 2022-05, 2022-06], included_in: Q2}]\n  remarks:",
            ),
        ),
        "total-counts-twice",
        "datasets/admissions-2022",
    ),
    Mutation(
        "a column replaced by a share of its neighbour",
        (share(ADMISSIONS, "quay_road", "total", "0.6"),),
        "column-is-constant-share",
        "datasets/admissions-2022",
    ),
    Mutation(
        "a column replaced by a share of its neighbour",
        (share(ADMISSIONS, "brann_street", "total", "0.6"),),
        "column-is-constant-share",
        "datasets/admissions-2022",
    ),
    Mutation(
        "a column replaced by a share of its neighbour",
        (share(ADMISSIONS, "north_yard", "total", "0.64"),),
        "column-is-constant-share",
        "datasets/admissions-2022",
    ),
    Mutation(
        "a computed number that its table does not give",
        (swap("events.yaml", "preventive-custody", "value: 759", "value: 795"),),
        "number-not-in-table",
        "events/preventive-custody",
    ),
    Mutation(
        "a computed number that its table does not give",
        (swap("allegations.yaml", "custody-without-trace", "value: 759", "value: 957"),),
        "number-not-in-table",
        "allegations/custody-without-trace",
    ),
    Mutation(
        "a number in the text that the table does not have",
        (swap("narrative/data.md", "", "{{ figure('admissions-may').number }} in May", "173 in May"),),
        "number-not-in-table",
        "narrative/data",
    ),
    Mutation(
        "a number in the text that the table does not have",
        (swap("narrative/data.md", "", "{{ figure('admissions-brann-street').number }} of them", "480 of them"),),
        "number-not-in-table",
        "narrative/data",
    ),
    Mutation(
        "a number in the text that the table does not have",
        (swap("narrative/data.md", "", "Of {{ figure('requests').number }} requests", "Of 153 requests"),),
        "number-not-in-table",
        "narrative/data",
    ),
    Mutation(
        "a number in the text that the table does not have",
        (
            swap(
                "allegations.yaml",
                "custody-without-trace",
                "{{ figure('requests-unanswered').number }} were not",
                "95 were not",
            ),
        ),
        "number-not-in-table",
        "allegations/custody-without-trace",
    ),
    Mutation(
        "a figure put on a post that was held at another time",
        (
            swap(
                "figures.yaml",
                "admissions-two-months",
                "operation: sum",
                "operation: sum\n  ascribed_to: [orskelin-deputy-2]",
            ),
        ),
        "figure-longer-than-role",
        "figures/admissions-two-months",
    ),
    Mutation(
        "a word larger than the figure of the post",
        (
            swap(
                "figures.yaml",
                "admissions-two-months",
                "operation: sum",
                "operation: sum\n  ascribed_to: [orskelin-battalion-4]",
            ),
            swap(
                "roles.yaml",
                "orskelin-battalion-4",
                "over: the guards of",
                "over: thousands of admissions and the guards of",
            ),
        ),
        "quantity-word-of-role",
        "roles/orskelin-battalion-4",
    ),
    Mutation(
        "rows from before the measure that is counted",
        (CALLED, swap("events.yaml", "preventive-custody", "dates: 2021-12-01/..", "dates: 2022-03-01/..")),
        "row-before-operation",
        "datasets/admissions-2022",
    ),
    Mutation(
        "a row that begins within the one before",
        (swap(REQUESTS, "", "2022-06,47,", "2022-05-16/2022-06,47,"),),
        "stated-figures-overlap",
        "datasets/requests-2022",
    ),
    Mutation(
        "figures of another time than the charge",
        (
            swap(
                "allegations.yaml",
                "custody-without-trace",
                "period: 2021-03-04/2022-06-20",
                "period: 2021-03-04/2021-11-30",
            ),
        ),
        "figure-outside-period",
        "allegations/custody-without-trace",
    ),
    Mutation(
        "a trend that the table does not show",
        (
            CALLED,
            swap("narrative/data.md", "", "They\nsay nothing", "Preventive custody is declining. They\nsay nothing"),
        ),
        "trend-word-against-table",
        "narrative/data",
    ),
    Mutation(
        "a cell that is no number",
        (swap(ADMISSIONS, "", "2022-05,137,", "2022-05,l37,"),),
        "text-for-number",
        "datasets/admissions-2022",
    ),
    Mutation(
        "a table without a column",
        (swap(REQUESTS, "", "month,requests,answered_in_time,", "month,requests,answered_on_time,"),),
        "missing-column",
        "datasets/requests-2022",
    ),
    Mutation(
        "a table that does not say what it counts",
        (
            swap(
                "datasets.yaml",
                "admissions-2022",
                "heading: Quay Road, type: number, unit: admissions",
                "heading: Quay Road",
            ),
        ),
        "unit-or-day-missing",
        "datasets/admissions-2022",
        is_note=True,
    ),
)

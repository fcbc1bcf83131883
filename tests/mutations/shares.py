"""Changes by which shares, ranks and minima no longer fit the numbers; some add a table to the case."""

from tests.mutations.mutation import Edit, Mutation, append, share, swap

ADMISSIONS = "data/admissions-2022.csv"
TWO_MONTHS = ("figures.yaml", "admissions-two-months")
BULLETIN = "guard-bulletin-2022-q2, p. 14"


def table(name: str, title: str, columns: str, rows: str, more: str = "") -> tuple[Edit, Edit]:
    """Add a table from the bulletin to the case: its record and its file."""
    record = f"""
- id: {name}
  title: {title}
  file: data/{name}.csv
  columns: [{columns}]
  citations: ["{BULLETIN}"]
{more}"""
    return append("datasets.yaml", record), append(f"data/{name}.csv", rows)


CALLED = swap(
    "events.yaml",
    "preventive-custody",
    "other_names: [protective stay]",
    "other_names: [preventive custody, protective stay]",
)
"""The measure bears the short name too by which tables and sentences call it."""
CENTRES = table(
    "centres",
    "Admissions to preventive custody by centre",
    "{key: row, heading: Row, type: text, key_column: true, hidden: true}, "
    "{key: centre, heading: Centre, type: text, covers: territory}, "
    "{key: year, heading: Year, type: date, covers: period}, {key: n, heading: Persons, unit: persons}",
    "row,centre,year,n\na,Brann Street,2022,408\nb,Quay Road,2022,227\nc,North Yard,2022,124\n",
)
OUTCOMES = (
    "{key: outcome, heading: Outcome, type: text}, {key: n, heading: Requests}, "
    "{key: share, heading: Share, type: percent}"
)
JUNE = table(
    "centres-june",
    "Admissions by centre, June 2022",
    "{key: centre, heading: Centre, type: text}, {key: share, heading: Share, type: percent}",
    "centre,share\nBrann Street,60%\nQuay Road,30%\nNorth Yard,10%\n",
    "  period: 2022-06\n",
)
MODELLED = (share(ADMISSIONS, "brann_street", "total", "0.6"), *JUNE)


def said(text: str) -> Edit:
    """Write a sentence into the section on figures."""
    return swap("narrative/data.md", "", "They\nsay nothing", f"{text} They\nsay nothing")


MUTATIONS = (
    Mutation(
        "a majority in a month or column",
        (said("Most admissions at Brann Street came in June [@guard-bulletin-2022-q2, p. 12]."),),
        "share-word-against-table",
        "narrative/data",
    ),
    Mutation(
        "a majority in a month or column",
        (said("The vast majority of the requests were answered within 30 days [@cwk-report-2023, p. 58]."),),
        "share-word-against-table",
        "narrative/data",
    ),
    Mutation(
        "a trend between two months turned round",
        (said("Admissions at Brann Street fell from April to May [@guard-bulletin-2022-q2, p. 12]."),),
        "trend-word-against-table",
        "narrative/data",
    ),
    Mutation(
        "a majority that the table does not show",
        (CALLED, *CENTRES, said("Quay Road accounts for the vast majority of preventive custody.")),
        "share-word-against-table",
        "narrative/data",
    ),
    Mutation(
        "a majority that the table does not show",
        (
            CALLED,
            *CENTRES,
            swap(
                "narrative/facts-un.fr.md",
                "",
                "Il s’agit d’admissions",
                "Quay Road représente la grande majorité des cas de détention préventive en application de la "
                "directive 17. Il s’agit d’admissions",
            ),
        ),
        "share-word-against-table",
        "narrative/facts-un.fr",
    ),
    Mutation(
        "a first place that another has",
        (CALLED, *CENTRES, said("Quay Road has the highest number in preventive custody.")),
        "rank-word-against-table",
        "narrative/data",
    ),
    Mutation(
        "percentages that come to more than all",
        table(
            "outcomes",
            "Outcome of the requests",
            OUTCOMES,
            "outcome,n,share\nin time,21,16\nlater,29,21\nnever,85,67\n",
        ),
        "percentages-not-100",
        "datasets/outcomes",
    ),
    Mutation(
        "shares of another whole",
        table(
            "outcomes",
            "Outcome of the requests",
            OUTCOMES,
            "outcome,n,share\nin time,21,16.2\nlater,29,22.3\nnever,85,61.5\n",
        ),
        "percentage-on-wrong-base",
        "datasets/outcomes",
    ),
    Mutation(
        "the share of one month laid on all",
        MODELLED,
        "share-of-another-time",
        "datasets/admissions-2022",
    ),
    Mutation(
        "a model put forward as evidence",
        MODELLED,
        "model-as-evidence",
        "allegations/custody-without-trace",
    ),
    Mutation(
        "a fraction that the dates do not give",
        (
            append(
                "figures.yaml",
                """
- id: admissions-of-the-spring
  title: Admissions in the time of the order
  operation: apportion
  of: [{dataset: admissions-2022, column: total, period: 2022-01/2022-06}]
  to: {period: 2022-05/2022-06, by: fraction, fraction: 1/2}
""",
            ),
        ),
        "apportionment-against-dates",
        "figures/admissions-of-the-spring",
    ),
    Mutation(
        "one number put on two posts",
        (
            swap(
                *TWO_MONTHS,
                "operation: sum",
                "operation: sum\n  ascribed_to: [orskelin-battalion-4, orskelin-deputy-2]",
            ),
        ),
        "one-pool-for-several-roles",
        "figures/admissions-two-months",
    ),
    Mutation(
        "a minimum by day that no month has",
        (
            CALLED,
            *table(
                "stated",
                "Single numbers",
                "{key: what, heading: What, type: text}, {key: n, heading: Number}, "
                "{key: unit, heading: Unit, type: text, covers: unit}",
                "what,n,unit\nAdmissions to preventive custody,16+,admissions per day\n",
            ),
        ),
        "minimum-rate-above-rows",
        "datasets/stated",
    ),
)

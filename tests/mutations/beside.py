"""Changes by which a text, a record or a table says otherwise than what stands right beside it."""

from __future__ import annotations

from tests.mutations.mutation import Mutation, append, swap

_SUMMARY = "narrative/summary.md"
_TENURE = "2021-02-01/2023-09-30"
_LEFT = tuple(
    swap("roles.yaml", "orskelin-battalion-4", f"{field}: {_TENURE}", f"{field}: 2021-02-01/2022-05-02")
    for field in ("stated", "certain")
)
"""The commander leaves before the conduct, and who is charged beside him sat elsewhere."""


def _told(kind: str, words: str, check: str) -> Mutation:
    return Mutation(kind, (append(_SUMMARY, f"\n{words}\n"),), check, "narrative/summary")


def _in_role(kind: str, old: str, new: str, check: str, record: str = "roles/orskelin-battalion-4") -> Mutation:
    return Mutation(kind, (swap("roles.yaml", "orskelin-battalion-4", old, new),), check, record)


MUTATIONS = (
    Mutation("a co-accused's post that covers a gap", _LEFT, "conduct-outside-tenure",
             "allegations/custody-without-trace"),
    Mutation(
        "a part of the conduct outside the tenure",
        (swap("allegations.yaml", "torture-brann-street", "period: 2022-05-12/2022-06-03",
              "period: 2022-05-12/2023-10-15"),),
        "element-weakly-supported", "allegations/torture-brann-street", is_note=True,
    ),
    _told("a month that is not the first", "April had the highest number of admissions of the half-year "
          "[@guard-bulletin-2022-q2, p. 13].", "rank-word-against-table"),
    _told("a month that is not the first", "The highest number of admissions at Brann Street was in April 2022 "
          "[@guard-bulletin-2022-q2, p. 12].", "rank-word-against-table"),
    _told("a month that is no peak", "Admissions peaked in April 2022 [@guard-bulletin-2022-q2, p. 12].",
          "rank-word-against-table"),
    _told("a month that is no peak", "There were more admissions in June 2022 than in any other month "
          "[@guard-bulletin-2022-q2, p. 12].", "rank-word-against-table"),
    _told("a month set against another", "There were fewer admissions in May 2022 than in April 2022 "
          "[@guard-bulletin-2022-q2, p. 12].", "trend-word-against-table"),
    _told("a month set against another", "Admissions at Brann Street declined in May 2022 "
          "[@guard-bulletin-2022-q2, p. 12].", "trend-word-against-table"),
    _told("a fall in a month without its year", "Admissions fell in May [@guard-bulletin-2022-q2, p. 12].",
          "trend-word-against-table"),
    _told("a fall in a month without its year", "In May, admissions at Brann Street declined "
          "[@guard-bulletin-2022-q2, p. 12].", "trend-word-against-table"),
    _told("a change that is said to be none", "Admissions remained unchanged from April to May 2022 "
          "[@guard-bulletin-2022-q2, p. 12].", "trend-word-against-table"),
    _told("a column that is not the first", "Quay Road had the highest number of admissions of all centres "
          "[@guard-bulletin-2022-q2, p. 13].", "rank-word-against-table"),
    _told("a column that is not the first", "North Yard had the most admissions of the three centres "
          "[@guard-bulletin-2022-q2, p. 13].", "rank-word-against-table"),
    _told("a share of several columns", "The overwhelming majority of the requests by relatives were answered "
          "[@cwk-report-2023, p. 58].", "share-word-against-table"),
    Mutation(
        "a tenure told by the dates of the term",
        (swap("roles.yaml", "tovalka-council-5", " stated: 2020-01-15/2025-01-14", " stated: 2020-01-15/2025-02-14"),),
        "tenure-told-differently", "narrative/persons-un",
    ),
    _told("the number of another unit", "The centre was guarded by the 14th Custody Battalion "
          "[@service-order-6, para 2].", "name-spelled-two-ways"),
    _told(
        "a month that is not the last", "The fewest admissions were in May 2022 [@guard-bulletin-2022-q2, p. 12].",
        "rank-word-against-table",
    ),
    Mutation(
        "two dates of one death",
        (swap("people.yaml", "semrin", "death: {value: 2022-05-14", "death: {value: 2022-05-16"),),
        "date-outside-life", "people/semrin",
    ),
    _in_role("a rank that is not the post's", "rank: Colonel", "rank: Major General", "rank-not-of-the-post"),
    Mutation(
        "a clause that is not there",
        (swap("allegations.yaml", "torture-brann-street", "held there [@directive-17, cl 15]",
              "held there [@directive-17, cl 21]"),),
        "clause-not-of-authority", "allegations/torture-brann-street",
    ),
    Mutation(
        "a clause that is not there",
        (swap("allegations.yaml", "torture-brann-street", "held there [@directive-17, cl 15]",
              "held there [@directive-17, cls 15, 21]"),),
        "clause-not-of-authority", "allegations/torture-brann-street",
    ),
    _told("words of another clause", 'The directive says that "Physical coercion is not permitted" '
          "[@directive-17, cl 15].", "clause-not-of-authority"),
    Mutation(
        "a decree later than the appointment",
        (swap("sources.yaml", "gazette-2021-decree-41", "issued: 2021-01-28", "issued: 2021-02-28"),),
        "source-later-than-appointment", "roles/orskelin-battalion-4",
    ),
)  # fmt: skip

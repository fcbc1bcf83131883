"""Changes of what is shown for the elements of a legal test."""

from tests.mutations.mutation import Mutation, swap

TORTURE = ("allegations.yaml", "torture-brann-street")
RELEASE = """\
      answered: >-
        The release names no inquiry and no record. Witness A and 21 of 27 former detainees describe the
        beatings.
"""
ON_PAPER = """\
      answered: >-
        A rule on paper does not show what was said that night. A former guard states that he was told to go on.
"""
LAWFUL_SANCTION = """\
    - elements: [not-lawful-sanction]
      reason: >-
        No sanction of a court is known or claimed. Clause 12 of Directive 17 permits no physical coercion.
"""

MUTATIONS = (
    Mutation(
        "an element that nothing shows any more",
        (swap(*TORTURE, "elements: [gave-order, knew, effective-control,", "elements: [knew, effective-control,"),),
        "element-without-evidence",
        "allegations/torture-brann-street",
    ),
    Mutation(
        "a stated gap left out",
        (swap(*TORTURE, LAWFUL_SANCTION, ""),),
        "element-without-evidence",
        "allegations/torture-brann-street",
    ),
    Mutation(
        "evidence against an element left unanswered",
        (swap(*TORTURE, RELEASE, ""),),
        "element-contradicted",
        "allegations/torture-brann-street",
    ),
    Mutation(
        "evidence against an element left unanswered",
        (swap(*TORTURE, ON_PAPER, ""),),
        "element-contradicted",
        "allegations/torture-brann-street",
    ),
    Mutation(
        "the only source for an element was not seen",
        (swap("sources.yaml", "interview-former-guard", "held: on_file", "held: cited_in"),),
        "element-weakly-supported",
        "allegations/torture-brann-street",
    ),
)

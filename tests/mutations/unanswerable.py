"""Days, words and letters that the other side would ask for, taken out of the fictional case or turned round."""

from tests.mutations.mutation import Mutation, drop, swap
from tests.mutations.named import added

NIGHT = ("events.yaml", "night-of-13-may")
WORDS = ("quotations.yaml", "words-to-guards")

MUTATIONS = (
    Mutation(
        "what is charged without its day",
        (drop(*NIGHT, "dates"), drop(*NIGHT, "part_of")),
        "charged-event-undated",
        "allegations/torture-brann-street",
    ),
    Mutation(
        "what is charged without its day, in an operation within the tenure",
        (drop(*NIGHT, "dates"),),
        "charged-event-undated",
        "allegations/torture-brann-street",
        is_note=True,
    ),
    Mutation(
        "words of the accused that only the accuser has",
        (
            drop(*WORDS, "occasion"),
            drop(*WORDS, "date"),
            swap(*WORDS, "quoted_in: interview-former-guard, para 16", "quoted_in: cwk-report-2023, p. 31"),
        ),
        "words-from-accuser-alone",
        "quotations/words-to-guards",
    ),
    Mutation(
        "an abbreviation turned round",
        (swap("bodies.yaml", "custody-watch", "abbreviation: CWK", "abbreviation: CKW"),),
        "abbreviation-in-another-order",
        "bodies/custody-watch",
        is_note=True,
    ),
    Mutation(
        "contrary evidence that nobody answers",
        (
            swap(
                "allegations.yaml",
                "torture-brann-street",
                "\n  evidence:\n",
                "\n  evidence:\n    - {source: tovalka-answer, supports: The rules forbid coercion, against: true}\n",
            ),
        ),
        "contrary-not-answered",
        "allegations/torture-brann-street",
        is_note=True,
    ),
    Mutation(
        "a treaty named as no treaty is named",
        (
            swap(
                "allegations.yaml",
                "torture-brann-street",
                "\n  provisions:\n",
                "\n  provisions:\n    - instrument: refugee-convention\n"
                "      named: the UN Convention on the Protection of Refugees\n",
            ),
        ),
        "misused-term",
        "allegations/torture-brann-street",
        is_note=True,
    ),
    Mutation(
        "a range called a minimum",
        added("At least 16 to 76 persons are held there every day [@letter-relatives-2024]."),
        "misused-term",
        "narrative/risk",
        is_note=True,
    ),
)

"""Names of checks that are no longer made: a decision or a level that names one is kept, and has no effect."""

REMOVED = frozenset(
    {
        "account-as-fact",
        "charge-told-differently",
        "charge-worded-two-ways",
        "command-told-as-supervision",
        "command-told-of-oversight",
        "condition-left-out",
        "count-not-of-its-page",
        "figure-beside-another-year",
        "figure-told-as-persons",
        "holding-told-differently",
        "number-not-of-the-passage",
        "number-told-two-ways",
        "number-typed",
        "number-without-support",
        "opinion-above-source",
        "quantity-word",
        "sentence-does-not-add-up",
        "statement-told-two-ways",
        "title-beside-rows",
        "word-above-source",
        "words-of-another-passage",
    }
)

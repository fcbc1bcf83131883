"""Names of checks that are no longer made: a decision or a level that names one is kept, and has no effect."""

REMOVED = frozenset(
    {
        "count-not-of-its-page",
        "figure-beside-another-year",
        "figure-told-as-persons",
        "number-not-of-the-passage",
        "number-told-two-ways",
        "number-typed",
        "number-without-support",
        "quantity-word",
        "sentence-does-not-add-up",
        "statement-told-two-ways",
        "title-beside-rows",
    }
)

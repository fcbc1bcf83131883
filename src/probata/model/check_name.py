"""Names of checks as records give them: one that a check bore before means the check."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator

from probata.model.record import Id

RENAMED = {
    "authority-told-differently": "authority-mismatch",
    "beginning-told-differently": "beginning-mismatch",
    "birth-told-two-ways": "birth-date-mismatch",
    "block-not-taken": "block-not-accepted",
    "clause-not-of-authority": "clause-not-in-authority",
    "contention-beside-holdings": "contention-outside-holdings",
    "count-told-differently": "count-mismatch",
    "database-only": "one-source-only",
    "date-yet-to-come": "date-in-the-future",
    "declaration-not-of-place": "declaration-for-another-place",
    "event-told-differently": "event-date-mismatch",
    "exhibit-told-differently": "exhibit-mismatch",
    "gender-told-differently": "gender-mismatch",
    "language-not-taken": "language-not-accepted",
    "mandates-not-of-allegations": "mandates-outside-allegations",
    "measure-not-of-the-forum": "measure-outside-forum",
    "mode-not-of-the-ground": "mode-without-ground",
    "particulars-not-told": "particulars-missing",
    "pending-procedure-not-told": "pending-procedure-not-disclosed",
    "pinpoint-not-of-source": "pinpoint-not-in-source",
    "place-missing-in-text": "pinpoint-missing-in-text",
    "place-miswritten": "pinpoint-malformed",
    "quotation-told-differently": "quotation-mismatch",
    "rank-not-of-the-post": "rank-mismatch",
    "responsibility-told-differently": "responsibility-mismatch",
    "role-dates-told-differently": "role-dates-mismatch",
    "section-not-taken": "section-not-accepted",
    "sentence-not-taken": "sentence-not-accepted",
    "stated-minimum-above-value": "stated-value-differs",
    "tenure-told-differently": "tenure-mismatch",
    "title-dated-otherwise": "title-date-mismatch",
    "translation-told-differently": "translation-mismatch",
}
"""What a check was called → what it is called."""


def current_name(name: str) -> str:
    """Return what a check is called today; any other word as it is."""
    return RENAMED.get(name, name)


CheckName = Annotated[Id, AfterValidator(current_name)]
"""Name of a check, as it is called today."""

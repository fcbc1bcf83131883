"""How long somebody held a post, in words."""

from __future__ import annotations

from probata.messages.wording import Wording
from probata.model.dates import When
from probata.model.tenure import Tenure


def tenure_in_words(wording: Wording, tenure: Tenure, as_of: When | None = None) -> str:
    """Print a tenure; where an end is only when a source shows it, the words say "at least".

    `as_of` is the day for which an open end was true, where it is known.
    """
    is_known = tenure.start_known and tenure.end_known
    text = wording.when(tenure.stated) if is_known else wording.at_least(tenure.stated)
    return f"{text} ({wording.as_of(as_of)})" if tenure.stated.end is None and as_of else text

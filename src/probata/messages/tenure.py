"""How long somebody held a post, or a relation lasted, in words."""

from __future__ import annotations

from probata.messages.wording import Wording
from probata.model.role import Role
from probata.model.tenure import Tenure


def tenure_in_words(wording: Wording, tenure: Tenure) -> str:
    """Print a tenure; where an end is only when a source shows it, the words say "at least"."""
    text = _stated(wording, tenure)
    is_open = tenure.stated.end is None and not tenure.end_known
    return wording.label("date.end_not_known", dates=text) if is_open else text


def role_in_words(wording: Wording, role: Role) -> str:
    """Print from when to when a role was held; of one without an end, whether it still is, and when that was true."""
    if role.dates.stated.end:
        return tenure_in_words(wording, role.dates)
    text = _stated(wording, role.dates)
    if role.status == "ended":
        return wording.label("date.end_not_known", dates=text)
    if role.status == "unknown":
        text = wording.label("date.held_not_known", dates=text)
    return f"{text} ({wording.as_of(role.as_of)})" if role.as_of else text


def role_in_sentence(wording: Wording, role: Role) -> str:
    """Print the same for the middle of a sentence, which says nothing of an end that is not known."""
    says_nothing = role.dates.stated.end is None and role.status != "current"
    return _stated(wording, role.dates) if says_nothing else role_in_words(wording, role)


def _stated(wording: Wording, tenure: Tenure) -> str:
    ends = ((tenure.start_known, tenure.stated.start), (tenure.end_known, tenure.stated.end))
    is_known = all(known for known, end in ends if end)
    return wording.when(tenure.stated) if is_known else wording.at_least(tenure.stated)

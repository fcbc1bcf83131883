"""The gaps of a draft in a few lines: what is missing, and for how many records."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from probata.diagnostics import Diagnostic
from probata.forum import Forum
from probata.messages import ENGLISH, Wording, load_wording

SHOWN = 3
"""Records named one by one; of more, only their number is given."""


def list_gaps(
    findings: Iterable[Diagnostic], wording: Wording | None = None, labels: Mapping[str, str] | None = None
) -> list[str]:
    """Return one line for each thing that is missing, in the order in which it was found.

    They are in English, or in the language of `wording`, with `labels` for what the findings call a field.
    """
    words = wording or load_wording(ENGLISH)
    missing: dict[str, dict[str, str]] = {}
    for found in findings:
        if found.gap:
            what, _, rest = found.message.partition(" is not recorded for ")
            missing.setdefault(what, {}).setdefault(found.record, rest.partition("; ")[0])
    return [_line((labels or {}).get(what, what), records, words) for what, records in missing.items()]


def labels_of_fields(forum: Forum, language: str) -> dict[str, str]:
    """Return how gaps call the required fields in a language, by what the profile calls them."""
    found: dict[str, str] = {}
    for required in forum.profile.required_fields:
        word = forum.words.find(f"field_{required.id.replace('-', '_')}", language)
        if word:
            found[required.label] = word[0]
    return found


def _line(what: str, records: Mapping[str, str], words: Wording) -> str:
    """Write one line; of people the names stand in it, of other records the ids."""
    kinds = {record.partition("/")[0] for record in records}
    if kinds <= {"filings", "case", ""}:
        return what
    if len(records) > SHOWN:
        kind = words.label(f"kind.{kinds.pop() if len(kinds) == 1 else 'records'}")
        return words.label("document.not_recorded_for_number", what=what, number=str(len(records)), kind=kind)
    named = ", ".join(
        called.strip("`") if record.startswith("people/") else record.partition("/")[2]
        for record, called in records.items()
    )
    return words.label("document.not_recorded_for", what=what, records=named)

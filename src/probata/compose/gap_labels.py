"""How gaps call what a forum requires, in the language of a document."""

from __future__ import annotations

from probata.forum import Forum


def labels_of_fields(forum: Forum, language: str) -> dict[str, str]:
    """Return how gaps call the required fields in a language, by what the profile calls them."""
    found: dict[str, str] = {}
    for required in forum.profile.required_fields:
        word = forum.words.find(f"field_{required.id.replace('-', '_')}", language)
        if word:
            found[required.label] = word[0]
    if word := forum.words.find("gap_allegations", language):
        found["an allegation"] = word[0]  # as `filing-without-allegation` calls it
    return found

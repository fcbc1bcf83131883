"""A filing asks for a measure that its forum is not known to take.

Looks at what each filing asks for (`relief`), where the profile of its forum lists measures and the filing is in the
language of the profile. A measure is known where it shares a word, in whatever form, with one that the forum lists, or
asks for a listing or designation as such.

## Why it matters
Who asks for what the addressee cannot give has not read its rules, and the request is answered with a list of those.

## Example
```yaml
case:
  title: Example
  filings: [{id: submission, forum: uk-ghr, relief: [{measure: Trade embargo, argument: It would be just.}]}]
```

Use instead:
```yaml
case:
  title: Example
  filings: [{id: submission, forum: uk-ghr, relief: [{measure: Freezing of assets, argument: It would be just.}]}]
```

## When to allow it
Where the rules of the forum know the measure and its profile does not: write it into the profile, with its source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.checks.titled import marked
from probata.diagnostics import Severity, say
from probata.forum import Profile
from probata.model.case_file import Filing
from probata.model.language import same_language

_WORD = re.compile(r"[^\W\d_]{3,}")
_STEM = 5
"""Letters that two forms of one word share at their beginning: freeze, freezing."""
_LINKING = frozenset({"and", "any", "for", "into", "not", "other", "the", "their", "under", "with"})
_AS_SUCH = ("designat", "inclusion", "listing", "relist")
"""Beginnings of words that ask for the listing of a person, from which the measures follow."""


def run(case: CheckInput) -> Iterator[Finding]:
    """Compare the words of each measure with those of the forum's."""
    for filing, profile in _with_measures(case):
        known = {word for measure in profile.measures for word in _words(measure.label)}
        for position, asked in enumerate(filing.relief):
            words = _words(asked.measure)
            if words and not any(_is_known(word, known) for word in words):
                yield case.finding(
                    "filings", filing.id,
                    f"{say.filing(filing)} asks for {marked(asked.measure)}, which is none of the measures that forum "
                    f"{say.words(profile.id)} lists",
                    f"ask for what the forum can give: {_list_of(profile)}", at=("relief", position, "measure"),
                    alike=f"{profile.id} {asked.measure}",
                )  # fmt: skip


def _with_measures(case: CheckInput) -> Iterator[tuple[Filing, Profile]]:
    """Give the filings that ask for something, in the language in which the forum lists measures."""
    for filing, profile in case.filings:
        language = profile.language_for(filing.language, case.graph.case.language)
        if filing.relief and profile.measures and same_language(language, profile.language):
            yield filing, profile


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold())) - _LINKING


def _is_known(word: str, known: set[str]) -> bool:
    """Tell whether a word is one of the forum's in some form, or asks for a listing."""
    if word.startswith(_AS_SUCH):
        return True
    return any(word[:_STEM].startswith(one[:_STEM]) or one[:_STEM].startswith(word[:_STEM]) for one in known)


def _list_of(profile: Profile) -> str:
    """Return the forum's measures; one that nobody has read at its source says so."""
    return ", ".join(one.label if one.verified else f"{one.label} (not read at its source)" for one in profile.measures)


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the filings whose measures can be compared."""
    yield from (Looked(f"filings/{filing.id}") for filing, _ in _with_measures(case))


CHECK = Check("LAW161", "measure-not-of-the-forum", Severity.WARNING, "filings", run, looks_at=_looks_at)

"""An authority is said to do what one of its kind cannot do.

Looks at the recorded holdings of each authority, and at our sentences that cite it alone. A general allegation passes
on what was received and asks the Government; it finds and denounces nothing. A report decides no case. The words are a
list by kind of authority, in English, French and Spanish. In a sentence that says who says so, it is a note.

## Why it matters
The other side knows the procedure. A letter that asks, told as one that condemns, makes all authorities suspect.

## Example
```yaml
case: {title: Example}
authorities:
  - id: letter
    kind: general_allegation
    name: General allegation of 2019
    citation: Working Group, general allegation (2019)
    holdings: [{id: h, text: The Working Group denounced the system.}]
```

Use instead:
```yaml
case: {title: Example}
authorities:
  - id: letter
    kind: general_allegation
    name: General allegation of 2019
    citation: Working Group, general allegation (2019)
    holdings: [{id: h, text: The Working Group transmitted what it had received on the system.}]
```

## When to allow it
Where the document does more than its kind, and its place is cited; or record it under the kind that it has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding, Outcome
from probata.checks.looked_at import Looked, looked_at, texts_in_all_languages
from probata.checks.texts.cited_places import cited_places
from probata.checks.texts.sentences import at_words, our_sentences_in_all_languages, own_words
from probata.checks.texts.word_lists import Words, languages_of, whole_words, word_list
from probata.diagnostics import Severity, say
from probata.model.authority import Authority
from probata.model.language import primary


@dataclass(frozen=True, slots=True)
class Kind:
    """What authorities of a kind can do, and the words that say more."""

    called: str
    can: str
    beyond: Words
    instead: str
    unless: Words | None
    source: str = ""
    """Where it was read what such an authority does."""

    def found_in(self, text: str) -> re.Match[str] | None:
        """Return the first word that says more."""
        match = self.beyond.search(text)
        return None if match is None or (self.unless and self.unless.search(text)) else match


@cache
def kinds(language: str = "en") -> dict[str, Kind]:
    """Return the list by the kinds of authorities; what a kind can do is told in English. None without a list."""
    if language not in languages_of("authorities"):
        return {}
    told = {entry["kind"]: entry for entry in word_list("authorities")["kinds"]}
    words = ("beyond", "unless")
    general = {name: {key: text for key, text in entry.items() if key not in words} for name, entry in told.items()}
    return {one["kind"]: _kind({**general[one["kind"]], **one}) for one in word_list("authorities", language)["kinds"]}


def _kind(entry: Mapping[str, str]) -> Kind:
    unless = whole_words(entry["unless"]) if "unless" in entry else None
    return Kind(
        entry["called"], entry["can"], whole_words(entry["beyond"]), entry["instead"], unless, entry.get("source", "")
    )


def run(case: CheckInput) -> Iterator[Finding]:
    """Look at the holdings, then at the sentences that cite one authority alone."""
    limited = {one.id: one for one in case.graph.authorities if one.kind in kinds()}
    for authority in limited.values():
        for place, holding in enumerate(authority.holdings):
            match = _beyond(authority, own_words(holding.text), primary(case.graph.case.language))
            if match:
                yield _finding(case, "authorities", authority.id, ("holdings", place, "text"), authority, match[0])
    for sentence in our_sentences_in_all_languages(case.graph) if limited else ():
        keys = {key for key, _ in cited_places(sentence.raw)}
        alone = limited.get(next(iter(keys))) if len(keys) == 1 else None
        match = _beyond(alone, sentence.own, sentence.language) if alone else None
        if alone and match:
            text = sentence.text
            found = _finding(
                case, text.kind, text.record_id, text.loc, alone, match[0], is_told=sentence.attributed
            )  # fmt: skip
            yield at_words(found, case.graph, text, sentence.start + match.start(), sentence.start + match.end())


def _beyond(authority: Authority, text: str, language: str) -> re.Match[str] | None:
    kind = kinds(language).get(authority.kind)
    return kind.found_in(text) if kind else None


def _finding(
    case: CheckInput, kind: str, record_id: str, loc: tuple[str | int, ...], authority: Authority, word: str,
    *, is_told: bool = False,
) -> Finding:  # fmt: skip
    limits = kinds()[authority.kind]
    return case.finding(
        kind, record_id,
        f"{say.words(word)} is said of {say.authority(authority)}, which is a {limits.called} and {limits.can}",
        f"write {limits.instead}", at=loc, notes=(f"source: {limits.source}",) if limits.source else (),
        severity=Severity.INFO if is_told else None, outcome=Outcome.CANNOT_TELL if is_told else Outcome.FAILED,
    )  # fmt: skip


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the authorities, then the records with a text in a language that is read."""
    yield from (*looked_at(case, "authorities"), *texts_in_all_languages(case))


CHECK = Check(
    "DRA151",
    "authority-beyond-its-kind",
    Severity.WARNING,
    "authorities",
    run,
    looks_at=_looks_at,
)

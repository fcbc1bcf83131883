"""A sentence gives a verdict on a person concerned, and cites no judgment.

Looks at the texts that documents print for words such as "murderer", "torturer", "criminal", "perpetrator" or "guilty",
in a sentence that names a person concerned, or that begins with "he" or "she" where the paragraph has named one. A
sentence that says "alleged" or "suspected", denies it in the same clause, or cites a judgment is left alone; so are
quotations. Where the words are somebody else's, it is a note. "Tortured", "murdered" and the like are found right
behind the name of a person concerned, or "he" or "she". The words that a forum of the case avoids are left to
`word-above-standard`.
Plain lines such as titles and contentions are read too, and texts and translations in French and Spanish.

## Why it matters
Nobody but a court says who is guilty. Whoever says it first may be sued for it, and gives the decision-maker a reason
to doubt the rest. Repeating the verdict of another is no defence in many courts.

## Example
```yaml
case:
  title: Example
  summary: Daveth Orskelin is the torturer of Brann Street.
  persons_concerned: [orskelin]
people: [{id: orskelin, name: {family: Orskelin, given: Daveth}}]
```

Use instead:
```yaml
case:
  title: Example
  summary: Daveth Orskelin is alleged to have ordered torture at Brann Street.
  persons_concerned: [orskelin]
people: [{id: orskelin, name: {family: Orskelin, given: Daveth}}]
```

## When to allow it
Where a final judgment says so and is cited in the sentence before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import printed_in_all_languages
from probata.checks.prose.sentences import Sentence, Test, finding_of_words, is_denied, printed_saying_each
from probata.checks.prose.words import any_of, languages_of
from probata.diagnostics import Severity, say
from probata.graph.case_graph import CaseGraph
from probata.graph.resolve import keys_in_text
from probata.model.authority import Authority
from probata.model.person import Person
from probata.model.source_record import Source

_PRONOUN = re.compile(r"\s*(?:He|She|Ils?|Elles?|Él|Ella)\b")


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the words of a verdict, each sentence once."""
    named = _names(case.graph)
    avoided = {
        word.casefold() for _, profile in case.filings if profile.threshold for word in profile.threshold.avoided
    }
    if named is None:
        return
    for sentence in printed_saying_each(case.graph, languages_of("verdict"), _judges):
        word = any_of("verdict", "verdict", sentence.language).search(sentence.own) or _act(sentence, named)
        if word is None or set(re.findall(r"\w+", word[0].casefold())) & avoided:
            continue
        denied = is_denied(sentence.own, word.start(), word.end(), sentence.language)
        if _is_about(sentence, named) and not denied and not _is_borne_out(sentence, case.graph):
            yield _finding(case, sentence, word)


def _judges(language: str) -> Test:
    verdict, acts = (any_of("verdict", key, language) for key in ("verdict", "acts"))
    return lambda own: verdict.search(own) or acts.search(own)


def _act(sentence: Sentence, named: re.Pattern[str]) -> re.Match[str] | None:
    """Find what a person concerned is said to have done, right behind the name or a word in its place."""
    acts = any_of("verdict", "acts", sentence.language)
    if acts.search(sentence.own) is None:
        return None
    subjects = (named, any_of("verdict", "subjects", sentence.language))
    ends = {match.end() for pattern in subjects for match in pattern.finditer(sentence.own)}
    found = acts.finditer(sentence.own)
    return next((match for match in found if len(sentence.own[: match.start()].rstrip()) in ends), None)


def _names(graph: CaseGraph) -> re.Pattern[str] | None:
    ids = {*graph.case.persons_concerned, *(found for filing in graph.case.filings for found in filing.persons)}
    people = (person for found in sorted(ids) if (person := graph.find("people", Person, found)))
    names = {
        name
        for person in people
        for known in (person.name, *(alias.name for alias in person.aliases))
        for name in (known.display, known.family or "")
        if len(name) > 2
    }
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(names)))})(?!\w)") if names else None


def _is_about(sentence: Sentence, named: re.Pattern[str]) -> bool:
    """Tell whether a person concerned is named in it or, where it begins with a pronoun, before it."""
    if named.search(sentence.own):
        return True
    before = sentence.text.value[: sentence.start].rpartition("\n\n")[2]
    return _PRONOUN.match(sentence.own) is not None and named.search(before) is not None


def _is_borne_out(sentence: Sentence, graph: CaseGraph) -> bool:
    """Tell whether a sentence hedges or cites a judgment."""
    return any_of("verdict", "hedges", sentence.language).search(sentence.own) is not None or any(
        _is_judgment(graph, key) for key in keys_in_text(sentence.raw)
    )


def _is_judgment(graph: CaseGraph, key: str) -> bool:
    authority = graph.find("authorities", Authority, key)
    source = graph.find("sources", Source, key)
    return (authority is not None and authority.kind in ("judgment", "decision")) or (
        source is not None and source.type == "hearing"
    )


def _finding(case: CheckInput, sentence: Sentence, word: re.Match[str]) -> Finding:
    said = " ".join(word[0].split())
    start = sentence.start + word.start()
    return finding_of_words(
        case, sentence.text, (start, start + len(word[0])),
        f"the text says {say.words(said)} in a sentence on a person concerned that cites no judgment",
        "say what is alleged and by whom, or cite the judgment in this sentence",
        severity=Severity.INFO if sentence.attributed else None,
    )  # fmt: skip


CHECK = Check("DRA109", "verdict-word", Severity.WARNING, "texts and lines", run, looks_at=printed_in_all_languages)

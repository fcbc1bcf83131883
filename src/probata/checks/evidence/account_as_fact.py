"""What witnesses tell is told as a fact.

Looks at our sentences and their translations in English, French and Spanish that say of somebody that he was beaten,
tortured, killed or returned by force, and whose citations are all of sources that record what somebody tells:
interviews, statements, collections of accounts, by their type, title, form or what they are said to show. Found is a
sentence that says in no word that somebody says so. Statements, headings and limbs are left alone: they allege and
argue. So is what leaves open whether it is so, or denies it.

## Why it matters
An account is evidence that somebody tells it. Who reports it as a fact vouches for it, and the other side need only
find one thing in it that is wrong.

## Example
```yaml
case: {title: Example, summary: "Guards beat prisoners [@interview, para 3]."}
sources: [{id: interview, title: Interview with a former prisoner, held: held}]
```

Use instead:
```yaml
case: {title: Example, summary: "A former prisoner states that guards beat prisoners [@interview, para 3]."}
sources: [{id: interview, title: Interview with a former prisoner, held: held}]
```

## When to allow it
Where the sentence before says who tells it, and this one goes on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import printed_in_all_languages
from probata.checks.texts.by_wording import by_wording
from probata.checks.texts.cited_places import cited_places
from probata.checks.texts.denials import is_denied
from probata.checks.texts.ladders import ladders
from probata.checks.texts.printed_sentences import printed_sentences
from probata.checks.texts.sentences import Sentence, is_asserted
from probata.checks.texts.word_findings import finding_of_words
from probata.checks.texts.word_lists import LANGUAGES, any_of
from probata.diagnostics import Severity
from probata.graph.case_graph import CaseGraph
from probata.model.source_record import Source

_DEEDS = {"death": 1, "treatment": 0, "return": 1}
"""The step of each ladder from which a word says what was done to somebody."""
_ARGUED = frozenset({"limbs", "contentions", "statement", "title", "provisions", "evidence"})
"""Fields that allege or argue, or that say what evidence shows."""
_SPOKEN = frozenset({"interview", "personal_communication", "hearing"})


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the sentences, each with the first word of a deed."""
    for language in LANGUAGES:
        for sentence in printed_sentences(case.graph, language):
            match = _deed(sentence) if _rests_on_accounts(case.graph, sentence) else None
            if match and is_asserted(sentence, case.graph) and not _is_told(sentence):
                start, end = sentence.start + match.start(), sentence.start + match.end()
                yield finding_of_words(
                    case, sentence.text, (start, end),
                    f"the text says `{' '.join(match[0].split())}` as a fact, and cites only what somebody tells",
                    "say who tells it, or cite what shows it besides",
                )  # fmt: skip


def _rests_on_accounts(graph: CaseGraph, sentence: Sentence) -> bool:
    if _ARGUED & {*sentence.text.loc}:
        return False
    keys = {key for key, _ in cited_places(sentence.raw)}
    return bool(keys) and all(_is_account(graph.find("sources", Source, key)) for key in keys)


def _is_account(source: Source | None) -> bool:
    if source is None:
        return False
    told = " ; ".join(filter(None, (source.title, source.translated_title, source.medium, source.supports)))
    return source.type in _SPOKEN or _is_called_account(told)


@by_wording
def _is_called_account(told: str) -> bool:
    return any(any_of("accounts", "sources", one).search(told) for one in LANGUAGES)


def _deed(sentence: Sentence) -> re.Match[str] | None:
    """Return the first word of a deed that the sentence does not deny."""
    own, language = sentence.own, sentence.language
    steps = (step for one in ladders(language) for step in one.steps[_DEEDS.get(one.about, len(one.steps)) :])
    found = (match for step in steps for match in step.finditer(own) if not is_denied(own, *match.span(), language))
    return min(found, key=re.Match.start, default=None)


def _is_told(sentence: Sentence) -> bool:
    lists = (("accounts", "tells"), ("grades", "supposed"), ("holding", "says"))
    return any(any_of(name, key, sentence.language).search(sentence.own) for name, key in lists)


CHECK = Check("EVI191", "account-as-fact", Severity.INFO, "texts and lines", run, looks_at=printed_in_all_languages)

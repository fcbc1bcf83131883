"""A document insults somebody, in a forum that takes no abusive communication.

Looks at the text and headings of each filing whose forum has a rule against abuse (`not_abusive` under `drafting`), for
a short list of words in English, French and Spanish that insult and say nothing, such as "thugs", "henchmen" or "scum".
What is quoted, what a sentence gives as the words of somebody ("they called him"), an answer of the person concerned,
titles of sources, and a word with a capital within a sentence, which is a name, are left alone. Strong facts are no
abuse, and neither are terms of law: "torture" and "criminal" are not on the list.

## Why it matters
Some procedures set an abusive communication aside without looking at its facts. It also tells the reader that whoever
wrote it was not calm.

## Example
```yaml
case:
  title: Example
  summary: The governor and his thugs beat the prisoners of the north wing.
  filings:
    - {id: letter, forum: un-sp}
```

Use instead:
```yaml
case:
  title: Example
  summary: It is alleged that the governor and four guards beat the prisoners of the north wing.
  filings:
    - {id: letter, forum: un-sp}
```

## When to allow it
Where the word is part of a fact, such as what guards shouted, and cannot stand in quotation marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from probata.checks.check import BY_RULE, Check
from probata.checks.check_input import CheckInput, Loc
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.checks.places import origin_of, record_at
from probata.checks.prose.composed import at_composed, own_blocks, own_text
from probata.checks.prose.words import any_of, languages_of
from probata.diagnostics import Severity, say
from probata.document.blocks import Block
from probata.document.tree import Document
from probata.forum import Profile, Rule
from probata.model.case_file import Filing
from probata.model.language import primary

_OF_OTHERS = frozenset({"authorities", "exhibits", "quotations", "sources"})
"""Kinds of records whose titles and words are somebody else's."""
_OF_OTHERS_IN = frozenset({"answer", "evidence"})
"""Fields of an allegation that print what the person answered, and titles of sources."""
_ENDS = re.compile(r"[.!?]\s")


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the words, each once for a record and filing."""
    for filing, profile, rule in _under_a_rule(case):
        told: set[tuple[str, str, str]] = set()
        for block, text, match in _words(case.drafts[filing.id].document):
            kind, record_id, loc = record_at(origin_of(block), filing, case)
            word = " ".join(match[0].split())
            key = (kind, record_id, word.casefold())
            if kind not in _OF_OTHERS and not _OF_OTHERS_IN.intersection(loc[:1]) and key not in told:
                told.add(key)
                found = _finding(
                    case, (kind, record_id, loc), f"{say.filing(filing)} says {say.words(word)}", (profile, rule)
                )
                yield at_composed(found, case.graph, text, *match.span())


def _under_a_rule(case: CheckInput) -> Iterator[tuple[Filing, Profile, Rule]]:
    """Give the documents whose forum has a rule against abuse, in a language that has a list of words."""
    for filing, profile in case.filings:
        rule = profile.rule(profile.drafting.not_abusive or "")
        drafted = case.drafts.get(filing.id)
        if rule and drafted and primary(drafted.document.meta.language) in languages_of("abuse"):
            yield filing, profile, rule


def _words(document: Document) -> Iterator[tuple[Block, str, re.Match[str]]]:
    language = primary(document.meta.language)
    abusive = any_of("abuse", "abusive", language)
    # What came from no record is the template's, or a citation with the title that its author gave.
    for block in (one for one in own_blocks(document.blocks) if origin_of(one)):
        text = own_text(block)
        for match in abusive.finditer(text) if abusive.search(text) else ():
            before = _ENDS.split(text[: match.start()])[-1]
            is_name = match[0][0].isupper() and before.strip() != ""
            if not is_name and not any_of("abuse", "reported", language).search(before):
                yield block, text, match


def _finding(case: CheckInput, place: tuple[str, str, Loc], told: str, by: tuple[Profile, Rule]) -> Finding:
    (kind, record_id, loc), (profile, rule) = place, by
    return case.finding(
        kind, record_id, f"{told}, a word that insults",
        "say what was done, by whom; put what somebody else said into quotation marks", at=loc,
        notes=(f"rule {say.words(rule.id)} of {say.words(profile.id)}: {rule.text}",), severity=rule.heaviest,
    )  # fmt: skip


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the documents whose forum takes no abuse."""
    yield from (Looked(f"filings/{filing.id}") for filing, _, _ in _under_a_rule(case))


CHECK = Check("DRA206", "abusive-word", Severity.WARNING, "documents", run, raised=BY_RULE, looks_at=_looks_at)

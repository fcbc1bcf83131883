"""A word says that something is known to all, or what a name stands for, in place of a source.

Looks at the texts and lines that documents print, in English, French and Spanish, for words such as "notorious",
"infamous" and "known for his cruelty", and for "it is well known that", "common knowledge" and the like. The second
kind is a note where the sentence cites a work. What is quoted, denied or given as the words of somebody is left alone,
and so are people who are well known to one another, and notorious facts, of which a court takes notice.

## Why it matters
Whoever calls a prison notorious has said what they think of it, and proved nothing. The reader who has not heard of it
asks who says so; the person named reads an insult that no source bears out.

## Example
```yaml
case:
  title: Example
  summary: It is well known that prisoners are beaten in the infamous north wing.
```

Use instead:
```yaml
case:
  title: Example
  summary: Of 27 former prisoners, 21 describe beatings in the north wing [@report, p. 19].
sources: [{id: report, title: A report, held: held}]
```

## When to allow it
Where the repute itself matters, as in a question whether somebody must have heard of it: cite who told of it, and when.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import printed_in_all_languages
from probata.checks.texts.denials import is_denied
from probata.checks.texts.saying import Test, printed_saying_each
from probata.checks.texts.word_findings import finding_of_words
from probata.checks.texts.word_lists import any_of, languages_of
from probata.diagnostics import Severity


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the words, each sentence once."""
    for sentence in printed_saying_each(case.graph, languages_of("notoriety"), _says):
        named, known = (any_of("notoriety", key, sentence.language).search(sentence.own) for key in ("named", "known"))
        match = named or known
        if match is None or sentence.attributed or is_denied(sentence.own, *match.span(), sentence.language):
            continue
        start = sentence.start + match.start()
        is_borne_out = named is None and sentence.cites
        yield finding_of_words(
            case, sentence.text, (start, start + len(match[0])),
            f"the text says `{' '.join(match[0].split())}`, which stands in the place of a source",
            "leave the word out and say what happened, with the source that tells it; or quote whoever calls it so",
            severity=Severity.INFO if is_borne_out else None,
        )  # fmt: skip


def _says(language: str) -> Test:
    named, known = (any_of("notoriety", key, language) for key in ("named", "known"))
    return lambda own: named.search(own) or known.search(own)


CHECK = Check("DRA176", "notoriety-word", Severity.WARNING, "texts and lines", run, looks_at=printed_in_all_languages)

"""A term of law is used for something that it does not mean, or is misnamed.

Looks at the texts that documents print for known misuses, such as an "arrest warrant of Interpol", "signed into the
convention" or a "UK Magnitsky Act". Each is one entry of a list with its reason, what to write instead, and a source
where there is one; so are words that call something notorious in place of a source. Plain lines such as titles and
contentions are read too, and texts and translations in French and Spanish, each by a list of its own. Quotations are
left alone. How a source names the law, `named` of a provision, is its own wording and is read all the same: a misuse
there is a note.

## Why it matters
The reader is a lawyer. One term that is wrong makes the rest look written by somebody who does not know the field.

## Example
```yaml
case:
  title: Example
  summary: The State issued an Interpol arrest warrant against the witness.
```

Use instead:
```yaml
case:
  title: Example
  summary: Interpol published a Red Notice on the witness at the request of the State.
```

## When to allow it
Where a source uses the word and the sentence reports it: put the word in quotation marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding, Outcome
from probata.checks.looked_at import TEXTS, Looked, printed_texts, with_provisions
from probata.checks.prose.sentences import Sentence, finding_of_words, printed_saying_each
from probata.checks.prose.words import Words, languages_of, one_of, whole_words, word_list
from probata.diagnostics import Severity, say
from probata.model.language import primary


@dataclass(frozen=True, slots=True)
class Term:
    """A known misuse of a term."""

    id: str
    pattern: Words
    why: str
    instead: str
    unless: Words | None = None
    """What in the same sentence makes it right."""
    within: Words | None = None
    """What anywhere in the same text makes it right."""
    source: str = ""
    is_note: bool = False


@cache
def known_misuses(language: str = "en") -> tuple[Term, ...]:
    """Return the entries of the list of a language."""
    return tuple(map(_term, word_list("terms", language)["terms"]))


def _term(entry: Mapping[str, str]) -> Term:
    return Term(
        id=entry["id"],
        pattern=whole_words(entry["pattern"]),
        why=entry["why"],
        instead=entry["instead"],
        unless=whole_words(entry["unless"]) if "unless" in entry else None,
        within=whole_words(entry["within"]) if "within" in entry else None,
        source=entry.get("source", ""),
        is_note=entry.get("weight") == "note",
    )


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the misuses, each once for a text."""
    told: set[tuple[str, str, object, str]] = set()
    for sentence in printed_saying_each(case.graph, languages_of("terms"), lambda language: _any(language).search):
        for term in known_misuses(sentence.language):
            match = _misuse(term, sentence)
            key = (sentence.text.kind, sentence.text.record_id, sentence.text.loc, term.id)
            if match and key not in told:
                told.add(key)
                yield _finding(case, sentence, term, match)
    yield from _in_names_of_law(case)


def _in_names_of_law(case: CheckInput) -> Iterator[Finding]:
    """Find the misuses in what sources call the law that they name: theirs to mend, and ours to leave as it is."""
    language = primary(case.graph.case.language)
    for allegation in case.pursued if language in languages_of("terms") else ():
        for place, alleged in enumerate(allegation.provisions):
            for term in known_misuses(language) if alleged.named else ():
                match = term.pattern.search(alleged.named or "")
                if match and not (term.unless and term.unless.search(alleged.named or "")):
                    said = " ".join(match[0].split())
                    yield case.finding(
                        "allegations", allegation.id, f"the source that names the law says {say.words(said)}: "
                        f"{term.why}",
                        f"ask for a correction; in our own words {_help(term)}", at=("provisions", place, "named"),
                        notes=_source_of(term), severity=Severity.INFO, outcome=Outcome.CANNOT_TELL,
                        alike=f"named {said.casefold()}: {term.why}",
                    )  # fmt: skip


@cache
def _any(language: str) -> Words:
    """Return a pattern for any of the misuses, to pass over the sentences in which there is none."""
    return one_of(tuple(entry["pattern"] for entry in word_list("terms", language)["terms"]))


def _misuse(term: Term, sentence: Sentence) -> re.Match[str] | None:
    match = term.pattern.search(sentence.own)
    if match is None or (term.unless and term.unless.search(sentence.own)):
        return None
    return None if term.within and term.within.search(sentence.text.value) else match


def _finding(case: CheckInput, sentence: Sentence, term: Term, match: re.Match[str]) -> Finding:
    start = sentence.start + match.start()
    return finding_of_words(
        case, sentence.text, (start, start + len(match[0])),
        f"the text says {say.words(' '.join(match[0].split()))}: {term.why}", _help(term),
        notes=_source_of(term),
        severity=Severity.INFO if term.is_note else None,
        outcome=Outcome.CANNOT_TELL if term.is_note else Outcome.FAILED,
        alike=f"{' '.join(match[0].casefold().split())}: {term.why}",
    )  # fmt: skip


def _source_of(term: Term) -> tuple[str, ...]:
    return (f"source: {term.source}",) if term.source else ()


def _help(term: Term) -> str:
    return f"write {term.instead}" if term.instead.startswith("`") else term.instead


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the records with a text, then the allegations that name provisions."""
    yield from dict.fromkeys((*printed_texts(case), *with_provisions(case)))


CHECK = Check("DRA110", "misused-term", Severity.WARNING, TEXTS, run, looks_at=_looks_at)

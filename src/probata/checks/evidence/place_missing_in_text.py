"""A text cites a long work, and it is not said where in it.

Looks at the particulars and limbs of each allegation put forward, and at sections of fact, of reported allegations and
of submissions of fact, in the language of the case, for works of more than 3 pages that are cited without a place:
books, reports, theses, laws, datasets, judgments, and whatever the record gives more pages. It is a note, and one for
each work: where the work is told of as a whole, as that it was published, no page is wanted. A sentence that says so,
“published its report”, is left alone, and so are treaties and statutes of the catalogue, particulars that are
attributed as a whole to a work, what stands beside a place in the same work, and works that are known only through
another that cites them. Of evidence tells `pinpoint-missing`.

## Why it matters
Nobody reads 200 pages to find one sentence. A reader who is not told where to look takes it that the sentence is not
there.

## Example
```yaml
case: {title: Example}
sources: [{id: report, title: Beaten in North Prison, type: report, held: held}]
narrative:
  - {id: n, title: North Prison, kind: fact, text: "Prisoners were beaten every day [@report]."}
```

Use instead:
```yaml
case: {title: Example}
sources: [{id: report, title: Beaten in North Prison, type: report, held: held}]
narrative:
  - {id: n, title: North Prison, kind: fact, text: "Prisoners were beaten every day [@report, p. 4]."}
```

## When to allow it
Where the whole work says so, and no page of it more than another.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked, records_of_texts
from probata.checks.prose.citations import Segment, segments_of
from probata.checks.prose.sentences import Sentence, finding_of_words, our_sentences
from probata.checks.prose.texts import MarkdownText
from probata.checks.prose.words import any_of, by_wording, languages_of
from probata.checks.support.extent import is_long
from probata.diagnostics import Severity, say
from probata.model.allegation import Allegation
from probata.model.authority import Authority
from probata.model.narrative import Narrative
from probata.model.source_record import Source

_KINDS = frozenset({"fact", "reported_allegation", "submission_of_fact", "context"})
"""Kinds of sections that tell what was, or what somebody says that it was."""


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the works that a text cites without a place, each once for a record."""
    told: set[tuple[str, str, str]] = set()
    for sentence in _sentences(case):
        for segment in segments_of(sentence):
            for key in _bare(case, sentence, segment):
                record = (sentence.text.kind, sentence.text.record_id, key)
                if record not in told:
                    told.add(record)
                    yield _finding(case, sentence, segment, key)


def _sentences(case: CheckInput) -> Iterator[Sentence]:
    for sentence in our_sentences(case.graph, case.graph.case.language):
        if _is_looked_at(case, sentence.text):
            yield sentence


def _is_looked_at(case: CheckInput, text: MarkdownText) -> bool:
    if text.kind == "allegations" and text.loc[0] in {"particulars", "limbs"}:
        allegation = case.graph.find("allegations", Allegation, text.record_id)
        return allegation is not None and allegation.pursued and allegation.status != "made_by_source"
    section = case.graph.find("narrative", Narrative, text.record_id) if text.kind == "narrative" else None
    return section is not None and section.kind in _KINDS


def _bare(case: CheckInput, sentence: Sentence, segment: Segment) -> Iterator[str]:
    """Give the long works that a citation names without a place, where the sentence is not about the work itself."""
    placed = {key for one in segments_of(sentence) for key, place in one.cited if place.strip()}
    for key, place in segment.cited if not _is_of_whole_work(segment.raw, sentence.language) else ():
        work = case.graph.find("sources", Source, key) or case.graph.find("authorities", Authority, key)
        if work and is_long(work) and not place.strip() and key not in placed and not _is_at_second_hand(work):
            yield key


@by_wording
def _is_of_whole_work(words: str, language: str) -> bool:
    return language in languages_of("of_works") and any_of("of_works", "as_a_whole", language).search(words) is not None


def _is_at_second_hand(work: Source | Authority) -> bool:
    """Tell whether we know a work only through another that cites it, and so perhaps not its pages."""
    return isinstance(work, Source) and work.held == "cited_in"


def _finding(case: CheckInput, sentence: Sentence, segment: Segment, key: str) -> Finding:
    start = sentence.raw.index(f"@{key}", segment.start + len(segment.raw))
    return finding_of_words(
        case, sentence.text, (sentence.start + start, sentence.start + start + len(key) + 1),
        f"{say.cited(key)} is a long work and is cited without the place",
        "open it and add the place, such as `[@report, p. 4]`, or say that it is the work as a whole", alike=key,
    )  # fmt: skip


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the records with such a text that cites something."""
    yield from records_of_texts(sentence.text for sentence in _sentences(case) if sentence.cites)


CHECK = Check(
    "EVI154", "place-missing-in-text", Severity.INFO, "particulars, limbs and sections", run, looks_at=_looks_at
)  # fmt: skip

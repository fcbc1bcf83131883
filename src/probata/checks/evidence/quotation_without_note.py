"""Words in quotation marks in a text of ours, in a paragraph that cites nothing.

Looks at our texts in the language of the case, for quotations of three words or more. A citation or a note anywhere in
the paragraph is enough, and so are `citations` of the record, the evidence for the statement of an allegation, and the
citation before a colon that leads to the paragraph. Recorded names and titles are no quotation, nor is what is said to
be a name, a term or a heading; and words that are quoted once more were cited at the other place.

## Why it matters
Quotation marks promise the words of somebody, and that they can be found. Without a place nobody can tell whether they
are complete, or said at all.

## Example
```yaml
case: {title: Example}
sources: [{id: interview, title: Interview with a guard, type: interview, held: held}]
allegations:
  - id: beatings
    title: Beatings
    statement: Prisoners were beaten in 2016.
    particulars: The governor told the guards to "go on until they write".
```

Use instead:
```yaml
case: {title: Example}
sources: [{id: interview, title: Interview with a guard, type: interview, held: held}]
allegations:
  - id: beatings
    title: Beatings
    statement: Prisoners were beaten in 2016.
    particulars: The governor told the guards to "go on until they write" [@interview, para 3].
```

## When to allow it
Where the marks set off words of your own, such as a phrase whose meaning is discussed. Italics are plainer there.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import texts_in_the_language_of_the_case
from probata.checks.prose.quotations import QuotedWords, quotations_in, words_of
from probata.checks.prose.sentences import Sentence, at_words, our_paragraphs
from probata.checks.prose.words import any_of, languages_of
from probata.diagnostics import Severity, say
from probata.graph.case_graph import CaseGraph
from probata.model.allegation import Allegation

_NAMES = (
    "title", "translated_title", "container_title", "name", "short_name", "abbreviation", "other_names", "misnomers",
    "heading", "label", "native",
)  # fmt: skip
"""Fields that hold what somebody or something is called."""
_BEFORE = 60
"""Characters before a quotation in which a word may say that it is a name or a term."""
_SHOWN = 8
"""Words of a quotation that are shown."""
Paragraph = tuple[Sentence, ...]


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the quotations of paragraphs that cite nothing, each once."""
    bare = tuple(_bare(case))
    known = _known(case) if bare else ""
    for quoted in bare:
        if f" {' '.join(words_of(quoted.words))} " not in known and not _is_called(quoted):
            yield _finding(case, quoted)


def _bare(case: CheckInput) -> Iterator[QuotedWords]:
    """Give the quotations of three words or more that nothing in their paragraph or record bears out."""
    before: Paragraph = ()
    for paragraph in our_paragraphs(case.graph, case.graph.case.language):
        if not _is_cited(paragraph, before) and not _record_cites(case.graph, paragraph[0]):
            yield from chain.from_iterable(map(quotations_in, paragraph))
        before = paragraph


def _is_cited(paragraph: Paragraph, before: Paragraph) -> bool:
    """Tell whether a paragraph cites, or stands behind a colon of one that does."""
    if any(sentence.cites for sentence in paragraph):
        return True
    leads = before and before[0].text is paragraph[0].text and before[-1].raw.rstrip().endswith(":")
    return bool(leads) and any(sentence.cites for sentence in before)


def _record_cites(graph: CaseGraph, sentence: Sentence) -> bool:
    text = sentence.text
    record = graph.case if text.kind == "case" else graph.records.get(text.kind, {}).get(text.record_id)
    if isinstance(record, Allegation):
        return text.loc == ("statement",) and any(not item.against for item in record.evidence)
    return bool(getattr(record, "citations", ()))


def _known(case: CheckInput) -> str:
    """Return the words of recorded names and titles, and of what is quoted with a citation elsewhere, one a line."""
    names = [name for _, record in case.graph.each() for field in _NAMES for name in _lines(getattr(record, field, ()))]
    names += [name for law in case.catalogue.instruments.values() for name in (law.title, law.short) if name]
    paragraphs = our_paragraphs(case.graph, case.graph.case.language)
    sentences = (sentence for paragraph in paragraphs if _is_cited(paragraph, ()) for sentence in paragraph)
    cited = [quoted.words for sentence in sentences for quoted in quotations_in(sentence)]
    return "\n".join(f" {' '.join(words_of(line))} " for line in dict.fromkeys((*names, *cited)))


def _lines(value: object) -> tuple[str, ...]:
    """Return the lines of a field: one, several, or that of a name in its own script."""
    if isinstance(value, str):
        return (value,)
    several = value if isinstance(value, tuple) else (getattr(value, "display", None), getattr(value, "text", None))
    return tuple(one for one in several if isinstance(one, str))


def _is_called(quoted: QuotedWords) -> bool:
    """Tell whether the words before a quotation say that it is a name, a term or a heading."""
    language = quoted.sentence.language
    has_list = language in languages_of("called")
    return has_list and any_of("called", "before", language).search(quoted.before[-_BEFORE:]) is not None


def _finding(case: CheckInput, quoted: QuotedWords) -> Finding:
    words = quoted.words.replace("`", "'").split()
    shown = " ".join(words[:_SHOWN]) + (" …" if len(words) > _SHOWN else "")
    text = quoted.sentence.text
    finding = case.finding(
        text.kind, text.record_id, f"the text quotes {say.words(shown)}, and its paragraph cites no source",
        "add the source and the place in it, such as `[@register, p. 4]`", at=text.loc,
    )  # fmt: skip
    return at_words(finding, case.graph, text, quoted.start, quoted.end)


CHECK = Check(
    "EVI142", "quotation-without-note", Severity.WARNING, "texts", run, looks_at=texts_in_the_language_of_the_case
)

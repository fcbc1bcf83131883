"""A paragraph of fact that no source bears out: one without a citation, or figures and words behind its last one.

Looks at the paragraphs of the `particulars` and of the `limbs` of each allegation put forward, and at those of
sections of text of the kind `fact`. A section in another language than the case's is read where it translates none, or
has more or fewer paragraphs than what it translates. A citation bears out what stands before it in its paragraph, and
a list behind a colon belongs to the paragraph that ends in it. What follows the last citation is found where it gives
a number, a day or somebody's words, or asserts a deed in English, French or Spanish, such as a death, blows, torture or
an arrest, and as a note where it names a recorded person or post. What it only says of them, denies or leaves open is
left alone. So are headings, paragraphs of another kind than fact, particulars that are attributed to the work that
they are taken from (`made_by_source`), and sections with `citations` of their own. Of a section only a paragraph with
a number, a day or somebody's words and no citation at all is to be fixed; the rest is a note there, and so is what
whoever prepared the case did. Limbs are argument: they give notes alone, and what is submitted in them is no fact.
Consents and requests need no source.

## Why it matters
Each statement of fact is checked against its source, and the one that has none is called invented.

## Example
```yaml
case:
  title: Example
sources:
  - {id: register, title: Register of North Prison, held: held}
allegations:
  - id: beatings
    title: Beatings at North Prison
    statement: Prisoners were beaten in North Prison in 2016.
    particulars: Five prisoners were brought in on 3 May 2016 [@register, p. 4]. On 5 May 2016 two of them were dead.
```

Use instead:
```yaml
case:
  title: Example
sources:
  - {id: register, title: Register of North Prison, held: held}
allegations:
  - id: beatings
    title: Beatings at North Prison
    statement: Prisoners were beaten in North Prison in 2016.
    particulars: >-
      Five prisoners were brought in on 3 May 2016 [@register, p. 4]. On 5 May 2016 two of them were dead
      [@register, p. 5].
```

## When to allow it
Where the paragraph sums up what other paragraphs have cited: say in it which ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.checks.texts.deeds import tells_deed
from probata.checks.texts.named_people import named_people
from probata.checks.texts.named_posts import names_a_post
from probata.checks.texts.paragraphs_of_fact import behind_citation, paragraphs_of_fact, texts_of_fact
from probata.checks.texts.sentences import Sentence, at_words
from probata.checks.texts.word_lists import any_of, languages_of
from probata.diagnostics import Severity, say

_SPECIFIC = re.compile(r"\d|[“”«»\"]")
_SHOWN = 6
"""Words by which a sentence is shown."""


def run(case: CheckInput) -> Iterator[Finding]:
    """Find, in each paragraph of fact, what stands behind its last citation."""
    for paragraph in (one for text in texts_of_fact(case) for one in paragraphs_of_fact(text)):
        cited = [position for position, sentence in enumerate(paragraph) if sentence.cites]
        behind = behind_citation(paragraph, cited[-1]) if cited else paragraph
        if paragraph[0].text.loc[0] == "limbs" or paragraph[0].text.kind == "counts":
            found = next((one for one in behind if _is_fact_in_argument(case, one)), None)
            yield from _told(case, found if cited or not found else paragraph[0], is_note=True, is_whole=not cited)
        elif bare := next((one for one in behind if not cited or _is_specific(one)), None):
            is_section = bare.text.kind == "narrative"
            if not (is_section and _speaks_of_the_case([bare] if tells_deed(bare) else behind)):
                is_note = is_section and (bool(cited) or _may_stand_alone(case, behind))
                yield from _told(case, bare, is_note=is_note, is_whole=not cited)
        else:
            found = next((one for one in behind if _names_somebody(case, one)), None)
            yield from _told(case, found, is_note=True, is_whole=False)


def _is_specific(sentence: Sentence) -> bool:
    """Tell whether a sentence gives a number, a day or somebody's words, or says what was done to somebody."""
    return _SPECIFIC.search(sentence.raw) is not None or tells_deed(sentence)


def _speaks_of_the_case(behind: list[Sentence]) -> bool:
    """Tell whether sentences are about consents, requests and the like, which have no source but the case."""
    told = (one for one in behind if one.language in languages_of("own_work"))
    return any(any_of("own_work", "of_the_case", one.language).search(one.own) for one in told)


def _may_stand_alone(case: CheckInput, behind: list[Sentence]) -> bool:
    """Tell whether sentences give nothing that a source must bear out, or tell of whoever prepared the case."""
    author = case.graph.case.prepared_by
    names = [name for name in (author.organisation, author.name) if name]
    is_own = any(name in one.raw for one in behind for name in names)
    return is_own or not any(_SPECIFIC.search(one.raw) for one in behind)


def _is_fact_in_argument(case: CheckInput, sentence: Sentence) -> bool:
    """Tell whether a sentence of a limb gives a number, words or a name; what is submitted there is no fact."""
    return _names_somebody(case, sentence) or (
        _SPECIFIC.search(sentence.raw) is not None and not _speaks_of_the_case([sentence])
    )


def _names_somebody(case: CheckInput, sentence: Sentence) -> bool:
    """Tell whether a sentence names a recorded person, or a post by its short title, and is none on the case itself."""
    if _speaks_of_the_case([sentence]):
        return False
    return bool(named_people(case.graph).named_in(sentence.own)) or names_a_post(case.graph, sentence.own)


def _told(case: CheckInput, bare: Sentence | None, *, is_note: bool, is_whole: bool) -> Iterator[Finding]:
    if bare is None:
        return
    words = bare.raw.split()
    shown = " ".join(words[:_SHOWN]) + (" …" if len(words) > _SHOWN else "")
    what = "the paragraph that begins" if is_whole else "behind the last citation of its paragraph,"
    text = bare.text
    finding = case.finding(
        text.kind, text.record_id, f"{what} {say.words(shown)} {'cites no source' if is_whole else 'has no source'}",
        "add the source and the place in it, such as `[@register, p. 4]`", at=text.loc,
        severity=Severity.INFO if is_note else None,
    )  # fmt: skip
    first = bare.start + len(bare.raw) - len(bare.raw.lstrip())
    yield at_words(finding, case.graph, text, first, bare.start + len(bare.raw.rstrip()))


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the allegations with particulars of our own, and the sections with a paragraph of fact."""
    for text in texts_of_fact(case):
        sentence = text[0][0]
        if any(True for _ in paragraphs_of_fact(text)):
            yield Looked(f"{sentence.text.kind}/{sentence.text.record_id}")


CHECK = Check(
    "EVI122", "particulars-without-source", Severity.WARNING, "allegations and sections", run, looks_at=_looks_at
)

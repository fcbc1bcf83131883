"""A text quotes words, and leaves out the condition or denial that belongs to them.

Looks at what stands in quotation marks in our texts, in English, French and Spanish, in a sentence that cites the place
from which the words are recorded letter by letter; of a sentence that cites nothing, at four words or more. Found is a
quotation of which the recorded sentence has a condition before it ("if", "unless"), a denial before it in its clause
("not", "never"), or an exception right behind it ("provided that", "but only"), where our own sentence and its other
quotations have no such word. Whether the omission is marked by `…` makes no difference.

## Why it matters
The other side opens the source at the page that you give and reads out the sentence from its beginning. Half an order
is then no order, and every other quotation of the document is opened as well.

## Example
```yaml
case: {title: Example, summary: "He said: “keep them in until they sign” [@minutes, p. 3]."}
sources: [{id: minutes, title: Minutes, held: held}]
quotations:
  - id: keep
    speaker: {described: the governor}
    text: If the court agrees, keep them in until they sign.
    quoted_in: minutes, p. 3
```

Use instead:
```yaml
case: {title: Example, summary: "He said: “If the court agrees, keep them in until they sign” [@minutes, p. 3]."}
sources: [{id: minutes, title: Minutes, held: held}]
quotations:
  - id: keep
    speaker: {described: the governor}
    text: If the court agrees, keep them in until they sign.
    quoted_in: minutes, p. 3
```

## When to allow it
Where the words that are left out belong to something else in the sentence, and the quotation keeps its meaning.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import TEXTS, texts_in_all_languages
from probata.checks.texts.cited_places import cited_places, places_agree
from probata.checks.texts.quoted_words import QuotedWords, quotations_in
from probata.checks.texts.sentences import Sentence, our_sentences
from probata.checks.texts.word_findings import finding_of_words
from probata.checks.texts.word_lists import any_of, languages_of
from probata.checks.texts.wordings import Wording, wordings_of, words_of
from probata.diagnostics import Severity

_TELLING = 4
"""Words of a quotation that are known again without their place."""
_CUT = re.compile(r"\[[^\[\]]*\]|…|\.\.\.")
_STOP = re.compile(r"[.!?;](?=\s|$)|\n\s*\n")
_CLAUSE = re.compile(r"[,—–]\s")
_BESIDE = re.compile(r"(?:\W*\w+){1,6}")
"""What stands so near behind the words that it belongs to them."""
_SHOWN = 60
"""Characters that are shown of what is left out."""


def run(case: CheckInput) -> Iterator[Finding]:
    """Look, for each quotation of a text, at the rest of its sentence in the record."""
    wordings = tuple((one, " ".join(words_of(one.text))) for one in wordings_of(case.graph))
    for language in languages_of("conditions") if wordings else ():
        for sentence in our_sentences(case.graph, language):
            quoted = tuple(quotations_in(sentence))
            said = " ".join((sentence.own, *(one.words for one in quoted)))
            for one in quoted:
                if found := _left_out(one, tuple(_quotable(sentence, one, wordings)), said, language):
                    yield _finding(case, one, *found)


def _quotable(sentence: Sentence, quoted: QuotedWords, wordings: Sequence[tuple[Wording, str]]) -> Iterator[Wording]:
    """Give the records that have the words: those of the place that is cited, or any for telling words.

    `wordings` have each its words side by side, so that most are passed over at a glance.
    """
    cited, pieces = tuple(cited_places(sentence.raw)), [" ".join(words_of(one)) for one in _CUT.split(quoted.words)]
    for one, words in wordings:
        if not all(piece in words for piece in pieces):
            continue
        is_cited = any(key == one.source and places_agree(one.place, place) for key, place in cited)
        if is_cited or (not cited and len(words_of(quoted.words)) >= _TELLING):
            yield one


def _left_out(quoted: QuotedWords, wordings: Sequence[Wording], said: str, language: str) -> tuple[str, Wording] | None:
    """Return what is left out of the recorded sentence, with its record; nothing where one bears it out."""
    pieces = [piece for piece in _CUT.split(quoted.words) if words_of(piece)]
    found: list[tuple[str, Wording]] = []
    for wording in wordings:
        rests = [rest for piece in pieces if (rest := _rest(piece, wording.text))]
        if rests and len(rests) == len(pieces):
            found.append((_turned(rests[0][0], rests[-1][1], said, language), wording))
    return found[0] if found and all(left_out for left_out, _ in found) else None


def _turned(before: str, behind: str, said: str, language: str) -> str:
    """Return the part that turns the meaning, before the words or behind them; empty where none does."""
    conditions, denials = (any_of("conditions", key, language) for key in ("conditions", "denials"))
    except_for = any_of("conditions", "behind", language)
    if conditions.search(before) and not conditions.search(said):
        return before
    if denials.search(_CLAUSE.split(before)[-1]) and not denials.search(said):
        return before
    beside = _BESIDE.match(behind)
    return behind if beside and except_for.search(beside[0]) and not except_for.search(said) else ""


def _rest(piece: str, text: str) -> tuple[str, str] | None:
    """Return what stands before and behind words in their sentence; `None` where the text does not have them."""
    words = r"\W+".join(re.escape(word).replace("'", "['’]") for word in words_of(piece))
    match = re.search(rf"(?<!\w){words}(?!\w)", text, re.IGNORECASE)
    if match is None:
        return None
    begins = [stop.end() for stop in _STOP.finditer(text, 0, match.start())]
    ends = _STOP.search(text, match.end())
    begin, end = begins[-1] if begins else 0, ends.start() if ends else len(text)
    return text[begin : match.start()].strip(), text[match.end() : end].strip(" ,")


def _finding(case: CheckInput, quoted: QuotedWords, left_out: str, wording: Wording) -> Finding:
    shown = " ".join(left_out.split())
    shown = shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN].rsplit(' ', 1)[0]} …"
    return finding_of_words(
        case, quoted.sentence.text, (quoted.start, quoted.end),
        f"the text quotes `{' '.join(quoted.words.split())}`, and leaves out `{shown}`, which `{wording.record}` has "
        "in the same sentence",
        "quote the sentence with these words, or say them in your own",
    )  # fmt: skip


CHECK = Check(
    "EVI157", "condition-left-out", Severity.WARNING, TEXTS, run, looks_at=texts_in_all_languages
)  # fmt: skip

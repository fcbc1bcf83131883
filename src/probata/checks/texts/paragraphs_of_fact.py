"""The paragraphs of our texts that tell facts, and what a citation in one of them bears out.

They are those of the particulars and limbs of each allegation put forward, of the evidence and limbs of counts, and of
the sections of the kind `fact`, in the language of the case; of sections in another language those that translate none
paragraph by paragraph, since such a translation is compared with its original. Particulars that are attributed as a
whole to a work, and sections with citations of their own, are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from probata.checks.check_input import CheckInput
from probata.checks.prose.numbers import languages_of
from probata.checks.prose.sentences import Sentence, our_paragraphs
from probata.checks.prose.texts import MarkdownText, has_as_many_paragraphs, translated_texts
from probata.model.allegation import Allegation
from probata.model.narrative import Narrative

_WORD = re.compile(r"[^\W\d_]{2,}")
_LISTED = re.compile(r"\s*(?:[-*+]|\d+[.)]) ")
_NO_PROSE = ("#", ":::")
_OF_COUNTS = frozenset({"evidence", "against", "text"})
"""Fields of a count that tell facts: what shows a thing, what speaks against it, and how a limb is met."""
_OF_FACT = frozenset({"", "fact"})


def texts_of_fact(case: CheckInput) -> Iterator[list[tuple[Sentence, ...]]]:
    """Give the texts that are looked at, each as its paragraphs."""
    paired = {
        (one.kind, one.record_id) for one in translated_texts(case.graph) if one.of and has_as_many_paragraphs(one)
    }
    for language in languages_of(case.graph):
        for text, paragraphs in groupby(our_paragraphs(case.graph, language), lambda found: found[0].text):
            if _is_looked_at(case, text) and (text.kind, text.record_id) not in paired:
                yield list(paragraphs)


def _is_looked_at(case: CheckInput, text: MarkdownText) -> bool:
    if text.loc[0] in {"particulars", "limbs"} and text.kind == "allegations":
        allegation = case.graph.find("allegations", Allegation, text.record_id)
        return allegation is not None and allegation.pursued and allegation.status != "made_by_source"
    if text.kind == "counts":
        return text.loc[-1] in _OF_COUNTS
    section = case.graph.find("narrative", Narrative, text.record_id) if text.kind == "narrative" else None
    return section is not None and not section.citations


def paragraphs_of_fact(text: list[tuple[Sentence, ...]]) -> Iterator[list[Sentence]]:
    """Give the sentences of each paragraph of fact, a list behind a colon with the paragraph before it."""
    found: list[Sentence] = []
    for paragraph in text:
        prose = [one for one in paragraph if one.kind in _OF_FACT and _is_prose(one)]
        if found and prose and not (_LISTED.match(prose[0].raw) and found[-1].raw.rstrip().endswith(":")):
            yield found
            found = []
        found += prose
    if found:
        yield found


def _is_prose(sentence: Sentence) -> bool:
    """Tell whether it has a word, other than a heading or the head of a box has."""
    return _WORD.search(sentence.raw) is not None and not sentence.raw.lstrip().startswith(_NO_PROSE)


def behind_citation(paragraph: list[Sentence], cited: int) -> list[Sentence]:
    """Return what stands behind a citation; a list is borne out by that of the sentence that leads to it."""
    leads_to_list = paragraph[cited].raw.rstrip().endswith(":")
    return [one for one in paragraph[cited + 1 :] if not (leads_to_list and _LISTED.match(one.raw))]

"""The findings on support: what a paragraph of fact says and no citation in it bears out.

A citation bears out what stands before it in its paragraph, and a list behind a colon belongs to the paragraph that
ends in it. Read are the particulars of each allegation put forward and sections of the kind `fact`, in the language of
the case; of sections in another language those that translate none paragraph by paragraph, since such a translation is
compared with its original. What argues how a limb is met is no fact.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from probata.checks.engine.case import CheckInput
from probata.checks.engine.check import Looked, check, itself
from probata.checks.engine.finding import Finding
from probata.checks.prose.mentions import mentions_in, people_in
from probata.checks.prose.numbers import languages_of
from probata.checks.prose.sentences import Sentence, finding_in, our_paragraphs
from probata.checks.prose.texts import MarkdownText, has_as_many_paragraphs, translated_texts
from probata.checks.prose.words import any_of
from probata.checks.prose.words import languages_of as languages_with
from probata.diagnostics import Severity, say
from probata.model.allegation import Allegation
from probata.model.narrative import Narrative

_SPECIFIC = re.compile(r"\d|[“”«»\"]")
"""A number, a day or somebody's words: what a source must bear out."""
_WORD = re.compile(r"[^\W\d_]{2,}")
_LISTED = re.compile(r"\s*(?:[-*+]|\d+[.)]) ")
_NO_PROSE = ("#", ":::")
_OF_FACT = frozenset({"", "fact"})
_SHOWN = 6
"""Words by which a sentence is shown."""


@check("EVI122", Severity.WARNING, "allegations and sections", looks_at=itself)
def particulars_without_source(case: CheckInput) -> Iterator[Finding | Looked]:
    for paragraph in (one for text in _texts(case) for one in _paragraphs(text)):
        text = paragraph[0].text
        yield Looked(f"{text.kind}/{text.record_id}")
        cited = [position for position, sentence in enumerate(paragraph) if sentence.cites]
        behind = _behind(paragraph, cited[-1]) if cited else paragraph
        specific = next((one for one in behind if _SPECIFIC.search(one.raw) and not _is_of_the_case(one)), None)
        if text.kind == "allegations":
            if found := specific if cited else paragraph[0]:
                yield _finding(case, found, is_note=False, is_whole=not cited)
            elif found := next((one for one in behind if _names_somebody(case, one)), None):
                yield _finding(case, found, is_note=True, is_whole=False)
        elif specific:
            is_note = bool(cited) or _is_of_the_author(case, behind)
            yield _finding(case, specific if cited else paragraph[0], is_note=is_note, is_whole=not cited)


def _texts(case: CheckInput) -> Iterator[list[tuple[Sentence, ...]]]:
    """Give the texts that are read, each as its paragraphs."""
    paired = {
        (one.kind, one.record_id) for one in translated_texts(case.graph) if one.of and has_as_many_paragraphs(one)
    }
    for language in languages_of(case.graph):
        for text, paragraphs in groupby(our_paragraphs(case.graph, language), lambda found: found[0].text):
            if _is_read(case, text) and (text.kind, text.record_id) not in paired:
                yield list(paragraphs)


def _is_read(case: CheckInput, text: MarkdownText) -> bool:
    """Tell whether a text tells facts of ours: not what is attributed as a whole, nor a section with citations."""
    if text.loc[0] == "particulars" and text.kind == "allegations":
        allegation = case.graph.find("allegations", Allegation, text.record_id)
        return allegation is not None and allegation.pursued and allegation.status != "made_by_source"
    section = case.graph.find("narrative", Narrative, text.record_id) if text.kind == "narrative" else None
    return section is not None and not section.citations


def _paragraphs(text: list[tuple[Sentence, ...]]) -> Iterator[list[Sentence]]:
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


def _behind(paragraph: list[Sentence], cited: int) -> list[Sentence]:
    """Return what stands behind a citation; a list is borne out by that of the sentence that leads to it."""
    leads_to_list = paragraph[cited].raw.rstrip().endswith(":")
    return [one for one in paragraph[cited + 1 :] if not (leads_to_list and _LISTED.match(one.raw))]


def _is_of_the_case(sentence: Sentence) -> bool:
    """Tell whether a sentence is about consents, requests and the like, which have no source but the case."""
    language = sentence.language
    return language in languages_with("own_work") and bool(
        any_of("own_work", "of_the_case", language).search(sentence.own)
    )


def _is_of_the_author(case: CheckInput, sentences: list[Sentence]) -> bool:
    """Tell whether sentences tell what whoever prepared the case did."""
    author = case.graph.case.prepared_by
    names = [name for name in (author.organisation, author.name) if name]
    return any(name in one.raw for one in sentences for name in names)


def _names_somebody(case: CheckInput, sentence: Sentence) -> bool:
    """Tell whether a sentence names a recorded person or post, and is none on the case itself."""
    posts = (one for one in mentions_in(case.graph, sentence.own) if one.kind == "posts")
    return not _is_of_the_case(sentence) and bool([*people_in(case.graph, sentence.own), *posts])


def _finding(case: CheckInput, bare: Sentence, *, is_note: bool, is_whole: bool) -> Finding:
    words = bare.raw.split()
    shown = " ".join(words[:_SHOWN]) + (" …" if len(words) > _SHOWN else "")
    what = "the paragraph that begins" if is_whole else "behind the last citation of its paragraph,"
    return finding_in(
        case, bare, (len(bare.raw) - len(bare.raw.lstrip()), len(bare.raw.rstrip())),
        f"{what} {say.words(shown)} {'cites no source' if is_whole else 'has no source'}",
        "add the source and the place in it, such as `[@register, p. 4]`", severity=Severity.INFO if is_note else None,
    )  # fmt: skip

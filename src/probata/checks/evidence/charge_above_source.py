"""An allegation is worded more strongly than what its evidence is recorded to say.

Compares the statement of each allegation by short ladders of words, such as died, killed, murdered, with the words of
its supporting evidence: those quoted from the sources, what each item is said to show, and what is recorded as held at
the paragraph of a judgment that it cites. It finds a statement whose word stands higher than every word of the same
ladder there, and a translation of it that does so alone. Where nothing is quoted, it is a note. How the law calls the
conduct is left alone, unless the allegation is another's. Of an allegation that its source makes, and we report, the
works of that source say what is alleged and not what bears it out: they count only where nothing else has a word.

Evidence without a word of the ladder is compared with what is said to have been done to somebody's life or return
alone: killed, murdered, deported, abducted. A statement or title with such a word is found where neither what is
recorded of its evidence nor the particulars, nor the statement for a title, nor the name of a source has any word of
the ladder: as a note, and as more where the conduct is recorded and none of it is of that kind. English, French and
Spanish are read, and a source may be in another of them than the statement.

## Why it matters
Whoever opens the source finds the weaker word. An allegation attributed to a source that does not make it is the other
side's best exhibit.

## Example
```yaml
case: {title: Example}
sources: [{id: report, title: Beaten in North Prison, type: report, held: held}]
allegations:
  - id: death
    title: Death in custody
    statement: It is alleged that guards killed a prisoner in May 2022.
    evidence: [{source: report, pinpoint: {type: page, value: "4"}, quote: A prisoner died in May.}]
```

Use instead:
```yaml
case: {title: Example}
sources: [{id: report, title: Beaten in North Prison, type: report, held: held}]
allegations:
  - id: death
    title: Death in custody
    statement: It is alleged that a prisoner died in the hands of guards in May 2022.
    evidence: [{source: report, pinpoint: {type: page, value: "4"}, quote: A prisoner died in May.}]
```

## When to allow it
Where the stronger word is an inference from several items, and the particulars say from which.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput, Loc
from probata.checks.finding import Finding, Outcome
from probata.checks.support.supporting import own_items
from probata.checks.texts.cited_places import numbers_of_place
from probata.checks.texts.ladders import Height, has_any, highest_in, ladders
from probata.checks.texts.sentences import own_words
from probata.checks.texts.word_lists import LANGUAGES
from probata.diagnostics import Severity, say
from probata.model.allegation import Allegation, Evidence
from probata.model.authority import Authority
from probata.model.language import primary
from probata.model.quotation import Quotation
from probata.model.source_record import Source

_DEEDS = {
    "death": frozenset({"extrajudicial_killing"}),
    "return": frozenset({"refoulement", "abduction", "enforced_disappearance", "violation_of_sovereignty"}),
}
"""Ladders on which evidence without any word counts too, since what they tell is the worst that was done; with
the codes of the conduct that is of that kind."""
_GRAVE = 1
"""The step from which they tell of what somebody did, and not only of what befell another."""
_NONE: frozenset[int] = frozenset()
_OF_LAW = frozenset({"crime", "treatment"})
"""Ladders whose words are names that the law has for conduct: who alleges may choose them, and argues why."""


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the statements that stand higher than their evidence, each ladder by itself."""
    language = primary(case.graph.case.language)
    for allegation in case.pursued:
        of_another = allegation.made_by is not None or allegation.status == "made_by_source"
        own = frozenset(own_items(case, allegation)) if allegation.status == "made_by_source" else _NONE
        for about in (one.about for one in ladders()):
            if about not in _OF_LAW or of_another:
                heights = _heights(case, allegation, about, language, own)
                yield from _compared(case, allegation, about, *heights)
                if about in _DEEDS and not any(heights) and _has_words(case, allegation):
                    yield from _without_word(case, allegation, about, language)


def _heights(
    case: CheckInput, allegation: Allegation, about: str, language: str, own: frozenset[int]
) -> tuple[Height | None, Height | None]:
    """Return how high evidence stands by what is quoted and by what it is said to show.

    What is `own`, by whoever makes the allegation, counts only where nothing else has a word of the ladder.
    """
    found: tuple[Height | None, Height | None] = None, None
    for left_out in dict.fromkeys((own, _NONE)):
        told = (" ; ".join(words(case, allegation, left_out)) for words in (_quoted, _shown))
        quoted, shown = (_height(about, words, language) for words in told)
        found = found if any(found) else (quoted, shown)
    return found


def _has_words(case: CheckInput, allegation: Allegation) -> bool:
    return any(words.strip() for told in (_quoted, _shown) for words in told(case, allegation, _NONE))


def _without_word(case: CheckInput, allegation: Allegation, about: str, language: str) -> Iterator[Finding]:
    """Find a statement, a title or a translation of it whose word has no counterpart on its ladder anywhere."""
    if (found := _grave(case, allegation, about, language)) is None:
        return
    titles = (_title_of(case, item.source) for item in allegation.evidence if not item.against)
    if not _height(about, " ; ".join((own_words(allegation.particulars or ""), *titles)), language):
        yield _finding_without_word(case, allegation, *found, about)


def _grave(case: CheckInput, allegation: Allegation, about: str, language: str) -> tuple[Loc, Height] | None:
    """Return the first grave word of a statement, of a title where that has none, or of a translation."""
    statement = highest_in(about, own_words(allegation.statement), language)
    for loc, tag, words in _charges(case, allegation):
        charge = None if statement and loc[-1] == "title" else highest_in(about, own_words(words), tag)
        if charge and charge.step >= _GRAVE:
            return loc, charge
    return None


def _title_of(case: CheckInput, key: str) -> str:
    source = case.graph.find("sources", Source, key)
    return f"{source.title or ''} ; {source.supports or ''}" if source else ""


def _charges(case: CheckInput, allegation: Allegation) -> Iterator[tuple[Loc, str, str]]:
    yield from _statements(case, allegation)
    yield ("title",), primary(case.graph.case.language), allegation.title
    for tag, texts in allegation.translations.items():
        if "title" in texts:
            yield ("translations", tag, "title"), primary(tag), texts["title"]


def _finding_without_word(case: CheckInput, allegation: Allegation, loc: Loc, charge: Height, about: str) -> Finding:
    called = loc[-1] if len(loc) == 1 else f"{loc[-1]} in {say.words(loc[1])}"
    is_named = not allegation.conduct or bool(_DEEDS[about] & set(allegation.conduct))
    return case.finding(
        "allegations", allegation.id,
        f"the {called} says {say.words(charge.words)}, and neither what is recorded of its evidence nor the "
        "particulars tell of it",
        "open the sources: write in their words what they bear out, or record the passage that says it",
        at=loc, severity=Severity.INFO if is_named else None,
        outcome=Outcome.CANNOT_TELL if is_named else Outcome.FAILED,
    )  # fmt: skip


def _quoted(case: CheckInput, allegation: Allegation, left_out: frozenset[int]) -> Iterator[str]:
    for item in _supporting(allegation, left_out):
        yield item.quote or ""
        found = (case.graph.find("quotations", Quotation, key) for key in item.quotations)
        yield from (quotation.text for quotation in found if quotation)


def _shown(case: CheckInput, allegation: Allegation, left_out: frozenset[int]) -> Iterator[str]:
    for item in _supporting(allegation, left_out):
        yield from (item.supports or "", item.point or "")
        yield from (own_words(text) for text in _held(case, item))


def _supporting(allegation: Allegation, left_out: frozenset[int]) -> Iterator[Evidence]:
    yield from (one for place, one in enumerate(allegation.evidence) if not one.against and place not in left_out)


def _held(case: CheckInput, item: Evidence) -> Iterator[str]:
    """Give what is recorded as held at the paragraph of a judgment that an item cites, in our words."""
    authority = case.graph.find("authorities", Authority, item.source)
    if authority and item.pinpoint and item.pinpoint.type == "paragraph":
        cited = numbers_of_place(item.pinpoint.value)
        for holding in authority.holdings:
            if cited & numbers_of_place(holding.paragraph or ""):
                yield holding.text


def _height(about: str, words: str, language: str) -> Height | None:
    """Return how high evidence stands in the language of the case; where it has no word there, in another language."""
    spoken = (one for one in (language, *(other for other in LANGUAGES if other != language)) if has_any(words, one))
    return next((found for one in spoken if (found := highest_in(about, words, one))), None)


def _compared(
    case: CheckInput, allegation: Allegation, about: str, quoted: Height | None, shown: Height | None
) -> Iterator[Finding]:
    """Compare the statement, and where it stands no higher, each of its translations."""
    source = max((one for one in (quoted, shown) if one), key=lambda one: one.step, default=None)
    for loc, language, statement in _statements(case, allegation):
        charge = highest_in(about, own_words(statement), language) if source else None
        if charge and source and source.step < charge.step:
            yield _finding(case, allegation, loc, charge, source, quoted is not None)
            if len(loc) == 1:
                return


def _statements(case: CheckInput, allegation: Allegation) -> Iterator[tuple[Loc, str, str]]:
    """Give the statement and its translations, each with its field and language."""
    yield ("statement",), primary(case.graph.case.language), allegation.statement
    for tag, texts in allegation.translations.items():
        if "statement" in texts:
            yield ("translations", tag, "statement"), primary(tag), texts["statement"]


def _finding(
    case: CheckInput, allegation: Allegation, loc: Loc, charge: Height, source: Height, is_quoted: bool
) -> Finding:
    called = "statement" if len(loc) == 1 else f"statement in {say.words(loc[1])}"
    return case.finding(
        "allegations", allegation.id,
        f"the {called} says {say.words(charge.words)}, and what is recorded of its evidence no more than "
        f"{say.words(source.words)}",
        "open the sources: write their word in the statement, or record the passage that bears the stronger one out",
        at=loc, severity=None if is_quoted else Severity.INFO,
        outcome=Outcome.FAILED if is_quoted else Outcome.CANNOT_TELL,
    )  # fmt: skip


CHECK = Check("EVI138", "charge-above-source", Severity.WARNING, "allegations", run)

"""A check: what it looks at, what it finds, how much that weighs, and the function that finds it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import Any, NamedTuple

from probata.checks.engine.case import KIND_OF, CheckInput
from probata.checks.engine.finding import Finding
from probata.checks.prose.sentences import our_texts
from probata.checks.prose.texts import MarkdownText, markdown_texts, printed_lines, words_of_changes
from probata.checks.prose.words import LANGUAGES
from probata.checks.support.statements_of import statements_under
from probata.diagnostics import Severity
from probata.model.allegation import Allegation
from probata.model.dataset import Dataset
from probata.model.figure import Figure

DOCUMENTS = "documents"
ALL_DOCUMENTS = "all documents"
TEXTS = "texts"


class Looked(NamedTuple):
    """A record that a check looks at."""

    record: str
    """As `decisions.yaml` names it: `roles/r-1`."""
    why_untold: str = ""
    """Why the check cannot tell of it, where that is known before it looks: a clause without a final stop."""


class AllLooked:
    """All that a check looks at, each record once; what is not known of one by a first reason is not known."""

    __slots__ = ("untold", "why")

    def __init__(self, looked: Iterable[Any] = ()) -> None:
        """Take what is looked at in its order."""
        self.why: dict[str, str] = {}
        """By record, why it cannot be told of it; empty where it can."""
        for item in looked:
            record, why = item if isinstance(item, Looked) else (_name_of(item), "")
            if not self.why.get(record):
                self.why[record] = why
        self.untold = {record: why for record, why in self.why.items() if why}
        """Those of which it cannot be told."""

    def __iter__(self) -> Iterator[Looked]:
        """Give each record."""
        return (Looked(record, why) for record, why in self.why.items())


def _name_of(item: Any) -> str:
    """Return how `decisions.yaml` names a record, also one in which a text stands, or with more behind it."""
    if isinstance(item, tuple):
        return f"{item[0]}/{item[1]}" if isinstance(item[0], str) else _name_of(item[0])
    return f"{item.kind}/{item.record_id}" if hasattr(item, "record_id") else f"{KIND_OF[type(item)]}/{item.id}"


LooksAt = Callable[[CheckInput], Iterable[Any]]
"""Gives the records that have what a check is about; the others pass it neither nor fail it. A record may stand first
in a tuple, as what the check goes through has it; why one cannot be told of is said by a `Looked`."""


def looked_at(case: CheckInput, about: str) -> AllLooked:
    """Return what a check looks at that says no more than what it is about; nothing for a kind that does not exist."""
    return case.once(f"looked at: {about}", lambda: AllLooked(_looked_at(case, about)))


def _looked_at(case: CheckInput, about: str) -> Iterator[Looked]:
    match about:
        case "allegations":
            yield from (Looked(f"allegations/{found.id}") for found in case.pursued)
        case "case":
            yield Looked(f"case/{case.graph.name}")
        case "datasets":
            yield from tables_read(case)
        case "figures":
            yield from figures_computed(case)
        case "filings":
            yield from (Looked(f"filings/{filing.id}") for filing, _ in case.filings)
        case "texts":
            yield from texts_in(case, "en")
        case "documents":
            yield from (Looked(f"filings/{filing}") for filing in case.drafts)
        case "all documents":
            if case.drafts and all(filing.id in case.drafts for filing in case.looked_at):
                yield Looked(f"case/{case.graph.name}")
        case _:
            yield from (Looked(f"{about}/{key}") for key in case.graph.records.get(about, ()))


def records_of(*kinds: str) -> LooksAt:
    """Return what gives the records of several kinds, each as a check about that kind alone looks at it."""

    def give(case: CheckInput) -> Iterator[Looked]:
        for kind in kinds:
            yield from looked_at(case, kind)

    return give


def records_where(kind: str, applies: Callable[[Any], object]) -> LooksAt:
    """Return what gives the records of a kind of which something holds, such as roles with a post."""
    return lambda case: (found for found in case.graph.records.get(kind, {}).values() if applies(found))


def tables_read(case: CheckInput, fits: Callable[[Dataset], bool] = lambda _: True) -> Iterator[Looked]:
    """Give the datasets that fit; of one whose table could not be read nothing can be told."""
    for dataset in filter(fits, case.graph.datasets):
        yield Looked(f"datasets/{dataset.id}", "" if dataset.id in case.tables else "its table could not be read")


def figures_computed(case: CheckInput, fits: Callable[[Figure], bool] = lambda _: True) -> Iterator[Looked]:
    """Give the figures that fit; of one without a result nothing can be told."""
    for figure in filter(fits, case.graph.figures):
        yield Looked(f"figures/{figure.id}", "" if figure.id in case.figures else "it could not be computed")


def texts_in(case: CheckInput, language: str) -> tuple[Looked, ...]:
    """Return the records with a text of ours in a language."""
    return case.once(f"records with texts in {language}", lambda: records_of_texts(our_texts(case.graph, language)))


def texts_in_the_language_of_the_case(case: CheckInput) -> Iterator[Looked]:
    """Give the records with a text of ours in the language of the case."""
    yield from texts_in(case, case.graph.case.language)


def texts_in_all_languages(case: CheckInput) -> Iterator[Looked]:
    """Give the records with a text of ours in any language that has lists of words."""
    yield from (found for language in LANGUAGES for found in texts_in(case, language))


def _printed_lines(case: CheckInput) -> Iterator[Looked]:
    yield from case.once("records with printed lines", lambda: records_of_texts(iter(printed_lines(case.graph))))


def all_texts(case: CheckInput) -> Iterator[Looked]:
    """Give every record with a text, whoever wrote it and in whatever language, and the changes of one document."""
    yield from case.once("records with texts", lambda: records_of_texts(markdown_texts(case.graph)))
    yield from records_of_texts(words_of_changes(case.graph))


def records_of_texts(texts: Iterable[MarkdownText]) -> tuple[Looked, ...]:
    """Return the records in which some texts stand, each once, in their order."""
    return tuple(Looked(record) for record in dict.fromkeys(f"{text.kind}/{text.record_id}" for text in texts))


def ruled_by(name: str) -> LooksAt:
    """Return what gives the statements whose forum names a rule under `drafting`."""

    def give(case: CheckInput) -> Iterator[Looked]:
        yield from (Looked(f"statements/{ruled.statement.id}") for ruled in statements_under(case, name))

    return give


def put_to_forums(case: CheckInput) -> Iterator[Looked]:
    """Give the allegations that a filing puts forward in a forum that is known."""
    yield from (Looked(f"allegations/{allegation.id}") for allegation, _ in case.allegations_by_forum)


def with_evidence(case: CheckInput) -> Iterator[Looked]:
    """Give the allegations put forward with evidence that supports them."""
    for allegation in case.pursued:
        if any(not item.against for item in allegation.evidence):
            yield Looked(f"allegations/{allegation.id}")


def with_provisions(case: CheckInput) -> Iterator[Looked]:
    """Give the allegations put forward that name a provision."""
    yield from (Looked(f"allegations/{found.id}") for found in case.pursued if found.provisions)


def with_roles(case: CheckInput) -> Iterator[Looked]:
    """Give the allegations put forward that rest on a role."""
    yield from (Looked(f"allegations/{found.id}") for found in case.pursued if found.roles)


def together(*several: LooksAt) -> LooksAt:
    """Return what gives all that several give."""
    return lambda case: chain.from_iterable(looks_at(case) for looks_at in several)


figures_and_tables = records_of("figures", "datasets")
roles_and_allegations = together(records_of("roles"), with_roles)
printed_texts = together(records_of(TEXTS), _printed_lines)
"""The records with a text of ours or with a line that documents print, in whatever language."""
printed_in_all_languages = together(texts_in_all_languages, printed_texts)
compared_texts = together(printed_in_all_languages, records_of("statements"))


def itself(_: CheckInput) -> Iterator[Looked]:
    """Stand for a check that says by itself what it looks at: it gives each `Looked` as it comes to it."""
    yield from ()


# A check: what is found, how much it weighs, and the function that finds it.

Run = Callable[[CheckInput], Iterator[Finding | Looked]]
"""Gives a finding for each record that fails or cannot be told; what it looks at where that is for `itself` to say."""

UnfitItems = Callable[[CheckInput, Allegation], Iterator[int]]
"""Gives the places in the evidence of an allegation that a check finds unfit to support it, from 0."""


BY_RULE = "must fix where the rule of the forum was read at its source"
"""When the finding of a check weighs more that a rule of a forum asks for."""


@dataclass(frozen=True, slots=True)
class Check:
    """A check. `check` makes one of a function; its page stands in the Markdown beside the file of that function."""

    code: str
    """Three letters of the family and three digits: the first is 1 for a check of records, 2 for one of documents."""

    name: str
    """What is found, as words joined by hyphens; reads well after "allow"."""

    severity: Severity
    """How much its findings weigh where they say nothing else."""

    about: str
    """What it looks at, as a plural. Kind of records by the name of their file; or `filings` or `case`; or `texts`, the
    records with a text of our own; or `documents`, which are the filings as composed, one by one; or `all documents`,
    those of a case together. Other words need `looks_at`."""

    run: Run

    raised: str = ""
    """When its findings weigh more than that, as its page says it: `must fix where …`; empty where they never do,
    unless a forum or the case sets another level."""

    unfit_items: UnfitItems | None = None
    """Which items of evidence do not count while this check finds something in them; `None` where it looks at none."""

    unfit_because: str = ""
    """Why such an item does not count, as said of the item and not of the allegation; wherever there are
    `unfit_items`."""

    unfit_records: bool = False
    """Whether a record in which this check finds something that should be fixed supports nothing until it is."""

    unsettles: tuple[str, ...] = ()
    """Elements of which no support counts in an allegation in which this check finds something; where the finding is
    `in_part`, their support is weak."""

    of_form: bool = False
    """Whether what it finds in a filing or the case is the form of a filing: a note in a case that is never filed."""

    tells_gaps: bool = False
    """Whether what it finds can be a gap of a draft, told on its first page; others find none.
    Its subject stands in `OF_GAPS`."""

    counted: str = ""
    """What its answer counts, as a plural, where that is not what it is about: `decisions`."""

    rests_on: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    """Fields by kind of record, `allegations`: all those by which it tells whether it finds something in such a record,
    and `citations` where what they say is cited there, so that a decision on it stands while no other field of the
    record changes. `pursued` and a title need no name. On a record of another kind a decision rests as a whole: leave
    out a kind where the finding is that nothing is said of something, since all else that is said is weighed then."""

    looks_at: LooksAt | None = None
    """The records that it looks at, where these are not all that it is about; `itself` where it gives them."""

    @property
    def level(self) -> str:
        """How much its findings weigh, in words, with when they weigh more."""
        return f"{self.severity.label}; {self.raised}" if self.raised else self.severity.label

    def looked(self, case: CheckInput) -> AllLooked:
        """Return what it looks at in a case, worked out once for all checks that look at the same."""
        looks_at = self.looks_at
        if looks_at is itself:
            name = f"looked at by {self.name}"
            return case.once(name, lambda: AllLooked(one for one in self._given(case) if isinstance(one, Looked)))
        return case.once(looks_at, lambda: AllLooked(looks_at(case))) if looks_at else looked_at(case, self.about)

    @property
    def may_refuse(self) -> bool:
        """Whether nothing may go out for what it finds, unless a forum or the case sets another level."""
        return self.severity is Severity.ERROR or bool(self.raised) or self.tells_gaps

    @property
    def speaks_of_support(self) -> bool:
        """Whether its findings say that a record or an element is without support, so that the proof asks for them."""
        return self.unfit_records or bool(self.unsettles)

    def find(self, case: CheckInput) -> Iterable[Finding]:
        """Return what it finds in a case, worked out once where the proof asks for it too."""
        keeps = self.speaks_of_support or self.looks_at is itself
        return (one for one in (self._given(case) if keeps else self.run(case)) if isinstance(one, Finding))

    def _given(self, case: CheckInput) -> tuple[Finding | Looked, ...]:
        return case.once(f"given by {self.name}", lambda: tuple(self.run(case)))


def check(
    code: str, severity: Severity, about: str, looks_at: LooksAt | None = None, **more: Any
) -> Callable[[Run], Check]:
    """Make a function a check that is named after it: `seat_held_twice_at_once` finds `seat-held-twice-at-once`."""
    return lambda run: Check(code, run.__name__.replace("_", "-"), severity, about, run, looks_at=looks_at, **more)

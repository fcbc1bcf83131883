"""Where the records of a case have somebody speak against what is alleged."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from probata.checks.check_input import CheckInput
from probata.checks.texts.word_lists import LANGUAGES, any_of, languages_of
from probata.model.allegation import Allegation
from probata.model.event import Event
from probata.model.language import primary

SECTION = "contrary-evidence"


@dataclass(frozen=True, slots=True)
class Denial:
    """Something recorded against an allegation, or against the case as a whole."""

    allegation: str | None
    """The allegation that it is against; `None` for the case."""
    record: tuple[str, str]
    """Kind and id of the record that has it."""
    told: str
    """How a finding tells it."""


def denials_recorded(case: CheckInput) -> tuple[Denial, ...]:
    """Return what is recorded against the allegations put forward, and in the section on contrary evidence."""
    found = (*(one for allegation in case.pursued for one in _of_allegation(case, allegation)), *_of_sections(case))
    return tuple(found)


def _of_allegation(case: CheckInput, allegation: Allegation) -> Iterator[Denial]:
    record = ("allegations", allegation.id)
    for item in allegation.evidence:
        if item.against:
            yield Denial(
                allegation.id, record, f"`{item.source}` is recorded against allegation `{allegation.id}`"
            )  # fmt: skip
    if _denies(case, allegation.answer.answer):
        yield Denial(allegation.id, record, f"the answer recorded in allegation `{allegation.id}` denies it")
    for key in allegation.events:
        event = case.graph.find("events", Event, key)
        if event and _denies(case, event.attribution):
            yield Denial(allegation.id, ("events", key), f"`attribution` of event `{key}` tells a denial")


def _of_sections(case: CheckInput) -> Iterator[Denial]:
    for section in case.graph.narrative:
        if (section.place or section.id) == SECTION and _denies(case, section.text, section.language):
            yield Denial(None, ("narrative", section.id), f"section `{section.id}` on contrary evidence tells a denial")


def _denies(case: CheckInput, text: str | None, language: str | None = None) -> bool:
    spoken = primary(language or case.graph.case.language)
    spoken = spoken if spoken in languages_of("disputes") else LANGUAGES[0]
    return bool(text) and any_of("disputes", "denies", spoken).search(text or "") is not None

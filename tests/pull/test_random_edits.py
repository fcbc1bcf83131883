"""Whatever is changed in a Word file is taken, kept or named, and the next document says what the edited one says."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from tests.answers import KEPT
from tests.pull.pulling import read
from tests.pull.random_edits import Chance, RandomEdits

from probata.cli.pull_carried_out import points_of
from probata.cli.pull_writing import Decided, kept_records, new_records, words_taken
from probata.cli.pulled_document import Edited, Pulled
from probata.document.printed import printed_lines
from probata.edits.change_case import changed_files
from probata.graph import CaseGraph
from probata.model.typed_dates import as_recorded
from probata.output.together import write_together
from probata.pipeline import Made as Finished
from probata.pipeline import Session, Workspace, finish, open_case, open_workspace, plan, prepare
from probata.pull.change import Change
from probata.pull.find_changes import Made, find_changes
from probata.pull.note_changes import new_notes
from probata.pull.offers import Offer, offers_of
from probata.pull.still import counterparts, harmed_beside, of_words, still_different
from probata.pull.stream import END_OF_LINE
from probata.pull.take import Taker
from probata.word import open_word
from probata.word.comments import read_comments
from probata.word.piece import MARK
from probata.word.word_text import WordText

TEMPLATES = Path(__file__).parents[2] / "templates"
FORUMS = ("un-sp", "uk-ghr", "eu-ghrsr", "us-glomag", "support-statement")
DOCUMENTS = 10
"""Of each forum; fifty in all."""
EDITS = 3
OWN_WORDS = r"[\w ]{4,30}"
"""A date as it is printed."""


@cache
def workspace() -> Workspace:
    return replace(open_workspace(TEMPLATES), store=KEPT)


def made(case: Path) -> tuple[Session, Made, Finished]:
    session = open_case(case, case.name, workspace())
    (filing, *_) = plan(session, workspace())
    prepared = prepare(session, workspace(), filing, False)
    assert prepared.document is not None
    file = finish(prepared, "docx")
    return session, Made(read(file.data, file.names), tuple(printed_lines(prepared.document))), file


@cache
def example(forum: str) -> tuple[Session, Made, Finished]:
    return made(TEMPLATES / forum / "example.yaml")


@pytest.mark.parametrize("forum", FORUMS)  # half a minute together: for several workers
def test_no_edit_is_lost(forum: str, tmp_path: Path) -> None:
    for number in range(DOCUMENTS):
        chance = Chance(f"{forum} {number}")
        edits = RandomEdits(example(forum)[2].data, chance)
        kinds = [kind for _ in range(EDITS) if (kind := edits.edit())]
        folder = tmp_path / str(number)
        folder.mkdir()
        assert lost(forum, edits.word.save(), folder) == [], f"{forum} {number}: {', '.join(kinds)}"


def lost(forum: str, data: bytes, folder: Path) -> list[str]:
    """Return what was taken or kept and is not so in the next document, and what is not even named."""
    session, base, file = example(forum)
    graph = session.graph
    assert graph is not None
    edited = read(data, file.names)
    offers = _offers(graph, base, edited, session)
    unnamed = [_shown(one.change) for one in offers if not (one.taken or one.why)]
    shutil.copy(TEMPLATES / forum / "example.yaml", folder / "small.yaml")
    case = folder / "small.yaml"
    choices: dict[int, str] = {}
    for one in offers:  # of two that contradict each other `pull` takes one
        is_taken = any(choices.get(other) == "take" for other in one.contradicts)
        choices[one.number] = "take" if one.taken and not is_taken else "keep" if one.kept else "drop"
    decided = Decided(choices, "A Signatory")  # type: ignore[arg-type]
    read_again, now = open_case(case, case.name, workspace()), base
    if taken := words_taken(decided.of("take", offers)):
        _write(read_again, taken)
        read_again, now, _ = made(case)
    kept = counterparts([one.change for one in decided.of("keep", offers)], still_different(now, edited))
    assert read_again.graph is not None
    (filing, *_) = plan(read_again, workspace())
    word = open_word(data)
    held = Edited(folder / "x.docx", word, edited, tuple(read_comments(word)), "accepted", data)
    found = Pulled(held, filing, now, tuple(offers), new_notes(base.text, edited))
    records = kept_records(kept, found, now, read_again.graph, "A Signatory")
    after = now
    if records:
        _write(read_again, new_records("changes", records))
        _, after, _ = made(case)
    different = still_different(after, edited)
    taken_ones, kept_ones = ([one.change for one in decided.of(choice, offers)] for choice in ("take", "keep"))
    left = counterparts([*taken_ones, *kept_ones], different)
    as_taken = counterparts(taken_ones, different)
    # Without a mark other notes are written anew: what refers to it, and where a work is cited first.
    gone = any(one.change.base.text.count(MARK) > one.change.after.text.count(MARK) for one in offers)
    # What is kept in words keeps no look; `pull` says so.
    # A date is printed in our own words, and a single entry runs on in the sentence above.
    taken_texts = [one.taken for one in decided.of("take", offers) if one.taken]
    dates = [one.value for one in taken_texts if "date" in str(one.text.loc[-1])]
    words = [
        one
        for one in left
        if one.base.text != one.after.text.replace(f":{END_OF_LINE}", ": ") and not (gone and one.note)
        if len({*map(as_recorded, _sides(one))}) > 1 and not any(_differs_by_date(one, date) for date in dates)
    ]
    # What is taken keeps its addresses, and stays a heading or an entry of a list.
    beside = [one for one in as_taken if one not in words and _has_other_form(one)]
    harmed = of_words(harmed_beside(taken_ones, edited, base, after, different))
    return [*unnamed, *map(_shown, [*words, *beside, *harmed]), *_lost_comments(found, read_again.graph)]


def _sides(change: Change) -> tuple[str, str]:
    return change.base.text, change.after.text


def _differs_by_date(change: Change, typed: str) -> bool:
    """Tell whether nothing but a date within a sentence is printed otherwise than it was `typed`."""
    before, found, behind = change.after.text.partition(typed)
    pattern = re.escape(before.rstrip()) + OWN_WORDS + re.escape(behind.lstrip())
    return bool(found and re.fullmatch(pattern, change.base.text))


def _has_other_form(change: Change) -> bool:
    held = [(edit, change.base.part(edit.start, edit.end)) for edit in change.edits]
    return any((edit.new.links or one.links, edit.new.forms) != ((), one.forms) for edit, one in held)


def _lost_comments(found: Pulled, graph: CaseGraph) -> list[str]:
    said = Counter(one["text"] for one in points_of(found, graph).new)
    return [one.text for one in found.edited.comments if not said[one.text] or not one.words]


def _offers(graph: CaseGraph, base: Made, edited: WordText, session: Session) -> list[Offer]:
    (filing, *_) = plan(session, workspace())
    taker = Taker(graph, base, filing.id, "en-GB")
    notes = new_notes(base.text, edited)
    return list(offers_of(find_changes(base.text, edited, base), taker, notes, "its template"))


def _write(session: Session, changes: list) -> None:  # type: ignore[type-arg]
    assert session.graph is not None
    write_together(changed_files(session.graph, changes))


def _shown(change: Change) -> str:
    return f"{change.kind} {change.owner} {change.origin}: {change.base.text!r} -> {change.after.text!r}"

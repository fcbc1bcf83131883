"""Whatever is changed in a Word file at random is taken, kept or named, and the next document says it."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import groupby
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from tests.answers import KEPT
from tests.pull.pulling import read
from tests.pull.random_edits import Chance, RandomEdits

from probata.document.printed import printed_lines
from probata.edits.change import NewRecords
from probata.edits.change_case import changed_files
from probata.graph import CaseGraph
from probata.model.typed_dates import as_recorded
from probata.output.together import write_together
from probata.pipeline import Made as Finished
from probata.pipeline import Session, Workspace, finish, open_case, open_workspace, plan, prepare
from probata.pull.change import Change
from probata.pull.edits import edits_between
from probata.pull.find_changes import Made, find_changes
from probata.pull.new_words import CannotWriteError
from probata.pull.note_changes import new_notes
from probata.pull.offers import Offer, offers_of
from probata.pull.source_words import Printed, lay
from probata.pull.still import counterparts, harmed_next_to, of_words, still_different
from probata.pull.stream import END_OF_LINE, Stream, stream_of
from probata.pull.take import Taker
from probata.pull.typed_signs import prints_no_sign_more
from probata.pull.written_edits import written_edits
from probata.returned.decided import Decided, kept_records, points_of, words_taken
from probata.returned.edited_file import Edited, Pulled
from probata.source.change_yaml import Edit, edited
from probata.word import open_word
from probata.word.comments import read_comments
from probata.word.piece import MARK, Piece
from probata.word.word_text import Line, WordText

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
    records = kept_records(kept, found, now, read_again.graph, "A Signatory", "2026-11-02")
    after = now
    if records:
        _write(read_again, [NewRecords("changes", records)])
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
    harmed = of_words(harmed_next_to(taken_ones, edited, base, after, different))
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
    said = Counter(one["text"] for one in points_of(found, graph, "2026-11-02").new)
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


Char = tuple[str, bool, bool]
"""A character, whether it is bold, and whether it is in italics."""

WRITTEN = ("alpha", "beta", "gamma")
"""Few, so that most stand in a text more than once."""
NEW = ("delta", "x_y", "a*b", "2015.", "(so)", "“q”", "[z]", "`c`", "&", "naïve", "五", "e.g.", "!")
LOOKS = ((False, False), (True, False), (False, True), (True, True))
TEXTS = 400


def test_what_is_written_prints_what_was_edited() -> None:
    taken = 0
    for number in range(TEXTS):
        chance = Chance(f"emphasis {number}")
        written = text(chance)
        before = printed(written)
        after = change(before, chance)
        if said(after) and (made := made_of(written, before, after)) is not None:
            assert said(printed(made)) == said(after), (number, written, made)
            taken += 1
    assert taken > TEXTS / 3


def made_of(written: str, before: Sequence[Char], after: Sequence[Char]) -> str | None:
    """Return how a text is written after a change of its print; `None` where that is refused."""
    base = stream(before)
    laid = lay(Printed(base.text, lambda _: True), written, is_markdown=True)
    edits = edits_between(base, stream(after))
    try:
        found = written_edits(laid, edits, base, {}, {}, "markdown")
    except CannotWriteError:
        return None
    made = edited(written, [Edit(one.start, one.end, one.new) for one in found])
    held = [base.text[edit.start : edit.end] for edit in edits]
    return made if prints_no_sign_more(written, made, held, edits) else None


def text(chance: Chance) -> str:
    """Return words of which some are emphasised."""
    parts = []
    for _ in range(1 + chance.randrange(5)):
        sign = chance.choice(("", "", "*", "**", "***", "_", "__"))
        words = " ".join(chance.choice(WRITTEN) for _ in range(1 + chance.randrange(3)))
        parts.append(f"{sign}{words}{sign}")
    return chance.choice((" ", ", ")).join(parts)


def printed(written: str) -> list[Char]:
    """Return what a reader of Markdown that is not ours makes of a paragraph."""
    found: list[Char] = []
    bold = italic = 0
    for token in (child for block in MarkdownIt("commonmark").parse(written) for child in block.children or ()):
        bold += token.nesting * (token.tag == "strong")
        italic += token.nesting * (token.tag == "em")
        found += [(char, bool(bold), bool(italic)) for char in token.content]
    return found


def change(chars: Sequence[Char], chance: Chance) -> list[Char]:
    """Return the characters after words came, went, were replaced or had another look, once or twice."""
    found = list(chars)
    for _ in range(1 + chance.randrange(2)):
        start = chance.randrange(len(found) + 1)
        end = min(len(found), start + chance.randrange(12))
        if chance.randrange(3):  # as most do, with whole words
            start = next((n for n in range(start, 0, -1) if found[n - 1][0] == " "), 0)
            end = next((n for n in range(end, len(found)) if found[n][0] == " "), len(found))
        look = chance.choice((*LOOKS, found[start][1:] if start < len(found) else LOOKS[0]))
        words = " ".join(chance.choice(NEW) for _ in range(1 + chance.randrange(2)))
        kind = chance.choice(("add", "take out", "replace", "look"))
        new = [(char, *look) for char in words + " " * (kind == "add")]
        if kind in ("take out", "look"):
            new = [(char, *look) for char, *_ in found[start:end]] if kind == "look" else []
        found[start : start if kind == "add" else end] = new
    return found


def stream(chars: Sequence[Char]) -> Stream:
    runs = ((look, "".join(char for char, *_ in run)) for look, run in groupby(chars, key=lambda char: char[1:]))
    return stream_of([Line(tuple(Piece(words, bold=bold, italic=italic) for (bold, italic), words in runs))])


def said(chars: Sequence[Char]) -> list[tuple[object, ...]]:
    """Return what is seen: of a space neither its look nor its length, and none at the ends."""

    def seen() -> Iterator[tuple[object, ...]]:
        for is_space, run in groupby(chars, key=lambda char: char[0].isspace()):
            yield from [(" ",)] if is_space else run

    found = list(seen())
    return found[found[:1] == [(" ",)] : len(found) - (found[-1:] == [(" ",)])]

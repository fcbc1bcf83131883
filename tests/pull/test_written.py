"""A change in Word becomes the same change of the text as it is written: emphasis, links, lists and marks."""

from __future__ import annotations

import time

import pytest
from tests.each import each

from probata.pull.change import Change
from probata.pull.dates import _BEHIND
from probata.pull.edits import Edit as PrintEdit
from probata.pull.edits import edits_between
from probata.pull.find_changes import is_typed_straight
from probata.pull.line_signs import signs_of_lines, with_numbers_in_order
from probata.pull.new_words import CannotWriteError
from probata.pull.source_words import IN_NOTES, Printed, lay, words_in
from probata.pull.source_words import WRITTEN as WRITTEN_LONG
from probata.pull.stream import Stream, stream_of
from probata.pull.written_edits import written_edits
from probata.source.change_yaml import Edit, edited
from probata.word.piece import MARK, Piece
from probata.word.word_text import Line

TEXT = "First.\n\n*Name.* The rest.\n\nLast *word of it* here, **end**."
Runs = tuple[str, ...]
FIRST: Runs = ("First.",)
NAME: Runs = ("/Name.", " The rest.")
LAST: Runs = ("Last ", "/word of it", " here, ", "!end", ".")


def stream(*lines: Runs) -> Stream:
    """Return lines of runs: one that begins with `/` is in italics, with `!` in bold."""
    return stream_of(
        [
            Line(tuple(Piece(run.strip("/!"), italic=run[0] == "/", bold=run[0] == "!") for run in runs))
            for runs in lines
        ]
    )


def written(*lines: Runs) -> str:
    """Return how the text is written when print has other lines."""
    base = stream(FIRST, NAME, LAST)
    laid = lay(Printed(base.text, lambda _: True), TEXT, is_markdown=True)
    found = written_edits(laid, edits_between(base, stream(*lines)), base, {}, {}, "markdown")
    return edited(TEXT, [Edit(one.start, one.end, one.new) for one in found])


@each(
    ("lines", "old", "new"),
    [
        ((FIRST, ("Added.",), NAME, LAST), "*Name.*", "Added.\n\n*Name.*"),
        ((FIRST, ("/Added.",), NAME, LAST), "*Name.*", "*Added.*\n\n*Name.*"),
        ((FIRST, ("Old ", *NAME), LAST), "*Name.*", "Old *Name.*"),
        ((FIRST, ("/Old Name.", " The rest."), LAST), "*Name.*", "*Old Name.*"),
        ((FIRST, ("/Name.", " Quick. The rest."), LAST), "*Name.*", "*Name.* Quick."),
        ((FIRST, ("/Name. Quick.", " The rest."), LAST), "*Name.*", "*Name. Quick.*"),
        ((FIRST, NAME, ("Last ", "/word or it", *LAST[2:])), "word of it", "word or it"),
        ((FIRST, NAME, ("Last ", "/other of it", *LAST[2:])), "word of it", "other of it"),
        ((FIRST, NAME, ("Last ", "/word more of it", *LAST[2:])), "word of it", "word more of it"),
        ((FIRST, NAME, ("Last ", "/other", *LAST[2:])), "word of it", "other"),
        ((FIRST, NAME, ("Last other", *LAST[2:])), "*word of it*", "other"),
        ((FIRST, NAME, ("Last ", "!other", *LAST[2:])), "*word of it*", "**other**"),
        ((FIRST, NAME, (*LAST[:3], "!last", ".")), "end", "last"),
        ((FIRST, NAME, (*LAST[:3], "!end", " more.")), "**end**", "**end** more"),
        ((FIRST, NAME, ("Last ", "/word of ", *LAST[2:])), "*word of it*", "*word of* "),
        ((FIRST, NAME, ("Last ", "/word ", *LAST[2:])), "*word of it*", "*word* "),
        ((FIRST, NAME, ("Last ", "/of it", *LAST[2:])), "word of it", "of it"),
        ((FIRST, NAME, ("Last here, ", "!end", ".")), "*word of it* ", ""),
        ((FIRST, LAST), "*Name.* The rest.\n\n", ""),
        ((NAME, LAST), "First.\n\n", ""),
        ((FIRST, NAME), "\n\nLast *word of it* here, **end**.", ""),
    ],
)
def test_words_have_the_look_that_they_were_given(lines: tuple[Runs, ...], old: str, new: str) -> None:
    assert written(*lines) == TEXT.replace(old, new)


def test_words_of_another_look_between_two_signs_are_not_written() -> None:
    with pytest.raises(CannotWriteError):
        written(FIRST, NAME, ("Last ", "/word ", "plain", "/ it", *LAST[2:]))


@each(("number", "becomes"), [(0, "was kept *at* the camp. He was held at the camp"),
                                                 (1, "was held *at* the camp. He was kept at the camp")])  # fmt: skip
def test_of_two_sentences_alike_the_one_is_changed_that_was_edited(number: int, becomes: str) -> None:
    text = "He was held *at* the camp. He was held at the camp."
    runs = [["He was held ", "/at", " the camp. He was held at the camp."] for _ in range(2)]
    runs[1][2 * number] = runs[1][2 * number].replace("held", "kept")
    base, new = (stream(tuple(one)) for one in runs)
    laid = lay(Printed(base.text, lambda _: True), text, is_markdown=True)
    found = written_edits(laid, edits_between(base, new), base, {}, {}, "markdown")
    assert edited(text, [Edit(one.start, one.end, one.new) for one in found]) == f"He {becomes}."


def test_two_changes_that_meet_in_one_place_are_not_written() -> None:
    laid = lay(Printed("beta, beta zeta", lambda _: True), "beta, _beta zeta_", is_markdown=True)
    base = stream(("beta, ", "/beta zeta"))
    edits = [PrintEdit(6, 10, base.part(0, 0)), PrintEdit(11, 15, base.part(0, 0))]
    with pytest.raises(CannotWriteError):
        written_edits(laid, edits, base, {}, {}, "markdown")


DEMANDS = "They made demands:\n\n1. First: dry cells.\n2. Second: a doctor.\n\nNobody answered."
ENTRY = "paragraph 2"
FIRST_ENTRIES, SECOND = ("First: dry cells.", ENTRY), ("Second: a doctor.", ENTRY)


def stream_entries(*entries: tuple[str, str]) -> Stream:
    """Return the demands as print has them; the form of an entry is that of its paragraph."""
    lines = (("They made demands:", ""), *entries, ("Nobody answered.", ""))
    return stream_of([Line((Piece(words),), form=form) for words, form in lines])


def written_entries(*entries: tuple[str, str]) -> str:
    """Return how the demands are written when print has other entries."""
    base = stream_entries(FIRST_ENTRIES, SECOND)
    laid = lay(Printed(base.text, lambda _: True), DEMANDS, is_markdown=True)
    found = written_edits(laid, edits_between(base, stream_entries(*entries)), base, {}, {}, "markdown")
    return edited(DEMANDS, [Edit(one.start, one.end, one.new) for one in found])


def test_a_new_entry_stands_between_two_that_end_with_stops() -> None:
    now = written_entries(FIRST_ENTRIES, ("Middle: letters.", ENTRY), SECOND)
    assert now == DEMANDS.replace("\n2. Second", "\n2. Middle: letters.\n2. Second")


@each(
    ("text", "signs"),
    [
        ("1. a\n2. b", ["1.", "2."]),
        ("- a\n- b\n\n3) c", ["-", "-", "3)"]),
        ("## A heading\n{kind=context}\nWords", ["## ", "{kind=context}"]),
        ("on page\n7. The next", []),
        ("words\n- an entry", ["-"]),
        ("a - b and 2. c", []),
        ("1. held in\n   2015. freed\n2. b", ["1.", "2."]),
        ("1. a\n\n   more\n2. b", ["1.", "2."]),
        ("1. a\n\nmore\n2. b", ["1."]),
        ("1. a\n   - b\n   - c\n   2) d\n2. e", ["1.", "   -", "   -", "   2)", "2."]),
        ("-\ta\n\t2. b", ["-"]),
        ("", []),
    ],
)
def test_what_stands_before_the_words_of_a_line_is_found(text: str, signs: list[str]) -> None:
    assert [text[start:end] for start, end in signs_of_lines(text)] == signs


@each(
    ("text", "words", "left"),
    [
        ("1. a\n2. b\n\nc", "a", "2. b\n\nc"),
        ("1. a\n2. b\n3. d\n\nc", "b", "1. a\n3. d\n\nc"),
        ("1. a\n2. b\n\nc", "b", "1. a\n\nc"),
        ("- a\n- b", "b", "- a"),
        ("a\n\n> b\n\nc", "b", "a\n\nc"),
        ("a\n\n> b\n\n1. c\n2. d", "b", "a\n\n1. c\n2. d"),
        ("a\n\n## b\n\nc", "b", "a\n\nc"),
        ("a\n\n- > b\n\nc", "b", "a\n\nc"),
        ("a\n\n{kind=context}\nb\n\nc", "b", "a\n\nc"),
        ("a\n\nb\n\nc", "a", "b\n\nc"),
    ],
)
def test_with_a_line_go_its_signs_and_its_neighbours_stay_apart(text: str, words: str, left: str) -> None:
    shown = text.replace("{kind=context}", " " * 14)
    printed = sorted((one for one in "abcd" if one in shown), key=shown.index)
    base = stream_of([Line((Piece(one),)) for one in printed])
    place = base.text.index(words)
    laid = lay(Printed(base.text, lambda _: True), text, is_markdown=True)
    (found,) = written_edits(laid, [PrintEdit(place, place + 1, base.part(0, 0))], base, {}, {}, "markdown")
    assert edited(text, [Edit(found.start, found.end, found.new)]) == left


TWO = "1. a\n2. b\n\nWords.\n\n1. d\n"


@each(
    ("text", "old", "new", "becomes"),
    [
        (TWO, "1. a", "1. a\n1. x\n1. y", "1. a\n2. x\n3. y\n4. b\n\nWords.\n\n1. d\n"),
        ("1. a\n2. b\n3. c", "1. a\n", "", "1. b\n2. c"),
        (TWO, "1. d", "1. d\n2. e", "1. a\n2. b\n\nWords.\n\n1. d\n2. e\n"),
        (TWO, "Words.", "Other words.", TWO.replace("Words", "Other words")),
        ("Words.", "Words.", "Words.\n\n1. a\n1. b", "Words.\n\n1. a\n2. b"),
        ("1. a\n1. b", "1. b", "1. b\n1. c", "1. a\n1. b\n1. c"),
        ("1) a\n\n   more\n\n2) b", "1) a", "1) a\n1) x", "1) a\n2) x\n\n   more\n\n3) b"),
        ("Held in\n2015. Freed in\n2016. Left.", "2015", "2014", "Held in\n2014. Freed in\n2016. Left."),
        ("1. in\n   2015. a\n2. b\n3. c", "2. b\n", "", "1. in\n   2015. a\n2. c"),
    ],
)
def test_entries_are_counted_on_and_what_is_no_number_of_an_entry_stays(
    text: str, old: str, new: str, becomes: str
) -> None:
    place = text.index(old)
    assert edited(text, with_numbers_in_order(text, [Edit(place, place + len(old), new)])) == becomes


HERE, THERE = "https://a.example/x", "https://b.example/y"
WRITTEN = f"See *all* of [the long report]({HERE}) and write."
LINKED = (("See all of ", ""), ("the long report", HERE), (" and write.", ""))


def stream_links(*parts: tuple[str, str]) -> Stream:
    """Return a line of words with where they lead; the word `all` is in italics."""
    pieces = [Piece(text, link=link) for text, link in parts]
    first = [Piece("See "), Piece("all", italic=True), Piece(" of ")]
    return stream_of([Line((*first, *pieces[1:]) if parts[0][0] == "See all of " else tuple(pieces))])


def becomes(written: str, base: Stream, new: Stream) -> str:
    laid = lay(Printed(base.text, lambda _: True), written, is_markdown=True)
    found = written_edits(laid, edits_between(base, new), base, {}, {}, "markdown")
    return edited(written, [Edit(one.start, one.end, one.new) for one in found])


@each(
    ("after", "written"),
    [
        ((("the long report", THERE), (" and write.", "")), f"[the long report]({THERE}) and write."),
        ((("the short report", HERE), (" and write.", "")), f"[the short report]({HERE}) and write."),
        ((("the long report", ""), (" and write.", "")), "the long report and write."),
        ((("the long report today", HERE), (" and write.", "")), f"[the long report today]({HERE}) and write."),
        ((("the long report", HERE), (" today and write.", "")), f"[the long report]({HERE}) today and write."),
        ((("the report", HERE), (" and write.", "")), f"[the report]({HERE}) and write."),
        ((("and write.", ""),), "and write."),
        ((("the long report", HERE), (" and ", ""), ("write", THERE), (".", "")),
         f"[the long report]({HERE}) and [write]({THERE})."),
    ],
)  # fmt: skip
def test_a_link_is_changed_as_it_was_in_word(after: tuple[tuple[str, str], ...], written: str) -> None:
    found = becomes(WRITTEN, stream_links(*LINKED), stream_links(LINKED[0], *after))
    assert found == f"See *all* of {written}"


def test_half_of_a_link_that_leads_elsewhere_is_not_written() -> None:
    new = stream_links(LINKED[0], ("the long ", HERE), ("report", THERE), LINKED[2])
    with pytest.raises(CannotWriteError):
        becomes(WRITTEN, stream_links(*LINKED), new)


@each("address", ["file:///C:/x.docx", "javascript:alert(1)", "report.docx", "\\\\server\\x"])
def test_a_link_to_anything_but_web_and_mail_is_not_written(address: str) -> None:
    with pytest.raises(CannotWriteError):
        becomes(
            "See the report.",
            stream_links(("See the report.", "")),
            stream_links(("See ", ""), ("the report", address), (".", "")),
        )


def test_no_address_breaks_out_of_its_link() -> None:
    odd = "https://a.example/x) [y](https://evil.example/ <b>\\"
    found = becomes("See it.", stream_links(("See it.", "")), stream_links(("See ", ""), ("it", odd), (".", "")))
    assert found == "See [it](https://a.example/x%29%20[y]%28https://evil.example/%20%3Cb%3E%5C)."


@each(
    ("printed", "typed", "is_none"),
    [
        ("the “order” of May", 'the "order" of May', True),
        ("the minister’s order", "the minister's order", True),
        ("the «\u00a0order\u00a0» of May", 'the "order" of May', True),
        ('the "order" of May', "the “order” of May", False),
        ("the “order“ of May", "the “order” of May", False),
        ("the “order” of May", "the ‘order’ of May", False),
        ("the “order” of May", "the order of May", False),
        ("the order of May", "the  order of May", False),
        ("the “order” of May", 'the "orders" of May', False),
    ],
)
def test_round_marks_made_straight_are_no_change(printed: str, typed: str, is_none: bool) -> None:
    base, edited = (stream_of([Line((Piece(text),))]) for text in (printed, typed))
    change = Change("words", "", base, edited, tuple(edits_between(base, edited)), "record")
    assert is_typed_straight(change) is is_none


def test_straight_marks_in_bold_are_a_change() -> None:
    base, edited = (
        stream_of([Line((Piece(text, bold=bold),))]) for text, bold in (("“order”", False), ('"order"', True))
    )
    change = Change("words", "", base, edited, tuple(edits_between(base, edited)), "record")
    assert not is_typed_straight(change)


LONGEST, SECONDS = 100_000, 2.0


@each("signs", ["{", "{{ a ", "^[", "[^a", "[@", "@", "[a"])
def test_signs_that_begin_a_thing_and_never_end_it_are_read_in_no_time(signs: str) -> None:
    text = "[" + signs * (LONGEST // len(signs))
    start = time.process_time()
    assert all(word.key != MARK for form in (IN_NOTES, WRITTEN_LONG) for word in words_in(text, form))
    assert time.process_time() - start < SECONDS


@each("signs", [" ", "( ", "() ", "("])
def test_what_stands_behind_a_date_is_looked_for_in_no_time(signs: str) -> None:
    start = time.process_time()
    assert _BEHIND.sub("", "2014 (as of 2015)" + signs * (LONGEST // len(signs)) + "x").endswith("x")
    assert _BEHIND.sub("", "2014  (as of 2015) ") == "2014"
    assert time.process_time() - start < SECONDS

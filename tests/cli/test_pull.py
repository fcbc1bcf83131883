"""`probata pull`: what was changed in a Word file comes back, and the next build says the same."""

from __future__ import annotations

import json
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.command import Command, Ran
from tests.filings.once import made_once
from tests.pull.pulling import read
from tests.pull.word_edits import WordEdits

from probata.returned import made_copies
from probata.returned.made_copies import copy_of
from probata.word import open_word

CASE = "claims/small.yaml"
TEMPLATES = Path(__file__).parents[2] / "templates"
MADE = Path("output/small/outgoing/DRAFT-un-sp.en-GB.docx")
BEATEN = "2 guards beat him in the yard with sticks"
TEMPLATE_WORDS = "Each person named here appears by a consent recorded for this communication; see the protection note."
TAKE_AND_KEEP = ("--take", "all", "--keep", "all", "--by", "A Signatory")


@pytest.fixture
def small(probata: Command, shared_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Command:
    """A command beside the smallest case for `un-sp`, of which the Word file was made, once for all tests."""

    def make(folder: Path) -> None:
        (folder / "claims").mkdir()
        said = (TEMPLATES / "un-sp" / "example.yaml").read_text(encoding="utf-8")
        (folder / CASE).write_text(said.replace("Beaten with sticks by", "Beaten by"), encoding="utf-8")
        with monkeypatch.context() as patched:
            patched.chdir(folder)
            assert build(probata).code == 0

    shutil.copytree(made_once(shared_folder, "pulled-from", make), probata.folder, dirs_exist_ok=True)
    return probata


def build(probata: Command) -> Ran:
    return probata("build", CASE, "--format", "docx")


def edit(change: Callable[[WordEdits], object], path: Path = MADE) -> bytes:
    """Change the file that was made, as somebody in Word does, and return it."""
    edited = WordEdits(path.read_bytes())
    change(edited)
    path.write_bytes(edited.save())
    return path.read_bytes()


def pull(probata: Command, *arguments: str, path: Path = MADE) -> Ran:
    return probata("pull", path, "--case", CASE, *arguments)


def lines(data: bytes) -> list[str]:
    return [line.text for line in read(data).lines]


def records(probata: Command) -> str:
    return (probata.folder / CASE).read_text(encoding="utf-8")


def test_an_untouched_document_gives_nothing_to_pull(small: Command) -> None:
    before = records(small)
    ran = pull(small, *TAKE_AND_KEEP)
    assert ran.code == 0
    assert records(small) == before
    assert "nothing to pull" in pull(small, "--dry-run").out


def test_words_of_a_record_are_taken_into_its_line_and_no_other(small: Command) -> None:
    before = records(small)
    edited = edit(lambda word: word.replace(BEATEN, "3 guards beat him in the yard with sticks"))
    ran = pull(small, "--take", "all")
    assert ran.code == 0, ran.err
    assert records(small) == before.replace("states that 2 guards", "states that 3 guards")
    assert build(small).code == 0
    assert lines(MADE.read_bytes()) == lines(edited)


def test_a_document_whose_changes_came_back_is_made_anew_and_kept_as_it_came(small: Command) -> None:
    edited = edit(lambda word: word.replace(BEATEN, "3 guards beat him in the yard with sticks"))
    told = pull(small, "--take", "all").out
    (kept,) = (MADE.parents[1] / "internal" / "pulled").iterdir()
    assert kept.read_bytes() == edited
    assert kept.name in told
    assert "is left as it is" not in build(small).err
    assert not MADE.with_name("DRAFT-un-sp.en-GB.new.docx").exists()


def test_words_of_the_template_are_kept_in_this_document_only(small: Command) -> None:
    edited = edit(lambda word: word.replace(TEMPLATE_WORDS, "Every violation named here is alleged."))
    assert pull(small, "--take", "all").code == 1
    ran = pull(small, "--keep", "1", "--by", "A Signatory")
    assert ran.code == 0, ran.err
    assert "kept in this document only: 1" in ran.out
    assert build(small).code == 0
    assert lines(MADE.read_bytes()) == lines(edited)
    assert "Every violation named here" in (MADE.parents[1] / "internal" / "report.html").read_text(encoding="utf-8")


def test_a_note_that_was_kept_is_not_offered_again(small: Command) -> None:
    edited = edit(lambda word: word.replace_in_note("paras\u00a04–6.", "paras\u00a04–6, as she told it."))
    assert pull(small, "--keep", "all", "--by", "A Signatory").code == 0
    MADE.write_bytes(edited)
    assert "nothing to pull" in pull(small, "--dry-run").out


def test_who_keeps_a_change_is_named(small: Command) -> None:
    edit(lambda word: word.replace(TEMPLATE_WORDS, "Every violation named here is alleged."))
    ran = pull(small, "--keep", "all")
    assert ran.code == 2
    assert "--by" in ran.err


def test_a_change_that_is_dropped_is_nowhere(small: Command) -> None:
    before = records(small)
    edit(lambda word: word.replace(BEATEN, "3 guards beat him in the yard with sticks"))
    assert pull(small, "--drop", "all").code == 0
    assert records(small) == before


def test_a_dry_run_and_the_form_for_programs_write_nothing(small: Command) -> None:
    before, edited = records(small), edit(lambda word: word.replace(BEATEN, "3 guards beat him in the yard"))
    assert pull(small, "--dry-run").code == 1
    told = json.loads(pull(small, "--json").out)
    assert [(one["record"], one["field"], one["can"]) for one in told["changes"]] == [
        ("allegations/beating", "particulars", ["take", "keep", "drop"])
    ]
    assert (records(small), MADE.read_bytes()) == (before, edited)


def test_what_the_records_say_anew_meanwhile_is_a_conflict_that_nobody_guesses(small: Command) -> None:
    edit(lambda word: word.replace(BEATEN, "3 guards beat him in the yard with sticks"))
    path = small.folder / CASE
    path.write_text(records(small).replace("that 2 guards beat", "that four guards beat"), encoding="utf-8")
    before = records(small)
    told = pull(small, "--take", "all")
    assert told.code == 1
    assert records(small) == before
    shown = pull(small, "--dry-run").out
    assert "four guards" in shown
    assert "the records were changed here too" in shown


def test_comments_become_open_points_of_the_record_once(small: Command) -> None:
    edit(lambda word: word.comment("sticks", "Which sticks? &amp; how long?", "Reader B", "2026-11-20"))
    ran = pull(small, "--take", "all")
    assert ran.code == 0, ran.err
    assert "open points from comments: 1" in ran.out
    written = records(small)
    for held in ("allegations/beating#particulars", "Which sticks? & how long?", "Reader B", "2026-11-20"):
        assert held in written
    shutil.copy(next((MADE.parents[1] / "internal" / "pulled").iterdir()), MADE)
    pull(small, "--take", "all")
    assert records(small) == written


def test_the_same_remark_on_other_words_is_another_point(small: Command) -> None:
    untouched = MADE.read_bytes()
    for words, number in (("sticks", 1), (TEMPLATE_WORDS, 2)):
        MADE.write_bytes(WordEdits(untouched).comment(words, "Source?", "Reader B", "2026-11-20").save())
        ran = pull(small, "--take", "all")
        assert "open points from comments: 1" in ran.out, ran.err
        assert records(small).count("text: Source?") == number
    ran = pull(small, "--take", "all")
    assert "comments that are points of the case already: 1" in ran.out
    assert records(small).count("text: Source?") == 2


def test_a_comment_in_a_footnote_is_a_point_of_the_text_with_its_mark(small: Command) -> None:
    edit(lambda word: word.add_note(BEATEN, "As he told it.").comment_in_note("As he told it.", "To whom?", "Reader B"))
    ran = pull(small, "--drop", "all")
    assert "open points from comments: 1" in ran.out, ran.err
    (written,) = (one for one in records(small).split("- id: ") if "To whom?" in one)
    assert "about: allegations/beating#particulars" in written
    assert "words: As he told it." in written


def test_answers_to_a_comment_stand_behind_it_and_say_what_they_answer(small: Command) -> None:
    def commented(word: WordEdits) -> None:
        word.comment(TEMPLATE_WORDS, "Too strong?", "Reader B", "2026-11-20")
        word.comment("sticks", "Which sticks?", "Reader B", "2026-11-20")
        word.answer(1, "Those of page 3.", "A Signatory", "2026-11-21").answer(0, "No.", "A Signatory", "2026-11-22")

    edit(commented)
    shown = pull(small, "--dry-run").out
    assert shown.index("Which sticks?") < shown.index("answer by A Signatory, 2026-11-21: Those of page 3.")
    assert pull(small, "--drop", "all").code == 0
    points = records(small).partition("points:")[2].split("- id: ")[1:]
    threads = [one for one in points if "answers: " in one]
    assert len(points) == 4
    for point, answered in zip(threads, (point for point in points if "answers: " not in point), strict=True):
        assert f"answers: {answered.partition(chr(10))[0]}" in point
        assert points.index(point) == points.index(answered) + 1
    ran = pull(small, "--drop", "all", path=next((MADE.parents[1] / "internal" / "pulled").iterdir()))
    assert "comments that are points of the case already: 4" in ran.out


def test_a_resolved_comment_is_a_settled_point(small: Command) -> None:
    def commented(word: WordEdits) -> None:
        word.comment("sticks", "Which sticks?", "Reader B", "2026-11-20").resolve(0)
        word.answer(0, "Those of page 3.", "A Signatory", "2026-11-21")

    edit(commented)
    ran = pull(small, "--drop", "all")
    assert "settled points from resolved comments: 2" in ran.out
    assert records(small).count("status: settled") == 2


def test_what_stands_beside_words_that_were_taken_is_no_loss_of_theirs(small: Command) -> None:
    edit(lambda word: word.mark(" with sticks", "strike").text_box("in the yard", "Who says so?"))
    ran = pull(small, "--take", "all")
    assert ran.code == 1
    assert "with a text box: Who says so?" in ran.out
    assert "not as in the edited document" not in ran.err
    assert pull(small, "--drop", "all").code == 0


def test_a_file_whose_foot_was_changed_is_not_written_over(small: Command) -> None:
    edited = edit(lambda word: word.in_heads("DRAFT", "FINAL"))
    ran = pull(small, *TAKE_AND_KEEP)
    assert ran.code == 1
    assert "at the head or foot of the pages" in ran.out
    assert build(small).code == 0
    assert MADE.read_bytes() == edited
    assert pull(small, "--drop", "all").code == 0


def test_tracked_changes_are_taken_as_accepted_or_left_out(small: Command) -> None:
    before = records(small)
    edit(lambda word: word.replace_tracked("sticks", "batons", "Reader B"))
    assert "nothing to pull" in pull(small, "--dry-run", "--tracked", "rejected").out
    ran = pull(small, "--take", "all")
    assert "Reader B" in ran.out
    assert records(small) == before.replace("with sticks", "with batons")


def test_of_a_renamed_file_whose_copy_is_gone_the_filing_is_asked_for(small: Command) -> None:
    edit(lambda word: word.replace(BEATEN, "3 guards beat him in the yard with sticks"))
    shutil.rmtree(MADE.parents[1] / "internal" / "made")
    came = small.folder / "Reply from counsel.docx"
    MADE.rename(came)
    assert "`--filing`" in pull(small, "--take", "all", path=came).err
    ran = pull(small, "--filing", "un-sp", "--take", "all", "--no-copy", path=came)
    assert "that 3 guards beat" in records(small), ran.err


def test_a_file_of_another_case_or_filing_is_refused(small: Command) -> None:
    edit(lambda word: word.replace(BEATEN, "3 guards beat him in the yard with sticks"))
    shutil.copy(small.folder / CASE, small.folder / "claims/other.yaml")
    before = records(small)
    other = small("pull", MADE, "--case", "claims/other.yaml", "--take", "all")
    assert other.code == 2
    assert "the output of the case `small`" in other.err
    wrong = pull(small, "--filing", "uk-ghr", "--take", "all")
    assert wrong.code == 2
    assert "was made as `un-sp`" in wrong.err
    assert records(small) == before


def test_of_a_file_that_comes_back_a_second_time_only_what_is_new_is_shown(small: Command) -> None:
    def first(word: WordEdits) -> None:
        word.replace(BEATEN, "3 guards beat him in the yard with sticks").add_after("3 guards", "He was led away.")
        word.replace_line("2 June 2022", "3 June 2022")

    edit(first)
    taken = edit(lambda word: word.mark("sticks", "b"))
    assert pull(small, "--take", "all").code == 0
    assert build(small).code == 0
    before = records(small)
    MADE.write_bytes(taken)
    assert "nothing to pull" in pull(small, "--dry-run").out
    edit(lambda word: word.replace(TEMPLATE_WORDS, "Each violation is alleged."))
    shown = json.loads(pull(small, "--json").out)["changes"]
    assert [(one["belongs_to"], one["records_now"]) for one in shown] == [("template", None)]
    pull(small, "--take", "all")
    assert records(small) == before


def test_a_version_kept_under_another_ending_counts_and_one_that_cannot_be_read_is_passed_over(small: Command) -> None:
    came = small.folder / "Reply.DOCX"
    came.write_bytes(edit(lambda word: word.replace(BEATEN, "3 guards beat him in the yard with sticks")))
    assert pull(small, "--take", "all", path=came).code == 0
    kept = MADE.parents[1] / "internal" / "pulled"
    (kept / "gone.docx").symlink_to(kept / "nowhere")
    with zipfile.ZipFile(came) as archive, zipfile.ZipFile(kept / "damaged.docx", "w") as damaged:
        for name in archive.namelist():
            damaged.writestr(name, b"<broken" if name == "word/footnotes.xml" else archive.read(name))
    edit(lambda word: word.replace("3 guards beat him in the yard", "4 guards beat him in the court"), came)
    (shown,) = json.loads(pull(small, "--json", path=came).out)["changes"]
    assert shown["records_now"] is None
    assert "take" in shown["can"]


def test_a_paragraph_that_was_taken_is_written_on_in_the_next_version(small: Command) -> None:
    came = small.folder / "Reply.docx"
    came.write_bytes(edit(lambda word: word.add_after("2 guards beat", "He was led away at noon by two guards.")))
    assert pull(small, "--take", "all", path=came).code == 0
    edit(lambda word: word.replace("led away at noon", "led away at one"), came)
    (shown,) = json.loads(pull(small, "--json", path=came).out)["changes"]
    assert (shown["kind"], shown["records_now"]) == ("words", None)
    assert pull(small, "--take", "all", path=came).code == 0
    assert "He was led away at one by two guards." in records(small)
    assert "at noon" not in records(small)


def test_the_last_two_paragraphs_of_a_text_are_left_out_together(small: Command) -> None:
    edit(lambda word: word.add_after("2 guards beat", "He was led off.").add_after("He was led off.", "Nobody cared."))
    assert pull(small, "--take", "all").code == 0
    before = records(small)
    assert before.index("He was led off.") < before.index("Nobody cared.")
    assert build(small).code == 0
    edited = edit(lambda word: word.remove("He was led off.").remove("Nobody cared."))
    ran = pull(small, "--take", "all")
    assert ran.code == 0, ran.err
    assert "led off" not in records(small)
    assert "cared" not in records(small)
    assert build(small).code == 0
    assert lines(MADE.read_bytes()) == lines(edited)


def test_what_is_typed_like_a_sign_of_markdown_is_printed_as_it_was_typed(small: Command) -> None:
    typed = ("1. one", "2) two", "- dash", "---", "# one", "## two", "::: box", "&amp; &#35;", "[@sarrow-statement]")

    def add(word: WordEdits) -> None:
        for above, new in zip(("2 guards beat", *typed), typed, strict=False):
            word.add_after(above, new)

    edited = edit(add)
    ran = pull(small, "--take", "all")
    assert (ran.code, ran.err) == (0, "")
    assert build(small).code == 0
    assert lines(MADE.read_bytes()) == lines(edited)


def test_a_note_that_was_taken_is_written_on_in_the_next_version(small: Command) -> None:
    came = small.folder / "Reply.docx"
    came.write_bytes(edit(lambda word: word.add_note(BEATEN, "As he told it.")))
    assert pull(small, "--take", "all", path=came).code == 0
    edit(lambda word: word.replace_in_note("As he told it.", "As he told it in May."), came)
    (shown,) = json.loads(pull(small, "--json", path=came).out)["changes"]
    assert (shown["kind"], shown["can"]) == ("note", ["take", "keep", "drop"])
    assert pull(small, "--take", "all", path=came).code == 0
    assert "^[As he told it in May.]" in records(small)


def test_where_the_records_say_a_part_of_it_already_the_rest_is_no_conflict(small: Command) -> None:
    path = small.folder / CASE
    path.write_text(records(small).replace("that 2 guards beat", "that 3 guards beat"), encoding="utf-8")
    edit(lambda word: word.replace(BEATEN, "3 guards beat him in the court with sticks"))
    (shown,) = json.loads(pull(small, "--json").out)["changes"]
    assert shown["records_now"] is None
    assert pull(small, "--take", "all").code == 0
    assert "that 3 guards beat him in the court with sticks" in records(small)


def test_a_point_is_settled_when_its_comment_is_resolved_later(small: Command) -> None:
    untouched = MADE.read_bytes()

    def commented() -> WordEdits:
        return WordEdits(untouched).comment("sticks", "Which sticks?", "Reader B", "2026-11-20")

    MADE.write_bytes(commented().save())
    assert "open points from comments: 1" in pull(small, "--drop", "all").out
    MADE.write_bytes(commented().resolve(0).save())
    ran = pull(small, "--drop", "all")
    assert "open points settled, since their comments are resolved now: 1" in ran.out, ran.err
    assert records(small).count("Which sticks?") == records(small).count("status: settled") == 1


def test_a_note_of_a_line_that_changed_meanwhile_stands_under_its_heading(small: Command) -> None:
    edit(
        lambda word: word.replace(BEATEN, "3 guards beat him in the yard with sticks").add_note(
            "with sticks", "A note."
        )
    )
    assert pull(small, "--take", "all").code == 0
    assert build(small).code == 0
    before = json.loads(pull(small, "--json").out)["changes"]
    (small.folder / CASE).write_text(records(small).replace("that 3 guards", "that 4 guards"), encoding="utf-8")
    edit(lambda word: word.replace_in_note("A note.", "Another note."))
    (shown,) = json.loads(pull(small, "--json").out)["changes"]
    assert before == []
    assert shown["kind"] == "note"
    assert shown["under"]


def test_a_look_that_the_records_have_not_is_shown_though_its_words_stand(small: Command) -> None:
    edit(lambda word: word.replace_line("2 June 2022", "3 June 2022"))
    assert pull(small, "--take", "all").code == 0
    edit(lambda word: word.mark("sticks", "b"))
    assert pull(small, "--take", "all").code == 0
    assert "**sticks**" in records(small)


def test_a_new_note_is_shown_before_it_is_taken(small: Command) -> None:
    edit(lambda word: word.add_note("with sticks", "As he told his lawyer."))
    assert "with a new note: As he told his lawyer." in pull(small, "--dry-run").out


def test_without_its_copy_words_and_places_tell_what_was_changed_though_the_records_make_another_file(
    small: Command,
) -> None:
    """All that is numbered in the file counts otherwise now: no note and no reference is taken for another."""
    edit(lambda word: word.replace(BEATEN, "3 guards beat him in the yard with sticks"))
    shutil.rmtree(MADE.parents[1] / "internal" / "made")
    path, said = small.folder / CASE, "summary: It is alleged"
    new = records(small).replace(said, "summary: A visitor says so.^[She asks not to be named.] It is alleged")
    path.write_text(new, encoding="utf-8")
    ran = pull(small, "--json")
    found = json.loads(ran.out)["changes"]
    assert [one["field"] for one in found if "3 guards" in one["after"]] == ["particulars"]
    assert all("3 guards" in one["after"] or "A visitor" in one["before"] for one in found), found


def test_a_damaged_copy_is_no_loss_as_long_as_the_records_make_that_file(small: Command) -> None:
    edit(lambda word: word.replace(BEATEN, "3 guards beat him in the yard with sticks"))
    for copy in (MADE.parents[1] / "internal" / "made").rglob("*.docx"):
        copy.write_bytes(b"PK damaged")
    before = records(small)
    path = small.folder / CASE
    path.write_text(before.replace("Not registered", "Not registered yet"), encoding="utf-8")
    changed = pull(small, "--take", "all")
    assert (changed.code, "no copy of this file" in changed.err) == (2, True)
    path.write_text(before, encoding="utf-8")
    ran = pull(small, "--take", "all")
    assert ran.code == 0, ran.err
    assert "that 3 guards beat" in records(small)


def test_what_the_names_stand_for_is_kept_as_long_as_the_copy(small: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(made_copies, "KEPT", 3)
    made = MADE.parents[1] / "internal" / "made" / MADE.stem
    assert sorted(path.name.partition(".")[2] for path in made.iterdir()) == ["docx", "names.json"]
    names = json.loads(next(made.glob("*.names.json")).read_text(encoding="utf-8"))
    held = zipfile.ZipFile(MADE).read("word/document.xml").decode()
    assert all(f'"{name}"' in held for name in names if name.startswith("probata:"))
    for number in range(3):
        path = small.folder / CASE
        path.write_text(records(small).replace("Not registered", f"Not registered {number}"), encoding="utf-8")
        assert build(small).code == 0
    assert len(list(made.glob("*.docx"))) == len(list(made.glob("*.names.json"))) == 3


def test_a_build_says_what_was_changed_in_a_file_that_it_leaves(small: Command) -> None:
    edit(lambda word: word.replace(BEATEN, "3 guards beat him in the yard with sticks"))
    path = small.folder / CASE
    path.write_text(records(small).replace("Not registered", "Not registered yet"), encoding="utf-8")
    told = build(small).err
    assert "1 place differs from what was made" in told
    assert "states that 3 guards beat" in told
    assert f"probata pull {MADE.as_posix()}" in told


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "is empty"),
        (b"%PDF-1.7 something", "is a PDF"),
        (b"PK\x03\x04 broken", "is damaged"),
        (b"{\\rtf1 text}", "Rich Text"),
    ],
)
def test_what_is_no_word_file_is_refused_with_what_to_do(small: Command, data: bytes, told: str) -> None:
    path = small.folder / "other.docx"
    path.write_bytes(data)
    ran = pull(small, path=path)
    assert ran.code == 2
    assert told in ran.err
    assert "next step: save it again from Word" in ran.err


@pytest.mark.parametrize("part", ["docProps/custom.xml", "word/header1.xml", "word/footnotes.xml"])
def test_a_file_with_a_part_that_cannot_be_read_is_refused_with_its_name(small: Command, part: str) -> None:
    with zipfile.ZipFile(MADE) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    assert part in files
    with zipfile.ZipFile(MADE, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, b"<broken" if name == part else data)
    ran = pull(small, *TAKE_AND_KEEP)
    assert ran.code == 2
    assert part in ran.err


def test_options_that_do_not_fit_are_refused(small: Command) -> None:
    edit(lambda word: word.replace(TEMPLATE_WORDS, "Every violation named here is alleged."))
    for options, told in (
        (("--drop", "7"), "there is no change 7"),
        (("--drop", "one"), "is not read"),
        (("--drop", "5-3"), "runs backwards"),
        (("--drop", "1", "--keep", "1"), "two options name change 1"),
    ):
        ran = pull(small, *options)
        assert ran.code == 2
        assert told in ran.err


def test_another_document_is_taken_for_what_it_is(small: Command) -> None:
    other = WordEdits(MADE.read_bytes())
    for number, paragraph in enumerate(other.body.iter("{*}p")):
        for text in paragraph.iter("{*}t"):
            text.text = f"Line {number} of another text."
    MADE.write_bytes(other.save())
    assert "if it is another document" in pull(small, "--dry-run").err


def test_a_file_with_straight_quotes_is_settled_for_the_next_build(small: Command) -> None:
    edit(lambda word: word.replace(BEATEN, '2 guards beat him in the "yard" with the guard\'s sticks'))
    assert pull(small, "--take", "all").code == 0
    assert build(small).code == 0
    assert "2 guards beat him in the “yard” with the guard’s sticks" in " ".join(lines(MADE.read_bytes()))
    assert not MADE.with_name(f"{MADE.stem}.new.docx").exists()


@pytest.mark.parametrize("second", ["states that 2 guards", "the governor told them"])
def test_a_paragraph_that_was_divided_and_taken_is_not_shown_again(small: Command, second: str) -> None:
    reply = Path("reply.docx")
    shutil.copy(MADE, reply)
    edit(lambda word: word.split(second), reply)
    assert pull(small, "--take", "all", path=reply).code == 0
    assert f"\n\n      {second}" in records(small)
    assert "nothing to pull" in pull(small, "--dry-run", path=reply).out


def test_of_two_copies_of_one_file_it_is_the_one_of_its_name_that_can_be_read(small: Command) -> None:
    internal = Path("output/small/internal")
    (kept,) = (internal / "made" / MADE.stem).glob("*.docx")
    before = internal / "made" / "A-first"
    before.mkdir()
    for path in (kept, kept.with_suffix(".names.json")):
        shutil.copy(path, before / path.name)
    file = open_word(MADE.read_bytes())
    found = copy_of(file, internal, MADE.name)
    assert found is not None
    assert found.name == MADE.stem
    (before / kept.name).write_bytes(b"no Word file")
    found = copy_of(file, internal, "reply.docx")
    assert found is not None
    assert found.name == MADE.stem

"""What is wrong in a Word template is told with the heading and the paragraph, and what to write instead."""

from __future__ import annotations

from pathlib import Path

from docx.document import Document as WordDocument
from tests.case_folder import build, write_case
from tests.each import each
from tests.word_templates.forums import FORUM, OF_MINE, built, footnote, saved, with_notes, word, write_forum

from probata.diagnostics import Diagnostic, Severity
from probata.pipeline import open_workspace

UNDER = ("Heading 1", "Particulars")


def fault(folder: Path, template: WordDocument | bytes) -> Diagnostic:
    """Return the one finding on a template that makes no document."""
    found = built(folder, template)
    (fault,) = [one for one in found.findings if one.code.startswith("TPL")]
    assert [made.data for made in found.made] == [b""]
    assert fault.severity is Severity.ERROR
    return fault


def found_in(folder: Path, template: WordDocument | bytes) -> list[Diagnostic]:
    """Return the findings on a template that makes a document."""
    found = built(folder, template)
    assert all(made.data for made in found.made), [(one.message, one.help) for one in found.findings]
    return [one for one in found.findings if one.code.startswith("TPL")]


def test_an_unknown_field_is_told_with_heading_and_paragraph_and_the_fields_that_come_near(tmp_path: Path) -> None:
    found = fault(tmp_path, word(UNDER, "He commanded the guard.", "They say [allegation: particulers] of it."))

    assert found.name == "unknown-name"
    assert str(found.span) == "mine/template.docx#Particulars, paragraph 3"
    assert found.message == (
        "under the heading “Particulars”, in the paragraph “They say [allegation: particulers] of it.”: "
        "`allegation` has no field `particulers`"
    )
    assert found.help == "did you mean `particulars`?"


@each(
    ("text", "name", "words", "help"),
    [
        ("[titel]", "unknown-name", "no field `titel`", "did you mean `title`? To print the brackets"),
        ("[alegation: title]", "unknown-name", "no field `alegation`", "did you mean `allegation`"),
        ("[note: emphasis added]", "unknown-name", "no field `note`", "write them twice: `[[…]]`"),
        ("[allegation]", "unknown-name", "does not say what of it", "`[allegation: …]`"),
        ("[allegation:]", "unknown-name", "names no field", "there are `affected`"),
        ("[allegation: zzzz]", "unknown-name", "no field `zzzz`", "there are `affected`"),
        ("[for each alegation]", "unknown-name", "nothing called `alegation`", "did you mean `allegation`"),
        ("[roles: tabel]", "unknown-name", "`roles` has no `tabel`", "did you mean `table`"),
        ("[section: sumary]", "unknown-name", "no section `sumary`", "did you mean `summary`"),
        ("[figure: nope]", "template-fault", "no figure has the id `nope`", "`figures`"),
        ("[figure: {{ x }}]", "template-syntax", "which no name can be", "as the records have it"),
        ('[label: a"b]', "template-syntax", "which no name can be", "as the records have it"),
        ("[label: nope]", "unknown-name", "asks for `nope`", "docs/templates.md"),
        ("[cite: a{{ b }}]", "template-syntax", "cannot be read as a citation", "[cite: source, p. 4]"),
        ("[kind: nonsense]", "unknown-name", "no kind of sentence `nonsense`", "own knowledge"),
        ("[id: two words] x", "unknown-name", "`two words` cannot be an id", "without spaces"),
        ("[if consnt: x]", "unknown-name", "nothing called `consnt`", "did you mean `consent`"),
        ("[if allegation: answr: x]", "unknown-name", "no field `answr`", "did you mean `answer`"),
        ("[if]", "unknown-name", "does not say what it asks", "what must be there"),
        ("[allegation: contentions]", "template-fault", "is a list", "[for each …]"),
        ("[allegation: asked]", "template-fault", "is yes or no", "[if allegation: asked: …]"),
        ("So [gaps] it is.", "template-syntax", "more than a line holds", "alone in its paragraph"),
        ("So [for each person] it is.", "template-syntax", "within a paragraph", "alone in its paragraph"),
        ("[end]", "template-syntax", "`[end]` ends nothing", "take it out"),
        ("[else]", "template-syntax", "outside of every condition", "`[if …]`"),
        ("[if draft]", "template-syntax", "begun here and not ended", "`[end]`"),
        ("[for each person]", "template-syntax", "begun here and not ended", "`[end]`"),
        ("[allegation: title", "template-syntax", "opened here and not closed", "write `]`"),
        ("See [title there", "template-syntax", "the bracket of `[title` is opened here", "write `]`"),
        (
            "[allegation particulars]",
            "unknown-name",
            "no field `allegation",
            "did you mean `[allegation: particulars]`",
        ),
        ("[allegation; title]", "unknown-name", "no field `allegation; title`", "did you mean `[allegation: title]`"),
        ("[roles table]", "unknown-name", "no field `roles table`", "did you mean `[roles: table]`"),
        ("[section summary]", "unknown-name", "no field `section summary`", "did you mean `[section: summary]`"),
        ("[cite orders, p. 4]", "unknown-name", "no field `cite orders", "did you mean `[cite: orders, p. 4]`"),
        ("[if consent they agreed.]", "unknown-name", "called `consent they agreed.`", "`[if consent: …]`"),
        ("[x]" * 3001, "template-syntax", "more than 3,000 brackets", "divide"),
        ("[if draft: " * 21 + "]" * 21, "template-syntax", "more than 20 deep", "of their own"),
    ],
)
def test_a_slip_in_a_bracket_is_told_in_plain_words(
    tmp_path: Path, text: str, name: str, words: str, help: str
) -> None:
    found = fault(tmp_path, word(UNDER, text))

    assert (found.name, str(found.span)) == (name, "mine/template.docx#Particulars, paragraph 2")
    assert found.message.startswith("under the heading “Particulars”, in the paragraph “")
    assert words in found.message
    assert help in found.help


def test_all_slips_are_told_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    found = built(tmp_path, word("[titel]", UNDER, "[end]", "[section: nope]"))

    told = [str(one.span) for one in found.findings if one.code == "TPL101"]
    assert told == [
        "mine/template.docx, paragraph 1",
        "mine/template.docx#Particulars, paragraph 3",
        "mine/template.docx#Particulars, paragraph 4",
    ]


@each("begun", ["[for each alegation]", "[if consnt]", "[if]"])
def test_the_end_of_what_was_begun_wrongly_is_no_further_fault(tmp_path: Path, begun: str) -> None:
    found = fault(tmp_path, word(UNDER, begun, "Text.", "[else]" if begun.startswith("[if") else "More.", "[end]"))

    assert found.name == "unknown-name"
    assert str(found.span) == "mine/template.docx#Particulars, paragraph 2"


@each(
    ("note", "said"),
    [
        ("See [titel] there.", "there is no field `titel`"),
        ("See [title there.", "the bracket of `[title` is opened here and not closed"),
        ("See [roles: table] there.", "`[roles: table]` is more than a line holds"),
    ],
)
def test_a_slip_in_a_note_is_told_with_the_words_of_the_note(tmp_path: Path, note: str, said: str) -> None:
    made = word(UNDER, "So it is.")
    footnote(made.paragraphs[1], 2)
    found = fault(tmp_path, with_notes(made, {2: note}))

    assert str(found.span) == "mine/template.docx#Particulars, paragraph 2"
    assert f"in the paragraph “So it is.”: in its note “{note}”: {said}" in found.message


@each(
    "text",
    ["[sic]", "[2019] UKSC 1", "[…]", "[emphasis added]", "[emphasis added: them]", "[2019: 3]", "[see para 3]", "[]",
     "[for the record]", "a ] b [ c", "[not a field](x)", "[x]: y", "[1]"],
)  # fmt: skip
def test_brackets_that_lawyers_write_stand_as_text(tmp_path: Path, text: str) -> None:
    found = built(tmp_path, word(f"Before {text} behind."))

    assert [one for one in found.findings if one.code.startswith("TPL")] == []
    assert f"Before {text} behind." in found.text


@each(
    ("text", "printed"),
    [
        ("[[title]] and [[sic]]", "[title] and [sic]"),
        ("[[allegation: particulars]]", "[allegation: particulars]"),
        ("[if draft: a [[b]] c]", "a [b] c"),
        ("[[", "[["),
        ("a]] b", "a]] b"),
    ],
)
def test_doubled_brackets_print_brackets(tmp_path: Path, text: str, printed: str) -> None:
    assert f"Before {printed} behind." in built(tmp_path, word(f"Before {text} behind.")).text


def test_two_templates_in_one_folder_are_a_finding_and_nothing_is_guessed(tmp_path: Path) -> None:
    templates = write_forum(tmp_path, {"template.docx": word("Word"), "brief.md.j2": "Text\n"})
    found = build(write_case(tmp_path, case=OF_MINE), workspace=open_workspace(templates))

    told = found.found("two-templates")
    assert "`template.docx` and `brief.md.j2`" in told.message
    assert told.severity is Severity.ERROR
    assert [made.data for made in found.made] == [b""]


@each("ending", ["doc", "odt", "docm", "dotx", "rtf", "xls"])
def test_a_template_in_another_form_is_refused_with_what_to_do(tmp_path: Path, ending: str) -> None:
    templates = write_forum(tmp_path, {f"template.{ending}": b"whatever"})
    found = build(write_case(tmp_path, case=OF_MINE), workspace=open_workspace(templates)).found("template-not-read")

    assert f"`template.{ending}` is in a form that no template is read from" in found.message
    assert "save it as `template.docx`" in found.help


def test_the_file_that_a_template_was_saved_from_may_stay_beside_it_but_not_beside_one_of_text(tmp_path: Path) -> None:
    templates = write_forum(tmp_path, {"template.docx": word("From Word"), "template.doc": b"old"})
    case = write_case(tmp_path, case=OF_MINE)
    assert "From Word" in build(case, workspace=open_workspace(templates)).text

    (templates / "mine" / "template.docx").unlink()
    write_forum(tmp_path, {"brief.md.j2": "Text\n"})
    found = build(case, workspace=open_workspace(templates)).found("two-templates")
    assert "`template.doc` and `brief.md.j2`" in found.message


def test_a_forum_that_extends_one_with_a_word_template_uses_it(tmp_path: Path) -> None:
    templates = write_forum(tmp_path, {"template.docx": word("From Word")})
    child = templates / "child"
    child.mkdir()
    (child / "forum.yaml").write_text(FORUM.replace("mine", "child").replace("uk-ghr", "mine"), encoding="utf-8")
    case = write_case(tmp_path, case=OF_MINE.replace("forum: mine", "forum: child"))

    assert "From Word" in build(case, workspace=open_workspace(templates)).text


def test_a_word_template_takes_sections_from_a_word_template_above_and_from_those_above_that(tmp_path: Path) -> None:
    templates = write_forum(tmp_path, {"template.docx": word("From Word", "[section: power]")})
    child = templates / "child"
    child.mkdir()
    (child / "forum.yaml").write_text(FORUM.replace("mine", "child").replace("uk-ghr", "mine"), encoding="utf-8")
    (child / "template.docx").write_bytes(saved(word("From the child", "[section: power]")))
    case = write_case(tmp_path, case=OF_MINE.replace("forum: mine", "forum: child"))
    text = build(case, workspace=open_workspace(templates)).text

    assert "From the child" in text
    assert "From Word" not in text
    assert text.count("That is less than proof") == 1


def test_a_template_of_markdown_may_change_the_sections_of_one_in_word(tmp_path: Path) -> None:
    templates = write_forum(tmp_path, {"template.docx": word("From Word", "[section: power]")})
    child = templates / "child"
    child.mkdir()
    (child / "forum.yaml").write_text(FORUM.replace("mine", "child").replace("uk-ghr", "mine"), encoding="utf-8")
    changed = '{% extends "mine/template.docx" %}\n{% block power %}\nAsked otherwise.\n{% endblock %}\n'
    (child / "brief.md.j2").write_text(changed, encoding="utf-8")
    case = write_case(tmp_path, case=OF_MINE.replace("forum: mine", "forum: child"))
    found = build(case, workspace=open_workspace(templates))

    assert [one.message for one in found.findings if one.code.startswith("TPL")] == []
    assert "From Word" in found.text
    assert "Asked otherwise." in found.text
    assert "That is less than proof" not in found.text


def test_a_section_is_printed_with_what_the_blocks_between_add_to_it(tmp_path: Path) -> None:
    templates = write_forum(tmp_path, {"template.docx": word("[section: power]")}, FORUM.replace("uk-ghr", "middle"))
    middle = templates / "middle"
    middle.mkdir()
    (middle / "forum.yaml").write_text("id: middle\nextends: uk-ghr\ntitle: Middle\n", encoding="utf-8")
    added = '{% extends "uk-ghr/brief.md.j2" %}\n{% block power %}\nFirst this.\n\n{{ super() }}\n{% endblock %}\n'
    (middle / "brief.md.j2").write_text(added, encoding="utf-8")
    text = build(write_case(tmp_path, case=OF_MINE), workspace=open_workspace(templates)).text

    assert text.index("First this.") < text.index("That is less than proof")
    assert "Office alone is not relied on" not in text

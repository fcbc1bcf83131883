"""Bad input: each fault a finding with file, line and column, in plain words; the rest built; nothing raised."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from tests.case_folder import (
    ALLEGATIONS,
    BACKGROUND,
    CASE,
    DATASETS,
    DETAINED,
    PEOPLE,
    ROLES,
    SOURCES,
    Built,
    build,
    write_case,
)
from tests.each import each

from probata.diagnostics import Diagnostic, Severity
from probata.diagnostics.render import concise, full, json_form
from probata.pipeline import open_workspace

TYPE_NAMES = {
    "str",
    "int",
    "bool",
    "dict",
    "list_type",
    "tuple",
    "NoneType",
    "None",
    "True",
    "False",
    "object",
    "Traceback",
}
ROLE = "Commander of the Harbour Guard"
SUMMARY = "A summary that stands in every document."
PERSON = "Ardel"
ALLEGATION = "It is alleged that guards beat detainees."
NARRATIVE = "The harbour lies in the north"
FIGURES = "Persons detained by month"

Files = dict[str, str | bytes | None]


def _check_words(found: Diagnostic) -> None:
    words = re.findall(r"[A-Za-z_]+", re.sub(r"`[^`]*`|“[^”]*”", "", f"{found.message} {found.help}"))
    assert not TYPE_NAMES & set(words), found.message
    assert found.help, found.message
    assert found.message[0] in "`“" or found.message[0].islower(), found.message
    assert not found.message.endswith("."), found.message


def _assert_found(built: Built, name: str, place: str, words: str, kept: tuple[str, ...]) -> Diagnostic:
    found = next(one for one in built.session.report if one.name == name)
    assert str(found.span) == f"harbour/{place}"
    assert words in f"{found.message}; {found.help}"
    for one in built.findings:
        _check_words(one)
    assert full.render(built.findings, built.session.texts)
    assert concise.render(built.findings, built.session.texts)
    assert json_form.render(built.findings, built.session.texts)
    for text in kept:
        assert text in (built.to_do if text == LEFT_OUT else built.text)
    return found


LEFT_OUT = "could not be read and left out"
ALL = (SUMMARY, PERSON, ROLE, ALLEGATION, NARRATIVE, FIGURES)
BUT_ROLE = (SUMMARY, PERSON, ALLEGATION, NARRATIVE, FIGURES, LEFT_OUT)
BUT_FIGURES = (SUMMARY, PERSON, ROLE, ALLEGATION, NARRATIVE, LEFT_OUT)
BUT_NARRATIVE = (SUMMARY, PERSON, ROLE, ALLEGATION, FIGURES)
# Nobody is accused by a document that cannot name them: an allegation goes with the person whom it concerns.
BUT_PEOPLE = (SUMMARY, NARRATIVE, FIGURES, LEFT_OUT)

RECORDS: dict[str, tuple[Files, str, str, str, tuple[str, ...]]] = {
    "unknown key": (
        {"roles": ROLES + "  acitng: true\n"},
        "unknown-field", "roles.yaml:8:3", "there is no field `acitng` here; did you mean `acting`?", ALL,
    ),
    "unknown key in a part": (
        {"people": PEOPLE.replace("given: Tove", "gven: Tove")},
        "unknown-field", "people.yaml:4:26", "did you mean `given`?", ALL,
    ),
    "missing field": (
        {"roles": ROLES.replace("  person: solvan\n", "")},
        "missing-field", "roles.yaml:1:3", "the field `person` is missing; add `person: …`", BUT_ROLE,
    ),
    "misspelt required field": (
        {"roles": ROLES.replace("title:", "titel:")},
        "unknown-field", "roles.yaml:4:3", "did you mean `title`?", BUT_ROLE,
    ),
    "wrong type": (
        {"roles": ROLES + "  full_time: perhaps\n"},
        "wrong-shape", "roles.yaml:8:14", "`perhaps` should be yes or no", ALL,
    ),
    "list for text": (
        {"roles": ROLES + "  rank: [Colonel]\n"},
        "wrong-shape", "roles.yaml:8:9", "the value of `rank` should be text", ALL,
    ),
    "fields for a list": (
        {"roles": ROLES.replace("[commander]", "{a: b}")},
        "wrong-shape", "roles.yaml:3:10", "the value of `seats` should be a list", ALL,
    ),
    "unknown choice": (
        {"roles": ROLES + "  status: curent\n"},
        "unknown-choice", "roles.yaml:8:11", "write one of: current, ended, unknown", ALL,
    ),
    "bad date": (
        {"roles": ROLES + "  as_of: 2021-02-30\n"},
        "unreadable-date", "roles.yaml:8:10", "`2021-02-30` is no date: there is no such day", ALL,
    ),
    "bad number": (
        {"allegations": ALLEGATIONS + "  affected: {count: dozens}\n"},
        "unreadable-number", "allegations.yaml:11:21", "`dozens` is not a number", ALL,
    ),
    "duplicate id": (
        {"roles": ROLES + ROLES},
        "repeated-id", "roles.yaml:8:7", "two records in `roles.yaml` have the id `solvan-commander`", ALL,
    ),
    "unknown reference": (
        {"roles": ROLES.replace("[commander]", "[comander]")},
        "unknown-reference", "roles.yaml:3:11", "no post has the id `comander`; did you mean `commander`?", ALL,
    ),
    "unknown source in a text": (
        {"allegations": ALLEGATIONS.replace("[@report, p. 7]", "[@reprot, p. 7]")},
        "unknown-source", "allegations.yaml:8:52", "no source or authority has the id `reprot`", ALL,
    ),
    "unknown source in a field": (
        {"roles": ROLES.replace("gazette", "gazete")},
        "unknown-source", "roles.yaml:7:14", "did you mean `gazette`?", ALL,
    ),
    "unknown source in a narrative": (
        {"narrative/background.md": BACKGROUND.replace("@report", "@reprot")},
        "unknown-source", "narrative/background.md:6:33", "did you mean `report`?", ALL,
    ),
    "key that stands twice": (
        {"roles": ROLES + "  title: Another\n"},
        "repeated-key", "roles.yaml:8:3", "`title` stands twice", ALL,
    ),
    "record without a hyphen": (
        {"people": "id: solvan\nname: Ardel Solvan\n"},
        "wrong-shape", "people.yaml:1:1", "begin each record with a hyphen", BUT_PEOPLE,
    ),
    "record that is a word": (
        {"people": PEOPLE + "- somebody\n"},
        "wrong-shape", "people.yaml:5:3", "`somebody` should be fields", ALL,
    ),
    "unclosed bracket": (
        {"roles": ROLES.replace("[commander]", "[commander")},
        "yaml-syntax", "roles.yaml:3:10", "a bracket `[` is opened here and not closed", BUT_ROLE,
    ),
    "alias bomb": (
        {"people": "- &a [x, x]\n" + "".join(f"- &b{n} [*a, *a, *a]\n" for n in range(50))},
        "yaml-alias", "people.yaml:1:3", "write the value without it", BUT_PEOPLE,
    ),
    "nesting": (
        {"people": "- " * 500_000},
        "too-deep", "people.yaml:1:81", "nested more than 40 levels deep", BUT_PEOPLE,
    ),
    "10 MB of nesting": (
        {"people": "[" * 10_000_000},
        "file-too-large", "people.yaml:1:1", "larger than 4 MB", BUT_PEOPLE,
    ),
    "tag": (
        {"people": "- !!python/object/apply:os.system [echo]\n"},
        "yaml-tag", "people.yaml:1:3", "`!!python/object/apply:os.system` is a YAML tag", BUT_PEOPLE,
    ),
    "unknown file": (
        {"persons.yaml": PEOPLE},
        "unknown-record-file", "persons.yaml:1:1", "`persons` is no file of a case", ALL,
    ),
    "empty file": ({"steps": ""}, "empty-file", "steps.yaml:1:1", "the file is empty", ALL),
    "comments only": ({"steps": "# none yet\n"}, "empty-file", "steps.yaml:1:1", "the file is empty", ALL),
    "note mark without a note": (
        {"narrative/background.md": BACKGROUND.replace("north", "north[^3]")},
        "note-mark-without-note", "narrative/background.md:6:30", "the note mark `[^3]` has no note", ALL,
    ),
    "empty narrative": (
        {"narrative/background.md": " \n\n"},
        "empty-file", "narrative/background.md:1:1", "the file is empty", BUT_NARRATIVE,
    ),
    "head without fields or text": (
        {"narrative/background.md": "---\n---\n\n"},
        "empty-file", "narrative/background.md:1:1", "the file is empty", BUT_NARRATIVE,
    ),
    "tab for indentation": (
        {"roles": ROLES.replace("  person", "\tperson")},
        "yaml-syntax", "roles.yaml:2:1", "a tab stands where a line is indented; indent by spaces", BUT_ROLE,
    ),
    "brackets in brackets": (
        {"narrative/background.md": f"{BACKGROUND}\n{{{{ {'(' * 100_000}1{')' * 100_000} }}}}\n"},
        "template-syntax", "narrative/background.md:8:1", "stand in one another too often", BUT_NARRATIVE,
    ),
    "braces without end": (
        {"narrative/background.md": f"{BACKGROUND}\n{'{{ ' * 1_000_000}\n"},
        "template-syntax", "narrative/background.md:8:1", "stand in one another too often", BUT_NARRATIVE,
    ),
    "head without an end": (
        {"narrative/background.md": BACKGROUND.replace("\n---\n\n", "\n\n")},
        "open-head", "narrative/background.md:1:1", "write `---` on a line of its own", BUT_NARRATIVE,
    ),
    "broken head": (
        {"narrative/background.md": BACKGROUND.replace("title: The", "title: [The")},
        "yaml-syntax", "narrative/background.md:2:8", "a bracket", BUT_NARRATIVE,
    ),
    "narrative without a title": (
        {"narrative/background.md": BACKGROUND.replace("title: The harbour\n", "")},
        "missing-field", "narrative/background.md:1:1", "the field `title` is missing", BUT_NARRATIVE,
    ),
    "unclosed brackets without end": (
        {"narrative/background.md": BACKGROUND + "[@" * 30_000},
        "too-many-brackets", "narrative/background.md:6:1", "more than 3,000 brackets", BUT_NARRATIVE,
    ),
    "lists without end": (
        {"narrative/background.md": BACKGROUND + "\n".join(f"{'  ' * n}- x" for n in range(80))},
        "nested-too-deep", "narrative/background.md:6:1", "not printed", ALL,
    ),
}  # fmt: skip


@each("fault", RECORDS)
def test_a_fault_in_the_records_is_found_in_its_place_and_the_rest_is_built(tmp_path: Path, fault: str) -> None:
    files, name, place, words, kept = RECORDS[fault]
    start = time.process_time()
    built = build(write_case(tmp_path, **files))
    # What is found while a document is made stands in the findings of making.
    found = next((one for one in built.findings if one.name == name), None)

    assert found is not None, [one.name for one in built.findings]
    assert str(found.span) == f"harbour/{place}"
    assert words in f"{found.message}; {found.help}"
    for one in built.findings:
        _check_words(one)
    assert [text for text in kept if text not in (built.to_do if text == LEFT_OUT else built.text)] == []
    assert time.process_time() - start < 10


TABLES: dict[str, tuple[Files, str, str, str, tuple[str, ...]]] = {
    "missing column": (
        {"data/detained.csv": DETAINED.replace("persons", "person")},
        "missing-column", "datasets.yaml:6:13", "has no column `persons`; did you mean `person`?", ALL,
    ),
    "text for a number": (
        {"data/detained.csv": DETAINED.replace("12", "twelve")},
        "text-for-number", "data/detained.csv:2:9", "`twelve` stands where a number belongs", (*ALL, "twelve"),
    ),
    "number of 6,000 digits": (
        {"data/detained.csv": DETAINED.replace("12", "1" * 6_000)},
        "text-for-number", "data/detained.csv:2:9", "stands where a number belongs", ALL,
    ),
    "text for a date": (
        {"data/detained.csv": DETAINED.replace("2022-04", "April")},
        "unreadable-date", "data/detained.csv:2:1", "`April` stands where a date belongs", (*ALL, "April"),
    ),
    "row of another length": (
        {"data/detained.csv": DETAINED.replace("12", "12,1,1")},
        "row-length", "data/detained.csv:2:1", "the row has 4 cells, the heading 2", ALL,
    ),
    "open quotation mark": (
        {"data/detained.csv": DETAINED.replace("12", '"12')},
        "csv-syntax", "data/detained.csv:2:1", "quotation marks", BUT_FIGURES,
    ),
    "semicolons": (
        {"data/detained.csv": DETAINED.replace(",", ";")},
        "other-separator", "data/detained.csv:1:1", "divided by semicolons", BUT_FIGURES,
    ),
    "empty": (
        {"data/detained.csv": ""}, "empty-file", "data/detained.csv:1:1", "no heading row", BUT_FIGURES,
    ),
    "missing": (
        {"data/detained.csv": None},
        "missing-file", "datasets.yaml:3:9", "`data/detained.csv` cannot be read: there is no such file", BUT_FIGURES,
    ),
    "outside by dots": (
        {"datasets": DATASETS.replace("data/detained.csv", "../../secret.csv")},
        "file-outside-case", "datasets.yaml:3:9", "the file lies outside the case folder", BUT_FIGURES,
    ),
    "outside by its full path": (
        {"datasets": DATASETS.replace("data/detained.csv", "/etc/passwd")},
        "file-outside-case", "datasets.yaml:3:9", "copy it into the case folder", BUT_FIGURES,
    ),
    "name too long": (
        {"datasets": DATASETS.replace("data/detained.csv", "d" * 5_000)},
        "unreadable-file", "datasets.yaml:3:9", "cannot be read", BUT_FIGURES,
    ),
    "folder": (
        {"datasets": DATASETS.replace("data/detained.csv", "data")},
        "folder-for-file", "datasets.yaml:3:9", "a folder stands where a file belongs", BUT_FIGURES,
    ),
    "another encoding": (
        {"data/detained.csv": "month,persons\n2022-04,1\nM\xfcnchen,2\n".encode("cp1252")},
        "unreadable-encoding", "data/detained.csv:3:2", "UTF-8", BUT_FIGURES,
    ),
}  # fmt: skip


@each("fault", TABLES)
def test_a_fault_in_a_table_is_found_in_its_place_and_the_rest_is_built(tmp_path: Path, fault: str) -> None:
    files, name, place, words, kept = TABLES[fault]
    (tmp_path / "secret.csv").write_text("month,persons\nsecret,1\n")
    built = build(write_case(tmp_path, **files))

    assert _assert_found(built, name, place, words, kept).severity is Severity.ERROR
    assert "secret" not in built.text


@each(
    ("content", "name", "place", "words"),
    [
        (PEOPLE.replace("Tove", "T\xf6ve").encode("cp1252"), "unreadable-encoding", "people.yaml:4:34", "UTF-8"),
        (PEOPLE.encode("utf-16"), "unreadable-encoding", "people.yaml:1:1", "UTF-8"),
        (PEOPLE.replace("Tove", "To\x00ve").encode(), "unprintable-character", "people.yaml:4:35", "U+0000"),
        (PEOPLE.replace("Tove", "To\ue000ve").encode(), "unprintable-character", "people.yaml:4:35", "U+E000"),
        (PEOPLE.replace("Tove", "To\ue001ve").encode(), "unprintable-character", "people.yaml:4:35", "U+E001"),
        (PEOPLE.replace("Tove", "To\ue010ve").encode(), "unprintable-character", "people.yaml:4:35", "U+E010"),
        (PEOPLE.replace("Tove", "To\u202eve").encode(), "unprintable-character", "people.yaml:4:35", "U+202E"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_finding(
    tmp_path: Path, content: bytes, name: str, place: str, words: str
) -> None:
    built = build(write_case(tmp_path, people=content))

    _assert_found(built, name, place, words, BUT_PEOPLE)
    assert [one.name for one in built.session.report if one.code[:3] in {"SRC", "REC", "REF"}] == [name]


@each("escape", ["\\0", "\\ue000\\ue010\\ue001", "\\ue001", "\\x07", "\\uffff", "\\u202d"])
def test_a_character_that_is_written_as_an_escape_is_found_too(tmp_path: Path, escape: str) -> None:
    built = build(write_case(tmp_path, people=PEOPLE.replace("given: Ardel", f'given: "Ardel{escape}"')))

    _assert_found(built, "unprintable-character", "people.yaml:2:33", "cannot stand in a document", ALL)


def test_a_link_out_of_the_case_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text("- {id: solvan, name: Secret Name}\n")
    case = write_case(tmp_path, people=None)
    (case / "people.yaml").symlink_to(tmp_path / "secret.yaml")
    built = build(case)

    _assert_found(built, "file-outside-case", "people.yaml:1:1", "copy it into the case folder", BUT_PEOPLE)
    assert "Secret Name" not in built.text


def test_a_folder_of_narratives_that_is_a_link_out_of_the_case_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "background.md").write_text(BACKGROUND.replace("north", "secret place"))
    case = write_case(tmp_path, **{"narrative/background.md": None})
    (case / "narrative").symlink_to(tmp_path / "texts")
    built = build(case)

    _assert_found(built, "file-outside-case", "narrative/background.md:1:1", "outside", BUT_NARRATIVE)
    assert "secret place" not in built.text


def test_a_file_that_may_not_be_read_is_a_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # The suite may run as a user whom no permission stops, so the system's answer is given by hand.
    read = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "people.yaml":
            raise PermissionError(13, "Permission denied")
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)

    _assert_found(
        build(write_case(tmp_path)), "unreadable-file", "people.yaml:1:1", "check who may read it", BUT_PEOPLE
    )


@each(
    ("content", "name", "place", "words"),
    [
        (None, "missing-file", "case.yaml:1:1", "a case begins with a file `case.yaml`"),
        ("", "empty-file", "case.yaml:1:1", "the file is empty"),
        ("- a\n", "wrong-shape", "case.yaml:1:1", "fields are expected here"),
        ("just words", "wrong-shape", "case.yaml:1:1", "fields are expected here"),
        (
            CASE.replace("title: The Harbour Case\n", ""),
            "missing-field",
            "case.yaml:1:1",
            "the field `title` is missing",
        ),
        (CASE.replace("title: The", "title: 'The"), "yaml-syntax", "case.yaml:1:8", "quotation mark"),
        (b"\xff\xfe", "unreadable-encoding", "case.yaml:1:1", "UTF-8"),
        (CASE + "status: ilustration\n", "unknown-choice", "case.yaml:8:9", "draft, ready, illustration"),
    ],
)
def test_a_case_file_that_cannot_be_read_makes_nothing_and_says_why(
    tmp_path: Path, content: str | bytes | None, name: str, place: str, words: str
) -> None:
    built = build(write_case(tmp_path, **{"case.yaml": content}))

    _assert_found(built, name, place, words, ())
    assert built.session.graph is None
    assert built.made == ()


def test_a_faulty_field_of_the_case_leaves_its_documents(tmp_path: Path) -> None:
    built = build(write_case(tmp_path, case=CASE.replace("as_of: 2026-10-30", "as_of: today") + "markng: Secret\n"))

    _assert_found(built, "unreadable-date", "case.yaml:2:8", "`today` is no date", ALL)
    _assert_found(built, "unknown-field", "case.yaml:8:1", "did you mean `marking`?", ALL)


def test_one_faulty_filing_leaves_the_others(tmp_path: Path) -> None:
    case = CASE.replace("forum: uk-ghr}\n", "forum: uk-ghr}\n  - {id: second}\n")
    built = build(write_case(tmp_path, case=case))

    _assert_found(built, "missing-field", "case.yaml:7:5", "the field `forum` is missing", ALL)
    assert {made.filing.id for made in built.made} == {"submission"}


def test_a_filing_for_an_unknown_forum_makes_nothing_and_says_why(tmp_path: Path) -> None:
    built = build(write_case(tmp_path, case=CASE.replace("uk-ghr", "uk-grh")))

    _assert_found(built, "unknown-reference", "case.yaml:6:107", "did you mean `uk-ghr`?", ())
    assert [made.data for made in built.made] == [b""]


def test_faults_in_many_files_come_back_in_one_run(tmp_path: Path) -> None:
    built = build(
        write_case(
            tmp_path,
            roles=ROLES + "  acitng: true\n  as_of: soon\n",
            people=PEOPLE.replace("given: Tove", "gven: Tove"),
            allegations=ALLEGATIONS.replace("[torture]", "[tortur]"),
            sources=SOURCES + "- {id: report, title: Again}\n",
            steps="- [",
            persons="- a\n",
            **{
                "data/detained.csv": DETAINED.replace("12", "twelve"),
                "narrative/background.md": BACKGROUND.replace("@report", "@reprot"),
            },
        )
    )
    places = {str(one.span) for one in built.session.report if one.code[:3] in OF_READING}

    assert places == {
        "harbour/roles.yaml:8:3",
        "harbour/roles.yaml:9:10",
        "harbour/people.yaml:4:26",
        "harbour/allegations.yaml:5:13",
        "harbour/sources.yaml:3:8",
        "harbour/steps.yaml:1:3",
        "harbour/persons.yaml:1:1",
        "harbour/data/detained.csv:2:9",
        "harbour/narrative/background.md:6:33",
    }
    assert [text for text in ALL if text not in built.text] == []


def test_what_a_file_that_cannot_be_read_would_have_held_is_not_told_as_missing_too(tmp_path: Path) -> None:
    built = build(write_case(tmp_path, sources=SOURCES.replace("title: The Gazette", 'title: "The Gazette')))

    assert [one.name for one in built.findings if one.name in {"yaml-syntax", "unknown-source"}] == ["yaml-syntax"]


@each(
    "files",
    [{"roles": ROLES.replace("person: solvan", "person: solvn")}, {"allegations": "- ["}, {"roles": "\t- a\n"}],
)
def test_an_allegation_that_cannot_be_reached_is_not_told_as_missing(tmp_path: Path, files: dict[str, str]) -> None:
    built = build(write_case(tmp_path, **files))

    assert [one.name for one in built.findings if one.name == "filing-without-allegation"] == []


OF_READING = {"SRC", "REC", "REF", "TAB"}
"""First letters of the codes of findings about records as they are read."""

ONE_FILE = """\
case:
  title: The Harbour Case
  persons_concerned: [solvan]
  filings: [{id: submission, forum: uk-ghr}]
  summary: A summary that stands in every document.
people:
  - {id: solvan, name: {family: Solvan, given: Ardel}}
"""


def test_a_case_of_one_file_is_built(tmp_path: Path) -> None:
    (tmp_path / "harbour.yaml").write_text(ONE_FILE)
    built = build(tmp_path / "harbour.yaml", "harbour.yaml")

    assert SUMMARY in built.text
    assert PERSON in built.text
    assert [one for one in built.session.report if one.code[:3] in OF_READING] == []


def test_a_fault_in_a_case_of_one_file_has_its_place_in_it(tmp_path: Path) -> None:
    (tmp_path / "harbour.yaml").write_text(ONE_FILE.replace("given:", "gven:") + "rolls: []\nroles: {id: a}\n")
    built = build(tmp_path / "harbour.yaml", "harbour.yaml")
    found = {(one.name, str(one.span)) for one in built.session.report if one.code[:3] in OF_READING}

    assert found == {
        ("unknown-field", "harbour.yaml:7:41"),
        ("unknown-record-file", "harbour.yaml:8:1"),
        ("wrong-shape", "harbour.yaml:9:8"),
    }
    assert SUMMARY in built.text


@each(
    ("written", "printed"),
    [
        ("{% if x %} {{ 7 * 7 }}", "{% if x %} {{ 7 * 7 }}"),
        ("{% raw %}", "{% raw %}"),
        ("{## no comment ##}", "{## no comment ##}"),
        ("<b>bold</b> <script>x</script>", "&lt;b&gt;bold&lt;/b&gt; &lt;script&gt;x&lt;/script&gt;"),
        ("<img src=x onerror=y>", "&lt;img src=x onerror=y&gt;"),
    ],
)
@each("field", ["title: WRITTEN", "statement: WRITTEN", "answer: {asked: true, answer: WRITTEN}"])
def test_what_looks_like_a_template_or_html_in_a_record_stays_text(
    tmp_path: Path, field: str, written: str, printed: str
) -> None:
    name, _, _ = field.partition(":")
    if name == "statement":  # of the author's own, in which a name in braces is filled in, and nothing else is read
        printed = printed.replace("{{ 7 * 7 }}", "49")
    before = {"title": "title: Alleged beatings in the harbour", "statement": f"statement: {ALLEGATION}"}
    said = field.replace("WRITTEN", f"'x {written} y'")
    changed = ALLEGATIONS.replace(before[name], said) if name in before else f"{ALLEGATIONS}  {said}\n"
    built = build(write_case(tmp_path, allegations=changed))

    assert f"x {printed} y" in built.text
    assert [one.name for one in built.findings if one.severity is Severity.ERROR] == []


@each("line", ["{% if x %}", "{{ y }}", "{}", "{sic}", "<p>"])
def test_a_line_of_a_narrative_that_is_all_braces_stays_text(tmp_path: Path, line: str) -> None:
    built = build(write_case(tmp_path, **{"narrative/background.md": BACKGROUND + f"\n{line}\n"}))

    assert line.replace("<", "&lt;").replace(">", "&gt;") in built.text


NESTED = {
    "brackets": "a\n{{ " + "(" * 100_000 + "1" + ")" * 100_000 + " }}\n",
    "braces": "a\n" + "{{ " * 1_000_000,
    "terms": "a\n{{ 1" + " + 1" * 20_000 + " }}\n",
    "fields": "a\n{{ title" + ".a" * 300 + " }}\n",
    "conditions": "a\n" + "{% if 1 %}" * 5_000 + "{% endif %}" * 5_000,
    "a hundred conditions": "a\n" + "{% if 1 %}" * 110 + "{% endif %}" * 110,
    "loops": "a\n" + "{% for a in persons %}" * 30 + "{% endfor %}" * 30,
}


@each("kind", NESTED)
def test_nesting_without_end_in_a_template_is_found_and_the_other_forums_are_made(tmp_path: Path, kind: str) -> None:
    forum = tmp_path / "templates" / "mine"
    forum.mkdir(parents=True)
    (forum / "forum.yaml").write_text("id: mine\nextends: uk-ghr\ntitle: Mine\n")
    (forum / "brief.md.j2").write_text(NESTED[kind])
    case = CASE.replace("filings:\n", "filings:\n  - {id: ours, forum: mine}\n")
    built = build(write_case(tmp_path, case=case), workspace=open_workspace(tmp_path / "templates"))

    found = built.found("template-syntax")
    _check_words(found)
    assert (found.code, str(found.span)) == ("TPL101", "mine/brief.md.j2:2:1")
    assert "brackets or blocks stand in one another too often" in found.message
    assert list(dict.fromkeys((made.filing.id, bool(made.data)) for made in built.made)) == [
        ("ours", False),
        ("submission", True),
    ]

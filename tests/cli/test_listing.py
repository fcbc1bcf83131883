"""Help, lists, explanations, tables and schemas that the command prints."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from tests.case_folder import ALLEGATIONS, write_case
from tests.cli.command import Command

from probata import cli
from probata.checks import explain
from probata.cli.readers import names_of_readers, page_of_reader
from probata.compose.template_sections import template_blocks
from probata.forum import own_templates
from probata.model.kinds import KINDS


def test_a_forum_that_cannot_be_read_is_listed_as_such(probata: Command) -> None:
    probata("new", "forum", "our-letter", "--extends", "support-statement")
    profile = probata.folder / "templates/our-letter/forum.yaml"
    profile.write_text(profile.read_text(encoding="utf-8") + "\nmarkng: Secret\n", encoding="utf-8")

    found = probata("list", "forums")

    assert found.code == 0
    assert "our-letter\t[cannot be read]\t" in found.out


def test_the_formats_are_listed(probata: Command) -> None:
    listed = json.loads(probata("list", "formats", "--format", "json").out)

    assert [found["id"] for found in listed["formats"]] == ["docx", "html", "pdf"]


def test_instruments_are_listed_with_the_ids_that_records_use(probata: Command) -> None:
    assert "\nuncat\tUNCAT\t" in probata("list", "instruments").out


def test_styles_of_citation_are_listed_with_whether_their_manual_was_read(probata: Command) -> None:
    listed = json.loads(probata("list", "styles", "--format", "json").out)["styles"]

    assert [found["id"] for found in listed] == ["bluebook-21", "oscola-4", "oscola-5", "un-plain"]
    assert all(found["verified"] == "yes" or found["remark"] for found in listed)


def test_forms_of_authorities_are_listed_with_the_fields_that_each_needs(probata: Command) -> None:
    listed = json.loads(probata("list", "forms", "--format", "json").out)["forms"]

    assert {found["id"]: found["needs"] for found in listed}["echr_case"] == "name, number, date"


def test_every_check_that_is_listed_can_be_explained(probata: Command) -> None:
    checks = json.loads(probata("list", "checks", "--format", "json").out)["checks"]

    assert len(checks) > 10
    for check in checks:
        found = probata("explain", "check", check["name"])
        assert found.code == 0
        assert found.out.startswith(f"# {check['name']}\n")
        assert "## Why it matters" in found.out


@pytest.mark.parametrize("code", ["REF104", "SRC117", "TPL101", "tpl102", "TAB111"])
def test_the_code_of_a_finding_that_no_check_made_is_explained_as_such(probata: Command, code: str) -> None:
    found = probata("explain", "check", code)

    assert found.code == 0
    assert found.out.startswith(f"# {code.upper()}\n\nThis is no check")
    assert "`decisions.yaml` cannot decide it" in found.out


def test_every_code_of_the_program_is_a_checks_or_a_readers(probata: Command) -> None:
    texts = (path.read_text(encoding="utf-8") for path in Path(cli.__file__).parents[1].rglob("*.py"))
    codes = sorted({code for text in texts for code in re.findall(r'"([A-Z]{3}[0-9]{3})"', text)})

    assert len(codes) > 100
    assert [code for code in codes if explain(code) is None and page_of_reader(code) is None] == []


GOLDEN = Path(__file__).parents[1] / "golden"
CODE, NAME = re.compile(r"[A-Z]{3}[0-9]{3}"), re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def _constants(nodes: Iterable[ast.expr | None]) -> list[str]:
    return [str(node.value) if isinstance(node, ast.Constant) else "" for node in nodes]


def _named_in(text: str) -> Iterator[tuple[str, str]]:
    """Give each code that stands beside a name in the source of the program: as arguments, or as key and value."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call):
            given = {word.arg: value for word, value in zip(node.keywords, _constants(k.value for k in node.keywords),
                                                            strict=True)}  # fmt: skip
            found = [_constants(node.args), [given.get("code", ""), given.get("name", "")]]
        elif isinstance(node, ast.Dict):
            found = [_constants(pair) for pair in zip(node.keys, node.values, strict=True)]
        else:
            found = [_constants(node.elts)] if isinstance(node, ast.Tuple) else []
        for first, second in (pair for several in found for pair in pairwise(several)):
            for code, name in ((first, second), (second, first)):
                if CODE.fullmatch(code) and NAME.fullmatch(name):
                    yield code, name


def test_every_name_that_is_printed_is_explained() -> None:
    sources = Path(cli.__file__).parents[1].rglob("*.py")
    texts = (path.read_text(encoding="utf-8") for path in sources)
    named = {pair for text in texts if CODE.search(text) for pair in _named_in(text)}
    printed = {line.split(" | ")[1] for path in GOLDEN.glob("*/findings.txt")
               for line in path.read_text(encoding="utf-8").splitlines() if " | " in line}  # fmt: skip

    assert len(named) > 150
    assert "person-without-consent" in printed
    assert [name for _, name in named if not (explain(name) or page_of_reader(name))] == []
    assert [name for name in printed if not (explain(name) or page_of_reader(name))] == []
    others = {name: codes for name, codes in names_of_readers().items() if {"TPL101", "REF101"}.isdisjoint(codes)}
    assert {(code, name) for name, codes in others.items() for code in codes} <= named


@pytest.mark.parametrize("name", ["nothing", "ABC101", "STR999"])
def test_what_is_no_code_of_ours_is_no_check_and_the_families_of_readers_are_named(probata: Command, name: str) -> None:
    found = probata("explain", "check", name)

    assert found.code == 2
    assert f"there is no check `{name}`" in found.err
    assert "SRC, REC, REF" in found.err


def test_a_block_is_explained_with_what_it_holds_and_what_it_may_print(probata: Command) -> None:
    found = probata("explain", "block", "why_act", "--forum", "uk-ghr")

    assert found.code == 0
    assert found.out.startswith("why_act, in uk-ghr (")
    assert "\n  Why to act: purposes, seriousness, links, proportionality.\n" in found.out
    assert '{% for found in narrative("seriousness", "appropriateness", "nexus", "listings") %}' in found.out
    assert "\n  allegations: Allegations put forward in this document, numbered (list)\n" in found.out
    assert "(see `forum.yaml`)" in found.out


def test_a_block_of_a_template_in_word_is_explained_by_its_bracket(probata: Command) -> None:
    assert probata("new", "forum", "my-letter", "--extends", "uk-ghr", "--word").code == 0

    found = probata("explain", "block", "power", "--forum", "my-letter")

    assert found.code == 0, found.err
    assert found.out.startswith("power, in my-letter (templates/my-letter/template.docx)\n  What is asked for")
    assert "It stands there as `[section: power]`" in found.out
    assert "{% block" not in found.out
    rows = [line.split("\t") for line in probata("list", "blocks").out.splitlines()]
    assert "my-letter" in next(row for row in rows if row[0] == "power")[2].split(", ")


def test_a_template_in_word_that_cannot_be_read_has_no_blocks(probata: Command) -> None:
    assert probata("new", "forum", "my-letter", "--extends", "uk-ghr", "--word").code == 0
    (probata.folder / "templates/my-letter/template.docx").write_bytes(b"no Word file")

    assert probata("explain", "block", "power", "--forum", "my-letter").code == 2
    assert probata("explain", "block", "power").code == 0


def test_every_block_of_every_template_says_what_it_prints() -> None:
    for path in sorted(own_templates().glob("*/brief.md.j2")):
        for block in template_blocks(path.read_text(encoding="utf-8")):
            assert block.remark.endswith("."), f"{path.parent.name}: {block.name}"


def test_the_codes_of_conduct_are_listed_with_what_falls_under_them(probata: Command) -> None:
    listed = json.loads(probata("list", "conduct", "--format", "json").out)["conduct"]

    found = {code["code"]: code["what_falls_under_it"] for code in listed}
    assert found["extrajudicial_killing"] == "Deliberate killing outside any lawful process."
    assert "arbitrary_detention" in found


def test_the_provisions_of_an_instrument_are_listed_with_what_was_read(probata: Command) -> None:
    ran = probata("list", "provisions", "uncat")
    rows = [line.split("\t") for line in ran.out.splitlines()[1:]]

    assert {row[0] for row in rows} == {"uncat"}
    assert "1" in {row[1] for row in rows}
    assert "did you mean `uncat`?" in probata("list", "provisions", "uncatt").err


def test_a_record_is_explained_with_its_parts(probata: Command) -> None:
    page = probata("explain", "record", "allegation").out

    assert page == probata("explain", "record", "allegations.yaml").out
    assert "| `statement` |" in page
    assert "## Limb finding" in page
    assert "did you mean `allegation`?" in probata("explain", "record", "alegation").err


COMMANDS = (
    ("build",),
    ("check",),
    ("show",),
    ("list",),
    ("explain",),
    ("explain", "check"),
    ("new",),
    ("new", "case"),
    ("new", "forum"),
    ("import",),
    ("import", "sources"),
    ("import", "table"),
    ("import", "ftm"),
    ("export",),
    ("export", "sources"),
    ("export", "ftm"),
    ("schema",),
)


def test_the_help_names_every_command_and_every_exit_code(probata: Command) -> None:
    found = probata("--help")

    assert found.code == 0
    for name in {words[0] for words in COMMANDS}:
        assert name in found.out
    for code in ("0 fine", "1 something", "2 wrong usage", "3 a fault", "130 stopped"):
        assert code in " ".join(found.out.split())


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_every_command_says_what_it_is_for_and_explains_each_option(probata: Command, words: tuple[str, ...]) -> None:
    found = probata(*words, "--help")

    assert found.code == 0
    assert f"Usage: probata {' '.join(words)}" in found.out
    rows = [line.strip("│ ").split("  ") for line in found.out.splitlines() if line.strip("│ ").startswith("-")]
    assert rows
    for row in rows:
        assert len(row) > 1, f"{row[0]} has no explanation"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("check", "x", "--format", "nope"), "'nope' is not one of 'full', 'concise', 'json'"),
        (("show", "x", "nope"), "'nope' is not one of 'people', 'bodies'"),
        (("list", "nope"), "'nope' is not one of 'forums'"),
        (("build", "x", "--engine", "nope"), "'nope' is not one of 'typst', 'weasyprint'"),
        (("batch", "x", "--jobs", "two"), "a whole number belongs here"),
        (("batch", "x", "--jobs", "0"), "a number of 1 or more belongs here"),
    ],
)
def test_a_wrong_value_is_told_in_plain_words(probata: Command, words: tuple[str, ...], said: str) -> None:
    found = probata(*words)
    err = " ".join(found.err.replace("│", " ").split())

    assert found.code == 2
    assert said in err
    assert not re.search("Value error|Input should|integer", err)


def rows(out: str) -> list[list[str]]:
    return [line.split("\t") for line in out.splitlines()]


def test_the_matrix_shows_role_responsibility_provision_and_citations(probata: Command, harbour: Path) -> None:
    headings, *found = rows(probata("show", harbour, "matrix").out)

    assert headings == ["Allegation", "Role", "Responsibility", "Provision", "Citations"]
    assert found == [["beatings", "Ardel Solvan: Commander of the Harbour Guard", "command", "UNCAT art 1", "1"]]


def test_the_proof_shows_each_element_with_who_asks_for_it_and_how_it_stands(probata: Command, tmp_path: Path) -> None:
    allegations = ALLEGATIONS.replace(
        'evidence: ["report, p. 7"]',
        "evidence: [{source: report, pinpoint: {type: page, value: 7}, elements: [severe-pain]}]\n"
        "  gaps: [{elements: [purpose], reason: Nobody said why.}]",
    )
    headings, *found = rows(probata("show", write_case(tmp_path, allegations=allegations), "proof").out)
    by_element = {row[1]: dict(zip(headings, row, strict=True)) for row in found}

    assert by_element["severe-pain"]["Asked by"] == "UNCAT art 1"
    assert by_element["severe-pain"]["Status"] == "weak"
    assert by_element["severe-pain"]["Cited for"] == "report"
    assert by_element["purpose"]["Status"] == "gap stated: Nobody said why."
    assert by_element["intent"]["Status"] == "gap"
    assert by_element["responsible"]["Person"] == "Ardel Solvan"


def test_the_matrix_shows_what_is_missing_as_gaps(probata: Command, tmp_path: Path) -> None:
    bare = "- {id: bare, title: Bare, statement: It is alleged.}\n"

    _, *found = rows(probata("show", write_case(tmp_path, allegations=bare), "matrix").out)

    assert found == [
        [
            "bare",
            "[role: to complete]",
            "[responsibility: to complete]",
            "[provision: to complete]",
            "[citation: to complete]",
        ]
    ]


def test_the_timeline_begins_with_the_earliest(probata: Command, tmp_path: Path) -> None:
    events = (
        "- {id: raid, kind: incident, title: A raid, dates: 2022-05-03}\n"
        "- {id: decree, kind: measure, title: A decree, dates: 2019}\n"
    )

    _, *found = rows(probata("show", write_case(tmp_path, events=events), "timeline").out)

    assert [row[0] for row in found] == ["2019", "February 2021 to September 2023", "3 May 2022"]


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ("people", "Ardel Solvan"),
        ("bodies", "Harbour Guard"),
        ("roles", "Commander of the Harbour Guard"),
        ("allegations", "Alleged beatings in the harbour"),
        ("sources", "A Report on the Harbour"),
    ],
)
def test_each_kind_of_record_has_its_table(probata: Command, harbour: Path, table: str, words: str) -> None:
    found = probata("show", harbour, table)

    assert found.code == 0
    assert words in found.out


def test_a_case_that_cannot_be_read_ends_with_2(probata: Command, tmp_path: Path) -> None:
    found = probata("show", write_case(tmp_path, case=None), "people")

    assert found.code == 2
    assert "there is no such file" in found.err


def test_every_record_file_has_its_schema(probata: Command) -> None:
    found = probata("schema", "--out", "here/schemas")

    assert found.code == 0
    written = {path.name.removesuffix(".schema.json") for path in (probata.folder / "here/schemas").iterdir()}
    assert written == {"case", *(kind.key for kind in KINDS)}


def test_a_schema_is_valid_json_with_its_dialect(probata: Command) -> None:
    probata("schema")

    schema = json.loads((probata.folder / "schemas/exhibits.schema.json").read_text(encoding="utf-8"))
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["items"] == {"$ref": "#/$defs/Exhibit"}
    assert schema["$defs"]["Exhibit"]["required"] == ["id", "mark", "description"]


def test_a_schema_folder_that_cannot_be_made_ends_with_2(probata: Command) -> None:
    (probata.folder / "taken").write_text("a file", encoding="utf-8")

    found = probata("schema", "--out", "taken/schemas")

    assert found.code == 2
    assert found.err.startswith("`taken/schemas` could not be written: a file stands where a folder is needed\n")
    assert "Errno" not in found.err

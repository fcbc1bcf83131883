"""What the pages show works as it stands: records, profiles, findings and templates."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from textwrap import indent

from tests.checks.example_case import load_example
from tests.each import each
from tests.filings.cases import CLAIMS, EXAMPLE, FilingName
from tests.filings.made import made_filing
from tests.pages import FENCE, read
from tests.readers.html_text import read_html

from probata.checks.engine.case import CheckInput
from probata.checks.engine.run import run_checks
from probata.checks.records.authorities import authority_form_incomplete
from probata.checks.records.tenure import role_dates_mismatch
from probata.compose import context, views
from probata.compose.context import CaseContext, places_of_lists
from probata.compose.template_names import NAMES
from probata.diagnostics.render import full
from probata.forum import load_forum, own_templates
from probata.graph.load import load_case
from probata.graph.resolve import Known
from probata.law import load_catalogue
from probata.model.kinds import KIND_BY_KEY


def test_the_examples_of_the_first_steps_can_be_read_as_records(tmp_path: Path) -> None:
    case = tmp_path / "case.yaml"
    case.write_text("\n".join(examples_as_one_case()), encoding="utf-8")

    loaded = load_case(case, "case.yaml", Known(frozenset(), frozenset(), frozenset()))

    assert loaded.graph is not None
    assert len(loaded.graph.allegations) == 1
    assert [found.message for found in loaded.findings if found.code.startswith(("SRC", "REC"))] == []


def examples_as_one_case() -> Iterator[str]:
    """The first example below each heading that names a file; the last file named is the one shown."""
    for part in re.split(r"^### ", read("docs/first-steps.md"), flags=re.MULTILINE)[1:]:
        heading, _, text = part.partition("\n")
        kinds = [kind for kind in re.findall(r"`(\w+)\.yaml`", heading) if kind == "case" or kind in KIND_BY_KEY]
        fence = FENCE.search(text)
        if kinds and fence and fence["kind"] == "yaml":
            yield f"{kinds[-1]}:"
            yield "\n".join(f"  {line}" for line in fence["text"].splitlines())


def test_the_examples_of_authorities_are_read_without_a_finding(tmp_path: Path) -> None:
    part = read("docs/citations.md").partition("## Authorities")[2].partition("\n## ")[0]
    example = next(fence["text"] for fence in FENCE.finditer(part) if fence["text"].startswith("- id: "))
    case, faults = load_example(tmp_path, f"case: {{title: Example}}\nauthorities:\n{indent(example, '  ')}")

    assert faults == []
    assert len(case.graph.authorities) == 9
    assert run_checks(case, [authority_form_incomplete])[0].findings == ()


@each("page", ["docs/citations.md", "docs/templates.md"])
def test_the_example_of_notes_that_begin_again_in_each_section_is_a_profile_that_says_so(
    tmp_path: Path, page: str
) -> None:
    example = next(fence["text"] for fence in FENCE.finditer(read(page)) if "\nnotes: section" in f"\n{fence['text']}")
    folder = tmp_path / "my-forum"
    folder.mkdir()
    begun = "" if "extends:" in example else "id: my-forum\nextends: uk-ghr\n"
    (folder / "forum.yaml").write_text(begun + example, encoding="utf-8")

    loaded = load_forum("my-forum", (tmp_path, own_templates()))

    assert loaded.findings == ()
    assert loaded.forum is not None
    assert loaded.forum.profile.notes == "section"


def test_the_record_of_the_first_steps_is_in_the_example_and_its_paragraph_in_the_document() -> None:
    part = read("docs/first-steps.md").partition("## A record and the paragraph it makes")[2].partition("\n## ")[0]
    record = next(fence["text"] for fence in FENCE.finditer(part) if fence["kind"] == "yaml")
    quotes = re.findall(r"(?:^>.*\n)+", part, re.MULTILINE)
    paragraphs = [plain(text) for quote in quotes for text in re.split(r"\n>\s*\n", quote)]
    made = made_filing(FilingName(EXAMPLE, "uk-ghr"))
    shown = [plain(f"{item.number} {item.text}") for item in read_html(made.html)]

    assert record in read("claims/example/roles.yaml")
    assert paragraphs
    for paragraph in paragraphs:
        assert paragraph in shown, "show in docs/first-steps.md what the document of the example says now"


def test_the_finding_on_the_page_of_findings_is_that_of_the_example_before_it_was_decided(tmp_path: Path) -> None:
    shown = next(fence["text"] for fence in FENCE.finditer(read("docs/findings.md")) if "TIM103" in fence["text"])
    case = shutil.copytree(CLAIMS / EXAMPLE, tmp_path / EXAMPLE, ignore=shutil.ignore_patterns("decisions.yaml"))
    loaded = load_case(case, f"claims/{EXAMPLE}", Known(frozenset(), frozenset(), frozenset()))
    assert loaded.graph is not None
    (found,) = run_checks(CheckInput(loaded.graph, load_catalogue()), [role_dates_mismatch])[0].findings

    assert full.render([found], loaded.graph.texts) == f"{shown.rstrip()}\n"


def test_the_decision_on_the_page_of_findings_is_one_of_the_example() -> None:
    texts = [fence["text"] for fence in FENCE.finditer(read("docs/findings.md")) if fence["kind"] == "yaml"]
    decision = next(text for text in texts if text.startswith("- id: "))

    assert decision in read("claims/example/decisions.yaml")


def plain(text: str) -> str:
    """Letters and digits only; marks of notes, which the reader of a page leaves out, are dropped."""
    return re.sub(r"[\W⁰¹²³⁴⁵⁶⁷⁸⁹]+", "", text)


MAKE_LINES = {"Calculation", "TermWords", "CellRemarks"}
"""Classes that write lines of notes and tables; no template gets one."""
VIEWS = (context, *(import_module(f"{views.__name__}.{one.name}") for one in iter_modules(views.__path__)))


def test_the_page_of_templates_tells_every_name() -> None:
    page = read("docs/templates.md")
    source = read("src/probata/compose/context.py")
    names = {*re.findall(r'^            "(\w+)": ', source, re.MULTILINE), *places_of_lists()}
    told = " ".join(name for name, _, _ in NAMES)

    assert {"persons", "narrative", "list_of_sources"} <= names
    for name in names:
        assert re.search(rf"`{name}[`(]", told), f"template_names.py does not tell of `{name}`"
        assert re.search(rf"`{name}[`(]", page), f"docs/templates.md does not tell of `{name}`"


def test_the_page_of_templates_tells_every_field_of_every_view() -> None:
    page = read("docs/templates.md").partition("## What a template sees")[2]
    for module in VIEWS:
        for view in vars(module).values():
            if isinstance(view, type) and view.__module__ == module.__name__ and view is not CaseContext:
                for field in fields_of(view) if view.__name__ not in MAKE_LINES else ():
                    assert re.search(rf"^\| `{field}[`(]", page, re.MULTILINE), f"{view.__name__}.{field}"


def fields_of(view: type) -> Iterator[str]:
    names = [*vars(view).get("__annotations__", {}), *vars(view)]
    yield from dict.fromkeys(name for name in names if not name.startswith("_"))


def test_the_page_of_templates_tells_every_shared_part() -> None:
    page = read("docs/templates.md")
    for name in re.findall(r"{% macro (\w+)\(", read("templates/_base/parts.md.j2")):
        assert f"`parts.{name}(" in page, name

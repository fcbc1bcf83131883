"""The pages of the project say what is so: commands, links, rooms, dependencies, tables and examples."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer
from tests.each import each
from tests.pages import FENCE, LINK, PAGES, ROOT, anchors, prose, read
from tests.scripts import script

from probata.checks import list_checks
from probata.citation.style_file import load_legal_style, style_names
from probata.cli.main import COMMANDS, application
from probata.cli.record_pages import record_pages
from probata.compose.template_files import TemplateLoader
from probata.compose.template_sections import templates_upwards
from probata.forum import Profile, load_forum, own_templates
from probata.model.schema import record_schemas


def commands() -> Iterator[tuple[str, str]]:
    """Every command with its words, such as `explain check`, and what its help says it is for."""
    for name in COMMANDS:
        group: Any = typer.main.get_command(application([name]))
        command = group.commands[name]
        inner = list(inner_commands(command))
        yield from ((f"{name} {word}", found.help) for word, found in inner)
        if not inner:
            yield name, command.help


def inner_commands(command: Any) -> Iterator[tuple[str, Any]]:
    """The commands of a group; typer brings its own copy of click, so groups are known by what they hold."""
    yield from getattr(command, "commands", {}).items()


def test_the_list_of_commands_says_what_the_help_of_each_begins_with() -> None:
    for name, words in COMMANDS.items():
        command: Any = typer.main.get_command(application([name]))
        assert " ".join(command.commands[name].help.partition("\n\n")[0].split()) == words


def test_every_command_is_on_the_page_of_commands_and_has_help() -> None:
    page = read("docs/commands.md")
    found = dict(commands())

    assert {"build", "check", "show", "explain check", "new case"} <= set(found)
    for name, help_text in found.items():
        assert f"`probata {name}" in page, f"docs/commands.md does not tell of `probata {name}`"
        assert help_text, f"`probata {name}` has no help"


def test_no_page_tells_of_a_command_that_does_not_exist() -> None:
    known = {name for name, _ in commands()}
    for page in PAGES:
        for told in re.findall(r"`probata ([a-z]+(?: [a-z]+)?)", read(page)):
            assert {told, told.split()[0]} & known, f"{page} tells of `probata {told}`"


@each("page", PAGES)
def test_every_link_to_a_file_or_heading_leads_somewhere(page: str) -> None:
    for link in LINK.finditer(prose(page)):
        target = (ROOT / page).parent / link["path"] if link["path"] else ROOT / page
        assert target.exists(), f"{page}: {link[0]}"
        if link["anchor"] and target.suffix == ".md":
            assert link["anchor"] in anchors(target), f"{page}: {link[0]}"


def test_the_pages_are_reached_from_the_readme() -> None:
    reached, ahead = set[Path](), [ROOT / "README.md"]
    while ahead:
        page = ahead.pop()
        reached.add(page)
        links = (page.parent / link["path"] for link in LINK.finditer(prose(page.relative_to(ROOT).as_posix())))
        ahead += [path.resolve() for path in links if path.suffix == ".md" and path.resolve() not in reached]

    lost = {page for page in PAGES if page.startswith("docs/")} - {p.relative_to(ROOT).as_posix() for p in reached}
    assert not lost


@each("page", ["CONTRIBUTING.md", "docs/architecture.md"])
def test_every_file_and_folder_that_a_page_for_engineers_names_is_there(page: str) -> None:
    rooms = (ROOT, ROOT / "src/probata", *(ROOT / "src/probata").iterdir(), *(ROOT / "src/probata").glob("*/*/"))
    named = re.findall(r"`((?:[\w-]+/)+[\w.-]*|[\w-]+\.py)`", read(page))

    assert len(named) > 20
    made = ("internal/", "outgoing/", ".pytest_cache/")
    assert [one for one in named if not one.startswith(made) and not any((room / one).exists() for room in rooms)] == []


def test_the_directions_are_those_of_the_contract() -> None:
    page = read("docs/architecture.md").partition("## Directions")[2]
    block = FENCE.search(page)
    contract = project()["tool"]["importlinter"]["contracts"][0]

    assert block is not None
    assert block["text"].splitlines() == contract["layers"]


def project() -> dict[str, Any]:
    return tomllib.loads(read("pyproject.toml"))


def test_the_page_of_dependencies_covers_exactly_what_the_project_asks_for() -> None:
    described = re.findall(r"^\| (`.+?`) \|", read("docs/dependencies.md"), re.MULTILINE)
    names = sorted(name for cell in described for name in re.findall(r"`([^`]+)`", cell))
    asked = [*project()["project"]["dependencies"], *project()["dependency-groups"]["dev"]]

    assert names == sorted(re.split(r"[<>=]", requirement)[0] for requirement in asked)


def test_the_pages_of_records_are_current() -> None:
    pages = record_pages()
    assert {name: read(f"docs/{name}") for name in pages} == pages
    assert {f"records/{path.name}" for path in (ROOT / "docs" / "records").iterdir()} < set(pages)


def test_the_tables_of_checks_law_and_forums_are_current() -> None:
    writer = script("write_tables")

    for page in writer.PAGES:
        assert "<!-- table: " in read(page)
        assert read(page) == writer.fill(read(page)), f"{page}: run `make pages`"


def test_every_forum_has_its_page() -> None:
    forums = [path.parent.name for path in own_templates().glob("[!_]*/forum.yaml")]

    assert sorted(path.stem for path in (ROOT / "docs/forums").glob("*.md")) == sorted(forums)


def forum_pages() -> list[str]:
    return [page for page in PAGES if page.startswith("docs/forums/")]


def profile_of(page: str) -> Profile:
    loaded = load_forum(Path(page).stem, [own_templates()])
    assert loaded.forum is not None, loaded.findings
    return loaded.forum.profile


def rows(text: str) -> Iterator[dict[str, str]]:
    """Give the rows of all tables of a page, by the headings of their columns."""
    for table in re.findall(r"(?:^\|.*\|\n)+", text, re.MULTILINE):
        head, _, *body = ([cell.strip() for cell in line.strip("|\n").split("|")] for line in table.splitlines())
        yield from (dict(zip(head, cells, strict=True)) for cells in body if len(cells) == len(head))


@each("page", forum_pages())
def test_every_rule_that_a_page_names_is_in_its_profile(page: str) -> None:
    profile = profile_of(page)
    known = {rule.id for rule in profile.rules}
    others = {*profile.sections.named, *(found.check.name for found in list_checks())}
    told = {name for row in rows(read(page)) for name in re.findall(r"`([^`]+)`", row.get("Rule", ""))}
    in_brackets = set(re.findall(r"\(`([a-z]+(?:-[a-z]+)+)`\)", re.sub(r"^\|.*$", "", read(page), flags=re.MULTILINE)))

    assert len(told) > 5
    assert told - known == set()
    assert in_brackets - known - others == set()


@each("page", forum_pages())
def test_every_section_wanted_by_a_profile_has_its_row_among_the_parts(page: str) -> None:
    profile, forum = profile_of(page), Path(page).stem
    loaded = load_forum(forum, [own_templates()]).forum
    template = "\n".join(templates_upwards(f"{forum}/brief.md.j2", TemplateLoader([own_templates()]).text))
    parts = "\n".join(
        " ".join(cell for name, cell in row.items() if name != "Rule") for row in rows(read(page)) if "Part" in row
    )
    assert loaded is not None
    for section in (*profile.sections.required, *profile.sections.recommended):
        headed = re.search(rf"\{{#{section}\}}\n#+ (.+)", template)
        heading = headed[1] if headed else section
        if word := re.fullmatch(r"\{\{ words\.(\w+) \}\}", heading):
            found = loaded.words.find(word[1], "en")
            assert found is not None
            heading = found[0]
        named = (re.escape(heading), rf"\b{section.replace('-', '[ -]')}\b")
        assert any(re.search(name, parts, re.IGNORECASE) for name in named), f"{page} has no row for `{section}`"


def test_the_readme_shows_pictures_that_exist() -> None:
    shown = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", read("README.md"))

    assert len(shown) > 5
    assert [path for path in shown if not (ROOT / path).is_file()] == []


def test_the_schemas_are_current() -> None:
    kept = {path.name.removesuffix(".schema.json"): path for path in (ROOT / "docs/schemas").iterdir()}

    assert sorted(kept) == sorted(record_schemas())
    for name, schema in record_schemas().items():
        assert json.loads(kept[name].read_text(encoding="utf-8")) == schema, f"{name}: run `make pages`"


@each("path", sorted((ROOT / "claims").glob("*/*.yaml")), ids=str)
def test_a_record_file_names_its_schema(path: Path) -> None:
    first = path.read_text(encoding="utf-8").partition("\n")[0]

    assert first == f"# yaml-language-server: $schema=../../docs/schemas/{path.stem}.schema.json"


def test_the_page_of_citations_names_every_style_of_ours_with_its_csl_style() -> None:
    told = re.findall(r"^\| `([\w-]+)` \|.*\| CSL `([\w-]+)` \|", read("docs/citations.md"), re.MULTILINE)
    assert told == [(name, load_legal_style(name).csl) for name in told_first(style_names())]


def told_first(names: tuple[str, ...]) -> list[str]:
    """The styles in the order of the page: those of OSCOLA, which is the default, before the others."""
    return sorted(names, key=lambda name: (not name.startswith("oscola"), name))

"""The page of templates tells what a template sees."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

from tests.pages import read

from probata.compose import context, views
from probata.compose.context import CaseContext, places_of_lists
from probata.compose.template_names import NAMES

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

"""A case of another format: said in its place, and nothing else of it is read."""

from __future__ import annotations

from pathlib import Path

import yaml
from tests.case_folder import CASE, ROLES, build, write_case
from tests.each import each
from tests.pages import ROOT

from probata.source.read_case import FORMAT, KEY

FOLDERS = (*ROOT.glob("claims/*/case.yaml"), ROOT / "src/probata/scaffold/case/case.yaml")
EXAMPLES = tuple(ROOT.glob("templates/[!_]*/example.yaml"))


@each("path", sorted((*FOLDERS, *EXAMPLES)), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_case_that_ships_names_its_format(path: Path) -> None:
    held = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 (text only, no objects)
    case = held["case"] if path in EXAMPLES else held

    assert case.get(KEY) == FORMAT


@each("written", ["format: 1", 'format: "1"', "format: '01'", ""])
def test_a_case_of_our_format_or_of_none_is_read(tmp_path: Path, written: str) -> None:
    built = build(write_case(tmp_path, case=f"{written}\n{CASE}"))

    assert [found.name for found in built.findings if "format" in found.name] == []


@each(
    ("written", "name", "message", "help"),
    [
        ("0", "older-format", "the case is in format 0", "run `probata migrate harbour`"),
        ('"0"', "older-format", "the case is in format 0", "the files as they are now are kept"),
        ("2", "newer-format", "the case is in format 2", "install a newer version of Probata"),
        ("10", "newer-format", "reads format 1", "install a newer version of Probata"),
    ],
)
def test_another_format_is_the_only_finding_and_has_its_place(
    tmp_path: Path, written: str, name: str, message: str, help: str
) -> None:
    case = write_case(tmp_path, case=f"{CASE}format: {written}\nclaim: x\n", roles=ROLES + "- [\n")

    (found,) = build(case).findings

    assert (found.name, str(found.span)) == (name, "harbour/case.yaml:8:9")
    assert message in found.message
    assert help in found.help


def test_a_format_that_is_no_number_is_a_fault_of_the_field_and_the_rest_is_read(tmp_path: Path) -> None:
    built = build(write_case(tmp_path, case=f"{CASE}format: latest\n"))

    assert built.found("unknown-choice").message == "`latest` is no choice for `format`"
    assert built.made

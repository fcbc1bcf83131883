"""A name where an id belongs is joined with nothing; whom it means is said."""

from __future__ import annotations

from pathlib import Path

from tests.each import each

from probata.graph.load import load_case
from probata.graph.resolve import Known

PEOPLE = """\
- {id: kerr, name: Aldo Kerrin}
- {id: sova, name: Ilse Sova}
- {id: sova-2, name: Ilse Sova}
"""
SOURCES = "- {id: review, title: 'Review of camps, 2024', type: report}\n"


def help_on(folder: Path, role: str) -> str:
    (folder / "case.yaml").write_text("title: Example\n", encoding="utf-8")
    (folder / "people.yaml").write_text(PEOPLE, encoding="utf-8")
    (folder / "sources.yaml").write_text(SOURCES, encoding="utf-8")
    (folder / "roles.yaml").write_text(f"- id: r\n  title: Commander\n  dates: 2015\n{role}\n", encoding="utf-8")
    return load_case(folder, "claims/mine", Known()).findings[0].help


@each(
    ("role", "help"),
    [
        ("  person: Aldo Kerrin", "did you mean `kerr`, which is called so?"),
        ("  person: aldo  kerrin", "did you mean `kerr`, which is called so?"),
        ("  person: kerr\n  citations: ['Review of camps, 2024, p. 4']",
         "did you mean `review, p. 4`, which is called so?"),
    ],
)  # fmt: skip
def test_a_name_where_an_id_belongs_is_told_with_the_id(role: str, help: str, tmp_path: Path) -> None:
    assert help_on(tmp_path, role) == help


@each("name", ["Ilse Sova", "Review of camps, 2024", "Nobody Known"])
def test_a_name_of_two_of_none_or_of_another_kind_is_not_guessed(name: str, tmp_path: Path) -> None:
    assert help_on(tmp_path, f"  person: '{name}'").startswith("write the id of the record that is meant")

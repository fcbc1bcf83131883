"""Findings call records by their titles, with the id in brackets."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each

from probata.checks.engine.finding import for_readers, heading_of, title_of
from probata.diagnostics import say
from probata.diagnostics.message import Message
from probata.model.dataset import Dataset

CASE = """
case: {title: Example}
people: [{id: wolk, name: Mara Wolk}]
bodies: [{id: board, name: Prison Board}]
roles:
  - {id: r, person: wolk, title: "The “head” of `all` prisons", dates: 2015}
  - {id: long, person: wolk, title: "LONG", dates: 2015}
events: [{id: Raid, kind: incident, title: Raid, dates: 2016}]
""".replace("LONG", "head of the prisons " * 40)


@each(
    ("message", "titled"),
    [
        (f"role {say.role('r')} ended", "role “The ‘head’ of 'all' prisons” (`r`) ended"),
        (f"{say.body('board')} and role {say.role('none')}", "“Prison Board” (`board`) and role `none`"),
        (f"{say.unit('board')} before {say.body('board')}", "“Prison Board” (`board`) before “Prison Board”"),
        (f"event {say.event('Raid')}", "event `Raid`"),
        ("`r` ended", "`r` ended"),
        (f"from {say.date('2015-08/2017-04')}", "from August 2015 to April 2017"),
    ],
    ids=[
        "its marks give way",
        "one that there is not",
        "once with its id",
        "its id is its title",
        "no record",
        "a date",
    ],
)
def test_a_record_is_called_by_its_title_and_a_date_in_words(message: str, titled: str, tmp_path: Path) -> None:
    case, _ = load_example(tmp_path, CASE)

    assert for_readers(message, case.graph) == titled


def test_a_long_title_is_cut_at_a_word(tmp_path: Path) -> None:
    case, _ = load_example(tmp_path, CASE)

    assert title_of(case.graph, "roles", "long") == f"“{'head of the prisons ' * 4}head of …”"
    assert title_of(case.graph, "people", "wolk") == "“Mara Wolk”"


def test_a_column_is_called_by_its_heading() -> None:
    columns = [{"key": "n", "heading": "Number of returns"}, {"key": "m", "heading": "m"}]
    dataset = Dataset.model_validate({"id": "t", "title": "T", "file": "t.csv", "columns": columns})

    assert Message(heading_of(dataset, "n")) == "“Number of returns” (`n`)"
    assert Message(heading_of(dataset, "m")) == "`m`"
    assert Message(heading_of(dataset, "none")) == "`none`"

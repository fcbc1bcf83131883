"""The submission under the Global Human Rights Sanctions Regulations: sheets, reasons, request, annexes."""

from __future__ import annotations

import re
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import yaml
from tests.answers import KEPT
from tests.each import each
from tests.filings.cases import EXAMPLE, REAL, FilingName
from tests.filings.made import made_filing
from tests.readers.item import Item
from tests.readers.tree_text import read_tree
from tests.reads import have_read

from probata.diagnostics import Severity
from probata.document.tree import Document
from probata.document.walk import own_inlines, plain_text, walk_blocks
from probata.forum import load_forum, own_templates
from probata.pipeline import Workspace, filings, make_document, open_case, refusals

ROOTS = Workspace((own_templates(),), store=KEPT)
ANNEXES = FilingName(EXAMPLE, "uk-ghr-annexes")
ILLUSTRATION = FilingName(REAL, "uk-ghr")
DATA = yaml.safe_load((own_templates() / "uk-ghr" / "example.yaml").read_text(encoding="utf-8"))
del DATA["reads"]  # a change makes them void
Change = Callable[[dict[str, Any]], None]


def submission(folder: Path, change: Change, final: bool = True) -> Document:
    """Make the forum's own example with a change."""
    data = deepcopy(DATA)
    change(data)
    folder.mkdir(exist_ok=True)
    path = folder / "example.yaml"
    path.write_text(yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True), encoding="utf-8")
    session = open_case(have_read(path), path.name, ROOTS)
    filing = filings(session)[0]
    if final:
        assert refusals(session, ROOTS, filing) == ()
    tree, _, found = make_document(session, ROOTS, filing, final)
    assert tree is not None, found
    return tree


def of_person(**fields: Any) -> Change:
    """Return a change of the person concerned."""
    return lambda data: data["people"][0].update(fields)


def section(tree: Document, heading: str) -> list[Item]:
    """Return what stands below a numbered heading, up to the next with as high a number; notes left out."""
    items = [item for item in read_tree(tree) if item.kind != "note"]
    start = next(n for n, item in enumerate(items) if item.kind == "heading" and item.text == heading)
    ends = (n for n, item in enumerate(items) if n > start and item.kind == "heading" and _is_top(item))
    return items[start + 1 : next(ends, len(items))]


def _is_top(item: Item) -> bool:
    return bool(item.number) and "." not in item.number


_CITED = re.compile(r"\s(\[E\d+\]([\s\xa0](para[\s\xa0])?\d+)?|\(SD[^)]*\))")


def sheet(tree: Document, person: str) -> list[str]:
    """Return the cells and the line below them of the identification sheet of one person, without citations."""
    items = section(tree, "Identification sheets")
    start = next(n for n, item in enumerate(items) if item.kind == "heading" and item.text.startswith(person))
    ends = (n for n, item in enumerate(items) if n > start and item.kind == "heading")
    return [_CITED.sub("", item.text) for item in items[start + 1 : next(ends, len(items))]]


def names(cells: list[str]) -> list[list[str]]:
    """Return the rows of the table of names."""
    start = cells.index("Strength") + 1
    end = cells.index("Date of birth")
    return [cells[n : n + 6] for n in range(start, end, 6)]


def cell(cells: list[str], label: str) -> str:
    """Return what stands beside a label."""
    return cells[cells.index(label) + 1]


def words(tree: Document) -> str:
    return "\n".join(plain_text(own_inlines(block)) for block in walk_blocks(tree.blocks))


# The identification sheet


def test_a_sheet_has_what_a_listing_officer_types_by_its_label() -> None:
    cells = sheet(made_filing(ANNEXES).tree, "Daveth Orskelin")

    assert {label: cell(cells, label) for label in ("Date of birth", "Town of birth", "Country of birth")} == {
        "Date of birth": "19 March 1974",
        "Town of birth": "Dorvane",
        "Country of birth": "Kelvandra",
    }
    assert cell(cells, "Nationality") == "Kelvandran"
    assert cell(cells, "Identity documents") == "Interior Guard service number 4-0719-C, Kelvandra"
    first = cells.index("Position")
    assert cells[first : first + 6 : 2] == ["Position", "", ""]
    assert "4th Custody Battalion" in cells[first + 3]
    assert "1 February 2021 to 30 September 2023" in cells[first + 3]
    assert cell(cells, "Official address").startswith("Custody Department of the Interior Guard, 3 Guard Square")
    assert cell(cells, "Gender") == "male"
    assert "United Kingdom, UK Sanctions List" in cell(cells, "Existing listings")
    assert cell(cells, "Writing of the name") == "Kelvandran state table of 1998"


def test_each_name_has_its_parts_script_and_strength() -> None:
    tree = made_filing(ANNEXES).tree

    assert names(sheet(tree, "Daveth Orskelin")) == [
        ["primary name", "Orskelin", "Daveth", "Давет Орскелин", "Cyrillic, Kelvandran", "–"],
        ["variation", "Orskeljin", "David", "–", "–", "weak"],
    ]
    assert names(sheet(tree, "Ismeren Tovalka"))[1] == [
        "formerly", "Derrune", "Ismeren", "Исмерен Дерруне", "Cyrillic, Kelvandran", "strong",
    ]  # fmt: skip


NATIVE = "Мара Волк"


@each(
    ("native", "shown", "lacks"),
    [
        ({"lang": "qaa-Cyrl"}, "Cyrillic", "language of the name in its own script"),
        ({"lang": "qaa-Cyrl", "language_name": "Kelvandran"}, "Cyrillic, Kelvandran", ""),
        ({"lang": "ru"}, "Cyrillic, Russian", ""),
        ({"lang": "sr", "language_name": "Serbo-Croatian"}, "Cyrillic, Serbo-Croatian", ""),
        ({"text": "刘建超", "lang": "zh", "script": "Hans"}, "Han (simplified), Chinese", ""),
        ({"text": "劉建超", "lang": "zh-hant"}, "Han (traditional), Chinese", ""),
        (None, "–", "script and language of that name"),
    ],
)
def test_a_name_is_shown_with_its_script_and_language_or_they_are_said_to_be_missing(
    tmp_path: Path, native: dict[str, str] | None, shown: str, lacks: str
) -> None:
    name = {"family": "Wolk", "given": "Mara"} | ({"native": {"text": NATIVE} | native} if native else {})
    cells = sheet(submission(tmp_path, of_person(name=name)), "Mara Wolk")
    labels = ("script and language of that name", "language of the name in its own script")
    missing = [label for label in labels if label in cells[-1]]

    assert names(cells)[0][4] == shown
    assert missing[:1] == [lacks] * bool(lacks)


def test_where_somebody_is_from_is_no_place_of_birth(tmp_path: Path) -> None:
    from_there = of_person(birth={"date": "1964-02", "origin": "Halvet District"})
    tree = submission(tmp_path, from_there)
    cells = sheet(tree, "Mara Wolk")

    assert cell(cells, "Stated origin (not a place of birth)") == "Halvet District"
    assert "Halvet" not in cell(cells, "Town of birth") + cell(cells, "Country of birth")
    assert "town of birth, country of birth" in cells[-1]
    assert "Halvet" not in cell([item.text for item in section(tree, "The persons")], "Born")


BORN = {
    "date": {"value": "1964-02", "citations": ["report, p. 7"]},
    "place": "Ostamar",
    "country": "Kelvandra",
    "alternatives": [
        {"date": "1965", "citations": ["gazette, p. 3"]},
        {"place": "Halvet", "country": "Norrland"},
        {"date": "~1966", "place": "Dorvane"},
    ],
}


def test_other_dates_and_places_of_birth_are_numbered(tmp_path: Path) -> None:
    tree = submission(tmp_path, of_person(birth=BORN))
    cells = sheet(tree, "Mara Wolk")
    born = cell([item.text for item in section(tree, "The persons")], "Born")

    assert cell(cells, "Date of birth") == "(1) February 1964; (2) 1965; (3) about 1966"
    assert cell(cells, "Town of birth") == "(1) Ostamar; (2) Halvet; (3) Dorvane"
    assert cell(cells, "Country of birth") == "(1) Kelvandra; (2) Norrland"
    assert "(1) February 1964; (2) 1965; (3) about 1966" in born
    assert "(1) Ostamar, Kelvandra; (2) Halvet, Norrland; (3) Dorvane" in born


def test_what_is_not_recorded_is_listed(tmp_path: Path) -> None:
    def bare(data: dict[str, Any]) -> None:
        data["people"].append({"id": "tarn", "name": {"family": "Tarn", "given": "Odo"}})
        data["case"]["persons_concerned"].append("tarn")

    tree = submission(tmp_path, bare, final=False)

    assert sheet(tree, "Odo Tarn")[-1] == (
        "Not recorded: name in its own script, script and language of that name, other names, date of birth, "
        "town of birth, country of birth, nationality, passports and identity documents, position, address, gender, "
        "search for existing listings."
    )
    assert sheet(tree, "Mara Wolk")[-1] == (
        "Not recorded: language of the name in its own script, other names, town of birth, country of birth, "
        "passports and identity documents, address, gender, search for existing listings."
    )


# The statement of reasons


def two_persons(data: dict[str, Any]) -> None:
    """Add a second person, of whom another kind of involvement is argued."""
    data["people"].append(
        {
            "id": "tarn",
            "name": {"family": "Tarn", "given": "Odo", "native": {"text": "Одо Тарн", "lang": "qaa-Cyrl"}},
            "birth": {"date": "1970"},
            "nationalities": ["Kelvandran"],
        }
    )
    data["case"]["persons_concerned"].append("tarn")
    role = deepcopy(data["roles"][0])
    data["roles"].append({**role, "id": "tarn-deputy", "person": "tarn", "title": "Deputy Governor"})
    allegation = data["allegations"][0]
    allegation["roles"].append({"role": "tarn-deputy"})
    allegation["limbs"][1]["persons"] = ["wolk"]
    allegation["limbs"].append(
        {"forum": "uk-ghr", "limb": "6(3)(c)", "text": "He hid the register.", "persons": ["tarn"]}
    )


def test_the_statement_of_reasons_names_only_the_limbs_argued_for_that_person(tmp_path: Path) -> None:
    items = section(submission(tmp_path, two_persons), "Draft statements of reasons")
    at = {item.text: n for n, item in enumerate(items) if item.kind == "heading"}
    wolk, tarn = (
        " ".join(item.text for item in part)
        for part in (items[at["Mara Wolk"] : at["Odo Tarn"]], items[at["Odo Tarn"] :])
    )

    assert "reasonable grounds to suspect that Mara Wolk (Governor of North Prison, January 2020 to June 2023)" in wolk
    assert "(regulation 4(2)(b))" in wolk
    assert "(regulation 6(3)(a))" in wolk
    assert "6(3)(c)" not in wolk
    assert "(regulation 4(2)(b))" in tarn
    assert "Tarn conceals evidence of such an activity (regulation 6(3)(c))" in tarn
    assert "6(3)(a)" not in tarn


def test_a_limb_that_nobody_argued_is_in_no_statement_of_reasons(tmp_path: Path) -> None:
    def unargued(data: dict[str, Any]) -> None:
        data["allegations"][0]["limbs"].pop()

    reasons = " ".join(
        item.text for item in section(submission(tmp_path, unargued, final=False), "Draft statements of reasons")
    )

    assert "4(2)(b)" in reasons
    assert "6(3)" not in reasons


def test_a_person_reached_through_another_is_called_an_involved_person_and_an_unread_limb_is_not_given_as_settled(
    tmp_path: Path,
) -> None:
    def member(data: dict[str, Any]) -> None:
        data["allegations"][0]["limbs"][1]["limb"] = "6(2)(d)"
        data["allegations"][0]["limbs"].append({"forum": "uk-ghr", "limb": "6(3)(f)", "text": "She opened no inquiry."})

    tree = submission(tmp_path, member)
    reasons = " ".join(item.text for item in section(tree, "Draft statements of reasons"))

    assert "is an involved person within the meaning of regulation 6" in reasons
    assert "is or has been involved in activities" not in reasons
    assert "(regulation 6(3)(f), in substance)" in reasons
    assert "Regulation 6(3)(f): in substance, is responsible" in words(tree)


# The request and the annexes


def test_a_measure_is_requested_with_its_reason_where_one_is_recorded(tmp_path: Path) -> None:
    def reasoned(data: dict[str, Any]) -> None:
        data["case"]["filings"][0]["relief"] = [
            {"measure": "Asset freeze", "argument": "It ends dealings."},
            {"measure": "Travel ban"},
        ]

    tree = submission(tmp_path, reasoned)
    request = [item.text for item in section(tree, "Request and power")]
    measured = [text for text in request if text.startswith(("Asset freeze", "Travel ban"))]

    assert measured == ["Asset freeze. It ends dealings."]
    assert "Travel ban" in words(tree)


def test_the_annexes_stand_in_their_order() -> None:
    headings = [item for item in read_tree(made_filing(ANNEXES).tree) if item.number.startswith("Annex ")]

    assert [item.number for item in headings] == [f"Annex {n}" for n in range(1, len(headings) + 1)]
    assert [item.text for item in headings if item.text != "Charts"] == [
        "Identification sheets",
        "Evidence schedule",
        "Chronology",
        "Statistics",
        "Provisions in dispute",
        "Exhibits",
    ]


def test_an_illustration_asks_for_nothing_and_offers_no_reasons() -> None:
    shown = words(made_filing(ILLUSTRATION).tree)

    assert "statements of reasons" not in shown
    assert "The following measure is requested" not in shown
    assert "measures are requested" not in shown


@each(
    ("name", "verified", "says"),
    [
        ("actors", True, "State actors and of non-State actors"),
        ("factors", True, "who the victim is"),
        ("no-limitation-period", True, "There is no limitation period."),
        ("translations", False, "an official translation and a signed declaration of the translator"),
    ],
)
def test_what_the_office_weighs_and_takes_is_advice(name: str, verified: bool, says: str) -> None:
    forum = load_forum("uk-ghr", [own_templates()]).forum
    assert forum is not None
    rule = forum.profile.rule(name)
    assert rule is not None
    assert says in rule.text
    assert (rule.verified, rule.optional, rule.heaviest) == (verified, True, Severity.WARNING)
    assert bool(rule.analogy) is not verified, "translations follow a text on another procedure"


def test_a_filing_may_be_made_without_footnotes(tmp_path: Path) -> None:
    with_notes = submission(tmp_path / "a", of_person())
    without = submission(tmp_path / "b", lambda data: data["case"]["filings"][0].update(footnotes=False))

    assert [any(item.kind == "note" for item in read_tree(tree)) for tree in (with_notes, without)] == [True, False]

"""What the record of an authority says in several places."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks.engine.run import run_checks
from probata.checks.records.authorities import authority_told_differently

CASE = """
case: {title: Example}
authorities:
  - id: pol
    kind: judgment
    name: NAME
    citation: "CITATION"
    court: Court of Review of Sol (First Chamber)
    number: 112/2022
    date: DATE
    OTHER
events: [{id: death, kind: act, title: Death of Pol, dates: DIED, citations: [pol]}]
"""
CITATION = "*Pol v State*, no 112/2022, Court of Review of Sol, 7 March 2023"


def found(
    folder: Path, citation: str = CITATION, date: str = "2023-03-07", name: str = "Pol v State", other: str = "",
    died: str = "2022-05-14",
) -> list[tuple[str, str]]:  # fmt: skip
    text = CASE.replace("CITATION", citation).replace("DATE", date).replace("NAME", name).replace("OTHER", other)
    case, faults = load_example(folder, text.replace("DIED", died))
    assert faults == []
    findings = run_checks(case, [authority_told_differently])[0].findings
    return [(one.severity.value, in_ids(one.message).removeprefix("authority `pol` ")) for one in findings]


@each(
    "citation",
    [
        CITATION,
        "*Pol v State* (Court of Review of Sol, 2023)",
        "*Pol v State* [2021] 1 SLR 12",
        "*Pol v State* (2021) 28 SLR 12",
        "*Pol v State*, nos 111/2022 and 112/2022, 7 March 2023, published on 9 May 2024",
        "*Pol v State*, 28 SLR 12",
        "*Pol v State* (CoR, March 2023)",
        "*Pol v State*, on appeal from the Supreme Court, Court of Review of Sol, 7 March 2023",
    ],
)
def test_a_citation_that_may_be_of_the_record_is_left_alone(tmp_path: Path, citation: str) -> None:
    assert found(tmp_path, citation) == []


@each(
    ("citation", "message"),
    [
        (CITATION.replace("7 March", "17 March"), "is dated `2023-03-07`, and its citation gives `17 March 2023`"),
        ("*Pol v State* (CoR, 2022)", "is dated `2023-03-07`, and its citation gives `2022`"),
        ("Report (2022) UN Doc A/1", "is dated `2023-03-07`, and its citation gives `2022`"),
        (CITATION.replace("112", "121"), "has number `112/2022`, and its citation gives `121/2022`"),
        (
            CITATION.replace("Review", "Appeal"),
            "is of `Court of Review of Sol (First Chamber)`, and its citation gives `Court of Appeal of Sol`",
        ),
    ],
)
def test_a_date_number_or_court_that_cannot_be_that_of_the_record_is_found(
    tmp_path: Path, citation: str, message: str
) -> None:
    assert found(tmp_path, citation) == [("warning", message)]


@each(
    ("citation", "date"),
    [
        ("Prison Law (promulgated 29 December 1994, revised 26 October 2012)", "2012-10-26"),
        ("Prison Law (revised 26 October 2012)", "1994-12-29"),
        ("Ley de Prisiones, texto consolidado de 26 October 2012", "1994-12-29"),
        ("《监狱法》（2012年10月26日修订, 26 October 2012)", "1994-12-29"),
        ("Prison Law, as amended on 26 October 2012", "2012"),
    ],
)
def test_a_law_that_was_revised_bears_several_days(tmp_path: Path, citation: str, date: str) -> None:
    law = CASE.replace("kind: judgment", "kind: statute").replace("NAME", "Prison Law of 1994")
    law = law.replace("CITATION", citation).replace("DATE", date).replace("DIED", "2022-05-14")
    case, faults = load_example(tmp_path, law.replace("OTHER", "final_on: 1995-01-01"))
    assert faults == []

    assert run_checks(case, [authority_told_differently])[0].findings == ()


def test_the_number_of_a_law_that_was_revised_and_the_day_of_reading_are_compared(tmp_path: Path) -> None:
    law = CASE.replace("kind: judgment", "kind: statute").replace("NAME", "Prison Law of 1994").replace("DATE", "2012")
    law = law.replace("CITATION", "Prison Law no 121/2022 (revised 26 October 2012)").replace("DIED", "2022-05-14")
    case, _ = load_example(tmp_path, law.replace("OTHER", "read_on: 2011-01-01"))

    found = [in_ids(one.message) for one in run_checks(case, [authority_told_differently])[0].findings]
    assert found == [
        "authority `pol` has number `112/2022`, and its citation gives `121/2022`",
        "authority `pol` is dated `2012`, and was read on `2011-01-01`, before that",
    ]


def test_a_law_that_is_not_said_to_be_revised_and_a_judgment_that_is_are_compared(tmp_path: Path) -> None:
    law = CASE.replace("kind: judgment", "kind: statute").replace("NAME", "Prison Law of 1994").replace("DATE", "2012")
    law = law.replace("CITATION", "Prison Law").replace("DIED", "2022-05-14").replace("OTHER", "final_on: 2012")
    case, _ = load_example(tmp_path, law)
    judgment = found(tmp_path / "judgment", "*Pol v State*, 7 March 2022 (revised)")

    assert len(run_checks(case, [authority_told_differently])[0].findings) == 1
    assert judgment == [("warning", "is dated `2023-03-07`, and its citation gives `7 March 2022`")]


def test_what_is_only_about_so_decides_nothing(tmp_path: Path) -> None:
    assert found(tmp_path, date="~2021") == []


def test_a_date_at_the_end_of_the_name_is_compared(tmp_path: Path) -> None:
    message = "is dated `2023-03-07`, and its name ends in `June 2019`"

    assert found(tmp_path, name="Letter of June 2019") == [("warning", message)]
    assert found(tmp_path, name="Letter of March 2023") == []
    assert found(tmp_path, name="Letter of 2019 on custody") == []


@each(("field", "what"), [("final_on", "final or in force"), ("read_on", "read")], ids=["final", "read"])
def test_nothing_becomes_final_or_is_read_before_it_is_given(tmp_path: Path, field: str, what: str) -> None:
    message = f"is dated `2023-03-07`, and was {what} on `2023-01-30`, before that"

    assert found(tmp_path, other=f"{field}: 2023-01-30") == [("warning", message)]
    assert found(tmp_path, other=f"{field}: 2023") == []


def test_a_holding_or_an_event_later_than_the_judgment_is_a_note(tmp_path: Path) -> None:
    holdings = "holdings: [{id: died, text: He died on 14 May 2024.}, {id: lived, text: He lived on 12 May 2022.}]"

    assert found(tmp_path, other=holdings, died="2024-05-14") == [
        ("info", "is dated `2023-03-07`, and a holding names `14 May 2024`, which is later"),
        ("info", "is dated `2023-03-07`, and event `death`, which is taken from it, `2024-05-14`"),
    ]

"""Advice that speaks of YAML says in a workbook what to write under which heading."""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook
from tests.each import each
from tests.workbook.edited import cell_of, found, put

from probata.checks.engine.decisions import fingerprint_of_finding
from probata.diagnostics import Diagnostic, Severity, Span, say
from probata.workbook.in_sheets import in_sheets

STANDINGS = say.field("standings", "case")


def said(record: str, help: str) -> str:
    """Return the advice on a record as a workbook has it."""
    return in_sheets(Diagnostic("X", "x", Severity.INFO, "a fact", Span("case.xlsx#Roles"), help, record=record)).help


def test_a_list_that_is_wanted_is_a_row_of_its_sheet() -> None:
    filings = Span("case.xlsx#Filings", 2, 1, 2, 2)
    one = Diagnostic("X", "x", Severity.INFO, "a fact", filings, "add `relief: …`", record="filings/uk")
    assert in_sheets(one).help == "add a row in the sheet `Relief`"


@each(
    ("record", "help", "in_a_workbook"),
    [
        ("allegations/a", "write `answer: {reason: …}`", "write a value under `Answer: reason`"),
        ("sources/a", "write `held: held` and `accessed: …`", "write `held` under `Held` and a value under `Accessed`"),
        ("events/a", "mark the event `context_only: true`", "mark the event `yes` under `Context only`"),
        ("allegations/a", "such as `elements: [conduct]`", "such as `conduct` under `Elements`"),
        (
            "allegations/a",
            "write under `limbs` how, such as `{forum: uk-ghr, limb: 6(3), text: …}`",
            "write in the sheet `Limbs` how, such as `uk-ghr` under `Forum`, `6(3)` under `Limb` "
            "and a value under `Text`",
        ),
        ("datasets/a", "add `- {key: n, heading: …}` to its `columns`",
         "add `n` under `Key` and a value under `Heading` to the sheet `Columns`"),
        ("case/a", f"write it under {STANDINGS}", "write it in the sheet `Treaties`"),
        ("allegations/a", f"write it under {STANDINGS}", "write it in the sheet `Treaties`"),
        ("allegations/a", f"correct the text or {STANDINGS}", "correct the text or the sheet `Treaties`"),
        ("people/a", "add a record with this id to `roles.yaml`", "add a record with this id to the sheet `Roles`"),
        ("statements/a", "in a paragraph with `part: opening`", "in a paragraph with `opening` under `Part`"),
        ("quotations/a", "add `quoted_in`: the source", "add `Quoted in`: the source"),
        ("filings/a", "give it as its `language:`", "give it as its `Language`"),
        ("filings/a", "the filing's id under `not_in`", "the filing's id under `Not in`"),
        ("roles/a", "or narrow `certain`", "or narrow `Dates: certain`"),
        ("statements/a", "`place: Albany, New York`", "`Albany, New York` under `Place`"),
    ],
)  # fmt: skip
def test_yaml_in_advice_becomes_values_under_headings(record: str, help: str, in_a_workbook: str) -> None:
    assert said(record, help) == in_a_workbook


@each(
    "help",
    [
        "add the place, such as `[@report, p. 4]`",
        "write `{{ figure('killed').number }}`",
        "it begins with `https://x.org: 3`",
        "label it `oversight`",
    ],
)
def test_what_is_no_field_stays_as_it_is(help: str) -> None:
    assert said("allegations/a", help) == help


def test_what_a_decision_rests_on_is_the_same_in_both_forms() -> None:
    one = Diagnostic("X", "x", Severity.INFO, "see `decisions.yaml`", Span("case.xlsx#Roles"), "do", record="roles/a")

    assert in_sheets(one).message == "see the sheet `Decisions`"
    assert fingerprint_of_finding(in_sheets(one).message) == fingerprint_of_finding(one.message)


@each(
    ("sheet", "heading", "text", "message", "help"),
    [
        ("Roles", "Dates", "3/4/2015", "ambiguous: in one country it is 2015-04-03, in another 2015-03-04",
         "write `2015-04-03` or `2015-03-04`"),
        ("Roles", "Dates", "21/8/2015", "`21/8/2015` is no date", "write `2015-08-21`"),
        ("Roles", "Dates", "the spring", "`the spring` is no date",
         "write 2015, Aug 2015, 21 Aug 2015, Aug 2015 – Apr 2017, from May 2022, until 2014 or about 2014"),
        ("Roles", "As of", "3 – 9 March 2023", "`2023-03-03/2023-03-09` is a period, and one date is wanted here",
         "write the one date that is meant: `2023-03-03` or `2023-03-09`"),
        ("Roles", "Dates", "Jan 2021 and May 2022", "`Jan 2021 and May 2022` is no date: these are two dates",
         "write `2021-01/2022-05` if it went on from the one to the other, or else the one that is meant"),
        ("Roles", "Dates", "mid-2014", "`mid` is not understood",
         "write `2014`, or `../2014` until then, `2014/..` from then on, `~2014` about then"),
        ("Roles", "Dates", "2017/2015", "the end is before the beginning", "write `2015/2017`"),
        ("Roles", "Acting", "perhaps", "`perhaps` should be yes or no", "write `yes` or `no`"),
        ("Roles", "Person", "Mara Wolk", "`Mara Wolk` cannot be an id", "did you mean `wolk`, which is called so?"),
        ("Roles", "Person", "Nobody Known", "`Nobody Known` cannot be an id",
         "write the id of the record that is meant: an id has letters, digits, hyphens, dots and underscores only"),
        ("Roles", "Person", None, "nothing stands under `Person`", "add a value under `Person`"),
        ("Roles", "Full time", "x", "yes or no", "write `yes` or `no`"),
    ],
)  # fmt: skip
def test_faults_of_form_are_told_in_cells(
    sheet: str, heading: str, text: object, message: str, help: str, tmp_path: Path
) -> None:
    (fault,) = map(in_sheets, found(tmp_path, put(sheet, heading, text)))

    assert message in fault.message
    assert fault.help == help


def test_a_heading_that_no_record_has_is_told_with_the_headings_that_there_are(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        book["Roles"][cell_of(book, "Roles", "Full time", 1)] = "Ful time"
        book["Roles"][cell_of(book, "Roles", "Ful time")] = "no"

    (fault,) = map(in_sheets, found(tmp_path, change))
    assert (fault.message, fault.help) == ("there is no column `Ful time` here", "did you mean `Full time`?")


def test_a_wrong_heading_is_told_once_whatever_is_below_it(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        book["People"].append(["other", "Other One"])
        book["People"]["B1"] = "Full name"

    told = [fault for fault in found(tmp_path, change) if fault.name == "unknown-field"]
    assert [str(fault.span).rpartition("#")[2] for fault in told] == ["People!B1"]

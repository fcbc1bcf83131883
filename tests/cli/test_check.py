from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

from tests.case_folder import ALLEGATIONS, BACKGROUND, BARE, ROLES, write_case
from tests.cli.command import Command

from probata.checks import Answer, list_checks
from probata.cli.tables.statistics import count_by_check, table_for_terminal, without_findings
from probata.cli.tables.table import Table
from probata.diagnostics import Diagnostic, Severity

CLAIMS = Path(__file__).parents[2] / "claims"


def test_a_must_fix_finding_ends_with_1_and_is_one_line_where_nobody_looks(probata: Command, tmp_path: Path) -> None:
    case = write_case(tmp_path, roles=ROLES.replace("[commander]", "[comander]"))

    found = probata("check", case, "--all")

    assert found.code == 1
    line = (
        "roles.yaml:3:11: must fix: no post has the id `comander` (unknown-reference, REF101); "
        "next step: did you mean `commander`?"
    )
    assert f"{case.as_posix()}/{line}\n" in found.out
    assert found.err.startswith("findings: 1 must fix")


def test_the_full_form_shows_the_line_and_the_next_step(probata: Command, tmp_path: Path) -> None:
    case = write_case(tmp_path, roles=ROLES.replace("person: solvan", "person: solvn"))

    out = probata("check", case, "--format", "full").out

    assert "  2 |   person: solvn\n    |           ^^^^^\n" in out
    assert "next step: did you mean `solvan`?" in out


def test_a_case_that_cannot_be_read_is_a_must_fix_finding(probata: Command, tmp_path: Path) -> None:
    found = probata("check", write_case(tmp_path, case=None))

    assert found.code == 1
    assert "Must fix\n  1  There is no such file" in found.out
    assert "case.yaml:1:1" in found.out
    assert "ready" not in found.out


def test_a_value_cannot_steer_the_terminal(probata: Command, tmp_path: Path) -> None:
    roles = ROLES.replace("person: solvan", 'person: "\\e[31msolvan"')

    out = probata("check", write_case(tmp_path, roles=roles)).out

    assert "\x1b" not in out
    assert "[31msolvan" in out


def test_a_section_whose_place_no_template_prints_is_named_with_the_place_that_was_meant(
    probata: Command, tmp_path: Path
) -> None:
    misspelt = BACKGROUND.replace("place: background", "place: backgrund")
    case = write_case(tmp_path, **{"narrative/background.md": misspelt})

    out = probata("check", case, "--format", "full").out

    assert "(`background`) stands in no document of this case" in out
    assert "next step: did you mean `place: background`?" in out


def test_one_file_of_a_case_is_answered_with_its_folder(probata: Command, harbour: Path) -> None:
    found = probata("check", harbour / "roles.yaml")

    assert (found.code, found.out) == (2, "")
    assert found.err.endswith(f"is one file of a case\nnext step: name the folder: `{harbour.as_posix()}`\n")


TWO_FAULTS = ROLES.replace("person: solvan", "person: solvn").replace("[commander]", "[comander]")


def test_findings_are_selected_and_ignored_by_name_code_and_family(probata: Command, tmp_path: Path) -> None:
    case = write_case(tmp_path, roles=TWO_FAULTS)

    def shown(*options: str) -> set[str]:
        found = json.loads(probata("check", case, "--format", "json", *options).out)["findings"]
        return {one["name"] for one in found}

    everything = shown()
    assert {"unknown-reference", "pinpoint-not-in-source"} < everything
    assert shown("--select", "REF") == shown("--select", "ref101") == {"unknown-reference"}
    assert shown("--select", "REF,EVI110") == shown("--select", "REF", "--select", "pinpoint-not-in-source")
    assert shown("--ignore", "REF") == everything - {"unknown-reference"}
    assert shown("--select", "REF", "--ignore", "unknown-reference") == set()


def test_the_exit_code_and_the_count_are_of_what_is_shown_and_the_rest_is_counted(
    probata: Command, tmp_path: Path
) -> None:
    case = write_case(tmp_path, roles=TWO_FAULTS)
    chosen = probata("check", case, "--select", "REF")
    rest = probata("check", case, "--ignore", "REF", "--ignore", "STR,TIM,LAW")

    assert chosen.code == 1
    assert chosen.err.startswith("findings: 2 must fix; ")
    assert chosen.err.endswith(" not selected\n")
    assert rest.code == 0


def test_a_selection_that_names_nothing_is_answered_with_the_nearest_name(probata: Command, harbour: Path) -> None:
    found = probata("check", harbour, "--select", "pinpoint-mising")

    assert (found.code, found.out) == (2, "")
    assert found.err == (
        "no check has the name or code `pinpoint-mising`\nnext step: did you mean `pinpoint-missing`?\n"
    )


def test_a_finding_that_no_check_makes_can_be_asked_for_where_there_is_none(probata: Command, harbour: Path) -> None:
    found = probata("check", harbour, "--select", "cell-without-heading")

    assert (found.code, found.out) == (0, "")
    assert found.err.startswith("findings: none; ")


def test_statistics_count_each_name_by_weight_with_what_the_other_side_says(probata: Command, tmp_path: Path) -> None:
    out = probata("check", write_case(tmp_path, roles=TWO_FAULTS), "--statistics").out
    rows = [line.split("\t") for line in out.splitlines()]

    assert rows[0] == ["Name", "Code", "Answer", "Must fix", "Should fix", "Notes", "What the other side says"]
    assert ["unknown-reference", "REF101", "", "2", "", "", ""] in rows
    assert next(row for row in rows if row[0] == "pinpoint-not-in-source")[6] == "it cannot be checked"


def test_statistics_tell_what_every_check_answers_of_how_many_records_and_why_not(
    probata: Command, tmp_path: Path
) -> None:
    undated = ALLEGATIONS.replace("  period: 2022-05\n", "")
    out = probata("check", write_case(tmp_path, allegations=undated), "--statistics").out
    told = {row[0]: row[2] for row in (line.split("\t") for line in out.splitlines())}

    assert told["conduct-outside-tenure"] == ("allegations: 1 looked at, 1 cannot tell: its conduct is not dated")
    assert told["allegation-without-role"] == "allegations: 1 looked at, 1 pass"
    assert told["quotation-without-source"] == "not applicable"
    assert told["section-missing"].startswith("documents: 1 looked at, 1 ")
    assert {page.check.name for page in list_checks()} <= told.keys()


def test_statistics_of_some_checks_are_those_of_the_checks_selected(probata: Command, harbour: Path) -> None:
    out = probata("check", harbour, "--statistics", "--select", "TIM").out

    assert {line.split("\t")[1][:3] for line in out.splitlines()[1:]} == {"TIM"}


def test_statistics_as_json_hold_the_answer_of_each_check(probata: Command, tmp_path: Path) -> None:
    case = write_case(tmp_path, roles=TWO_FAULTS)
    form = json.loads(probata("check", case, "--statistics", "--format", "json", "--quiet").out)
    by_name = {one["name"]: one for one in form["checks"]}

    assert form["version"] == 1
    assert by_name["source-not-seen"] == {
        "code": "EVI102", "name": "source-not-seen", "answer": "pass", "about": "allegations", "looked_at": 1,
        "pass": 1, "fail": 0, "cannot_tell": 0, "reasons": [], "findings": {"error": 0, "warning": 0, "info": 0},
    }  # fmt: skip
    assert by_name["unknown-reference"]["answer"] is None
    assert by_name["unknown-reference"]["findings"]["error"] == 2
    for one in (one for one in form["checks"] if one["answer"]):
        assert one["looked_at"] == one["pass"] + one["fail"] + one["cannot_tell"]


def test_in_a_terminal_an_answer_stands_on_one_line_with_the_reason_below_it() -> None:
    found = Diagnostic("TIM101", "conduct-outside-tenure", Severity.ERROR, "it is outside")
    answers = (
        Answer("TIM101", "conduct-outside-tenure", "allegations", 14, 2, 1, (("its conduct is not dated", 1),)),
        Answer("EVI102", "source-not-seen", "allegations", 14),
        Answer("EVI103", "media-only", "allegations"),
    )
    counts = count_by_check([found], answers)
    fitted = table_for_terminal(counts[:1]).fitting(110)

    assert fitted.columns == ("Name", "Code", "Must", "Should", "Notes", "Answer")
    assert fitted.rows[0][-1] == "14 allegations: 11 pass, 2 fail, 1 cannot tell\nits conduct is not dated"
    assert without_findings(counts) == ("2 more checks without a finding: 1 pass, 1 not applicable; `--all` shows them")


def test_a_person_at_a_terminal_is_shown_the_checks_that_found_something_until_all_are_asked_for(
    tmp_path: Path,
) -> None:
    case = write_case(tmp_path, roles=TWO_FAULTS)
    few, every = (_in_terminal("check", str(case), "--statistics", *more) for more in ((), ("--all",)))

    assert "unknown-reference" in few
    assert "not applicable" in few.splitlines()[-1], "the others are summed up in the last line"
    assert "quotation-without-source" not in few
    assert "quotation-without-source" in every


def _in_terminal(*arguments: str) -> str:
    master, terminal = os.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "probata", *arguments], stdout=terminal, stderr=subprocess.DEVNULL, text=True
    )
    os.close(terminal)
    out = _read_all(master)
    process.wait()
    return out


def test_a_narrow_terminal_is_spared_the_columns_of_words() -> None:
    rows = (("conduct-outside-tenure", "long " * 9, "words " * 9),)
    table = Table(("Name", "Answer", "Line"), rows, ("Line", "Answer"))

    assert table.fitting(120) is table
    assert table.fitting(50).columns == ("Name", "Answer")
    assert (table.fitting(30).columns, table.fitting(30).rows) == (("Name",), (("conduct-outside-tenure",),))
    assert table.fitting(5).columns == ("Name",)


def test_a_period_that_is_turned_round_is_answered_with_the_right_one_and_a_file_by_what_it_holds(
    probata: Command, tmp_path: Path
) -> None:
    turned = ROLES.replace("dates: ", "dates: 2024-02-29/2022-05-01 # ", 1)
    assert turned != ROLES
    out = probata("check", write_case(tmp_path, roles=turned, persons="- {id: p}\n")).out

    assert "write `2022-05-01/2024-02-29`" in out
    assert "did you mean `people`?" in out


def _read_all(master: int) -> str:
    """Read what a terminal was told until its last writer has gone, which Linux reports as an error."""
    parts: list[bytes] = []
    try:
        while part := os.read(master, 65536):
            parts.append(part)
    except OSError:
        pass
    os.close(master)
    return b"".join(parts).decode()


def test_the_first_page_says_what_to_do_next_and_the_same_in_a_terminal(probata: Command, tmp_path: Path) -> None:
    case = write_case(tmp_path, case=BARE, roles=TWO_FAULTS)
    out = probata("check", case).out

    assert out.startswith("What to do next\n")
    assert "  submission  blocked by " in out
    assert out.count("unknown-reference") == 1, "what one check finds is one matter"
    assert f"notes: probata check {case.as_posix()} --all\n" in out
    in_terminal = _in_terminal("check", str(case))
    assert "What to do next" in in_terminal
    assert in_terminal.count("unknown-reference") == 1


def test_what_blocks_a_filing_is_what_a_final_build_refuses_it_for(probata: Command, tmp_path: Path) -> None:
    case = write_case(tmp_path, case=BARE + "status: ready\n", roles=TWO_FAULTS)
    blocked = re.search(r"submission  blocked by (\d+) must fix", probata("check", case).out)
    refused = probata("build", case, "--final", "--format", "html", "--out", tmp_path / "made").err

    assert blocked
    assert int(blocked[1]) == refused.count(": must fix: ")


def test_a_page_holds_twenty_matters_at_most_and_seven_of_them_to_decide(probata: Command) -> None:
    out = probata("check", CLAIMS / "liu-jianchao").out
    decisions, rest = out.split("\nMust fix\n")

    assert len(re.findall(r"^ +\d+  ", decisions, re.MULTILINE)) == 7
    assert re.findall(r"^ +(\d+)  ", rest, re.MULTILINE)[-1] == "20"
    assert " more matters and " in out.splitlines()[-2]
    assert max(map(len, out.splitlines()[:-2])) <= 100


def test_a_clean_case_says_that_nothing_blocks_filing(probata: Command) -> None:
    out = probata("check", CLAIMS / "example").out

    assert "  Nothing blocks filing.\n  uk-ghr             ready; 2 gaps of the draft would stay open: " in out
    assert "  un-sp-fr           ready\n" in out
    assert " fix" not in out


ALIKE = """\
- {id: beatings, title: Beatings, statement: They were beaten., provisions: [{instrument: iccpr}]}
- {id: hunger, title: Hunger, statement: They were starved., provisions: [{instrument: iccpr}]}
"""


def test_what_is_found_alike_is_one_line_and_as_json_each_record_has_its_own(probata: Command, tmp_path: Path) -> None:
    case = write_case(tmp_path, allegations=ALIKE)
    for again in range(2):  # from the records, and from what was kept of the first run
        lines = probata("check", case, "--select", "LAW102")
        form = probata("check", case, "--select", "LAW102", "--format", "json")

        assert [line.count("the same in `hunger` (line 2)") for line in lines.out.splitlines()] == [1], again
        assert lines.err.startswith("findings: 1 note")
        records = [found["record"] for found in json.loads(form.out)["findings"]]
        assert records == ["allegations/beatings", "allegations/hunger"]
        assert form.err.startswith("findings: 2 notes")

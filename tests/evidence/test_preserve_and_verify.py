"""What `preserve` writes, `verify` finds as it was; and it finds what was done to it since."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from tests.case_folder import write_case
from tests.cli.command import Command, Ran

from probata.evidence.store import Store
from probata.source.node import to_plain
from probata.source.yaml_reader import read_yaml

BITS = 60
"""How many single bits are changed; each needs a command."""

SOURCES = """\
- {id: report, title: A report, type: report, held: held}
- {id: letter, title: A letter, type: personal_communication}
"""


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return write_case(tmp_path / "claims", sources=SOURCES)


def put(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def records(case: Path) -> list[dict[str, Any]]:
    node, _ = read_yaml((case / "copies.yaml").read_text("utf-8"), "copies.yaml")
    assert node is not None
    return [dict(one) for one in to_plain(node)]


def told(probata: Command, case: Path, *more: str) -> dict[str, dict[str, object]]:
    found = json.loads(probata("verify", case, "--json", *more).out)
    return {str(item["name"]): item for item in found["items"]}


def words(item: dict[str, object]) -> str:
    said = item["said"]
    assert isinstance(said, list)
    return " ".join(one["what"] for one in said)


def preserve(probata: Command, case: Path, *more: str | Path) -> Ran:
    found = probata("preserve", case, *more, "--yes")
    assert found.code == 0, found.err
    return found


def test_a_file_is_shown_first_and_written_with_yes_alone(probata: Command, case: Path, tmp_path: Path) -> None:
    report = put(tmp_path, "Report (final).pdf", b"%PDF-1.7 a report")
    for more in ((), ("--dry-run",)):
        shown = probata("preserve", case, report, "--source", "report", *more)
        assert "new copy `report-copy`: Report (final).pdf, application/pdf, 17 bytes" in shown.out
        assert not (case / "held").exists()
        assert not (case / "copies.yaml").exists()
    preserve(probata, case, report, "--source", "report", "--captured", "2024-03-02T10:11+01:00", "--by", "A Collector")
    (record,) = records(case)
    sha256 = hashlib.sha256(report.read_bytes()).hexdigest()
    assert record["sha256"] == sha256
    assert record["name"] == "Report (final).pdf"
    assert record["captured_at"] == "2024-03-02T10:11+01:00"
    assert record["logged"] == Store.of(case).log.last
    assert "method" not in record
    assert probata("verify", case).code == 0
    again = preserve(probata, case, report, "--source", "report")
    assert "already held `report-copy`" in again.out
    assert len(records(case)) == 1


def test_two_files_of_one_name_are_two_copies_and_the_same_bytes_of_two_sources_are_too(
    probata: Command, case: Path, tmp_path: Path
) -> None:
    (tmp_path / "other").mkdir()
    one, other = put(tmp_path, "scan", b"one"), put(tmp_path / "other", "scan", b"other")
    preserve(probata, case, one, other, "--source", "report")
    preserve(probata, case, one, "--source", "letter")
    assert [record["id"] for record in records(case)] == ["report-copy", "report-copy-2", "letter-copy"]
    assert [record["name"] for record in records(case)] == ["scan"] * 3
    assert probata("verify", case).code == 0


def test_what_cannot_be_is_refused_and_nothing_is_written(probata: Command, case: Path, tmp_path: Path) -> None:
    scan = put(tmp_path, "scan", b"one")
    for more in (("--source", "reprot"), ("--captured", "yesterday"), ("--captured", "2999-01-01")):
        assert probata("preserve", case, scan, "--yes", *more).code == 2
    assert probata("preserve", case, scan, tmp_path / "missing", "--yes").code == 2
    assert not (case / "held").exists()


def test_a_case_in_a_workbook_keeps_its_copies_beside_it(probata: Command, tmp_path: Path) -> None:
    assert probata("new", "case", "book", "--workbook").code == 0
    book = tmp_path / "claims" / "book"
    preserve(probata, book, put(tmp_path, "scan", b"one"), "--captured", "2024-03-02T10:11Z")
    assert Store.of(book).path_of(hashlib.sha256(b"one").hexdigest()) is not None
    assert not (book / "copies.yaml").exists()
    assert {name: item["answer"] for name, item in told(probata, book).items()} == {
        "scan-copy": "pass",
        "held/log.jsonl": "pass",
    }


def test_what_lies_in_the_store_and_is_none_of_its_own_is_told_and_a_link_leads_nowhere(
    probata: Command, case: Path, tmp_path: Path
) -> None:
    preserve(probata, case, put(tmp_path, "scan", b"one"))
    held = case / "held"
    for number, name in enumerate(("stray", f"aa/{'a' * 64}", ".1-0.part")):
        (held / name).parent.mkdir(exist_ok=True)
        put(held, name, bytes([number]))
    found = told(probata, case)
    assert {name: item["answer"] for name, item in found.items() if "scan" not in name} == {
        "held/stray": "cannot tell",
        f"held/aa/{'a' * 64}": "fail",
        "held/.1-0.part": "pass",
        "held/log.jsonl": "pass",
    }
    held.rename(tmp_path / "elsewhere")
    held.symlink_to(tmp_path / "elsewhere")
    assert told(probata, case)["scan-copy"]["answer"] == "fail"
    assert probata("preserve", case, put(tmp_path, "more", b"more"), "--yes").code == 2


def test_a_source_with_a_copy_is_held_without_a_word_in_its_record(
    probata: Command, case: Path, tmp_path: Path
) -> None:
    before = probata("show", case, "sources").out
    preserve(probata, case, put(tmp_path, "scan", b"one"), "--source", "letter")
    after = probata("show", case, "sources").out
    assert "letter\tA letter\t\t\tknown through another source" in before
    assert "letter\tA letter\t\t\tseen by us" in after


def test_a_deleted_file_is_found_and_put_back_by_preserving_it_again(
    probata: Command, case: Path, tmp_path: Path
) -> None:
    scan = put(tmp_path, "scan", b"one")
    preserve(probata, case, scan)
    place = Store.of(case).path_of(hashlib.sha256(b"one").hexdigest())
    assert place is not None
    place.unlink()
    assert told(probata, case)["scan-copy"]["answer"] == "fail"
    preserve(probata, case, scan)
    assert told(probata, case)["scan-copy"]["answer"] == "pass"


def test_a_changed_file_is_put_back_by_preserving_it_again_and_the_changed_one_is_kept(
    probata: Command, case: Path, tmp_path: Path
) -> None:
    scan = put(tmp_path, "scan", b"one")
    preserve(probata, case, scan)
    place = Store.of(case).place_of(hashlib.sha256(b"one").hexdigest())
    place.chmod(0o644)
    place.write_bytes(b"two")
    assert told(probata, case)["scan-copy"]["answer"] == "fail"
    ran = preserve(probata, case, scan)
    assert "1 file into `held/`, 1 line into its log" in ran.out
    assert place.read_bytes() == b"one"
    assert place.with_name(f"{place.name}.damaged").read_bytes() == b"two"
    assert probata("verify", case).code == 0


def test_a_log_that_was_cut_or_changed_is_told_first_and_once_and_by_preserve_too(
    probata: Command, case: Path, tmp_path: Path
) -> None:
    scans = [put(tmp_path, f"scan {number}", bytes([number])) for number in range(5)]
    preserve(probata, case, *scans)
    log = case / "held" / "log.jsonl"
    whole = log.read_bytes()
    lines = whole.splitlines(keepends=True)
    log.write_bytes(b"".join([*lines[:2], lines[2].replace(b"size", b"sizE"), *lines[3:]]))
    said = [line for line in probata("verify", case).out.splitlines() if not line.startswith(" ")]
    assert said[:2] == [
        "fail: log `held/log.jsonl`",
        "cannot tell: copy `scan-2-copy`, `scan-3-copy`, `scan-4-copy`",
    ]
    assert "`scan-3-copy`: it was cut or changed" in preserve(probata, case, scans[3]).err
    log.write_bytes(b"".join(lines[:3]))
    assert "`scan-3-copy`: it was cut or changed" in preserve(probata, case, scans[3]).err


def test_a_log_that_was_cut_is_found_wherever_it_was_cut(probata: Command, case: Path, tmp_path: Path) -> None:
    for number in range(4):
        preserve(probata, case, put(tmp_path, f"scan {number}", bytes([number])))
    log = case / "held" / "log.jsonl"
    whole = log.read_bytes()
    for length in range(len(whole)):
        log.write_bytes(whole[:length])
        assert any(item["answer"] == "fail" for item in told(probata, case).values()) if length % 97 == 0 else True
    lines = whole.splitlines(keepends=True)
    for kept in range(4):
        log.write_bytes(b"".join(lines[:kept]))
        assert told(probata, case)[f"scan-{kept}-copy"]["answer"] == "fail"
    log.unlink()
    assert told(probata, case)["scan-0-copy"]["answer"] == "fail"


def test_a_record_deleted_with_its_line_of_the_log_is_found_by_a_hash_that_was_noted(
    probata: Command, case: Path, tmp_path: Path
) -> None:
    preserve(probata, case, put(tmp_path, "one", b"1"))
    preserve(probata, case, put(tmp_path, "two", b"2"))
    store, records_file = Store.of(case), case / "copies.yaml"
    noted, lines = store.log.last, (case / "held" / "log.jsonl").read_bytes().splitlines(keepends=True)
    text = records_file.read_text("utf-8")
    records_file.write_text(text[: text.index("- id: two-copy")], "utf-8")
    assert any("the record deleted" in words(item) for item in told(probata, case).values())
    (case / "held" / "log.jsonl").write_bytes(lines[0])
    store.place_of(hashlib.sha256(b"2").hexdigest()).unlink()
    assert probata("verify", case).code == 0, "what is not promised"
    assert "which you noted" in words(told(probata, case, "--log-had", noted)["held/log.jsonl"])


def test_a_clock_that_runs_backwards_is_told(
    probata: Command, case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number, moment in enumerate(("2026-11-30T12:00:00+01:00", "2026-11-30T11:30:00+01:00")):
        monkeypatch.setattr("probata.cli.preserve.now", lambda moment=moment: moment)
        preserve(probata, case, put(tmp_path, f"scan {number}", bytes([number])))
    monkeypatch.setattr("probata.cli.verify.now", lambda: "2026-11-30T11:00:00+01:00")
    log = told(probata, case)["held/log.jsonl"]
    assert log["answer"] == "cannot tell"
    assert "a clock ran backwards" in words(log)
    assert "yet to come" in words(log)


CUSTODY = {
    "no receiver": (
        "- {action: handed_over, at: 2024-03-05, given_by: A}",
        "not who got it",
    ),
    "another holder": (
        "- {action: handed_over, given_by: A, given_to: B}\n    - {action: handed_over, given_by: C, given_to: D}",
        "by another than",
    ),
    "another hash": (
        f"- {{action: received, hash_after: {'a' * 64}}}\n    - {{action: copied, hash_after: {'b' * 64}}}",
        "no change is recorded",
    ),
    "before": ("- {action: received, at: 2024-03-05}\n    - {action: examined, at: 2024-03-01}", "is before event"),
    "to come": ("- {action: received, at: 2999-03-05}", "yet to come"),
}


@pytest.mark.parametrize("gap", CUSTODY)
def test_a_gap_in_custody_is_found(probata: Command, case: Path, tmp_path: Path, gap: str) -> None:
    preserve(probata, case, put(tmp_path, "scan", b"one"))
    events, found = CUSTODY[gap]
    record = records(case)[0]
    kept = "".join(f"  {key}: {record[key]}\n" for key in ("sha256", "name", "size", "logged"))
    (case / "copies.yaml").write_text(f"- id: scan\n{kept}  custody:\n    {events}\n", "utf-8")
    assert found in words(told(probata, case)["scan"])


def flip(path: Path, bit: int) -> bytes:
    data = path.read_bytes()
    changed = bytearray(data)
    changed[bit // 8] ^= 1 << bit % 8
    path.chmod(0o644)
    path.write_bytes(changed)
    return data


def hashes_in_records(case: Path) -> list[int]:
    """Return the place of every byte of a hash in the records."""
    text = (case / "copies.yaml").read_bytes()
    return [
        at
        for record in records(case)
        for value in (record["sha256"], record["logged"])
        for start in _all(text, str(value).encode())
        for at in range(start, start + 64)
    ]


def _all(text: bytes, part: bytes) -> list[int]:
    found, start = [], text.find(part)
    while start >= 0:
        found.append(start)
        start = text.find(part, start + 1)
    return found


def test_every_single_bit_that_changes_in_store_log_or_hash_is_found(
    probata: Command, case: Path, tmp_path: Path
) -> None:
    for number in range(3):
        preserve(probata, case, put(tmp_path, f"scan {number}", bytes([number]) * 50), "--source", "report")
    store, log, book = Store.of(case), case / "held" / "log.jsonl", case / "copies.yaml"
    places = [
        *((path, bit) for path in (*store.files(), log) for bit in range(path.stat().st_size * 8)),
        *((book, at * 8 + bit) for at in hashes_in_records(case) for bit in range(8)),
    ]
    missed = []
    for number in range(BITS):
        path, bit = places[number * 7919 % len(places)]
        before = flip(path, bit)
        if probata("verify", case).code not in (1, 2):
            missed.append((path.name, bit))
        path.write_bytes(before)
    assert missed == []
    assert probata("verify", case).code == 0

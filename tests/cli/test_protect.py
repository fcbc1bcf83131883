"""Identities apart from a case: what is left in its records, what the key opens, and the way back."""

from __future__ import annotations

import os
import shutil
import tempfile
import zipfile
from functools import partial
from pathlib import Path

import pyrage
import pytest
from tests.cli.command import Command
from tests.evidence.kill_while_preserving import in_child
from tests.evidence.test_stopped_and_full import limit
from tests.protection.kill_while_protecting import held, kill
from tests.protection_case import NAMES, protected_case
from tests.readers.all_text import all_text

from probata.cli import protect
from probata.cli.main import run
from probata.disclosure.identities import choose_marks

KEY = Path("keys/own.txt")
VAULT = Path("claims/harbour.identities.age")
LOADED = protect
"""Loaded here, since a child on a full disk cannot."""
PROTECT = ("protect", "claims/harbour", "--key", KEY)


def _case(probata: Command) -> dict[Path, bytes]:
    case = protected_case(probata.folder / "claims")
    people = case / "people.yaml"
    people.write_text(people.read_text().replace("  consent_required: true\n", ""))  # what is protected needs one
    return held(case)


def _names_in(folder: Path) -> list[str]:
    return [name for name in NAMES for data in held(folder).values() if name in data.decode()]


def test_names_and_contacts_leave_the_records_and_come_back_to_the_byte(probata: Command) -> None:
    before = _case(probata)
    ran = probata(*PROTECT, "--yes")

    assert (ran.code, _names_in(Path("claims/harbour"))) == (0, []), ran.out + ran.err
    assert "consent_required: true" in Path("claims/harbour/people.yaml").read_text()
    assert "Mill Lane" not in Path("claims/harbour/statements.yaml").read_text()
    assert not any(name.encode() in VAULT.read_bytes() for name in NAMES if len(name) > 4)
    assert probata("check", "claims/harbour").code in (0, 1)
    assert probata(*PROTECT, "--yes").out.startswith("nothing to take apart")
    again = probata(*PROTECT, "--undo")

    assert (again.code, held(probata.folder / "claims/harbour")) == (0, before), again.out + again.err


def test_the_pseudonym_stays_when_names_are_put_back_and_taken_out_again(probata: Command) -> None:
    _case(probata)
    probata(*PROTECT, "--yes")
    first = Path("claims/harbour/people.yaml").read_text()
    probata(*PROTECT, "--undo")
    probata(*PROTECT, "--yes")

    assert Path("claims/harbour/people.yaml").read_text() == first
    assert "pseudonym: Witness " in first


def test_what_was_edited_meanwhile_is_kept_and_the_names_are_put_back(probata: Command) -> None:
    _case(probata)
    probata(*PROTECT, "--yes")
    people, text = Path("claims/harbour/people.yaml"), Path("claims/harbour/narrative/background.md")
    people.write_text(people.read_text().replace("given: Tove", "given: Tova"))
    text.write_text(text.read_text() + "\nA new paragraph.\n")
    ran = probata(*PROTECT, "--undo")

    assert ran.code == 1
    assert "Quillon" in people.read_text()
    assert "given: Tova" in people.read_text()
    assert "A new paragraph." in text.read_text()
    assert "background.md was changed since" in ran.err


def test_with_the_key_a_court_reads_the_name_and_others_do_not(probata: Command) -> None:
    _case(probata)
    probata(*PROTECT, "--yes")
    build = ("build", "claims/harbour", "--format", "docx", "--no-cache")
    probata(*build)
    without, certificate = _made(), Path("output/harbour/internal/certificates/submission.json")
    assert '"known_by_pseudonym_alone": 1' in certificate.read_text()
    probata(*build, "--key", KEY)
    with_key = _made()
    assert '"known_by_pseudonym_alone": 0' in certificate.read_text()

    assert not any("Quillon" in text for text in without.values())
    assert "Quillon" in with_key["DRAFT-court.en-GB.docx"]
    assert "Quillon" not in with_key["DRAFT-submission.en-GB.docx"]


def _made() -> dict[str, str]:
    return {path.name: all_text(path.read_bytes(), "docx") for path in Path("output/harbour/outgoing").glob("*.docx")}


def test_with_the_key_documents_are_as_they_were_before_and_no_other_knows_whom_it_names(probata: Command) -> None:
    _case(probata)
    consents = Path("claims/harbour/consents.yaml")
    consents.write_text(consents.read_text().replace("[uk-cpr-ws]", "[uk-cpr-ws, uk-ghr]"))
    build = ("build", "claims/harbour", "--forum", "uk-ghr", "--format", "docx", "--no-cache")
    probata(*build)
    before = _made()["DRAFT-submission.en-GB.docx"]
    probata(*PROTECT, "--yes")
    probata(*build)
    without = _made()["DRAFT-submission.en-GB.docx"]
    probata(*build, "--key", KEY)

    assert "MaritQuillonmendsnets" in before
    assert "Quillon" not in without
    assert _made()["DRAFT-submission.en-GB.docx"] == before


def test_reads_stand_after_names_were_taken_out_and_after_they_were_put_back(probata: Command) -> None:
    _case(probata)
    case = Path("claims/harbour")
    allegations = case / "allegations.yaml"
    allegations.write_text(allegations.read_text().replace("  conduct:", "  events: [raid]\n  conduct:"))
    read = probata("read", case, "beatings", "--as", "fact", "--by", "A. Reader", "--on", "2026-10-20")
    assert read.code == 0, read.err
    assert "events/raid" in (case / "reads.yaml").read_text()
    assert "read-void" not in probata("check", case, "--format", "json").out
    before = held(probata.folder / case)
    probata(*PROTECT, "--yes")

    assert "Quillon" not in (case / "events.yaml").read_text()
    assert "read-void" not in probata("check", case, "--format", "json").out
    probata(*PROTECT, "--undo")
    assert held(probata.folder / case) == before


def test_signed_words_are_never_changed_and_are_told_as_a_place_with_a_name(probata: Command) -> None:
    _case(probata)
    statements = Path("claims/harbour/statements.yaml")
    statements.write_text(statements.read_text().replace("I saw the quay.", "I am Marit Quillon and saw the quay."))
    ran = probata(*PROTECT, "--yes")

    assert "I am Marit Quillon and saw the quay." in statements.read_text()
    assert "a name is left: the statement st1, paragraph p1" in ran.err
    assert ran.code == 1
    assert "protected: w1 (Witness " in ran.out


def test_the_words_of_a_quotation_are_never_changed_and_are_told(probata: Command) -> None:
    _case(probata)
    quotations = Path("claims/harbour/quotations.yaml")
    said = "- {id: words, speaker: {described: a guard}, text: Get Marit Quillon., occasion: told to Quillon}\n"
    quotations.write_text(said)
    ran = probata(*PROTECT, "--yes")

    assert "text: Get Marit Quillon., occasion: told to Witness " in quotations.read_text()
    assert "a name is left: the quotation words: its words are never changed" in ran.err


def test_of_a_workbook_no_part_holds_the_names_and_what_was_put_aside_is_told(probata: Command) -> None:
    protected_case(probata.folder / "claims")
    probata("workbook", "claims/harbour", "--to", "xlsx")
    book = Path("claims/harbour/case.xlsx")
    before = book.read_bytes()
    said = probata(*PROTECT, "--yes").err
    with zipfile.ZipFile(book) as packed:
        parts = "".join(packed.read(name).decode() for name in packed.namelist())

    assert [name for name in NAMES if name in parts] == []
    assert "a name is left: claims/harbour/.before-workbook/people.yaml" in said
    assert "a name is left: claims/harbour/case.xlsx" not in said
    probata(*PROTECT, "--undo")
    assert book.read_bytes() == before


def test_what_was_filed_is_told_where_it_names_somebody(probata: Command) -> None:
    _case(probata)
    Path("letter.txt").write_text("For Marit Quillon.")
    assert probata("filed", "claims/harbour", "submission", "--to", "A Court", "letter.txt").code == 0

    assert "a name is left: claims/harbour/held/" in probata(*PROTECT, "--yes").err


def test_every_place_is_listed_when_asked_and_ids_are_counted_else(probata: Command) -> None:
    _case(probata)
    events = Path("claims/harbour/events.yaml")
    events.write_text(events.read_text().replace("id: raid", "id: quillon-raid"))
    said = probata(*PROTECT, "--yes").err
    every = probata(*PROTECT, "--yes", "--all").err

    assert "a name is left: the id quillon-raid, in 1 place\n" in said
    assert "a name is left: the id quillon-raid: claims/harbour/events.yaml:2\n" in every


@pytest.mark.parametrize("fault", ["lost", "wrong", "no key", "damaged", "inside"])
def test_without_the_right_key_nothing_is_changed_and_it_is_said_why(probata: Command, fault: str) -> None:
    _case(probata)
    probata(*PROTECT, "--yes")
    case, key = Path("claims/harbour"), KEY
    if fault == "lost":
        KEY.unlink()
    elif fault == "wrong":
        KEY.write_text(str(pyrage.x25519.Identity.generate()))
    elif fault == "no key":
        KEY.write_text("my key\n")
    elif fault == "damaged":
        VAULT.write_bytes(VAULT.read_bytes()[:-40])
    else:
        key = case / "own.txt"
        key.write_bytes(KEY.read_bytes())
    before, vault = held(case), VAULT.read_bytes()
    ran = probata("protect", case, "--key", key, "--undo")

    assert (ran.code, held(case), VAULT.read_bytes()) == (2, before, vault)
    assert "key" in ran.err or "damaged" in ran.err
    assert "Traceback" not in ran.err


def test_another_key_and_another_reader_open_it_and_the_old_key_does_not(probata: Command) -> None:
    before = _case(probata)
    other = pyrage.x25519.Identity.generate()
    probata(*PROTECT, "--yes")
    probata(*PROTECT, "--yes", "--recipient", str(other.to_public()), "--new-key", "keys/new.txt")
    Path("keys/other.txt").write_text(str(other))

    assert probata(*PROTECT, "--undo").code == 2
    for key in ("keys/other.txt", "keys/new.txt"):
        assert probata("build", "claims/harbour", "--forum", "uk-ghr", "--format", "html", "--key", key).code == 0
    assert probata("protect", "claims/harbour", "--key", "keys/new.txt", "--undo").code == 0
    assert held(probata.folder / "claims/harbour") == before


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps permissions otherwise")
def test_the_key_file_is_for_its_owner_alone(probata: Command) -> None:
    _case(probata)
    probata(*PROTECT, "--yes")

    assert KEY.stat().st_mode & 0o777 == 0o600


def test_marks_follow_neither_names_nor_the_order_or_number_of_persons() -> None:
    ids = ["anna", "bela", "carl"]
    drawn = {tuple(choose_marks(ids, [], bytes([n]))[one] for one in ids) for n in range(60)}

    assert len({marks[0] for marks in drawn}) > 12
    assert {tuple(sorted(marks)) == marks for marks in drawn} == {True, False}
    assert choose_marks([*ids], ["K"], b"x").keys() == {*ids}
    assert all(len(mark) == 2 for mark in choose_marks([f"p{n}" for n in range(40)], [], b"x").values())


@pytest.mark.skipif(os.name == "nt", reason="no processes fork there")
def test_killed_at_any_moment_it_goes_on_or_back(tmp_path: Path) -> None:
    assert sum(kill(tmp_path, 20).values()) == 20


@pytest.mark.skipif(os.name == "nt", reason="no processes fork there")
def test_on_a_disk_that_is_full_at_any_byte_nothing_is_lost_and_the_next_command_goes_on(tmp_path: Path) -> None:
    case = protected_case(tmp_path / "claims")
    before, key = held(case), tmp_path / "key"
    arguments, codes = ("protect", str(case), "--key", str(key)), []
    for way, sizes in (("--yes", (0, 50, 300, 65_000)), ("--undo", (0, 150, 300, 65_000))):
        stood = held(case)
        for size in sizes:
            codes.append(in_child(partial(limit, size), *arguments, way))
            assert held(case) in (stood, before)
            assert not key.exists() or key.stat().st_size > 100
        assert in_child(None, *arguments, way) == 0

    assert codes.count(2) >= 6
    assert held(case) == before


@pytest.mark.skipif(os.name == "nt", reason="no processes fork there")
def test_a_folder_that_is_read_only_stays_as_it_is() -> None:
    folder = Path(tempfile.mkdtemp())
    try:
        case = protected_case(folder)
        before = held(case)
        run(
            ["protect", str(protected_case(folder / "other")), "--key", str(folder / "key")]
        )  # loads what a child cannot
        for path in (folder, *folder.rglob("*")):
            path.chmod(0o555 if path.is_dir() else 0o444)
        become = partial(os.setuid, 65534) if os.getuid() == 0 else None
        assert in_child(become, "protect", str(case), "--key", str(folder / "key"), "--yes") == 2
        assert held(case) == before
        assert not (folder / "key").exists()
    finally:
        for path in (folder, *folder.rglob("*")):
            path.chmod(0o755)
        shutil.rmtree(folder)

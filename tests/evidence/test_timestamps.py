"""A timestamp is found to be of the file it covers, read, and verified where certificates are given."""

from __future__ import annotations

import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from tests.case_folder import write_case
from tests.cli.command import Command
from tests.evidence.test_preserve_and_verify import preserve, put, records, told, words

FIXTURES = Path(__file__).parent / "timestamps"


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return write_case(tmp_path / "claims")


def certified(probata: Command, case: Path, name: str) -> dict[str, object]:
    return told(probata, case, "--certificates", str(FIXTURES / name))["photo-copy"]


@pytest.mark.parametrize("files", [["photo.tsr"], ["hashes.txt", "hashes.txt.token"]])
def test_a_token_given_with_a_copy_or_later_is_read_and_verified_by_certificates(
    probata: Command, case: Path, files: list[str]
) -> None:
    preserve(probata, case, FIXTURES / "photo")
    preserve(probata, case, *(FIXTURES / name for name in files))
    (record,) = records(case)
    (stamp,) = record["timestamps"]
    assert stamp["authority"] == "Fictional Time-Stamping Authority"
    assert stamp["at"].startswith("2026-11-30T23:37:")
    read = told(probata, case)["photo-copy"]
    assert read["answer"] == "pass"
    assert "read, its signature not verified" in words(read)
    assert "its signature holds" in words(certified(probata, case, "root.pem"))
    other = certified(probata, case, "other.pem")
    assert other["answer"] == "cannot tell"
    again = preserve(probata, case, *(FIXTURES / name for name in files))
    assert len(records(case)) == 1
    assert "timestamp of `photo-copy`" in again.out


def test_a_token_of_something_else_is_a_file_as_any_other_and_no_record_can_claim_it(
    probata: Command, case: Path, tmp_path: Path
) -> None:
    preserve(probata, case, put(tmp_path, "letter", b"Dear Sir"), FIXTURES / "photo.tsr")
    letter, token = records(case)
    assert "timestamps" not in letter
    text = (case / "copies.yaml").read_text("utf-8")
    claimed = text.replace(f"  logged: {letter['logged']}\n", f"  timestamps: [{{token: {token['sha256']}}}]\n", 1)
    (case / "copies.yaml").write_text(claimed, "utf-8")
    assert "its timestamp is of something else" in words(told(probata, case)["letter-copy"])


def test_a_timestamp_from_before_the_capture_fails(probata: Command, case: Path) -> None:
    preserve(probata, case, FIXTURES / "photo", FIXTURES / "photo.tsr")
    text = (case / "copies.yaml").read_text("utf-8")
    (case / "copies.yaml").write_text(text.replace("  custody:", "  captured_at: 2026-12-24\n  custody:"), "utf-8")
    assert "is before its capture" in words(told(probata, case)["photo-copy"])


Answer = Callable[[bytes], tuple[int, bytes]]


@contextmanager
def authority(answer: Answer) -> Iterator[str]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            status, body = answer(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(status)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.mark.parametrize("answer", [(500, b"no"), (200, b"<html>"), (200, (FIXTURES / "photo.tsr").read_bytes())])
def test_an_authority_that_gives_none_or_another_leaves_the_copy_preserved_without(
    probata: Command, case: Path, answer: tuple[int, bytes]
) -> None:
    with authority(lambda _: answer) as url:
        found = probata("preserve", case, FIXTURES / "photo", "--timestamp", url, "--yes")
    assert found.code == 1
    assert "no timestamp" in found.err
    (record,) = records(case)
    assert "timestamps" not in record
    assert probata("verify", case).code == 0


CONFIG = """\
[tsa]
default_tsa = one
[one]
serial = ./serial
signer_cert = ./tsa.pem
signer_key = ./tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha512
[req]
distinguished_name = dn
x509_extensions = ext
[dn]
[ext]
extendedKeyUsage = critical,timeStamping
"""


@pytest.mark.skipif(not shutil.which("openssl"), reason="an authority is played by openssl")
def test_one_hash_is_sent_and_the_token_that_comes_back_is_kept(probata: Command, case: Path, tmp_path: Path) -> None:
    tsa = tmp_path / "tsa"
    tsa.mkdir()
    put(tsa, "tsa.cnf", CONFIG.encode())
    put(tsa, "serial", b"01\n")

    def openssl(*arguments: str) -> None:
        subprocess.run(["openssl", *arguments], cwd=tsa, check=True, capture_output=True)

    key = ("-newkey", "rsa:2048", "-nodes", "-keyout", "tsa.key")
    openssl("req", "-x509", *key, "-out", "tsa.pem", "-subj", "/CN=Here", "-config", "tsa.cnf")
    sent: list[bytes] = []

    def sign(query: bytes) -> tuple[int, bytes]:
        sent.append(query)
        put(tsa, "q", query)
        openssl("ts", "-reply", "-config", "tsa.cnf", "-queryfile", "q", "-out", "r")
        return 200, (tsa / "r").read_bytes()

    with authority(sign) as url:
        found = probata("preserve", case, FIXTURES / "photo", FIXTURES / "root.pem", "--timestamp", url, "--yes")
    assert found.code == 0, found.err
    assert len(sent) == 1
    assert len(sent[0]) < 100
    assert all(record["timestamps"] for record in records(case))
    said = told(probata, case, "--certificates", str(tsa / "tsa.pem"))
    assert "by Here: its signature holds" in words(said["photo-copy"])
    assert "by Here: its signature holds" in words(said["root-copy"])

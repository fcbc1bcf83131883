"""Archives made for tests: small ones as programs write them, and what hostile people send."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import zipfile
from pathlib import Path

from probata.evidence.archives.read_archive import read

PAGE = (
    "<html><head><title>Notice 14</title><script>var no=1</script></head>"
    "<body><p>The gate was closed.</p></body></html>"
)
ADDRESS = "https://example.org/notice/14"


def zip_file(path: Path, files: dict[str, bytes | str], way: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", way) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


def warc(pages: dict[str, str], packed: bool = True) -> bytes:
    records = b""
    for address, body in pages.items():
        http = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{body}".encode()
        digest = base64.b32encode(hashlib.sha1(body.encode()).digest()).decode()  # noqa: S324 - as archives write it
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2026-03-04T10:11:12Z\r\n"
            f"WARC-Payload-Digest: sha1:{digest}\r\nContent-Length: {len(http)}\r\n\r\n"
        )
        record = head.encode() + http + b"\r\n\r\n"
        records += gzip.compress(record, mtime=0) if packed else record
    return records


def wacz(
    path: Path,
    pages: list[dict[str, str]] | None,
    *,
    index: bool = False,
    spoil: str = "",
    signed: dict[str, object] | None = None,
    address: str = ADDRESS,
) -> Path:
    """Write a WACZ; `spoil` names a file whose stated hash is of other bytes."""
    files: dict[str, bytes] = {"archive/data.warc.gz": warc({address: PAGE, "https://example.org/frame": "<p>ad</p>"})}
    if pages is not None:
        lines = [{"format": "json-pages-1.0", "id": "pages"}, *pages]
        files["pages/pages.jsonl"] = "\n".join(map(json.dumps, lines)).encode()
    if index:
        said = json.dumps({"url": address, "mime": "text/html", "status": "200"})
        files["indexes/index.cdx.gz"] = gzip.compress(f"org,example)/notice/14 20260304101112 {said}\n".encode())
    resources = [
        {"name": name.rpartition("/")[2], "path": name, "bytes": len(data),
         "hash": f"sha256:{hashlib.sha256(b'other' if name == spoil else data).hexdigest()}"}
        for name, data in files.items()
    ]  # fmt: skip
    package = json.dumps({"profile": "data-package", "wacz_version": "1.1.1", "software": "a crawler 1.0",
                          "created": "2026-03-04T10:12:00Z", "resources": resources}).encode()  # fmt: skip
    digest: dict[str, object] = {"path": "datapackage.json",
                                 "hash": f"sha256:{hashlib.sha256(package).hexdigest()}"}  # fmt: skip
    if signed:
        digest["signedData"] = signed
    files |= {"datapackage.json": package, "datapackage-digest.json": json.dumps(digest).encode()}
    return zip_file(path, dict(files))


def mail(subject: str = "Lists", body: str = "The lists are ready.", number: int = 1) -> str:
    return (
        f"From: =?utf-8?q?Ayg=C3=BCl_S=2E?= <a@example.org>\nTo: Head of Post 4 <post4@example.org>, b@example.org\n"
        f"Date: Tue, 3 Mar 2026 09:0{number}:00 +0300\nSubject: {subject}\nMessage-ID: <{number}@example.org>\n"
        f"MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n{body}\n"
    )


def mail_with(name: str, attached: bytes) -> str:
    return (
        f'{mail().partition("Content-Type")[0]}Content-Type: multipart/mixed; boundary="b"\n\n--b\n'
        "Content-Type: text/plain; charset=utf-8\n\nThe lists are ready.\n--b\nContent-Type: application/pdf\n"
        f'Content-Disposition: attachment; filename="{name}"\nContent-Transfer-Encoding: base64\n\n'
        f"{base64.encodebytes(attached).decode()}--b--\n"
    )


def text_of_item(path: Path, place: str) -> str | None:
    item = read(path).item(place)
    return item.text if item else None

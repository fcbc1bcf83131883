"""Tokens of RFC 3161: what an authority says was there at a time, and whether its signature holds."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC
from pathlib import Path
from typing import Any, Final

from probata.model.moment import Moment, parse_moment

LARGEST: Final = 1_000_000
"""Bytes of a token, list or file of certificates that are read; a token has some thousand."""

_ALGORITHMS: Final = {
    "2.16.840.1.101.3.4.2.1": "sha256", "2.16.840.1.101.3.4.2.2": "sha384", "2.16.840.1.101.3.4.2.3": "sha512",
}  # fmt: skip
"""Those that nobody can turn against a token, by their number; MD5 and SHA-1 are not among them."""
_STATUS_GRANTED: Final = b"\x30\x03\x02\x01\x00"
_SEQUENCE: Final = b"\x30"
_LISTED: Final = re.compile(r"^(?:SHA-256:)?([0-9a-f]{64})(?:[ \t\r].*)?$", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Token:
    """A token as it was read. Nothing in it is verified by being read."""

    at: Moment
    """When the authority says it signed."""
    authority: str
    """The name in its certificate; empty where the token has none."""
    algorithm: str
    """Name of the hash function for `hashlib`; empty for one that proves nothing today, such as SHA-1."""
    imprint: bytes
    """The hash that is covered."""
    response: Any


def read_token(data: bytes) -> Token | None:
    """Read a token, bare or in the answer of an authority; `None` for what is none, or was refused."""
    if not data.startswith(_SEQUENCE) or len(data) > LARGEST:
        return None
    return _read(data) or _read(_answer(data))


def _answer(token: bytes) -> bytes:
    """Put a bare token, as auto-archiver keeps it, into an answer such as authorities send."""
    body = _STATUS_GRANTED + token
    size = len(body).to_bytes((len(body).bit_length() + 7) // 8, "big")
    return _SEQUENCE + bytes([0x80 + len(size)]) + size + body  # shorter than 128 bytes is no token


def _read(data: bytes) -> Token | None:
    from rfc3161_client import decode_timestamp_response

    try:
        response = decode_timestamp_response(data)
        info = response.tst_info
        imprint = info.message_imprint
        at = info.gen_time.replace(tzinfo=UTC) if info.gen_time.tzinfo is None else info.gen_time.astimezone(UTC)
        algorithm = _ALGORITHMS.get(imprint.hash_algorithm.dotted_string, "")
        return Token(parse_moment(at.isoformat()), _authority(response), algorithm, imprint.message, response)
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException:  # the reader is not Python, and what it ends with is no ordinary error
        return None


def _authority(response: Any) -> str:
    from cryptography import x509

    signer = next(iter(response.signed_data.signer_infos), None)
    for der in sorted(response.signed_data.certificates):
        found = x509.load_der_x509_certificate(der)
        if signer and (found.issuer, found.serial_number) == (signer.issuer, signer.serial_number):
            names = found.subject.get_attributes_for_oid(x509.NameOID.COMMON_NAME)
            return str(names[0].value) if names else found.subject.rfc4514_string()
    return signer.issuer.rfc4514_string() if signer else ""


def is_covered(token: Token, path: Path, sha256: str) -> bool:
    """Tell whether a token covers the bytes of a file, of which the SHA-256 is known."""
    if token.algorithm == "sha256":
        return token.imprint.hex() == sha256
    if not token.algorithm:
        return False
    with path.open("rb") as file:
        return hashlib.file_digest(file, token.algorithm).digest() == token.imprint


def is_covered_bytes(token: Token, data: bytes) -> bool:
    """Tell whether a token covers some bytes."""
    return bool(token.algorithm) and hashlib.new(token.algorithm, data).digest() == token.imprint


def hashes_listed(data: bytes) -> frozenset[str]:
    """Return each SHA-256 that a list of hashes has, one at the beginning of each line."""
    text = data.decode("ascii", "ignore") if len(data) <= LARGEST else ""
    return frozenset(found.lower() for found in _LISTED.findall(text))


def certificates_in(pem: bytes) -> Sequence[Any]:
    """Return the certificates in a file of them; raises `ValueError` where it is none."""
    from cryptography import x509

    return x509.load_pem_x509_certificates(pem)


def is_signed_by(token: Token, certificates: Sequence[Any]) -> bool:
    """Tell whether a token is signed by an authority that leads to one of these certificates, valid when it signed."""
    from rfc3161_client import VerificationError, VerifierBuilder

    builder = VerifierBuilder(roots=list(certificates))
    try:
        return bool(builder.build().verify(token.response, token.imprint))
    except (VerificationError, ValueError):
        return False


def request_for(data: bytes) -> tuple[bytes, int | None]:
    """Return what to send to an authority so that it signs for bytes, and the number that its answer must repeat."""
    from rfc3161_client import HashAlgorithm, TimestampRequestBuilder

    request = TimestampRequestBuilder().data(data).hash_algorithm(HashAlgorithm.SHA256).cert_request(
        cert_request=True
    ).build()  # fmt: skip
    return request.as_bytes(), request.nonce

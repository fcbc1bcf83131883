"""Asking a time-stamping authority for a token: the one request of `probata preserve`, made on request alone."""

from __future__ import annotations

from http.client import HTTPException
from urllib.error import URLError
from urllib.request import HTTPHandler, HTTPSHandler, OpenerDirector, ProxyHandler, Request

from probata.cli.exit_code import CannotContinueError
from probata.evidence.timestamps import LARGEST, is_covered_bytes, read_token, request_for

_SECONDS = 30
_TYPES = {"Content-Type": "application/timestamp-query", "Accept": "application/timestamp-reply"}


def ask_for_timestamp(address: str, data: bytes) -> bytes:
    """Return the answer of an authority that covers `data`, of which the hash alone is sent (RFC 3161, 3.4).

    Raises `CannotContinueError` where there is no answer, or none that is granted and repeats what was asked.
    """
    if not address.lower().startswith(("http://", "https://")):
        raise CannotContinueError(
            f"`{address}` is no address of an authority", "it begins with `https://` or `http://`"
        )
    query, nonce = request_for(data)
    opener = OpenerDirector()  # with no handler for files, and none that follows to another address
    for handler in (ProxyHandler(), HTTPHandler(), HTTPSHandler()):
        opener.add_handler(handler)
    try:
        with opener.open(Request(address, query, _TYPES), timeout=_SECONDS) as response:  # noqa: S310  # http alone
            answer: bytes = response.read(LARGEST + 1)
    except (OSError, URLError, HTTPException, ValueError) as error:
        raise CannotContinueError(f"{address} does not answer: {error}", "try again, or another authority") from None
    token = read_token(answer)
    if token is None:
        raise CannotContinueError(f"{address} gave no timestamp", "ask whether it still serves, or try another")
    if not is_covered_bytes(token, data) or token.response.tst_info.nonce != nonce:
        raise CannotContinueError(f"{address} gave a timestamp of something else", "try another authority")
    return answer

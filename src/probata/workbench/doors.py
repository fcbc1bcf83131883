"""Who gets in: the browser that was given the token, from this machine, and no page of another site.

What is promised and how it is tested: `docs/security.md`.
"""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartParser
from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

TOKEN_HEADER = "x-probata-token"  # noqa: S105  # the name of a header
ENTRY = "/enter"
TOO_LARGE = "too large"
MOST_BYTES = 64_000_000
"""Largest upload; what is in it is limited again where it is opened."""
MOST_SECONDS = 30.0
"""Longest time in which a form or an upload comes in; from the same machine it takes less than one second."""

MultiPartParser.spool_max_size = MOST_BYTES
"""What is uploaded stays in memory: nothing of a case is written to the temporary folder of the system."""

POLICY = "; ".join(
    (
        "default-src 'none'", "script-src 'self'", "style-src 'self'", "style-src-attr 'unsafe-inline'",
        "img-src 'self' data:", "font-src 'self'", "connect-src 'self'", "frame-src 'self'", "form-action 'self'",
        "base-uri 'none'", "frame-ancestors 'self'",
    )
)  # fmt: skip
"""No script but our own files. Widths of columns stand in `style` attributes of the document, which runs nothing."""

_HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


def cookie_of(port: int) -> str:
    """Return the name of the cookie of one run: browsers do not tell ports apart, and two cases may be open at once."""
    return f"probata-{port}"


@dataclass(frozen=True, slots=True)
class Keys:
    """The secrets of one run; none of them outlives it."""

    token: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    """In the address that the terminal prints; exchanged for the cookie."""
    cookie: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    form: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    """In every form, so that a page that cannot read ours cannot send one."""


class Doors:
    """Lets through what comes from our own page, and refuses everything else in one line of the log."""

    def __init__(self, app: ASGIApp, keys: Keys, port: int, log: Callable[[str], None]) -> None:
        self._app, self._keys, self._log = app, keys, log
        self._hosts = {f"{name}:{port}" for name in ("127.0.0.1", "localhost")}
        self._cookie = cookie_of(port)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        if why := self._refused(scope, headers):
            self._tell(scope, why)
            told = "This page is for the browser in which Probata opened it."
            answer = PlainTextResponse(told, 413 if why == TOO_LARGE else 403, {"Connection": "close"})
            await answer(scope, receive, _with_headers(send))
            return
        if scope["path"] == ENTRY:
            entered = RedirectResponse("/", 303)
            entered.set_cookie(self._cookie, self._keys.cookie, httponly=True, samesite="strict", path="/")
            await entered(scope, receive, _with_headers(send))
            return
        await self._app(scope, self._limited(scope, receive), _with_headers(send))

    def _limited(self, scope: Scope, receive: Receive) -> Receive:
        """Count the bytes of a request as they come, whatever its head said of them, and the time that they take."""
        count, is_whole = 0, False
        latest = asyncio.get_running_loop().time() + MOST_SECONDS

        async def receiving() -> Message:
            nonlocal count, is_whole
            if is_whole:
                return await receive()
            try:
                async with asyncio.timeout_at(latest):
                    message = await receive()
            except TimeoutError:
                raise self._stopped(scope, 408, "too slow") from None
            count += len(message.get("body", b""))
            is_whole = not message.get("more_body", False)
            if count > MOST_BYTES:
                raise self._stopped(scope, 413, TOO_LARGE)
            return message

        return receiving

    def _tell(self, scope: Scope, why: str) -> None:
        self._log(f"refused: {why}: {scope['method']} {scope['path'][:80]!a}")

    def _stopped(self, scope: Scope, status: int, why: str) -> HTTPException:
        self._tell(scope, why)
        return HTTPException(status, f"Refused: {why}.", {"Connection": "close"})

    def _refused(self, scope: Scope, headers: Headers) -> str:
        """Return why a request is refused; empty where it is not."""
        if headers.get("host", "") not in self._hosts:
            return "wrong host"
        origin = headers.get("origin")
        if origin is not None and origin not in {f"http://{host}" for host in self._hosts}:
            return "another origin"
        if int(headers.get("content-length") or 0) > MOST_BYTES:
            return TOO_LARGE
        if scope["path"] == ENTRY:
            given = parse_qs(scope["query_string"].decode("latin-1")).get("token", [""])[0]
            return "" if scope["method"] == "GET" and _same(given, self._keys.token) else "no token"
        cookie = SimpleCookie(headers.get("cookie", "")).get(self._cookie)
        if cookie is None or not _same(cookie.value, self._keys.cookie):
            return "no token"
        if headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
            return "from another site"
        if scope["method"] not in {"GET", "HEAD"} and not _same(headers.get(TOKEN_HEADER, ""), self._keys.form):
            return "no token of the form"
        return ""


def _same(given: str, ours: str) -> bool:
    return secrets.compare_digest(given.encode(), ours.encode())


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return sending

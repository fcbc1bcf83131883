"""Serving one run on this machine alone."""

from __future__ import annotations

import asyncio
import logging
import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.h11_impl import H11Protocol

from probata.workbench.app import application, other_screens
from probata.workbench.bench import Bench
from probata.workbench.doors import ENTRY

if TYPE_CHECKING:
    from probata.workbench.desk import Desk

HOST = "127.0.0.1"
_HEAD = 65_536
"""Bytes of the longest head of a request that is read."""

SLOWEST_HEAD = 20.0
"""Seconds after which a connection is closed on which no request has come."""


class Impatient(H11Protocol):
    """A connection that is closed where the head of its first request does not come; after a refusal it is closed."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as the library has it
        """Begin to wait."""
        super().connection_made(transport)
        self.loop.call_later(SLOWEST_HEAD, self._close_if_silent)

    def _close_if_silent(self) -> None:
        if self.cycle is None and not self.transport.is_closing():
            self.transport.close()


def config(app: ASGIApp) -> uvicorn.Config:
    """Return how an application is served, whoever starts it."""
    return uvicorn.Config(
        app, http=Impatient, log_level="error", access_log=False, server_header=False, date_header=False,
        h11_max_incomplete_event_size=_HEAD, lifespan="off", timeout_graceful_shutdown=5,
    )  # fmt: skip


def free_port(wanted: int) -> socket.socket:
    """Return a socket on this machine's own address; 0 takes any port. Raises `OSError` where the port is taken."""
    # Named as TCP, so that the library lets answers go at once: else the body of each waits 40 ms behind its head.
    made = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    made.bind((HOST, wanted))
    return made


def _make_ready(bench: Bench, desk: Desk) -> None:
    """Get ready what is asked for behind the first page; where that needs none of it, it comes first."""
    with suppress(Exception):  # whoever asks for it is told
        if desk.looked_before():
            bench.is_seen.wait()
        other_screens()
        desk.warm()
        from probata.workbench.screens.search import index_of

        index_of(desk)


def serve(bench: Bench, listening: socket.socket, began: Callable[[str], None], log: Callable[[str], None]) -> None:
    """Serve until stopped; `began` gets the address with the token as soon as it can be opened."""
    port = listening.getsockname()[1]
    app = application(bench, port, log)
    listening.listen()
    if bench.desk is not None:
        threading.Thread(target=_make_ready, args=(bench, bench.desk), daemon=True).start()
    began(f"http://{HOST}:{port}{ENTRY}?token={bench.keys.token}")
    server = uvicorn.Server(config(app))
    bench.is_ending = lambda: server.should_exit
    # What is cut off when it ends is no fault, and told to nobody.
    logging.getLogger("uvicorn.error").addFilter(lambda _: not server.should_exit)
    server.run(sockets=[listening])

"""Serving one run on this machine alone."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable
from contextlib import suppress

import uvicorn

from probata.workbench.app import application
from probata.workbench.bench import Bench
from probata.workbench.desk import Desk
from probata.workbench.doors import ENTRY
from probata.workbench.screens.search import index_of

HOST = "127.0.0.1"
_HEAD = 65_536
"""Bytes of the longest head of a request that is read."""


def free_port(wanted: int) -> socket.socket:
    """Return a socket on this machine's own address; 0 takes any port. Raises `OSError` where the port is taken."""
    made = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    made.bind((HOST, wanted))
    return made


def _make_ready(desk: Desk) -> None:
    desk.warm()
    with suppress(Exception):  # whoever searches is told
        index_of(desk)


def serve(bench: Bench, listening: socket.socket, began: Callable[[str], None], log: Callable[[str], None]) -> None:
    """Serve until stopped; `began` gets the address with the token as soon as it can be opened."""
    port = listening.getsockname()[1]
    config = uvicorn.Config(
        application(bench, port, log), log_level="error", access_log=False, server_header=False, date_header=False,
        h11_max_incomplete_event_size=_HEAD, lifespan="off", timeout_graceful_shutdown=1,
    )  # fmt: skip
    listening.listen()
    if bench.desk is not None:
        threading.Thread(target=_make_ready, args=(bench.desk,), daemon=True).start()
    began(f"http://{HOST}:{port}{ENTRY}?token={bench.keys.token}")
    uvicorn.Server(config).run(sockets=[listening])

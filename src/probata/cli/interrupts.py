"""Ctrl-C: the first one stops the program, and what it does to leave everything whole is not stopped again."""

from __future__ import annotations

import signal
from types import FrameType
from typing import NoReturn


def stop_at_the_first() -> None:
    """Let the first Ctrl-C raise `KeyboardInterrupt`, and those after it nothing.

    People press it again where the first seems to do nothing; what is put back meanwhile would stay half done. A
    program that is started with interrupts ignored, in the background, goes on ignoring them.
    """
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _stop)


def _stop(number: int, frame: FrameType | None) -> NoReturn:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    raise KeyboardInterrupt

"""What is read while something is worked out is noted for it alone, whoever else reads meanwhile."""

from __future__ import annotations

import threading

from probata.kept import Reading


def test_what_another_thread_reads_is_not_noted() -> None:
    reading, other_reads, has_read = Reading("always"), threading.Event(), threading.Event()

    def other() -> None:
        other_reads.wait(20)
        reading.during(lambda: reading.keys.add("theirs"))
        has_read.set()

    def ours() -> None:
        reading.keys.add("before")
        other_reads.set()
        has_read.wait(20)
        reading.keys.add("after")

    thread = threading.Thread(target=other, daemon=True)
    thread.start()
    _, noted = reading.during(ours)
    thread.join(20)
    assert noted == {"always", "before", "after"}

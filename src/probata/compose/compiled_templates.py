"""Templates as compiled code, kept for the documents that follow.

All filings of a case share the parts of `_base`, and several share a forum: each is compiled once in a process.
Compiling one takes as long as filling it ten times.
"""

from __future__ import annotations

from collections import OrderedDict
from types import CodeType

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

MOST = 100
"""Templates that are kept; the one that was used longest ago goes first."""


class CompiledTemplates(BytecodeCache):
    """Code by a template's name and text, so that one that was edited is compiled anew.

    For environments of one syntax and one set of filters. What cannot be compiled is not kept.
    """

    def __init__(self) -> None:
        """Begin with none."""
        self._kept: OrderedDict[tuple[str, str], CodeType] = OrderedDict()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Put the code into the bucket where it is known."""
        key = bucket.key, bucket.checksum
        bucket.code = self._kept.get(key)
        if bucket.code is not None:
            self._kept.move_to_end(key)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a bucket."""
        if bucket.code is not None:
            self._kept[bucket.key, bucket.checksum] = bucket.code
        if len(self._kept) > MOST:
            self._kept.popitem(last=False)

"""Templates as compiled code, kept for the documents that follow, and for the next run.

All filings of a case share the parts of `_base`, and several share a forum: each is compiled once in a process.
Compiling one takes as long as filling it ten times.
"""

from __future__ import annotations

import hashlib
import marshal
from collections import OrderedDict
from contextlib import suppress
from functools import cache
from pathlib import Path
from types import CodeType

import jinja2
from jinja2 import BytecodeCache
from jinja2.bccache import Bucket, bc_magic

from probata.kept import Store

MOST = 100
"""Templates that are kept in memory; the one that was used longest ago goes first."""
_ENGINE = ("compiler.py", "environment.py", "lexer.py", "parser.py", "sandbox.py")
_OURS = ("environment.py", "place_of_gap.py", "step_budget.py", "template_sections.py")
"""Files that have a say in what a template is compiled to: of the engine, and beside this one."""


class CompiledTemplates(BytecodeCache):
    """Code by a template's name and text, so that one that was edited is compiled anew.

    For environments of one syntax and one set of filters. What cannot be compiled is not kept.
    """

    def __init__(self) -> None:
        """Begin with none."""
        self._kept: OrderedDict[tuple[str, str], CodeType] = OrderedDict()
        self._store: Store | None = None

    def with_store(self, store: Store | None) -> CompiledTemplates:
        """Return the same, where what is compiled is kept for the next run, too."""
        other = CompiledTemplates()
        other._kept, other._store = self._kept, store
        return other

    def load_bytecode(self, bucket: Bucket) -> None:
        """Put the code into the bucket where it is known."""
        key = bucket.key, bucket.checksum
        bucket.code = self._kept.get(key)
        if bucket.code is not None:
            self._kept.move_to_end(key)
        elif self._store and (code := self._store.read(_key(bucket))):
            with suppress(EOFError, ValueError, TypeError):  # of another program under our key: compiled anew
                bucket.code = marshal.loads(code)  # noqa: S302  # ours, under a seal, as Python's own beside its files
            self._remember(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a bucket."""
        self._remember(bucket)
        if self._store and bucket.code is not None:
            self._store.write(_key(bucket), marshal.dumps(bucket.code))

    def _remember(self, bucket: Bucket) -> None:
        if bucket.code is not None:
            self._kept[bucket.key, bucket.checksum] = bucket.code
        if len(self._kept) > MOST:
            self._kept.popitem(last=False)


def _key(bucket: Bucket) -> str:
    return f"template-{hashlib.sha256(f'{bucket.key} {bucket.checksum} {_compiler()}'.encode()).hexdigest()}"


@cache
def _compiler() -> str:
    """Return the hash of what compiles: Python, the template engine and our additions to it."""
    digest = hashlib.sha256(bc_magic)
    engine, ours = Path(str(jinja2.__file__)).parent, Path(__file__).parent
    for path in (*(engine / name for name in _ENGINE), *(ours / name for name in _OURS)):
        digest.update(path.read_bytes())
    return digest.hexdigest()

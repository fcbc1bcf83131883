"""The records of a kind in the text of one file."""

from __future__ import annotations

from pathlib import Path

from probata.model.schema import CASE
from probata.source.append_record import list_of, read_node
from probata.source.edit_lines import as_read
from probata.source.markdown_reader import read_markdown
from probata.source.node import Mapping, Node, Sequence
from probata.source.text_file import TextFile

MARKDOWN = ".md"


def records_in(text: str, shown: str, kind: str, *, in_one_file: bool) -> list[Node]:
    """Return the records of a kind in a file that is read without a fault; `case` is a kind with one record.

    Raises `CannotAppendError` where a YAML file cannot be read.
    """
    if shown.endswith(MARKDOWN):
        name = shown.rpartition("/")[2].removesuffix(MARKDOWN)
        section, _ = read_markdown(TextFile(Path(shown), shown, as_read(text)), name)
        return [section] if section is not None else []
    root = read_node(text, shown)
    if kind == CASE:
        held = root.get(CASE) if in_one_file and isinstance(root, Mapping) else root
        return [held] if held is not None else []
    listed = list_of(root, kind, in_one_file)
    return list(listed.items) if isinstance(listed, Sequence) else []

"""How a YAML text may be written after a change of its words, what stays nearest to its file first.

Nothing is known here of what stands round the text. Whoever takes one of these reads the file again with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from probata.source.scalar_pieces import Piece, indentation, pieces
from probata.source.text_change import Edit, edited
from probata.source.write_value import quoted, scalar

_HEADER = re.compile(r"[|>][-+0-9]*(?P<behind>[^\n]*)\n?")
_BLOCK = ("|", ">")
_BEHIND_WORDS = re.compile("[\n\x85\u2028\u2029]\\s*\\Z")


def ways_to_write(raw: str, text: str, edits: Sequence[Edit], before: str) -> Iterator[str]:
    """Give what may stand in place of `raw`, which reads as `text`, so that it reads as the text with the edits.

    `before` is what stands before it on its line. First come its own style with all other characters of it as they
    are; then, where lines come in, a literal block, else its own lines in quotation marks; at last quotation marks on
    one line, which hold any text.
    """
    new = edited(text, edits)
    tail = _tail(raw)
    if new:
        known = _known(raw, text, edits)
        if known:
            yield _in_its_style(raw, text, known, edits)
        is_block = raw.startswith(_BLOCK)
        if is_block or any("\n" in edit.words for edit in edits):
            yield _literal(raw, text, new, before)
        if known and not raw.startswith((*_BLOCK, '"')):
            yield _in_marks(raw, known, edits)
        if not raw or not (is_block or raw.startswith(("'", '"')) or "\n" in raw):
            yield _spaced(scalar(new), before) + tail
    yield _spaced(quoted(new), before) + tail


def _known(raw: str, text: str, edits: Sequence[Edit]) -> Sequence[Piece]:
    """Return the pieces of the text; none where they are not known, or an edit begins or ends within one."""
    known = pieces(raw, text) or () if raw else ()
    bounds = _bounds(known) if known else {}
    return known if all(edit.start in bounds and edit.end in bounds for edit in edits) else ()


def _in_its_style(raw: str, text: str, known: Sequence[Piece], edits: Sequence[Edit]) -> str:
    """Return the text in the style that it has, with nothing else changed."""
    bounds, style = _bounds(known), raw[0] if raw[0] in "|>'\"" else ""
    made, at = "", 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        start, end = bounds[edit.start], bounds[edit.end]
        made += raw[at:start] + _written(edit.words, style, indentation(raw, text), raw[end : end + 1])
        at = end
    return made + raw[at:]


def _bounds(known: Sequence[Piece]) -> dict[int, int]:
    """Return by offset of the text the place at which the character before it ends, behind a line's indentation."""
    bounds, length = {0: known[0].start}, 0
    for piece in known:
        length += len(piece.text)
        bounds[length] = piece.end
    return bounds


def _written(words: str, style: str, indent: str, behind: str) -> str:
    """Write words as a style has them; what it cannot hold shows when the file is read again."""
    if style == "'":
        return words.replace("'", "''")
    if style == '"':
        return quoted(words)[1:-1]
    if style == "|":
        lines = re.sub(r"\n(?!\n)", f"\n{indent}", words)
        return lines.rstrip(" ") if behind == "\n" and lines.endswith(f"\n{indent}") else lines
    if style == ">":
        return re.sub(r"\n+", lambda found: f"\n{found[0]}{indent}", words)
    return words


def _in_marks(raw: str, known: Sequence[Piece], edits: Sequence[Edit]) -> str:
    """Return the text in double marks, with the lines that it has where they are not changed."""
    made, at = "", 0
    left = sorted(edits, key=lambda edit: (edit.start, edit.end))
    for piece in known:
        while left and left[0].end <= at:
            made += quoted(left.pop(0).words)[1:-1]
        if not (left and left[0].start <= at):
            is_line_end = "\n" in raw[piece.start : piece.end]
            made += raw[piece.start : piece.end] if is_line_end else quoted(piece.text)[1:-1]
        at += len(piece.text)
    return f'"{made}{"".join(quoted(edit.words)[1:-1] for edit in left)}"'


def _literal(raw: str, text: str, new: str, before: str) -> str:
    """Return a literal block, behind the indentation that the text has or two columns behind what holds it."""
    header = _HEADER.match(raw) if raw.startswith(_BLOCK) else None
    holder = len(before) - len(before.lstrip(" -"))
    indent = (indentation(raw, text) if header else "") or " " * (holder + 2)
    # A first line that begins with a space, or is empty, leaves the indentation to be told.
    told = str(len(indent) - holder) if new[0] in " \n" else ""
    chomping = "-" if not new.endswith("\n") else "+" if new.endswith("\n\n") or new == "\n" else ""
    lines = re.sub(r"(?m)^(?=[^\n])", indent, new).removesuffix("\n")
    return _spaced(f"|{told}{chomping}{header['behind'] if header else ''}\n{lines}{_tail(raw)}", before)


def _tail(raw: str) -> str:
    """Return the line ends that belong to a block as the file has it; what takes its place ends so too."""
    found = _BEHIND_WORDS.search(raw) if raw.startswith(_BLOCK) else None
    return found[0] if found else ""


def _spaced(written: str, before: str) -> str:
    """Put a space before what stands directly behind a colon or a hyphen."""
    return f" {written}" if before.endswith((":", "-")) else written

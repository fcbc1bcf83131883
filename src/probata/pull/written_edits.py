"""Changes of printed words as changes of the written text of a field."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from probata.pull.beside_emphasis import before_word, behind_word, in_emphasis, without_spaces_inside
from probata.pull.block_signs import Written, without_new_signs
from probata.pull.edits import Edit
from probata.pull.fields import Form
from probata.pull.links import beside_links, leads_to, link_round, whole_links
from probata.pull.new_words import CannotWriteError, NewWords
from probata.pull.signs_of_lines import sign_before
from probata.pull.source_words import Laid
from probata.pull.stream import END_OF_LINE, Stream
from probata.word.piece import MARK

_KIND: Final = re.compile(r"^\{[^{}\n]*\}[ \t]*\n\Z", re.MULTILINE)
"""What is said above a paragraph of its sentences, as `{kind=context}`."""
_SPACE: Final = re.compile(r"[*_]*(?P<space>\s*)[*_]*")
"""White space between two words, of which one may be emphasised."""


def written_edits(
    laid: Laid, edits: Sequence[Edit], base: Stream, notes: Mapping[str, str], known: Mapping[str, int], form: Form
) -> list[Written]:
    """Return the changes of the written text, in their order.

    Places of `edits` count in the print that was laid, which is `base`. `notes` are the texts of notes that came in, by
    key, and `known` the places in the print of the things that stood there before. Raises `CannotWriteError` where one
    change has no counterpart, as that of a name printed by `{{ … }}`, of the numbers of a list, of a look where there
    is none.
    """
    writer = NewWords(laid, base, notes, known, form)
    found = [_written(laid, edit, writer) for edit in edits]
    if form == "text":
        return found
    changed = [without_new_signs(laid.written, without_spaces_inside(laid, one)) for one in found]
    ends = [(one.start, one.end) for one in sorted(changed, key=lambda one: (one.start, one.end))]
    if any(one[1] > other[0] for one, other in pairwise(ends)):
        raise CannotWriteError
    return changed


def _written(laid: Laid, edit: Edit, writer: NewWords) -> Written:
    print_ = laid.printed.text
    held = print_[edit.start : edit.end]
    if held == edit.new.text and writer.form == "text":
        raise CannotWriteError  # an address alone, of which such a text has none
    if held.strip(f" \n\t\u00a0{END_OF_LINE}"):
        return _replaced(laid, edit, writer)
    if held:
        start, end = _gap(laid, edit.start, edit.end)
        return _put(laid, writer, start, end, edit.new, edit.start)
    return _inserted(laid, edit, writer, print_[edit.start - 1 : edit.start])


def _replaced(laid: Laid, edit: Edit, writer: NewWords) -> Written:
    go_whole = not edit.new.text and _is_whole_lines(laid.printed.text, edit)
    found = laid.written_range(edit.start, edit.end, with_signs=go_whole and writer.form == "markdown")
    if found is None:
        raise CannotWriteError
    start, end = found
    if go_whole:
        return _without_lines(laid.written, *_with_link(laid.written, start, end))
    held, new = laid.printed.text[edit.start : edit.end], edit.new
    lead, tail = len(held) - len(held.lstrip()), len(held) - len(held.rstrip())
    if lead and new.text[:lead] == held[:lead]:
        new = new.part(lead, len(new.text))
    elif lead:
        start = _gap(laid, edit.start, edit.start + lead)[0]
    if tail and new.text.endswith(held[-tail:]):
        new = new.part(0, len(new.text) - tail)
    elif tail:
        end = _gap(laid, edit.end - tail, edit.end)[1]
    if held.startswith(MARK) and not new.text[:1].isspace():
        # The space that is written before a citation is none of print.
        start = len(laid.written[:start].rstrip(" \t"))
    return _put(laid, writer, start, end, new, edit.start)


def _put(laid: Laid, writer: NewWords, start: int, end: int, new: Stream, at: int) -> Written:
    """Put words in the place of a written stretch: into a link, or another link in the place of the whole."""
    if writer.form == "markdown":
        start, end, new = in_emphasis(laid, start, end, new)
    start, end = whole_links(laid.written, start, end)
    link = link_round(laid.written, start, end)
    if link is None or (new.text and leads_to(new, link.address)):
        return Written(start, end, writer.write(replace(new, links=()) if link else new, start, at))
    if (start, end) == link.inner:
        return Written(link.start, link.end, writer.write(new, link.start, at))
    if start < end and not new.text:
        return Written(start, end, "")
    if start == end and start in link.inner:
        start = link.start if start == link.inner[0] else link.end
        return Written(start, start, writer.write(new, start, at))
    raise CannotWriteError


def _with_link(written: str, start: int, end: int) -> tuple[int, int]:
    """Return a stretch with all of the links at its two ends."""
    first, last = link_round(written, start, start), link_round(written, end, end)
    return first.start if first else start, last.end if last else end


def _is_whole_lines(text: str, edit: Edit) -> bool:
    return text[edit.start - 1 : edit.start] in ("", END_OF_LINE) and text[edit.end : edit.end + 1] in ("", END_OF_LINE)


def _without_lines(written: str, start: int, end: int) -> Written:
    """Take paragraphs or entries of a list out, with the signs before them and the empty line behind them.

    Their neighbours stay as far apart as they were from them: below the last entry of a list an empty line is left, or
    the paragraph there would be one of the entry above.
    """
    start = sign_before(written, start)
    if kind := _KIND.search(written[:start]):
        start = kind.start()
    behind, above = len(written) - len(written[end:].lstrip()), len(written[:start].rstrip())
    if behind == len(written):
        return Written(above, end, "")
    lines = written.count("\n", end, behind) - written.count("\n", above, start) if above else 0
    return Written(start, behind, "\n" * max(lines, 0))


def _inserted(laid: Laid, edit: Edit, writer: NewWords, before: str) -> Written:
    """Put new words behind the word that they touch, or before the next one where a space is between."""
    last, following = laid.before(edit.start), laid.behind(edit.start)
    new = edit.new
    if before.strip() and last:
        place = behind_word(laid, last.end, new) if writer.form == "markdown" else last.end
        return _put(laid, writer, place, place, new, edit.start)
    if following:
        place = before_word(laid, following.start, new) if writer.form == "markdown" else following.start
        start = len(laid.written[:place].rstrip()) if new.text.startswith(END_OF_LINE) else place
        return _put(laid, writer, start, place, new, edit.start)
    if last and not laid.printed.text[edit.start :].strip():
        space = "" if new.text[:1].isspace() or not before.isspace() else before
        put = _put(laid, writer, last.end, last.end, new, edit.start)
        return replace(put, new=space + put.new)
    raise CannotWriteError


def _gap(laid: Laid, start: int, end: int) -> tuple[int, int]:
    """Return the written white space between the words round a stretch of print that is white space."""
    last, following = laid.before(start), laid.behind(end)
    if last is None and not laid.printed.text[:start].strip() and following:
        return following.start, following.start
    if following is None and not laid.printed.text[end:].strip() and last:
        return last.end, last.end
    if last is None or following is None:
        raise CannotWriteError
    first, behind = beside_links(laid.written, last.end, following.start)
    gap = _SPACE.fullmatch(laid.written, first, behind)
    if gap is None:
        raise CannotWriteError
    return gap.span("space")

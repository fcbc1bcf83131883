"""Changes of printed words as changes of the written text of a field."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from probata.pull.edits import Edit
from probata.pull.fields import Form
from probata.pull.line_signs import Written, sign_before, without_new_signs
from probata.pull.new_words import CannotWriteError, NewWords, leads_to, link_round, next_to_links, whole_links
from probata.pull.source_words import Laid
from probata.pull.stream import END_OF_LINE, PLAIN, Stream, written_as
from probata.word.piece import MARK

# New words in and beside words in italics or bold: no sign of theirs may meet one that is written there already.

_SIGNS: Final = re.compile(r"(?<!\\)(\*+|_+)")
_CLOSING: Final = re.compile(r"[*_]+(?![^\W_])")
_OPENING: Final = re.compile(r"(?<![^\W_])[*_]+\Z")
_ALL: Final = re.compile(r"[*_]+")
_BEFORE: Final = re.compile(r"(?<![*_])[*_]+\Z")
_LOOKS: Final = {0: PLAIN, 1: "i", 2: "b", 3: "x"}


def behind_word(laid: Laid, place: int, new: Stream) -> int:
    """Return where words are written behind a word that ends at a place: behind its signs, unless they look as it."""
    signs = _CLOSING.match(laid.written, place)
    is_outside = signs and _are_signs(laid, *signs.span()) and _looks(new) != {_look(laid, place)}
    return signs.end() if signs and is_outside else place


def before_word(laid: Laid, place: int, new: Stream) -> int:
    """Return where words are written before a word that begins at a place, likewise."""
    signs = _OPENING.search(laid.written[:place])
    is_outside = signs and _are_signs(laid, *signs.span()) and _looks(new) != {_look(laid, place)}
    return signs.start() if signs and is_outside else place


def in_emphasis(laid: Laid, start: int, end: int, new: Stream) -> tuple[int, int, Stream]:
    """Return a stretch of the written text and what shall stand there, with the signs round it or without new ones.

    Words that take the place of all between two signs bring their own. Others may stand between them where they look so
    too. Raises `CannotWriteError` for those that look otherwise, for a paragraph that would end there, and for words
    of which some stand between two signs and some do not.
    """
    start, end = _with_signs(laid, start, end)
    look = _look(laid, start)
    if look == PLAIN:
        return start, end, new
    (begin, sign), *others = _open(laid, start)
    if start < end and not others and begin + len(sign) == start and laid.written.startswith(sign, end):
        return begin, end + len(sign), new
    if END_OF_LINE in new.text or _looks(new) - {look}:
        raise CannotWriteError
    return start, end, replace(new, looks=PLAIN * len(new.looks))


def _with_signs(laid: Laid, start: int, end: int) -> tuple[int, int]:
    """Return a stretch with the signs at one of its ends whose others stand in it."""
    before, behind = _open(laid, start), _open(laid, end)
    if before == behind:
        return start, end
    closing, opening = _ALL.match(laid.written, end), _BEFORE.search(laid.written[:start])
    if closing and _open(laid, closing.end()) == before:
        return start, closing.end()
    if opening and _open(laid, opening.start()) == behind:
        return opening.start(), end
    raise CannotWriteError


def without_spaces_inside(laid: Laid, change: Written) -> Written:
    """Return a change after which no space stands where emphasis begins or ends: there, signs would be printed.

    The space stands outside the signs then (CommonMark 0.31, 6.2). Signs with nothing between them go.
    """
    start, end, new = change.start, change.end, change.new
    closing, opening = _ALL.match(laid.written, end), _BEFORE.search(laid.written[:start])
    if closing and len(_open(laid, closing.end())) < len(_open(laid, end)):
        core = f"{laid.written[:start]}{new}".rstrip()
        spaces = f"{laid.written[:start]}{new}"[len(core) :]
        if spaces:
            start, new = min(start, len(core)), f"{core[start:]}{closing[0]}{spaces}"
            end = closing.end()
    if opening and start == change.start and len(_open(laid, opening.start())) < len(_open(laid, start)):
        core = f"{new}{laid.written[end:]}".lstrip()
        spaces = f"{new}{laid.written[end:]}"[: len(new) + len(laid.written) - end - len(core)]
        if spaces:
            start, end = opening.start(), max(end, len(laid.written) - len(core))
            new = f"{spaces}{opening[0]}{new[len(spaces) :]}"
    return Written(start, end, new)


def _look(laid: Laid, place: int) -> str:
    return _LOOKS.get(sum(len(sign) for _, sign in _open(laid, place)), PLAIN)


def _open(laid: Laid, place: int) -> list[tuple[int, str]]:
    """Return the signs of emphasis that have begun in the paragraph of a place and not ended, each with its place."""
    found: list[tuple[int, str]] = []
    for start, sign in _signs(laid, place):
        before, behind = laid.written[start - 1 : start], laid.written[start + len(sign) : start + len(sign) + 1]
        if found and found[-1][1] == sign and before.strip():
            found.pop()
        elif behind.strip():
            found.append((start, sign))
    return found


def _signs(laid: Laid, place: int) -> Iterator[tuple[int, str]]:
    begin = laid.written.rfind("\n\n", 0, place) + 1
    for match in _SIGNS.finditer(laid.written, begin, place):
        if _are_signs(laid, *match.span()):
            yield match.start(), match[0]


def _are_signs(laid: Laid, start: int, end: int) -> bool:
    return laid.known.isdisjoint(range(start, end))


def _looks(new: Stream) -> set[str]:
    pairs = zip(new.looks, new.text, strict=True)
    return {written_as(look) for look, char in pairs if not char.isspace() and char != MARK}


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
    first, behind = next_to_links(laid.written, last.end, following.start)
    gap = _SPACE.fullmatch(laid.written, first, behind)
    if gap is None:
        raise CannotWriteError
    return gap.span("space")

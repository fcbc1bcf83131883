"""From what Pandoc wrote of a citation to what is printed of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from probata.citation.archived import with_archived_copies
from probata.citation.exchange import inlines_from
from probata.citation.library import Library
from probata.citation.names import elided, has_initials, with_initials_apart
from probata.citation.numbering import NumberedNote
from probata.citation.parts import Asked
from probata.citation.references import Node
from probata.citation.sentinels import BARE, IN_WORDS
from probata.citation.style import Style
from probata.citation.unnamed import Completed, completed, with_gaps_for_titles
from probata.citation.words import Words
from probata.document.inlines import Emph, Inline, Inlines, Language, Link, Note, NoteRef, Text
from probata.document.rebuild import map_children, map_texts
from probata.document.walk import plain_text

_TITLES = ("title", "title-short", "container-title", "collection-title")
_MARKS = frozenset("‘’“”")
_CLOSING = re.compile(r"’(?!\w)")
"""What may end a quotation; the apostrophe of `won’t` does not."""
_IN_SINGLE = re.compile(r"‘([^‘’]*(?:’(?=\w)[^‘’]*)*)’")
_IN_DOUBLE = re.compile(r"“([^“”]*)”")
_STRAIGHT = re.compile(r'(?<!\w)"([^"]*)"(?!\w)')
"""Marks as databases have them, which citeproc prints as these."""


def with_inner_quotes(inlines: Inlines, works: Iterable[Mapping[str, Any]]) -> Inlines:
    """Give quotations in titles the marks that stand inside those of the style, where it puts marks round the title.

    Double stand within single (OSCOLA 4, 1.5) and single within double (Chicago 13.30); citeproc takes titles as they
    are recorded. `works` are those that are cited. A title is left as it is where an apostrophe, as of `prisoners’`,
    may be one of its marks, and where they are those of other languages.
    """
    quoting = sorted({title for work in works for title in _quoting(work)}, key=len, reverse=True)
    if not quoting:
        return inlines
    # A style may have capitals of its own, and puts a comma or stop inside its marks.
    found = re.compile(rf"(?<=[‘“])(?:{'|'.join(map(re.escape, quoting))})(?=[,.]?[’”])", re.IGNORECASE)
    return map_texts(inlines, lambda text: found.sub(_alternated, text))


def has_quotation(work: Mapping[str, Any]) -> bool:
    """Tell whether a title of a work has marks of quotation in it."""
    return bool(_quoting(work))


def _quoting(work: Mapping[str, Any]) -> list[str]:
    titles = (_STRAIGHT.sub(r"“\1”", str(work.get(name, ""))) for name in _TITLES)
    return [title for title in titles if not _MARKS.isdisjoint(title)]


def _alternated(title: re.Match[str]) -> str:
    is_in_single = title.string[title.start() - 1] == "‘"
    return _in_single(title[0]) if is_in_single else _IN_DOUBLE.sub(lambda one: f"‘{_in_single(one[1])}’", title[0])


def _in_single(text: str) -> str:
    is_certain = text.count("‘") == len(_CLOSING.findall(text))
    return _IN_SINGLE.sub(r"“\1”", text) if is_certain else text


# Quotation marks and italics that a style gives to what is no title.

_OPEN, _CLOSED = "‘“«", "’”»"


def without_quotes(inlines: Inlines, titles: Iterable[str]) -> Inlines:
    """Take the quotation marks, the italics and the capital of a title off descriptions of ours.

    `[web page, example.org]` is no title of a work. American marks have a comma inside, which stays.
    """
    recorded = {title.casefold(): title for title in titles}
    if not recorded:
        return inlines
    described = re.compile(
        rf"[{_OPEN}]?\s?({'|'.join(map(re.escape, recorded.values()))})([,.]?)\s?[{_CLOSED}]?", re.IGNORECASE
    )

    def bare(found: re.Match[str]) -> str:
        text, whole = recorded[found[1].casefold()], found[0]
        is_marked = whole[0] in _OPEN and whole[-1] in _CLOSED
        return f"{text}{found[2]}" if is_marked else whole.replace(found[1], text)

    def change(inner: Inlines) -> Inlines:
        return tuple(part for one in inner for part in changed(one))

    def changed(one: Inline) -> Inlines:
        if isinstance(one, Emph) and plain_text(one.inlines).strip().casefold() in recorded:
            return change(one.inlines)
        return (
            replace(one, text=described.sub(bare, one.text)) if isinstance(one, Text) else map_children(one, change),
        )

    return change(inlines)


# Tells text in another script than Latin, and the addresses of sources, apart from what surrounds them.

# One letter class for each script, with the language that is meant where the source names none.
_SCRIPTS: tuple[tuple[str, str, frozenset[str]], ...] = (
    ("ja", "\u3040-\u30ff", frozenset({"ja"})),
    ("zh", "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff", frozenset({"zh", "ja", "yue"})),
    ("ko", "\u1100-\u11ff\uac00-\ud7af", frozenset({"ko"})),
    (
        "ar",
        "\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff",
        frozenset({"ar", "fa", "ug", "ur", "ps", "ku", "kk"}),
    ),
    ("ru", "\u0400-\u052f", frozenset({"ru", "uk", "be", "bg", "sr", "mk", "kk", "ky", "mn", "tg"})),
    ("bo", "\u0f00-\u0fff", frozenset({"bo", "dz"})),
    ("he", "\u0590-\u05ff", frozenset({"he", "yi"})),
    ("el", "\u0370-\u03ff", frozenset({"el"})),
    ("th", "\u0e00-\u0e7f", frozenset({"th"})),
    ("hi", "\u0900-\u097f", frozenset({"hi", "ne", "mr"})),
)
_EAST_ASIAN = "".join(letters for tag, letters, _ in _SCRIPTS if tag in {"ja", "zh"})
_EAST_ASIAN_MARKS = "\u3000-\u303f\uff00-\uffef"


def _run(letters: str, marks: str = "") -> str:
    """Return a pattern for letters of one script, with what stands between two of them."""
    mark = f"(?:(?<![{marks}])[{marks}]*+)?" if marks else ""  # marks without a letter are gone through once
    return f"{mark}[{letters}](?:[{letters}{marks}]|[\\s\\d.,:·—…-]+(?=[{letters}]))*"


_PATTERNS = tuple(
    ("zh", _run(_EAST_ASIAN, _EAST_ASIAN_MARKS)) if tag == "zh" else (tag, _run(letters))
    for tag, letters, _ in _SCRIPTS
    if tag != "ja"
)
_FOREIGN = re.compile("|".join(f"(?P<{tag}>{pattern})" for tag, pattern in _PATTERNS))
_ANY_FOREIGN = re.compile(f"[{''.join(letters for _, letters, _ in _SCRIPTS)}]")
"""Finds out in a tenth of the time that there is no letter of another script."""

_KANA = re.compile(f"[{_SCRIPTS[0][1]}]")
_FIELDS_OF_ADDRESSES = ("URL", "archive", "archive_location", "note")
_ADDRESS = re.compile(r"(?:https?|doi)://[^\s<>\[\]{}|\\^\"“”‘’]+")
_TRAILING = ".,;:!?)"


def marked_up(inlines: Inlines, tags: Iterable[str], addresses: Container[str] = ()) -> Inlines:
    """Wrap text in other scripts in `Language` and the addresses given in `Link`.

    An address that is part of a title is not among `addresses` and stays text. `tags` are the languages of the sources
    cited: Arabic letters are Uyghur where a source is. Other languages in Latin letters cannot be told from a citation
    as it is printed, and stay unmarked.
    """
    text = plain_text(inlines)
    if "://" in text:
        inlines = _in_text(inlines, lambda one: _links(one, addresses))
    if _ANY_FOREIGN.search(text):
        by_script = _by_script(tags)
        inlines = _in_text(inlines, lambda one: _languages(one, by_script))
    return inlines


def _in_text(inlines: Inlines, change: Callable[[Text], Inlines]) -> Inlines:
    result: list[Inline] = []
    for inline in inlines:
        if isinstance(inline, Text):
            result += change(inline)
        elif isinstance(inline, Note | Language | Link):
            result.append(inline)
        else:
            result.append(map_children(inline, lambda inner: _in_text(inner, change)))
    return tuple(result)


def _by_script(tags: Iterable[str]) -> dict[str, str]:
    chosen: dict[str, str] = {}
    for tag in tags:
        for script, _, languages in _SCRIPTS:
            if tag.lower().split("-")[0] in languages:
                chosen.setdefault(script, tag)
    return chosen


def _languages(text: Text, by_script: Mapping[str, str]) -> Inlines:
    def wrap(found: re.Match[str]) -> Inline:
        script = str(found.lastgroup)
        default = "ja" if script == "zh" and _KANA.search(found.group()) else script
        return Language(by_script.get(script, default), (Text(found.group(), text.origin),))

    return _split(text, _FOREIGN, wrap)


def _links(text: Text, addresses: Container[str]) -> Inlines:
    def wrap(found: re.Match[str]) -> Inline:
        words = Text(found.group(), text.origin)
        return Link(found.group(), (words,)) if found.group() in addresses else words

    return _split(text, _ADDRESS, wrap, _TRAILING)


def _split(
    text: Text, pattern: re.Pattern[str], wrap: Callable[[re.Match[str]], Inline], trailing: str = ""
) -> Inlines:
    if not pattern.search(text.text):
        return (text,)  # nearly every text
    parts: list[Inline] = []
    end = 0
    for found in pattern.finditer(text.text):
        kept = pattern.fullmatch(found.group().rstrip(trailing)) if trailing else found
        if kept is None:
            continue
        parts += [Text(text.text[end : found.start()], text.origin)] if found.start() > end else []
        parts.append(wrap(kept))
        end = found.start() + len(kept.group())
    parts += [Text(text.text[end:], text.origin)] if end < len(text.text) else []
    return tuple(parts)


@dataclass(frozen=True, slots=True)
class AddressesOf:
    """The addresses that sources give for themselves; they are looked at where one is printed."""

    entries: Sequence[Mapping[str, Any]]

    def __contains__(self, address: object) -> bool:
        """Tell whether a field of a source holds the address and nothing else, or it is that of its DOI."""
        return any(address in _addresses(entry) for entry in self.entries)


def _addresses(entry: Mapping[str, Any]) -> set[str]:
    values = [str(entry.get(name, "")) for name in _FIELDS_OF_ADDRESSES]
    found = {value for value in values if _ADDRESS.fullmatch(value)}
    return found | ({f"https://doi.org/{entry['DOI']}", f"doi:{entry['DOI']}"} if entry.get("DOI") else set())


# A place that a style prints without a word of its own: our styles put a sign before it, to find it again.

_SIGNED_PLACE = re.compile(f"({BARE}?{IN_WORDS}|{BARE})")
_NO_COMMA_BEHIND = re.compile(r"(?:[\s,.;:()\[\]]|\bibid)$", re.IGNORECASE)
"""What a place in words follows without a comma: a bracket, another mark, or *ibid*."""


def with_commas_before_places(written: Inlines, sorts: Collection[str] = ()) -> Inlines:
    """Put a comma before a place where it would be read with what stands before it, and take the signs out.

    A place in words gets one behind a word or number, `2021 to 2023, row 4`, but `(2023) row 4`: a style has none of
    its own, since it takes the place for a number. A number gets one behind another, of a paper or a volume:
    `Research Paper 1/2007, 8` (OSCOLA 5, 3.6), or behind one of the `sorts` of the works that are cited.
    """
    ends = tuple(f" {sort.replace('.', '')}" for sort in sorts if sort.strip())
    return tuple(_with_commas_before(written, ends, [""]))


def _with_commas_before(written: Inlines, ends: tuple[str, ...], before: list[str]) -> Iterator[Inline]:
    for inline in written:
        if isinstance(inline, Text):
            is_signed = BARE in inline.text or IN_WORDS in inline.text
            yield Text(_worded(inline.text, ends, before[0]), inline.origin) if is_signed else inline
            before[0] = inline.text or before[0]
        elif isinstance(inline, NoteRef):
            yield inline
            before[0] = "1"
        else:
            yield map_children(inline, lambda inner: tuple(_with_commas_before(inner, ends, before)))


def _worded(text: str, ends: tuple[str, ...], before: str) -> str:
    start, *rest = _SIGNED_PLACE.split(text)
    for sign, piece in zip(rest[::2], rest[1::2], strict=True):
        shown = before + start
        is_wanted = (
            _wants_comma_before_words(start, shown)
            if IN_WORDS in sign
            else _wants_comma_before_number(start, shown, ends)
        )
        start = f"{start.rstrip(': ')}, {piece}" if is_wanted else start + piece
    return start


def _wants_comma_before_words(start: str, shown: str) -> bool:
    is_number_of_volume = start.endswith(": ")  # `129 (2013): 559` has the colon before a bare number alone
    return shown.endswith(" ") and (is_number_of_volume or not _NO_COMMA_BEHIND.search(shown.rstrip()))


def _wants_comma_before_number(start: str, shown: str, ends: tuple[str, ...]) -> bool:
    behind = shown.rstrip()
    return start.endswith(" ") and (behind[-1:].isdigit() or behind.replace(".", "").endswith(ends))


NOTHING = Completed(())
"""A citation of which nothing is printed."""


@dataclass(frozen=True, slots=True)
class CitationReader:
    """Reads the citations of one document. All that is the same for each of them is worked out before."""

    library: Library
    style: Style
    words: Words
    between: str
    """What stands between two works in one note."""

    targets: Mapping[int, NumberedNote]
    """The notes by the ordinals that Pandoc was told."""

    _plain: dict[str, bool] = field(default_factory=dict, init=False, compare=False)
    """Source → whether its titles and names are printed as they come, as those of nearly all are."""

    def citation(self, nodes: list[Node], asked: Asked) -> Completed:
        """Return a citation as it is printed. Raises `AnswerError` for nodes that are not known here."""
        if not asked.shown:
            return NOTHING
        written = inlines_from(nodes, self._back_reference)
        keys = [reference.key for reference in asked.references]
        if self.words.language == "fr" and any(map(self._is_letter, keys)):
            written = elided(written)
        sorts = {str(self.library.sources.get(key, {}).get("genre", "")) for key in keys}
        written = with_commas_before_places(written, sorts)
        whole = completed(written, asked, self.library, self.words, self.between)
        return Completed(self.marked_up(whole.inlines, keys), whole.left_out)

    def entry(self, nodes: list[Node], key: str) -> Inlines:
        """Return the full form of a source, in which no note is referred to by its id."""
        return self.marked_up(inlines_from(nodes, lambda ordinal: NoteRef("", ordinal)), [key])

    def _back_reference(self, ordinal: int) -> NoteRef:
        note = self.targets[ordinal].note
        return NoteRef(note.id, note.number)

    def _is_letter(self, key: str) -> bool:
        return self.library.sources.get(key, {}).get("type") == "personal_communication"

    def marked_up(self, inlines: Inlines, keys: Sequence[str]) -> Inlines:
        """Return a written citation of some sources with scripts, addresses, copies and gaps as they are shown."""
        entries = [self.library.sources[key] for key in keys]
        if not all(map(self._is_plain, keys)):
            inlines = self._with_names_and_titles(inlines, keys)
        marked = marked_up(inlines, (str(entry.get("language", "")) for entry in entries), AddressesOf(entries))
        return with_archived_copies(marked, entries, self.words, in_brackets=self.style.brackets_archived)

    def _with_names_and_titles(self, inlines: Inlines, keys: Sequence[str]) -> Inlines:
        entries = [self.library.sources[key] for key in keys]
        inlines = with_inner_quotes(with_initials_apart(inlines, entries), entries)
        untitled = [self.library.sources[key] for key in keys if key in self.library.untitled]
        described = [str(one[name]) for one in untitled for name in ("title", "title-short") if name in one]
        return with_gaps_for_titles(without_quotes(inlines, described), keys, self.library)

    def _is_plain(self, key: str) -> bool:
        if key not in self._plain:
            entry, library = self.library.sources[key], self.library
            is_named = key not in library.untitled and key not in library.nameless
            self._plain[key] = is_named and not (has_initials(entry) or has_quotation(entry))
        return self._plain[key]

"""Edits of a Word file as its programs make them: on the XML, without any code of the product."""

from __future__ import annotations

import zipfile
from copy import deepcopy
from io import BytesIO

from lxml import etree

W_SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14_SPACE = "http://schemas.microsoft.com/office/word/2010/wordml"
W = f"{{{W_SPACE}}}"
M_SPACE = "http://schemas.openxmlformats.org/officeDocument/2006/math"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_R_ID = f"{{{_OFFICE}}}id"
MAIN, NOTES, COMMENTS = "word/document.xml", "word/footnotes.xml", "word/comments.xml"
RELATIONS = "word/_rels/document.xml.rels"
W15_SPACE = "http://schemas.microsoft.com/office/word/2012/wordml"
THREADS = "word/commentsExtended.xml"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_DECLARED = (
    (COMMENTS, f"{_TYPE}comments+xml", f"{_OFFICE}/comments"),
    (
        THREADS,
        f"{_TYPE}commentsExtended+xml",
        "http://schemas.microsoft.com/office/2011/relationships/commentsExtended",
    ),
)

TOO_MANY = 200
"""Lines that are more than are compared each with each."""

Element = etree._Element


class WordEdits:
    """A file that is being edited."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            self._files = {name: archive.read(name) for name in archive.namelist()}
        self.body = etree.fromstring(self._files[MAIN])
        self.notes = etree.fromstring(self._files[NOTES])
        self._said: list[str] = []
        self._parents: dict[int, int] = {}
        self._resolved: set[int] = set()

    def save(self) -> bytes:
        """Return the file."""
        files = {**self._files, MAIN: etree.tostring(self.body), NOTES: etree.tostring(self.notes), **self._comments()}
        out = BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, part in files.items():
                archive.writestr(name, part)
        return out.getvalue()

    def paragraph(self, words: str, root: Element | None = None) -> Element:
        """Return the first paragraph that holds the words, outside the contents, which a program makes anew."""
        found = (one for one in (self.body if root is None else root).iter(f"{W}p") if words in text_of(one))
        return next(one for one in found if not _style(one).startswith("Toc"))

    def replace(self, old: str, new: str, root: Element | None = None) -> WordEdits:
        """Type other words over some."""
        _type_over(self.paragraph(old, root), old, new)
        return self

    def replace_line(self, old: str, new: str) -> WordEdits:
        """Type another text over a paragraph or cell that says just this."""
        _type_over(next(one for one in self.body.iter(f"{W}p") if text_of(one) == old), old, new)
        return self

    def replace_in_note(self, old: str, new: str) -> WordEdits:
        """Type other words over some of a footnote."""
        return self.replace(old, new, self.notes)

    def replace_tracked(self, old: str, new: str, author: str) -> WordEdits:
        """Type other words while changes are tracked; the words stand in one run."""
        run = next(run for run in self.paragraph(old).iter(f"{W}r") if old in text_of(run))
        whole = text_of(run)
        before, after = whole[: whole.index(old)], whole[whole.index(old) + len(old) :]
        gone, come = (etree.Element(f"{W}{name}", {f"{W}id": "9001", f"{W}author": author}) for name in ("del", "ins"))
        gone.append(_run_like(run, old, "delText"))
        come.append(_run_like(run, new))
        parts = [*([_run_like(run, before)] if before else []), gone, *([come] if new else [])]
        for part in [*parts, *([_run_like(run, after)] if after else [])]:
            run.addprevious(part)
        _take_out(run)
        return self

    def split(self, before: str) -> WordEdits:
        """Press Enter before some words that begin a run or stand inside one."""
        paragraph = self.paragraph(before)
        second = deepcopy(paragraph)
        words = text_of(paragraph)
        place = words.index(before)
        _cut(paragraph, 0, place)
        _cut(second, place, len(words))
        paragraph.addnext(second)
        return self

    def join(self, first: str) -> WordEdits:
        """Delete the end of the paragraph that holds the words; the next one runs on behind it."""
        paragraph = self.paragraph(first)
        following = next(one for one in paragraph.itersiblings(f"{W}p"))
        for child in list(following):
            if child.tag != f"{W}pPr":
                paragraph.append(child)
        _take_out(following)
        return self

    def remove(self, words: str) -> WordEdits:
        """Delete the paragraph that holds the words."""
        paragraph = self.paragraph(words)
        _take_out(paragraph)
        return self

    def add_after(self, words: str, new: str) -> WordEdits:
        """Write a new paragraph behind the one that holds the words, as Enter at its end does."""
        paragraph = self.paragraph(words)
        added = etree.Element(f"{W}p")
        properties = paragraph.find(f"{W}pPr")
        if properties is not None:
            added.append(deepcopy(properties))
        added.append(run_of(new))
        paragraph.addnext(added)
        return self

    def move_after(self, words: str, target: str) -> WordEdits:
        """Cut the paragraph that holds the words and paste it behind another."""
        self.paragraph(target).addnext(self.paragraph(words))
        return self

    def add_note(self, after: str, note: str) -> WordEdits:
        """Insert a footnote behind some words that stand in one run."""
        run = next(run for run in self.paragraph(after).iter(f"{W}r") if after in text_of(run))
        return self.add_note_in(run, after, note)

    def add_note_in(self, run: Element, after: str, note: str) -> WordEdits:
        """Insert a footnote behind some words of a run; Word numbers it by its place and gives it a free id."""
        id_ = str(max(int(one.get(f"{W}id", "0")) for one in self.notes.iter(f"{W}footnote")) + 1)
        whole = text_of(run)
        place = whole.index(after) + len(after)
        mark = etree.fromstring(
            f'<w:r xmlns:w="{W_SPACE}"><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
            f'<w:footnoteReference w:id="{id_}"/></w:r>'
        )
        parts = [_run_like(run, whole[:place]), mark, *([_run_like(run, whole[place:])] if whole[place:] else [])]
        for part in parts:
            run.addprevious(part)
        _take_out(run)
        body = f'<w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> {note}</w:t></w:r></w:p>'
        self.notes.append(etree.fromstring(f'<w:footnote xmlns:w="{W_SPACE}" w:id="{id_}">{body}</w:footnote>'))
        return self

    def remove_note(self, words: str, number: int = 0) -> WordEdits:
        """Delete the mark of a note of the paragraph that holds the words."""
        return self.remove_mark(list(self.paragraph(words).iter(f"{W}footnoteReference"))[number])

    def remove_mark(self, mark: Element) -> WordEdits:
        """Delete the mark of a note; Word drops its text too."""
        _take_out(mark.getparent())
        note = next(one for one in self.notes.iter(f"{W}footnote") if one.get(f"{W}id") == mark.get(f"{W}id"))
        self.notes.remove(note)
        return self

    def comment(self, words: str, text: str, author: str, date: str) -> WordEdits:
        """Put a comment on some words that stand in one run."""
        id_ = str(len(self._said))
        run = self._run_of(words)
        start, end = (etree.Element(f"{W}{name}", {f"{W}id": id_}) for name in ("commentRangeStart", "commentRangeEnd"))
        run.addprevious(start)
        run.addnext(_reference(id_))
        run.addnext(end)
        return self._say(text, author, date)

    def answer(self, number: int, text: str, author: str, date: str) -> WordEdits:
        """Answer a comment, counted from 0, which stands beside it as Word has it."""
        id_ = str(len(self._said))
        for name in ("commentRangeStart", "commentRangeEnd"):
            there = next(one for one in self.body.iter(f"{W}{name}") if one.get(f"{W}id") == str(number))
            there.addnext(etree.Element(f"{W}{name}", {f"{W}id": id_}))
        mark = next(one for one in self.body.iter(f"{W}commentReference") if one.get(f"{W}id") == str(number))
        run = mark.getparent()
        assert run is not None
        run.addnext(_reference(id_))
        return self._say(text, author, date, number)

    def answers_each_other(self, one: int, other: int) -> WordEdits:
        """Make two comments answers to each other, which no program writes."""
        self._parents |= {one: other, other: one}
        return self

    def resolve(self, number: int) -> WordEdits:
        """Mark a comment as resolved."""
        self._resolved.add(number)
        return self

    def comment_in_note(self, words: str, text: str, author: str) -> WordEdits:
        """Put a comment on the end of the footnote that holds some words."""
        self.paragraph(words, self.notes).append(_reference(str(len(self._said))))
        return self._say(text, author, "2026-11-20")

    def mark(self, words: str, name: str, **attributes: str) -> WordEdits:
        """Give some words that stand in one run a look, such as `strike` or `highlight`."""
        run = self._run_of(words)
        if run.find(f"{W}rPr") is None:
            run.insert(0, etree.Element(f"{W}rPr"))
        etree.SubElement(run[0], f"{W}{name}", {f"{W}{key}": value for key, value in attributes.items()})
        return self

    def link(self, words: str, address: str) -> WordEdits:
        """Make some words that stand in one run a link."""
        run = self._run_of(words)
        link = etree.Element(f"{W}hyperlink", {_R_ID: self._relate(f"{_OFFICE}/hyperlink", address)})
        run.addprevious(link)
        link.append(run)
        return self

    def change_address(self, old: str, new: str) -> WordEdits:
        """Give all links to an address another one."""
        assert f'Target="{old}"'.encode() in self._files[RELATIONS]
        self._files[RELATIONS] = self._files[RELATIONS].replace(f'"{old}"'.encode(), f'"{new}"'.encode())
        return self

    def unlink(self, words: str) -> WordEdits:
        """Take away the link of some words and leave them."""
        link = next(one for one in self.body.iter(f"{W}hyperlink") if words in text_of(one))
        for child in list(link):
            link.addprevious(child)
        _take_out(link)
        return self

    def put_behind(self, words: str, thing: str) -> WordEdits:
        """Put something behind some words that stand in one run: XML with the prefixes `w`, `m` and `wp`."""
        spaces = f'xmlns:w="{W_SPACE}" xmlns:m="{M_SPACE}"'
        held = etree.fromstring(f"<w:p {spaces}>{thing}</w:p>")
        self._run_of(words).addnext(held[0])
        return self

    def formula(self, behind: str, signs: str) -> WordEdits:
        """Type a formula behind some words."""
        return self.put_behind(behind, f"<m:oMath><m:r><m:t>{signs}</m:t></m:r></m:oMath>")

    def text_box(self, behind: str, words: str) -> WordEdits:
        """Draw a text box at some words."""
        inner = f"<w:txbxContent><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:txbxContent>"
        return self.put_behind(behind, f"<w:r><w:pict>{inner}</w:pict></w:r>")

    def restyle(self, words: str, style: str) -> WordEdits:
        """Give the paragraph that holds the words another style."""
        paragraph = self.paragraph(words)
        properties = paragraph.find(f"{W}pPr")
        if properties is None:
            properties = etree.Element(f"{W}pPr")
            paragraph.insert(0, properties)
        for old in properties.findall(f"{W}pStyle"):
            properties.remove(old)
        properties.insert(0, etree.Element(f"{W}pStyle", {f"{W}val": style}))
        return self

    def in_heads(self, old: str, new: str) -> WordEdits:
        """Type other words over some at the head or foot of all pages."""
        names = [name for name in self._files if name.startswith(("word/header", "word/footer"))]
        held = [name for name in names if old.encode() in self._files[name]]
        assert held
        for name in held:
            self._files[name] = self._files[name].replace(old.encode(), new.encode())
        return self

    def _run_of(self, words: str) -> Element:
        """Return a run that has these words alone, cut out of the run in which they stand."""
        run = next(run for run in self.paragraph(words).iter(f"{W}r") if words in text_of(run))
        whole = text_of(run)
        place = whole.index(words)
        own = _run_like(run, words)
        for part, text in ((_run_like(run, whole[:place]), whole[:place]), (own, words)):
            if text:
                run.addprevious(part)
        if rest := whole[place + len(words) :]:
            run.addprevious(_run_like(run, rest))
        _take_out(run)
        return own

    def _relate(self, type_: str, target: str) -> str:
        """Return the id of a new relationship of the main part to something outside."""
        id_ = f"rId{9100 + self._files[RELATIONS].count(b'<Relationship ')}"
        mode = ' TargetMode="External"'
        relation = f'<Relationship Id="{id_}" Type="{type_}" Target="{target}"{mode}/></Relationships>'
        self._files[RELATIONS] = self._files[RELATIONS].replace(b"</Relationships>", relation.encode())
        return id_

    def _say(self, text: str, author: str, date: str, answers: int | None = None) -> WordEdits:
        number = len(self._said)
        words = f'<w:r><w:annotationRef/></w:r><w:r><w:t xml:space="preserve">{text}</w:t></w:r>'
        said = f'<w:p w14:paraId="{number + 1:08X}">{words}</w:p>'
        self._said.append(
            f'<w:comment w:id="{number}" w:author="{author}" w:date="{date}T10:00:00Z">{said}</w:comment>'
        )
        if answers is not None:
            self._parents[number] = answers
        return self

    def _comments(self) -> dict[str, bytes]:
        """Return the parts of the comments, as Word writes them."""
        if not self._said:
            return {}
        spaces = f'xmlns:w="{W_SPACE}" xmlns:w14="{W14_SPACE}" xmlns:w15="{W15_SPACE}"'
        beside = "".join(
            f'<w15:commentEx w15:paraId="{number + 1:08X}" w15:done="{int(number in self._resolved)}"'
            + (f' w15:paraIdParent="{self._parents[number] + 1:08X}"/>' if number in self._parents else "/>")
            for number in range(len(self._said))
        )
        return {
            COMMENTS: f"<w:comments {spaces}>{''.join(self._said)}</w:comments>".encode(),
            THREADS: f"<w15:commentsEx {spaces}>{beside}</w15:commentsEx>".encode(),
            **self._declared(),
        }

    def without_controls(self) -> WordEdits:
        """Take the content controls out and leave what they hold, as Google Docs and some converters do."""
        for control in list(self.body.iter(f"{W}sdt")):
            for child in [child for content in control.iterchildren(f"{W}sdtContent") for child in content]:
                control.addprevious(child)
            _take_out(control)
        return self

    def in_the_manner_of_word(self) -> WordEdits:
        """Write the same as Word does after a session: marks of revisions and of the spelling, runs cut at random."""
        for number, paragraph in enumerate(list(self.body.iter(f"{W}p"))):
            paragraph.set(f"{W}rsidR", f"00{number:06X}")
            paragraph.set(f"{{{W14_SPACE}}}paraId", f"{number + 1:08X}")
            for place, run in enumerate(list(paragraph.iter(f"{W}r"))):
                texts = run.findall(f"{W}t")
                words = text_of(run)
                if len(texts) == 1 and len(run) <= 2 and len(words) > 5:
                    cut = 2 + (number + place) % (len(words) - 3)
                    run.addprevious(_run_like(run, words[:cut]))
                    run.addprevious(etree.Element(f"{W}proofErr", {f"{W}type": "spellStart"}))
                    second = _run_like(run, words[cut:])
                    second.set(f"{W}rsidR", "00AB12CD")
                    second.insert(len(second) - 1, etree.Element(f"{W}lastRenderedPageBreak"))
                    run.addprevious(second)
                    run.addprevious(etree.Element(f"{W}proofErr", {f"{W}type": "spellEnd"}))
                    _take_out(run)
        return self

    def _declared(self) -> dict[str, bytes]:
        types, relations = self._files["[Content_Types].xml"], self._files[RELATIONS]
        for number, (part, type_, relation) in enumerate(_DECLARED, 9001):
            override = f'<Override PartName="/{part}" ContentType="{type_}"/></Types>'
            types = types.replace(b"</Types>", override.encode())
            target = part.removeprefix("word/")
            related = f'<Relationship Id="rId{number}" Type="{relation}" Target="{target}"/></Relationships>'
            relations = relations.replace(b"</Relationships>", related.encode())
        return {"[Content_Types].xml": types, RELATIONS: relations}


def _reference(id_: str) -> Element:
    return etree.fromstring(f'<w:r xmlns:w="{W_SPACE}"><w:commentReference w:id="{id_}"/></w:r>')


def _style(paragraph: Element) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else style.get(f"{W}val", "")


def text_of(element: Element) -> str:
    """Return the characters of a paragraph or run, those of fields included."""
    return "".join(text.text or "" for text in element.iter(f"{W}t"))


def _take_out(element: Element | None) -> None:
    parent = None if element is None else element.getparent()
    assert element is not None
    assert parent is not None
    parent.remove(element)


def _type_over(paragraph: Element, old: str, new: str) -> None:
    texts = list(paragraph.iter(f"{W}t"))
    start = text_of(paragraph).index(old)
    end = start + len(old)
    place, written = 0, False
    for text in texts:
        held = text.text or ""
        first, last = max(start - place, 0), min(end - place, len(held))
        place += len(held)
        if first < last or (first == last == len(held) and start == end):
            text.text = held[:first] + ("" if written else new) + held[last:]
            text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            written = True


def _cut(paragraph: Element, start: int, end: int) -> None:
    """Leave the characters between two places, and the things that stand between them."""
    place = 0
    for element in list(paragraph.iter(f"{W}t", f"{W}footnoteReference", f"{W}fldChar", f"{W}instrText")):
        if element.tag == f"{W}t":
            held = element.text or ""
            element.text = held[max(start - place, 0) : max(end - place, 0)]
            place += len(held)
        elif not start <= place - (1 if end > start else 0) < end and not (start <= place < end):
            _take_out(element)


def run_of(text: str) -> Element:
    """Return a run with a text."""
    run = etree.Element(f"{W}r")
    held = etree.SubElement(run, f"{W}t")
    held.text = text
    held.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return run


def italics() -> Element:
    """Return the properties of a run in italics."""
    properties = etree.Element(f"{W}rPr")
    etree.SubElement(properties, f"{W}i")
    return properties


def _run_like(run: Element, text: str, name: str = "t") -> Element:
    made = run_of(text)
    made[0].tag = f"{W}{name}"
    properties = run.find(f"{W}rPr")
    if properties is not None:
        made.insert(0, deepcopy(properties))
    return made

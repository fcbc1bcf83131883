"""One document with every node of the tree, for the tests of all writers.

The persons, bodies and places are invented. Numbers are written by hand as the numbering and citation
passes would give them, so that a writer which counts for itself can be compared with them.
"""

from __future__ import annotations

from probata.document.blocks import (
    Block,
    Box,
    Cell,
    Contents,
    ContentsEntry,
    Heading,
    ListBlock,
    PageBreak,
    Paragraph,
    Quote,
    Role,
    Row,
    Table,
)
from probata.document.inlines import (
    CrossRef,
    Emph,
    Gap,
    Inline,
    Inlines,
    Language,
    LineBreak,
    Link,
    Note,
    NoteRef,
    SmallCaps,
    Strong,
    Subscript,
    Superscript,
    Text,
    Underline,
)
from probata.document.tree import Document, Meta

LABELS = (("table", "Table"), ("page", "Page"), ("of", "of"), ("contents", "Contents"), ("notes", "Notes"))


def rich_document() -> Document:
    """Return the document: 12 notes, 12 numbered paragraphs, 3 captioned tables, one of them long."""
    meta = Meta(
        title="Submission on the detention of R. Example",
        author="Example Chambers",
        subject="Regulation 6 of the Example Regulations",
        created="2026-03-01",
        running=("CONFIDENTIAL", "DRAFT of 1 March 2026: not for filing"),
        short_title="Re Example",
        labels=LABELS,
    )
    return Document(meta, (*_front(), *_facts(), *_law(), *_annexes()))


def _line(role: Role, text: str) -> Paragraph:
    return Paragraph((Text(text),), role)


def _note(name: str, number: int, *paragraphs: Inlines) -> Note:
    return Note(name, tuple(Paragraph(inlines) for inlines in paragraphs), number)


def _numbered(number: str, inlines: Inlines, id_: str = "", level: int = 0) -> Paragraph:
    return Paragraph(inlines, Role.NUMBERED, id_, level, number)


def _front() -> tuple[Block, ...]:
    gaps: tuple[tuple[Block, ...], ...] = (
        (_line(Role.BODY, "date of birth of the person concerned: not recorded"),),
        (_line(Role.BODY, "paragraph 79 of the report: pinpoint missing"),),
    )
    return (
        _line(Role.COVER_RIGHT, "On behalf of: the Claimant"),
        _line(Role.COVER_RIGHT, "First statement"),
        _line(Role.MARKING, "CONFIDENTIAL"),
        _line(Role.TITLE, "Submission on the detention of R. Example"),
        _line(Role.SUBTITLE, "Prepared for the Example Office"),
        _line(Role.COVER, "1 March 2026"),
        Box((_line(Role.BODY, "What this draft still lacks:"), ListBlock(gaps))),
        Contents((Text("Contents"),), _entries()),
        PageBreak(),
    )


def _entries() -> tuple[ContentsEntry, ...]:
    return (
        ContentsEntry(1, "", (Text("Summary"),), "summary"),
        ContentsEntry(1, "A", (Text("The facts"),), "facts"),
        ContentsEntry(2, "A.1", (Text("The post held in "), Emph((Text("Anjing"),))), "facts-post"),
        ContentsEntry(2, "A.2", (Text("What followed"),), "facts-later"),
        ContentsEntry(1, "B", (Text("The law & its <limits>"),), "law"),
        ContentsEntry(2, "B.1", (Text("Elements"),), "law-elements"),
        ContentsEntry(1, "Annex 1", (Text("Figures"),), "annex-figures"),
        ContentsEntry(1, "Annex 2", (Text("Sources"),), "annex-sources"),
    )


def _facts() -> tuple[Block, ...]:
    return (
        Heading(1, (Text("Summary"),), "summary", "none"),
        Quote((_line(Role.BODY, "Nobody shall be held without law."),), "epigraph", (Text("An old saying"),)),
        _line(Role.BODY, "This submission concerns one post and one operation. It reads with its annexes."),
        Heading(1, (Text("The facts"),), "facts", "section", "A"),
        Heading(2, (Text("The post held in "), Emph((Text("Anjing"),))), "facts-post", "section", "A.1"),
        _numbered("1", _post(), "p-post"),
        _numbered("2", (Text("The post carried these powers:"),), "p-powers"),
        _numbered("(a)", (Text("to order detention"), _register_note(), Text(";")), "p-order", 1),
        _numbered("(b)", (Text("to release, which has two forms:"),), level=1),
        _numbered("(i)", (Text("release on bail;"),), level=2),
        _numbered("(ii)", (Text("release without condition."),), level=2),
        _numbered("3", (Text("The body did three things"), Text(" and the record shows each:"))),
        _numbered("(a)", (Text("it met,"),), level=1),
        _numbered("(i)", (Text("as its minutes say, and"),), level=2),
        _numbered("(b)", (Text("it reported upwards."),), level=1),
        Heading(2, (Text("What followed"),), "facts-later", "section", "A.2"),
        _quotation(),
        _numbered("4", _later(), "p-later"),
        Heading(3, (Text("An aside"),), "facts-aside"),
        Box((_line(Role.BODY, "Nothing in this passage is a submission of law."),)),
        *_lists(),
        _people_table(),
        Paragraph((Text("Figures are those of the source."),), Role.TABLE_NOTE),
        _form(),
    )


def _post() -> Inlines:
    name = Language("zh", (Text("安静市看守所"),))
    source = _note("ccdi_2017", 1, (SmallCaps((Text("Example Review"),)), Text(", ‘On Posts’ (2017) 4.")))
    return (
        Text("From August 2015 the person concerned held the post at the detention centre ("),
        name,
        Text(")"),
        source,
        Text(", born "),
        Gap("date of birth: not recorded"),
        Text(". "),
        Strong((Text("No"), Emph((Text(" other"),)))),
        Text(" post is alleged; ring "),
        Underline((Text("underlined"),)),
        Text(", H"),
        Subscript((Text("2"),)),
        Text("O and m"),
        Superscript((Text("2"),)),
        Text(" are only for the printer."),
    )


def _register_note() -> Note:
    first = (
        Emph((Text("Register of Posts"),)),
        Text(", entry 7; see also (n "),
        NoteRef("ccdi_2017", 1),
        Text(")."),
    )
    second = (Text("The register was read on 3 January 2026, and a second paragraph of the note says so."),)
    return _note("register_7", 2, first, second)


def _quotation() -> Quote:
    report = _note("report_79", 3, (Text("Report, para 79."),))
    speaker = _note("speaker_1", 4, (Text("Interview, 4 May 2021; the speaker’s name is withheld."),))
    return Quote(
        (
            Paragraph((Text("They were taken at night"), report, Text(", and nobody was told."))),
            Paragraph((Text("A second paragraph of the "), Emph((Text("same"),)), Text(" quotation."))),
        ),
        "quotation",
        (Text("A former detainee"), speaker),
    )


def _later() -> Inlines:
    web = Link("https://example.org/report?a=1&b=2", (Text("https://example.org/report?a=1&b=2"),))
    note = _note("web_1", 5, (Text("Example Watch, "), web, Text(", cited (n "), NoteRef("report_79", 3), Text(").")))
    return (
        Text("As paragraph "),
        CrossRef("p-powers", "paragraph", "2"),
        Text(" and section "),
        CrossRef("law-elements", "section", "B.1"),
        Text(" say, with "),
        CrossRef("annex-figures", "annex", "Annex 1"),
        Text(" and Table "),
        CrossRef("t-people", "table", "1"),
        Text(", the operation went on"),
        note,
        Text("; the Arabic name is "),
        Language("ar", (Text("مركز الاحتجاز"),)),
        Text(", the German one "),
        Language("de", (Text("Untersuchungsgefängnis"),)),
        Text(".  Two spaces, *no markup*, {{ no template }}, <b>no tag</b> & no entity &amp;."),
    )


def _lists() -> tuple[Block, ...]:
    inner = ListBlock(((_line(Role.BODY, "an inner point"),), (_line(Role.BODY, "another inner point"),)))
    bullets: tuple[tuple[Block, ...], ...] = (
        (Paragraph((Text("a point with a note"), _note("list_1", 6, (Text("Note of a list."),)))),),
        (_line(Role.BODY, "a point with points of its own"), inner),
        (_line(Role.BODY, "a point of two paragraphs"), _line(Role.BODY, "the second of them")),
    )
    steps = ListBlock(tuple((_line(Role.BODY, f"step {word}"),) for word in ("one", "two", "three")), ordered=True)
    again = ListBlock(tuple((_line(Role.BODY, f"point {word}"),) for word in ("one", "two")), ordered=True)
    return (ListBlock(bullets), steps, _line(Role.BODY, "And once more from the beginning:"), again)


def _cell(*inlines: Inline, right: bool = False) -> Cell:
    blocks = (Paragraph(inlines),) if inlines else ()
    return Cell(blocks, "right" if right else "left")


def _people_table() -> Table:
    caption = (Text("Persons held, by year"), _note("caption_1", 7, (Text("Counted by the source."),)))
    head = Row((_cell(Text("Year")), _cell(Text("Place")), _cell(Text("Held"), right=True)))
    listed = ListBlock(((_line(Role.BODY, "North"),), (_line(Role.BODY, "South"),)))
    note = _note_of_cell()
    rows = (
        Row((_cell(Text("2015")), _cell(Text("Anjing"), note), _cell(Text("120+"), right=True))),
        Row((_cell(Text("2016")), Cell((listed,)), _cell(Text("1,300"), right=True))),
        Row((_cell(Text("2017")), _cell(), _cell(Gap("number: not recorded", required=False), right=True))),
        Row((_cell(Text("Total")), _cell(), _cell(Text("1,420+"), right=True)), "total"),
    )
    return Table((1, 3, 1), (head,), rows, caption, "t-people", 1)


def _note_of_cell() -> Note:
    """A note in a cell that has all at once: italics, a link and two paragraphs."""
    web = Link("https://example.org/cell", (Text("https://example.org/cell"),))
    first = (Text("A note in a cell, "), Emph((Text("in italics"),)), Text(", with "), web, Text("."))
    second = (Text("Its second paragraph, "), Emph((Text("in italics"),)), Text(" too."))
    return _note("cell_1", 8, first, second)


def _form() -> Table:
    rows = (
        Row((_cell(Text("Name")), _cell(Text("R. Example"), LineBreak(), Text("also known as "), _alias()))),
        Row((_cell(Text("Date of birth")), _cell(Gap("date of birth: not recorded")))),
        Row((_cell(Text("Post")), Cell((_line(Role.BODY, "Head"), _line(Role.BODY, "since 2015"))))),
    )
    return Table((1, 2), (), rows, kind="form")


def _alias() -> Language:
    return Language("zh", (Text("例子"),))


def _law() -> tuple[Block, ...]:
    heading = (Text("The law & its <limits>"),)
    again = _note("treaty_again", 10, (Text("Example Convention (n "), NoteRef("treaty_7", 9), Text(") art 5(1).")))
    treaty = _note("treaty_7", 9, (Emph((Text("Example Convention"),)), Text(" (adopted 1 May 1950) art 7(1)(i).")))
    return (
        Heading(1, heading, "law", "section", "B"),
        Heading(2, (Text("Elements"),), "law-elements", "section", "B.1"),
        _numbered("5", (Text("The treaty forbids it."), treaty, Text(" It was in force."), again)),
        _numbered(
            "6",
            (Text("Each element is met: see paragraph "), CrossRef("p-later", "paragraph", "4"), Text(".")),
        ),
        Table(
            (2, 3),
            (Row((_cell(Text("Element")), _cell(Text("Paragraph")))),),
            (
                Row((_cell(Text("Detention")), _cell(CrossRef("p-post", "paragraph", "1")))),
                Row((_cell(Text("Without law")), _cell(CrossRef("p-order", "paragraph", "(a)")))),
            ),
            (Text("Elements and where they are met"),),
            "t-elements",
            2,
        ),
        *(_numbered(str(n), (Text(f"{_FILLER} This is paragraph {n} of the argument."),)) for n in range(7, 11)),
        _line(Role.SIGNATURE, "Signed:"),
        _line(Role.SIGNATURE, "Dated: 1 March 2026"),
    )


_FILLER = (
    "The decision was taken by the body as a whole, at a meeting that its own minutes record, and it was carried"
    " out by those who answered to it; what each of them knew is set out where the evidence for it is set out."
)


def _annexes() -> tuple[Block, ...]:
    back = _note(
        "annex_1",
        11,
        (Text("See (n "), NoteRef("cell_1", 8), Text(") and paragraph "), _to_later(), Text(".")),
    )
    chinese = (
        Language("zh", (Text("《关于羁押场所的规定》"),)),
        Text(" [Rules on Places of Detention] (2012)."),
    )
    return (
        PageBreak(),
        Heading(1, (Text("Figures"),), "annex-figures", "annex", "Annex 1"),
        _numbered(
            "11",
            (Text("The months are listed in Table "), CrossRef("t-months", "table", "3"), back, Text(".")),
        ),
        _months_table(),
        Heading(1, (Text("Sources"),), "annex-sources", "annex", "Annex 2"),
        Heading(2, (Text("Books and reports"),), "annex-books", "annex"),
        _numbered("12", (Text("The sources are these."), _note("rules_zh", 12, chinese))),
        _line(
            Role.BIBLIOGRAPHY,
            "Example Review, ‘On Posts’ (2017) 4 Example Law Review 12, with a title so long that"
            " its entry needs a second line to show the indent",
        ),
        Paragraph(chinese, Role.BIBLIOGRAPHY),
    )


def _to_later() -> CrossRef:
    return CrossRef("p-later", "paragraph", "4")


def _months_table() -> Table:
    head = Row((_cell(Text("Month")), _cell(Text("What the source says")), _cell(Text("Held"), right=True)))
    rows = tuple(
        Row(
            (
                _cell(Text(f"{2015 + n // 12}-{n % 12 + 1:02d}")),
                _cell(Text(_says(n))),
                _cell(Text(str(40 + n)), right=True),
            )
        )
        for n in range(60)
    )
    total = Row((_cell(Text("Total")), _cell(), _cell(Text("4,170"), right=True)), "total")
    return Table((1, 4, 1), (head,), (*rows, total), (Text("Persons held, by month"),), "t-months", 3)


def _says(month: int) -> str:
    tail = ", and it adds that the figure was revised after the year’s end and again later" if month % 3 == 0 else ""
    return f"Reported for month {month + 1}{tail}"

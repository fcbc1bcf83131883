"""Kinds of leaks and things that are none: files in which something is planted, each with whom it tells.

Written from what is promised (`docs/protection.md`), not from the search.
"""

from __future__ import annotations

from collections.abc import Callable
from email.message import EmailMessage
from typing import Any, NamedTuple

import pikepdf
from tests.protection.finished import (
    PLAIN,
    compressed,
    data_address,
    deflated,
    exported,
    packed,
    page,
    paragraphs,
    pdf,
    picture,
    picture_with_exif,
    picture_with_remark,
    run,
    saved,
    word,
    word_part,
    workbook,
)

PEOPLE = """\
- id: marit
  name: {family: Quillon, given: Marit Oda}
  birth: {date: 1971-03-12, place: Velm}
  addresses: [Ropewalk 7, Velm]
  part_played: [victim]
  identifiers: [{type: passport, number: KV-4471-Q}]
  protected:
    - {kind: given_name, value: Marit}
    - {kind: initials, value: M.O.Q.}
    - {kind: telephone, value: +44 7700 900123}
    - {kind: email, value: red.kite77@mail.example}
    - {kind: handle, value: "@north_wind"}
    - {kind: address, value: "Mill Lane 12, Ostamar"}
    - {kind: workplace, value: the Salt Yard}
    - {kind: birth_date, value: 1971-03-12}
    - {kind: relation, value: sister of the mayor of Velm}
    - {kind: other, value: the woman with the green boat}
- {id: nunez, name: {family: Núñez, given: José}, part_played: [witness]}
- {id: sean, name: {family: "O'Kinneally", given: Sean}, part_played: [witness]}
- {id: li, name: {family: Li, given: Na, order: family_first, native: {text: 李娜, lang: zh}}, part_played: [witness]}
- {id: qahtani, name: {family: al-Qahtani, given: Mohammed, native: {text: محمد القحطاني, lang: ar}},
   part_played: [witness]}
- {id: ivan, name: {full: Ivan Shchukinskii, native: {text: Иван Щукинский, lang: ru}}, part_played: [witness]}
- {id: ana, name: {family: García Márquez, given: Ana}, part_played: [witness]}
- {id: uwe, name: {family: Weiß, given: Uwe}, part_played: [witness]}
- {id: sule, name: {family: Özdemir, given: Şule}, part_played: [witness]}
- {id: yael, name: {family: Kahanovitz, given: Yael, native: {text: יעל כהנוביץ, lang: he}}, part_played: [witness]}
- id: oda
  name: {family: Ode, given: Runa}
  birth: {date: 1984-11-02, place: Velm}
  addresses: [Ropewalk 7]
  part_played: [victim]
- {id: grant, name: {family: Grant, given: Joan}, part_played: [witness]}
- {id: bakis, name: {family: Bakaridis, given: Joan}, part_played: [witness]}
- {id: named, name: {family: Solvan, given: Runa}, part_played: [speaker]}
- {id: other, name: {family: Qahtani, given: Mahmoud}, part_played: [speaker]}
"""


class Planted(NamedTuple):
    """A finished file in which something is planted."""

    kind: str
    told: str
    """Id of whom it tells; empty where it tells nobody."""
    name: str
    make: Callable[[], bytes]


def _pdf_with(change: Callable[[pikepdf.Pdf], object], **options: Any) -> bytes:
    opened = pdf()
    change(opened)
    return saved(opened, **options)


def _older_state() -> bytes:
    opened = saved(pdf("<p>Quillon was there.</p>"), linearize=False)
    at = len(opened)
    added = b"\n999 0 obj\n<< /Replaced true >>\nendobj\n"
    start = opened.rindex(b"startxref")
    size = b"1000"
    table = f"xref\n999 1\n{at + 1:010} 00000 n \ntrailer\n".encode()
    root = opened[opened.rindex(b"/Root") :].split(b"/", 2)[1]
    previous = opened[start + 9 :].split()[0]
    trailer = b"<< /" + root.split(b">>")[0] + b" /Size " + size + b" /Prev " + previous + b" >>\n"
    return opened + added + table + trailer + f"startxref\n{at + len(added)}\n%%EOF\n".encode()


def _loose_stream() -> bytes:
    data = saved(pdf())
    packed_text = deflated(b"BT (Qui) Tj (llon) Tj ET")
    loose = b"\n888 0 obj\n<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream\nendobj\n"
    return data + loose % (len(packed_text), packed_text)


def _annotation(opened: pikepdf.Pdf) -> None:
    note = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Rect=[0, 0, 9, 9], Contents="Ask Quillon"
    )
    opened.pages[0].Annots = opened.make_indirect(pikepdf.Array([opened.make_indirect(note)]))


def _outline(opened: pikepdf.Pdf) -> None:
    with opened.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem("The house of Marit Quillon", 0))


def _xmp(opened: pikepdf.Pdf) -> None:
    with opened.open_metadata() as meta:
        meta["dc:creator"] = ["M. Quillon"]


def _labels(opened: pikepdf.Pdf) -> None:
    label = pikepdf.Dictionary(P="Quillon ")
    opened.Root.PageLabels = pikepdf.Dictionary(Nums=pikepdf.Array([0, label]))


def _attached(opened: pikepdf.Pdf) -> None:
    opened.attachments["notes.docx"] = pikepdf.AttachedFileSpec(
        opened, word(paragraphs("Quillon came.")), filename="notes.docx"
    )


def _attached_name(opened: pikepdf.Pdf) -> None:
    opened.attachments["x"] = pikepdf.AttachedFileSpec(opened, b"nothing", filename="quillon_marit.txt")


def _field(opened: pikepdf.Pdf) -> None:
    one = opened.make_indirect(pikepdf.Dictionary(FT=pikepdf.Name.Tx, T="name", V="Marit Quillon"))
    opened.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array([one]))


def _form_object(opened: pikepdf.Pdf) -> None:
    form = opened.make_stream(b"BT /F1 12 Tf [(Qui) -20 (ll) 5 (on)] TJ ET")
    form.Type, form.Subtype, form.BBox = pikepdf.Name.XObject, pikepdf.Name.Form, [0, 0, 9, 9]
    opened.Root.Unused = form


def _letter() -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@x.example", "b@x.example", "Greetings"
    message.set_content("Marit Quillon sends her thanks — truly.", cte="base64")
    return bytes(message)


def _apart() -> bytes:
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    row = '<row><c t="s"><v>2</v></c><c t="s"><v>0</v></c></row>'
    texts = "".join(f"<si><t>{text}</t></si>" for text in ("Na", "1999 boats", "Li"))
    return packed(
        {
            "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{row}</sheetData></worksheet>',
            "xl/sharedStrings.xml": f'<sst xmlns="{main}">{texts}</sst>',
        }
    )


def _unlisted() -> bytes:
    """Return a package with a file of which only the bytes are left."""
    taken_out = packed({"a.txt": "Then Quillon came."})
    return taken_out[: taken_out.index(b"PK\x01\x02")] + packed({"b.txt": "nothing"})


def _loose_object() -> bytes:
    return saved(pdf()) + b"\n777 0 obj\n<< /T (Then Quil\\154on came) >>\nendobj\n"


def _stamp(opened: pikepdf.Pdf) -> None:
    shown = opened.make_stream(b"BT /F1 12 Tf (Qui) Tj (llon) Tj ET")
    shown.Type, shown.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
    stamp = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Stamp, Rect=[0, 0, 9, 9], AP=pikepdf.Dictionary(N=shown)
    )
    opened.pages[0].Annots = opened.make_indirect(pikepdf.Array([opened.make_indirect(stamp)]))


def _read_aloud(opened: pikepdf.Pdf) -> None:
    opened.pages[0].contents_add(b"/Span << /ActualText <FEFF005100750069006C006C006F006E> >> BDC EMC")


def _one_by_one() -> bytes:
    spans = (
        f'<span style="position: absolute; top: 9em; left: {n}em">{letter}</span>' for n, letter in enumerate("Quillon")
    )
    return saved(pdf("".join(spans)))


REPLACED = f"<w:p>{run('Qui')}<w:del><w:r><w:delText>xyz</w:delText></w:r></w:del><w:ins>{run('llon')}</w:ins></w:p>"
COMMENT = '<w:comment w:id="0" w:author="A B" w:initials="AB"><w:p>' + run("Ask Quillon") + "</w:p></w:comment>"
AUTHOR = '<w:comment w:id="0" w:author="Marit Quillon" w:initials="AB"><w:p>' + run("Why?") + "</w:p></w:comment>"
DELETED = '<w:p><w:del w:author="A"><w:r><w:delText>Quillon</w:delText></w:r></w:del></w:p>'
CUSTOM = '<Properties xmlns="x"><property name="Client"><lpwstr>Marit Quillon</lpwstr></property></Properties>'
CORE = '<cp:coreProperties xmlns:cp="x" xmlns:dc="y"><dc:creator>Marit Quillon</dc:creator></cp:coreProperties>'
LINKS = '<Relationships xmlns="r"><Relationship Id="r1" Target="https://a.example/marit-quillon"/></Relationships>'
ALT = '<w:p><w:r><w:drawing><docPr descr="Marit Quillon at the door"/></w:drawing></w:r></w:p>'
SVG = '<svg xmlns="http://www.w3.org/2000/svg"><text>%s</text></svg>'
CELLS = "<w:tbl><w:tr><w:tc>{0}</w:tc><w:tc>{1}</w:tc></w:tr></w:tbl>"


def _word(text: str) -> Callable[[], bytes]:
    return lambda: word(paragraphs(text))


def _html(body: str, head: str = "") -> Callable[[], bytes]:
    return lambda: page(body, head)


LEAKS = (
    # How a name is written.
    Planted("family name", "marit", "a.docx", _word("Then Quillon came.")),
    Planted("given name alone, protected", "marit", "a.docx", _word("Then Marit came.")),
    Planted("given name in the genitive", "marit", "a.docx", _word("Marits Boot lag dort.")),
    Planted("initials", "marit", "a.docx", _word("It was M.O.Q. who came.")),
    Planted("initials without stops", "marit", "a.docx", _word("It was MOQ who came.")),
    Planted("initial and family name", "oda", "a.docx", _word("Then R. Ode came.")),
    Planted("telephone as at home", "marit", "a.docx", _word("Call 07700 900 123 at night.")),
    Planted("telephone with 00", "marit", "a.txt", lambda: b"0044-7700-900123"),
    Planted("e-mail address", "marit", "a.html", _html('<a href="mailto:red.kite77@mail.example">here</a>')),
    Planted("e-mail address in words", "marit", "a.docx", _word("Write to red.kite77 (at) mail.example.")),
    Planted("e-mail address made of the name", "nunez", "a.docx", _word("Write to jnunez@mail.example.")),
    Planted("handle", "marit", "a.docx", _word("Seen at https://pictures.example/north_wind last year.")),
    Planted("handle made of the name", "sean", "a.docx", _word("Posted by @seanokinneally.")),
    Planted("address", "marit", "a.docx", _word("They searched 12 Mill Lane at dawn.")),
    Planted("workplace", "marit", "a.docx", _word("Someone of the Salt Yard was taken.")),
    Planted("birth date in figures", "marit", "a.csv", lambda: b"n,born\n1,12.03.1971\n"),
    Planted("birth date in words", "marit", "a.docx", _word("Born on March 12th, 1971, and raised there.")),
    Planted("relation", "marit", "a.docx", _word("The sister of the mayor of Velm was beaten.")),
    Planted("another particular", "marit", "a.docx", _word("They all know the woman with the green boat.")),
    Planted("number of a passport", "marit", "a.docx", _word("Her passport KV 4471 Q was kept.")),
    Planted("particulars close together", "oda", "a.docx", _word("Runa, born on 2 November 1984, was heard.")),
    Planted("apostrophe as an entity", "sean", "a.html", _html("<p>O&rsquo;Kinneally came.</p>")),
    Planted("entity twice over", "sean", "a.html", _html("<p>O&amp;rsquo;Kinneally came.</p>")),
    Planted("blank as an entity", "li", "a.html", _html("<p>Then Li&nbsp;Na came.</p>")),
    Planted("emphasis inside a word", "marit", "a.html", _html("<p>Then Qui<b>ll</b>on came.</p>")),
    Planted("without accents", "nunez", "a.docx", _word("Then Nunez came.")),
    Planted("without dots", "sule", "a.docx", _word("Then Ozdemir came.")),
    Planted("accents as signs of their own", "nunez", "a.docx", _word("Then Nu\u0301n\u0303ez came.")),
    Planted("vowel signs", "qahtani", "a.docx", _word("ثم القَحْطَانِي")),
    Planted("tatweel", "qahtani", "a.docx", _word("ثم القحـــطاني")),
    Planted("stress mark", "ivan", "a.docx", _word("Щуки\u0301нский")),
    Planted("full width", "marit", "a.docx", _word("Then Ｑｕｉｌｌｏｎ came.")),
    Planted("ss for ß", "uwe", "a.docx", _word("Then Weiss came.")),
    Planted("letters that look alike", "marit", "a.docx", _word("Then Qu\u0456ll\u043en came.")),
    Planted("figures for letters", "marit", "a.docx", _word("Then Qu1ll0n came.")),
    Planted("figures for letters beside an apostrophe", "sean", "a.docx", _word("Then O’K1nn3ally came.")),
    Planted("figure before an apostrophe", "sean", "a.docx", _word("Then 0’K1nneally came.")),
    Planted("spaced Han", "li", "a.docx", _word("见李 娜来")),
    Planted("dotted Han", "li", "a.docx", _word("见李·娜来")),
    Planted("spaced letters", "marit", "a.docx", _word("Then Q u i l l o n came.")),
    Planted("spaced letters over two lines", "marit", "a.pdf", lambda: saved(pdf("<p>by Q u i<br>l l o n.</p>"))),
    Planted("spaced letters between short words", "marit", "a.docx", _word("It is by Q u i l l o n in it.")),
    Planted("spaced letters that end in s", "bakis", "a.docx", _word("The arrest of B a k a r i d i s is told.")),
    Planted("spaced letters behind an initial", "marit", "a.docx", _word("told by R. Q u i l l o n.")),
    Planted("spaced capitals behind a word", "marit", "a.docx", _word("told by Q U I L L O N.")),
    Planted("dotted letters", "marit", "a.docx", _word("Then Q.u.i.l.l.o.n came.")),
    Planted("one of two family names", "ana", "a.docx", _word("Then Ms Márquez came.")),
    Planted("without the article", "qahtani", "a.docx", _word("Then Mr Qahtani, Mohammed came.")),
    Planted("inflected, Slavic", "marit", "a.docx", _word("They spoke with Quillonem and Quillonova.")),
    Planted("inflected, in its own script", "ivan", "a.docx", _word("дело Щукинского")),
    Planted("another transliteration of both", "qahtani", "a.docx", _word("Then Mohamed Kahtany came.")),
    Planted("another transliteration of one", "ivan", "a.docx", _word("Then Schtschukinskij came.")),
    Planted("from right to left, turned", "yael", "a.txt", lambda: "ץיבונהכ".encode()),
    Planted("soft hyphens", "marit", "a.docx", _word("Then Quil\u00adlon came.")),
    Planted("zero width blanks", "marit", "a.docx", _word("Then Quil\u200blon came.")),
    # Where it stands in a Word file.
    Planted(
        "over two runs",
        "marit",
        "a.docx",
        lambda: word(f"<w:p>{run('Then Qui')}{run('llon', '<w:rPr><w:b/></w:rPr>')}</w:p>"),
    ),
    Planted("over two cells", "li", "a.docx", lambda: word(CELLS.format(paragraphs("Li"), paragraphs("Na")))),
    Planted("over two lines", "li", "a.docx", lambda: word("<w:p><w:r><w:t>Li</w:t><w:br/><w:t>Na</w:t></w:r></w:p>")),
    Planted(
        "footnote", "marit", "a.docx", lambda: word(word__footnotes_xml=word_part("footnotes", paragraphs("Quillon")))
    ),
    Planted("header", "marit", "a.docx", lambda: word(word__header1_xml=word_part("hdr", paragraphs("Quillon")))),
    Planted("comment", "marit", "a.docx", lambda: word(word__comments_xml=word_part("comments", COMMENT))),
    Planted("author of a comment", "marit", "a.docx", lambda: word(word__comments_xml=word_part("comments", AUTHOR))),
    Planted("deleted text", "marit", "a.docx", lambda: word(DELETED)),
    Planted(
        "hidden text", "marit", "a.docx", lambda: word(f"<w:p>{run('Quillon', '<w:rPr><w:vanish/></w:rPr>')}</w:p>")
    ),
    Planted("bookmark", "marit", "a.docx", lambda: word('<w:p><w:bookmarkStart w:name="quillon_1"/></w:p>')),
    Planted(
        "field", "marit", "a.docx", lambda: word('<w:p><w:fldSimple w:instr="HYPERLINK a.example/quillon.htm"/></w:p>')
    ),
    Planted("alternative text", "marit", "a.docx", lambda: word(ALT)),
    Planted("custom property", "marit", "a.docx", lambda: word(docProps__custom_xml=CUSTOM)),
    Planted("author of the file", "marit", "a.docx", lambda: word(docProps__core_xml=CORE)),
    Planted("custom part", "marit", "a.docx", lambda: word(customXml__item1_xml="<a><b>Marit</b><c>Quillon</c></a>")),
    Planted("link", "marit", "a.docx", lambda: word(word___rels__document_xml_rels=LINKS)),
    Planted("remark in XML", "marit", "a.docx", lambda: word(customXml__item1_xml="<a><!-- Quillon --></a>")),
    Planted("name of a part", "marit", "a.docx", lambda: word(customXml__quillon_xml="<a/>")),
    Planted("remark of the package", "marit", "a.docx", lambda: word(comment="made for Quillon")),
    Planted("thumbnail", "marit", "a.docx", lambda: word(docProps__thumbnail=picture("Marit Quillon", "JPEG"))),
    Planted("workbook within", "marit", "a.docx", lambda: word(word__embeddings__b=workbook(("Quillon", "5")))),
    Planted("picture", "marit", "a.docx", lambda: word(word__media__b=picture("Marit Quillon"))),
    Planted("drawing", "marit", "a.docx", lambda: word(word__media__b=SVG % "Qui<tspan>llon</tspan>")),
    Planted(
        "name of a style",
        "marit",
        "a.docx",
        lambda: word(word__styles_xml=word_part("styles", '<w:style w:styleId="Quillon1"/>')),
    ),
    Planted("where changes are taken", "marit", "a.docx", lambda: word(REPLACED)),
    Planted(
        "hyphen that does not break",
        "marit",
        "a.docx",
        lambda: word(f"<w:p>{run('Qui')}<w:r><w:noBreakHyphen/></w:r>{run('llon')}</w:p>"),
    ),
    Planted("mathematical letters", "marit", "a.docx", _word("Then 𝐐𝐮𝐢𝐥𝐥𝐨𝐧 came.")),
    Planted(
        "entity of a part",
        "marit",
        "a.docx",
        lambda: word(customXml__a_xml='<!DOCTYPE a [<!ENTITY q "Quillon">]><a>&q;</a>'),
    ),
    # PDF.
    Planted("text of a PDF", "marit", "a.pdf", lambda: saved(pdf("<p>Then Quillon came.</p>"))),
    Planted("hyphen at the end of a line", "marit", "a.pdf", lambda: saved(pdf("<p>Then Quil-<br>lon came.</p>"))),
    Planted("white text", "marit", "a.pdf", lambda: saved(pdf('<p style="color: white">Then Quillon came.</p>'))),
    Planted("title of a PDF", "marit", "a.pdf", lambda: saved(pdf(head="<title>On Quillon</title>"))),
    Planted("XMP", "marit", "a.pdf", lambda: _pdf_with(_xmp)),
    Planted("outline", "marit", "a.pdf", lambda: _pdf_with(_outline)),
    Planted("note on a page", "marit", "a.pdf", lambda: _pdf_with(_annotation)),
    Planted("page labels", "marit", "a.pdf", lambda: _pdf_with(_labels)),
    Planted("file within a PDF", "marit", "a.pdf", lambda: _pdf_with(_attached)),
    Planted("name of a file within", "marit", "a.pdf", lambda: _pdf_with(_attached_name)),
    Planted("filled field", "marit", "a.pdf", lambda: _pdf_with(_field)),
    Planted("drawing that no page shows", "marit", "a.pdf", lambda: _pdf_with(_form_object)),
    Planted(
        "objects in streams",
        "marit",
        "a.pdf",
        lambda: _pdf_with(_annotation, object_stream_mode=pikepdf.ObjectStreamMode.generate),
    ),
    Planted("older state", "marit", "a.pdf", _older_state),
    Planted("stream that nothing leads to", "marit", "a.pdf", _loose_stream),
    Planted(
        "scan in a PDF",
        "marit",
        "a.pdf",
        lambda: saved(pdf(f'<img src="{data_address(picture("Marit Quillon"), "image/png")}">')),
    ),
    Planted("Arabic in a PDF", "qahtani", "a.pdf", lambda: saved(pdf('<p dir="rtl">ثم القحطاني</p>'))),
    Planted("object that nothing leads to", "marit", "a.pdf", _loose_object),
    Planted("what a stamp shows", "marit", "a.pdf", lambda: _pdf_with(_stamp)),
    Planted("text that is read aloud", "marit", "a.pdf", lambda: _pdf_with(_read_aloud)),
    Planted("letters set one by one", "marit", "a.pdf", _one_by_one),
    # Pages, exports, pictures, packages.
    Planted("file taken out of a package", "marit", "a.zip", _unlisted),
    Planted(
        "letters by number in a script", "nunez", "a.html", _html("", r'<script>var a = "N\u00fa\u00f1ez";</script>')
    ),
    Planted("values of JSON", "li", "a.json", lambda: exported({"family": "Li", "given": "Na"})),
    Planted("remark in a page", "marit", "a.html", _html("<!-- Quillon -->")),
    Planted("script", "marit", "a.html", _html("", '<script>var who = "Marit Quillon";</script>')),
    Planted("property of a page", "marit", "a.html", _html("", '<meta name="author" content="Quillon">')),
    Planted("address of a place", "marit", "a.html", _html('<h2 id="the-quillon-house">A house</h2>')),
    Planted(
        "picture within a page",
        "marit",
        "a.html",
        lambda: page(f'<img src="{data_address((SVG % "Quillon").encode(), "image/svg+xml")}">'),
    ),
    Planted("alternative text of a page", "marit", "a.html", _html('<img alt="Quillon" src="x.png">')),
    Planted("JSON", "nunez", "a.json", lambda: exported({"who": ["José Núñez"]}, ascii_only=True)),
    Planted("key of JSON", "marit", "a.json", lambda: exported({"Quillon": 1})),
    Planted("telephone as a number of JSON", "marit", "a.json", lambda: exported({"n": 447700900123})),
    Planted(
        "lines of JSON",
        "nunez",
        "a.jsonl",
        lambda: exported({"a": 1}) + b"\n" + exported({"b": "Núñez"}, ascii_only=True),
    ),
    Planted("cells of a table", "li", "a.csv", lambda: b"family,given\nLi,Na\n"),
    Planted("cells of a workbook", "marit", "a.xlsx", lambda: workbook(("Marit", "Quillon"))),
    Planted("cells that hold their text", "li", "a.xlsx", lambda: workbook(("Li", "Na"), shared=False)),
    Planted("cells whose texts stand apart in another order", "li", "a.xlsx", _apart),
    Planted("Rich Text", "nunez", "a.rtf", lambda: rb"{\rtf1 {\b Jos\'e9 N\u250?\'f1ez}\par came}"),
    Planted("text in UTF-16", "marit", "a.txt", lambda: "Then Quillon came.".encode("utf-16")),
    Planted("old encoding", "nunez", "a.txt", lambda: "Then José Núñez came.".encode("cp1252")),
    Planted("EXIF", "marit", "a.jpg", lambda: picture_with_exif(315, "Marit Quillon")),
    Planted("remark in a picture", "marit", "a.png", lambda: picture_with_remark("Quillon at home")),
    Planted("picture by itself", "marit", "a.png", lambda: picture("Quillon")),
    Planted("letter", "marit", "a.eml", _letter),
    Planted("packed by itself", "marit", "a.gz", lambda: compressed(b"Then Quillon came.")),
    Planted("package in a package", "marit", "a.zip", lambda: packed({"b.zip": packed({"c.txt": "Quillon"})})),
    Planted(
        "file of an unknown form",
        "marit",
        "a.bin",
        lambda: bytes(range(256)) + "Marit Quillon".encode("utf-16-le") + bytes(9),
    ),
    Planted("name of the file", "marit", "letter-for-quillon.en-GB.docx", word),
)


def _innocent(kind: str, text: str) -> Planted:
    return Planted(kind, "", "a.docx", _word(text))


INNOCENTS = (
    _innocent("part of another word", "Quillonson and McQuillon came."),
    _innocent("word in small letters", "a grant was made, they grant it, granted"),
    _innocent("word with another ending", "Migrants, Granted, Vagrant, Grantham."),
    _innocent("Li as author of a work", "Li (n 12), at 4."),
    _innocent("Li and na apart", "liberty, Lina, and Li came; then na"),
    _innocent("and/or", "and/or ode to Mode"),
    _innocent("who may be named, of the same given name", "Runa Solvan came on 2 November 1984."),
    _innocent("given name that is not protected", "Runa came."),
    _innocent("birth date of a day alone, not protected", "On 2 November 1984 the harbour was closed."),
    _innocent("place of birth alone", "Velm is a town."),
    _innocent("other day", "Born on 13 March 1971."),
    _innocent("month of birth", "In March 1971 the yard was closed."),
    _innocent("year of birth", "1971 was a cold year."),
    _innocent("given name in small letters", "marital, merit, maritime"),
    _innocent("other initials", "M.Q. and A.M.O.Q. and M.O.Q.R. signed."),
    _innocent("initials within a word", "UNMOQ and MOQs"),
    _innocent("initials in small letters", "moq"),
    _innocent("hours", "At 9 a.m. O Quest"),
    _innocent("another telephone", "Call 07700 900 124."),
    _innocent("a sum", "77,009 prisoners and 900,123 others"),
    _innocent("a long number", "Case 7700900129999"),
    _innocent("street without the house", "Mill Lane is long."),
    _innocent("house of another street", "Mill Road 12"),
    _innocent("town alone", "In Ostamar it rained."),
    _innocent("yard", "A yard of salt, and salt in the yard."),
    _innocent("mayor alone", "The mayor of Velm spoke."),
    _innocent("relation of another", "The brother of the mayor of Velm spoke."),
    _innocent("boat", "A green boat and a woman."),
    _innocent("host of the address", "https://mail.example/help"),
    _innocent("red kite", "A red kite flew, 77 of them."),
    _innocent("north wind", "The north wind blew."),
    _innocent("number like the passport", "KV-4472-Q and 4471"),
    _innocent("who may be named, of a like sound", "Mahmoud Qahtani came."),
    _innocent("other sounds", "Michael Katona came."),
    _innocent("other Han", "见李明来"),
    _innocent("other Arabic", "القاهرة"),
    _innocent("other Russian", "Щукин и Щука"),
    _innocent("white in German", "Die Wand ist weiß, weiss niemand."),
    _innocent("spaced letters of another word", "Then Q u i e t l y came."),
    _innocent("figures in a word", "A4 and B52, H2O, 3rd, 1st, c0de"),
    Planted(
        "words of the format of Word",
        "",
        "a.docx",
        lambda: word(
            word__styles_xml=word_part("styles", '<w:latentStyles><w:lsdException w:name="Grant"/></w:latentStyles>')
        ),
    ),
    Planted(
        "name of a face",
        "",
        "a.docx",
        lambda: word(
            f"<w:p>{run('x', '<w:rPr><w:rFonts w:ascii=' + chr(34) + 'Grant' + chr(34) + '/></w:rPr>')}</w:p>"
        ),
    ),
    Planted("class of a page", "", "a.html", _html('<p class="Grant weiss">x</p>')),
    Planted("style sheet", "", "a.html", _html("", "<style>p { font-family: Grant, Ozdem; }</style>")),
    Planted("address with a word", "", "a.html", _html('<a href="https://a.example/migrants/granted">x</a>')),
    Planted("plain Word file", "", "a.docx", word),
    Planted("plain PDF", "", "a.pdf", lambda: saved(pdf())),
    Planted("plain page", "", "a.html", page),
    Planted("plain picture", "", "a.png", lambda: picture(PLAIN[:24])),
    Planted("plain workbook", "", "a.xlsx", lambda: workbook(("Year", "1999"), ("2000", "5"))),
    Planted("plain name", "", "uk-ghr.en-GB.docx", word),
)

"""A Word file read as a reader sees it: pieces, forms, controls, symbols and comments."""

from __future__ import annotations

import time

from lxml import etree
from tests.each import each
from tests.pull.pulling import edits, file_of
from tests.pull.word_edits import THREADS, W_SPACE, WordEdits

from probata.word import WordFile, open_word
from probata.word.comments import Comment, read_comments
from probata.word.elements import P, make, value, w
from probata.word.forms import Forms
from probata.word.piece import MARK, Piece, plain
from probata.word.pieces import Reading, pieces, sign_of
from probata.word.reading import paragraphs_in_contents
from probata.word.standing import Cells, Standing, properties_of, standing_in, tag_of_paragraph

SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def paragraph(inner: str) -> etree._Element:
    return etree.fromstring(f'<w:p xmlns:w="{SPACE}">{inner}</w:p>')


def run(text: str, properties: str = "") -> str:
    return f'<w:r>{f"<w:rPr>{properties}</w:rPr>" if properties else ""}<w:t xml:space="preserve">{text}</w:t></w:r>'


def field(code: str, shown: str) -> str:
    turns = ('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', '<w:r><w:fldChar w:fldCharType="separate"/></w:r>')
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    return f"{turns[0]}<w:r><w:instrText>{code}</w:instrText></w:r>{turns[1]}{run(shown)}{end}"


@each(
    ("inner", "text"),
    [
        (f"<w:sdt><w:sdtContent>{run('in a control')}</w:sdtContent></w:sdt>", "in a control"),
        (f"<w:hyperlink>{run('a link')}</w:hyperlink>", "a link"),
        (f"{run('a')}<w:r><w:tab/></w:r>{run('b')}<w:r><w:br/></w:r>{run('c')}", "a\tb\nc"),
        (f'{run("page")}<w:r><w:br w:type="page"/></w:r>', "page"),
        (f"{run('no')}<w:r><w:noBreakHyphen/></w:r>{run('break')}", "no\N{NON-BREAKING HYPHEN}break"),
        (f"{run('soft')}<w:r><w:softHyphen/></w:r>{run('ly')}", "softly"),
        ('<w:r><w:sym w:font="Wingdings" w:char="00A7"/></w:r>', "§"),
        (field(' HYPERLINK "https://example.org" ', "words"), "words"),
        (field(" TA \\l authority ", "hidden"), ""),
        (run("see ") + field(" REF _Ref_a \\n \\h ", "14") + run("."), f"see {MARK}."),
        (f"{run('a stray ')}{run(MARK)}{run('mark')}", "a stray mark"),
    ],
)  # fmt: skip
def test_text_is_read_in_whatever_it_stands(inner: str, text: str) -> None:
    assert plain(pieces(paragraph(inner))) == text


def test_a_field_in_a_field_is_one_thing_with_what_it_shows() -> None:
    inner = field(" REF _Ref_b ", "7")
    outer = field(" IF 1 = 1 ", "").replace(run(""), inner)
    (found,) = pieces(paragraph(outer))
    assert (found.kind, found.key) == ("field", "IF 1 = 1")


def note(number: int, properties: str = '<w:rStyle w:val="Mark"/>') -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:footnoteReference w:id="{number}"/></w:r>'


def test_tracked_changes_are_accepted_or_rejected() -> None:
    changed = paragraph(
        f"{run('the ')}<w:del>{run('old').replace('w:t', 'w:delText')}</w:del><w:ins>{run('new')}</w:ins>{run(' text')}"
    )
    assert plain(pieces(changed)) == "the new text"
    assert plain(pieces(changed, "rejected")) == "the old text"


def test_runs_that_word_cut_are_one_piece_and_looks_are_kept_apart() -> None:
    bold, plain_again = run("two", "<w:b/>"), run(" three", '<w:i w:val="false"/>')
    found = pieces(paragraph(run("on") + run("e ") + bold + plain_again))
    assert found == [Piece("one "), Piece("two", bold=True), Piece(" three")]


def test_a_note_is_known_by_the_bookmark_round_its_mark_and_by_no_other() -> None:
    mark = '<w:r><w:footnoteReference w:id="3"/></w:r>'
    ours = f'<w:bookmarkStart w:id="1" w:name="_Ref_p"/>{run("x")}<w:bookmarkStart w:id="2" w:name="_Note_n"/>{mark}'
    assert [piece.anchor for piece in pieces(paragraph(ours)) if piece.kind == "note"] == ["_Note_n"]
    other = f'<w:bookmarkStart w:id="1" w:name="_Ref_p"/>{mark}<w:bookmarkEnd w:id="1"/>'
    assert [(piece.key, piece.anchor) for piece in pieces(paragraph(other))] == [("footnote 3", "")]
    gone = f'<w:bookmarkStart w:id="2" w:name="_Note_n"/><w:bookmarkEnd w:id="2"/>{mark}'
    assert [piece.anchor for piece in pieces(paragraph(gone))] == [""]


@each("ended", [0, 8_000], ids=["never ended", "ended"])
def test_thousands_of_fields_inside_one_another_are_read_in_a_moment_and_no_word_is_lost(ended: int) -> None:
    number = 8_000
    begins = (
        '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>HYPERLINK "a"</w:instrText>'
        f'<w:fldChar w:fldCharType="separate"/></w:r>{run("a")}{run("b", "<w:b/>")}'
    )
    whole = paragraph(begins * number + '<w:r><w:fldChar w:fldCharType="end"/></w:r>' * ended + run("c"))
    start = time.process_time()
    assert plain(pieces(whole)) == "ab" * number + "c"
    assert time.process_time() - start < 5


def file() -> WordFile:
    return open_word(file_of()[1])


def form(properties: str) -> str:
    paragraph = etree.fromstring(f'<w:p xmlns:w="{W_SPACE}"><w:pPr>{properties}</w:pPr></w:p>')
    return Forms(file()).of(properties_of(paragraph))


def number_of_bullets() -> str:
    root = file().root_of("styles")
    assert root is not None
    style = next(one for one in root.iterchildren(w("style")) if one.get(w("styleId")) == "ListBullet")
    return value(style, "w:pPr/w:numPr/w:numId")


@each(
    ("style", "is_a"),
    [
        ("Heading2", "heading 2"), ("UnnumberedHeading3", "heading 3"), ("ListBullet", "bullet 1"),
        ("ListBullet2", "bullet 2"), ("ListNumber", "number 1"), ("NumberedParagraph1", ""),
        ("NumberedParagraph2", "paragraph 2"), ("BodyText", ""), ("TableText", ""), ("NoSuchStyle", ""),
    ],
)  # fmt: skip
def test_a_style_says_what_a_paragraph_is(style: str, is_a: str) -> None:
    assert form(f'<w:pStyle w:val="{style}"/>') == is_a


def test_a_list_of_its_own_makes_a_paragraph_an_entry() -> None:
    numbering = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number_of_bullets()}"/></w:numPr>'
    assert number_of_bullets().isdecimal()
    assert form(f'<w:pStyle w:val="BodyText"/>{numbering}') == "bullet 1"


@each("number", ["0", ""])
def test_the_number_of_no_list_makes_no_entry(number: str) -> None:
    assert form(f'<w:numPr><w:numId w:val="{number}"/></w:numPr>') == ""


@each("level", ["99999999999999999999", "x", "-1"])
def test_a_level_that_there_is_not_is_the_first(level: str) -> None:
    numbering = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number_of_bullets()}"/></w:numPr>'
    assert form(numbering) == "bullet 1"


def test_a_style_that_is_based_on_itself_is_none() -> None:
    opened = file()
    root = opened.root_of("styles")
    assert root is not None
    style = etree.SubElement(root, w("style"), {w("styleId"): "Round", w("type"): "paragraph"})
    etree.SubElement(style, w("basedOn"), {w("val"): "Round"})
    paragraph = etree.fromstring(f'<w:p xmlns:w="{W_SPACE}"><w:pPr><w:pStyle w:val="Round"/></w:pPr></w:p>')
    assert Forms(opened).of(properties_of(paragraph)) == ""


def test_styles_that_raise_their_words_are_known_with_those_based_on_them() -> None:
    raised = Forms(file()).raised()
    assert "FootnoteReference" in raised
    assert raised.isdisjoint({"Normal", "FootnoteText", "Strong"})


def body(inner: str) -> etree._Element:
    return etree.fromstring(f'<w:body xmlns:w="{SPACE}">{inner}</w:body>')


def p(text: str, inner: str = "") -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r>{inner}</w:p>"


def control(tag: str, inner: str) -> str:
    return f'<w:sdt><w:sdtPr><w:tag w:val="{tag}"/></w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>'


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr>"


def said(found: list[Standing]) -> list[str]:
    return ["".join(str(text) for text in one.paragraph.itertext()) for one in found]


def standing(inner: str, reading: Reading = "accepted") -> list[Standing]:
    return standing_in(body(inner), reading)


def test_the_innermost_control_of_ours_counts_and_one_in_the_paragraph_before_those_round_it() -> None:
    run = "<w:r><w:t>words</w:t></w:r>"
    inner = control("probata:1", control("theirs", p("a")) + p("b", control("probata:2", run))) + p("c")
    found = standing(inner)
    assert [one.tag() for one in found] == ["probata:1", "probata:2", ""]
    assert [one.tag() for one in found] == [tag_of_paragraph(one.paragraph) for one in found]


def test_cells_and_rows_are_numbered_as_their_paragraphs_come_those_of_tables_in_cells_too() -> None:
    inside = f"<w:tbl>{row(p('c'), p('d'))}</w:tbl>"
    found = standing(f"{p('a')}<w:tbl>{row(p('b'), inside + p('e'))}{control('probata:1', row(p('f')))}</w:tbl>")
    cells = Cells()
    assert said(found) == ["a", "b", "c", "d", "e", "f"]
    assert [cells.place(one.cell) for one in found] == [
        (0, 0, 0), (1, 1, 1), (2, 2, 1), (3, 2, 2), (4, 1, 2), (5, 3, 1)
    ]  # fmt: skip
    assert cells.places() == {(1, 1), (1, 2), (2, 1), (2, 2), (3, 1)}


def test_contents_last_from_the_paragraph_in_which_they_begin_to_that_in_which_they_end() -> None:
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{turn}"/></w:r>' for turn in ("begin", "end"))
    code = "<w:r><w:instrText> TOC \\o </w:instrText></w:r>"
    page = f"{begin}<w:r><w:instrText> PAGE </w:instrText></w:r>{end}"
    story = body(p("a", page) + p("b", begin + code) + p("c", page) + p("d", end) + p("e", page))
    held = paragraphs_in_contents(story)
    assert [one.findtext(f".//{{{SPACE}}}t") for one in story if one in held] == ["b", "c", "d"]


def test_thousands_of_fields_that_never_end_are_gone_through_in_a_moment() -> None:
    begins = '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText> PA</w:instrText><w:instrText>GE</w:instrText></w:r>'
    toc = '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText> T</w:instrText><w:instrText>OC \\h</w:instrText></w:r>'
    whole = body(f"<w:p>{begins}</w:p>" * 10_000 + f"<w:p>{toc}</w:p><w:p/>")
    start = time.process_time()
    found = paragraphs_in_contents(whole)
    assert [one in found for one in whole.iter(P)][-3:] == [False, True, True]
    assert time.process_time() - start < 5


@each(
    ("font", "char", "expected"),
    [
        ("Symbol", "F0B7", "•"), ("Symbol", "F0AE", "→"), ("Symbol", "F061", "α"), ("Symbol", "F0B3", "≥"),
        ("Symbol", "F0E5", "∑"), ("symbol", "F0A3", "≤"), ("Wingdings", "F0E0", "→"), ("Wingdings", "F0FC", "✓"),
        ("Wingdings", "F0FE", "☑"), ("Times New Roman", "00A7", "§"), ("", "2014", "—"),
    ],
)  # fmt: skip
def test_a_known_sign_is_the_character_of_other_fonts(font: str, char: str, expected: str) -> None:
    assert sign_of(make("sym", font=font, char=char)) == expected


@each(
    ("font", "char"),
    [("Webdings", "F061"), ("Wingdings", "F051"), ("Symbol", ""), ("Arial", "D800"), ("Arial", "FFFFFFFFFFFF"),
     ("Arial", "110000"), ("Arial", "0001"), ("Arial", "-41"), ("Arial", "x")],
)  # fmt: skip
def test_a_sign_without_a_character_is_none(font: str, char: str) -> None:
    assert sign_of(make("sym", font=font, char=char)) is None


SUMMARY = "a rubber hose"


def commented() -> WordEdits:
    word = edits().comment("former guard", "First?", "A", "2026-11-20")
    word.comment(SUMMARY, "Second?", "B", "2026-11-20")
    return word.answer(0, "To the first.", "C", "2026-11-21").answer(1, "To the second.", "D", "2026-11-22")


def read(edits: WordEdits) -> list[Comment]:
    return read_comments(open_word(edits.save()))


def test_answers_stand_behind_what_they_answer() -> None:
    found = read(commented())
    assert [one.text for one in found] == ["Second?", "To the second.", "First?", "To the first."]
    assert [one.answers for one in found] == ["", found[0].id, "", found[2].id]
    assert [one.author for one in found] == ["B", "D", "A", "C"]


def test_an_answer_without_a_place_of_its_own_has_that_of_the_comment() -> None:
    edits = commented()
    for mark in [one for one in edits.body.iter("{*}commentReference") if one.values() == ["3"]]:
        mark.getparent().remove(mark)  # type: ignore[union-attr]
    for name in ("commentRangeStart", "commentRangeEnd"):
        for mark in [one for one in edits.body.iter(f"{{*}}{name}") if one.values() == ["3"]]:
            mark.getparent().remove(mark)  # type: ignore[union-attr]
    second, answer, *_ = read(edits)
    assert (answer.text, answer.words, answer.paragraph) == ("To the second.", SUMMARY, second.paragraph)


def test_comments_that_answer_each_other_are_not_lost() -> None:
    edits = commented()
    edits.answers_each_other(0, 2)
    assert sorted(one.text for one in read(edits)) == ["First?", "Second?", "To the first.", "To the second."]


def test_a_file_without_threads_has_single_comments() -> None:
    edits = commented()
    data = edits.save().replace(THREADS.encode(), THREADS.replace("Ext", "Old").encode())
    assert {(one.answers, one.is_resolved) for one in read_comments(open_word(data))} == {("", False)}


def test_a_day_that_is_none_is_left_out() -> None:
    word = edits().comment(SUMMARY, "Who?", "B", "0-00-00")
    word.answer(0, "I.", "C", "2026-11-21").comment("former guard", "And?", "B", "")
    assert [(one.text, one.date) for one in read(word)] == [("Who?", ""), ("I.", "2026-11-21"), ("And?", "")]

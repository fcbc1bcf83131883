"""A paragraph of Word is read as a reader sees it, whatever its text stands in."""

from __future__ import annotations

import time

from lxml import etree
from tests.each import each

from probata.word.piece import MARK, Piece, plain
from probata.word.pieces import pieces

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

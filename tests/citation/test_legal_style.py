"""Style files of one's own, and the faults that they may have."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.each import each

from probata.citation.style_file import LegalStyleError, load_legal_style

from .cases import citation, cited, free_note, item, note_texts, paragraph

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
        (f'{LIKE}[sources]\nkinds = ["speach"]\n', "`speach`"),
        (f"{LIKE}[sources]\nkinds = [{{}}]\n", "`sources.kinds`"),
        (f"{LIKE}[sources]\nkinds = 3\n", ""),
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

"""The bundle of a filing of the fictional case, as Poppler and pikepdf read it, and its brief in Word."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from tests.bundle.made_pdfs import A4, exhibit, labels_of, links_of, outline_of, text_of, words_at
from tests.cli.command import Command
from tests.protection_case import protected_case
from tests.readers.all_text import all_text

from probata.document.anchors import IN_BUNDLE
from probata.evidence.store import Store
from probata.word import open_word
from probata.word.reading import read_text

CASE = Path(__file__).parents[2] / "claims/example"
OUT = Path("output/kelvandra/outgoing")
HELD = {
    "gazette-2021-directive-17": 3,
    "council-minutes-2022-06-09": 2,
    "guard-yearbook-2023": 2,
    "witness-a-statement": 1,
    "cwk-report-2023": 2,
    "tovalka-answer": 1,
}
"""The sources of which a copy is held, with its pages."""
_MARK = re.compile(r"\[(E\d+)(?:, EX/\d)?, bundle p (\w+)\]")


@dataclass(frozen=True, slots=True)
class Read:
    """A bundle as it is read back."""

    path: Path
    texts: list[str]
    labels: list[str]

    def page_of(self, label: str) -> str:
        """Return the text of the page with a label."""
        return self.texts[self.labels.index(label)]


def read(path: Path) -> Read:
    labels = labels_of(path)
    return Read(path, [text_of(path, page) for page in range(len(labels))], labels)


@pytest.fixture
def case(tmp_path: Path, probata: Command) -> Path:
    """The fictional case with copies of six sources, one of them of a protected witness."""
    root = Path("kelvandra")
    shutil.copytree(CASE, root, ignore=shutil.ignore_patterns("held", "copies.yaml"))
    (root / "held").mkdir()
    held = {
        source: exhibit(tmp_path / f"{source}.pdf", [f"{source} page {page + 1}" for page in range(pages)])
        for source, pages in HELD.items()
    }
    hold(root, held)
    return root


def hold(root: Path, held: dict[str, Path]) -> None:
    """Take a PDF in as the copy of each source."""
    added = Store.of(root.resolve()).add(list(held.values()), "2026-11-30T10:00:00+00:00")
    (root / "copies.yaml").write_text("\n".join(
        f"- id: held-{number}\n  source: {source}\n  sha256: {one.seen.sha256}\n  name: {one.seen.name}\n"
        f"  size: {one.seen.size}\n  media_type: application/pdf\n"
        for number, (source, one) in enumerate(zip(held, added, strict=True))
    ))  # fmt: skip


def test_the_page_beside_each_mark_is_that_of_its_exhibit(probata: Command, case: Path) -> None:
    ran = probata("bundle", case, "--forum", "uk-ghr")
    assert ran.code == 0, ran.err
    made = read(OUT / "DRAFT-uk-ghr-bundle.en-GB.pdf")
    index = made.texts[0] + made.texts[1]
    marked = {mark: page for text in made.texts for mark, page in _MARK.findall(" ".join(text.split()))}

    assert len(marked) == len(HELD) - 1  # the statement of the protected witness is the one that is not there
    for mark, page in marked.items():
        assert f"Exhibit {mark}" in made.page_of(page)
        assert re.search(rf"^ *{mark},? .* {page}$", index, re.MULTILINE)
    assert made.labels == [str(number) for number in range(1, len(made.labels) + 1)]
    assert all(text.split()[-1] == label for text, label in zip(made.texts, made.labels, strict=True))
    assert IN_BUNDLE.encode() not in made.path.read_bytes()

    # From the cover sheet back to each page that names the exhibit, and only to those.
    links = links_of(made.path)
    covers = sorted(made.labels.index(page) for page in marked.values())
    for page in marked.values():
        cover = made.labels.index(page)
        back = {to for at, kind, to in links if at == cover and kind == "page" and isinstance(to, int)}
        assert back
        pages = range(cover, min((one for one in covers if one > cover), default=len(made.labels)))
        to_it = {at for at, kind, to in links if kind == "page" and to in pages and 1 < at < covers[0]}
        assert to_it == back
    outline = [words for depth, words, _ in outline_of(made.path) if depth == 0]
    assert [_first(words) for words in outline if words[0] == "E"] == sorted(marked, key=lambda one: int(one[1:]))
    assert all(words.endswith(f"p {marked[_first(words)]}") for words in outline if words[0] == "E")

    # All marks by which the brief names an exhibit are in index, outline and on its cover sheet.
    assert "[E6, EX/1, bundle p" in " ".join(" ".join(made.texts).split())
    assert re.search(r"^ *E6, EX/1 ", index, re.MULTILINE)
    assert any(words.startswith("E6, EX/1 ") for words in outline)
    assert "Exhibit E6, EX/1" in made.page_of(marked["E6"])
    assert "not enclosed" in index
    assert "copy is held" not in index

    # What readers may not see is not in it, and Word has the same pages.
    assert "witness-a-statement" not in "".join(made.texts)
    assert re.search(r"E3, EX/2 .*kept apart", index)
    word = read_text(open_word((OUT / "DRAFT-uk-ghr-bundle.en-GB.docx").read_bytes()))
    said = " ".join(line.text for line in word.lines)
    assert dict(_MARK.findall(said)).items() <= marked.items()
    assert _MARK.search(said)
    assert "bundle.invalid" not in said


def test_a_mark_leads_to_the_page_that_is_cited(probata: Command, case: Path, tmp_path: Path) -> None:
    gazette = tmp_path / "gazette-2021-directive-17.pdf"
    with pikepdf.open(gazette, allow_overwriting_input=True) as pdf:
        pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.D, St=7)]))  # its pages are called 7, 8, 9
        pdf.save()
    minutes = tmp_path / "council-minutes-2022-06-09.pdf"
    hold(case, {path.stem: path for path in (gazette, minutes)})
    assert probata("bundle", case, "--forum", "uk-ghr").code == 0
    made = read(OUT / "DRAFT-uk-ghr-bundle.en-GB.pdf")
    led = set(_led(made))
    first, second = (f"{made.texts.index(one) + 1}" for one in made.texts if re.search(r"Exhibit E\d", one))

    def told(begin: str) -> dict[str, int]:
        return {place.rstrip(".;,"): to - int(begin) for page, place, to in led if page == begin}

    assert "gazette" in made.page_of(f"{int(first) + 1}")
    assert told(first).items() >= {"7": 1, "8": 2, "9": 3, "3–8": 3}.items()
    assert told(first).items() >= {"6": 0, "cl": 0}.items()  # it has no such page, and a clause is none
    assert told(second) == {"2–3": 2}


def _led(made: Read) -> Iterator[tuple[str, str, int]]:
    """Give of each mark the page that is printed in it, the word behind it, and the label of the page it leads to."""
    with pikepdf.open(made.path) as pdf:
        numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        for number, page in enumerate(pdf.pages):
            words = words_at(made.path, number)
            for link in page.obj.get("/Annots", ()):
                left, low, right, high = (float(one) for one in link.Rect)
                line = [word for word in words if low - 1 < A4[1] - (word[2] + word[4]) / 2 < high + 1]
                mark = " ".join(word[0] for word in line if left - 1 < word[1] and word[3] < right + 1)
                behind = [word[0] for word in line if word[1] >= right - 1]
                if (found := re.search(r"p (\w+)\]$", mark)) and behind and "/Dest" in link:
                    yield found[1], behind[0], int(made.labels[numbers[link.Dest[0].objgen]])


def _first(words: str) -> str:
    """Return the number in the schedule with which a line of the outline begins."""
    return re.split("[ ,]", words)[0]


def test_what_is_redacted_is_said_on_the_screen(probata: Command, case: Path) -> None:
    exhibits = (case / "exhibits.yaml").read_text()
    source = "  source: gazette-2021-directive-17\n"
    assert source in exhibits
    (case / "exhibits.yaml").write_text(exhibits.replace(source, f"{source}  redactions: [{{page: 2}}]\n", 1))
    ran = probata("bundle", case, "--forum", "uk-ghr")

    assert ran.code == 0, ran.err
    assert "redacted: E6, EX/1, pages that became pictures: 1" in ran.out


def test_the_same_records_give_the_same_bundle(probata: Command, case: Path) -> None:
    ran = probata("bundle", case, "--forum", "uk-ghr")
    first = {path.name: path.read_bytes() for path in OUT.iterdir()}
    other = Path("other")  # where nothing of the first is known
    assert probata("bundle", case, "--forum", "uk-ghr", "--out", other).out == ran.out.replace("output/", "other/")

    assert {path.name: path.read_bytes() for path in (other / "kelvandra/outgoing").iterdir()} == first


def test_a_bundle_is_made_anew_where_something_has_changed_and_nowhere_else(probata: Command, case: Path) -> None:
    asked = ("bundle", case, "--forum", "uk-cpr-ws")
    made, bundle = probata(*asked), OUT / "DRAFT-uk-cpr-ws-bundle.en-GB.pdf"
    first = bundle.read_bytes()
    again = probata(*asked)
    assert (made.code, again.code) == (0, 0), made.err
    assert again.out == made.out.replace("written: ", "as it was: ") != made.out

    bundle.unlink()
    assert probata(*asked).out == made.out
    assert bundle.read_bytes() == first
    with (case / "case.yaml").open("a") as changed:
        changed.write("# another remark\n")
    assert probata(*asked).out == made.out
    next((case / "held").glob("*/*")).unlink()
    assert probata(*asked).code == probata(*asked).code == 1


def test_parts_of_an_earlier_bundle_stay_and_are_named(probata: Command, case: Path) -> None:
    assert probata("new", "forum", "chambers", "--extends", "uk-ghr").code == 0
    profile = probata.folder / "templates/chambers/forum.yaml"
    whole = profile.read_text(encoding="utf-8")
    profile.write_text(f"{whole}\nbundle: {{most_pages: 10}}\n", encoding="utf-8")
    parted = probata("bundle", case, "--forum", "chambers")
    assert parted.code == 0, parted.err
    parts = sorted(OUT.glob("*.part-*.pdf"))
    assert len(parts) > 1
    profile.write_text(whole, encoding="utf-8")
    ran = probata("bundle", case, "--forum", "chambers")

    assert ran.code == 0
    named = ", ".join(path.as_posix() for path in parts)
    assert f"of an earlier bundle, not made anew and perhaps no longer true to the records: {named}" in ran.err
    assert sorted(OUT.glob("*.part-*.pdf")) == parts
    assert "earlier" not in parted.err


def test_a_statement_has_its_own_cover_sheets_and_marks(probata: Command, case: Path) -> None:
    ran = probata("bundle", case, "--forum", "uk-cpr-ws")
    assert ran.code == 0, ran.err
    made = read(OUT / "DRAFT-uk-cpr-ws-bundle.en-GB.pdf")
    marked = dict(re.findall(r"(MT\d) \[bundle p (\d+)\]", " ".join(" ".join(made.texts).split())))

    assert sorted(marked) == ["MT1", "MT2"]
    for mark, page in marked.items():
        assert f"This is the exhibit marked “{mark}”" in " ".join(made.page_of(page).split())
    assert sum("This is the exhibit marked" in text for text in made.texts) == 2


def test_a_copy_that_is_gone_is_named_and_not_in_the_bundle(probata: Command, case: Path) -> None:
    for file in (case / "held").glob("*/*"):
        file.unlink()
    ran = probata("bundle", case, "--forum", "uk-cpr-ws")

    assert ran.code == 1
    assert "copy-not-there" in ran.err
    assert (OUT / "DRAFT-uk-cpr-ws-bundle.en-GB.pdf").is_file()


def test_a_copy_that_was_changed_is_named_and_not_in_the_bundle_or_a_filing(probata: Command, case: Path) -> None:
    found = re.search(r"source: council-minutes-2022-06-09\n  sha256: (\w+)", (case / "copies.yaml").read_text())
    assert found
    path = Store.of(case).place_of(found[1])
    path.chmod(0o644)
    path.write_bytes(path.read_bytes()[:-1] + b" ")
    ran = probata("bundle", case, "--forum", "uk-ghr")
    assert ran.code == 1
    assert ran.err.count("copy-changed") == 1
    assert "council-minutes-2022-06-09 page 1" not in "".join(read(OUT / "DRAFT-uk-ghr-bundle.en-GB.pdf").texts)
    assert re.search(r"uk-ghr +blocked by .*copy not searchable", probata("check", case).out)


def test_a_late_exhibit_is_12a_and_all_others_keep_marks_and_pages(probata: Command, case: Path) -> None:
    assert probata("bundle", case, "--forum", "uk-ghr", "--fix").code == 0
    before = pieces_of(OUT / "DRAFT-uk-ghr-bundle.en-GB.pdf")
    add_like(case / "sources.yaml", "council-minutes-2022-06-09", {"council-minutes-2022-06-09": "late-minutes"})
    add_like(case / "copies.yaml", "held-2", {"held-2": "held-late", "guard-yearbook-2023\n": "late-minutes\n"})
    counts = (case / "counts.yaml").read_text()
    cited = "@council-minutes-2022-06-09, pp. 2-3]"
    assert cited in counts
    (case / "counts.yaml").write_text(counts.replace(cited, f"@late-minutes, p. 1; {cited}"))
    ran = probata("bundle", case, "--forum", "uk-ghr")
    assert ran.code == 0, ran.err
    after = pieces_of(OUT / "DRAFT-uk-ghr-bundle.en-GB.pdf")

    (added,) = after - before
    assert re.match(r"E\d+A .*, p \d+A$", added)
    assert before < after


def pieces_of(path: Path) -> set[str]:
    """Return the lines of the outline for the pieces of a bundle, each with its mark and page."""
    return {words for depth, words, _ in outline_of(path) if depth == 0}


def add_like(file: Path, record: str, changed: dict[str, str]) -> None:
    """Add a record that is another with some words changed."""
    text = file.read_text()
    added = text[text.index(f"- id: {record}") :].partition("\n- id:")[0]
    for old, new in changed.items():
        added = added.replace(old, new, 1)
    file.write_text(f"{text}\n{added}\n")


def test_a_bundle_that_tells_of_somebody_is_never_placed(probata: Command, tmp_path: Path) -> None:
    root = protected_case(tmp_path / "claims")
    (root / "held").mkdir()
    hold(root, {"report": exhibit(tmp_path / "said.pdf", ["Marit Quillon mends nets"])})
    ran = probata("bundle", root, "--forum", "uk-ghr")
    output = Path("output") / root.name

    assert ran.code == 1
    assert "tells its readers of somebody whom they may not know" in " ".join(ran.err.split())
    assert "nothing was written to the folder for others" in ran.out
    assert list((output / "outgoing").iterdir()) == []
    assert not (output / "internal/taken-back").exists()


def test_with_the_key_the_bundle_of_a_court_has_the_name(probata: Command, tmp_path: Path) -> None:
    root, key = protected_case(tmp_path / "claims"), tmp_path / "keys/own.txt"
    assert probata("protect", root, "--key", key, "--yes").code == 0
    bundle, said = ("bundle", root, "--forum", "court"), []
    for asked in ((), ("--key", key)):
        assert probata(*bundle, *asked).code == 0
        made = Path("output") / root.name / "outgoing/DRAFT-court-bundle.en-GB.docx"
        said.append("Quillon" in all_text(made.read_bytes(), "docx"))

    assert said == [False, True]


def test_one_command_makes_everything_that_goes_out(probata: Command, case: Path) -> None:
    ran = probata("bundle", case, "--forum", "uk-cpr-ws", "--all")
    assert ran.code == 0, ran.err
    made = {path.name for path in OUT.iterdir()}
    assert {f"DRAFT-uk-cpr-ws{ending}.en-GB.pdf" for ending in ("", "-public", "-bundle")} <= made

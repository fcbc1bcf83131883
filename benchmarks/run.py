"""`make bench`: ratios that say whether the program is fast enough, measured side by side in one run."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from statistics import median

from benchmarks.bundle import write_exhibits
from benchmarks.large_case import write_case
from benchmarks.many_records import write_case as write_many
from benchmarks.measure import RUNS, Figures, interleaved, once, paired, told
from benchmarks.pdf import write_filing, write_repeated
from benchmarks.redline import CHANGES, write_versions
from benchmarks.text import write_text
from probata.citation.program import find_program
from probata.citation.style import load_style

PYTHON = sys.executable
PROBATA = str(Path(PYTHON).with_name("probata"))
CASES = ("claims/example", "claims/liu-jianchao")


@dataclass(frozen=True, slots=True)
class Result:
    """One line of the report."""

    what: str
    value: float
    aim: float | None
    remark: str = ""

    def __str__(self) -> str:
        """Write the line: value, aim, and whether it is met."""
        aim = "" if self.aim is None else f"aim {self.aim:g}: {'met' if self.value <= self.aim else 'MISSED'}"
        return f"{self.value:8.2f}  {aim:18}  {self.what}{f' ({self.remark})' if self.remark else ''}"


def main() -> None:
    """Run the benchmarks named on the command line, or all, and print each ratio as soon as it is known."""
    asked = sys.argv[1:]
    runs = next((int(word) for word in asked if word.isdecimal()), RUNS)
    every = (
        lengths,
        recall,
        planted,
        starts,
        builds,
        checks,
        at_hand,
        batches,
        check50k,
        docx,
        redline,
        bundle,
        pull,
        citations,
        pdf,
        growth,
        workbench,
    )
    parts = [part for part in every if part.__name__ in asked] or every
    sys.stdout.write(f"ratios, medians of {runs}, whole processes unless said\n")
    with tempfile.TemporaryDirectory() as name:
        for measure in parts:
            for result in measure(Path(name), runs):
                sys.stdout.write(f"{result}\n")
                sys.stdout.flush()


def lengths(_: Path, __: int) -> Iterator[str]:
    """How long the filings of both cases are, and what is told twice in them: no ratio."""
    command = [PYTHON, "-m", "benchmarks.lengths"]
    yield subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True).stdout  # noqa: S603  # ours


def recall(_: Path, __: int) -> Iterator[str]:
    """How many mistakes are found that were written without sight of the checks: no ratio."""
    command = [PYTHON, "-m", "benchmarks.recall"]
    yield subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True).stdout  # noqa: S603  # ours


def planted(_: Path, __: int) -> Iterator[str]:
    """Which secrets of 500 made cases an independent reader finds in what is for others: no ratio."""
    command = [PYTHON, "-m", "benchmarks.planted"]
    yield subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True).stdout  # noqa: S603  # ours


def starts(_: Path, runs: int) -> Iterator[Result]:
    """The help and a small table, against a Python that does nothing."""
    shown = ["show", CASES[1], "people"]
    found = interleaved({"help": _ours("--help"), "show": _ours(*shown), "pass": [PYTHON, "-c", "pass"]}, runs)
    for name, what, aim in (("help", "probata --help", 20.0), ("show", "show people of the real case", 45.0)):
        yield _against(found, name, "pass", f"{what} against python -c pass", aim)


def builds(folder: Path, runs: int) -> Iterator[Result]:
    """One Word file of the real case as a user builds it, against Pandoc making one of the same text."""
    case = _copy(folder, "built")
    build, where = ["build", str(case), "--forum", "uk-ghr", "--format", "docx", "--quiet"], folder / "cold"
    commands = {
        "cold": _ours(*build, "--out", str(where), "--no-cache"),
        "again": _kept(folder / "again", *build),
        "one changed": _kept(folder / "changed", *build),
        "pandoc": _docx_commands(folder, 1)["pandoc"],
    }
    numbers = count()

    def before(name: str) -> None:
        if name == "cold":
            _clear(where)
        change_one(case, next(numbers) if name == "one changed" else 0)

    found = interleaved(commands, runs, before)
    for name, what, aim in (
        ("cold", "build of one Word file, cold", 2.5),
        ("again", "the same, nothing changed", 0.7),
        ("one changed", "the same, one record changed", 1.4),
    ):
        yield _against(found, name, "pandoc", f"{what}, against pandoc --citeproc of the same text", aim)


def checks(folder: Path, runs: int) -> Iterator[Result]:
    """A check of the real case, against composing the YAML of its files."""
    case, numbers = _copy(folder, "checked"), count()
    commands = {
        "cold": _ours("check", str(case), "--quiet", "--no-cache"),
        "one changed": _kept(folder / "checking", "check", str(case), "--quiet"),
        "compose": [PYTHON, "-m", "benchmarks.compose_files", str(case)],
    }
    found = interleaved(commands, runs, lambda name: change_one(case, next(numbers) if name == "one changed" else 0))
    for name, what, aim in (
        ("cold", "check of the real case, cold", 35.0),
        ("one changed", "the same, one changed", 12.0),
    ):
        yield _against(found, name, "compose", f"{what}, against yaml.compose", aim)


def at_hand(folder: Path, runs: int) -> Iterator[Result]:
    """In one process: one record changed, and the document of a filing with its findings is there again."""
    command = [PYTHON, "-m", "benchmarks.at_hand", str(_copy(folder, "open")), str(runs)]
    said = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True).stdout  # noqa: S603  # ours
    cold, tree, whole = map(float, said.split())
    remark = f"{whole:.2f} s, of which {tree:.2f} s the document and its own findings; cold {cold:.2f} s"
    yield Result(
        "one record changed in one process, to tree and findings, against the cold way", whole / cold, 0.1, remark
    )


def workbench(folder: Path, _: int) -> Iterator[Result]:
    """A hundred edits in the browser until they are seen, against a cold build of the same; and the first page."""
    case, edited = _copy(folder, "workbench"), _copy(folder, "edited")
    cold = ["build", str(case), "--forum", "uk-ghr", "--format", "html", "--quiet", "--no-cache"]
    ours = {"cold": _ours(*cold, "--out", str(folder / "html")), "check": _kept(folder / "first", "check", str(edited))}
    found = interleaved(ours, 3, lambda name: _clear(folder / "html") if name == "cold" else None)
    kept = f"XDG_CACHE_HOME={folder / 'first' / 'kept'}"
    told_of = _said(["env", kept, PYTHON, "-m", "benchmarks.workbench", str(edited)])
    shown, document, listed, began = told_of.pop("first")
    middle, late, ended = told_of.pop("edits")
    del told_of["listed"]
    kinds = ", ".join(f"{name} {figures[0]:.2f}" for name, figures in told_of.items())
    remark = f"{middle:.2f} s, 95th centile {late:.2f} s; build {found['cold'].time:.2f} s; {kinds}"
    yield Result(
        "edit seen in the browser, median of 100, against a cold build", middle / found["cold"].time, 0.15, remark
    )
    yield Result("edit seen in the browser, seconds, median", middle, 0.5)
    yield Result("edit seen in the browser, seconds, 95th centile", late, 1.0)
    remark = f"{shown:.2f} s, with its document {document:.2f} s, all findings listed {listed:.2f} s"
    remark += f"; check {found['check'].time:.2f} s; {began:.0f} MB, after the edits {ended:.0f} MB"
    yield Result(
        "first page of the workbench, against a check with nothing changed", shown / found["check"].time, 2.0, remark
    )

    many = write_many(folder / "many-records", allegations=1650)
    with (many / "case.yaml").open("a", encoding="utf-8") as file:
        file.write("filings: [{id: uk-ghr, forum: uk-ghr, addressee: {name: The Secretary of State}}]\n")
    told_of = _said([PYTHON, "-m", "benchmarks.workbench", str(many), "one-of-many"])
    (middle, late, ended), (number, taken) = told_of["edits"], told_of["listed"]
    remark = f"95th centile {late:.2f} s; {number:.0f} of 4,950 sources listed at once, in {taken:.2f} s; first page"
    remark += f" {told_of['first'][0]:.2f} s, all findings {told_of['first'][2]:.1f} s; {ended:.0f} MB"
    yield Result("edit seen in the browser, case of 10,100 records, seconds, median of 10", middle, 2.0, remark)


def _said(command: list[str]) -> dict[str, tuple[float, ...]]:
    """Return the figures of each line that a command prints, by its first word."""
    said = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True).stdout  # noqa: S603  # ours
    return {name: tuple(map(float, figures)) for name, *figures in map(str.split, said.splitlines())}


def batches(folder: Path, _: int) -> Iterator[Result]:
    """A batch of 200 small cases: two at a time against one, one run each."""
    for number in range(200):
        write_many(folder / "many" / f"case-{number:03}", allegations=5)
    batch = ["batch", str(folder / "many"), "--with", "--no-cache", "--quiet", "--jobs"]
    two, one = (once(_ours(*batch, jobs))[0] for jobs in ("2", "1"))
    yield Result("batch of 200 cases, two processes against one", two / one, 0.6, f"{two:.0f} s, {one:.0f} s")


def _ours(*arguments: str) -> list[str]:
    return [PYTHON, "-m", "probata", *arguments]


def _kept(folder: Path, *arguments: str) -> list[str]:
    """Run it in a folder, and keep there what it keeps."""
    folder.mkdir(exist_ok=True)
    return ["env", "-C", str(folder), f"XDG_CACHE_HOME={folder / 'kept'}", *_ours(*arguments)]


def _copy(folder: Path, name: str) -> Path:
    return Path(shutil.copytree(CASES[1], folder / name / "liu-jianchao", dirs_exist_ok=True))


def change_one(case: Path, number: int) -> None:
    """Change one record, the title of a count, which documents print; 0 gives it as it was."""
    text = Path(CASES[1], "counts.yaml").read_text(encoding="utf-8")
    title = f"irregular returns of {number} kinds, August" if number else "irregular returns, August"
    (case / "counts.yaml").write_text(text.replace("irregular returns, August", title, 1), encoding="utf-8")


def _clear(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)


def _against(found: dict[str, Figures], ours: str, theirs: str, what: str, aim: float) -> Result:
    """Return a ratio of seconds, with that of the processor behind it."""
    left, right = found[ours], found[theirs]
    remark = f"{left.time:.3g} s, {right.time:.3g} s; of the processor {_busy(left, right):.3g}: {left.busy:.3g} s"
    return Result(what, paired(left, right), aim, remark)


def docx(folder: Path, runs: int) -> Iterator[Result]:
    """DOCX of the text sixteen times, cold, against Pandoc making DOCX from the same Markdown and sources."""
    found = interleaved(_docx_commands(folder, 16), runs)
    yield _against(found, "ours", "pandoc", "DOCX of the composed text ×16 against pandoc --citeproc", 0.7)


def _docx_commands(folder: Path, times: int) -> dict[str, list[str]]:
    text, sources = write_text(folder, times)
    style = load_style("oscola", language="en-GB", restart=False, list_of_sources=False)
    csl = folder / "oscola.csl"
    csl.write_text(getattr(style, "csl", ""), encoding="utf-8")
    pandoc = [str(find_program()), "--citeproc", "--csl", str(csl), "--bibliography", str(sources), str(text)]
    return {
        "ours": [PYTHON, "benchmarks/our_docx.py", str(text), str(sources), str(folder / "ours.docx")],
        "pandoc": [*pandoc, "-o", str(folder / "pandoc.docx")],
    }


def redline(folder: Path, runs: int) -> Iterator[Result]:
    """A redline of the real case with sixty changes, read again and with its page, against Docxodus."""
    old, new = map(str, write_versions(folder))
    found = interleaved(
        {
            "ours": [PROBATA, "redline", old, new, "--out", str(folder / "redlines"), "--quiet"],
            "docxodus": [PYTHON, "-m", "benchmarks.redline", old, new, str(folder / "docxodus.docx")],
        },
        runs,
    )
    ours, theirs = found["ours"], found["docxodus"]
    remark = f"{ours.time:.1f} s, Docxodus {theirs.time:.1f} s; {ours.memory:.0f} MB, {theirs.memory:.0f} MB"
    yield Result(f"redline of the real case, {CHANGES} changes, against Docxodus", paired(ours, theirs), 1.0, remark)


def bundle(folder: Path, runs: int) -> Iterator[Result]:
    """A bundle of 50 and of 500 exhibits of twenty pages against a bare merge of the same files by pikepdf."""
    for number in (50, 500):
        home = folder / str(number)
        home.mkdir()
        write_exhibits(home, number)
        begin = [PYTHON, "-m", "benchmarks.bundle"]
        commands = {what: [*begin, what, str(home), str(number)] for what in ("ours", "merge")}
        whole = ("bundle", str(home / "case"), "--forum", "uk-ghr", "--out", str(home / "out"), "--quiet")
        commands |= {what: _kept(home / what, *whole) for what in ("first", "again")}

        def before(name: str, kept: Path = home / "first/kept") -> None:
            if name == "first":
                _clear(kept)

        found = interleaved(commands, runs if number == 50 else min(runs, 3), before)
        for what, words in (
            ("ours", "joined, margins known"),
            ("first", "the whole command, nothing known"),
            ("again", "the same, nothing changed"),
        ):
            one = _against(found, what, "merge", f"bundle of {number} exhibits, {words}, against a bare merge", 1.6)
            yield replace(one, remark=f"{one.remark}; {found[what].memory:.0f} MB, {found['merge'].memory:.0f} MB")


def pull(_: Path, runs: int) -> Iterator[Result]:
    """Pulling an edited document of the real case, in process, against a plain read of it by python-docx."""
    done = subprocess.run([PYTHON, "-m", "benchmarks.pull", str(runs)], capture_output=True, check=True, text=True)  # noqa: S603  # ours
    kinds = ("with our bytes", "that LibreOffice saved", "that LibreOffice saved, the records changed since")
    for kind, line in zip(kinds, done.stdout.splitlines(), strict=True):
        ours, theirs, found = line.split()
        remark = f"{float(ours):.2f} s, python-docx {float(theirs):.2f} s; {found} changes, in process"
        yield Result(f"pull of an edited file {kind}, against a plain read", float(ours) / float(theirs), 2.0, remark)


def pdf(folder: Path, runs: int) -> Iterator[Result]:
    """PDF, each in a new process, against a bare compilation, WeasyPrint and itself; then whole builds."""
    draft, final = write_filing(folder, False), write_filing(folder, True)
    ways = _pdf_ways(draft, "ours", "bare", "weasyprint", "again") | {"final": _pdf_ways(final, "ours")["ours"]}
    found = interleaved(ways, runs, taking=told)
    for what, ours, theirs, aim in (
        ("PDF of the real case against a bare compilation", "ours", "bare", 1.5),
        ("the same as it goes out", "final", "bare", 1.5),
        ("PDF of the real case against WeasyPrint's engine", "ours", "weasyprint", 0.08),
        ("PDF after one sentence changed, in process, against the first", "again", "ours", 0.15),
    ):
        remark = f"{_seconds(found[ours])}; {_seconds(found[theirs])}"
        yield Result(what, paired(found[ours], found[theirs]), aim, remark)
    yield from _pdf_of_text(folder, runs)
    out, build = folder / "pdf", ["env", f"XDG_CACHE_HOME={folder / 'kept'}", PROBATA, "build", CASES[1], "--quiet"]
    builds = {form: [*build, "--forum", "uk-ghr", "--format", form, "--out", str(out)] for form in ("pdf", "docx")}
    found = interleaved(builds, runs, lambda _: _clear(out))
    remark = f"{_seconds(found['pdf'])}; {_seconds(found['docx'])}"
    yield Result("build of one PDF against the same as Word", paired(found["pdf"], found["docx"]), 1.4, remark)


def _pdf_of_text(folder: Path, runs: int) -> Iterator[Result]:
    texts = {str(n): write_repeated(folder, n) for n in (1, 4, 16)}
    commands = {name: _pdf_ways(text, "ours")["ours"] for name, text in texts.items()}
    found = interleaved(commands | _pdf_ways(texts["16"], "bare"), runs, taking=told)
    ours, bare = found["16"], found["bare"]
    remark = f"{_seconds(ours)}; {_seconds(bare)}"
    yield Result("PDF of the text ×16 against a bare compilation", paired(ours, bare), 1.5, remark)
    yield _grown("PDF, the text ×1, ×4, ×16", found, ("1", "4", "16"))


def _pdf_ways(material: str, *ways: str) -> dict[str, list[str]]:
    return {way: [PYTHON, "-m", "benchmarks.pdf", way, material] for way in ways}


def citations(folder: Path, runs: int) -> Iterator[Result]:
    """1,000 citations of 200 sources against one bare call of Pandoc on the same."""
    command = [PYTHON, "-m", "benchmarks.citations", str(runs)]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()  # noqa: S603  # ours
    what = "1,000 citations of 200 sources against a bare call of Pandoc, in process"
    yield Result(what, float(said[0]), 1.2, f"{said[1]} s, Pandoc {said[2]} s, runs of Pandoc: {said[3]}")


def growth(folder: Path, runs: int) -> Iterator[Result]:
    """How time grows with size: (t64 - t16) / (t16 - t4); 4 where it grows in step."""
    checks = {str(n): [PROBATA, "check", str(write_case(folder, n)), "--quiet", "--no-cache"] for n in (4, 16, 64)}
    yield _grown("check, the records ×4, ×16, ×64", interleaved(checks, runs))
    texts = {str(n): _docx_commands(folder, n)["ours"] for n in (4, 16, 64)}
    yield _grown("DOCX, the text ×4, ×16, ×64", interleaved(texts, runs))


def check50k(folder: Path, runs: int) -> Iterator[Result]:
    """A check of 50,000 records against composing the YAML of the same files, in seconds of the processor."""
    case = write_many(folder / "case-50k")
    check = _ours("check", str(case), "--quiet", "--no-cache")
    found = interleaved({"check": check, "compose": [PYTHON, "-m", "benchmarks.compose_files", str(case)]}, runs)
    ours, bare = found["check"], found["compose"]
    remark = f"{_seconds(ours)}, compose {_seconds(bare)}"
    yield Result("check of 50,000 records, cold, against yaml.compose", _busy(ours, bare), 5.0, remark)


def _busy(left: Figures, right: Figures) -> float:
    return median(a / b for a, b in zip(left.processor, right.processor, strict=True))


def _seconds(found: Figures) -> str:
    return f"{found.busy:.3g} s of the processor in {found.time:.3g} s, {found.memory:.0f} MB"


def _grown(what: str, found: dict[str, Figures], sizes: tuple[str, str, str] = ("4", "16", "64")) -> Result:
    small, middle, large = (found[size].busy for size in sizes)
    remark = f"{small:.1f} s, {middle:.1f} s, {large:.1f} s of the processor; {found[sizes[2]].memory:.0f} MB"
    return Result(f"growth of {what}", (large - middle) / (middle - small), 4.6, remark)


if __name__ == "__main__":
    main()

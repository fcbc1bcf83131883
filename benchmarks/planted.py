"""Secrets of one person planted in small cases, and an independent reader of what `probata build` makes for others.

`python -m benchmarks.planted [CASES] [FIRST]` builds each case from its number, as a user does, in Word, PDF and HTML,
every second one as `--version public`, and reads what lies in `outgoing/` by a reader of the tests that does not import
the project. One case in ten is built again as if the person might be named: what is read there says how much of what is
planted a document shows, and that the reader sees it.
"""

from __future__ import annotations

import io
import re
import sys
import tempfile
import unicodedata
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import chdir, redirect_stderr, redirect_stdout
from copy import deepcopy
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote, unquote

import yaml
from tests.case_folder import POSITIONS
from tests.pull.random_edits import Chance
from tests.readers.all_text import all_text
from tests.three_languages import FILES

from probata.cli.main import run

LIMBS = {"uk-ghr": "4(2)(a)", "un-sp": "4(2)(a)", "us-glomag": "1(a)(ii)(A)", "eu-ghrsr": "3(1)(a)"}
GIVEN = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8"))
LAPSED: tuple[dict[str, Any], ...] = (
    {}, {"status": "refused"}, {"withdrawn_on": "2026-10-01"}, {"purposes": ["court"]}, {"until": "2026-09-30"},
)  # fmt: skip
COUNTED = {
    "files": "files read", "planted": "secrets planted", "found": "secrets found", "told": "files with any",
    "cases": "cases with any", "back": "builds of which the search took files back, where:",
}  # fmt: skip
READERS = ["decision_maker", "accused", "state", "public"]
LOOKS = str.maketrans("aeopcxy", "аеорсху")  # Cyrillic
FIGURES = str.maketrans("oie", "013")
STROKES = str.maketrans({"ł": "l", "Ł": "L", "ß": "ss", "ı": "i", "Þ": "Th", "ð": "d", "’": "'"})


class Plant(NamedTuple):
    """What was written where, and how."""

    kind: str
    form: str
    where: str
    text: str


def fold(text: str) -> str:
    """Letters and figures alone, without case and marks."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(one for one in plain if one.isalnum() and one != "ـ")


def bare(text: str) -> str:
    """As a careless author writes it, without accents."""
    apart = unicodedata.normalize("NFD", text.translate(STROKES))
    return "".join(one for one in apart if not unicodedata.combining(one))


class Secret:
    """One person and the particulars that nobody may read, as their number makes them."""

    def __init__(self, chance: Chance) -> None:
        line = chance.choice(GIVEN["people"].splitlines())
        self.family, self.given, self.native, others, self.ending = line.split("|")
        self.others = [one for one in others.split(";") if one]
        number, house, day = chance.randrange(10**6, 10**7), chance.randrange(11, 99), chance.randrange(13, 29)
        year, month = chance.randrange(1951, 1999), chance.randrange(12)
        names = [months.split()[month] for months in GIVEN["months"]]
        street, work, kin, bird = (chance.choice(GIVEN[one]) for one in ("streets", "workplaces", "relations", "birds"))
        passport = f"KV{number}{house}"
        self.particulars = {
            "telephone": (f"+44 79 {number}", f"079{str(number)[:3]} {str(number)[3:]}", f"0044-79-{number}"),
            "email": (f"{bird}{house}@post.example", f"{bird}{house} (at) post.example", f"{bird}{house}@POST.example"),
            "handle": (f"@{bird}_{number}", f"{bird}_{number}"),
            "address": (f"{street} Lane {house}, Ostamar", f"{house} {street} Lane, Ostamar"),
            "workplace": (work, work.upper(), work.replace("’", "'")),
            "relation": (kin, kin.capitalize(), kin.replace(" ", "\u00a0")),
            "birth_date": (f"{year}-{month + 1:02}-{day}", f"{day}.{month + 1:02}.{year}", f"{names[0]} {day}, {year}",
                           *(f"{day} {name} {year}" for name in names)),
            "given_name": (self.given, self.given.upper()),
        }  # fmt: skip
        native = {"native": {"text": self.native, "lang": "und"}} if self.native else {}
        self.record = {
            "id": "hidden",
            "name": {"family": self.family, "given": self.given, **native},
            "part_played": [chance.choice(("victim", "witness"))],
            "consent_required": True,
            "identifiers": [{"type": "Passport", "number": passport}],
            "protected": [{"kind": kind, "value": forms[0]} for kind, forms in self.particulars.items()],
        }
        self.particulars["passport"] = (passport, f"{passport[:2]} {number} {house}")

    def written(self, chance: Chance, where: str, is_markdown: bool, is_address: bool) -> Plant:
        """One of the secrets in one of its forms, as it may stand in such a field."""
        if is_address:
            slug = "-".join(re.findall("[a-z]+", bare(f"{self.given} {self.family}").lower()))
            is_native = bool(self.native) and "address" in where and chance.randrange(2) == 0
            kind, form, text = ("native", "percent", quote(self.native)) if is_native else ("full", "slug", slug)
            return Plant(kind, form, where, text)
        if chance.randrange(4) == 0:
            kind = chance.choice(tuple(self.particulars))
            return Plant(kind, "particular", where, chance.choice(self.particulars[kind]))
        kinds = {
            "full": f"{self.given} {self.family}", "turned": f"{self.family}, {self.given}", "family": self.family,
            "initial": f"{self.given[0]}. {self.family}", "native": self.native,
        }  # fmt: skip
        kind, text = chance.choice([one for one in kinds.items() if one[1]])
        word = max(re.findall(r"[^\W\d_]+", text), key=len)
        half, rest = word[: len(word) // 2], word[len(word) // 2 :]
        names = fold(bare(self.given)), fold(bare(self.family))
        forms = {
            "plain": text, "upper": text.upper(), "without accents": bare(text), "look-alikes": text.translate(LOOKS),
            "decomposed": unicodedata.normalize("NFD", text), "set apart": text.replace(word, " ".join(word)),
            "figures": text.translate(FIGURES), "soft hyphen": text.replace(word, f"{half}\u00ad{rest}"),
            "zero width": text.replace(word, f"{half}\u200b{rest}"), "ending": text + (self.ending or "’s"),
            "full width": "".join(chr(ord(one) + 0xFEE0) if "!" <= one <= "~" else one for one in text),
            "mail": f"{'.'.join(names)}@post.example", "handle": f"@{'_'.join(names)}",
        } | {f"other {number}": one for number, one in enumerate(self.others)}  # fmt: skip
        if is_markdown:
            coded = text.replace(half, f"{half[:-1]}&#{ord(half[-1])};").replace("’", "&rsquo;")
            forms |= {"entity": coded.replace(" ", "&nbsp;"), "line-broken": text.replace(" ", "\n", 1)}
            emphasis = {"emphasis": f"{half}**{rest[:1]}**{rest[1:]}", "italics": f"*{half}*{rest}"}
            forms |= {form: text.replace(word, one) for form, one in emphasis.items()}
        form = chance.choice(tuple(forms))
        is_one_line = where in ("heading", "item of a list", "cell of a table", "block of quoted text")
        return Plant(kind, form, where, forms[form].replace("\n", " ") if is_one_line else forms[form])

    def needles(self) -> Iterator[tuple[str, str]]:
        """Give what must not be read in any file, folded, each before its kind."""
        families = (self.family, *self.others, *self.family.replace("-", " ").split())
        yield from ((fold(form), "family name") for one in families for form in (one, bare(one)) if len(fold(form)) > 5)
        yield from ((fold(one), "name") for one in (self.given + self.family, self.family + self.given, self.native))
        for kind, forms in self.particulars.items():
            yield from ((fold(one)[-9:] if kind == "telephone" else fold(one), kind) for one in forms)


def write_case(folder: Path, secret: Secret, chance: Chance, is_named: bool) -> list[Plant]:
    """Write a case in which a careless author tells of the person at some twenty places."""
    given = {name: text for name, text in FILES.items() if "." not in name} | {"positions": POSITIONS}
    records: dict[str, Any] = {name: yaml.safe_load(text) for name, text in given.items()} | deepcopy(GIVEN["records"])
    forum, case = chance.choice(tuple(LIMBS)), records["case"]
    case |= {"filings": [{"id": "submission", "forum": forum, "relief": [{"measure": "a ban"}]}], "translations": {}}
    lapsed = {} if is_named else chance.choice(LAPSED)
    open_to = ["uk-cpr-ws"] if not (lapsed or is_named) else [forum]
    consent = {"id": "c-2", "person": "hidden", "forums": open_to, "audiences": READERS}
    records["consents"].append({**consent, "obtained_on": "2026-09-01", "method": "written", **lapsed})
    records["people"] = [*records["people"][:3], secret.record | ({"protected": []} if is_named else {})]
    limb = {"forum": forum, "limb": LIMBS[forum], "text": "So it is."}
    records["allegations"][0] |= {"limbs": [limb], "affected": {"persons": ["sarrow", "hidden"]}}
    records["allegations"][0]["evidence"] = [{"source": "report", "pinpoint": {"type": "page", "value": "7"}}]
    plants = []
    for line in GIVEN["places"].splitlines():
        where, path, sentence = line.split("|", 2)
        if chance.randrange(60 if where == "id of a filing" else 3) == 0:
            plant = secret.written(chance, where, path.endswith("*"), "{url}" in sentence)
            put(records, path.rstrip("*").split("/"), sentence.replace("{url}", "{}").replace("{}", plant.text))
            plants.append(plant)
    page, table = records.pop("page"), records["datasets"][0]
    records["sources"].append({"id": page["source"], "title": "A talk", "held": "held"})
    table["columns"].append({"key": "remark", "heading": "Remark", "type": "text"})
    table["file"] = f"data/{page['table']}.csv"
    files = {f"{name}.yaml": yaml.safe_dump(one, allow_unicode=True, sort_keys=False) for name, one in records.items()}
    files[table["file"]] = f'month,persons,remark\n2022-04,9933,"{page["cell"] or "none"}"\n2022-05,31,none\n'
    head = yaml.safe_dump({"title": page["title"], "place": "background"}, allow_unicode=True)
    files[f"narrative/{page['file']}.md"] = f"---\n{head}---\n{page['text']}\n\nHe spoke [@{page['source']}, p. 1].\n"
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, encoding="utf-8")
    return plants


def put(within: Any, path: list[str], said: str) -> None:
    """Write it behind what stands in a field of the records."""
    between = {"page/text": "\n\n"}.get("/".join(path), "-" if path[-1] in ("id", "file", "table", "source") else " ")
    for step, after in zip(path, [*path[1:], ""], strict=True):
        at: Any = int(step) if isinstance(within, list) else step
        if isinstance(within, list) and at == len(within):
            within.append({} if after else "")
        elif isinstance(within, dict) and at not in within:
            within[at] = ([] if after.isdecimal() else {}) if after else ""
        if not after:
            within[at] = f"{within[at]}{between if within[at] else ''}{said}"
        within = within[at]


class Case(NamedTuple):
    """What came of a case: `found` is what must not be read, with the files; `taken_back` what the command says."""

    files: int
    plants: list[Plant]
    found: dict[str, list[str]]
    seen: list[Plant]
    taken_back: list[str]
    trouble: str


def build(number: int, is_named: bool = False) -> Case:
    """Build the case of a number and read what is for others."""
    chance = Chance(f"planted {number}")
    secret, said = Secret(chance), io.StringIO()
    with tempfile.TemporaryDirectory() as name, chdir(name), redirect_stdout(said), redirect_stderr(said):
        plants = write_case(Path("claims/harbour"), secret, chance, is_named)
        formats = [word for one in ("docx", "pdf", "html") for word in ("--format", one)]
        run(["build", "claims/harbour", "--no-cache", *formats, *(["--version", "public"] if number % 2 else [])])
        files = sorted(path for path in Path("output/harbour/outgoing").rglob("*") if path.is_file())
        read = {one.name: fold(f"{one.name} {unquote(all_text(one.read_bytes(), one.suffix[1:]))}") for one in files}
        findings = Path("output/harbour/internal/findings.txt").read_text(encoding="utf-8")
    needles = dict(secret.needles())
    for plant in plants:
        needles[fold(plant.text)] = f"{needles.get(fold(plant.text), '')} / {', '.join(plant[:3])}"
    where = {needle: [file for file, text in read.items() if needle in text] for needle in needles if len(needle) > 4}
    found = {f"`{needle}` ({needles[needle].strip(' /')})": places for needle, places in where.items() if places}
    seen = [plant for plant in plants if where.get(fold(plant.text))]
    taken = re.findall(r"tells its readers of somebody .*\n(note: .*)", findings)
    trouble = said.getvalue() if "left out" in said.getvalue() or not (files or taken) else ""
    return Case(len(files), plants, found, seen, taken, trouble)


def main(cases: int = 500, first: int = 0) -> None:
    """Print what was found, then the numbers."""
    count, reasons, numbers = Counter[str](), Counter[str](), range(first, first + cases)
    with ProcessPoolExecutor(2) as pool:
        for number, case in zip(numbers, pool.map(build, numbers), strict=True):
            count.update(files=case.files, planted=len(case.plants), found=len(case.found), cases=bool(case.found))
            reasons.update({re.sub(r"\d+", "…", one) for one in case.taken_back})
            count.update(back=bool(case.taken_back), told=len(set(chain.from_iterable(case.found.values()))))
            for what, files in case.found.items():
                sys.stdout.write(f"case {number}: {what} in {'; '.join(files)}\n")
            sys.stdout.write(f"case {number}: {case.trouble}\n" if case.trouble else "")
        for case in pool.map(partial(build, is_named=True), numbers[::10]):
            count.update(shown=len(case.seen), of=len(case.plants))
    sys.stdout.write(f"{cases} cases; where the person may be named, {count['shown']} of {count['of']} are read\n")
    sys.stdout.writelines(f"{count[name]:6} {what}\n" for name, what in COUNTED.items())
    sys.stdout.writelines(f"{number:6} {reason}\n" for reason, number in reasons.most_common())


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))

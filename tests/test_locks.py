"""A lock file names everything that set-up installs, since nothing is sought beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import requires, version

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version
from tests.each import each
from tests.pages import read
from tests.test_docs import project

RUN, TEST = "requirements.lock", "requirements-dev.lock"


def locked(lock: str) -> dict[str, Version]:
    """Return what a lock file installs on this machine, by name."""
    found = (Requirement(line.rstrip(" \\")) for line in read(lock).splitlines() if re.match(r"\w", line))
    return {
        canonicalize_name(one.name): Version(str(one.specifier).removeprefix("=="))
        for one in found
        if one.marker is None or one.marker.evaluate()
    }


def lacking(lock: Mapping[str, Version], asked: Iterable[str]) -> list[str]:
    """Return what is asked for, or what that asks for in turn, and is not locked, with who asks.

    An extra (`fonttools[woff]`) is asked for like a package of its own; `pip check` passes over it.
    """
    missing, seen = list[str](), set[tuple[str, str]]()
    left = [("the project", one) for one in map(Requirement, asked) if one.marker is None or one.marker.evaluate()]
    while left:
        who, one = left.pop()
        name = canonicalize_name(one.name)
        if name not in lock or not one.specifier.contains(lock[name], prereleases=True):
            missing.append(f"{name} for {who}")
            continue
        for extra in {"", *one.extras} - {extra for other, extra in seen if other == name}:
            seen.add((name, extra))
            left += [(f"{name}[{extra}]" if extra else name, further) for further in _asked_by(name, extra)]
    return missing


def _asked_by(name: str, extra: str) -> Iterator[Requirement]:
    for one in map(Requirement, requires(name) or ()):
        if one.marker is None or one.marker.evaluate({"extra": extra}):
            yield one


def of_groups(*groups: str) -> list[str]:
    """Return what the project asks for, and its groups."""
    return [
        *project()["project"]["dependencies"],
        *(one for it in groups for one in project()["dependency-groups"][it]),
    ]


@each(("locks", "groups"), [((RUN,), ("build",)), ((RUN, TEST), ("build", "dev"))])
def test_what_a_package_requires_on_this_machine_is_locked(locks: tuple[str, ...], groups: tuple[str, ...]) -> None:
    lock = {name: found for one in locks for name, found in locked(one).items()}

    assert lacking(lock, of_groups(*groups)) == [], "`make locks` completes them"
    assert lock == {name: Version(version(name)) for name in lock}


def test_a_package_that_only_an_extra_asks_for_is_missed() -> None:
    lock = locked(RUN)
    del lock["brotli"]

    assert lacking(lock, of_groups("build")) == ["brotli for fonttools[woff]"]


def test_what_both_locks_hold_is_of_one_version() -> None:
    run, test = locked(RUN), locked(TEST)
    assert {name: run[name] for name in run.keys() & test} == {name: test[name] for name in run.keys() & test}
